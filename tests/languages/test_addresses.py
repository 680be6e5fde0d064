"""The language that an address begins with: what is kept in it, and what never leads away."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern

from localoffer.pages.addresses import OUTSIDE, in_language, kept_in_language, links_in_language, split
from tests import factories

from .ground import translate


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("/", ("", "/")),
        ("/pl/", ("pl", "/")),
        ("/pl", ("pl", "/")),
        ("/pl/contact/?q=a", ("pl", "/contact/?q=a")),
        ("/plan/", ("", "/plan/")),
        ("/uk-law/", ("", "/uk-law/")),
        ("/PL/", ("", "/PL/")),
        ("/pl//evil.com/", ("pl", "/evil.com/")),
        ("//evil.com/", ("", "/evil.com/")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_address_is_parted_from_its_language(address: str, parts: tuple[str, str]) -> None:
    assert split(address) == parts


def test_an_address_in_another_language_is_the_same_one() -> None:
    assert in_language("/contact/?q=a", "pl") == "/pl/contact/?q=a"
    assert in_language("/pl/contact/?q=a", "ar") == "/ar/contact/?q=a"
    assert in_language("/pl/contact/", "en-gb") == "/contact/"
    assert in_language("/pl//evil.com/", "en-gb") == "/evil.com/"


def test_links_forms_and_nothing_else_stay_in_the_language() -> None:
    html = (
        '<a class="x" href="/a/?b=c#d">a</a> <form method="post" action="/send/"> <a href="/ar/a/">b</a> '
        '<a href="/a/" hreflang="en-GB">c</a> <a href="https://example.org/">d</a> <a href="//example.org/">e</a> '
        '<a href="/media/a.pdf">f</a> <a href="#main">g</a> <a data-href="/a/" href="?q">h</a> <link href="/a/"> '
        '<a href="/admin/">i</a>'
    )
    changed = html.replace('href="/a/?b=c#d"', 'href="/pl/a/?b=c#d"').replace('action="/send/"', 'action="/pl/send/"')
    assert links_in_language(html, "pl") == changed
    assert kept_in_language("/documents/1/a.pdf", "pl") == "/documents/1/a.pdf"


def test_what_has_no_language_is_what_the_resolver_has_outside_of_them(settings: Any) -> None:
    outside = [entry for entry in get_resolver().url_patterns if not isinstance(entry.pattern, LocalePrefixPattern)]
    named = [one for entry in outside for one in ([entry] if str(entry.pattern) else entry.url_patterns)]
    first = {str(one.pattern).split("/")[0] for one in named if "colours-" not in str(one.pattern)}  # no link leads there
    assert first | {settings.STATIC_URL.strip("/")} == OUTSIDE


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status", "to"),
    [
        ("/PL/", 301, "/pl/"),
        ("/Pl/contact/?q=a%20b", 301, "/pl/contact/?q=a%20b"),
        ("/PL//evil.com/", 301, "/pl/evil.com/"),
        ("/en/contact/", 301, "/contact/"),
        ("/EN-GB/contact/", 301, "/contact/"),
        ("/en-gb//evil.com/", 301, "/evil.com/"),
        ("/pl//evil.com/", 404, None),
        ("/xx/", 404, None),
        ("/pt-br/", 404, None),
        ("/pl-PL/contact/", 404, None),
        ("/ar/", 404, None),
        ("/uk-law/", 200, None),
        ("/pl/uk-law/", 200, None),
        ("/pl", 301, "/pl/"),
    ],
    ids=lambda value: str(value),
)
def test_an_odd_code_leads_on_or_is_not_found(path: str, status: int, to: str | None, home: Any, client: Any) -> None:
    translate(home, "pl", title="Strona")
    factories.SectionPageFactory(parent=home, slug="uk-law")
    answer = client.get(path)
    assert (answer.status_code, answer.get("Location")) == (status, to)


@pytest.mark.django_db
def test_a_form_sent_to_an_odd_code_is_not_found(home: Any, client: Any) -> None:
    translate(home, "pl", title="Strona")
    assert client.post("/PL/contact/comment/").status_code == 404
