"""The promises as a feed, and as a spreadsheet."""

import csv
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from localoffer.directory.viewsets.export import FORMULA
from localoffer.pages.querysets import open_to_all

from ..choices import PromiseState, StepKind
from ..models import BoardPostPage, Promise, PromisesPage
from .full_text import for_xml

MOST_PROMISES = 200


class PromisesFeed(Feed):
    """Each promise as an entry of an Atom feed, what happened last before the others."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> PromisesPage:
        return promises_page()

    def title(self, page: PromisesPage) -> str:
        return for_xml(page.title)

    def subtitle(self, page: PromisesPage) -> str:
        return for_xml(page.summary)

    def link(self, page: PromisesPage) -> str:
        return page.full_url

    def items(self, page: PromisesPage) -> list[Promise]:
        today = timezone.localdate()
        found = list(Promise.objects.public().with_steps())
        for promise in found:
            promise.page_address = page.full_url
            promise.state, promise.changed_on = promise.state_on(today), changed_on(promise, today)
        return sorted(found, key=lambda promise: (promise.changed_on, promise.pk), reverse=True)[:MOST_PROMISES]

    def item_title(self, promise: Promise) -> str:
        return for_xml(f"{promise.state.label}: {promise.words}")

    def item_description(self, promise: Promise) -> str:
        facts = _("%(owner)s. To be kept by %(due)s.") % {"owner": promise.owner, "due": f"{promise.due_on:%-d %B %Y}"}
        told = format_html_join("", "<li>{}: {}</li>", ((str(step), step.words) for step in promise.history))
        return for_xml(format_html("<p>{}</p><ul>{}</ul>", facts, told))

    def item_link(self, promise: Promise) -> str:
        return f"{promise.page_address}#{promise.key}"

    def item_guid(self, promise: Promise) -> str:
        return f"urn:uuid:{promise.key}"

    def item_pubdate(self, promise: Promise) -> datetime:
        return datetime.combine(promise.made_on, time(12), UTC)

    def item_updateddate(self, promise: Promise) -> datetime:
        return datetime.combine(promise.changed_on, time(12), UTC)


def promises_page() -> PromisesPage:
    """The page of promises that everybody may see; raises Http404 while there is none."""
    return get_object_or_404(open_to_all(PromisesPage.objects).filter(alias_of=None).order_by("pk")[:1])


def changed_on(promise: Promise, today: date) -> date:
    """When there was last something new: a step, or the day on which it became late."""
    days = [promise.made_on, *(step.day for step in promise.history)]
    if promise.state_on(today) == PromiseState.LATE:
        days.append(promise.due_on + timedelta(days=1))
    return max(days)


HEADINGS = [
    "Promise",
    "State",
    "Made on",
    "Made at",
    "Post",
    "Who must keep it",
    "Theme",
    "Priority action area",
    "First date",
    "Date now",
    "Times the date changed",
    "Ended on",
    "Reason",
    "What happened",
    "Number",
]


@require_safe
def promises_csv(request: HttpRequest) -> HttpResponse:
    """All public promises as a spreadsheet, the oldest first; nothing in it is taken for a formula."""
    promises_page()
    today = timezone.localdate()
    posts = {post.pk: post.full_url for post in open_to_all(BoardPostPage.objects.filter(promises__is_public=True)).distinct()}
    # With a mark by which spreadsheets know that it is UTF-8.
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="promises.csv"'
    writer = csv.writer(answer)
    writer.writerow(HEADINGS)
    for promise in Promise.objects.public().with_steps().oldest_first():
        writer.writerow(row_of(promise, posts.get(promise.post_id) or "", today))
    return answer


def row_of(promise: Promise, post: str, today: date) -> list[Any]:
    steps = promise.history
    row = [
        promise.words,
        str(promise.state_on(today).label),
        promise.made_on,
        promise.made_at,
        post,
        promise.owner,
        promise.theme.name if promise.theme else "",
        promise.area.name if promise.area else "",
        promise.first_due,
        promise.due_on,
        sum(1 for step in steps if step.kind == StepKind.NEW_DATE),
        promise.ended_on or "",
        promise.reason,
        "; ".join(f"{step}: {step.words}" for step in steps),
        str(promise.key),
    ]
    return [for_a_cell(value) if isinstance(value, str) else value for value in row]


def for_a_cell(words: str) -> str:
    """In one line, with a mark before what a spreadsheet would take for a formula."""
    line = " ".join(for_xml(words).split())
    return f"'{line}" if line.startswith(FORMULA) else line
