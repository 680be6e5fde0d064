"""The page of a listing: what it says, in its two voices, and what it keeps to itself."""

import json
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from localoffer.directory.models import (
    ServiceAccess,
    ServiceContact,
    ServiceCost,
    ServiceLink,
    ServicePicture,
    ServicePlace,
    ServiceSchedule,
)
from localoffer.navigation.models import SiteDetails
from tests import factories

from .whole import feature, whole

pytestmark = pytest.mark.django_db
NOT_KNOWN = "Not known: ask them"


def soup_of(client: Any, page: Any, query: str = "", status: int = 200) -> BeautifulSoup:
    response = client.get(page.url + query)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html5lib")


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def section(soup: BeautifulSoup, name: str) -> str:
    return words(soup.select_one(f"main [aria-labelledby={name}]"))


def glance(soup: BeautifulSoup) -> dict[str, str]:
    return {words(fact.dt): words(fact.dd) for fact in soup.select("main dl.facts > div")}


def data_of(soup: BeautifulSoup) -> dict[str, Any]:
    found = [json.loads(script.string) for script in soup.select("script[type='application/ld+json']")]
    return {data["@type"]: data for data in found}


def with_parts(page: Any, **parts: Any) -> Any:
    for name, rows in parts.items():
        setattr(page, name, rows)
    page.save_revision().publish()
    return page


# --- All that is known ----------------------------------------------------------------------


def test_a_full_listing_says_all_that_it_knows(listing: Any, client: Any) -> None:
    soup = soup_of(client, whole(listing))
    main = words(soup.select_one("main"))
    for said in (
        "A calm club.", "Ages 8 to 14. Up to 18 with an EHC plan.", "How much help: some extra help", "Whole club need 0",
        "Children who find noise hard.", "Children under 8. Ask the family hub.", "Come and look.",
        "No referral, diagnosis or plan needed", "A letter with your address.", "Session 0: £4.50 for each session",
        "You can pay with direct payments", "Up to 4 weeks", "Under tens sooner.", "As of 2 January", "Spaces A few left",
        "As of 3 January", "Mondays and Saturdays, 10am to 12 noon", "Bring tea.", "Painting.", "Ring first in August.",
        "Hall 0", "0 High Street", "OX14 1AA", "Side door after 5.", "Bus 4 stops at the door.", "Comes to your home",
        "Online", "By telephone", "For Whole club area 0", "Takes children from other counties", "Whole club feature 0 Partly",
        "On the ground floor.", "Priya meets you at the gate.", "A parent or carer may stay or go",
        "Brothers and sisters welcome Yes", "Help with personal care No", "Can give medicines Yes", "Language Whole club 0",
        "Interpreter Yes", "The door 0", "What do you do, and what do you hope children will gain?", "Children gain friends.",
        "Leader 0", "club@example.org", "Ofsted EY1", "Good, 6 May 2025", "Autism Accredited, until 2027.",
        "Paid for by: The council", "Games 0", "Book 0", "Report 0 (PDF)", "Last checked on 4 January 2026 by telephone.",
        "Next check: 5 January 2099.", "Whole club topic 0",
    ):  # fmt: skip
        assert said in main, said
    assert NOT_KNOWN not in main


def test_one_can_call_text_and_write_at_a_tap(listing: Any, client: Any) -> None:
    soup = soup_of(client, whole(listing))
    assert {link["href"] for link in soup.select("[aria-labelledby=contact] a")} == {
        "tel:07700900123", "sms:07700900123", "mailto:club@example.org", "https://club.example.org",
    }  # fmt: skip
    assert soup.select_one(".listing-head a.button")["href"] == "tel:07700900123"


def test_a_landline_is_not_offered_for_texts(listing: Any, client: Any) -> None:
    page = with_parts(listing(), contacts=[ServiceContact(phone="01632 960101")])
    assert soup_of(client, page).select("a[href^='sms:']") == []


