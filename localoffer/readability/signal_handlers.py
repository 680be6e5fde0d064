"""Whatever makes a page public saves it, so each saving of a public page measures it."""

from typing import Any

from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import Page

from .services import keep_reading


def on_saved(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """A draft of a public page is saved with ``update_fields``, and holds words that the public does not see."""
    if isinstance(instance, Page) and hasattr(instance, "reading_kind") and instance.live and not raw and update_fields is None:
        keep_reading(page=instance, now=timezone.now())


def connect() -> None:
    post_save.connect(on_saved, dispatch_uid="readability.saved")
