"""The By You guide: what stands in it, in which order, and what never does."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from localoffer.directory.models import ServiceContact, ServiceCost, ServicePlace
from localoffer.plainlanguage.rules import WORD, reading_grade, sentences
from tests import factories
from youth.finding import by_you_guide, next_visit, web_words

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture
def guide(youth_home: Any) -> Any:
    return factories.ByYouGuidePageFactory(parent=youth_home)


@pytest.fixture
def oxford() -> Any:
    return factories.AreaFactory(name="Oxford", slug="oxford", order=1)


@pytest.fixture
def fun() -> Any:
    return factories.TopicFactory(name="Things to do", slug="things-to-do", order=2)


def sealed(directory: Any, title: str, *, given: int = 9, ends: int = 400, **fields: Any) -> Any:
    """A listing whose seal began and ends so many days from today, with its topics, areas and award fields."""
    terms = {name: fields.pop(name) for name in ("topics", "areas") if name in fields}
    award = {name: fields.pop(name) for name in ("paused_at", "closed_at", "ending", "know_before_you_go") if name in fields}
    page = factories.ServicePageFactory(parent=directory, title=title, **fields)
    for name, values in terms.items():
        getattr(page, name).set(values)
    page.save()
    today = timezone.localdate()
    factories.AwardFactory(
        listing=page,
        given_on=today - timedelta(days=given),
        ends_on=today + timedelta(days=ends),
        words=f"We like {title}.",
        **award,
    )
    return page


def outline(**choice: str) -> dict[str, dict[str, list[str]]]:
    """Area, topic, titles: what the guide of today says, in its order."""
    found = by_you_guide(timezone.localdate(), **choice)
    return {
        part.area.name: {below.topic.name: [entry.service.title for entry in below.entries] for below in part.topics}
        for part in found.areas
    }


def shown(client: Any, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html5lib")


def text_of(client: Any, address: str) -> str:
    return " ".join(shown(client, address).select_one("main").get_text(" ").split())


# --- What stands in it -----------------------------------------------------------------------


def test_places_stand_by_area_then_topic_what_is_for_everybody_first(directory: Any, oxford: Any, fun: Any) -> None:
    banbury = factories.AreaFactory(name="Banbury", slug="banbury", order=0)
    sealed(directory, "Zebra club", topics=[fun], areas=[oxford], serves="areas")
    sealed(directory, "apple club", topics=[fun], areas=[oxford, banbury], serves="areas")
    sealed(directory, "Everywhere", topics=[fun], serves="county", at_places=True)
    sealed(directory, "Chat", topics=[fun], serves="county", online=True)
    sealed(directory, "Over there", topics=[fun], serves="beyond")
    sealed(directory, "Unsaid")
    assert outline() == {
        "All over Oxfordshire": {"Things to do": ["Everywhere"]},
        "Online or by phone": {"Things to do": ["Chat"]},
        "Banbury": {"Things to do": ["apple club"]},
        "Oxford": {"Things to do": ["apple club", "Zebra club"]},
        "Outside Oxfordshire": {"Things to do": ["Over there"]},
        "Ask them where": {"Other places": ["Unsaid"]},
    }
    parts = ["All over Oxfordshire", "Online or by phone", "Banbury", "Oxford", "Outside Oxfordshire", "Ask them where"]
    assert list(outline()) == parts
    assert by_you_guide(timezone.localdate()).number == 6  # each place counted once


def test_within_an_area_a_place_stands_once_under_the_topic_that_most_of_its_topics_belong_to(directory: Any, fun: Any) -> None:
    travel = factories.TopicFactory(name="Travel", slug="travel", order=1)
    clubs = factories.TopicFactory(name="Clubs", slug="clubs", parent=fun)
    sealed(directory, "Club", topics=[travel, fun, clubs], serves="county", at_places=True)
    sealed(directory, "Bus", topics=[travel, fun], serves="county", at_places=True)
    assert outline() == {"All over Oxfordshire": {"Travel": ["Bus"], "Things to do": ["Club"]}}


def test_the_day_before_the_seal_its_last_day_and_the_day_after(directory: Any) -> None:
    factories.AwardFactory(
        listing=factories.ServicePageFactory(parent=directory), given_on=date(2026, 3, 2), ends_on=date(2028, 3, 1)
    )
    numbers = [by_you_guide(day).number for day in (date(2026, 3, 1), date(2026, 3, 2), date(2028, 3, 1), date(2028, 3, 2))]
    assert numbers == [0, 1, 1, 0]


def test_no_seal_that_ended_is_paused_or_was_taken_away_and_no_place_that_is_not_public(directory: Any) -> None:
    now = timezone.now()
    sealed(directory, "Good")
    sealed(directory, "Expired", given=20, ends=-1)
    sealed(directory, "Paused", paused_at=now)
    sealed(directory, "Withdrawn", closed_at=now, ending="withdrawn")
    sealed(directory, "Closed", status="closed")
    sealed(directory, "Draft", live=False)
    private = sealed(directory, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert [title for area in outline().values() for titles in area.values() for title in titles] == ["Good"]


def test_a_pause_takes_a_place_out_at_once_and_its_end_brings_it_back(directory: Any, guide: Any, client: Any) -> None:
    listing = sealed(directory, "Riverside club")
    assert "Riverside club" in text_of(client, guide.url)
    award = factories.Award.objects.get(listing_key=listing.translation_key)
    award.paused_at = timezone.now()
    award.save()
    assert "Riverside club" not in text_of(client, guide.url)
    award.paused_at = None
    award.save()
    assert "Riverside club" in text_of(client, guide.url)


# --- What it says of a place -----------------------------------------------------------------


def test_an_entry_says_all_that_somebody_needs_in_words_that_work_on_paper(directory: Any, guide: Any, client: Any) -> None:
    page = sealed(
        directory, "Riverside club", minimum_age=8, maximum_age=14, know_before_you_go="The door is heavy.", free="sometimes"
    )
    ServicePlace.objects.create(page=page, town="Abingdon")
    ServiceContact.objects.create(
        page=page, phone="01632 960101", email="hello@club.example.org", website="https://club.example.org/come/"
    )
    today = timezone.localdate()
    ServiceCost.objects.create(page=page, option="One session", amount=4)
    ServiceCost.objects.create(page=page, option="Old price", amount=3, valid_to=today - timedelta(days=1))
    ServiceCost.objects.create(page=page, option="New price", amount=9, valid_from=today + timedelta(days=1))
    entry = shown(client, guide.url).select_one(".by-you-place")
    words = " ".join(entry.get_text(" ").replace("\xa0", " ").split())
    for fact in (
        *("Riverside club", "“We like Riverside club.”", "The door is heavy.", "Three of us, aged 13 to 17", "Abingdon"),
        *("Ages 8 to 14", "Sometimes free", "One session: £4", "01632 960101", "hello@club.example.org", "club.example.org/come"),
    ):
        assert fact in words
    assert "Old price" not in words
    assert "New price" not in words
    links = [link["href"] for link in entry.select("a")]
    assert links == [page.url, "tel:01632960101", "mailto:hello@club.example.org", "https://club.example.org/come/"]


def test_what_nobody_has_told_us_reads_not_known_ask_them(directory: Any, guide: Any, client: Any) -> None:
    sealed(directory, "Riddle club")
    entry = shown(client, guide.url).select_one(".by-you-place")
    unknown = [
        fact.dt.get_text(strip=True) for fact in entry.select("dl > div") if fact.dd.get_text(strip=True) == "Not known: ask them"
    ]
    assert unknown == ["Where", "Who for", "Cost", "Get in touch"]
    assert "Know before you go: Not known: ask them" in " ".join(entry.get_text(" ").split())


def test_the_next_visit_is_soon_from_its_day_on(today: date) -> None:
    assert next_visit(today + timedelta(days=1), today) == "From November 2026"
    assert next_visit(today, today) == "Soon"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://club.example.org", "club.example.org"),
        ("https://club.example.org/", "club.example.org"),
        ("http://club.example.org/a/?b=1", "club.example.org/a/?b=1"),
    ],
)
def test_a_web_address_is_written_as_people_write_it(address: str, words: str) -> None:
    assert web_words(address) == words


# --- Choosing --------------------------------------------------------------------------------


@pytest.fixture
def some_places(directory: Any, oxford: Any, fun: Any) -> None:
    travel = factories.TopicFactory(name="Travel", slug="travel", order=1)
    banbury = factories.AreaFactory(name="Banbury", slug="banbury", order=0)
    sealed(directory, "Oxford club", topics=[fun], areas=[oxford], serves="areas")
    sealed(directory, "Banbury bus", topics=[travel], areas=[banbury], serves="areas")
    sealed(directory, "Everywhere", topics=[fun, travel], serves="county", at_places=True)


def test_an_area_shows_its_own_places_first_then_what_is_for_all(some_places: None) -> None:
    assert list(outline(area="oxford").items()) == [
        ("Oxford", {"Things to do": ["Oxford club"]}),
        ("All over Oxfordshire", {"Travel": ["Everywhere"]}),
    ]
    assert list(outline(area="whole-county")) == ["All over Oxfordshire"]


def test_a_topic_shows_each_of_its_places_under_it(some_places: None) -> None:
    assert outline(topic="things-to-do") == {
        "All over Oxfordshire": {"Things to do": ["Everywhere"]},
        "Oxford": {"Things to do": ["Oxford club"]},
    }
    assert outline(topic="things-to-do", area="oxford").keys() == {"Oxford", "All over Oxfordshire"}


def test_the_form_keeps_what_was_chosen_and_offers_only_what_there_is(some_places: None, guide: Any, client: Any) -> None:
    page = shown(client, f"{guide.url}?area=oxford&topic=travel")
    assert [option["value"] for option in page.select("#id_area option")] == ["", "whole-county", "banbury", "oxford"]
    assert page.select_one("#id_area [selected]")["value"] == "oxford"
    assert page.select_one("#id_topic [selected]")["value"] == "travel"
    assert page.select_one(".by-you-ways a")["href"] == "?area=oxford&topic=travel&print=a4"


@pytest.mark.parametrize("words", ["nowhere", "\x00", "x" * 50_000, "😀", "اختبار", "<script>"])
def test_what_is_not_known_shows_all_places_and_says_so(some_places: None, guide: Any, client: Any, words: str) -> None:
    answer = client.get(guide.url, {"area": words, "topic": words, "print": words})
    page = BeautifulSoup(answer.content, "html5lib")
    assert answer.status_code == 200
    assert len(page.select(".by-you-place")) == 3
    assert "We do not know what the link asked for." in page.get_text()
    assert "by-you-paper" not in page.body["class"]
    assert page.select_one("main script") is None


def test_nothing_found_leads_back_to_all(some_places: None, guide: Any, client: Any, directory: Any, oxford: Any) -> None:
    factories.ServicePage.objects.get(title="Everywhere").delete()
    page = shown(client, f"{guide.url}?area=oxford&topic=travel").select_one("main")
    assert "We have not found a place like that yet." in page.get_text()
    assert page.select_one(".by-you-none a")["href"] == "?"


def test_no_seal_at_all_is_said_in_kind_words(guide: Any, client: Any) -> None:
    page = shown(client, guide.url)
    assert "No place has our seal today." in page.select_one(".by-you-none").get_text()
    assert page.select_one(".by-you-filter") is None
    assert page.select_one(".by-you-none a")["href"] == "/contact/comment/"


# --- The page --------------------------------------------------------------------------------


def test_it_says_when_it_was_made_what_the_seal_is_and_where_the_newest_is(directory: Any, guide: Any, client: Any) -> None:
    sealed(directory, "Riverside club")
    page = shown(client, guide.url)
    words = " ".join(page.select_one("main").get_text(" ").split())
    today = timezone.localdate()
    assert f"Made on {today.day} {today:%B %Y}" in words
    assert "1 place " in words
    assert "1 places" not in words
    assert "a check that a place is safe" in words
    assert page.select_one(".by-you-address").get_text(strip=True) == guide.full_url
    assert page.select_one(".by-you-qr [role=img] svg path") is not None


def test_its_contents_lead_to_each_area_and_topic(some_places: None, guide: Any, client: Any) -> None:
    page = shown(client, guide.url)
    targets = [link["href"].removeprefix("#") for link in page.select(".by-you-contents a")]
    assert len(targets) == 6
    assert all(page.find(id=target).name in ("h2", "h3") for target in targets)
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("asked", "classes"), [("a4", {"by-you-paper"}), ("large", {"by-you-paper", "by-you-large"}), ("tea", set())]
)
def test_plain_links_choose_the_paper_which_has_no_section_menu(guide: Any, client: Any, asked: str, classes: set[str]) -> None:
    page = shown(client, f"{guide.url}?print={asked}")
    assert set(page.body["class"]) - {"youth", "by-you"} == classes
    assert bool(page.select(".by-you-bar")) == bool(classes)
    assert bool(page.select(".youth-menu, .crumbs")) != bool(classes)
    assert page.select_one("#help-now") is not None


def test_the_screen_leads_to_both_papers_and_they_lead_back(guide: Any, client: Any) -> None:
    assert [link["href"] for link in shown(client, guide.url).select(".by-you-ways a")] == ["?print=a4", "?print=large"]
    assert "?" in [link["href"] for link in shown(client, f"{guide.url}?print=a4").select(".by-you-bar a")]


def test_the_youth_home_and_the_places_lead_to_it_once_it_is_public(youth_home: Any, directory: Any, client: Any) -> None:
    sealed(directory, "Riverside club")
    places = factories.ApprovedPlacesPageFactory(parent=youth_home)
    guide = factories.ByYouGuidePageFactory(parent=youth_home)
    for page in (youth_home, places):
        assert shown(client, page.url).select(f"a[href='{guide.url}']")


def test_it_asks_the_database_as_often_for_100_seals_as_for_one(
    directory: Any, guide: Any, client: Any, oxford: Any, fun: Any
) -> None:
    def queries() -> int:
        client.get(guide.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(guide.url).status_code == 200
        return len(captured)

    def place(number: int) -> None:
        page = sealed(directory, f"Club {number}", topics=[fun], areas=[oxford], serves="areas")
        ServicePlace.objects.create(page=page, town="Abingdon")
        ServiceContact.objects.create(page=page, phone="01632 960101")
        ServiceCost.objects.create(page=page, option="One session", amount=4)

    place(0)
    one = queries()
    for number in range(1, 100):
        place(number)
    assert len(shown(client, guide.url).select(".by-you-place")) == 100
    assert queries() == one <= MOST_QUERIES


def test_its_own_words_are_plain(guide: Any, client: Any) -> None:
    for address in (guide.url, f"{guide.url}?print=a4"):
        main = shown(client, address).select_one("main")
        words = ". ".join(main.stripped_strings).replace("..", ".")
        assert reading_grade(words) <= 6
        parts = sentences(words)
        assert sum(len(WORD.findall(part)) for part in parts) / len(parts) <= 12


def test_search_finds_it(directory: Any, guide: Any) -> None:
    from localoffer.search.index import find, rebuild

    rebuild()
    assert guide.pk in find("places we like", kinds=["youth"]).of_kind("youth")
