"""The tags that save a service and carry the list from page to page."""

from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import RequestFactory

from localoffer.shortlist.rules import MOST

CLUB = SimpleNamespace(pk=78, title="Art <& Craft>")


def drawn(tag: str, question: str = "", **more: Any) -> BeautifulSoup:
    """What a tag draws on a page with that question in its address."""
    context = Context({"request": RequestFactory().get(f"/find-a-service/{question}"), "club": CLUB, **more})
    return BeautifulSoup(Template(f"{{% load shortlist %}}{{% {tag} %}}").render(context), "html5lib").body


@pytest.mark.parametrize(
    ("question", "address", "words"),
    [
        ("", "/shortlist/?s=78", "Save to my list"),
        ("?list=", "/shortlist/?s=78", "Save to my list"),
        ("?list=12-45", "/shortlist/?s=12-45-78", "Save to my list"),
        ("?list=12-78", "/shortlist/?s=12-78", "On your list"),
        ("?list=tea-12&list=45", "/shortlist/?s=12-45-78", "Save to my list"),
        ("?s=12", "/shortlist/?s=78", "Save to my list"),
    ],
)
def test_a_service_is_saved_by_a_link_to_the_list_with_it(question: str, address: str, words: str) -> None:
    link = drawn("shortlist_link club", question).a
    assert link["href"] == address
    assert link.get_text() == f"{words} Art <& Craft>"
    assert (link["data-shortlist-id"], link["data-shortlist-title"]) == ("78", "Art <& Craft>")


def test_a_page_that_is_not_saved_yet_has_no_link() -> None:
    assert drawn("shortlist_link club", club=SimpleNamespace(pk=None, title="New")).a is None


def test_the_list_page_itself_carries_what_it_shows() -> None:
    assert drawn("shortlist_menu", "?s=1-2&list=3", shortlist_ids=[12, 45]).a["href"] == "/shortlist/?s=12-45"


@pytest.mark.parametrize(
    ("question", "address", "words"),
    [
        ("", "/shortlist/", "My list"),
        ("?list=12-45", "/shortlist/?s=12-45", "My list (2)"),
        ("?list=tea", "/shortlist/", "My list"),
    ],
)
def test_the_menu_leads_to_the_list_and_says_how_many_are_on_it(question: str, address: str, words: str) -> None:
    menu = drawn("shortlist_menu", question)
    assert (menu.a["href"], menu.a.get_text()) == (address, words)
    assert menu.p["data-shortlist-menu"] == "/shortlist/"
    assert menu.p["data-most"] == str(MOST)
    assert menu.script["type"] == "module"


@pytest.mark.parametrize(
    ("tag", "question", "carried"),
    [
        ("carry_list", "?list=12-45", "list=12-45"),
        ("carry_list '?'", "?list=12,45-tea", "?list=12-45"),
        ("carry_list '&'", "?list=12", "&list=12"),
        ("carry_list", "", ""),
        ("carry_list '?'", "?list=%3Cb%3E", ""),
    ],
)
def test_the_list_is_carried_only_when_there_is_one(tag: str, question: str, carried: str) -> None:
    assert drawn(tag, question).get_text() == carried


def test_without_a_request_nothing_is_carried() -> None:
    assert Template("{% load shortlist %}{% carry_list %}").render(Context()) == ""


@pytest.mark.usefixtures("db")
def test_the_tags_ask_the_database_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        drawn("shortlist_link club", "?list=12-45")
        drawn("shortlist_menu", "?list=12-45")
        drawn("carry_list", "?list=12-45")
