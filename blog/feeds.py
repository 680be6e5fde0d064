import re
from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import gettext as _

from localoffer.pages.querysets import open_to_all

from .models import BoardBlogPage, BoardPostPage

MOST_POSTS = 30
# XML has no way to hold these; one that was pasted into a title would stop the whole feed.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def for_xml(words: str) -> str:
    return CONTROL_CHARACTERS.sub(" ", words)


class BoardFeed(Feed):
    """The newest posts as an Atom feed."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> BoardBlogPage:
        return get_object_or_404(open_to_all(BoardBlogPage.objects).filter(alias_of=None).order_by("pk")[:1])

    def title(self, blog: BoardBlogPage) -> str:
        return for_xml(blog.title)

    def subtitle(self, blog: BoardBlogPage) -> str:
        return for_xml(blog.summary)

    def link(self, blog: BoardBlogPage) -> str:
        return blog.full_url

    def items(self, blog: BoardBlogPage) -> Any:
        return open_to_all(BoardPostPage.objects.child_of(blog)).newest_first().for_cards()[:MOST_POSTS]

    def item_title(self, post: BoardPostPage) -> str:
        return for_xml(post.title)

    def item_description(self, post: BoardPostPage) -> str:
        """HTML, as feed readers take it to be; the words themselves are plain text."""
        return for_xml(format_html("<p>{}</p><p><b>{}</b></p><p>{}</p>", post.summary, _("In short"), post.in_short))

    def item_link(self, post: BoardPostPage) -> str:
        return post.full_url

    def item_guid(self, post: BoardPostPage) -> str:
        return f"urn:uuid:{post.translation_key}"

    def item_author_name(self, post: BoardPostPage) -> str:
        return for_xml(post.author.name) if post.author else ""

    def item_pubdate(self, post: BoardPostPage) -> datetime:
        return datetime.combine(post.date, time(12), UTC)

    def item_updateddate(self, post: BoardPostPage) -> datetime:
        return post.last_published_at or self.item_pubdate(post)
