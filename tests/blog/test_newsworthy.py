"""What the e-mail alerts tell of the board."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from blog.models import BoardPostPage
from blog.newsworthy import posts, steps, themes
from blog.services import Told, add_step
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


def post(blog: Any, title: str, at: datetime, **more: Any) -> BoardPostPage:
    made = factories.BoardPostPageFactory(parent=blog, title=title, summary=f"About {title}.", **more)
    BoardPostPage.objects.filter(pk=made.pk).update(first_published_at=at)
    return made


def test_a_post_is_told_of_when_it_was_first_published_in_that_time_and_everybody_may_see_it(blog: Any) -> None:
    post(blog, "Too old", NOW)
    post(blog, "New", NOW + HOUR)
    post(blog, "Too late", NOW + HOUR + timedelta(seconds=1))
    post(blog, "Taken down", NOW + HOUR, live=False)
    (item,) = posts(NOW, NOW + HOUR)
    assert (item.subjects, item.own.title, item.own.words) == (("board",), "New", "About New.")
    assert item.own.address.endswith("/board/new/")


@pytest.mark.parametrize(("day", "number"), [(date(2026, 9, 26), 1), (date(2026, 9, 25), 0)])
def test_a_post_of_long_ago_that_is_put_up_for_the_record_is_no_news(blog: Any, day: date, number: int) -> None:
    post(blog, "Old", NOW + HOUR, date=day)
    assert len(list(posts(NOW, NOW + HOUR))) == number


@pytest.mark.parametrize("number", [1, 20])
def test_many_posts_take_as_many_questions_as_one(blog: Any, number: int, django_assert_max_num_queries: Any) -> None:
    for one in range(number):
        post(blog, f"Post {one}", NOW + HOUR)
    with django_assert_max_num_queries(5):
        assert len(list(posts(NOW, NOW + HOUR))) == number


def test_what_happened_to_a_public_promise_is_told_to_who_follows_its_theme(blog: Any, person: Any) -> None:
    page = factories.PromisesPageFactory(parent=blog)
    theme = factories.BoardThemeFactory(name="Theme 1", slug="theme-1")
    user = factories.UserFactory()
    since = datetime.now(UTC) - HOUR
    for more in ({"theme": theme}, {"theme": None}):
        add_step(factories.PromiseFactory(**more), told(), user=user, today=date(2026, 11, 25))
    (item,) = steps(since, since + 2 * HOUR)
    assert [(subject.key, subject.label) for subject in themes()] == [(f"theme-{theme.pk}", "Theme 1")]
    assert item.subjects == (f"theme-{theme.pk}",)
    assert (item.own.words, "?theme=theme-1#" in item.own.address) == ("The letter is written.", True)
    assert list(steps(since - 2 * HOUR, since)) == []
    page.unpublish()
    assert list(steps(since, since + 2 * HOUR)) == []


def told() -> Told:
    return Told(kind="update", day=date(2026, 11, 20), words="The letter is written.")


def test_a_post_is_told_to_who_follows_one_of_its_themes(blog: Any) -> None:
    theme, area = factories.BoardThemeFactory(), factories.BoardThemeFactory(kind="area")
    about = post(blog, "About both", NOW + HOUR)
    about = BoardPostPage.objects.get(pk=about.pk)
    about.themes.set([theme, area])
    about.save()
    post(blog, "About neither", NOW + HOUR)
    found = {item.own.title: item.subjects for item in posts(NOW, NOW + HOUR)}
    assert found == {"About both": ("board", f"theme-{theme.pk}", f"theme-{area.pk}"), "About neither": ("board",)}
