"""From a visitor's question to the services that answer it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from wagtail.models import Page

from localoffer.pages.querysets import open_to_all
from localoffer.seal.models import Award
from localoffer.search.index import Answer, find

from .forms import FilterForm
from .models import ServicePage

PAGE_SIZE = 20
SERVICE = "service"
OTHER_KINDS = ("information", "post", "youth")
MOST_OTHER_PAGES = 3


@dataclass
class Results:
    """One page of services, how many there are, and what the search did."""

    total: int
    page: ResultPage
    services: list[ServicePage]
    answer: Answer | None
    ages_not_known: int = 0
    other_pages: list[Any] = field(default_factory=list)


def find_services(form: FilterForm, *, number: Any, today: date) -> Results:
    """The services that match the form; the best first with words, else by name. A page number too high is the last page."""
    wanted = form.cleaned_data
    services = ServicePage.objects.listed()
    answer = find(wanted["q"], kinds=[SERVICE, *OTHER_KINDS], first=SERVICE) if wanted["q"] else None
    matching = answer.of_kind(SERVICE) if answer and answer.terms else None
    if matching is not None:
        services = services.filter(pk__in=matching)
    if wanted["topic"]:
        services = services.about(wanted["topic"])
    if wanted["need"]:
        services = services.for_needs(wanted["need"])
    if wanted["seal"]:
        services = services.with_seal(today)
    ages_not_known = 0
    if wanted["age"]:
        ages_not_known = services.ages_not_known().count()
        spans = [(stage.minimum_age, stage.maximum_age) for stage in form.stages if stage.slug in wanted["age"]]
        services = services.for_stages(spans)
    ids = list(services.order_by("title", "pk").values_list("pk", flat=True))
    if matching is not None:
        rank = {pk: place for place, pk in enumerate(matching)}
        ids.sort(key=rank.__getitem__)
    page = Paginator(ids, PAGE_SIZE).get_page(number)
    return Results(
        total=len(ids),
        page=page,
        services=cards(list(page.object_list), today),
        answer=answer,
        ages_not_known=ages_not_known,
        other_pages=other_pages(answer) if answer else [],
    )


def other_pages(answer: Answer) -> list[Page]:
    """The first few pages that are no services and match the words."""
    ids = answer.of_kind(*OTHER_KINDS)[:MOST_OTHER_PAGES]
    pages = {page.pk: page for page in open_to_all(Page.objects.filter(pk__in=ids))} if ids else {}
    return [pages[pk] for pk in ids if pk in pages]


def cards(ids: Iterable[int], today: date) -> list[ServicePage]:
    """Those of these services that the public may see, in this order, each with its current award as ``award``.

    Three queries, however many there are.
    """
    found = {service.pk: service for service in ServicePage.objects.listed().filter(pk__in=ids).select_related("organisation")}
    services = [found[pk] for pk in ids if pk in found]
    awards = Award.objects.current_by_listing([service.translation_key for service in services], today)
    return with_reach(services, awards)


def sealed_services(today: date, most: int | None = None) -> list[ServicePage]:
    """The services that carry the seal, the newest award first, as cards. Three queries."""
    awards = {award.listing_key: award for award in Award.objects.current_on(today).order_by("-given_on", "-pk")}
    listed = ServicePage.objects.listed().filter(translation_key__in=awards).select_related("organisation")
    order = {key: place for place, key in enumerate(awards)}
    return with_reach(sorted(listed, key=lambda service: order[service.translation_key])[:most], awards)


def with_reach(services: list[ServicePage], awards: dict[UUID, Award]) -> list[ServicePage]:
    """Gives each service its award, its towns and its areas, so that a card asks nothing more."""
    reach = ServicePage.objects.reach_by_service([service.pk for service in services]) if services else {}
    for service in services:
        service.award = awards.get(service.translation_key)
        service.towns, service.area_names = reach[service.pk]
    return services