def test_a_number_that_is_only_for_texts_is_never_offered_for_a_call(listing: Any, client: Any) -> None:
    page = with_parts(listing(), contacts=[ServiceContact(phone="01632 960160", phone_for="texts")])
    for voice in ("", "?voice=you"):
        soup = soup_of(client, page, voice)
        links = soup.select("main a[href^='sms:']")
        assert {(link["href"], words(link).replace("\xa0", " ")) for link in links} == {("sms:01632960160", "Text 01632 960160")}
        assert soup.select("main a[href^='tel:'], main [itemprop=telephone]") == []
    assert "telephone" not in json.dumps(data_of(soup_of(client, page)))


def test_a_number_for_calls_only_is_not_offered_for_texts(listing: Any, client: Any) -> None:
    page = with_parts(listing(), contacts=[ServiceContact(phone="07700 900123", phone_for="calls")])
    soup = soup_of(client, page)
    assert soup.select("a[href^='sms:']") == []
    assert soup.select_one("a.button")["href"] == "tel:07700900123"


def test_pictures_stand_in_the_order_of_the_way_in(listing: Any, client: Any) -> None:
    rows = [ServicePicture(picture=factories.CustomImageFactory(), caption=name) for name in ("Pavement", "Door", "Room")]
    soup = soup_of(client, with_parts(listing(), pictures=rows))
    assert [words(caption) for caption in soup.select(".walk figcaption")] == ["Pavement", "Door", "Room"]


def test_a_picture_of_somebody_without_consent_is_not_shown(listing: Any, client: Any) -> None:
    rows = [
        ServicePicture(picture=factories.CustomImageFactory(shows_people=True), caption="Sam at the door"),
        ServicePicture(picture=factories.CustomImageFactory(), caption="The door"),
    ]
    soup = soup_of(client, with_parts(listing(), pictures=rows))
    assert [words(caption) for caption in soup.select(".walk figcaption")] == ["The door"]


def test_a_link_to_a_page_that_is_not_public_is_left_out(listing: Any, client: Any) -> None:
    draft = listing("Draft", live=False)
    links = [
        ServiceLink(kind="waiting", words="Secret", target=draft),
        ServiceLink(kind="waiting", words="Open", address="https://example.org"),
    ]
    soup = soup_of(client, with_parts(listing(), links=links))
    assert "Secret" not in soup.get_text()
    assert "Open" in section(soup, "start")


def test_prices_that_are_over_are_left_out_and_those_to_come_say_from_when(listing: Any, client: Any) -> None:
    today = timezone.localdate()
    costs = [
        ServiceCost(option="Old", amount=Decimal(3), valid_to=today - timedelta(days=1)),
        ServiceCost(option="Now", amount=Decimal(4), valid_to=today),
        ServiceCost(option="Soon", amount=Decimal(5), valid_from=today + timedelta(days=1)),
        ServiceCost(option="Carers", amount=Decimal(0)),
    ]
    soup = soup_of(client, with_parts(listing(), costs=costs))
    said = section(soup, "cost")
    assert "Old" not in said
    assert "Now: £4 (until" in said
    assert "Soon: £5 (from" in said
    assert "Carers: free" in said
    assert glance(soup)["Cost"] == "Now: £4 Carers: free"


@pytest.mark.parametrize(
    ("cost_words", "costs", "shown"),
    [
        ("£4 a session", [{"option": "Session"}], False),
        ("", [{"option": "Session"}], True),
        ("£4 a session", [{"option": "Session"}, {"option": "Lunch"}], True),
        ("£4 a session", [{"option": "Session", "valid_to": date(2099, 1, 1)}], True),
    ],
    ids=["said already", "no words", "two prices", "a price with an end"],
)
def test_a_price_that_the_words_say_already_is_left_out(
    listing: Any, client: Any, cost_words: str, costs: list[dict[str, Any]], shown: bool
) -> None:
    rows = [ServiceCost(amount=Decimal(4), **cost) for cost in costs]
    soup = soup_of(client, with_parts(listing(cost_words=cost_words), costs=rows))
    assert ("Session: £4" in section(soup, "cost")) is shown


