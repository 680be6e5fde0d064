from datetime import UTC, datetime, timedelta

import pytest

from localoffer.easyread.rules import MOST_PAIRS, is_stale, length_problem

DAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_an_edition_is_stale_once_its_page_is_published_after_it() -> None:
    assert is_stale(DAY + timedelta(seconds=1), DAY)
    assert not is_stale(DAY, DAY)
    assert not is_stale(DAY - timedelta(seconds=1), DAY)


@pytest.mark.parametrize(("original", "edition"), [(None, DAY), (DAY, None), (None, None)])
def test_what_was_never_published_makes_nothing_stale(original: datetime | None, edition: datetime | None) -> None:
    assert not is_stale(original, edition)


def test_an_edition_has_pictures_and_not_too_many() -> None:
    assert length_problem(1) == length_problem(MOST_PAIRS) == ""
    assert "Add a part" in length_problem(0)
    assert f"{MOST_PAIRS + 1} pictures" in length_problem(MOST_PAIRS + 1)
