"""How a listing's facts are said. What is not known is never taken for "free", "all ages" or "yes"."""

from datetime import date, timedelta
from typing import Any

import pytest

from localoffer.directory import rules

NOT_KNOWN = "Not known: ask them"
COUNTY = "Oxfordshire"


@pytest.mark.parametrize(
    ("lowest", "highest", "words"),
    [
        (None, None, NOT_KNOWN),
        (8, 14, "Ages 8 to 14"),
        (7, 7, "Age 7"),
        (0, 0, "Age 0"),
        (None, 5, "Up to age 5"),
        (None, 0, "Up to age 0"),
        (None, 25, "Up to age 25"),
        (16, None, "Age 16 and over"),
        (0, None, "Age 0 and over"),
        (0, 24, "Ages 0 to 24"),
        (0, 25, "All ages, 0 to 25"),
        (0, 99, "All ages, 0 to 25"),
        (1, 25, "Ages 1 to 25"),
    ],
)
def test_ages_are_said_in_words(lowest: int | None, highest: int | None, words: str) -> None:
    assert rules.ages_in_words(lowest, highest) == words


@pytest.mark.parametrize(
    ("free", "cost", "words"),
    [
        ("yes", "", "Free"),
        ("no", "", "You pay"),
        ("sometimes", "", "Sometimes free"),
        ("unknown", "", NOT_KNOWN),
        ("", "", NOT_KNOWN),
        ("rubbish", " ", NOT_KNOWN),
        ("no", " £4 a session ", "£4 a session"),
        ("unknown", "£4 a session", "£4 a session"),
    ],
)
def test_the_cost_is_free_only_when_the_listing_says_so(free: str, cost: str, words: str) -> None:
    assert rules.cost_in_words(free, cost) == words


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (("unknown", "unknown", "unknown"), NOT_KNOWN),
        (("no", "no", "no"), "No referral, diagnosis or plan needed"),
        (("no", "no", "unknown"), "You do not need a referral or a diagnosis"),
        (("unknown", "unknown", "no"), "You do not need an EHC plan"),
        (("yes", "no", "no"), "You need a referral"),
        (("yes", "unknown", "yes"), "You need a referral and an EHC plan"),
        (("yes", "yes", "yes"), "You need a referral and a diagnosis and an EHC plan"),
        (("", "", ""), NOT_KNOWN),
    ],
)
def test_what_is_needed_to_start_is_said_in_one_line(answers: tuple[str, str, str], words: str) -> None:
    referral, diagnosis, plan = answers
    assert rules.getting_in_words(referral=referral, diagnosis=diagnosis, plan=plan) == words


@pytest.mark.parametrize(
    ("serves", "areas", "words"),
    [
        ("county", [], "For all of Oxfordshire"),
        ("county", ["Cherwell"], "For all of Oxfordshire"),
        ("areas", ["Cherwell", "City"], "For Cherwell, City"),
        ("areas", [], NOT_KNOWN),
        ("beyond", [], "Outside the county: takes children from Oxfordshire"),
        ("unknown", ["Cherwell"], NOT_KNOWN),
    ],
)
def test_whom_it_serves_is_said_in_words(serves: str, areas: list[str], words: str) -> None:
    assert rules.coverage_in_words(serves=serves, areas=areas, county=COUNTY) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"towns": ["Abingdon"]}, "In Abingdon"),
        ({"towns": ["A", "B", "C"]}, "In A, B, C"),
        ({"towns": ["A", "B", "C", "D"]}, "In 4 places"),
        ({"comes_to_you": True}, "Comes to your home in Oxfordshire"),
        ({"comes_to_you": True, "serves": "areas", "areas": ["Cherwell"]}, "Comes to your home in Cherwell"),
        ({"comes_to_you": True, "serves": "areas"}, "Comes to your home in Oxfordshire"),
        ({"comes_to_you": True, "serves": "county"}, "Comes to your home in Oxfordshire"),
        ({"towns": ["Abingdon"], "comes_to_you": True}, "In Abingdon; comes to your home"),
        ({"online": True, "by_phone": True}, "Online; by telephone"),
        ({"by_phone": True, "serves": "county"}, "By telephone; for all of Oxfordshire"),
        ({"towns": ["Reading"], "serves": "beyond"}, "In Reading; takes children from Oxfordshire"),
    ],
)
def test_why_a_result_is_of_use_here_is_said_in_few_words(facts: dict[str, Any], words: str) -> None:
    plain = {"serves": "unknown", "areas": [], "towns": [], "comes_to_you": False, "online": False, "by_phone": False}
    assert rules.why_here(**(plain | facts), county=COUNTY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "1 day ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (60, "8 weeks ago"),
        (61, "2 months ago"),
        (365, "12 months ago"),
        (719, "23 months ago"),
        (729, "23 months ago"),
        (730, "2 years ago"),
        (1094, "2 years ago"),
        (1095, "3 years ago"),
    ],
)
def test_how_long_ago_it_was_checked_is_said_in_words(days: int, words: str, today: date) -> None:
    assert rules.time_since(today - timedelta(days=days), today) == words


