from datetime import date
from typing import Any

from django.db import models

from .rules import SHOWN_FROM


class UnmetSearchQuerySet(models.QuerySet):
    """Searches that found nothing."""

    def in_month(self, day: date) -> "UnmetSearchQuerySet":
        return self.filter(month=day.replace(day=1))

    @classmethod
    def shown_manager(cls) -> Any:
        """A manager that knows only what at least five people asked."""

        class Shown(models.Manager.from_queryset(cls)):  # type: ignore[misc]
            def get_queryset(self) -> Any:
                return super().get_queryset().filter(count__gte=SHOWN_FROM)

        return Shown()
