"""Searching in another language than English: all pages are found, each once, by words of both languages."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from localoffer.search.finding import suggestions
from localoffer.search.index import find
from localoffer.search.models import SynonymGroup
from localoffer.search.services import load_synonyms, starter_groups
from localoffer.search.stems import words_in

pytestmark = pytest.mark.django_db


def ids(question: str, language: str = "pl", **more: Any) -> list[int]:
    return find(question, kinds=["service"], language=language, **more).page_ids


@pytest.fixture
def both(enter: Any) -> Any:
    """Makes a page with an English entry and one in another language; returns the id of the English one."""

    def make(english: str, other: str, language: str = "pl", **parts: Any) -> int:
        page, translated = enter(english), enter(other, language=language, **parts)
        locale, _ = Locale.objects.get_or_create(language_code=language)
        key = Page.objects.get(pk=page).translation_key
        Page.objects.filter(pk=translated).update(translation_key=key, locale=locale)
        return page

    return make


@pytest.mark.parametrize("typed", ["klub muzyczny", "klubu", "music"], ids=["polish", "another form", "english"])
def test_a_page_in_both_languages_is_found_once_by_words_of_either(both: Any, typed: str) -> None:
    page = both("Music club", "Klub muzyczny")
    assert ids(typed) == [page]


def test_what_is_not_translated_is_found_by_its_english_words(enter: Any) -> None:
    page = enter("Swimming lessons")
    assert ids("swim") == [page]


def test_of_two_that_answer_alike_the_translated_one_comes_first(enter: Any, both: Any) -> None:
    english = enter("Autism A")
    translated = both("Autism Z", "Autism Z")
    assert ids("autism") == [translated, english]
    assert ids("autism", "en-gb") == [english, translated]


def test_each_language_gives_the_same_number_of_pages_for_english_words(enter: Any, both: Any) -> None:
    pages = {enter("Chess club"), both("Chess evening", "Szachy"), both("Chess lessons", "Шахи", "uk")}
    assert {language: set(ids("chess", language)) for language in ("en-gb", "pl", "uk", "ar")} == dict.fromkeys(
        ("en-gb", "pl", "uk", "ar"), pages
    )


@pytest.mark.parametrize(
    ("language", "written", "typed"),
    [
        ("pl", "Żółty klub", "zolty"),
        ("pl", "Łódka dla dzieci", "lodka"),
        ("ar", "مدرسة أحمد", "مدرسه احمد"),
        ("ar", "نَادٍ لِلأطفال", "ناد للاطفال"),
        ("ar", "مستشفى", "مستشفي"),
        ("uk", "Клуб для підлітків", "підліт"),
        ("uk", "Дитячий майданчик", "майданч"),
        ("ur", "اسکول کلب", "اسكول كلب"),
    ],
    ids=["zolty", "lodka", "hamza", "diacritics", "alef", "beginning", "beginning with short i", "urdu letters"],
)
def test_marks_and_kinds_of_letters_make_no_difference(enter: Any, language: str, written: str, typed: str) -> None:
    page = enter(written, language=language)
    assert ids(typed, language) == [page]


def test_a_polish_word_leads_to_what_is_only_in_english_and_on_to_its_english_synonyms(enter: Any) -> None:
    load_synonyms()
    named, short = enter("Speech and language therapy"), enter("SALT drop-in")
    found = find("logopeda", kinds=["service"], language="pl")
    assert set(found.page_ids) == {named, short}
    assert found.also == (("logopeda", "speech and language therapy"),)


def test_words_of_other_languages_lead_an_english_reader_nowhere(enter: Any) -> None:
    load_synonyms()
    enter("Speech and language therapy")
    assert ids("logopeda", "en-gb") == []


@pytest.mark.parametrize("language", ["pl", "uk", "ar", "ur", "pt"])
def test_the_starter_set_has_the_words_most_needed(language: str) -> None:
    mains = {group["terms"][0] for group in starter_groups() if group["language"] == language and group["one_way"]}
    assert {"autism", "speech and language therapy", "EHC plan", "short breaks", "ADHD", "wheelchair", "nursery"} <= mains


def test_each_group_of_the_starter_set_says_its_words_in_letters_that_can_be_found() -> None:
    assert [group["terms"] for group in starter_groups() for term in group["terms"] if not words_in(term)] == []


def test_small_words_of_the_language_are_left_out(enter: Any) -> None:
    page = enter("Klub muzyczny", language="pl")
    assert ids("szukam klub dla mojego dziecka") == [page]


def test_a_wrong_letter_is_mended_in_the_language(enter: Any) -> None:
    page = enter("Fizjoterapia", language="pl")
    assert ids("fizjoterapja") == [page]


def test_suggestions_are_in_the_language_and_in_english_only_for_what_is_not_translated(enter: Any, both: Any) -> None:
    both("Music club", "Muzyka")
    enter("Musical evening")
    assert [offer.words for offer in suggestions("mu", language="pl")] == ["Muzyka", "Musical evening"]


def test_the_number_of_queries_is_the_same_in_every_language(both: Any) -> None:
    for language in ("pl", "uk", "ar"):
        both(f"Music {language}", f"Muzyka {language}", language)
    counts = set()
    for language in ("en-gb", "pl", "uk", "ar", "ur", "pt"):
        ids("music", language)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ids("music", language)
        counts.add(len(queries))
    assert len(counts) == 1


@pytest.mark.parametrize(
    "typed",
    ["\u202eautism\u202c", "مدرسة\x00autism", "\x00", "ا" * 5000, "\u200f\u200e", "\"ليس' OR *", "ِّ", "autism توحد 'x' : ^"],
    ids=["turned", "nul", "only nul", "long", "direction marks", "syntax", "marks alone", "mixed"],
)
@pytest.mark.parametrize("language", ["ar", "pl", "ur"])
def test_nothing_typed_breaks_it(enter: Any, typed: str, language: str) -> None:
    enter("Autism club")
    SynonymGroup.objects.create(terms=f"autism, {typed[:20]}".replace("\x00", ""), language=language, one_way=True)
    assert isinstance(ids(typed, language), list)
