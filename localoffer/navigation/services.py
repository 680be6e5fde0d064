"""The words of a site's details, copied to where they are translated."""

from typing import Any

from django.db import transaction
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from .models import SiteDetails, SiteWords
from .rules import PARTS_WITH_WORDS, WORDS, words_of


@transaction.atomic
def follow_details(*, details_id: int) -> None:
    """Copies the words of these details to those that are translated, if they are new.

    Translations keep what is said as before. What is new or changed is English in them until somebody translates it, so
    that no language goes on saying an old warning.
    """
    details = SiteDetails.objects.get(pk=details_id)
    english = Locale.get_default()
    words = SiteWords.objects.filter(site_id=details.site_id, locale=english).first()
    now = words_of(details)
    if now == words_of(words or SiteDetails()):
        return
    words = words or SiteWords(site_id=details.site_id, locale=english)
    for name in WORDS:
        setattr(words, name, getattr(details, name))
    for part, names in PARTS_WITH_WORDS.items():
        setattr(words, part, [copied(child, names) for child in getattr(details, part)])
    words.save()
    if source := TranslationSource.objects.get_for_instance_or_none(words):
        source.update_from_db()
        for translation in source.translations.filter(enabled=True):
            translation.save_target()


def copied(child: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """The words of one banner or help line as its stream holds them, under the same id."""
    return {"type": child.block_type, "id": child.id, "value": {name: child.value.get(name) or "" for name in names}}
