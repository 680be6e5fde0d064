"""From a visitor's question to the services that answer it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.utils.translation import get_language
from wagtail.models import Page

from localoffer.pages.querysets import open_to_all, translations_in
from localoffer.pages.rules import in_english, readers_language
from localoffer.questions import written_once
from localoffer.seal.models import Award
from localoffer.search.index import Answer, find

from . import reach
from .cards import cards
from .facets import AGE, Facets, Selection, members
from .forms import FilterForm
from .keeping import the_facets
from .locating import Place, place_of
from .models import ServicePage

PAGE_SIZE = 20
SERVICE = "service"
OTHER_KINDS = ("information", "event", "youth", "post", "news", "easy_read")
MOST_OTHER_PAGES = 3
BANDS = 4  # of relevance, within which the nearer service comes first


@dataclass
class Results:
    """One page of services, how many there are, and what the search did."""

    total: int
    page: ResultPage
    services: list[ServicePage]
    answer: Answer | None
    place: Place
    sort: str
    orders: list[str]  # those that make sense for this question
    near: int | None = None  # those with a place within the chosen distance
    did_not_say: list[tuple[str, int]] = field(default_factory=list)  # (filter, number of services)
    tags: list[dict[str, Any]] = field(default_factory=list)
    without_words: int = 0
    without_place: int = 0
    other_pages: dict[str, list[Page]] = field(default_factory=dict)
    best_bets: list[Any] = field(default_factory=list)

    @property
    def found_nothing_for_words(self) -> bool:
        """Whether the words, without any filter or place, lead to no service."""
        return bool(self.answer and self.answer.terms and not self.answer.of_kind(SERVICE))


def find_services(form: FilterForm, *, number: Any, today: date) -> Results:
    """The services that match the form. A page number too high is the last page.

    Also writes into the form how many services each option of each filter would leave.
    """
    facets = the_facets()
    language = get_language() or settings.LANGUAGE_CODE
    kinds = [SERVICE, *OTHER_KINDS]
    answer = find(form.question, kinds=kinds, language=language, first=SERVICE, exact=form.exact) if form.question else None
    asked = answer if answer and answer.terms else None
    place = place_of(form)
    worded = facets.bits(asked.of_kind(SERVICE)) if asked else facets.everything
    with_seal = facets.bits_of_keys(Award.objects.current_on(today).values_list("listing_key", flat=True))
    sealed = with_seal if form.seal else facets.everything
    around = Around(facets, place.where, form.within)
    selection = facets.select(form.chosen, worded & sealed & around.bits)
    form.count(selection, (selection.matching & with_seal).bit_count())
    orders = orders_for(asked, around)
    sort = form.sort if form.sort in orders else orders[0]
    numbers = sorted_by(sort, facets, list(members(selection.matching)), asked, around)
    pages = Paginator([facets.ids[number] for number in numbers], PAGE_SIZE)
    page = pages.get_page(1 if str(number).startswith(("0", "-")) else number)  # Django's answer is the last page
    services = cards(list(page.object_list), today)
    for service in services:
        service.why = around.why(service)
    return Results(
        total=len(numbers),
        page=page,
        services=services,
        answer=answer,
        place=place,
        sort=sort,
        orders=orders,
        near=(selection.matching & around.near).bit_count() if around.where and form.within else None,
        did_not_say=[(name, said) for name in selection.chosen if (said := selection.did_not_say(name))],
        tags=[
            {
                **tag,
                "tally": dropping(
                    tag, selection, without_seal=worded & around.bits, without_radius=worded & sealed & around.anywhere
                ),
            }
            for tag in form.chosen_tags()
            if tag["name"] != "within" or place.where
        ],
        without_words=facets.select(form.chosen, sealed & around.bits).matching.bit_count() if asked and not numbers else 0,
        without_place=facets.select(form.chosen, worded & sealed).matching.bit_count() if place.where and not numbers else 0,
        other_pages=other_pages(answer) if answer and page.number == 1 else {},
        best_bets=best_bets(answer) if answer and page.number == 1 else [],
    )


class Around:
    """How far each listing is from where the family is, and which of them can help it there."""

    def __init__(self, facets: Facets, where: reach.Where | None, within: float | None) -> None:
        self.facets, self.where, self.within = facets, where, within
        self.near = self.anywhere = facets.everything
        self.miles: dict[int, float] = {}
        self.bits = facets.everything
        if where is None:
            return
        kept, within_reach, anywhere = [], [], []
        for number, facts in enumerate(facets.facts):
            miles = reach.nearest_miles(facts, where)
            if miles is not None:
                self.miles[number] = miles
            near = miles is not None and (within is None or miles <= within)
            if near:
                within_reach.append(number)
            reached = reach.reaches(facts, where)
            if near or reached:
                kept.append(number)
            if miles is not None or reached:
                anywhere.append(number)
        self.bits, self.near, self.anywhere = facets.set_of(kept), facets.set_of(within_reach), facets.set_of(anywhere)

    def rank(self, number: int) -> tuple[int, float]:
        if self.where is None:
            return (reach.NEAR, 0.0)
        return reach.rank(self.facets.facts[number], self.where, self.miles.get(number), self.within)

    def why(self, service: ServicePage) -> str:
        """Why this result is here, in words; "" when the visitor gave no place."""
        number = self.facets.number.get(service.pk)
        if self.where is None or number is None:
            return ""
        facts, miles = self.facets.facts[number], self.miles.get(number)
        return reach.why_here(facts, self.where, miles, county=settings.AREA_NAME, area_names=service.area_names)


def orders_for(asked: Answer | None, around: Around) -> list[str]:
    """The orders that make sense, the usual one first: best match with words, nearest with a place, else A to Z."""
    best, near = ["best"] if asked else [], ["near"] if around.where else []
    return [*best, *near, "name", "checked"]


def sorted_by(sort: str, facets: Facets, numbers: list[int], asked: Answer | None, around: Around) -> list[int]:
    """The listings in that order; ties in the order of their titles, in which they come."""
    if sort == "near":
        return sorted(numbers, key=around.rank)
    if sort == "checked":
        return sorted(numbers, key=lambda number: facets.facts[number].get("checked", ""), reverse=True)
    if sort == "best" and asked:
        return sorted(numbers, key=relevance(facets, asked, around))
    return numbers


def relevance(facets: Facets, asked: Answer, around: Around) -> Callable[[int], tuple[Any, ...]]:
    """The key of the best match. With a place, of services that fit about equally well the nearer comes first, and
    what is too far for the chosen distance, or serves other families, comes after all others."""
    order = {page_id: place for place, page_id in enumerate(asked.of_kind(SERVICE))}

    def key(number: int) -> tuple[Any, ...]:
        page_id = facets.ids[number]
        if around.where is None:
            return (order[page_id],)
        band = int((1 - asked.scores.get(page_id, 0.0)) * BANDS)
        group, miles = around.rank(number)
        return (max(group, reach.COUNTY_WIDE), band, group, miles, order[page_id])

    return key


def dropping(tag: dict[str, Any], selection: Selection, *, without_seal: int, without_radius: int) -> int:
    """How many services there would be without that filter."""
    within = {"seal": without_seal, "within": without_radius}.get(tag["name"])
    if within is not None:
        return selection.facets.select(selection.chosen, within).matching.bit_count()
    name, option = (AGE, "years") if tag["name"] == "years" else (tag["name"], tag["value"])
    return selection.dropping(name, option)


def other_pages(answer: Answer) -> dict[str, list[Page]]:
    """The first few pages of each kind that are no services and match the words."""
    wanted = {kind: answer.of_kind(kind)[:MOST_OTHER_PAGES] for kind in OTHER_KINDS}
    ids = [page_id for found in wanted.values() for page_id in found]
    pages = pages_called(ids)
    found = {kind: [pages[page_id] for page_id in ids if page_id in pages] for kind, ids in wanted.items()}
    return {kind: pages for kind, pages in found.items() if pages}


def pages_called(ids: Iterable[int]) -> dict[int, Page]:
    """Those of these pages that the public may see, by their ids, as the reader's language calls them. One query at most."""
    language, ids = readers_language(), list(ids)
    found = {page.pk: page for page in _pages_called(ids, language=language)} if ids else {}
    for page in found.values():
        own_title = getattr(page, "own_title", None)
        page.title = own_title or in_english(page.title, language)
        page.search_description = (own_title and page.own_description) or in_english(page.search_description, language)
    return found


@written_once
def _pages_called(ids: list[int], *, language: str) -> Any:
    pages = open_to_all(Page.objects.filter(pk__in=ids))
    if language == settings.LANGUAGE_CODE:
        return pages
    own = translations_in(Page.objects.filter(translation_key=OuterRef("translation_key")), language).order_by()
    return pages.annotate(
        own_title=Subquery(own.values("title")[:1]), own_description=Subquery(own.values("search_description")[:1])
    )


def best_bets(answer: Answer) -> list[tuple[str, str, str]]:
    """What editors put above the results for these words: (words, address, description). Only what everybody may see."""
    ids = [bet.page_id for bet in answer.best_bets if bet.page_id]
    pages = pages_called(ids)
    found = []
    for bet in answer.best_bets:
        page = pages.get(bet.page_id)
        if page is not None:
            found.append((bet.text or page.title, page.url, bet.description or page.search_description))
        elif bet.url:
            found.append((bet.text or bet.url, bet.url, bet.description))
    return found
