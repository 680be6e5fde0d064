"""The newest news as feeds, in Atom and JSON Feed, as those of the posts: all, or those of one category."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from localoffer.pages.querysets import in_readers_language, open_to_all

from ..models import NewsCategory, NewsIndexPage, NewsPage
from .full_text import for_xml
from .posts import MOST_POSTS, BoardFeed, Chosen, as_json, feed_language


def chosen_news(category: str | None) -> Chosen:
    """``category``: the slug that the address names, or None for all. Raises Http404 for what is not there."""
    index = get_object_or_404(open_to_all(NewsIndexPage.objects).filter(alias_of=None).order_by("pk")[:1])
    in_readers_language([index], feed_language())
    items, title = open_to_all(NewsPage.objects.child_of(index)), index.title
    if category is not None:
        about = get_object_or_404(NewsCategory, slug=category)
        items, title = items.filter(categories=about), f"{title}: {about.name}"
    found = in_readers_language(items.newest_first().for_cards()[:MOST_POSTS], feed_language())
    return Chosen(index, for_xml(title), found)


class NewsFeed(BoardFeed):
    def get_object(self, request: HttpRequest, category: str | None = None) -> Chosen:  # type: ignore[override]
        return chosen_news(category)

    def item_description(self, item: NewsPage) -> str:  # type: ignore[override]
        return for_xml(format_html("<p>{}</p>", item.summary))


@require_safe
def news_json(request: HttpRequest, category: str | None = None) -> HttpResponse:
    return as_json(request, chosen_news(category))
