"""Writes of the glossary: our starter set."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale

from .models import GlossaryTerm

STARTER_SET = Path(__file__).parent / "glossary.json"


def starter_terms() -> list[dict[str, Any]]:
    """The starter set: of each term how it is written, its plain meaning, and the path of a page that says more."""
    return json.loads(STARTER_SET.read_text(encoding="utf-8"))


def load_glossary() -> int:
    """Adds the words of the starter set that no word of the glossary has yet, and returns how many were added.

    What editors changed stays.
    """
    language = settings.LANGUAGE_CODE
    with transaction.atomic():
        locale = Locale.objects.get_or_create(language_code=language)[0]
        have = {form.casefold() for term in GlossaryTerm.objects.in_language(language) for form in term.all_forms}
        new = []
        for described in starter_terms():
            term = GlossaryTerm(
                term=described["term"],
                forms="\n".join(described.get("forms", [])),
                meaning=described["meaning"],
                locale=locale,
            )
            if not have & {form.casefold() for form in term.all_forms}:
                term.save()
                new.append(term)
    return len(new)


def load_glossary_in(language: str) -> int:
    """Adds the most used words in another language, made by a machine, where the English word is there and has no such
    translation yet. Returns how many were added; 0 where we have none in that language."""
    file = Path(__file__).parent / f"glossary_{language}.json"
    if not file.exists():
        return 0
    locale = Locale.objects.get_or_create(language_code=language)[0]
    english = {term.term: term for term in GlossaryTerm.objects.in_language(settings.LANGUAGE_CODE)}
    have = set(GlossaryTerm.objects.in_language(language).values_list("translation_key", flat=True))
    new = []
    for described in json.loads(file.read_text(encoding="utf-8")):
        source = english.get(described["of"])
        if source is None or source.translation_key in have:
            continue
        new.append(
            GlossaryTerm(
                term=described["term"],
                forms="\n".join(described.get("forms", [])),
                meaning=described["meaning"],
                more=source.more,
                locale=locale,
                translation_key=source.translation_key,
            )
        )
    GlossaryTerm.objects.bulk_create(new)
    return len(new)


def link_glossary(page_at: Callable[[str], int | None]) -> None:
    """Leads from the words of the starter set on to pages: ``page_at`` gives one for a path of the demonstration."""
    for described in starter_terms():
        if (path := described.get("more")) and (page_id := page_at(path)):
            GlossaryTerm.objects.filter(term=described["term"], more=None).update(more_id=page_id)
