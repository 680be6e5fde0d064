"""What the board's pages show beside their own words."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from taggit.models import Tag

from localoffer.pages.addresses import language_of
from localoffer.pages.contexts import provides_context
from localoffer.pages.querysets import in_readers_language, open_to_all
from localoffer.questions import written_once

from ..choices import STATE_ICONS, PromiseState
from ..finding import look_within, ordered
from ..models import (
    AuthorProfile,
    BoardBlogPage,
    BoardMembersPage,
    BoardPostPage,
    BoardTheme,
    PostCorrection,
    Promise,
    PromisesPage,
)
from .beside import blog_path_of, pages_beside

PROMISES_ON_A_PAGE = 20
MOST_RELATED = 3


@provides_context(BoardBlogPage)
def post_index(page: BoardBlogPage, request: HttpRequest) -> dict[str, Any]:
    """The posts, the newest first; of one year, tag or author when the address asks. Unknown ones are left out.

    With words (``q``), those that have them, the best first.
    """
    posts = open_to_all(BoardPostPage.objects.child_of(page))
    years = list(posts.annotate(year=ExtractYear("date")).order_by("-year").values_list("year", flat=True).distinct())
    tags = list(Tag.objects.filter(blog_posttag_items__content_object__in=posts).annotate(posts=Count("pk")).order_by("name"))
    authors = list(AuthorProfile.objects.filter(Exists(posts.filter(author=OuterRef("pk")))))
    year = next((known for known in years if str(known) == request.GET.get("year")), None)
    tag = next((known for known in tags if known.slug == request.GET.get("tag")), None)
    author = next((known for known in authors if known.slug == request.GET.get("author")), None)
    chosen = posts.of_year(year) if year else posts
    chosen = chosen.tagged(tag.slug) if tag else chosen
    chosen = chosen.filter(author=author) if author else chosen
    within = look_within(request, posts, kind="post", language=language_of(request))
    found = ordered(within.narrow(chosen), within, lambda paginator: paginator.get_page(request.GET.get("page")))
    found.object_list = in_readers_language(found.object_list, language_of(request))
    kept = {"year": year, "tag": tag and tag.slug, "author": author and author.slug, **within.kept}
    beside = pages_beside(page.path)
    choices = [
        choice(_("Year"), _("All"), "year", [(number, number) for number in years], kept, least=2),
        choice(_("About"), _("Everything"), "tag", [(known.slug, known.name) for known in tags], kept, least=1),
        choice(_("Written by"), _("Everybody"), "author", [(known.slug, known.name) for known in authors], kept, least=2),
    ]
    return {
        "posts": found,
        "choices": [links for links in choices if links],
        "year": year,
        "tag": tag,
        "author": author,
        "beside": beside,
        "measures_page": beside.measures_page,
        "news_page": beside.news_page,
        "within": within,
        "number": found.paginator.count,
        "kept": hidden(kept),
        "exact_address": address_of(kept | {"exact": "on"}),
        "all_address": address_of(within.kept),
        "page_address": address_of(kept),
    }


def choice(
    heading: str, everything: str, name: str, known: list[tuple[Any, Any]], kept: dict[str, Any], *, least: int
) -> dict[str, Any] | None:
    """Links that choose posts by one thing and keep the other choices; None where there are fewer than ``least`` to choose."""
    if len(known) < least:
        return None
    links = [(None, everything), *known]
    return {
        "heading": heading,
        "links": [
            {"words": words, "address": address_of(kept | {name: value}), "chosen": kept[name] == value} for value, words in links
        ],
    }


@provides_context(BoardPostPage)
def post(page: BoardPostPage, request: HttpRequest) -> dict[str, Any]:
    beside = pages_beside(blog_path_of(page), meeting_id=page.meeting_id)
    themes, tags, corrections = own_parts(page)
    return {
        "meeting": beside.meeting,
        "tags": tags,
        "corrections": corrections,
        "promises": promises_of(page),
        "promises_page": beside.promises_page,
        "measures_page": beside.measures_page,
        "theme_pages": beside.of(themes),
    } | other_posts(page, themes, language_of(request))


def own_parts(page: BoardPostPage) -> tuple[list[int], list[Tag], list[PostCorrection]]:
    """The numbers of its themes, its tags and its corrections. A draft that somebody previews has its own with it."""
    if page.pk is None or getattr(page, "_cluster_related_objects", None):
        return [theme.pk for theme in page.themes.all()], list(page.tags.all()), list(page.corrections.all())
    return _themes_of(page.pk), _tags_of(page.pk), _corrections_of(page.pk)


@written_once
def _themes_of(post_id: int) -> Any:
    return BoardPostPage.themes.through.objects.filter(boardpostpage=post_id).values_list("boardtheme", flat=True)


@written_once
def _tags_of(post_id: int) -> Any:
    return Tag.objects.filter(blog_posttag_items__content_object=post_id).order_by("blog_posttag_items__pk")


@written_once
def _corrections_of(post_id: int) -> Any:
    return PostCorrection.objects.filter(page=post_id)


def around(page: Any) -> tuple[Any, Any]:
    """The page of the same type and parent that was dated just before this one, and the one just after."""
    place = (blog_path_of(page), page.depth, page.date, page.pk or 0)
    found = _around(*place, model=type(page))
    here = (page.date, page.pk or 0)
    return (
        next((one for one in found if (one.date, one.pk) < here), None),
        next((one for one in found if (one.date, one.pk) > here), None),
    )


@written_once
def _around(above: str, depth: int, day: date, number: int, *, model: Any) -> Any:
    earlier, later = _before_and_after(above, depth, day, number, model=model)
    return model.objects.filter(Q(pk__in=earlier[:1].values("pk")) | Q(pk__in=later[:1].values("pk")))


def _before_and_after(above: str, depth: int, day: date, number: int, *, model: Any) -> tuple[Any, Any]:
    """Those of that type and place dated before, the newest first, and those dated after, the oldest first."""
    others = open_to_all(model.objects.filter(path__startswith=above, depth=depth))
    earlier = others.filter(Q(date__lt=day) | Q(date=day, pk__lt=number)).order_by("-date", "-pk")
    later = others.filter(Q(date__gt=day) | Q(date=day, pk__gt=number)).order_by("date", "pk")
    return earlier, later


def other_posts(page: BoardPostPage, themes: list[int], language: str) -> dict[str, Any]:
    """The posts before and after this one, and the newest others on one of its themes: in one query."""
    here = (page.date, page.pk or 0)
    # No theme has the number 0: so one question serves posts without themes, too.
    found = in_readers_language(_other_posts(blog_path_of(page), page.depth, *here, themes or [0]), language)
    return {
        "previous_post": next((one for one in found if (one.date, one.pk) < here), None),
        "next_post": next((one for one in reversed(found) if (one.date, one.pk) > here), None),
        # Those before and after may be on a theme too; the newest come first all the same.
        "related_posts": [one for one in found if one.is_related][:MOST_RELATED],
    }


@written_once
def _other_posts(above: str, depth: int, day: date, number: int, themes: list[int]) -> Any:
    earlier, later = _before_and_after(above, depth, day, number, model=BoardPostPage)
    on_them = Exists(BoardPostPage.themes.through.objects.filter(boardpostpage=OuterRef("pk"), boardtheme__in=themes))
    posts = open_to_all(BoardPostPage.objects.filter(path__startswith=above, depth=depth))
    related = posts.filter(on_them).exclude(pk=number).newest_first()
    asked = reduce(or_, (Q(pk__in=some.values("pk")) for some in (earlier[:1], later[:1], related[:MOST_RELATED])))
    return BoardPostPage.objects.filter(asked).annotate(is_related=on_them).newest_first()


@provides_context(BoardMembersPage)
def members(page: BoardMembersPage, request: HttpRequest) -> dict[str, Any]:
    return {"partners": page.by_partner()}


def as_it_stands(promise: Promise, today: date) -> Promise:
    """The same, with its state of the day for templates."""
    promise.state = promise.state_on(today)
    promise.icon = STATE_ICONS[promise.state]
    return promise


def promises_of(post: BoardPostPage) -> list[Promise]:
    """What was promised in that post, in whatever language it is read."""
    return promises_in([post])


def promises_in(posts: list[BoardPostPage]) -> list[Promise]:
    """What was promised in these posts, the oldest first."""
    found = _public_promises([post.translation_key for post in posts])
    return [as_it_stands(promise, timezone.localdate()) for promise in found]


@written_once
def _public_promises(keys: list[UUID]) -> Any:
    return Promise.objects.public().filter(post__translation_key__in=keys).oldest_first()


@provides_context(PromisesPage)
def promises(page: PromisesPage, request: HttpRequest) -> dict[str, Any]:
    """Public promises, the oldest first, with the counts of their states; of one theme, post or state when the address asks.

    What it does not know is left out.
    """
    today = timezone.localdate()
    posts = {post.pk: post for post in open_to_all(BoardPostPage.objects.filter(promises__is_public=True)).distinct()}
    promised = Promise.objects.public().filter(Q(theme=OuterRef("pk")) | Q(area=OuterRef("pk")))
    themes = list(BoardTheme.objects.filter(Exists(promised)))
    theme = next((known for known in themes if known.slug == request.GET.get("theme")), None)
    post = next((known for known in posts.values() if str(known.pk) == request.GET.get("post")), None)
    state = next((known for known in PromiseState if known.value == request.GET.get("state")), None)
    narrowed = Promise.objects.public()
    narrowed = narrowed.about(theme) if theme else narrowed
    narrowed = narrowed.filter(post=post) if post else narrowed
    counts = narrowed.counts(today)
    chosen = narrowed.in_state(state, today) if state else narrowed
    found = Paginator(chosen.with_steps().oldest_first(), PROMISES_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = list(found.object_list)
    theme_pages = {one.theme_id: one for one in pages_beside(blog_path_of(page)).themes}
    for promise in shown:
        as_it_stands(promise, today).shown_post = posts.get(promise.post_id)
        promise.theme_page, promise.area_page = theme_pages.get(promise.theme_id), theme_pages.get(promise.area_id)
    found.object_list = shown
    kept = {"theme": theme.slug if theme else None, "post": post.pk if post else None}
    return {
        "found": found,
        "number": found.paginator.count,
        "all_of_them": sum(counts.values()),
        "counts": [
            {
                "state": known,
                "number": counts[known.value],
                "icon": STATE_ICONS[known],
                "address": address_of(kept | {"state": known.value}),
            }
            for known in PromiseState
        ],
        "themes": themes,
        "theme": theme,
        "theme_page": theme_pages.get(theme.pk) if theme else None,
        "post": post,
        "state": state,
        "any_state": address_of(kept),
        "page_address": address_of(kept | {"state": state.value if state else None}),
    }


def hidden(kept: dict[str, Any]) -> list[tuple[str, Any]]:
    """What a form that asks for words keeps of the choices in its address."""
    return [(name, value) for name, value in kept.items() if value and name not in ("q", "exact")]


def address_of(values: dict[str, Any]) -> str:
    """A query string of those that have a value; "?" for none."""
    return f"?{urlencode({name: value for name, value in values.items() if value})}"
