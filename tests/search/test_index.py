"""Asking the search index: what is found, in which order, and that nothing typed can break it."""

from typing import Any

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from localoffer.search.index import SCORED_FINELY, find, put_all, related, take_out, version

pytestmark = pytest.mark.django_db


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
    word = "A trampoline for all."
    body = enter("A club", body=word)
    place, organisation = enter("B club", place=word), enter("C club", organisation=word)
    summary, topic, name = enter("D club", summary=word), enter("E club", topics=word), enter("F club", other_names=word)
    title = enter("Trampoline club")
    assert ids("trampoline") == [title, name, topic, summary, place, organisation, body]


def test_every_part_of_an_entry_is_searched(enter: Any) -> None:
    parts = ("other_names", "topics", "summary", "body", "organisation", "place")
    pages = {part: enter(f"Page {number}", **{part: f"unusual{part.replace('_', '')}"}) for number, part in enumerate(parts)}
    assert {part: ids(f"unusual{part.replace('_', '')}") for part in parts} == {part: [pk] for part, pk in pages.items()}


def test_only_the_kinds_that_were_asked_for_are_found(enter: Any) -> None:
    service, post = enter("Music club"), enter("Music news", kind="post")
    assert ids("music", "service") == [service]
    assert ids("music", "post") == [post]
    assert sorted(ids("music", "service", "post")) == sorted([service, post])


def test_english_readers_find_only_what_is_in_english(enter: Any) -> None:
    english = enter("Radio club")
    enter("Radio klub", language="pl")
    assert ids("radio") == [english]


def test_a_changed_entry_is_found_by_its_new_words_only(enter: Any) -> None:
    page = enter("Music club")
    enter("Drama club", page_id=page)
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


def test_asking_takes_few_questions_to_the_database(enter: Any, django_assert_num_queries: Any) -> None:
    for number in range(20):
        enter(f"Music club {number}", body=f"Number{number}")
    with django_assert_num_queries(0):
        ids(" ")
    with django_assert_num_queries(7):  # the version, four to learn what has changed, the pages, their words
        ids("music club")
    with django_assert_num_queries(3):
        ids("music club")
    with django_assert_num_queries(4):
        ids("music zzyzx")


def test_the_page_with_the_rarer_of_two_words_comes_first_when_none_has_both(enter: Any) -> None:
    for number in range(30):
        enter(f"Club {number}")
    rare = enter("Trampoline")
    answer = find("trampoline club", kinds=["service"])
    assert answer.any_term
    assert answer.page_ids == [rare]


def test_pages_with_half_of_the_information_are_enough(enter: Any) -> None:
    one, other = enter("Music"), enter("Drama")
    enter("Football")
    assert sorted(ids("music drama")) == sorted([one, other])


def test_the_first_kind_decides_whether_any_term_will_do(enter: Any) -> None:
    service = enter("Music club")
    news = enter("Music therapy news", kind="post")
    answer = find("music therapy", kinds=["service", "post"], first="service")
    assert answer.any_term
    assert answer.of_kind("service") == [service]
    assert answer.of_kind("post") == [news]
    assert not find("music therapy", kinds=["service", "post"]).any_term


def test_words_in_the_order_that_was_typed_count_more(enter: Any) -> None:
    apart = enter("A therapy with speech")
    together = enter("Z speech therapy place")
    assert ids("speech therapy") == [together, apart]


def test_the_page_whose_whole_title_was_typed_comes_first(enter: Any) -> None:
    enter("A sleep clinic for sleep", other_names="Sleep", topics="Sleep", summary="Sleep")
    whole = enter("Sleep")
    assert ids("sleep")[0] == whole


def test_scores_go_from_one_for_the_best_down(enter: Any) -> None:
    best, other = enter("Trampoline club"), enter("Club", body="A trampoline")
    assert find("trampoline", kinds=["service"]).scores[best] == 1
    assert 0 < find("trampoline", kinds=["service"]).scores[other] < 1


def test_all_that_match_are_found_and_in_order_also_beyond_the_first_hundred(enter: Any, home: Any) -> None:
    pages = [enter(f"Club {number:03}", body="For all") for number in range(SCORED_FINELY + 5)]
    last = enter("A place", body="A club")
    answer = find("club", kinds=["service"])
    assert answer.page_ids == [*pages, last]
    falling = [answer.scores[page] for page in answer.page_ids]
    assert falling == sorted(falling, reverse=True)


def test_a_long_word_is_also_a_beginning_and_a_short_one_that_is_known_is_not(enter: Any) -> None:
    therapist, therapy = enter("Our therapist"), enter("Therapy")
    assert ids("therapy") == [therapy, therapist]
    car = enter("Car seats")
    enter("Carers")
    assert ids("car") == [car]


@pytest.mark.parametrize("asked", ["occ", "occup", "occupatio", "occupationa"])
def test_a_word_that_is_not_finished_is_found(enter: Any, asked: str) -> None:
    page = enter("Occupational help")
    enter("Other")
    assert ids(asked) == [page]


