from typing import Any

from localoffer.blocks.rules import lines_of
from localoffer.blocks.words import words_of
from localoffer.search.registry import Shown

from .models import (
    BoardMeetingPage,
    BoardMeetingsPage,
    BoardMembersPage,
    BoardPostPage,
    BoardThemePage,
    Measure,
    MeasuresPage,
    NewsPage,
)


def describe_post(page: BoardPostPage) -> Shown:
    return Shown(
        title=page.title,
        topics=", ".join(tag.name for tag in page.tags.all()),
        summary=page.summary,
        body=f"{page.in_short} {page.for_young_people} {words_of(page.body)}",
        organisation=page.author.name if page.author else "",
    )


def describe_news(page: NewsPage) -> Shown:
    return Shown(
        title=page.title,
        topics=", ".join(page.category_names),
        summary=page.summary,
        body=words_of(page.body),
        organisation=", ".join(page.author_names),
    )


def read_news(pages: Any) -> Any:
    return pages.prefetch_related("bylines__author", "categories")


def describe_measures(page: MeasuresPage) -> Shown:
    """The page of all measures is found by the name and the meaning of each; there is one such page."""
    told = "\n".join(f"{one.name}. {one.meaning}" for one in Measure.objects.public().in_order())
    return Shown(title=page.title, summary=page.summary, body=f"{page.about}\n{told}")


def read_themes(pages: Any) -> Any:
    return pages.select_related("theme")


def describe_theme(page: BoardThemePage) -> Shown:
    return Shown(title=page.title, other_names=page.theme.name if page.theme else "", summary=page.summary)


def describe_members(page: BoardMembersPage) -> Shown:
    return Shown(title=page.title, summary=page.summary, body=page.searched_words())


def describe_meetings(page: BoardMeetingsPage) -> Shown:
    return Shown(title=page.title, summary=page.summary)


def describe_meeting(page: BoardMeetingPage) -> Shown:
    """Also by the names of its papers."""
    papers = "\n".join(str(paper) for paper in page.papers.all())
    return Shown(
        title=page.title,
        summary=page.summary,
        body=f"{lines_of(page.agenda)}\n{lines_of(page.minutes)}\n{papers}",
        place=page.place,
    )


def read_meetings(pages: Any) -> Any:
    return pages.prefetch_related("papers__document")
