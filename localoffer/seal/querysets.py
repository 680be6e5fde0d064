from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models

from localoffer.people.querysets import KeptQuerySet
from localoffer.questions import written_once


class AwardQuerySet(KeptQuerySet):
    """Reads of awards in the domain's words. The day is always passed in."""

    def open(self) -> "AwardQuerySet":
        """Neither withdrawn nor replaced; perhaps expired or paused."""
        return self.filter(closed_at=None)

    def current_on(self, day: date) -> "AwardQuerySet":
        """Those whose badge shows on that day. The same as ``rules.shows_on``, in SQL."""
        return self.open().filter(paused_at=None, given_on__lte=day, ends_on__gte=day)

    def paused_on(self, day: date) -> "AwardQuerySet":
        return self.open().filter(ends_on__gte=day).exclude(paused_at=None)

    def review_due_on(self, day: date) -> "AwardQuerySet":
        """Still current, and the forum should go again; the one that ends first comes first."""
        return self.current_on(day).filter(review_on__lte=day).order_by("ends_on", "pk")

    def ended_between(self, first: date, last: date) -> "AwardQuerySet":
        """Ran out or were withdrawn from the first to the last of these days. Those renewed are not among them."""
        ran_out = models.Q(closed_at=None, ends_on__gte=first, ends_on__lte=last)
        taken = models.Q(ending="withdrawn", closed_at__date__gte=first, closed_at__date__lte=last)
        return self.filter(ran_out | taken)

    def withdrawn_since(self, day: date) -> "AwardQuerySet":
        """Taken away on that day or later."""
        return self.filter(ending="withdrawn", closed_at__date__gte=day)

    def as_shown(self) -> "AwardQuerySet":
        """With all that the public may see of each but the findings and the steps."""
        return self.select_related("visit", "criteria", "picture__consent", "sound__consent", "renews", "renewed_by")

    def with_media(self) -> "AwardQuerySet":
        """With the picture, the recording and their consents."""
        return self.select_related("picture__consent", "sound__consent")

    def of_listing(self, key: UUID) -> "AwardQuerySet":
        return self.filter(listing_key=key)

    def current_by_listing(self, keys: Iterable[UUID], day: date) -> dict[UUID, Any]:
        """The current award of each of these listings that has one, in one query."""
        return {award.listing_key: award for award in _current_of(list(keys), day, model=self.model)}

    def shown_on_listing(self, key: UUID, day: date) -> Any:
        """The current award of that listing with its media; None where there is none."""
        return next(iter(_shown_on(key, day, model=self.model)), None)

    def keys_current_on(self, day: date) -> "models.QuerySet[Any, UUID]":
        """The keys of all listings that carry the seal on that day, as a subquery."""
        return self.current_on(day).values("listing_key")


@written_once
def _current_of(keys: list[UUID], day: date, *, model: Any) -> Any:
    return model._default_manager.current_on(day).filter(listing_key__in=keys)


@written_once
def _shown_on(key: UUID, day: date, *, model: Any) -> Any:
    return model._default_manager.current_on(day).with_media().of_listing(key)[:1]
