"""The demonstration's services: the facts of their files arrive, are valid, and differ as those of real services do."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Locale

from home.demo.listings import ANSWERED, COPIED, TERMS, ListingMaker, coming
from home.demo.reading import DemoError, read_services
from localoffer.directory.choices import AccessGroup, Carer, Question, Spaces, Wait
from localoffer.directory.models import AccessFeature, Area, Language, ServicePage
from localoffer.events.choices import During, Freq

pytestmark = pytest.mark.django_db

ROWS = ("places", "schedules", "closed_dates", "contacts", "access", "costs", "answers", "pictures", "links", "registrations")
WEDNESDAY = date(2026, 11, 25)


def services() -> list[ServicePage]:
    return list(ServicePage.objects.filter(locale=Locale.get_default()).prefetch_related(*ROWS, "languages"))


def no_page(path: str) -> int:
    raise DemoError(path)


@pytest.fixture
def maker(demo: None) -> ListingMaker:
    return ListingMaker(pictures={"club": 1}, page_id=no_page, today=WEDNESDAY)


def described(**facts: Any) -> dict[str, Any]:
    return {"title": "A club", "slug": "a-club", "organisation": "riverside", **facts}


# --- Making a page --------------------------------------------------------------------------


def test_what_a_file_does_not_say_is_not_known(maker: ListingMaker) -> None:
    page = maker.page(described())
    assert (page.wait, page.spaces, page.carer) == (Wait.UNKNOWN, Spaces.UNKNOWN, Carer.UNKNOWN)
    assert {page.siblings_welcome, page.medicines, page.out_of_county, page.direct_payments} == {"unknown"}
    assert (page.last_checked, page.next_check, page.wait_true_on) == (None, None, None)


def test_days_are_counted_from_the_day_of_loading(maker: ListingMaker) -> None:
    page = maker.page(described(wait="weeks-4", wait_true_days_ago=10, checked_days_ago=25))
    assert page.wait_true_on == date(2026, 11, 15)
    assert page.last_checked == date(2026, 10, 31)


def test_the_next_check_is_a_year_after_the_last(maker: ListingMaker) -> None:
    page = maker.page(described(checked_days_ago=25))
    assert page.next_check == date(2027, 10, 31)


@pytest.mark.parametrize(
    ("in_days", "day"),
    [(0, WEDNESDAY), (1, date(2026, 12, 2)), (7, date(2026, 12, 2)), (8, date(2026, 12, 9))],
    ids=["that day", "the day after it", "a week later", "the day after that"],
)
def test_one_date_moves_on_to_its_weekday(maker: ListingMaker, in_days: int, day: date) -> None:
    row = {"freq": "once", "weekdays": "WE", "starts_in_days": in_days, "opens_at": "18:00"}
    (schedule,) = maker.page(described(schedules=[row])).schedules.all()
    assert schedule.starts_on == day
    assert schedule.weekdays == ""


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 6, 1), date(2026, 12, 24), date(2027, 1, 2)),
        (date(2026, 12, 31), date(2026, 12, 24), date(2027, 1, 2)),
        (date(2027, 1, 2), date(2026, 12, 24), date(2027, 1, 2)),
        (date(2027, 1, 3), date(2027, 12, 24), date(2028, 1, 2)),
    ],
    ids=["in summer", "in the midst of it", "its last day", "the day after"],
)
def test_what_comes_each_year_is_the_next_that_is_not_over(today: date, first: date, last: date) -> None:
    assert coming("12-24", "01-02", today) == (first, last)


def test_a_closing_is_counted_from_the_day_of_loading(maker: ListingMaker) -> None:
    page = maker.page(described(closed_from_days_ago=2, closed_until_in_days=3))
    assert (page.closed_from, page.closed_until) == (date(2026, 11, 23), date(2026, 11, 28))


def test_a_link_to_a_page_that_is_not_there_is_told(maker: ListingMaker) -> None:
    with pytest.raises(DemoError, match="/nowhere/"):
        maker.page(described(links=[{"kind": "more", "words": "More", "page": "/nowhere/"}]))


def test_making_a_page_leaves_the_description_as_it_was(maker: ListingMaker) -> None:
    given = described(checked_days_ago=3, closed_dates=[{"first_in_days": 1, "last_in_days": 2}])
    maker.page(given)
    assert given == described(checked_days_ago=3, closed_dates=[{"first_in_days": 1, "last_in_days": 2}])


# --- What was loaded ------------------------------------------------------------------------


def test_every_service_and_all_its_rows_would_pass_the_editor(demo: None) -> None:
    for page in services():
        page.full_clean()
        for name in ROWS:
            for row in getattr(page, name).all():
                row.full_clean()


def test_there_are_times_of_every_kind(demo: None) -> None:
    rows = [row for page in services() for row in page.schedules.all()]
    assert {row.freq for row in rows} == set(Freq.values)
    assert {row.during for row in rows} == set(During.values)
    for kind in ("quieter", "on_bank_holidays", "at_place", "week_of_month"):
        assert any(getattr(row, kind) for row in rows), kind
    assert any(row.interval == 2 for row in rows)
    assert sum(1 for page in services() if page.schedules.all()) >= 60


@pytest.mark.parametrize(
    ("name", "least"),
    [("costs", 40), ("answers", 12), ("pictures", 8), ("languages", 20), ("registrations", 20), ("closed_dates", 3)],
)
def test_many_services_tell_more(demo: None, name: str, least: int) -> None:
    assert sum(1 for page in services() if getattr(page, name).all()) >= least


def test_who_answers_the_seven_questions_answers_each_once(demo: None) -> None:
    asked = [[row.question for row in page.answers.all()] for page in services() if page.answers.all()]
    assert all(sorted(questions) == sorted(Question.values) for questions in asked)


def test_waiting_times_have_the_day_on_which_they_were_true(demo: None) -> None:
    waits = [page for page in services() if page.wait != Wait.UNKNOWN]
    assert len(waits) >= 30
    assert all(page.wait_true_on and page.wait_true_on <= timezone.localdate() for page in waits)
    assert {page.wait for page in waits} == set(Wait.values) - {Wait.UNKNOWN}
    assert all(page.spaces_true_on for page in services() if page.spaces != Spaces.UNKNOWN)


def test_some_give_something_to_do_while_you_wait(demo: None) -> None:
    assert sum(1 for page in services() if any(link.kind == "waiting" for link in page.links.all())) >= 15


def test_links_lead_to_public_pages_or_to_examples(demo: None) -> None:
    assert all(link.url for page in services() for link in page.links.all())


@pytest.mark.parametrize(
    ("name", "unknown"),
    [("wait", "unknown"), ("carer", "unknown"), ("siblings_welcome", "unknown"), ("who_meets_you", ""), ("for_young_people", "")],
)
def test_enough_is_left_unsaid_to_see_how_that_looks(demo: None, name: str, unknown: str) -> None:
    unsaid = sum(1 for page in services() if getattr(page, name) == unknown)
    assert len(services()) * 0.2 <= unsaid <= len(services()) * 0.75


def test_a_home_shows_no_street(demo: None) -> None:
    homes = [place for page in services() for place in page.places.all() if place.is_home]
    assert len(homes) >= 3
    assert all([place.town in line and len(line.split()) <= 4 for line in place.lines] == [True] for place in homes)


def test_some_are_outside_the_county_and_some_take_children_from_outside(demo: None) -> None:
    assert sum(1 for page in services() if page.serves == "beyond") >= 6
    assert sum(1 for page in services() if page.out_of_county == "yes" and page.serves != "beyond") >= 4
    assert set(Area.objects.values_list("in_county", flat=True)) == {True, False}


def test_every_status_is_shown(demo: None) -> None:
    states = [page.status for page in services()]
    assert states.count("temporarily_closed") >= 2
    assert states.count("closed") == 1


def test_every_group_of_access_features_is_used_and_few_are_filters(demo: None) -> None:
    used = {row.feature for page in services() for row in page.access.all()}
    assert {feature.group for feature in used} == set(AccessGroup.values)
    assert 10 <= AccessFeature.objects.in_use().filter(in_filters=True).count() <= 14


def test_every_language_is_spoken_somewhere(demo: None) -> None:
    spoken = {language.slug for page in services() for language in page.languages.all()}
    assert spoken == set(Language.objects.values_list("slug", flat=True))
    assert len(spoken) >= 12


def test_what_is_checked_is_checked_again_within_a_year(demo: None) -> None:
    checked = [page for page in services() if page.last_checked]
    assert all(timedelta(days=364) < page.next_check - page.last_checked < timedelta(days=367) for page in checked)
    assert len(checked) == sum(1 for service in read_services() if service.get("checked_days_ago") is not None)


def test_the_files_say_nothing_that_is_not_read(demo: None, maker: ListingMaker) -> None:
    days = {"checked_days_ago", "wait_true_days_ago", "spaces_true_days_ago"}
    closed = {"closed_from", "closed_until", "closed_from_days_ago", "closed_until_in_days"}
    own = {"title", "slug", "other_names", "organisation", "status", "checked_how", "delivery"}
    known = {*COPIED, *ANSWERED, *TERMS, *maker.rows(), *days, *closed, *own}
    assert {name for service in read_services() for name in service} - known == set()
