from typing import Any

from django.db import models
from django.db.models import Q

from localoffer.plainlanguage.rules import ENOUGH_WORDS

from .choices import PageKind


class PageReadingQuerySet(models.QuerySet):
    def public(self) -> "PageReadingQuerySet":
        """Of pages that are public now."""
        return self.filter(page__live=True)

    def over(self, limits: Any) -> "PageReadingQuerySet":
        """Over the limits of their kind; the same rule as ``over_limits`` of plainlanguage."""
        wanted = Q(pk__in=[])
        for kind in PageKind:
            allowed = limits.of(kind)
            too_hard = Q(words__gte=ENOUGH_WORDS, grade__gt=allowed.grade) | Q(longest_sentence__gt=allowed.sentence)
            wanted |= Q(kind=kind) & too_hard
        return self.filter(wanted)
