"""Listings that can carry the seal. Which page types those are, they say themselves (``why_no_seal``)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page, Site, get_page_models

from . import rules
from .choices import SHOWING, State
from .models import Award, SealSettings


def listing_models() -> list[type[Page]]:
    """The page types that can carry the seal: those that answer ``why_no_seal``."""
    return [model for model in get_page_models() if hasattr(model, "why_no_seal")]


def listing_or_404(page_id: int) -> Page:
    """The listing of that page in the source language, whose facts decide; 404 for other pages."""
    page = get_object_or_404(Page.objects.type(*listing_models()), pk=page_id)
    return listing_of(page.translation_key) or page.specific


def listing_of(key: UUID) -> Page | None:
    """The listing of that key in the source language; None when it is gone."""
    pages = Page.objects.type(*listing_models()).filter(translation_key=key, alias_of=None)
    found = pages.filter(locale__language_code=settings.LANGUAGE_CODE).first() or pages.first()
    return found and found.specific


def public_listings(keys: Iterable[UUID]) -> dict[UUID, Page]:
    """Of these listings those that the public can find, by key; one query for each page type."""
    keys = list(keys)
    return {
        page.translation_key: page
        for model in listing_models()
        for page in model.objects.listed().filter(translation_key__in=keys)
    }


def shown_awards(day: date) -> list[tuple[Award, Page]]:
    """All awards whose badge shows on that day, with their listings, by name. Two queries."""
    awards = list(Award.objects.current_on(day))
    listings = public_listings(award.listing_key for award in awards)
    shown = [(award, listings[award.listing_key]) for award in awards if award.listing_key in listings]
    return sorted(shown, key=lambda pair: pair[1].title.casefold())


@dataclass(frozen=True)
class Shown:
    """An award as the public sees it on a day. ``listing``: None when the public cannot find it."""

    award: Award
    listing: Page | None
    day: date

    @property
    def state(self) -> State:
        return self.award.state_on(self.day)

    @property
    def is_current(self) -> bool:
        """Whether the badge shows: the award counts, and the listing is there to be found."""
        return self.state in SHOWING and self.listing is not None

    @property
    def has_ended(self) -> bool:
        return self.state in (State.EXPIRED, State.WITHDRAWN, State.REPLACED)


def shown(award: Award, day: date) -> Shown:
    return Shown(award, public_listings([award.listing_key]).get(award.listing_key), day)


def award_or_404(code: str) -> Award:
    """The award of that code, typed in any letters."""
    return get_object_or_404(Award.objects.as_shown(), code=code.upper())


def newest_or_404(key: UUID) -> Award:
    """The award of a listing that is open, else the one closed last, whatever became of it. 404 when there never was one."""
    award = Award.objects.of_listing(key).order_by(F("closed_at").desc(nulls_first=True), "-pk").first()
    if award is None:
        raise Http404
    return award


def public_listing_or_404(page_id: int) -> Page:
    """The listing of that page or of the page that it translates; 404 when the public cannot find it."""
    key = Page.objects.filter(pk=page_id).values_list("translation_key", flat=True).first()
    found = public_listings([key]).get(key) if key else None
    if found is None:
        raise Http404
    return found


def settings_of_site(site: Site | None) -> SealSettings:
    """How the forum of this site runs its seal. It only reads: a visit writes nothing."""
    return (SealSettings.objects.filter(site=site).first() if site else None) or SealSettings()


@dataclass(frozen=True)
class Register:
    """All seals that the public is told of on a day."""

    current: list[Shown]
    paused: list[Shown]
    ended: list[Shown]
    number: int  # of the current ones, before looking for words


def register(day: date, asked: list[str]) -> Register:
    """The current seals by name, those that are paused, and those that ended within a year and were not given anew.

    Only those in which all of the words that are asked for stand. Four queries, for any number of awards.
    """
    current = [Shown(award, listing, day) for award, listing in shown_awards(day)]
    carrying = {item.award.listing_key for item in current}
    paused = [Shown(award, None, day) for award in Award.objects.paused_on(day).order_by("listing_title", "pk")]
    told = Award.objects.ended_between(day - rules.ENDED_SHOWN_FOR, day).order_by("-ends_on", "-pk")
    ended = [item for award in told if (item := Shown(award, None, day)).has_ended and award.listing_key not in carrying]
    return Register(*(matching(items, asked) for items in (current, paused, ended)), number=len(current))


def matching(items: list[Shown], asked: list[str]) -> list[Shown]:
    return [item for item in items if rules.tells_of(texts_of(item), asked)] if asked else items


def texts_of(item: Shown) -> list[str]:
    award = item.award
    # What an ended seal said is not looked for: only its name and what became of it.
    own = [award.words, award.know_before_you_go, award.visited_by] if item.listing else [award.public_note]
    return [item.listing.title if item.listing else "", award.listing_title, *own]
