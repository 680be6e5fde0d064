"""Listings that are there already and could be the same service as the one being written."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from .likeness import MOST_SHOWN, Known, known, strength, why_alike


@dataclass(frozen=True)
class Double:
    """A listing like the one being written, and why."""

    pk: int
    title: str
    live: bool
    reasons: tuple[str, ...]

    @property
    def why(self) -> str:
        return " and ".join(self.reasons)


def known_of(services: QuerySet) -> Iterable[tuple[int, str, bool, Known]]:
    """(pk, title, whether it is public, what is compared) of these listings, in three queries however many there are.

    The names are those of the newest draft; telephones and postcodes those of the saved listing.
    """
    rows = list(services.order_by().values_list("pk", "title", "draft_title", "other_names", "live"))
    model = services.model
    phones, postcodes = defaultdict(list), defaultdict(list)
    for held, relation, field in ((phones, model.contacts, "phone"), (postcodes, model.places, "postcode")):
        found = relation.rel.related_model.objects.filter(page__in=services.order_by().values("pk")).exclude(**{field: ""})
        for pk, value in found.order_by().values_list("page_id", field):
            held[pk].append(value)
    for pk, title, draft_title, other_names, live in rows:
        yield pk, draft_title or title, live, known([title, draft_title, *other_names.split(",")], phones[pk], postcodes[pk])


def doubles(services: QuerySet, asked: Known, *, but: UUID | None = None) -> list[Double]:
    """Up to five of these listings that could be the same service, the likeliest first; not the one with the key ``but``,
    its copies and translations."""
    if not (asked.names or asked.phones):
        return []
    others = services.filter(alias_of=None, locale__language_code=settings.LANGUAGE_CODE)
    if but:
        others = others.exclude(translation_key=but)
    found = [Double(pk, title, live, reasons) for pk, title, live, its in known_of(others) if (reasons := why_alike(asked, its))]
    return sorted(found, key=lambda double: (strength(double.reasons), double.title.casefold(), double.pk))[:MOST_SHOWN]


def known_of_page(page: Any) -> Known:
    """What is compared of a listing in hand, a draft included."""
    return known(
        [page.title, *page.other_names.split(",")],
        [contact.phone for contact in page.contacts.all()],
        [place.postcode for place in page.places.all()],
    )
