"""A measure is no page; where it is named on one, that page is put into the search index again."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from localoffer.search.services import enqueue_reindex

from .models import Measure, MeasuresPage


@receiver((post_save, post_delete), sender=Measure)
def find_again(**kwargs: Any) -> None:
    transaction.on_commit(lambda: enqueue_reindex(list(MeasuresPage.objects.values_list("pk", flat=True))))
