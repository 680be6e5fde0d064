"""An edition does not outlive its page: where that is taken down, or is a service closed for good, so is the edition."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from .models import EasyReadPage


def on_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    for edition in EasyReadPage.objects.child_of(instance).live():
        edition.unpublish()


def on_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if getattr(instance, "is_closed_for_good", False):
        on_unpublished(sender, instance)


def connect() -> None:
    page_unpublished.connect(on_unpublished, dispatch_uid="easyread.unpublished")
    page_published.connect(on_published, dispatch_uid="easyread.published")
