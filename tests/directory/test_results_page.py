"""The results page as a visitor gets it: truthful, kind to what was typed, and silent about a postcode."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageViewRestriction

from localoffer.directory.models import ServiceAccess, ServiceContact, ServicePlace
from localoffer.places.choices import Kind
from localoffer.places.models import Place
from localoffer.search.keeping import renew
from localoffer.search.models import SynonymGroup, UnmetSearch
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def gazetteer(db: None) -> None:
    rows = [
        ("Abingdon", Kind.TOWN, 51.671, -1.283, "vale-of-white-horse", True),
        ("Didcot", Kind.TOWN, 51.607, -1.24, "south-oxfordshire", True),
        ("Milton", Kind.VILLAGE, 51.633, -1.297, "vale-of-white-horse", True),
        ("Milton", Kind.VILLAGE, 52.0, -1.35, "cherwell", True),
        ("Reading", Kind.TOWN, 51.455, -0.97, "", False),
        ("OX14", Kind.DISTRICT, 51.67, -1.28, "vale-of-white-horse", True),
        ("OX14 3DR", Kind.POSTCODE, 51.67432, -1.27654, "vale-of-white-horse", True),
    ]
    for name, kind, latitude, longitude, area, inside in rows:
        Place.objects.create(name=name, kind=kind, latitude=latitude, longitude=longitude, area=area, inside=inside)


def page(client: Client, question: str) -> BeautifulSoup:
    answer = client.get(f"/find-a-service/?{question}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def problems(soup: BeautifulSoup) -> list[str]:
    return [link.text for link in soup.select("#errors li")]


def titles(soup: BeautifulSoup) -> list[str]:
    return [link.text for link in soup.select(".service-name a")]


def reasons(soup: BeautifulSoup) -> list[str]:
    return [line.text.strip() for line in soup.select(".service .why")]


@pytest.fixture
def clubs(listing: Any) -> None:
    abingdon = ServicePlace(town="Abingdon", latitude="51.67100", longitude="-1.28300")
    didcot = ServicePlace(town="Didcot", latitude="51.60700", longitude="-1.24000")
    listing("Far club", places=[didcot], at_places=True, free="yes")
    listing("Near club", places=[abingdon], at_places=True)
    listing("Online club", online=True, serves="county", free="no")


def test_the_heading_and_the_title_say_what_was_found_and_where(client: Client, clubs: None) -> None:
    soup = page(client, "q=club&where=Abingdon")
    assert soup.h1.text.strip() == "3 services for “club” near Abingdon"
    assert soup.title.text.startswith("3 services for “club” near Abingdon")


def test_services_without_a_place_stay_and_each_says_why_it_is_here(client: Client, clubs: None) -> None:
    soup = page(client, "where=Abingdon")
    assert titles(soup) == ["Near club", "Far club", "Online club"]
    assert reasons(soup) == ["Less than half a mile away", "4.8 miles away", "Online; for all of Oxfordshire"]


@pytest.mark.parametrize(
    ("miles", "expected"), [("5", ["Near club", "Far club", "Online club"]), ("3", ["Near club", "Online club"])]
)
def test_a_radius_counts_for_places_only(client: Client, clubs: None, miles: str, expected: list[str]) -> None:
    assert titles(page(client, f"where=Abingdon&within={miles}")) == expected


def test_half_a_mile_is_half_a_mile(client: Client, listing: Any) -> None:
    for title, miles in {"Just near": 0.45, "Just too far": 0.55}.items():
        north = f"{51.671 + miles / 69.0:.5f}"
        listing(title, places=[ServicePlace(town="Abingdon", latitude=north, longitude="-1.28300")], at_places=True)
    soup = page(client, "where=Abingdon&within=0.5")
    assert titles(soup) == ["Just near"]
    assert reasons(page(client, "where=Abingdon")) == ["Less than half a mile away", "0.6 miles away"]


def test_beyond_the_radius_stays_only_what_is_for_the_whole_county_and_comes_last(client: Client, listing: Any) -> None:
    didcot = {"town": "Didcot", "latitude": "51.60700", "longitude": "-1.24000"}
    near = {"town": "Abingdon", "latitude": "51.67100", "longitude": "-1.28300"}
    listing("A club for all, far", places=[ServicePlace(**didcot)], at_places=True, serves="county")
    listing("B club, far", places=[ServicePlace(**didcot)], at_places=True)
    listing("C club, near", places=[ServicePlace(**near)], at_places=True)
    listing("D club online", online=True)
    assert page(client, "where=Abingdon").h1.text.strip() == "4 services, nearest to Abingdon first"
    soup = page(client, "q=club&where=Abingdon&within=3")
    [tag] = soup.select(".tags li a")
    assert tag.text == "Remove filter: Within 3 miles×"
    assert len(titles(page(client, tag["href"].removeprefix("?")))) == 4
    assert titles(soup) == ["C club, near", "D club online", "A club for all, far"]
    assert (
        "1 service has a place within 3 miles. "
        "2 more come to you, are online or by telephone, or are for the whole county." in soup.select_one(".note").text
    )


def test_what_serves_other_families_comes_last_however_well_it_matches(client: Client, listing: Any) -> None:
    place = {"town": "Abingdon", "latitude": "51.67100", "longitude": "-1.28300"}
    listing(
        "Autism club",
        places=[ServicePlace(**place)],
        serves="areas",
        areas=[factories.AreaFactory(slug="cherwell", name="Cherwell")],
    )
    listing("Chess", description="<p>An autism club.</p>", places=[ServicePlace(**place)])
    soup = page(client, "q=autism+club&where=Abingdon")
    assert titles(soup) == ["Chess", "Autism club"]
    assert reasons(soup)[1] == "Less than half a mile away; only for Cherwell"


def test_a_place_at_the_end_of_the_words_is_offered_as_the_place(client: Client, clubs: None) -> None:
    soup = page(client, "q=club+near+Abingdon")
    [offer] = [link for link in soup.select(".note a") if link.text == "Look for “club” near Abingdon"]
    assert page(client, offer["href"].removeprefix("?")).h1.text.strip() == "3 services for “club” near Abingdon"
    assert not [link for link in page(client, "q=club+in+winter").select(".note a") if "near" in link.text]


def test_from_a_postcode_elsewhere_what_is_online_is_one_link_away(client: Client, clubs: None) -> None:
    soup = page(client, "where=EH1")
    [link] = [link for link in soup.select(".note a") if link.text == "Show what is online or by telephone"]
    assert titles(page(client, link["href"].removeprefix("?"))) == ["Online club"]


def test_what_a_service_has_and_speaks_can_be_found_by_words_and_what_it_lacks_cannot(client: Client, listing: Any) -> None:
    hoist = factories.AccessFeatureFactory(name="Ceiling hoist", slug="hoist")
    listing("Pool with one", access=[ServiceAccess(feature=hoist, answer="yes")])
    listing("Pool without", access=[ServiceAccess(feature=hoist, answer="no")])
    assert titles(page(client, "q=hoist")) == ["Pool with one"]


def test_a_full_postcode_is_sent_on_to_an_address_that_does_not_hold_it(client: Client, clubs: None) -> None:
    answer = client.get("/find-a-service/?q=club&where=ox14+3dr&cost=yes&cost=no")
    assert answer.status_code == 302
    assert answer["Cache-Control"] == "no-store"
    assert answer["Location"] == "?q=club&where=OX14+3&cost=yes&cost=no&at=51.67%2C-1.28&at_for=OX14+3"
    followed = client.get(f"/find-a-service/{answer['Location']}")
    words = followed.content.decode()
    assert "3DR" not in words.upper()
    assert "51.67432" not in words
    assert "About 5 miles away" in words


@pytest.mark.parametrize("typed", ["ox143dr", "OX14  3DR", " ox14 3dr ", "OXI4 3DR", "Flat 2, 3 Some Street, OX14 3DR"])
def test_however_it_is_written_a_full_postcode_is_forgotten(client: Client, directory: Any, typed: str) -> None:
    answer = client.get("/find-a-service/", {"where": typed})
    assert answer.status_code == 302
    assert "DR" not in answer["Location"].upper().split("WHERE=")[1]


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("q=club+ox14+3dr", "?q=club&where=OX14+3&at=51.67%2C-1.28&at_for=OX14+3"),
        ("q=OX14+3DR", "?where=OX14+3&at=51.67%2C-1.28&at_for=OX14+3"),
        ("q=club+OX14+3DR&where=Didcot", "?q=club&where=Didcot"),
    ],
)
def test_a_full_postcode_among_the_words_is_taken_out_and_used_as_the_place(
    client: Client, directory: Any, question: str, kept: str
) -> None:
    answer = client.get(f"/find-a-service/?{question}")
    assert (answer.status_code, answer["Location"]) == (302, kept)


def test_words_that_only_look_like_a_postcode_stay(client: Client, directory: Any) -> None:
    assert client.get("/find-a-service/?q=KS2+3+maths").status_code == 200


def test_a_postcode_that_is_not_known_is_forgotten_too(client: Client, directory: Any) -> None:
    answer = client.get("/find-a-service/?where=EH1+1YZ", follow=True)
    assert "1YZ" not in answer.content.decode().upper()
    assert problems(BeautifulSoup(answer.content, "html.parser")) == [
        "EH1 is in Scotland, outside Oxfordshire, so we looked without a place. Your own council has a Local Offer too."
    ]


def test_a_name_of_several_places_is_asked_about_and_the_choice_is_kept(client: Client, clubs: None) -> None:
    soup = page(client, "q=club&where=Milton")
    assert soup.select_one("#which").text == "Which “Milton” do you mean?"
    assert titles(soup)
    [vale] = [link for link in soup.select(".which a") if "Vale of White Horse" in link.text]
    chosen = page(client, vale["href"].removeprefix("?"))
    assert chosen.h1.text.strip() == "3 services for “club” near Milton"
    assert not chosen.select(".which")
    kept = {field["name"]: field["value"] for field in chosen.select("#find input[type=hidden]")}
    assert kept["at_for"] == "Milton"


def test_outside_the_county_it_says_so_and_shows_what_still_helps(client: Client, clubs: None) -> None:
    soup = page(client, "where=Reading")
    assert "Reading is outside Oxfordshire" in soup.select_one(".note").text
    assert "Online club" in titles(soup)


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("OX", "“OX” is only a part of a postcode."),
        ("Nowheretown", "We do not know a place called “Nowheretown”."),
        ("🙂", "That is not a place."),
        ("<script>alert(1)</script>", "That is not a place."),
        ("' OR 1=1 --", "That is not a place."),
        ("x" * 2000, "We do not know a place called"),
    ],
)
def test_a_place_we_do_not_know_is_told_kept_and_changes_nothing_else(
    client: Client, clubs: None, where: str, sentence: str
) -> None:
    answer = client.get("/find-a-service/", {"q": "club", "where": where})
    soup = BeautifulSoup(answer.content, "html.parser")
    assert problems(soup)[0].startswith(sentence)
    assert soup.select_one("#where")["value"] == where[:80]
    assert soup.select_one("#where")["aria-invalid"] == "true"
    assert len(titles(soup)) == 3
    assert b"<script>alert(1)" not in answer.content


def test_a_place_that_is_spelled_nearly_right_is_suggested(client: Client, directory: Any) -> None:
    soup = page(client, "where=Abingdn")
    assert soup.select_one(".which a").text.startswith("Abingdon")


def test_page_nought_is_the_first_page_and_a_page_too_far_the_last(client: Client, listing: Any) -> None:
    for number in range(21):
        listing(f"Club {number}")
    assert problems(page(client, "page=0")) == ["There is no page “0” of these results. This is page 1."]
    assert problems(page(client, "page=-3")) == ["There is no page “-3” of these results. This is page 1."]
    assert problems(page(client, "page=3")) == ["There is no page “3” of these results. This is page 2."]


@pytest.mark.parametrize("number", ["0", "-1", "99", "abc"])
def test_a_page_that_is_not_there_is_told(client: Client, clubs: None, number: str) -> None:
    assert problems(page(client, f"page={number}")) == [f"There is no page “{number}” of these results. This is page 1."]
    assert problems(page(client, "page=1")) == []


@pytest.mark.parametrize(
    "question",
    [
        "q=%00",
        "q=" + "x" * 2000,
        "q=%22%3B--&where=%00",
        "years=-5&years=7&topic=a&topic=b",
        "at=nan,inf&at_for=x&where=x",
        "at=p99999999999999999999&at_for=x&where=x",
        "at=p%C2%B2&at_for=x&where=x",
        "within=1e9&sort=%00&page=%F0%9F%99%82",
        "list=" + "1-" * 3000,
        "q=%F0%9F%99%82&where=%F0%9F%99%82",
    ],
)
def test_nothing_in_the_address_breaks_the_page(client: Client, clubs: None, question: str) -> None:
    page(client, question)


def test_synonyms_are_told_and_can_be_undone(client: Client, listing: Any) -> None:
    listing("Speech and language therapy")
    SynonymGroup.objects.create(terms="speech and language therapy\nSALT", language="en-gb")
    renew()
    soup = page(client, "q=SALT")
    assert titles(soup) == ["Speech and language therapy"]
    assert "We also looked for speech and language therapy because you typed SALT." in soup.select_one(".note").text
    [undo] = [link for link in soup.select(".note a") if link.text == "Search only for the words I typed"]
    assert titles(page(client, undo["href"].removeprefix("?"))) == []


def test_a_typing_error_is_put_right_and_told(client: Client, listing: Any) -> None:
    listing("Autism group")
    soup = page(client, "q=autsim")
    assert titles(soup) == ["Autism group"]
    assert "Nothing here has “autsim”, so we looked for “autism”." in soup.select_one(".note").text


def test_when_nothing_is_found_each_way_out_says_how_many_it_leads_to(client: Client, listing: Any) -> None:
    topic = factories.TopicFactory(name="Swimming", slug="swimming")
    need = factories.NeedFactory(name="Autism", slug="autism")
    listing("A", topics=[topic])
    listing("B", topics=[topic])
    listing("C", needs=[need])
    soup = page(client, "topic=swimming&need=autism")
    assert "We looked at all services in: Swimming, Autism." in " ".join(soup.select_one(".nothing p").text.split())
    ways = {line.a.text: line.text.rpartition(": ")[2] for line in soup.select(".ways-out li") if "Remove" in line.text}
    assert ways == {"Remove “Swimming”": "1 service", "Remove “Autism”": "2 services"}
    assert titles(page(client, soup.select_one(".ways-out a")["href"].removeprefix("?"))) == ["C"]


def test_words_that_found_nothing_are_noted_without_the_place(client: Client, clubs: None) -> None:
    page(client, "q=zzyzx&where=Abingdon")
    [noted] = UnmetSearch.uncounted.all()
    assert noted.question == "zzyzx"
    page(client, "q=club")
    assert UnmetSearch.uncounted.count() == 1


def test_counts_stand_beside_each_value_and_blank_ones_are_told(client: Client, clubs: None) -> None:
    soup = page(client, "q=club&cost=yes")
    assert titles(soup) == ["Far club"]
    counts = {box["value"]: box.parent.select_one(".tally").text.split()[0] for box in soup.select("[name=cost]")}
    assert counts == {"yes": "1", "no": "1"}
    assert [line.text for line in soup.select(".unsaid li")] == ["1 more did not say: cost."]


def test_the_seal_filters_and_never_lifts(client: Client, listing: Any) -> None:
    listing("A club")
    factories.AwardFactory(listing=listing("B club"), ends_on=date(2099, 1, 1))
    assert titles(page(client, "q=club")) == ["A club", "B club"]
    assert titles(page(client, "q=club&seal=on")) == ["B club"]


def test_a_home_is_found_near_but_its_exact_place_is_never_told(client: Client, listing: Any) -> None:
    home = ServicePlace(
        town="Didcot", postcode="OX11 7XY", address="1 My Road", latitude="51.60712", longitude="-1.24034", is_home=True
    )
    listing("Childminder", places=[home], at_places=True, contacts=[ServiceContact(phone="01632 960001")])
    words = client.get("/find-a-service/?where=Abingdon").content.decode()
    assert "About 5 miles away" in words
    for secret in ("7XY", "My Road", "51.60712", "1.24034"):
        assert secret not in words


def test_a_search_from_the_list_from_a_to_z_brings_the_best_match_first(client: Client, clubs: None) -> None:
    for question in ("", "q=club", "where=Abingdon"):
        chosen = page(client, question).select_one("#sort option[selected]")
        assert chosen["value"] == ""
    assert page(client, "q=club&sort=name").select_one("#sort option[selected]")["value"] == "name"


def test_a_wrong_age_is_told_at_its_box_too(client: Client, clubs: None) -> None:
    soup = page(client, "years=-3")
    box = soup.select_one("#years")
    assert (box["value"], box["aria-invalid"]) == ("-3", "true")
    assert "Write the age as a number from 0 to 25" in soup.select_one(f"#{box['aria-describedby']}").text
    assert soup.title.text.startswith("Error: ")
    assert page(client, "years=3").select_one("#years").get("aria-invalid") is None


def test_the_orders_offered_are_those_that_make_sense(client: Client, clubs: None) -> None:
    def orders(question: str) -> list[str]:
        return [option.text for option in page(client, question).select("#sort option")]

    assert orders("") == ["A to Z", "Most recently checked"]
    assert orders("q=club") == ["Best match", "A to Z", "Most recently checked"]
    assert orders("where=Abingdon") == ["Nearest", "A to Z", "Most recently checked"]
    assert orders("q=club&where=Abingdon") == ["Best match", "Nearest", "A to Z", "Most recently checked"]


def test_relevance_is_kept_when_a_place_is_given(client: Client, listing: Any) -> None:
    near = ServicePlace(town="Abingdon", latitude="51.67100", longitude="-1.28300")
    far = ServicePlace(town="Didcot", latitude="51.60700", longitude="-1.24000")
    listing("Autism youth club", places=[far], at_places=True)
    listing("Chess", description="<p>An autism youth club meets next door.</p>", places=[near], at_places=True)
    assert titles(page(client, "q=autism+youth+club&where=Abingdon")) == ["Autism youth club", "Chess"]
    assert titles(page(client, "q=autism+youth+club&where=Abingdon&sort=near")) == ["Chess", "Autism youth club"]


def test_the_page_about_the_order_says_the_figures_that_the_code_uses(client: Client, directory: Any) -> None:
    words = BeautifulSoup(client.get("/directory/how-results-are-ordered/").content, "html.parser").main.text
    for line in ("10 points in the name of the service", "6 points in its topics and needs", "1 point in the rest of its page"):
        assert line in words


def test_pages_of_other_kinds_stand_in_groups_under_the_services(client: Client, listing: Any, home: Any, blog: Any) -> None:
    listing("Sleep club")
    factories.InformationPageFactory(parent=home, title="Sleep well").save_revision().publish()
    factories.BoardPostPageFactory(parent=blog, title="The board and sleep").save_revision().publish()
    groups = {group.h2.text: [link.text for link in group.select("li a")] for group in page(client, "q=sleep").select(".others")}
    assert groups == {"Pages that may help": ["Sleep well"], "From the board": ["The board and sleep"]}


def test_a_page_of_results_costs_the_same_for_one_and_for_forty(
    client: Client, listing: Any, django_assert_max_num_queries: Any
) -> None:
    def one_more(number: int) -> None:
        place = ServicePlace(town="Didcot", latitude="51.60700", longitude="-1.24000")
        factories.AwardFactory(listing=listing(f"Club {number}", places=[place], free="yes"))

    question = "q=club&where=Abingdon&cost=yes&within=10"
    one_more(0)
    page(client, question)
    with django_assert_max_num_queries(15) as one:
        page(client, question)
    for number in range(1, 40):
        one_more(number)
    page(client, question)
    with django_assert_max_num_queries(15) as forty:
        page(client, question)
    assert len(forty) == len(one)


def test_best_bets_stand_above_the_results_and_a_private_page_is_none(client: Client, listing: Any, home: Any) -> None:
    listing("Respite club")
    query = Query.get("respite")
    for order, title in enumerate(["Short breaks", "Secret breaks"]):
        chosen = factories.InformationPageFactory(parent=home, title=title)
        SearchPromotion.objects.create(query=query, page=chosen, description=f"About {title}", sort_order=order)
        if title.startswith("Secret"):
            PageViewRestriction.objects.create(page=chosen, restriction_type=PageViewRestriction.LOGIN)
    SearchPromotion.objects.create(
        query=query, external_link_url="https://example.org/", external_link_text="A guide", sort_order=3
    )
    soup = page(client, "q=respite")
    assert [link.text for link in soup.select("[aria-labelledby=bets] a")] == ["Short breaks", "A guide"]
    assert "Secret" not in soup.text
    assert not page(client, "q=club").select("[aria-labelledby=bets]")


def test_what_has_all_the_words_only_in_passing_does_not_hide_what_is_about_them(client: Client, listing: Any) -> None:
    listing("Chess", description="<p>Next door there is sensory friendly swimming.</p>")
    listing("Swimming for all")
    soup = page(client, "q=sensory+friendly+swimming")
    assert titles(soup) == ["Swimming for all", "Chess"]
    assert "some here have only a part of them" in soup.select_one(".note").text
    listing("Sensory friendly swimming")
    assert titles(page(client, "q=sensory+friendly+swimming"))[0] == "Sensory friendly swimming"
    assert "Swimming for all" not in titles(page(client, "q=sensory+friendly+swimming"))
