from django.db.models.signals import post_delete, post_save

from localoffer.pages.keeping import forget_on_change

from .models import BankHoliday, SchoolTerm


def connect() -> None:
    """A changed term or bank holiday counts at once."""
    for model in (SchoolTerm, BankHoliday):
        post_save.connect(forget_on_change, sender=model, dispatch_uid=f"kept.saved.{model.__name__}")
        post_delete.connect(forget_on_change, sender=model, dispatch_uid=f"kept.deleted.{model.__name__}")
