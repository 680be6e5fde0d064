from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from localoffer.pages.querysets import open_to_all

from . import index
from .models import SearchEntry, SynonymGroup
from .services import enqueue_reindex, translations_of


def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    index.put(instance)
    hide_and_show_all(others_of_its_family(instance))
    enqueue_reindex(translations_of([instance.pk]))  # what they take from the English page may be new


def on_gone(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    index.take_out([instance.pk])


def on_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """What nobody may see in English any more goes from the searches in all languages."""
    index.take_out([instance.pk])
    hide_and_show_all(others_of_its_family(instance))


def on_deleted(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    enqueue_reindex(list(others_of_its_family(instance).filter(alias_of=None).values_list("pk", flat=True)))


def others_of_its_family(page: Page) -> Any:
    """The same page in other languages."""
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


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
    page_unpublished.connect(on_unpublished, dispatch_uid="search.unpublished")
    post_page_move.connect(on_moved, dispatch_uid="search.moved")
    # Before, not after: with the page goes its entry, and its words could not be counted down.
    pre_delete.connect(on_gone, sender=Page, dispatch_uid="search.deleted")
    post_delete.connect(on_deleted, sender=Page, dispatch_uid="search.after-deleted")
    for signal in (post_save, post_delete):
        signal.connect(on_restriction, sender=PageViewRestriction, dispatch_uid="search.restricted")
        for model in (SynonymGroup, SearchPromotion, Query):
            signal.connect(on_vocabulary, sender=model, dispatch_uid=f"search.{model.__name__}")
