"""The newest posts as feeds, in Atom (RFC 4287) and JSON Feed 1.1: all, those on one theme, or those by one author."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from localoffer.pages.querysets import in_readers_language, open_to_all

from ..models import AuthorProfile, BoardBlogPage, BoardPostPage, BoardTheme, NewsIndexPage, NewsPage
from .full_text import for_xml, full_text

MOST_POSTS = 30


@dataclass(frozen=True)
class Chosen:
    """What a feed is of: its title, and its posts, the newest first."""

    index: BoardBlogPage | NewsIndexPage
    title: str
    posts: list[Any]


def chosen(theme: str | None, author: str | None) -> Chosen:
    """``theme``, ``author``: the slug that the address names, or None for all. Raises Http404 for what is not there."""
    blog = get_object_or_404(open_to_all(BoardBlogPage.objects).filter(alias_of=None).order_by("pk")[:1])
    in_readers_language([blog], feed_language())
    posts, title = open_to_all(BoardPostPage.objects.child_of(blog)), blog.title
    if theme is not None:
        about = get_object_or_404(BoardTheme, slug=theme)
        posts, title = posts.on_themes([about.pk]), f"{title}: {about.name}"
    if author is not None:
        by = get_object_or_404(AuthorProfile, slug=author)
        posts, title = posts.filter(author=by), f"{title}: {by.name}"
    found = in_readers_language(posts.newest_first().for_cards()[:MOST_POSTS], feed_language())
    if author is not None and not found:  # who has written nothing public is nobody's business
        raise Http404
    return Chosen(blog, for_xml(title), found)


def feed_language() -> str:
    """The language of the address that the feed has: each post is in it where it was translated."""
    return get_language() or settings.LANGUAGE_CODE


def written_at(post: BoardPostPage | NewsPage) -> datetime:
    return datetime.combine(post.date, time(12), UTC)


def changed_at(post: BoardPostPage | NewsPage) -> datetime:
    return post.last_published_at or written_at(post)


def identity(post: BoardPostPage | NewsPage) -> str:
    """Lasts when the address changes."""
    return f"urn:uuid:{post.translation_key}"


class WithContent(Atom1Feed):
    """Django's Atom feed, with the whole text beside the summary, and with all authors."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["more_authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("content", item["content"], {"type": "html"})


class BoardFeed(Feed):
    feed_type = WithContent

    def get_object(self, request: HttpRequest, theme: str | None = None, author: str | None = None) -> Chosen:
        return chosen(theme, author)

    def title(self, feed: Chosen) -> str:
        return feed.title

    def subtitle(self, feed: Chosen) -> str:
        return for_xml(feed.index.summary)

    def link(self, feed: Chosen) -> str:
        return feed.index.full_url

    def items(self, feed: Chosen) -> list[Any]:
        return feed.posts

    def item_title(self, post: Any) -> str:
        return for_xml(post.title)

    def item_description(self, post: BoardPostPage) -> str:
        """HTML, as feed readers take it to be; the words themselves are plain text."""
        return for_xml(format_html("<p>{}</p><p><b>{}</b></p><p>{}</p>", post.summary, _("In short"), post.in_short))

    def item_extra_kwargs(self, post: Any) -> dict[str, Any]:
        return {"content": full_text(post), "more_authors": [for_xml(name) for name in post.author_names[1:]]}

    def item_link(self, post: Any) -> str:
        return post.full_url

    def item_guid(self, post: Any) -> str:
        return identity(post)

    def item_author_name(self, post: Any) -> str:
        return for_xml(post.author_names[0]) if post.author_names else ""

    def item_pubdate(self, post: Any) -> datetime:
        return written_at(post)

    def item_updateddate(self, post: Any) -> datetime:
        return changed_at(post)


@require_safe
def board_json(request: HttpRequest, theme: str | None = None, author: str | None = None) -> HttpResponse:
    """The same as JSON Feed 1.1 (jsonfeed.org)."""
    return as_json(request, chosen(theme, author))


def as_json(request: HttpRequest, feed: Chosen) -> HttpResponse:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.index.full_url,
        "feed_url": request.build_absolute_uri(request.path),
        "description": for_xml(feed.index.summary),
        "language": feed_language(),
        "items": [
            {
                "id": identity(post),
                "url": post.full_url,
                "title": for_xml(post.title),
                "summary": for_xml(post.summary),
                "content_html": full_text(post),
                "date_published": written_at(post).isoformat(),
                "date_modified": changed_at(post).isoformat(),
                "authors": [{"name": for_xml(name)} for name in post.author_names],
            }
            for post in feed.posts
        ],
    }
    return JsonResponse(data, content_type="application/feed+json")
