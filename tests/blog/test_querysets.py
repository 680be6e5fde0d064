"""Each read of posts: what it finds, and what it leaves out."""

from datetime import date
from typing import Any

import pytest

from blog.models import BoardPostPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(blog: Any) -> Any:
    def make(title: str, day: date = date(2026, 1, 1), tags: Any = ()) -> BoardPostPage:
        page = factories.BoardPostPageFactory(parent=blog, title=title, date=day)
        page.tags.set(list(tags))
        page.save()
        return page

    return make


def titles(posts: Any) -> list[str]:
    return [post.title for post in posts]


def test_the_newest_come_first_and_of_one_day_the_one_written_last(post: Any) -> None:
    post("Old", date(2025, 1, 1))
    post("Same day, first", date(2026, 1, 1))
    post("Same day, second", date(2026, 1, 1))
    assert titles(BoardPostPage.objects.newest_first()) == ["Same day, second", "Same day, first", "Old"]


def test_posts_of_a_year_are_from_its_first_to_its_last_day(post: Any) -> None:
    for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)):
        post(str(day), day)
    assert titles(BoardPostPage.objects.of_year(2025).newest_first()) == ["2025-12-31", "2025-01-01"]


def test_posts_with_a_tag_are_those_and_no_others(post: Any) -> None:
    post("Health", tags=["Health"])
    post("Both", tags=["Health", "Money matters"])
    post("None")
    assert titles(BoardPostPage.objects.tagged("money-matters")) == ["Both"]
    assert set(titles(BoardPostPage.objects.tagged("health"))) == {"Health", "Both"}
    assert titles(BoardPostPage.objects.tagged("nothing")) == []


def test_twenty_posts_with_their_authors_are_read_in_one_question(post: Any, django_assert_num_queries: Any) -> None:
    for number in range(20):
        post(str(number))
    with django_assert_num_queries(1):
        names = [post.author.name for post in BoardPostPage.objects.for_cards()]
    assert len(names) == 20
