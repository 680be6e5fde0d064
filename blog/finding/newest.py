"""What the blocks of a page show of the newest posts and news."""

from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from localoffer.pages.querysets import open_to_all
from localoffer.questions import written_once

from ..models import BoardPostPage, NewsPage
from ..rules.picking import MOST, Pick


class Card(NamedTuple):
    page: Page
    label: str


def newest(picks: Collection[Pick], *, locale_id: int) -> dict[Pick, list[Card]]:
    """What each of the picks shows, the newest first. At most four queries, however many picks there are."""
    themes = {pick.theme for pick in picks if pick.has_posts}
    categories = {pick.category for pick in picks if pick.has_news}
    posts = _newest_of(BoardPostPage, "themes", themes, locale_id)
    news = _newest_of(NewsPage, "categories", categories, locale_id)
    found = {}
    for pick in picks:
        cards = [Card(page, _("Post of the board")) for page in posts.get(pick.theme, []) if pick.has_posts]
        cards += [Card(page, _("News")) for page in news.get(pick.category, []) if pick.has_news]
        found[pick] = sorted(cards, key=lambda card: (card.page.date, card.page.pk), reverse=True)[: pick.number]
    return found


def _newest_of(model: Any, relation: str, chosen: set[int | None], locale_id: int) -> dict[int | None, list[Any]]:
    """The newest pages of each choice (None: of all). All choices are read at once."""
    if not chosen:
        return {}
    some = sorted(one for one in chosen if one)
    if some:
        pages = _newest_pages(locale_id, some, model=model, relation=relation, and_of_all=None in chosen)
    else:
        pages = _newest_pages(locale_id, model=model, relation=relation, and_of_all=True)
    has: set[tuple[int, int]] = set()
    if chosen - {None}:
        through = getattr(model, relation).through
        own, other = model._meta.model_name, model._meta.get_field(relation).related_model._meta.model_name
        has = set(through.objects.filter(**{f"{own}__in": [page.pk for page in pages]}).values_list(own, other))
    return {one: [page for page in pages if one is None or (page.pk, one) in has] for one in chosen}


@written_once
def _newest_pages(locale_id: int, some: Collection[int] = (), *, model: Any, relation: str, and_of_all: bool) -> Any:
    public, wanted = open_to_all(model.objects.filter(locale=locale_id)), Q()
    for of_it in ([public] if and_of_all else []) + [public.filter(**{relation: one}) for one in some]:
        wanted |= Q(pk__in=of_it.newest_first().values("pk")[:MOST])
    return model.objects.filter(wanted).newest_first()
