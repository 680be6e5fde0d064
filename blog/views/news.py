"""What the list of news and each item show beside their own words."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.core.paginator import Page as ListPage
from django.db.models import Count, Q
from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from localoffer.pages.addresses import language_of
from localoffer.pages.contexts import provides_context
from localoffer.pages.querysets import in_readers_language, open_to_all

from ..finding import look_within, ordered
from ..models import NewsCategory, NewsIndexPage, NewsPage
from .public import address_of, around, choice, hidden


@provides_context(NewsIndexPage)
def news_index(page: NewsIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The news, the newest first; of one category, one year or with some words when the address asks.

    Raises Http404 for a category, a year or a page of the list that is not there.
    """
    items = open_to_all(NewsPage.objects.child_of(page))
    within = look_within(request, items, kind="news", language=language_of(request))
    worded = within.narrow(items)
    category = asked_category(request.GET.get("category"))
    in_category = Q(categories=category) if category else Q()
    years = years_of(items, among=worded.filter(in_category))
    year = asked_year(request.GET.get("year"), years)
    in_year = Q(date__year=year) if year else Q()
    in_list = Count("items", filter=Q(items__in=worded.filter(in_year).values("pk")))
    # Where rows are counted, the model's own order does not hold.
    categories = NewsCategory.objects.annotate(number=in_list).order_by(*NewsCategory._meta.ordering)
    kept = {"year": year, "category": category and category.slug, **within.kept}
    found = ordered(worded.filter(in_category, in_year), within, asked_page(request))
    found.object_list = in_readers_language(found.object_list, language_of(request))
    is_narrowed = bool(year or category or within.question)
    featured = None if is_narrowed or found.number > 1 else next((item for item in found if item.is_featured), None)
    of_years = with_counts([(one, str(one), number) for one, number in years], year)
    of_categories = with_counts([(one.slug, one.name, one.number) for one in categories], kept["category"])
    choices = [
        choice(_("Year"), _("All"), "year", of_years, kept, least=1 if year else 2),
        choice(_("About"), _("Everything"), "category", of_categories, kept, least=1),
    ]
    return {
        "items": found,
        "featured": featured,
        "rest": [item for item in found if item != featured],
        "choices": [links for links in choices if links],
        "year": year,
        "category": category,
        "within": within,
        "number": found.paginator.count,
        "kept": hidden(kept),
        "exact_address": address_of(kept | {"exact": "on"}),
        "all_address": address_of(within.kept),
        "page_address": address_of(kept),
    }


def asked_category(slug: str | None) -> NewsCategory | None:
    if not slug:
        return None
    if found := NewsCategory.objects.filter(slug=slug.replace("\x00", " ")).first():
        return found
    raise Http404


def years_of(items: Any, *, among: Any) -> list[tuple[int, int]]:
    """The years in which there are items, the latest first, with the number of those that are among the second ones."""
    number = Count("pk", filter=Q(pk__in=among.values("pk")))
    return list(items.annotate(year=ExtractYear("date")).values_list("year").annotate(number=number).order_by("-year"))


def asked_year(typed: str | None, years: list[tuple[int, int]]) -> int | None:
    if not typed:
        return None
    for year, _number in years:
        if str(year) == typed:
            return year
    raise Http404


def asked_page(request: HttpRequest) -> Callable[[Paginator], ListPage]:
    def number(paginator: Paginator) -> ListPage:
        try:
            return paginator.page(request.GET.get("page") or 1)
        except InvalidPage:
            raise Http404 from None

    return number


def with_counts(known: list[tuple[Any, str, int]], chosen: Any) -> list[tuple[Any, str]]:
    """(value, words with the number of items) of those that lead to something, and of the chosen one."""
    return [(value, f"{words} ({number})") for value, words, number in known if number or value == chosen]


@provides_context(NewsPage)
def news_item(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    previous, following = around(page)
    return {
        "authors": ", ".join(page.author_names),
        "categories": list(page.categories.all()),
        "previous_item": previous,
        "next_item": following,
    }
