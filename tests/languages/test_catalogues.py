"""The words of the site in each of its languages. When one of these fails: `make messages`, then translate what is new."""

import gettext
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import trans_real
from wagtail.models import Locale

from localoffer.navigation.frame import NOT_CHECKED, is_checked

from .strings import catalogue, used

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?[a-z]\w*")


def po(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module")
def ours() -> dict[Any, str]:
    return used()


def test_the_words_of_code_and_templates_are_found(ours: dict[Any, str]) -> None:
    assert ours["", "Skip to main content"] == "templates/base.html"
    assert ("", "Late") in ours
    assert len(ours) > 1500


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_missing_in_any_language(language: str, ours: dict[Any, str]) -> None:
    there = catalogue(po(language))
    missing = {key: file for key, file in ours.items() if not all(there.get(key, [""]))}
    assert missing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_tags_and_what_is_filled_in_as_the_english_has_them(language: str) -> None:
    wrong = {}
    for (_context, words), forms in catalogue(po(language)).items():
        for form in forms:
            # A plural form may say its number in words.
            lost = set(PLACEHOLDER.findall(words)) - set(PLACEHOLDER.findall(form)) if len(forms) == 1 else set()
            if lost or (len(forms) == 1 and set(PLACEHOLDER.findall(form)) - set(PLACEHOLDER.findall(words))):
                wrong[words] = form
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    with po(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for (context, words), forms in catalogue(po(language)).items():
        if len(forms) == 1:
            assert (compiled.pgettext(context, words) if context else compiled.gettext(words)) == forms[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_are_told_while_no_speaker_has_checked_the_words(language: str, client: Any, home: Any) -> None:
    assert f'"X-Checked-By: {NOT_CHECKED}\\n"' in po(language).read_text()
    assert not is_checked(language)
    home.copy_for_translation(Locale.objects.create(language_code=language)).save_revision().publish()
    with translation.override(language):
        told = translation.gettext(
            "A machine translated the words of this site into this language. No speaker has checked them yet."
        )
    answer = client.get(f"/{language}/contact/")
    assert answer.status_code == 200
    assert told in answer.content.decode()


def test_english_needs_no_check(client: Any, home: Any) -> None:
    assert is_checked("en-gb")
    assert "A machine translated" not in client.get("/contact/").content.decode()


def test_an_english_word_is_looked_for_in_catalogues_with_words_only() -> None:
    """Else Django asks some 25 empty ones for each word of each page."""
    english = trans_real.translation(settings.LANGUAGE_CODE)
    assert min(len(catalogue) for catalogue in english._catalog._catalogs) > 1
    assert english._fallback is None
    with translation.override(settings.LANGUAGE_CODE):
        assert translation.gettext("Save to my list") == "Save to my list"
        assert [translation.ngettext("%(size)d byte", "%(size)d bytes", size) % {"size": size} for size in (1, 2)] == [
            "1 byte",
            "2 bytes",
        ]
        assert translation.pgettext("abbrev. month", "Aug.") == "Aug."
