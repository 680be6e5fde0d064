"""The shortlist as a visitor meets it: good lists, bad lists, comparing, sharing."""

import re
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree

import pytest
import segno
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from wagtail.models import PageViewRestriction

from localoffer.directory.models import ServiceContact, ServicePlace
from localoffer.shortlist.rules import MOST
from tests import factories

pytestmark = pytest.mark.django_db
BAD = [
    "-".join(str(number) for number in range(900_000, 905_000)),
    "999999",
    "-99999",
    "0",
    "99999999999999999999",
    "%00",
    "12%0045",
    "🙂",
    "x" * 2000,
    "<script>alert(1)</script>",
    "'; DROP TABLE wagtailcore_page; --",
    "1&s=2&s=3",
    "&s=",
    "%ff%fe",
]


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


def names(page: BeautifulSoup) -> list[str]:
    return [link.get_text(strip=True) for link in page.select("main .service-name a")]


def sentences(page: BeautifulSoup) -> list[str]:
    return [item.get_text(strip=True) for item in page.select("#errors li")]


@pytest.fixture
def show(client: Any, home: Any) -> Any:
    def get(question: str = "") -> BeautifulSoup:
        response = client.get(f"/shortlist/{question}")
        assert response.status_code == 200
        assert not response.cookies
        return soup(response)

    return get


def test_an_empty_list_says_what_it_is_for_and_leads_to_the_services(show: Any, directory: Any) -> None:
    for question in ("", "?s=", "?s=-", "?s=%20"):
        page = show(question)
        assert page.h1.get_text(strip=True) == "My list"
        assert page.select_one(f"main a[href='{directory.url}']")
        assert sentences(page) == []
        assert page.select("#share, #compare, #id_s") == []


def test_a_list_carries_telephone_address_times_cost_ages_seal_and_last_check(show: Any, listing: Any) -> None:
    club = listing(
        "Club", opening_times="Mondays 4pm", cost_words="£4", minimum_age=8, maximum_age=14, last_checked=date(2026, 11, 1)
    )
    factories.AwardFactory(listing=club, ends_on=date(2090, 3, 1))
    card = show(f"?s={club.pk}").select_one("article.saved")
    words = " ".join(card.get_text(" ", strip=True).split())
    for fact in ("Hall, 1 High Street, Witney", "Mondays 4pm", "£4", "Ages 8 to 14", "Last checked on 1 November 2026."):
        assert fact in words
    assert club.organisation.name in words
    assert card.select_one("a[href='tel:01632960101']")
    assert card.select_one("img.seal")["alt"] == "Approved by young people until March 2090"


def test_what_is_not_known_says_so(show: Any, listing: Any) -> None:
    club = listing("Club", contacts=[], places=[])
    card = show(f"?s={club.pk}").select_one("article.saved")
    answers = {row.dt.get_text(strip=True): row.dd.get_text(strip=True) for row in card.select("dl > div")}
    unknown = "Not known: ask them"
    assert answers == {"Telephone": "Not known", "Where": unknown, "When": unknown, "Cost": unknown, "For": unknown}


def test_a_number_that_is_only_for_texts_is_for_a_text_on_the_list(show: Any, listing: Any) -> None:
    page = listing("Club", contacts=[ServiceContact(phone="01632 960160", phone_for="texts")])
    shown = show(f"?s={page.pk}")
    assert [link.get_text() for link in shown.select("main a[href='sms:01632960160']")] == ["Text 01632\u00a0960160"]
    assert shown.select(".saved a[href^='tel:']") == []


def test_a_service_without_a_telephone_number_gives_its_other_ways(show: Any, listing: Any) -> None:
    club = listing(
        "Club", contacts=[ServiceContact(email="club@example.org"), ServiceContact(website="https://example.org/club")]
    )
    links = [link["href"] for link in show(f"?s={club.pk}").select("article.saved dl a")]
    assert links == ["mailto:club@example.org", "https://example.org/club"]


