"""The tags of every template: anchors, structured data, telephones, small pictures."""

import json
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.db import connection
from django.template import Context
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.rich_text import RichText

from localoffer.pages.templatetags.pages import (
    body,
    json_ld,
    may_be_shown,
    page_numbers,
    small_icon,
    tel,
    unexpanded,
    with_anchors,
)
from tests import factories


def anchors(html: str) -> list[str]:
    return [heading["id"] for heading in BeautifulSoup(with_anchors(html).html, "html5lib").select("h1, h2, h3, h4, h5, h6")]


def test_a_heading_gets_an_anchor_made_of_its_words() -> None:
    assert anchors("<h2>Who can ask?</h2><p>You.</p><h3>How to <b>start</b></h3>") == ["s-who-can-ask", "s-how-to-start"]


@pytest.mark.parametrize(
    "headings",
    [
        ["Step", "Step", "Step"],
        ["Step", "Step", "Step 2"],
        ["Step 2", "Step", "Step"],
        ["تعليم", "صحة"],
        ["?", "Part", "!"],
    ],
)
def test_anchors_are_never_the_same_on_a_page(headings: list[str]) -> None:
    found = anchors("".join(f"<h2>{words}</h2>" for words in headings))
    assert len(found) == len(headings)
    assert len(set(found)) == len(found)
    assert all(found)


def test_a_heading_keeps_its_own_anchor_and_no_other_takes_it() -> None:
    assert anchors('<h2>Places</h2><h2 class="a" id="s-places">Where</h2>') == ["s-places-2", "s-places"]


def test_no_anchor_takes_the_name_of_something_else_in_the_body() -> None:
    assert anchors('<h2>Film</h2><video id="s-film"></video>') == ["s-film-2"]


@pytest.mark.parametrize("name", ["main", "comment", "next", "in-short"])
def test_no_anchor_takes_the_name_of_a_part_of_a_template(name: str) -> None:
    assert anchors(f"<h2>{name.replace('-', ' ').title()}</h2>") != [name]


def test_a_heading_keeps_its_classes_and_what_is_inside_it() -> None:
    heading = BeautifulSoup(with_anchors('<h2 class="big">Go <a href="/x/">there</a></h2>').html, "html5lib").h2
    assert (heading["class"], heading["id"], heading.a["href"]) == (["big"], "s-go-there", "/x/")


def test_the_contents_are_the_headings_of_level_2_in_order() -> None:
    story = with_anchors("<h2>First</h2><h3>Inside</h3><h2>Second</h2>")
    assert story.contents == [("s-first", "First"), ("s-second", "Second")]


def test_the_contents_say_signs_as_people_read_them() -> None:
    assert with_anchors("<h2>Health &amp; care &lt;18</h2>").contents == [("s-health-care-18", "Health & care <18")]


def test_a_body_without_headings_stays_as_it_is() -> None:
    story = with_anchors("<p>You can ask.</p>")
    assert (story.html, story.contents) == ("<p>You can ask.</p>", [])


NASTY = "</script><script>alert(1)</script><!-- & “é” \u2028"


def test_structured_data_cannot_break_out_of_its_element() -> None:
    html = json_ld({"name": NASTY, "list": ["<b>"]})
    soup = BeautifulSoup(f"<head>{html}</head>", "html5lib")
    [element] = soup.find_all("script")
    assert element["type"] == "application/ld+json"
    assert json.loads(element.string) == {"name": NASTY, "list": ["<b>"]}
    assert "<" not in element.string


def test_a_telephone_can_be_dialled() -> None:
    assert tel("01632 960 123") == "tel:01632960123"


def test_rich_text_is_left_unexpanded_for_the_whole_page() -> None:
    source = '<p><a linktype="page" id="3">Ask</a></p>'
    assert unexpanded(RichText(source)) == source
    assert unexpanded(None) == ""


@pytest.mark.django_db
def test_a_picture_may_be_shown_on_the_last_day_of_its_consent_and_not_after() -> None:
    today = timezone.localdate()
    consent = factories.ConsentFactory(given_on=today, ends_on=today)
    picture = factories.CustomImageFactory(shows_people=True, consent=consent)
    assert may_be_shown(picture) is True
    consent.given_on = consent.ends_on = today - timedelta(days=1)
    assert may_be_shown(picture) is False
    assert may_be_shown(None) is False


def test_the_numbers_of_a_long_list_leave_some_out() -> None:
    pages = Paginator(range(100), 5)
    assert page_numbers(pages.page(10)) == [1, "…", 9, 10, 11, "…", 20]
    assert page_numbers(Paginator(range(3), 5).page(1)) == [1]


def test_a_small_picture_is_silent_and_an_unknown_one_is_nothing() -> None:
    picture = BeautifulSoup(small_icon("search"), "html5lib").svg
    assert (picture["aria-hidden"], picture["focusable"]) == ("true", "false")
    assert small_icon("no-such-picture") == ""


@pytest.mark.django_db
def test_a_body_looks_all_its_links_up_at_once(home: Any, rf: Any) -> None:
    def queries_for(links: int) -> int:
        others = [factories.InformationPageFactory(parent=home) for _ in range(links)]
        part = "".join(f'<p><a linktype="page" id="{other.pk}">{other.title}</a></p>' for other in others)
        page = factories.InformationPageFactory(parent=home, body=json.dumps([{"type": "text", "value": part}] * 2))
        with CaptureQueriesContext(connection) as queries:
            shown = body(Context({"request": rf.get("/"), "page": page}), page.body)
        hrefs = [link.get("href") for link in BeautifulSoup(shown.html, "html5lib").select("a")]
        assert hrefs == [other.url for other in others] * 2
        return len(queries)

    queries_for(1)  # what is kept between requests is there after this
    assert queries_for(1) == queries_for(20)
