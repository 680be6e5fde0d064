"""What the board's pages show beside their own words."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from taggit.models import Tag

from localoffer.pages.contexts import provides_context
from localoffer.pages.querysets import open_to_all

from ..models import BoardBlogPage, BoardPostPage

PAGE_SIZE = 10


@provides_context(BoardBlogPage)
def post_index(page: BoardBlogPage, request: HttpRequest) -> dict[str, Any]:
    """The posts, the newest first; of one year or tag when the address asks. Unknown ones are left out."""
    posts = open_to_all(BoardPostPage.objects.child_of(page))
    years = list(posts.annotate(year=ExtractYear("date")).order_by("-year").values_list("year", flat=True).distinct())
    tags = list(Tag.objects.filter(blog_posttag_items__content_object__in=posts).annotate(posts=Count("pk")).order_by("name"))
    year = next((known for known in years if str(known) == request.GET.get("year")), None)
    tag = next((known for known in tags if known.slug == request.GET.get("tag")), None)
    chosen = posts.of_year(year) if year else posts
    chosen = chosen.tagged(tag.slug) if tag else chosen
    found = Paginator(chosen.newest_first().for_cards(), PAGE_SIZE).get_page(request.GET.get("page"))
    filters = {"year": year, "tag": tag.slug if tag else None}
    return {
        "posts": found,
        "years": years,
        "tags": tags,
        "year": year,
        "tag": tag,
        "page_address": "?" + "&".join(f"{name}={value}" for name, value in filters.items() if value),
    }


@provides_context(BoardPostPage)
def post(page: BoardPostPage, request: HttpRequest) -> dict[str, Any]:
    others = open_to_all(BoardPostPage.objects.sibling_of(page, inclusive=False))
    earlier = Q(date__lt=page.date) | Q(date=page.date, pk__lt=page.pk or 0)
    later = Q(date__gt=page.date) | Q(date=page.date, pk__gt=page.pk or 0)
    return {
        "previous_post": others.filter(earlier).order_by("-date", "-pk").first(),
        "next_post": others.filter(later).order_by("date", "pk").first(),
        "tags": list(page.tags.all()),
    }
