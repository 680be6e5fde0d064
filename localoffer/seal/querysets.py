from datetime import date
from typing import Any
from uuid import UUID

from django.db import models


class AwardQuerySet(models.QuerySet):
    """Reads of awards in the domain's words. The day is always passed in."""

    def open(self) -> "AwardQuerySet":
        """Neither withdrawn nor replaced; perhaps expired."""
        return self.filter(closed_at=None)

    def current_on(self, day: date) -> "AwardQuerySet":
        return self.open().filter(given_on__lte=day, ends_on__gte=day)

    def of_listing(self, key: UUID) -> "AwardQuerySet":
        return self.filter(listing_key=key)

    def current_by_listing(self, keys: Any, day: date) -> dict[UUID, Any]:
        """The current award of each of these listings that has one, in one query."""
        return {award.listing_key: award for award in self.current_on(day).filter(listing_key__in=list(keys))}

    def keys_current_on(self, day: date) -> "models.QuerySet[Any, UUID]":
        """The keys of all listings that carry the seal on that day, as a subquery."""
        return self.current_on(day).values("listing_key")
