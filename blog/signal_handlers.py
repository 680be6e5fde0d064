"""Measures and categories are no pages; those that name them are put into the search index again."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from localoffer.search.services import enqueue_reindex

from .models import Measure, MeasuresPage, NewsCategory, NewsPage


@receiver((post_save, post_delete), sender=Measure)
def find_again(**kwargs: Any) -> None:
    transaction.on_commit(lambda: enqueue_reindex(list(MeasuresPage.objects.values_list("pk", flat=True))))


@receiver(post_save, sender=NewsCategory)
def find_news_again(instance: NewsCategory, **kwargs: Any) -> None:
    of_it = NewsPage.objects.filter(categories=instance)
    transaction.on_commit(lambda: enqueue_reindex(list(of_it.values_list("pk", flat=True))))
