"""Whatever makes words public saves the page, so each saving of a public page looks whether its words are new."""

from typing import Any

from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from localoffer.pages.models import BasePage

from .services import keep_words


def on_page_saved(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """A draft of a public page is saved with ``update_fields``, and holds words that the public does not see."""
    if isinstance(instance, BasePage) and instance.live and not raw and update_fields is None:
        keep_words(page=instance, now=timezone.now())


def on_sent(sender: Any, instance: TranslationSource, raw: bool = False, **kwargs: Any) -> None:
    """Sent for translation, or again: from now on a change of the English words counts."""
    model = instance.specific_content_type.model_class()
    if raw or model is None or not issubclass(model, Page):
        return
    page = model.objects.filter(translation_key=instance.object_id, locale=instance.locale_id).first()
    if page and page.live:
        keep_words(page=page, now=instance.last_updated_at)


def connect() -> None:
    post_save.connect(on_page_saved, dispatch_uid="languages.saved")
    post_save.connect(on_sent, sender=TranslationSource, dispatch_uid="languages.sent")
