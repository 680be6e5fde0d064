"""Whatever can change an address or who may see a page ends what was kept; old addresses go on working."""

from typing import Any

from django.conf import settings
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from localoffer.media.models import Consent, CustomImage, CustomMedia
from localoffer.plainlanguage.models import GlossaryTerm

from .caching import watch_writes
from .keeping import forget_on_change
from .services import close_translations, keep_old_addresses


def on_page_saved(sender: Any, instance: Any, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    """Code that saves a page sends no signal of Wagtail's. A draft, which is saved every few seconds, changes nothing public."""
    if isinstance(instance, Page):
        columns = {sender._meta.get_field(name).column for name in update_fields or ()}
        if not columns or columns - settings.PAGE_CACHE_PRIVATE_COLUMNS:
            forget_on_change(sender)


def on_renamed(sender: Any, instance: Page, instance_before: Page, **kwargs: Any) -> None:
    keep_old_addresses(page=instance, url_path_before=instance_before.url_path)


def on_moved(sender: Any, instance: Page, url_path_before: str, **kwargs: Any) -> None:
    keep_old_addresses(page=instance, url_path_before=url_path_before)


def on_deleted(sender: Any, instance: Page, **kwargs: Any) -> None:
    close_translations(deleted=instance)


def on_connected(sender: Any, connection: Any, **kwargs: Any) -> None:
    """Wherever a process writes, by whatever road, kept pages hear of it."""
    if watch_writes not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch_writes)


def connect() -> None:
    connection_created.connect(on_connected, dispatch_uid="caching.watch")
    for connection in connections.all(initialized_only=True):
        on_connected(None, connection)
    page_slug_changed.connect(on_renamed, dispatch_uid="addresses.renamed")
    post_page_move.connect(on_moved, dispatch_uid="addresses.moved")
    post_save.connect(on_page_saved, dispatch_uid="kept.saved.Page")
    post_delete.connect(forget_on_change, sender=Page, dispatch_uid="kept.deleted.Page")
    post_delete.connect(on_deleted, sender=Page, dispatch_uid="translations.deleted.Page")
    # What is kept may hold a picture, or words, that rest on a consent.
    for model in (Site, PageViewRestriction, Consent, CustomImage, CustomMedia, GlossaryTerm):
        post_save.connect(forget_on_change, sender=model, dispatch_uid=f"kept.saved.{model.__name__}")
        post_delete.connect(forget_on_change, sender=model, dispatch_uid=f"kept.deleted.{model.__name__}")
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(forget_on_change, dispatch_uid=f"kept.{id(signal)}")
