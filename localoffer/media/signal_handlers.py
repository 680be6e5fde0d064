"""Whatever ends a consent takes down what rests on it: the page for it, the form, or code."""

from typing import Any

from django.db.models.signals import post_save
from django.utils import timezone

from .models import Consent, CustomImage
from .services import remove_renditions, take_down


def on_consent_saved(sender: Any, instance: Consent, raw: bool = False, **kwargs: Any) -> None:
    """Also when only less is agreed to than before: "picture" may have been unticked."""
    if not raw:
        take_down(consent=instance, today=timezone.localdate())


def on_picture_saved(sender: Any, instance: CustomImage, raw: bool = False, **kwargs: Any) -> None:
    """Somebody found that there are people in it, or took the link to the consent away."""
    if not raw and not instance.may_be_shown(timezone.localdate()):
        remove_renditions(instance)


def connect() -> None:
    post_save.connect(on_consent_saved, sender=Consent, dispatch_uid="consent.saved")
    post_save.connect(on_picture_saved, sender=CustomImage, dispatch_uid="picture.saved")