def test_that_nothing_is_needed_to_start_is_said_in_one_line(listing: Any, client: Any) -> None:
    soup = soup_of(client, listing(referral_needed="no", diagnosis_needed="no", plan_needed="no"))
    assert "No referral, diagnosis or plan needed" in section(soup, "start")
    assert "Is a referral needed?" not in section(soup, "start")
    soup = soup_of(client, listing("Other", referral_needed="no", diagnosis_needed="no", plan_needed="yes"))
    assert "Is a referral needed? No" in section(soup, "start")


def test_the_waiting_time_is_said_once(listing: Any, client: Any) -> None:
    assert words(soup_of(client, listing(wait="months-3")).select_one("main")).count("1 to 3 months") == 1


# --- What is not known ----------------------------------------------------------------------


def test_what_nobody_told_us_is_in_one_place_with_the_telephone_beside_it(listing: Any, client: Any) -> None:
    page = with_parts(listing(), contacts=[ServiceContact(phone="01632 960101")])
    facts = glance(soup_of(client, page))
    unknown = facts.pop(NOT_KNOWN)
    assert unknown == "For, When, Where, Cost, Getting in, Waiting time, Serves 01632\xa0960101".replace("\xa0", " ")
    assert facts == {}


def test_without_a_telephone_one_is_sent_to_what_there_is(listing: Any, client: Any) -> None:
    soup = soup_of(client, with_parts(listing(), contacts=[ServiceContact(email="a@example.org")]))
    assert soup.select_one("dl.facts .unknown a")["href"] == "mailto:a@example.org"
    soup = soup_of(client, with_parts(listing("Other"), contacts=[ServiceContact(website="https://example.org")]))
    assert soup.select_one("dl.facts .unknown a")["href"] == "https://example.org"


def test_without_any_contact_one_is_sent_to_us(listing: Any, client: Any, home: Any) -> None:
    site = home.get_site()
    SiteDetails.objects.update_or_create(site=site, defaults={"contact_name": "SENDIASS", "contact_phone": "01632 960999"})
    soup = soup_of(client, listing())
    assert "Contact: not known." in section(soup, "contact")
    assert "Ask us:" in section(soup, "cost")
    assert soup.select_one("[aria-labelledby=cost] a")["href"] == "tel:01632960999"


@pytest.mark.parametrize("voice", ["", "?voice=you"])
def test_a_cost_that_nobody_told_us_is_never_free(listing: Any, client: Any, voice: str) -> None:
    soup = soup_of(client, listing(), voice)
    assert "Cost" in glance(soup)[NOT_KNOWN]
    assert "free" not in words(soup.select_one("main")).lower()


def test_ages_that_nobody_told_us_are_not_all_ages(listing: Any, client: Any) -> None:
    soup = soup_of(client, listing())
    assert "For" in glance(soup)[NOT_KNOWN]
    assert "All ages" not in soup.get_text()


@pytest.mark.parametrize(("answer", "said"), [("yes", "Yes"), ("partly", "Partly"), ("no", "No")])
def test_an_access_answer_is_said_as_it_was_given(listing: Any, client: Any, answer: str, said: str) -> None:
    page = with_parts(listing(at_places=True), access=[ServiceAccess(feature=feature("Ramp"), answer=answer)])
    [item] = soup_of(client, page).select(".access li")
    assert words(item) == f"Ramp {said}"


def test_many_access_features_without_an_answer_are_folded_with_the_telephone_in_sight(listing: Any, client: Any) -> None:
    ramp = feature("Ramp")
    feature("Hoist")
    feature("Old word", retired=True)
    page = with_parts(
        listing(at_places=True),
        access=[ServiceAccess(feature=ramp, answer="yes")],
        contacts=[ServiceContact(phone="01632 960101")],
    )
    soup = soup_of(client, page)
    [folded] = soup.select("[aria-labelledby=before] details")
    names = [words(item) for item in folded.select("li")]
    assert "Hoist" in names
    assert not {"Ramp", "Old word"} & set(names)
    assert words(folded.summary) == f"What we do not know ({len(names)})"
    [line] = soup.select("[aria-labelledby=before] .unknowns")
    assert line.a["href"] == "tel:01632960101"