def test_a_home_shows_its_district_alone(show: Any, listing: Any) -> None:
    place = ServicePlace(address="4 Skylark Row", town="Carterton", postcode="OX18 9SH", is_home=True)
    other = listing("Other")
    home = listing("Minder", places=[place])
    for question in (f"?s={home.pk}", f"?s={home.pk}-{other.pk}&compare={home.pk}-{other.pk}"):
        words = str(show(question))
        assert "Carterton OX18" in words
        assert "Skylark" not in words
        assert "9SH" not in words


def test_services_stand_in_the_order_of_the_address_and_can_be_moved_and_removed(show: Any, listing: Any) -> None:
    a, b, c = listing("A"), listing("B"), listing("C")
    page = show(f"?s={c.pk}-{a.pk}-{b.pk}")
    assert names(page) == ["C", "A", "B"]
    links = {link.get_text(): link["href"] for link in page.select(".saved-do a")}
    assert links == {
        "Remove C": f"/shortlist/?s={a.pk}-{b.pk}",
        "Remove A": f"/shortlist/?s={c.pk}-{b.pk}",
        "Move up A": f"/shortlist/?s={a.pk}-{c.pk}-{b.pk}",
        "Remove B": f"/shortlist/?s={c.pk}-{a.pk}",
        "Move up B": f"/shortlist/?s={c.pk}-{b.pk}-{a.pk}",
    }
    assert names(show(f"?s={a.pk}-{c.pk}-{b.pk}")) == ["A", "C", "B"]


def test_the_last_one_that_is_removed_leaves_the_empty_list(show: Any, listing: Any) -> None:
    link = show(f"?s={listing().pk}").select_one(".saved-do a")
    assert link["href"] == "/shortlist/"


def test_the_way_to_more_services_carries_the_list(show: Any, listing: Any, directory: Any) -> None:
    a, b = listing(), listing()
    link = show(f"?s={b.pk}-{a.pk}").select_one("[data-shortlist-more]")
    assert link["href"] == f"{directory.url}?list={b.pk}-{a.pk}"


@pytest.mark.parametrize("value", BAD)
def test_a_bad_list_is_explained_what_was_typed_is_kept_and_the_good_part_is_shown(show: Any, listing: Any, value: str) -> None:
    club = listing("Club")
    page = show(f"?s={club.pk}-{value}")
    assert names(page) == ["Club"]
    assert page.select_one("#share")
    if value in ("%00", "&s="):  # as good as nothing
        assert sentences(page) == []
        return
    assert sentences(page)
    for link in page.select("#errors a"):
        field = page.select_one(link["href"])
        assert field["value"].startswith(f"{club.pk}-")
    assert page.title.get_text(strip=True).startswith("Error:")


@pytest.mark.parametrize("value", BAD)
def test_a_list_of_nothing_but_bad_values_still_leads_on(show: Any, directory: Any, value: str) -> None:
    page = show(f"?s={value}")
    assert page.h1.get_text(strip=True) == "My list"
    assert page.select_one(f"main a[href='{directory.url}']")


def test_all_five_thousand_numbers_are_kept_and_counted(show: Any) -> None:
    page = show(f"?s={BAD[0]}")
    assert page.select_one("#id_s")["value"] == BAD[0]
    assert sentences(page) == [
        "This list has 5000 services. A list holds 30, so you see the first 30.",
        "30 services cannot be shown. They may have ended, or the link may be wrong.",
    ]


def test_a_list_of_thirty_is_whole_and_one_of_thirty_one_is_not(show: Any, listing: Any) -> None:
    ids = [listing(f"Club {number}").pk for number in range(MOST + 1)]
    whole = show("?s=" + "-".join(map(str, ids[:MOST])))
    assert (len(names(whole)), sentences(whole)) == (MOST, [])
    more = show("?s=" + "-".join(map(str, ids)))
    assert len(names(more)) == MOST
    assert sentences(more) == ["This list has 31 services. A list holds 30, so you see the first 30."]


