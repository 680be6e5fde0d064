"""A changed word of the directory is said anew wherever it shows: on the filters, and in the search."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Locale

from localoffer.pages.keeping import forget, forget_on_change
from localoffer.search.index import renew as renew_index
from localoffer.search.services import enqueue_reindex

from .models import AccessFeature, AgeStage, Area, Language, Need, Organisation, Topic
from .models.vocabularies import Term
from .services import where_used

WORDS = (Topic, Need, AgeStage, AccessFeature, Area, Language, Organisation)


def renew(sender: Any, instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    """After saving: what was kept is forgotten, and the pages that have the word are put into the index again."""
    if raw:
        return
    forget()  # at once, for what this same transaction still reads
    forget_on_change(sender)
    told_in_searches(instance)
    if not created:
        enqueue_reindex(sorted(pages_of(instance)))


def remember(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Before deleting: afterwards nobody knows which pages had it."""
    instance.pages_that_had_it = pages_of(instance)


def gone(sender: Any, instance: Any, **kwargs: Any) -> None:
    forget()
    forget_on_change(sender)
    told_in_searches(instance)
    enqueue_reindex(sorted(getattr(instance, "pages_that_had_it", ())))


def told_in_searches(word: Any) -> None:
    """A term of another language: who types it is led to the English one, and its English pages' translations name it."""
    if isinstance(word, Term) and word.locale_id != Locale.get_default().pk:
        renew_index()
        english = type(word).objects.filter(translation_key=word.translation_key, locale=Locale.get_default()).first()
        enqueue_reindex(sorted(pages_of(english)) if english else [])


def pages_of(word: Any) -> set[int]:
    """Those that have it; for a topic also those that have a topic below it, since they are found by its name too."""
    found = where_used(word)
    for child in word.children.all() if isinstance(word, Topic) else ():
        found |= where_used(child)
    return found


def connect() -> None:
    for model in WORDS:
        name = model.__name__
        post_save.connect(renew, sender=model, dispatch_uid=f"directory.saved.{name}")
        pre_delete.connect(remember, sender=model, dispatch_uid=f"directory.before-deleted.{name}")
        post_delete.connect(gone, sender=model, dispatch_uid=f"directory.deleted.{name}")
