from django.db import models


class ProblemQuerySet(models.QuerySet):
    def there_now(self) -> "ProblemQuerySet":
        """Those that are not mended, by the criterion and then as they were written down."""
        return self.filter(mended_on=None).order_by("criterion", "pk")