@pytest.mark.parametrize(("number", "folded"), [(5, False), (6, True)])
def test_a_few_unknown_names_stay_in_one_line(number: int, folded: bool) -> None:
    html = render_to_string("directory/listing/unknown.html", {"names": [f"Name {n}" for n in range(number)]})
    assert ("<details" in html) is folded
    assert "Name 4" in html


def test_a_fact_that_is_also_an_access_feature_is_said_once(listing: Any, client: Any) -> None:
    care = feature("Help with personal care", group="care")
    feature("Can give medicines", group="care")
    page = with_parts(listing(at_places=True, personal_care="no"), access=[ServiceAccess(feature=care, answer="partly")])
    soup = soup_of(client, page)
    assert [words(item) for item in soup.select(".access li")] == ["Help with personal care Partly"]
    assert words(soup.select_one("[aria-labelledby=before] .not-known")).count("Can give medicines") == 1


def test_what_is_only_on_the_telephone_is_not_asked_for_its_ramp(listing: Any, client: Any) -> None:
    feature("Ramp", group="getting-in")
    feature("Text relay", group="talking")
    soup = soup_of(client, listing(by_phone=True))
    assert "Ramp" not in section(soup, "before")
    assert "Text relay" in section(soup, "before")


def test_a_waiting_time_without_a_date_says_so(listing: Any, client: Any) -> None:
    soup = soup_of(client, listing(wait="months-3"))
    assert glance(soup)["Waiting time"] == "1 to 3 months We do not know from when"


def test_a_listing_that_nobody_checked_says_so(listing: Any, client: Any) -> None:
    assert "Nobody has checked this page" in words(soup_of(client, listing()).select_one(".checked"))


@pytest.mark.parametrize(("days", "old"), [(365, False), (366, True)])
def test_a_check_of_more_than_a_year_ago_is_marked(listing: Any, client: Any, days: int, old: bool) -> None:
    page = listing(last_checked=timezone.localdate() - timedelta(days=days), checked_how="visit")
    checked = soup_of(client, page).select_one(".checked")
    assert "by a visit" in words(checked)
    assert ("more than a year ago" in words(checked)) is old


# --- Times ----------------------------------------------------------------------------------

ALWAYS = {"weekdays": "MO,TU,WE,TH,FR,SA,SU", "on_bank_holidays": True}


def test_what_is_open_now_says_so(listing: Any, client: Any) -> None:
    page = with_parts(listing(), schedules=[ServiceSchedule(opens_at=time(0), closes_at=time(0), **ALWAYS)])
    assert "Open now , until midnight" in words(soup_of(client, page).select_one(".state"))


def test_what_is_on_later_says_when(listing: Any, client: Any) -> None:
    later = timezone.localdate() + timedelta(days=40)
    page = with_parts(listing(), schedules=[ServiceSchedule(freq="once", starts_on=later)])
    said = words(soup_of(client, page).select_one(".state"))
    assert said.startswith("Next on:")
    assert f"{later:%A} {later.day}" in said


def test_each_place_has_its_own_times(listing: Any, client: Any) -> None:
    page = with_parts(
        listing(),
        places=[ServicePlace(name="Hall", town="Witney"), ServicePlace(name="Barn", town="Thame")],
        schedules=[
            ServiceSchedule(weekdays="MO", at_place="hall"),
            ServiceSchedule(weekdays="TU", at_place="Thame"),
            ServiceSchedule(weekdays="FR"),
        ],
    )
    soup = soup_of(client, page)
    part = soup.select_one("[aria-labelledby=when]")
    said = {words(heading): words(heading.find_next_sibling("ul")) for heading in part.select("h3")}
    assert said == {"At all places": "Fridays", "Hall": "Mondays", "Barn": "Tuesdays"}


def test_a_quieter_session_is_marked(listing: Any, client: Any) -> None:
    page = with_parts(listing(), schedules=[ServiceSchedule(quieter=True, **ALWAYS)])
    assert "Quieter" in section(soup_of(client, page), "when")


# --- Somebody's home ------------------------------------------------------------------------

