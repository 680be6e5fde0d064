"""Each read of listings: what it finds, and what it leaves out."""

from datetime import timedelta
from typing import Any

import pytest
from wagtail.models import Locale, PageViewRestriction

from localoffer.directory.models import ServicePage, ServicePlace
from tests import factories

pytestmark = pytest.mark.django_db


def found(services: Any) -> set[str]:
    return {service.title for service in services}


def test_listed_are_open_and_temporarily_closed_services(listing: Any) -> None:
    listing("Open")
    listing("For now", status="temporarily_closed", alert="Flooded.")
    listing("For good", status="closed")
    assert found(ServicePage.objects.listed()) == {"Open", "For now"}


def test_drafts_private_pages_and_copies_are_not_listed(listing: Any, home: Any, directory: Any) -> None:
    public = listing("Public")
    listing("Draft", live=False)
    for kind in (PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN):
        PageViewRestriction.objects.create(page=listing(f"Private {kind}"), restriction_type=kind, password="x")
    polish = Locale.objects.create(language_code="pl")
    public.copy_for_translation(polish, copy_parents=True, alias=True)
    assert ServicePage.objects.filter(alias_of=public).exists()
    assert list(ServicePage.objects.listed()) == [public]


def test_nothing_is_listed_below_a_private_directory(listing: Any, directory: Any) -> None:
    listing()
    PageViewRestriction.objects.create(page=directory, restriction_type=PageViewRestriction.LOGIN)
    assert not ServicePage.objects.listed().exists()


def test_about_a_topic_means_with_it_or_with_one_below_it(listing: Any) -> None:
    health = factories.TopicFactory(slug="health")
    sleep = factories.TopicFactory(slug="sleep", parent=health)
    money = factories.TopicFactory(slug="money")
    listing("Health", topics=[health])
    listing("Sleep", topics=[sleep])
    listing("Money", topics=[money])
    listing("None")
    assert found(ServicePage.objects.about(["health"])) == {"Health", "Sleep"}
    assert found(ServicePage.objects.about(["sleep"])) == {"Sleep"}
    assert found(ServicePage.objects.about(["sleep", "money"])) == {"Sleep", "Money"}
    assert found(ServicePage.objects.about([])) == set()


def test_a_listing_with_two_of_the_topics_is_found_once(listing: Any) -> None:
    health = factories.TopicFactory(slug="health")
    listing(topics=[health, factories.TopicFactory(slug="sleep", parent=health)])
    assert ServicePage.objects.about(["health", "sleep"]).count() == 1


def test_for_needs_means_with_any_of_them(listing: Any) -> None:
    autism, sight, speech = (factories.NeedFactory(slug=slug) for slug in ("autism", "sight", "speech"))
    listing("Autism", needs=[autism])
    listing("Both", needs=[autism, sight])
    listing("Speech", needs=[speech])
    listing("None")
    assert found(ServicePage.objects.for_needs(["autism", "sight"])) == {"Autism", "Both"}
    assert ServicePage.objects.for_needs(["autism", "sight"]).count() == 2


@pytest.mark.parametrize(
    ("lowest", "highest", "matches"),
    [
        (5, 11, True),
        (11, 16, True),
        (12, 16, False),
        (0, 5, True),
        (0, 4, False),
        (0, 25, True),
        (7, 7, True),
        (None, 5, True),
        (None, 4, False),
        (11, None, True),
        (12, None, False),
        (None, None, False),
    ],
)
def test_a_listing_is_for_a_stage_when_they_share_an_age_that_it_names(
    listing: Any, lowest: int | None, highest: int | None, matches: bool
) -> None:
    listing(minimum_age=lowest, maximum_age=highest)
    assert ServicePage.objects.for_stages([(5, 11)]).exists() is matches


def test_a_listing_is_for_any_of_several_stages(listing: Any) -> None:
    listing("Small", minimum_age=0, maximum_age=4)
    listing("Middle", minimum_age=6, maximum_age=9)
    listing("Big", minimum_age=16, maximum_age=25)
    assert found(ServicePage.objects.for_stages([(0, 4), (16, 25)])) == {"Small", "Big"}
    assert found(ServicePage.objects.for_stages([])) == set()


def test_ages_are_not_known_only_when_neither_is_given(listing: Any) -> None:
    listing("Neither")
    listing("First", minimum_age=0)
    listing("Last", maximum_age=25)
    assert found(ServicePage.objects.ages_not_known()) == {"Neither"}


def test_with_seal_means_with_an_award_of_that_day(listing: Any, today: Any) -> None:
    day = timedelta(days=1)
    closed_at = factories.AwardFactory.recorded_at
    for title, fields in {
        "Current": {},
        "First day": {"given_on": today},
        "Last day": {"ends_on": today},
        "Tomorrow": {"given_on": today + day},
        "Expired": {"ends_on": today - day},
        "Withdrawn": {"ending": "withdrawn", "closed_at": closed_at},
        "Replaced": {"ending": "replaced", "closed_at": closed_at},
    }.items():
        factories.AwardFactory(listing=listing(title), **fields)
    listing("Never")
    assert found(ServicePage.objects.with_seal(today)) == {"Current", "First day", "Last day"}


def test_towns_and_areas_are_read_for_all_services_in_one_question(listing: Any, django_assert_num_queries: Any) -> None:
    city, vale = factories.AreaFactory(name="City", order=2), factories.AreaFactory(name="Vale", order=1)
    both, none, others = listing("Both"), listing("None"), listing("Others")
    both.areas = [city, vale]
    both.places = [ServicePlace(town=town, sort_order=number) for number, town in enumerate(["Witney", "Abingdon", "Witney"])]
    both.save()
    others.places = [ServicePlace(town="Bicester")]
    others.save()
    with django_assert_num_queries(1):
        reach = ServicePage.objects.reach_by_service([both.pk, none.pk])
    assert reach == {both.pk: (["Witney", "Abingdon"], ["Vale", "City"]), none.pk: ([], [])}
