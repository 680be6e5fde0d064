from datetime import date

from django.db import models


class SchoolTermQuerySet(models.QuerySet):
    def touching(self, first_day: date, last_day: date) -> "SchoolTermQuerySet":
        """Those that have a day from ``first_day`` to ``last_day``, both included."""
        return self.filter(first_day__lte=last_day, last_day__gte=first_day)
