from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from localoffer.alerts import rules

LONDON = ZoneInfo("Europe/London")
FRIDAY = datetime(2026, 11, 27, 9, tzinfo=UTC)  # nine on the wall, in winter


@pytest.mark.parametrize(
    "address",
    ["ari@example.org", "a.b+c_d-e@sub.example.org", "o'neil@example.org"],
)
def test_addresses_that_people_have_are_taken(address: str) -> None:
    assert rules.is_plain_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org\n",
        "a@example.org,b@example.org",
        '"a b"@example.org',
        "a@b@example.org",
        "<a@example.org>",
        "a@exa\u2028mple.org",
        "a\x00@example.org",
    ],
)
def test_addresses_that_could_break_a_header_or_name_two_people_are_not(address: str) -> None:
    assert not rules.is_plain_address(address)


def test_words_for_a_header_are_one_line() -> None:
    assert rules.one_line("New\r\nBcc: b@example.org\u2028more\x00") == "New Bcc: b@example.org more"
    assert rules.one_line("a" * 151) == "a" * 149 + "…"
    assert rules.one_line("a" * 150) == "a" * 150


def test_the_weekly_moment_is_friday_at_nine_and_before_it_the_one_of_a_week_ago() -> None:
    assert rules.last_weekly_moment(FRIDAY, LONDON) == FRIDAY
    assert rules.last_weekly_moment(FRIDAY - timedelta(seconds=1), LONDON) == FRIDAY - timedelta(days=7)
    assert rules.last_weekly_moment(FRIDAY + timedelta(days=6, hours=23), LONDON) == FRIDAY


def test_the_weekly_moment_is_nine_on_the_wall_in_summer_too() -> None:
    assert rules.last_weekly_moment(datetime(2026, 7, 4, 12, tzinfo=UTC), LONDON) == datetime(2026, 7, 3, 8, tzinfo=UTC)


def test_each_try_in_vain_waits_longer_and_never_more_than_eight_hours() -> None:
    waits = [rules.next_try(tries, FRIDAY) - FRIDAY for tries in range(1, 9)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(minutes=1), timedelta(hours=8))


def test_a_request_can_be_confirmed_for_seven_days() -> None:
    assert not rules.is_too_late(FRIDAY, FRIDAY + timedelta(days=7))
    assert rules.is_too_late(FRIDAY, FRIDAY + timedelta(days=7, seconds=1))


def test_a_reader_gets_each_item_once_in_the_own_language_where_there_is_one() -> None:
    english, polish = {"title": "Plan"}, {"title": "Plan po polsku"}
    items = [
        {"subjects": ["board", "theme-1"], "own": english, "others": {"pl": polish}},
        {"subjects": ["seal"], "own": {"title": "Club"}, "others": {}},
    ]
    assert rules.items_for(items, ["theme-1", "board"], "pl") == [{"title": "Plan po polsku", "subject": "board"}]
    assert rules.items_for(items, ["seal"], "pl") == [{"title": "Club", "subject": "seal"}]
    assert rules.items_for(items, ["else"], "pl") == []