HOME = {
    "name": "Minder's house",
    "address": "7 Secretlane",
    "town": "Witney",
    "postcode": "OX28 6XY",
    "latitude": Decimal("51.78591"),
    "longitude": Decimal("-1.48512"),
    "getting_there": "Turn left at the Secretlane pub.",
    "is_home": True,
}
SECRETS = ("Secretlane", "6XY", "Minder&#x27;s", "Minder's", "51.78", "1.485")


@pytest.mark.parametrize("address", ["page", "for you", "calendar", "related"])
def test_a_home_shows_its_town_and_district_only(listing: Any, client: Any, address: str) -> None:
    topics = [factories.TopicFactory(name="Childminding"), factories.TopicFactory(name="Play")]
    schedules = [ServiceSchedule(at_place="Minder's house", **ALWAYS)]
    page = listing("Nest childminder", places=[ServicePlace(**HOME)], at_places=True, topics=topics)
    with_parts(page, schedules=schedules)
    other = listing("Other childminder", topics=topics)
    where = {"page": page.url, "for you": f"{page.url}?voice=you", "calendar": f"/directory/{page.pk}/calendar.ics"}
    response = client.get(where.get(address, other.url))
    assert response.status_code == 200
    text = response.content.decode()
    assert ("Nest childminder" if address == "related" else "Witney OX28") in text
    for secret in SECRETS:
        assert secret not in text


def test_a_home_has_no_position_for_search_engines(listing: Any, client: Any) -> None:
    page = listing("Nest", places=[ServicePlace(**HOME)])
    place = data_of(soup_of(client, page))["Service"]["availableChannel"][0]["serviceLocation"]
    assert place == {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressLocality": "Witney", "postalCode": "OX28", "addressCountry": "GB"},
    }


def test_two_homes_are_told_apart_by_their_district(listing: Any, client: Any) -> None:
    other = {**HOME, "name": "Second secret", "town": "Thame", "postcode": "OX9 1AA"}
    page = with_parts(
        listing(),
        places=[ServicePlace(**HOME), ServicePlace(**other)],
        schedules=[ServiceSchedule(weekdays="MO", at_place="Second secret"), ServiceSchedule(weekdays="TU", at_place="Witney")],
    )
    soup = soup_of(client, page)
    assert [words(heading) for heading in soup.select("[aria-labelledby=when] h3")] == ["Thame OX9", "Witney OX28"]
    assert "Second secret" not in soup.get_text()


# --- Two voices -----------------------------------------------------------------------------


def test_the_other_voice_speaks_to_a_young_person_at_the_same_address(listing: Any, client: Any) -> None:
    page = whole(listing)
    factories.AwardFactory(listing=page, ends_on=timezone.localdate() + timedelta(days=9), words="Nobody rushed me.")
    soup = soup_of(client, page, "?voice=you")
    main = words(soup.select_one("main"))
    assert soup.select_one("link[rel=canonical]")["href"] == page.full_url
    assert "youth" in soup.body["class"]
    for said in ("You choose what you do.", "Priya meets you at the gate.", "Abingdon", "Session 0: £4.50", "Nobody rushed me."):
        assert said in main
    for grown_up in ("Autism Accredited", "Who checks it", "EHC plan", "A calm club."):
        assert grown_up not in main
    assert soup.select_one("a.button")["href"] == "tel:07700900123"


def test_a_listing_without_words_for_young_people_says_so_and_shows_its_summary(listing: Any, client: Any) -> None:
    main = words(soup_of(client, listing(summary="A calm club."), "?voice=you").select_one("main"))
    assert "There is no text for young people here yet." in main
    assert "A calm club." in main


@pytest.mark.parametrize(
    ("query", "voice"),
    [("", "full"), ("?voice=you", "you"), ("?voice=full", "full"), ("?voice=%00", "full"), ("?voice=you&voice=x", "full"),
     ("?voice=" + "x" * 2000, "full"), ("?voice=😀", "full")],
)  # fmt: skip
def test_one_switch_leads_from_each_voice_to_the_other(listing: Any, client: Any, query: str, voice: str) -> None:
    soup = soup_of(client, listing(), query)
    [current] = soup.select(".voices [aria-current]")
    assert current["data-voice"] == voice
    assert [link["data-voice"] for link in soup.select(".voices a")] == ["full", "you"]


