"""Asking the search index: what is found, in which order, and that nothing typed can break it."""

from typing import Any

import pytest
from django.conf import settings

from localoffer.search.index import find
from localoffer.search.models import SearchEntry
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(home: Any) -> Any:
    """Puts an entry for a page of its own straight into the index, and returns the page's id."""

    def put(title: str, *, kind: str = "service", language: str = settings.LANGUAGE_CODE, **parts: str) -> int:
        page = factories.InformationPageFactory(parent=home, title=title)
        SearchEntry.objects.update_or_create(
            page=page, defaults={"title": title, "kind": kind, "language": language, "body": "", "summary": "", **parts}
        )
        return page.pk

    return put


def ids(question: str, *kinds: str, **more: Any) -> list[int]:
    return find(question, kinds=kinds or ["service"], **more).page_ids


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Speech therapy", "therapies"),
        ("Swimming lessons", "swim"),
        ("Swim club", "swimming"),
        ("Wheelchair repair", "wheelchairs"),
        ("Educational psychologist", "psychol"),
    ],
)
def test_other_forms_and_beginnings_of_a_word_are_found(enter: Any, written: str, asked: str) -> None:
    page = enter(written)
    enter("Horse riding")
    assert ids(asked) == [page]


@pytest.mark.parametrize("asked", ["OT", "ot", "Ep"])
def test_two_letters_are_a_whole_word_and_not_a_beginning(enter: Any, asked: str) -> None:
    page = enter("Advice for families", other_names="OT, EP")
    enter("Other epic things", body="otter epilepsy")
    assert ids(asked) == [page]


def test_pages_with_all_the_terms_come_alone_when_there_are_any(enter: Any) -> None:
    both = enter("Music therapy")
    enter("Music club")
    answer = find("music therapy", kinds=["service"])
    assert answer.page_ids == [both]
    assert not answer.any_term


def test_without_a_page_that_has_all_terms_those_with_some_are_shown_and_it_is_said(enter: Any) -> None:
    music, therapy = enter("Music club"), enter("Speech therapy")
    enter("Horse riding")
    answer = find("music therapy", kinds=["service"])
    assert sorted(answer.page_ids) == sorted([music, therapy])
    assert answer.any_term


def test_one_term_that_nothing_has_finds_nothing(enter: Any) -> None:
    enter("Music club")
    answer = find("zzyzx", kinds=["service"])
    assert answer.page_ids == []
    assert not answer.any_term


def test_a_word_in_the_title_counts_more_than_in_the_body(enter: Any) -> None:
    body = enter("A club", body="A trampoline for all.")
    summary = enter("B club", summary="A trampoline for all.")
    title = enter("Trampoline club")
    assert ids("trampoline") == [title, summary, body]


def test_every_part_of_an_entry_is_searched(enter: Any) -> None:
    parts = ("other_names", "topics", "summary", "body", "organisation", "place")
    pages = {part: enter(f"Page {number}", **{part: f"unusual{part.replace('_', '')}"}) for number, part in enumerate(parts)}
    assert {part: ids(f"unusual{part.replace('_', '')}") for part in parts} == {part: [pk] for part, pk in pages.items()}


def test_only_the_kinds_that_were_asked_for_are_found(enter: Any) -> None:
    service, post = enter("Music club"), enter("Music news", kind="post")
    assert ids("music", "service") == [service]
    assert ids("music", "post") == [post]
    assert sorted(ids("music", "service", "post")) == sorted([service, post])


def test_only_the_language_that_was_asked_for_is_found(enter: Any) -> None:
    english, polish = enter("Radio club"), enter("Radio klub", language="pl")
    assert ids("radio") == [english]
    assert ids("radio", language="pl") == [polish]


def test_a_changed_entry_is_found_by_its_new_words_only(enter: Any) -> None:
    page = enter("Music club")
    entry = SearchEntry.objects.get(page_id=page)
    entry.title = "Drama club"
    entry.save()
    assert ids("drama") == [page]
    assert ids("music") == []


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "\x00", "a\x00b", '"', "'", '";--', "'; DROP TABLE search_searchentry; --", "*", "NEAR(", "AND", "OR NOT"),
        *("music* OR", "title:music", "^music", "music & | !", "music:*", "(((", "\\", "%", "<b>music</b>", "<script>"),
        *(
            "x" * 500,
            "x" * 2000,
            "music " * 400,
            "🙂",
            "🙂 music",
            "👩‍👩‍👧",
            "\ud800",
            "İstanbul ſtraße ﬁ ²",
            "ż" * 300,
            "مدرسة",
            "\u202emusic",
        ),
    ],
)
def test_nothing_that_is_typed_raises(enter: Any, typed: str) -> None:
    page = enter("Music club")
    answer = find(typed, kinds=["service"])
    assert answer.page_ids in ([], [page])
    assert len(answer.question) <= 200


def test_markup_and_quotes_around_a_word_do_not_hide_it(enter: Any) -> None:
    page = enter("Music club")
    for typed in ("<b>music</b>", '"music"', "music;--", "mus\u200bic club", " music\x00 "):
        assert ids(typed) == [page], typed


def test_the_best_come_first_and_equals_by_their_title(enter: Any) -> None:
    pages = [enter("Club C"), enter("Club A"), enter("Club B")]
    assert ids("club") == [pages[1], pages[2], pages[0]]


def test_asking_takes_one_question_to_the_database_or_two(enter: Any, django_assert_num_queries: Any) -> None:
    for number in range(20):
        enter(f"Music club {number}")
    with django_assert_num_queries(0):
        ids(" ")
    with django_assert_num_queries(1):
        ids("music club")
    with django_assert_num_queries(2):
        ids("music zzyzx")
