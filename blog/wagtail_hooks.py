from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from . import admin_urls
from .choices import ChairsAnswer
from .models import AuthorProfile, BoardBlogPage
from .services import blogs_for, may_add_posts, may_open
from .viewsets import BoardGroup, NewsPageViewSet

BRING_IN = "Bring in a Word document"
START = "Write a board post"


class AuthorViewSet(SnippetViewSet):
    """The authors of the board's blog."""

    model = AuthorProfile
    icon = "user"
    menu_label = "Authors"
    list_display = ["name", "role"]


register_snippet(AuthorViewSet)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[Any]:
    return admin_urls.urlpatterns


class ForWriters(MenuItem):
    """For those who may add posts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(blogs_for(request.user))


@hooks.register("register_admin_menu_item")
def register_bring_in() -> MenuItem:
    return ForWriters(BRING_IN, reverse("blog_word"), name="bring-in-word", icon_name="upload", order=230)


@hooks.register("register_admin_menu_item")
def register_start() -> MenuItem:
    return ForWriters(START, reverse("blog_start"), name="start-post", icon_name="edit", order=225)


@hooks.register("register_page_header_buttons")
def bring_in_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page.specific, BoardBlogPage) and may_add_posts(page.specific, user):
        yield Button("Post with the usual sections", reverse("blog_start"), icon_name="edit", priority=65)
        yield Button(BRING_IN, reverse("blog_word"), icon_name="upload", priority=70)


@hooks.register("before_serve_document")
def hold_papers_back(document: Any, request: HttpRequest) -> None:
    """As if it were not there: also that there is a paper is nobody's business before its meeting is published."""
    if not may_open(document, request.user):
        raise Http404


@hooks.register("register_admin_viewset")
def register_board() -> BoardGroup:
    return BoardGroup()


# After Wagtail's own and the one of all pages (localoffer.pages), which have the orders 0 and 100.
@hooks.register("register_admin_viewset", order=200)
def register_news_pages() -> NewsPageViewSet:
    return NewsPageViewSet()


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("blog.figures")
    class FiguresWritten(LogFormatter):
        label = "Write figures of a measure"

        def format_message(self, log_entry: Any) -> str:
            counts = ", ".join(f"{log_entry.data.get(name, 0)} {name}" for name in ("added", "changed", "removed"))
            return ". ".join([f"Figures: {counts}", *log_entry.data.get("changes", [])])

    actions.register_action("blog.chair_asked", "Ask the chair", "The chair was asked to approve the post")

    @actions.register_action("blog.chair_answered")
    class ChairAnswered(LogFormatter):
        label = "Answer of the chair"

        def format_message(self, log_entry: Any) -> str:
            approved = log_entry.data.get("answer") == ChairsAnswer.APPROVED
            return "The chair approved the post" if approved else "The chair sent the post back"
