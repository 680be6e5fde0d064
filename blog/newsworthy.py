"""What the e-mail alerts tell of the board: its posts, the news, and by theme what happened to its promises."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from localoffer.alerts.querysets import words_by_language
from localoffer.alerts.registry import Item, Source, Subject, Words
from localoffer.pages.querysets import open_to_all

from .models import BoardPostPage, BoardTheme, NewsPage, PromisesPage, PromiseStep

BOARD = "board"
NEWS = "news"
# A post of a meeting long ago is put up for the record, such as one brought in from an old document. It is no news.
LONG_AGO = timedelta(days=60)


def theme_key(theme_id: int) -> str:
    """By its number: the name and the address of a theme may change, and who follows it stays."""
    return f"theme-{theme_id}"


def themes_of(posts: Iterable[BoardPostPage]) -> dict[int, list[str]]:
    """The keys of the themes and areas that each post is about, by the post's number: one question for all."""
    found: dict[int, list[str]] = {}
    rows = BoardPostPage.themes.through.objects.filter(boardpostpage__in=[post.pk for post in posts])
    for post, theme in rows.order_by("boardtheme").values_list("boardpostpage", "boardtheme"):
        found.setdefault(post, []).append(theme_key(theme))
    return found


def board() -> list[Subject]:
    return [Subject(BOARD, _("Posts of the board"))]


def words_of(page: Any) -> Words:
    return Words(title=page.title, words=page.summary, address=page.url or "")


def told(model: Any, since: datetime, until: datetime) -> tuple[list[Any], dict[Any, dict[str, Words]]]:
    """The pages of a type that have a date and were published for the first time then; how they read in other languages."""
    public = open_to_all(model.objects.filter(first_published_at__gt=since, first_published_at__lte=until))
    own = public.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    found = list(own.filter(date__gte=timezone.localdate(since) - LONG_AGO).order_by("date", "pk"))
    keys = [page.translation_key for page in found]
    return found, words_by_language(model.objects, keys, words_of) if found else {}


def posts(since: datetime, until: datetime) -> Iterable[Item]:
    found, others = told(BoardPostPage, since, until)
    about = themes_of(found)
    for post in found:
        key = post.translation_key
        yield Item((BOARD, *about.get(post.pk, [])), f"post-{key}", words_of(post), others.get(key, {}))


def news() -> list[Subject]:
    return [Subject(NEWS, _("News"))]


def news_items(since: datetime, until: datetime) -> Iterable[Item]:
    found, others = told(NewsPage, since, until)
    for item in found:
        key = item.translation_key
        yield Item((NEWS,), f"news-{key}", words_of(item), others.get(key, {}))


def themes() -> list[Subject]:
    return [Subject(theme_key(theme.pk), theme.name) for theme in BoardTheme.objects.all()]


def steps(since: datetime, until: datetime) -> Iterable[Item]:
    """What happened to public promises that have a theme or area; nothing while the page of promises is not public."""
    new = PromiseStep.objects.filter(recorded_at__gt=since, recorded_at__lte=until, promise__is_public=True)
    of_a_theme = new.exclude(promise__theme=None, promise__area=None)
    found = list(of_a_theme.select_related("promise__theme", "promise__area").order_by("recorded_at", "pk"))
    if not found:
        return
    page = open_to_all(PromisesPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)).first()
    for step in found if page else []:
        about = [theme_key(number) for number in (step.promise.theme_id, step.promise.area_id) if number]
        yield Item(tuple(about), f"step-{step.pk}", step_words(step, page))


def step_words(step: PromiseStep, page: Any) -> Words:
    promise = step.promise
    chosen = f"?theme={promise.theme.slug}" if promise.theme else ""
    return Words(
        title=f"{step.get_kind_display()}: {promise.words}",
        words=step.words,
        address=f"{page.url}{chosen}#{promise.key}",
    )


POSTS = Source("board", subjects=board, items=posts)
NEWS_ITEMS = Source("news", subjects=news, items=news_items)
PROMISES = Source("themes", subjects=themes, items=steps)
