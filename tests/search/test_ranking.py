"""The published formula."""

import pytest

from localoffer.search.ranking import (
    IN_ORDER,
    MEANT,
    WEIGHTS,
    WHOLE_TITLE,
    Alternative,
    Clause,
    information,
    points,
    rarity,
)

NOTHING = dict.fromkeys(WEIGHTS, "")
SPEECH, THERAPY = Clause((Alternative(("speech",)),), 3), Clause((Alternative(("therapi",)),), 2)


@pytest.mark.parametrize(("field", "weight"), WEIGHTS.items())
def test_a_word_counts_by_the_best_place_where_it_stands(field: str, weight: int) -> None:
    here = {**NOTHING, "place": "speech", field: "a speech here"}
    assert points([SPEECH], here, 1, ["speech"]) == weight * 3


def test_a_word_of_the_body_counts_one_and_a_missing_one_nothing() -> None:
    assert points([SPEECH], NOTHING, 1, ["speech"]) == 3
    assert points([SPEECH], NOTHING, 0, ["speech"]) == 0


def test_only_the_clauses_that_are_there_count() -> None:
    fields = {**NOTHING, "title_words": "a speech therapi b", "summary": "x"}
    assert points([SPEECH, THERAPY], fields, 0b01, ["speech"]) == 30
    assert points([SPEECH, THERAPY], fields, 0b10, ["speech"]) == 20


def test_words_in_the_typed_order_and_a_whole_title_count_more() -> None:
    plain = points([SPEECH, THERAPY], {**NOTHING, "title_words": "therapi speech"}, 0b11, ["speech", "therapi"])
    in_order = points([SPEECH, THERAPY], {**NOTHING, "title_words": "a speech therapi"}, 0b11, ["speech", "therapi"])
    whole = points([SPEECH, THERAPY], {**NOTHING, "title_words": "speech therapi"}, 0b11, ["speech", "therapi"])
    assert plain == 50
    assert in_order == pytest.approx(50 * IN_ORDER)
    assert whole == pytest.approx(50 * IN_ORDER * WHOLE_TITLE)


def test_a_synonym_counts_less_than_what_was_typed() -> None:
    clause = Clause((Alternative(("salt",)), Alternative(("speech", "therapi"), MEANT, together=True)), 1)
    assert points([clause], {**NOTHING, "title_words": "speech therapi at"}, 1, ["salt"]) == pytest.approx(8)
    assert points([clause], {**NOTHING, "title_words": "salt speech therapi"}, 1, ["salt"]) == 10
    # Not as a phrase in any field: it counts as a word of the body.
    assert points([clause], {**NOTHING, "title_words": "therapi speech"}, 1, ["salt"]) == 1


def test_a_beginning_is_the_beginning_of_a_word() -> None:
    beginning = Alternative(("psychol",), beginning=True)
    assert beginning.is_in(" a psycholog b ")
    assert not beginning.is_in(" neuropsycholog ")


def test_a_rarer_word_tells_more() -> None:
    assert rarity(100, 100) == pytest.approx(100, abs=1)
    falling = [rarity(uses, 10_000) for uses in (0, 1, 10, 100, 1000, 10_000)]
    assert falling == sorted(set(falling), reverse=True)
    assert rarity(5, 0) >= 1


def test_the_information_of_a_page_is_that_of_its_clauses() -> None:
    assert [information([SPEECH, THERAPY], mask) for mask in (0b00, 0b01, 0b10, 0b11)] == [0, 3, 2, 5]