@pytest.mark.parametrize("asked", ["zolty", "żółty", "ŻÓŁTY", "Zolty"])
def test_accents_and_capitals_make_no_difference(enter: Any, asked: str) -> None:
    page = enter("Żółty klub", language="pl")
    assert ids(asked, language="pl") == [page]


@pytest.mark.parametrize(
    ("language", "written", "asked"),
    [
        ("pl", "Szkoła muzyczna", "szkoły"),
        ("pt", "Terapia da fala", "terapias"),
        ("ar", "مدرسة خاصة", "المدرسة"),
        ("uk", "Школа музики", "школ"),
        ("ur", "اسکول", "اسکو"),
    ],
)
def test_other_languages_have_their_own_stems_or_beginnings(enter: Any, language: str, written: str, asked: str) -> None:
    page = enter(written, language=language)
    assert ids(asked, language=language) == [page]


# --- Typing errors ---------------------------------------------------------------------------


@pytest.fixture
def site(enter: Any) -> dict[str, int]:
    return {
        "autism": enter("Autism group"),
        "dyslexia": enter("Dyslexia tuition"),
        "speech": enter("Speech therapy"),
        "occupational": enter("Occupational therapy"),
        "wheelchair": enter("Wheelchair repairs"),
    }


@pytest.mark.parametrize(
    ("typed", "page", "corrected"),
    [
        ("autsim", "autism", (("autsim", "autism"),)),
        ("dislexia", "dyslexia", (("dislexia", "dyslexia"),)),
        ("speach", "speech", (("speach", "speech"),)),
        ("occupashunal therepy", "occupational", (("occupashunal", "occupational"), ("therepy", "therapy"))),
        ("wheel chair", "wheelchair", (("wheel chair", "wheelchair"),)),
        ("autsim autsim", "autism", (("autsim", "autism"),)),
        ("speechtherapy", "speech", (("speechtherapy", "speech therapy"),)),
    ],
)
def test_a_sure_correction_is_looked_for_and_said(site: dict[str, int], typed: str, page: str, corrected: Any) -> None:
    answer = find(typed, kinds=["service"])
    assert answer.page_ids[0] == site[page]
    assert answer.corrected == corrected


@pytest.mark.parametrize("typed", ["autsim", "wheel chair", "occupashunal"])
def test_who_wants_exactly_what_was_typed_gets_no_correction(site: dict[str, int], typed: str) -> None:
    answer = find(typed, kinds=["service"], exact=True)
    assert answer.corrected == ()
    assert answer.did_you_mean == ""


def test_a_doubtful_correction_is_only_offered_with_the_whole_question(site: dict[str, int]) -> None:
    answer = find("aotisn group", kinds=["service"])
    assert answer.did_you_mean == "autism group"
    assert answer.corrected == ()


def test_a_word_that_stands_somewhere_is_never_corrected(enter: Any, site: dict[str, int]) -> None:
    page = enter("Speach Ltd")
    assert find("speach", kinds=["service"]).page_ids == [page]


# --- Best bets -------------------------------------------------------------------------------


def test_what_editors_picked_for_a_question_comes_with_the_answer(enter: Any) -> None:
    page = enter("Music club")
    query = Query.get("Speech Therapies")
    SearchPromotion.objects.create(query=query, page_id=page, sort_order=0)
    SearchPromotion.objects.create(
        query=query, external_link_url="https://example.org/", external_link_text="Elsewhere", sort_order=1
    )
    bets = find("speech therapy", kinds=["service"]).best_bets
    assert [(bet.page_id, bet.url, bet.text) for bet in bets] == [(page, "", ""), (None, "https://example.org/", "Elsewhere")]
    assert find("speech", kinds=["service"]).best_bets == ()
    query.delete()
    assert find("speech therapy", kinds=["service"]).best_bets == ()


# --- The version -----------------------------------------------------------------------------


def test_every_change_gives_the_index_another_version(enter: Any, same: Any) -> None:
    seen = [version()]
    page = enter("Music club")
    seen.append(version())
    enter("Drama club", page_id=page)
    seen.append(version())
    group = same("music", "songs")
    seen.append(version())
    group.delete()
    seen.append(version())
    take_out([page])
    seen.append(version())
    put_all([page])
    seen.append(version())
    assert len(set(seen)) == len(seen)


# --- What is like a page ---------------------------------------------------------------------


def test_related_pages_share_the_rarest_words(enter: Any, django_assert_num_queries: Any) -> None:
    page = enter("Trampoline club", topics="Sport")
    near = enter("Trampoline lessons", topics="Sport")
    far = enter("Football", topics="Sport")
    enter("Trampoline news", kind="post")
    for number in range(5):
        enter(f"Reading {number}")
    assert related(page, "service") == [near, far]
    assert related(page, "service", most=1) == [near]
    with django_assert_num_queries(2):
        related(page, "service")


def test_a_page_that_shares_nothing_or_is_not_there_has_no_related_pages(enter: Any) -> None:
    page = enter("Trampoline")
    enter("Football")
    assert related(page, "service") == []
    assert related(page + 1000, "service") == []
