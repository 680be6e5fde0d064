"""Consents by their state on a day, and what rests on a live one; pictures with their sizes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from localoffer.questions import written_once

from .rules.consents import DAYS_BEFORE_THE_END, ENDED, ENDING, LATER, LIVE, TAKEN_BACK


def live_on(day: date, prefix: str = "") -> Q:
    """The same as ``rules.consent_is_live``, for the database. ``prefix``: the way to the consent, such as "consent__"."""
    begun = Q(**{f"{prefix}given_on__lte": day, f"{prefix}ends_on__gte": day})
    kept = Q(**{f"{prefix}withdrawn_on__isnull": True}) | Q(**{f"{prefix}withdrawn_on__gt": day})
    return begun & kept


class ConsentQuerySet(QuerySet[Any]):
    def live_on(self, day: date) -> "ConsentQuerySet":
        return self.filter(live_on(day))

    def not_live_on(self, day: date) -> "ConsentQuerySet":
        """Those that ended, were taken back, or have not begun."""
        return self.exclude(live_on(day))

    def for_words(self) -> "ConsentQuerySet":
        return self.filter(agrees_to_words=True)

    def ending_from(self, day: date) -> "ConsentQuerySet":
        """Live ones in their last days, the first to end first."""
        last = day + timedelta(days=DAYS_BEFORE_THE_END)
        return self.live_on(day).filter(ends_on__lte=last).order_by("ends_on", "pk")

    def in_state(self, state: str, day: date) -> "ConsentQuerySet":
        """The same as ``rules.state_of``, for the database."""
        taken_back = Q(withdrawn_on__lte=day)
        soon = day + timedelta(days=DAYS_BEFORE_THE_END)
        by_state = {
            TAKEN_BACK: taken_back,
            LATER: ~taken_back & Q(given_on__gt=day),
            ENDED: ~taken_back & Q(given_on__lte=day, ends_on__lt=day),
            ENDING: live_on(day) & Q(ends_on__lte=soon),
            LIVE: live_on(day) & Q(ends_on__gt=soon),
        }
        return self.filter(by_state[state]) if state in by_state else self.none()

    def without_reminder(self) -> "ConsentQuerySet":
        """Those whose end nobody has been told of. With a new end date they count again."""
        return self.filter(Q(reminded_for__isnull=True) | ~Q(reminded_for=F("ends_on")))


class RestsOnConsentQuerySet(QuerySet[Any]):
    """For models with ``words_consent``."""

    def shown_on(self, day: date) -> "RestsOnConsentQuerySet":
        """Those whose words may be shown on that day."""
        return self.filter(live_on(day, "words_consent__"), words_consent__agrees_to_words=True)


@written_once
def pictures_by_number(ids: list[int], *, model: Any) -> Any:
    """With their consents, since whoever shows one asks for it."""
    return model.objects.filter(pk__in=ids)


def read_sizes(pictures: Iterable[Any]) -> None:
    """Gives each picture the sizes that were made of it before, where Wagtail looks for them. One query for all."""
    shown = [picture for picture in pictures if picture is not None]
    if not shown:
        return
    by_number = {picture.pk: picture for picture in shown}
    found = defaultdict(list)
    for size in _sizes_of(sorted(by_number), model=type(shown[0]).get_rendition_model()):
        size.image = by_number[size.image_id]
        found[size.image_id].append(size)
    for picture in shown:
        picture.prefetched_renditions = found[picture.pk]


@written_once
def _sizes_of(ids: list[int], *, model: Any) -> Any:
    return model._default_manager.filter(image__in=ids)
