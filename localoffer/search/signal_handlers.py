from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from localoffer.pages.querysets import open_to_all

from . import index
from .models import SearchEntry, SynonymGroup
from .services import enqueue_reindex


def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    index.put(instance)
    hide_and_show_all(Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk))


def on_gone(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    index.take_out([instance.pk])
    hide_and_show_all(Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk))


def on_moved(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    hide_and_show(instance)


def on_restriction(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    origin = kwargs.get("origin", instance)  # another one when the page itself is being deleted
    page = Page.objects.filter(pk=instance.page_id).first()
    if page and getattr(origin, "model", type(origin)) is sender:
        hide_and_show(page)


def on_vocabulary(sender: Any, **kwargs: Any) -> None:
    """Synonyms and best bets are held in memory until the version changes."""
    index.renew()


def hide_and_show(page: Page) -> None:
    """Does so with this page and those below it, in all languages."""
    keys = Page.objects.descendant_of(page, inclusive=True).order_by().values("translation_key")
    hide_and_show_all(Page.objects.filter(translation_key__in=keys))


def hide_and_show_all(pages: Any) -> None:
    """Takes out at once what of the pages is not open to all; what is open is put in soon."""
    shown = set(open_to_all(pages).values_list("pk", flat=True))
    there = set(SearchEntry.objects.filter(page__in=pages.order_by().values("pk")).values_list("page_id", flat=True))
    if there - shown:
        index.take_out(there - shown)
    enqueue_reindex(sorted(shown - there))


def connect() -> None:
    page_published.connect(on_published, dispatch_uid="search.published")
    page_unpublished.connect(on_gone, dispatch_uid="search.unpublished")
    post_page_move.connect(on_moved, dispatch_uid="search.moved")
    # Before, not after: with the page goes its entry, and its words could not be counted down.
    pre_delete.connect(on_gone, sender=Page, dispatch_uid="search.deleted")
    for signal in (post_save, post_delete):
        signal.connect(on_restriction, sender=PageViewRestriction, dispatch_uid="search.restricted")
        for model in (SynonymGroup, SearchPromotion, Query):
            signal.connect(on_vocabulary, sender=model, dispatch_uid=f"search.{model.__name__}")
