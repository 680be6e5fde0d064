"""When a banner shows, and which link of a menu is the current one."""

from datetime import UTC, datetime, timedelta

import pytest

from localoffer.navigation.frame import FrameData
from localoffer.navigation.rules import is_current, is_showing

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("starts", "ends", "shows"),
    [
        (None, None, True),
        (NOW - SECOND, None, True),
        (NOW, None, True),
        (NOW + SECOND, None, False),
        (None, NOW + SECOND, True),
        (None, NOW, False),
        (None, NOW - SECOND, False),
        (NOW, NOW, False),
        (NOW - SECOND, NOW + SECOND, True),
    ],
)
def test_a_banner_shows_from_its_start_until_its_end(starts: datetime | None, ends: datetime | None, shows: bool) -> None:
    assert is_showing(starts, ends, NOW) is shows


@pytest.mark.parametrize(
    ("link", "path", "current"),
    [
        ("/board/", "/board/", True),
        ("/board/", "/board/post/", True),
        ("/board/", "/boards/", False),
        ("/board/", "/", False),
        ("/board/post/", "/board/", False),
        ("/", "/", True),
        ("/", "/board/", False),
        ("", "/", False),
        ("", "", False),
    ],
)
def test_a_link_is_current_on_its_page_and_below_it(link: str, path: str, current: bool) -> None:
    assert is_current(link, path) is current


def banner(level: str, title: str, **times: datetime) -> dict:
    return {"level": level, "title": title, "starts": None, "ends": None, **times}


def test_the_most_urgent_banner_comes_first_and_equals_keep_their_order() -> None:
    frame = FrameData(
        banners=(
            banner("info", "first info"),
            banner("urgent", "urgent"),
            banner("warning", "warning"),
            banner("info", "second info"),
            banner("urgent", "over", ends=NOW),
            banner("urgent", "not yet", starts=NOW + SECOND),
        )
    )
    assert [shown["title"] for shown in frame.banners_at(NOW)] == ["urgent", "warning", "first info", "second info"]
