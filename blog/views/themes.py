"""What a theme of the board's work gathers: posts, promises and measures."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone

from localoffer.pages.contexts import provides_context
from localoffer.pages.querysets import open_to_all

from ..models import BoardPostPage, BoardThemePage, Measure, Promise
from .beside import blog_path_of, pages_beside
from .public import as_it_stands

POSTS_ON_A_PAGE = 10
MOST_PROMISES = 20
MOST_MEASURES = 24


@provides_context(BoardThemePage)
def theme(page: BoardThemePage, request: HttpRequest) -> dict[str, Any]:
    today, of_blog = timezone.localdate(), blog_path_of(page)
    beside = pages_beside(of_blog)
    posts = open_to_all(BoardPostPage.objects.filter(path__startswith=of_blog)).on_themes([page.theme_id or 0])
    found = Paginator(posts.newest_first().for_cards(), POSTS_ON_A_PAGE).get_page(request.GET.get("page"))
    promises = list(Promise.objects.public().about(page.theme_id or 0).newest_first()[: MOST_PROMISES + 1])
    measures = list(Measure.objects.public().about(page.theme_id or 0).in_order().with_recent()[: MOST_MEASURES + 1])
    return {
        "theme": page.theme,
        "posts": found,
        "page_address": "?",
        "promises": [as_it_stands(promise, today) for promise in promises[:MOST_PROMISES]],
        "more_promises": len(promises) > MOST_PROMISES,
        "measures": measures[:MOST_MEASURES],
        "more_measures": len(measures) > MOST_MEASURES,
        "promises_page": beside.promises_page,
        "measures_page": beside.measures_page,
        "other_themes": [one for one in beside.themes if one.pk != page.pk],
    }
