from datetime import date

from django.db import models


class SchoolTermQuerySet(models.QuerySet):
    def touching(self, first_day: date, last_day: date) -> "SchoolTermQuerySet":
        """Those that have a day from ``first_day`` to ``last_day``, both included."""
        return self.filter(first_day__lte=last_day, last_day__gte=first_day)


class MeetingQuerySet(models.QuerySet):
    def of(self, body: str) -> "MeetingQuerySet":
        return self.filter(body=body)

    def coming(self, today: date) -> "MeetingQuerySet":
        """Today's and later ones, the next one first; with those that do not happen, so that nobody comes in vain."""
        return self.filter(day__gte=today).order_by("day", "starts_at")

    def past(self, today: date) -> "MeetingQuerySet":
        """Those that were, the last one first."""
        return self.filter(day__lt=today, is_cancelled=False)

    def held_in_calendars(self) -> "MeetingQuerySet":
        return self.filter(is_cancelled=False)
