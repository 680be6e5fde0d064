"""Questions whose SQL is written once: they give what Django gives, whatever is asked with them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import Count, QuerySet, Value
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag
from wagtail.models import Page

from localoffer.media.models import Consent
from localoffer.questions import MOST_AT_ONCE, written_once
from localoffer.scheduling.models import JobRun
from tests.factories import ConsentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tags() -> list[Tag]:
    names = ("money", "money_tips", "moneybox", "100% fun", "school", "travel")
    return [Tag.objects.create(name=name, slug=f"tag-{number}") for number, name in enumerate(names)]


def named(rows: Any) -> list[str]:
    return sorted(row.name for row in rows)


def counting(make: Callable[..., Any]) -> tuple[Callable[..., Any], list[Any]]:
    """The question, and what its queryset was made with, each time that it was made."""
    made: list[Any] = []

    @written_once
    def ask(*values: Any, **constants: Any) -> Any:
        made.append((values, constants))
        return make(*values, **constants)

    return ask, made


def test_the_sql_is_written_once_for_each_length_of_a_list_and_each_constant(tags: list[Tag]) -> None:
    def by_number(ids: Any, *, turned: bool) -> QuerySet[Tag]:
        return Tag.objects.filter(pk__in=ids).order_by("-pk" if turned else "pk")

    ask, made = counting(by_number)
    pairs = [tags[:2], tags[1:3], tags[3:5]]
    assert [ask([tag.pk for tag in pair], turned=False) for pair in pairs] == pairs
    assert len(made) == 1
    assert ask([tag.pk for tag in tags[:2]], turned=True) == [tags[1], tags[0]]
    assert ask([tags[4].pk], turned=False) == [tags[4]]
    assert len(made) == 3


def test_no_row_and_more_rows_than_are_written_once_are_asked_as_django_does(tags: list[Tag]) -> None:
    ask, made = counting(lambda ids: Tag.objects.filter(pk__in=ids))
    with CaptureQueriesContext(connection) as asked:
        assert ask([]) == []
    assert len(asked) == 0
    many = [tag.pk for tag in tags] + list(range(10_000, 10_000 + MOST_AT_ONCE))
    assert named(ask(many)) == named(tags)
    assert named(ask(many[: MOST_AT_ONCE + 1])) == named(tags)
    assert made[-1] == ((many[: MOST_AT_ONCE + 1],), {})
    assert named(ask(many[:MOST_AT_ONCE])) == named(tags)
    assert made[-1] != ((many[:MOST_AT_ONCE],), {})


def test_words_are_found_whole_and_at_their_beginning_whatever_signs_they_hold(tags: list[Tag]) -> None:
    @written_once
    def either(whole: str, beginning: str) -> QuerySet[Tag]:
        return Tag.objects.filter(name=whole) | Tag.objects.filter(name__startswith=beginning)

    assert named(either("school", "money")) == ["money", "money_tips", "moneybox", "school"]
    assert named(either("travel", "money_")) == ["money_tips", "travel"]
    assert named(either("none", "100%")) == ["100% fun"]
    assert named(either("none", "%")) == []


def test_days_moments_and_keys_are_asked_as_the_database_has_them(home: Any) -> None:
    consents = [ConsentFactory(given_on=date(2026, 1, day), ends_on=date(2027, 1, 1)) for day in (1, 2, 3)]
    runs = [JobRun.objects.create(name=f"job {hour}") for hour in (9, 10)]
    for run, hour in zip(runs, (9, 10), strict=True):
        JobRun.objects.filter(pk=run.pk).update(started_at=datetime(2026, 11, 29, hour, tzinfo=UTC))

    @written_once
    def given_from(first: date, last: date) -> QuerySet[Consent]:
        return Consent.objects.filter(given_on__gte=first, given_on__lte=last).order_by("pk")

    @written_once
    def begun_before(moment: datetime) -> QuerySet[JobRun]:
        return JobRun.objects.filter(started_at__lt=moment)

    @written_once
    def of_keys(keys: list[UUID]) -> QuerySet[Page]:
        return Page.objects.filter(translation_key__in=keys)

    assert given_from(date(2026, 1, 2), date(2026, 1, 3)) == consents[1:]
    assert given_from(date(2026, 1, 1), date(2026, 1, 1)) == consents[:1]
    assert begun_before(datetime(2026, 11, 29, 9, tzinfo=UTC)) == []
    assert begun_before(datetime(2026, 11, 29, 9, 0, 1, tzinfo=UTC)) == [runs[0]]
    assert [page.pk for page in of_keys([home.translation_key, uuid4()])] == [home.pk]
    assert of_keys([uuid4(), uuid4()]) == []


def test_what_is_read_with_a_row_comes_with_it(home: Any, tags: list[Tag]) -> None:
    @written_once
    def with_all(depth: int, least: int) -> Any:
        pages = Page.objects.filter(depth__gte=depth).select_related("locale").prefetch_related("sites_rooted_here")
        return pages.annotate(sites=Count("sites_rooted_here"), said=Value("aloud")).filter(pk__gte=least).order_by("-depth")[:1]

    for _ in range(2):
        [page] = with_all(1, 0)
        with CaptureQueriesContext(connection) as asked:
            assert (page.pk, page.locale.language_code) == (home.pk, "en-gb")
            assert (page.sites, page.said, len(page.sites_rooted_here.all())) == (1, "aloud", 1)
        assert len(asked) == 0


def test_rows_of_values_and_of_two_tables_come_as_django_gives_them(tags: list[Tag], home: Any) -> None:
    @written_once
    def words(number: int, depth: int) -> Any:
        return (
            Tag.objects.filter(pk=number)
            .order_by()
            .values_list("name", Value("tag"))
            .union(Page.objects.filter(depth=depth).order_by().values_list("title", Value("page")), all=True)
        )

    @written_once
    def numbers(beginning: str) -> Any:
        return Tag.objects.filter(name__startswith=beginning).values_list("pk", flat=True).order_by("pk")

    assert sorted(words(tags[4].pk, home.depth)) == sorted([("school", "tag"), (home.title, "page")])
    assert numbers("money") == [tag.pk for tag in tags[:3]]


def test_a_value_may_stand_in_two_filters(tags: list[Tag]) -> None:
    @written_once
    def beside(number: int) -> Any:
        return (Tag.objects.filter(pk__lt=number) | Tag.objects.filter(pk__gt=number)).order_by("pk")

    assert beside(tags[2].pk) == [tag for tag in tags if tag != tags[2]]


def test_a_value_that_stands_in_no_filter_is_refused() -> None:
    @written_once
    def first_of(beginning: str, most: int) -> Any:
        return Tag.objects.filter(name__startswith=beginning)[:most]

    with pytest.raises(ValueError, match="number 2 stands in no filter"):
        first_of("money", 2)


@pytest.mark.parametrize("value", [True, None, 1.5])
def test_a_kind_of_value_that_may_change_the_sql_is_refused(value: Any) -> None:
    ask = written_once(lambda one: Tag.objects.filter(pk=one))
    with pytest.raises(TypeError, match="give it by name"):
        ask(value)
