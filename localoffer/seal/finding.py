"""Listings that can carry the seal. Which page types those are, they say themselves (``why_no_seal``)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.shortcuts import get_object_or_404
from wagtail.models import Page, get_page_models

from .models import Award


def listing_models() -> list[type[Page]]:
    """The page types that can carry the seal: those that answer ``why_no_seal``."""
    return [model for model in get_page_models() if hasattr(model, "why_no_seal")]


def listing_or_404(page_id: int) -> Page:
    return get_object_or_404(Page.objects.type(*listing_models()), pk=page_id).specific


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
