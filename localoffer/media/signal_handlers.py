"""Whatever ends a consent takes down what rests on it: the page for it, the form, or code. Whatever lets a picture be shown
has its copies made."""

from typing import Any

from django.db.models.signals import post_save
from django.utils import timezone

from .models import Consent, CustomImage
from .services import make_soon, remove_renditions, take_down


def on_consent_saved(sender: Any, instance: Consent, raw: bool = False, **kwargs: Any) -> None:
    """Also when only less is agreed to than before: "picture" may have been unticked. Or ticked, or the end put off."""
    if raw:
        return
    today = timezone.localdate()
    take_down(consent=instance, today=today)
    for picture in CustomImage.objects.filter(consent=instance):
        if picture.may_be_shown(today):
            make_soon(picture.pk)


def on_picture_saved(sender: Any, instance: CustomImage, raw: bool = False, **kwargs: Any) -> None:
    """It came, or another file or focal point of it did. Or somebody found people in it, or took the consent away."""
    if raw:
        return
    if instance.may_be_shown(timezone.localdate()):
        make_soon(instance.pk)
    else:
        remove_renditions(instance)


def connect() -> None:
    post_save.connect(on_consent_saved, sender=Consent, dispatch_uid="consent.saved")
    post_save.connect(on_picture_saved, sender=CustomImage, dispatch_uid="picture.saved")
