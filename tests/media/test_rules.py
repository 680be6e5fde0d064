"""When a person's picture or voice may be shown, on both sides of each day."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from localoffer.media.rules import consent_is_live, may_show, why_not

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