def test_what_is_private_closed_or_never_was_there_reads_the_same(show: Any, listing: Any) -> None:
    private, closed, draft = listing("Secret"), listing("Gone", status="closed"), listing("Draft", live=False)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    pages = [show(f"?s={number}") for number in (private.pk, closed.pk, draft.pk, 999_999)]
    said = {tuple(sentences(page)) for page in pages}
    assert said == {("1 service cannot be shown. It may have ended, or the link may be wrong.",)}
    assert not [title for title in ("Secret", "Gone", "Draft") if any(title in str(page.main) for page in pages)]


def test_what_cannot_be_shown_can_be_left_out_and_is_not_shared(show: Any, listing: Any) -> None:
    club = listing("Club")
    page = show(f"?s=999999-{club.pk}-tea")
    rest = page.find("a", string="Leave out what cannot be shown")["href"]
    assert rest == f"/shortlist/?s={club.pk}"
    assert page.select_one("#link")["value"].endswith(rest)
    assert page.select_one(".qr img")["src"] == f"/shortlist/qr.svg?s={club.pk}"


def test_markup_that_was_typed_is_shown_as_letters(client: Any, home: Any) -> None:
    html = client.get("/shortlist/", {"s": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


@pytest.mark.parametrize("form", ["&compare={a}&compare={b}", "&compare={b}-{a}"])
def test_two_services_stand_side_by_side_in_the_order_of_the_list(show: Any, listing: Any, form: str) -> None:
    a, b, c = listing("A", cost_words="£4"), listing("B"), listing("C")
    page = show(f"?s={a.pk}-{b.pk}-{c.pk}" + form.format(a=a.pk, b=b.pk))
    assert page.h1.get_text(strip=True) == "Compare 2 services"
    assert [link.get_text() for link in page.select("thead th[scope=col] a")] == ["A", "B"]
    rows = {row.th.get_text(strip=True): row for row in page.select("tbody tr")}
    assert all(row.th["scope"] == "row" and len(row.select("td")) == 2 for row in rows.values())
    cost = [cell.get_text("|", strip=True) for cell in rows["Cost"].select("td")]
    assert cost == ["A|£4", "B|Not known: ask them"]
    assert len(rows["Telephone"].select("a[href='tel:01632960101']")) == 2
    assert page.find("a", string="Back to the list")["href"] == f"/shortlist/?s={a.pk}-{b.pk}-{c.pk}"
    assert sentences(page) == []


def test_four_are_compared_as_three_and_it_is_said(show: Any, listing: Any) -> None:
    ids = [str(listing(f"Club {number}").pk) for number in range(4)]
    three = show(f"?s={'-'.join(ids)}&compare={'-'.join(ids[:3])}")
    assert (len(three.select("thead th")), sentences(three)) == (3, [])
    four = show(f"?s={'-'.join(ids)}&compare={'-'.join(ids)}")
    assert len(four.select("thead th")) == 3
    assert sentences(four) == ["You chose 4 services. You can compare 3 at a time, so you see the first 3."]


@pytest.mark.parametrize(
    "compare", ["", "&compare=", "{a}", "{a}-{a}", "{a}-999999", "999999", "tea", "{a}-{stranger}", "9" * 40]
)
def test_less_than_two_of_the_list_are_not_compared_and_what_was_ticked_stays_ticked(
    show: Any, listing: Any, compare: str
) -> None:
    a, b, stranger = listing("A"), listing("B"), listing("Stranger")
    page = show(f"?s={a.pk}-{b.pk}&compare=" + compare.format(a=a.pk, stranger=stranger.pk))
    assert names(page) == ["A", "B"]
    assert sentences(page) == ["Choose two or three services of this list to compare."]
    assert page.select_one(page.select_one("#errors a")["href"])["value"] == str(a.pk)
    ticked = [box["value"] for box in page.select("input[name=compare]") if box.has_attr("checked")]
    assert ticked == ([str(a.pk)] if "{a}" in compare else [])


def test_comparing_says_what_of_it_is_left_out(show: Any, listing: Any) -> None:
    a, b = listing("A"), listing("B")
    page = show(f"?s={a.pk}-{b.pk}&compare={a.pk}-{b.pk}-999999")
    assert len(page.select("thead th")) == 2
    assert sentences(page) == ["You can only compare services of this list. The others are left out."]


def test_the_form_for_comparing_works_without_scripts(show: Any, listing: Any) -> None:
    a, b = listing("A"), listing("B")
    page = show(f"?s={a.pk}-{b.pk}")
    form = page.select_one("form#compare")
    assert (form["action"], form["method"]) == ("/shortlist/", "get")
    assert form.select_one("[name=s]")["value"] == f"{a.pk}-{b.pk}"
    assert [box["form"] for box in page.select("[type=checkbox]")] == ["compare", "compare"]
    # so that one hears it when nothing was ticked
    assert form.select_one("[name=compare][type=hidden]")["value"] == ""
    assert show(f"?s={a.pk}").select("[name=compare]") == []


@override_settings(SITE_URL="https://offer.example.org")
def test_the_link_the_mail_and_the_square_say_the_same_whole_address(client: Any, show: Any, listing: Any) -> None:
    club = listing()
    whole = f"https://offer.example.org/shortlist/?s={club.pk}"
    page = show(f"?s={club.pk}")
    assert page.select_one("#link")["value"] == whole
    mail = urlsplit(page.select_one("a[href^='mailto:?']")["href"])
    assert parse_qs(mail.query)["subject"] == ["Services that may help"]
    assert whole in unquote(mail.query)
    picture = BytesIO()
    segno.make(whole, micro=False, error="m").save(picture, kind="svg", border=4, light="#fff", omitsize=True, xmldecl=False)
    served = client.get(f"/shortlist/qr.svg?s={club.pk}")
    assert dots(served.content) == dots(picture.getvalue())


def dots(svg: bytes) -> list[str]:
    """The paths of a picture of dots."""
    return [path.attrib["d"] for path in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path")]  # noqa: S314


def test_the_square_is_a_picture_that_runs_nothing_and_may_be_kept(client: Any, home: Any) -> None:
    response = client.get("/shortlist/qr.svg?s=12-45")
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cache-Control"] == "public, max-age=86400"
    assert not response.cookies
    svg = response.content.decode()
    assert svg.startswith("<svg ")
    assert not re.search(r"<script|style=|\son\w+=|href=", svg)


def test_the_square_reads_the_list_as_the_page_does(client: Any, home: Any) -> None:
    clean = client.get("/shortlist/qr.svg?s=12-45").content
    assert client.get("/shortlist/qr.svg?s=12,tea,45,12").content == clean
    assert client.get("/shortlist/qr.svg?s=45-12").content != clean
    thirty = "-".join(str(number) for number in range(1_000_000, 1_000_000 + MOST))
    assert client.get(f"/shortlist/qr.svg?s={thirty}-7").content == client.get(f"/shortlist/qr.svg?s={thirty}").content


@pytest.mark.parametrize("question", ["", "?s=", "?s=tea", "?s=%00", "?s=0"])
def test_there_is_no_square_without_a_list(client: Any, home: Any, question: str) -> None:
    assert client.get(f"/shortlist/qr.svg{question}").status_code == 404


@pytest.mark.parametrize("address", ["/shortlist/", "/shortlist/qr.svg?s=12"])
def test_search_engines_leave_it_out_and_only_reading_is_possible(client: Any, home: Any, address: str) -> None:
    assert client.get(address)["X-Robots-Tag"] == "noindex"
    assert client.post(address).status_code == 405


def test_thirty_services_cost_as_many_questions_as_one(client: Any, listing: Any) -> None:
    ids = [listing(f"Club {number}").pk for number in range(MOST)]

    def questions(some: list[int]) -> int:
        address = "/shortlist/?s=" + "-".join(map(str, some))
        client.get(address)  # fills what is kept of the frame
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    assert questions(ids) == questions(ids[:1])
