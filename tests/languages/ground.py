"""Pages in other languages, for tests."""

from typing import Any

from wagtail.models import Locale


def translate(page: Any, code: str, **words: Any) -> Any:
    """A published translation of the page into that language, with those words; all else as in English.

    Pages above it that are not translated get the empty copies that wagtail-localize makes.
    """
    locale, _ = Locale.objects.get_or_create(language_code=code)
    there = page.get_parent().get_translation_or_none(locale)
    translated = page.copy_for_translation(locale, copy_parents=there is None and page.depth > 2)
    for name, value in words.items():
        setattr(translated, name, value)
    translated.save_revision().publish()
    translated.refresh_from_db()
    return translated
