"""When a person's picture or voice may be shown, on both sides of each day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from localoffer.media.rules import STATES, consent_is_live, consent_problems, may_show, state_of, why_not, why_not_words
from localoffer.media.rules.consents import Agreement

DAY = timedelta(days=1)
GIVEN, ENDS, TAKEN_BACK = date(2026, 1, 10), date(2026, 12, 31), date(2026, 6, 1)


@dataclass
class Facts:
    given_on: date = GIVEN
    ends_on: date = ENDS
    withdrawn_on: date | None = None


@pytest.mark.parametrize(
    ("on", "live"),
    [(GIVEN - DAY, False), (GIVEN, True), (GIVEN + DAY, True), (ENDS - DAY, True), (ENDS, True), (ENDS + DAY, False)],
)
def test_a_consent_counts_from_its_first_day_to_its_last(on: date, live: bool) -> None:
    assert consent_is_live(Facts(), on) is live


@pytest.mark.parametrize(("on", "live"), [(TAKEN_BACK - DAY, True), (TAKEN_BACK, False), (TAKEN_BACK + DAY, False)])
def test_a_consent_that_is_taken_back_ends_that_very_day(on: date, live: bool) -> None:
    assert consent_is_live(Facts(withdrawn_on=TAKEN_BACK), on) is live


def test_no_consent_is_no_consent() -> None:
    assert not consent_is_live(None, GIVEN)


def test_a_picture_without_people_needs_no_consent() -> None:
    assert may_show(shows_people=False, consent=None, agreed=False, on=GIVEN)
    assert may_show(shows_people=False, consent=Facts(withdrawn_on=GIVEN), agreed=False, on=ENDS)


def test_a_picture_of_people_needs_one_that_covers_pictures() -> None:
    assert may_show(shows_people=True, consent=Facts(), agreed=True, on=GIVEN)
    assert not may_show(shows_people=True, consent=Facts(), agreed=False, on=GIVEN)
    assert not may_show(shows_people=True, consent=None, agreed=False, on=GIVEN)


@pytest.mark.parametrize(
    ("consent", "agreed", "on", "words"),
    [
        (None, False, GIVEN, "has no consent record"),
        (Facts(withdrawn_on=TAKEN_BACK), True, TAKEN_BACK, "was taken back"),
        (Facts(), True, GIVEN - DAY, "begins only on 10 January 2026"),
        (Facts(), True, ENDS + DAY, "ended on 31 December 2026"),
        (Facts(), False, ENDS, "is not for this"),
    ],
)
def test_the_editor_is_told_which_picture_and_why(consent: Facts | None, agreed: bool, on: date, words: str) -> None:
    sentence = why_not(title="Our trip", shows_people=True, consent=consent, agreed=agreed, on=on)
    assert "“Our trip”" in sentence
    assert words in sentence


@pytest.mark.parametrize(("shows_people", "consent"), [(True, Facts()), (False, None)])
def test_there_is_nothing_to_say_about_a_picture_that_may_be_shown(shows_people: bool, consent: Facts | None) -> None:
    assert why_not(title="Our trip", shows_people=shows_people, consent=consent, agreed=bool(consent), on=GIVEN) == ""


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (GIVEN - DAY, "later"),
        (GIVEN, "live"),
        (ENDS - 31 * DAY, "live"),
        (ENDS - 30 * DAY, "ending"),
        (ENDS, "ending"),
        (ENDS + DAY, "ended"),
    ],
)
def test_a_consent_ends_soon_in_its_last_thirty_days(on: date, state: str) -> None:
    assert state_of(Facts(), on) == state
    assert state in dict(STATES)


@pytest.mark.parametrize(("on", "state"), [(TAKEN_BACK - DAY, "live"), (TAKEN_BACK, "taken_back"), (ENDS + DAY, "taken_back")])
def test_taken_back_says_more_than_ended(on: date, state: str) -> None:
    assert state_of(Facts(withdrawn_on=TAKEN_BACK), on) == state


BY_THEMSELVES = Agreement(
    under_16=False,
    given_by_person=True,
    given_by_parent=False,
    parent_role="",
    cannot_decide=False,
    decided_by="",
    decided_role="",
    decided_on=None,
)
WITH_A_PARENT = replace(BY_THEMSELVES, under_16=True, given_by_parent=True, parent_role="mother")
FOR_THEM = replace(
    BY_THEMSELVES, given_by_person=False, cannot_decide=True, decided_by="J.", decided_role="deputy", decided_on=GIVEN - DAY
)


def missing(agreement: Agreement, **changes: Any) -> set[str]:
    facts = {"covers_something": True, "given_on": GIVEN, "ends_on": ENDS, "withdrawn_on": None, "today": ENDS} | changes
    return set(consent_problems(agreement=agreement, **facts))


@pytest.mark.parametrize(
    ("agreement", "fields"),
    [
        (BY_THEMSELVES, set()),
        (replace(BY_THEMSELVES, given_by_person=False), {"given_by_person"}),
        # Under 16 somebody with parental responsibility agrees as well, and it is said who.
        (replace(BY_THEMSELVES, under_16=True), {"given_by_parent"}),
        (WITH_A_PARENT, set()),
        (replace(WITH_A_PARENT, parent_role=" "), {"parent_role"}),
        (replace(WITH_A_PARENT, given_by_person=False), {"given_by_person"}),
        # From 16 no parent is asked. Who cannot decide has somebody who decides what is best for them.
        (replace(WITH_A_PARENT, under_16=False, given_by_parent=False), set()),
        (FOR_THEM, set()),
        (replace(FOR_THEM, decided_by=""), {"decided_by"}),
        (replace(FOR_THEM, decided_role=" "), {"decided_role"}),
        (replace(FOR_THEM, decided_on=None), {"decided_on"}),
        (replace(FOR_THEM, given_by_person=True), {"given_by_person"}),
        # The Mental Capacity Act does not reach those under 16.
        (replace(FOR_THEM, under_16=True), {"cannot_decide"}),
        # A parent's agreement does not stand in for a person of 16.
        (replace(FOR_THEM, cannot_decide=False, given_by_parent=True, parent_role="mother"), {"given_by_person"}),
    ],
)
def test_the_right_people_agreed(agreement: Agreement, fields: set[str]) -> None:
    assert missing(agreement) == fields


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"covers_something": False}, {"agrees_to_picture"}),
        ({"ends_on": GIVEN}, set()),
        ({"ends_on": GIVEN - DAY}, {"ends_on"}),
        ({"withdrawn_on": GIVEN}, set()),
        ({"withdrawn_on": GIVEN - DAY}, {"withdrawn_on"}),
        ({"withdrawn_on": TAKEN_BACK, "today": TAKEN_BACK}, set()),
        ({"withdrawn_on": TAKEN_BACK, "today": TAKEN_BACK - DAY}, {"withdrawn_on"}),
        ({"given_on": None, "ends_on": None, "withdrawn_on": TAKEN_BACK}, set()),
    ],
)
def test_the_days_of_a_consent_are_in_order(changes: dict[str, Any], fields: set[str]) -> None:
    assert missing(BY_THEMSELVES, **changes) == fields


@pytest.mark.parametrize(("decided_on", "fields"), [(GIVEN, set()), (GIVEN + DAY, {"decided_on"})])
def test_what_is_best_for_somebody_is_decided_before_it_counts(decided_on: date, fields: set[str]) -> None:
    assert missing(replace(FOR_THEM, decided_on=decided_on)) == fields


def test_a_gap_in_an_old_record_never_stands_in_the_way_of_taking_it_back() -> None:
    gap = replace(WITH_A_PARENT, parent_role="", given_by_person=False)
    assert missing(gap) != set()
    assert missing(gap, withdrawn_on=TAKEN_BACK, covers_something=False) == set()


@pytest.mark.parametrize(
    ("consent", "words", "name", "on", "said"),
    [
        (Facts(), True, True, GIVEN, ""),
        (Facts(), True, True, ENDS, ""),
        (None, False, True, GIVEN, "no consent record"),
        (Facts(), True, True, GIVEN - DAY, "begins only on"),
        (Facts(), True, True, ENDS + DAY, "ended on"),
        (Facts(withdrawn_on=TAKEN_BACK), True, True, TAKEN_BACK, "was taken back"),
        (Facts(withdrawn_on=TAKEN_BACK), True, True, TAKEN_BACK - DAY, ""),
        (Facts(), False, True, GIVEN, "not for words"),
        (Facts(), True, False, GIVEN, "not for a name"),
    ],
)
def test_somebodys_words_need_a_live_consent_for_words_and_for_a_name_that_is_shown(
    consent: Facts | None, words: bool, name: bool, on: date, said: str
) -> None:
    sentence = why_not_words(consent=consent, words=words, name=name, on=on)
    assert said in sentence
    assert bool(sentence) is bool(said)
