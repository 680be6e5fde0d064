"""Services as cards: title, summary, seal and reach, in the reader's language."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, Subquery

from localoffer.pages.rules import ENGLISH_ATTRIBUTES, in_english, readers_language
from localoffer.questions import written_once
from localoffer.seal.models import Award

from .models import FACTS_IN_WORDS, ServicePage


def cards(ids: Iterable[int], today: date) -> list[ServicePage]:
    """Those of these services that the public may see, in this order, each with its current award as ``award``.

    Three queries, however many there are and in every language.
    """
    found = {service.pk: service for service in _listed(list(ids), language=readers_language())}
    return with_awards([found[pk] for pk in ids if pk in found], today)


@written_once
def _listed(ids: list[int], *, language: str) -> Any:
    return ServicePage.objects.listed().with_words_in(language).filter(pk__in=ids).select_related("organisation")


def sealed_services(today: date, most: int | None = None) -> list[ServicePage]:
    """The services that carry the seal, the newest award first, as cards. Three queries, and no more rows than asked for."""
    return with_awards(_newest_sealed(today, most=most, language=readers_language()), today)


def newest_sealed(today: date) -> Any:
    """The same, not read yet."""
    return _in_order_of_their_seals(today, readers_language())


@written_once
def _newest_sealed(today: date, *, most: int | None, language: str) -> Any:
    return _in_order_of_their_seals(today, language)[:most]


def _in_order_of_their_seals(today: date, language: str) -> Any:
    its = Award.objects.current_on(today).filter(listing_key=OuterRef("translation_key"))
    public = ServicePage.objects.listed().with_seal(today).with_words_in(language).select_related("organisation")
    return public.order_by(Subquery(its.values("given_on")[:1]).desc(), Subquery(its.values("pk")[:1]).desc())


def with_awards(services: Iterable[ServicePage], today: date) -> list[ServicePage]:
    """These services as cards, in three queries."""
    shown = list(services)
    return with_reach(shown, Award.objects.current_by_listing([service.translation_key for service in shown], today))


def with_reach(services: list[ServicePage], awards: dict[UUID, Award]) -> list[ServicePage]:
    """Gives each service its words, its award, its towns and its areas, so that a card asks nothing more."""
    language = readers_language()
    reach_of = ServicePage.objects.reach_by_service([service.pk for service in services], language) if services else {}
    for service in services:
        give_words(service, language)
        service.award = awards.get(service.translation_key)
        service.towns, service.area_names = reach_of[service.pk]
    return services


def give_words(service: ServicePage, language: str) -> None:
    """Title and summary in the reader's language, where there are; all else of the card stays the English listing's.

    ``is_in_english`` says that there are none. English words are marked. Not for services that will be saved.
    """
    if language == settings.LANGUAGE_CODE:
        return
    own_title, own_summary = getattr(service, "own_title", None), getattr(service, "own_summary", None)
    service.is_in_english = not own_title
    service.title = own_title or in_english(service.title, language)
    is_own = bool(own_summary) and own_summary != service.summary  # one that is not translated yet was copied
    service.summary = own_summary if is_own else in_english(service.summary, language)
    for name in FACTS_IN_WORDS:
        setattr(service, name, in_english(getattr(service, name), language))


def words_of(page: Any) -> dict[str, Any]:
    """For readers of another language: whether the page's own words are English, and how to mark its title then."""
    is_english = readers_language() != settings.LANGUAGE_CODE and not page.words_from
    return {"words_are_english": is_english, "title_attributes": ENGLISH_ATTRIBUTES if is_english else ""}
