"""Reads of the alerts in the domain's words. The moment is always passed in."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q

from localoffer.pages.querysets import open_to_all

from .choices import DeliveryState, HowOften
from .registry import Words
from .rules import CONFIRM_WITHIN, GIVE_UP_AFTER


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self) -> "SubscriptionQuerySet":
        return self.exclude(confirmed_at=None)

    def never_confirmed_by(self, now: datetime) -> "SubscriptionQuerySet":
        """Asked for so long ago that they can no longer be confirmed."""
        return self.filter(confirmed_at=None, asked_at__lt=now - CONFIRM_WITHIN)

    def who_want(self, subjects: Iterable[str], how_often: str) -> "SubscriptionQuerySet":
        """Those to tell of any of these subjects, each once."""
        return self.confirmed().filter(how_often=how_often, choices__subject__in=list(subjects)).distinct()

    def counts(self) -> dict[str, dict[str, int]]:
        """How many are told of each subject, at once and weekly; one query."""
        rows = self.confirmed().values("choices__subject", "how_often").annotate(number=Count("pk")).order_by()
        found: dict[str, dict[str, int]] = {}
        for row in rows:
            of_subject = found.setdefault(row["choices__subject"], dict.fromkeys(HowOften.values, 0))
            of_subject[row["how_often"]] = row["number"]
        return found


class DeliveryQuerySet(models.QuerySet):
    def unfinished(self) -> "DeliveryQuerySet":
        return self.filter(state__in=[DeliveryState.WAITING, DeliveryState.SENDING])

    def due(self, now: datetime) -> "DeliveryQuerySet":
        """To be sent now: letters that somebody waits for first, then the oldest."""
        return self.filter(state=DeliveryState.WAITING, next_try_at__lte=now, subscription__isnull=False).order_by(
            F("mailing_id").asc(nulls_first=True), "pk"
        )

    def left_lying(self, now: datetime) -> "DeliveryQuerySet":
        """Begun by a worker that did not come back: it was killed, or lost the database."""
        return self.filter(state=DeliveryState.SENDING, claimed_at__lt=now - settings.ALERTS_IN_FLIGHT)

    def hopeless(self, now: datetime) -> "DeliveryQuerySet":
        return self.filter(state=DeliveryState.WAITING, made_at__lt=now - GIVE_UP_AFTER)

    def with_readers(self) -> "DeliveryQuerySet":
        """With all that writing the e-mail needs: two queries for any number."""
        return self.select_related("subscription", "mailing").prefetch_related("subscription__choices")


class MailingQuerySet(models.QuerySet):
    def with_numbers(self) -> "MailingQuerySet":
        def number(*states: str) -> Any:
            return Count("deliveries", filter=Q(deliveries__state__in=states))

        return self.annotate(
            now_sent=number(DeliveryState.SENT),
            now_waiting=number(DeliveryState.WAITING, DeliveryState.SENDING),
            now_not_sent=number(DeliveryState.REFUSED, DeliveryState.GIVEN_UP),
        )


def words_by_language(pages: Any, keys: Iterable[Any], words_of: Callable[[Any], Words]) -> dict[Any, dict[str, Words]]:
    """How pages of these translation keys read in the other languages that they are public in; one query."""
    others = open_to_all(pages.filter(translation_key__in=list(keys))).exclude(locale__language_code=settings.LANGUAGE_CODE)
    found: dict[Any, dict[str, Words]] = {}
    for page in others.filter(alias_of=None).select_related("locale"):
        found.setdefault(page.translation_key, {})[page.locale.language_code] = words_of(page)
    return found
