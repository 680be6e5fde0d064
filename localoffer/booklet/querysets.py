from django.db import models


class BookletQuerySet(models.QuerySet):
    def with_terms(self) -> "BookletQuerySet":
        """With the words by which their services are chosen, in one query."""
        terms = ("area", "topic", "ages")
        return self.select_related(*terms, *(f"{term}__merged_into" for term in terms))
