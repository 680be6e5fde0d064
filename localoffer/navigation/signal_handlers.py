from django.db.models.signals import post_delete, post_save

from localoffer.pages.keeping import forget_on_change

from .models import SiteDetails


def connect() -> None:
    """A change of the frame shows on every page at once."""
    post_save.connect(forget_on_change, sender=SiteDetails, dispatch_uid="kept.saved.SiteDetails")
    post_delete.connect(forget_on_change, sender=SiteDetails, dispatch_uid="kept.deleted.SiteDetails")