def test_a_day_that_is_not_known_is_not_said(today: date) -> None:
    assert rules.time_since(None, today) == ""


@pytest.mark.parametrize(("days", "stale"), [(0, False), (364, False), (365, False), (366, True)])
def test_a_listing_is_stale_when_nobody_checked_it_for_more_than_a_year(days: int, stale: bool, today: date) -> None:
    assert rules.is_stale(today - timedelta(days=days), today) is stale


def test_a_listing_that_nobody_ever_checked_is_stale(today: date) -> None:
    assert rules.is_stale(None, today)


@pytest.mark.parametrize(
    ("begins", "ends", "closed"),
    [
        (None, None, True),
        (1, None, False),
        (0, None, True),
        (-1, None, True),
        (None, -1, False),
        (None, 0, True),
        (None, 1, True),
        (-1, 1, True),
        (-2, -1, False),
    ],
)
def test_closed_for_now_lasts_from_its_first_to_its_last_day(
    begins: int | None, ends: int | None, closed: bool, today: date
) -> None:
    def day(number: int | None) -> date | None:
        return None if number is None else today + timedelta(days=number)

    answer = rules.is_closed_for_now(status="temporarily_closed", closed_from=day(begins), closed_until=day(ends), today=today)
    assert answer is closed


@pytest.mark.parametrize("status", ["open", "closed"])
def test_only_a_temporary_closing_is_closed_for_now(status: str, today: date) -> None:
    assert not rules.is_closed_for_now(status=status, closed_from=today, closed_until=today, today=today)


@pytest.mark.parametrize(
    ("postcode", "district"),
    [
        ("OX14 3AB", "OX14"),
        (" ox1 1aa ", "OX1"),
        ("OX143AB", "OX14"),
        ("OX11AA", "OX1"),
        ("SW1A 1AA", "SW1A"),
        ("W1A0AX", "W1A"),
        ("OX14", "OX14"),
        ("OX1", "OX1"),
        ("", ""),
        ("The barn", ""),
    ],
)
def test_a_district_is_the_first_half_of_a_postcode_and_nothing_more(postcode: str, district: str) -> None:
    assert rules.outward_code(postcode) == district


@pytest.mark.parametrize(
    ("number", "phone_for", "address"),
    [
        ("07700 900123", "", "sms:07700900123"),
        ("01632 960160", "", ""),
        ("01632 960160", "texts", "sms:01632960160"),
        ("01632 960160", "both", "sms:01632960160"),
        ("07700 900123", "calls", ""),
        ("", "texts", ""),
    ],
)
def test_only_a_number_that_takes_texts_has_an_address_for_them(number: str, phone_for: str, address: str) -> None:
    assert rules.text_link(number, phone_for) == address
