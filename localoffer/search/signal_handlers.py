from typing import Any

from django.db.models.signals import post_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from . import index


def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    index.put(instance)


def on_gone(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    index.take_out([instance.pk])


def connect() -> None:
    page_published.connect(on_published, dispatch_uid="search.published")
    page_unpublished.connect(on_gone, dispatch_uid="search.unpublished")
    post_delete.connect(on_gone, sender=Page, dispatch_uid="search.deleted")
