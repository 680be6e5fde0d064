from typing import Any

from django.db.models.signals import post_delete, post_save

from localoffer.pages.keeping import forget_on_change

from .models import SiteDetails, SiteWords
from .services import follow_details


def on_details_saved(sender: Any, instance: SiteDetails, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        follow_details(details_id=instance.pk)


def connect() -> None:
    """A change of the frame shows on every page at once."""
    post_save.connect(on_details_saved, sender=SiteDetails, dispatch_uid="words.followed.SiteDetails")
    for model in (SiteDetails, SiteWords):
        post_save.connect(forget_on_change, sender=model, dispatch_uid=f"kept.saved.{model.__name__}")
        post_delete.connect(forget_on_change, sender=model, dispatch_uid=f"kept.deleted.{model.__name__}")