def test_the_switch_keeps_what_else_the_address_says(listing: Any, client: Any) -> None:
    soup = soup_of(client, listing(), "?list=12-45&voice=you")
    assert [link["href"] for link in soup.select(".voices a")] == ["?list=12-45", "?list=12-45&voice=you"]


# --- Closed, moved --------------------------------------------------------------------------


def test_what_is_closed_for_good_is_gone_and_says_what_to_do(listing: Any, client: Any, directory: Any) -> None:
    topic = factories.TopicFactory(name="Sleep", slug="sleep")
    page = whole(listing, status="closed", alert="Thank you for ten years.")
    page.topics = [topic]
    page.save_revision().publish()
    factories.AwardFactory(listing=page, ends_on=timezone.localdate() + timedelta(days=9))
    soup = soup_of(client, page, status=410)
    main = words(soup.select_one("main"))
    assert "A calm club." in main
    assert "Thank you for ten years." in main
    assert soup.select_one(f"main a[href='{directory.url}?topic=sleep']")
    assert soup.select("main a[href^='tel:'], main a[href^='mailto:'], main .seal") == []
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert set(data_of(soup)) == {"BreadcrumbList"}


@pytest.mark.parametrize("query", ["?voice=you", "?voice=full"])
def test_what_is_closed_for_good_is_gone_in_both_voices(listing: Any, client: Any, query: str) -> None:
    assert "Closed for good" in soup_of(client, listing(status="closed"), query, status=410).get_text()


def test_what_is_closed_for_good_has_no_calendar_and_is_not_in_the_map_of_the_site(listing: Any, client: Any) -> None:
    page = whole(listing, status="closed")
    assert client.get(f"/directory/{page.pk}/calendar.ics").status_code == 404
    assert page.url not in client.get("/sitemap.xml").content.decode()


def test_what_is_closed_for_now_says_why_and_until_when_and_when_it_is_on_again(listing: Any, client: Any) -> None:
    today = timezone.localdate()
    page = listing(
        status="temporarily_closed",
        alert="The roof leaks.",
        closed_from=today - timedelta(days=1),
        closed_until=today + timedelta(days=7),
    )
    with_parts(page, schedules=[ServiceSchedule(**ALWAYS)], contacts=[ServiceContact(phone="01632 960101")])
    soup = soup_of(client, page)
    callout = words(soup.select_one(".callout"))
    opens = today + timedelta(days=8)
    assert "The roof leaks." in callout
    assert f"Next on: {opens:%A} {opens.day}" in callout
    assert glance(soup)["When"].startswith(f"From {opens.day} {opens:%B}")
    assert soup.select_one(".state") is None
    assert soup.select_one("a.button")["href"] == "tel:01632960101"


def test_a_listing_that_got_another_name_keeps_its_old_address(
    listing: Any, client: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = listing("Old name")
    old = page.url
    page.slug, page.title = "new-name", "New name"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    answer = client.get(old)
    assert (answer.status_code, answer.headers["Location"]) == (301, "/find-a-service/new-name/")
    assert client.get("/find-a-service/new-name/").status_code == 200


# --- For machines ---------------------------------------------------------------------------


def test_search_engines_learn_what_it_is_for_whom_and_what_it_costs(listing: Any, client: Any) -> None:
    data = data_of(soup_of(client, whole(listing)))
    service = data["Service"]
    assert service["name"] == "Whole club"
    assert service["provider"]["@type"] == "Organization"
    assert service["areaServed"] == [{"@type": "AdministrativeArea", "name": "Whole club area 0"}]
    assert service["audience"] == {
        "@type": "PeopleAudience", "suggestedMinAge": 8, "suggestedMaxAge": 14, "audienceType": "Whole club need 0",
    }  # fmt: skip
    assert service["offers"][0] == {
        "@type": "Offer",
        "name": "Session 0",
        "price": "4.50",
        "priceCurrency": "GBP",
        "description": "Session 0: £4.50 for each session",
    }
    assert service["hoursAvailable"] == [
        {"@type": "OpeningHoursSpecification", "opens": "10:00", "closes": "12:00", "dayOfWeek": ["Monday", "Saturday"]}
    ]
    assert service["availableChannel"][1]["serviceLocation"]["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 51.67012,
        "longitude": -1.28034,
    }


def test_search_engines_learn_nothing_that_nobody_knows(listing: Any, client: Any) -> None:
    service = data_of(soup_of(client, listing()))["Service"]
    assert not {"offers", "audience", "areaServed", "hoursAvailable", "availableChannel"} & set(service)


@pytest.mark.parametrize("fields", [{"during": "term"}, {"interval": 2, "starts_on": date(2026, 1, 5)}])
def test_hours_that_are_not_each_week_are_not_told_as_if_they_were(listing: Any, client: Any, fields: dict[str, Any]) -> None:
    schedule = ServiceSchedule(weekdays="MO", opens_at=time(9), closes_at=time(10), **fields)
    assert "hoursAvailable" not in data_of(soup_of(client, with_parts(listing(), schedules=[schedule])))["Service"]


def test_search_engines_learn_the_way_to_the_page(listing: Any, client: Any, home: Any, directory: Any) -> None:
    page = listing("Club")
    items = data_of(soup_of(client, page))["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, home.title, home.full_url),
        (2, directory.title, directory.full_url),
        (3, "Club", page.full_url),
    ]


def test_paper_carries_the_telephone_the_address_the_times_and_the_address_of_the_page(listing: Any, client: Any) -> None:
    page = whole(listing)
    soup = soup_of(client, page)
    for hidden in soup.select(".buttons, .toc, .voices, nav, .crumbs"):
        hidden.decompose()
    main = words(soup.select_one("main"))
    for said in ("07700 900123", "0 High Street", "OX14 1AA", "Mondays and Saturdays, 10am to 12 noon", "Last checked on"):
        assert said in main.replace("\xa0", " ")
    assert page.full_url in words(soup.select_one(".paper-end"))


# --- Like this one --------------------------------------------------------------------------


def test_services_like_it_are_named_with_the_reason(listing: Any, client: Any) -> None:
    topics = [factories.TopicFactory(name="Horse riding"), factories.TopicFactory(name="Sleep")]
    page = listing("Hooves", topics=topics[:1])
    listing("Saddles", topics=topics)
    listing("Beds", topics=topics[1:])
    soup = soup_of(client, page)
    assert section(soup, "related") == "Services like this Saddles Also about: Horse riding"


def test_a_service_that_is_no_longer_public_is_not_named_as_like_it(
    listing: Any, client: Any, django_capture_on_commit_callbacks: Any
) -> None:
    topics = [factories.TopicFactory(name="Horse riding")]
    page, other = listing("Hooves", topics=topics), listing("Saddles", topics=topics)
    assert soup_of(client, page).select_one("[aria-labelledby=related]")
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert soup_of(client, page).select_one("[aria-labelledby=related]") is None


# --- What it costs to show ------------------------------------------------------------------

MOST_QUERIES = 12


def queries(client: Any, page: Any, query: str = "") -> int:
    assert client.get(page.url + query).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(page.url + query)
    return len(captured)


def test_a_listing_with_fifty_of_everything_takes_as_few_questions_as_one_with_one(listing: Any, client: Any) -> None:
    one, many = whole(listing, "One"), whole(listing, "Many", 50)
    for voice in ("", "?voice=you"):
        assert queries(client, one, voice) == queries(client, many, voice) <= MOST_QUERIES


def test_a_draft_is_shown_as_it_is_written(listing: Any, client: Any, admin_client: Any) -> None:
    page = whole(listing)
    page.summary = "A calmer club."
    page.contacts = [ServiceContact(phone="01632 960555")]
    page.access = []
    page.save_revision()
    html = admin_client.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()
    assert "A calmer club." in html
    assert "tel:01632960555" in html
    assert "07700900123" not in html
    assert "Whole club feature 0" in html  # among what is not known
