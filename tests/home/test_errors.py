"""When something fails: the page says what to do, and who helps at once, also while the database is gone."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client
from wagtail.models import Site

from home import views
from localoffer.navigation.models import SiteDetails
from localoffer.navigation.rules import NATIONAL_LINES

OWN_LINE = {"name": "Night line (example)", "phone": "01632 960199", "text_number": "", "note": "Free, at night."}


def broken(*args: Any, **kwargs: Any) -> None:
    raise OperationalError("The database is gone.")


@pytest.fixture
def database_is_gone(home: Any) -> Iterator[None]:
    with connection.execute_wrapper(broken):
        yield


@pytest.fixture
def visitor() -> Client:
    """Sees what a visitor sees, not the exception."""
    return Client(raise_request_exception=False)


def fill(*lines: dict[str, str]) -> None:
    details = SiteDetails.for_site(Site.objects.get())
    details.help_now = json.dumps([{"type": "help", "value": line} for line in lines])
    details.save()


def numbers(answer: Any) -> list[str]:
    """The numbers that one can dial or text in the panel of help, in order."""
    panel = BeautifulSoup(answer.content, "html5lib").select_one("#help-now")
    return [link["href"].split(":")[1] for link in panel.select("a[href^='tel:'], a[href^='sms:']")]


NATIONAL = ["999", "111", "08001111", "116123", "85258"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nothing/", "/young-people/nothing/"])
def test_a_page_that_is_not_there_says_who_helps_at_once(path: str, home: Any, visitor: Client) -> None:
    fill(OWN_LINE)
    answer = visitor.get(path)
    assert (answer.status_code, numbers(answer)) == (404, ["999", "01632960199"])


@pytest.mark.django_db
def test_a_form_that_waited_too_long_says_it_too(home: Any) -> None:
    fill(OWN_LINE)
    answer = Client(enforce_csrf_checks=True).post("/contact/", {"words": "Hello"})
    assert (answer.status_code, numbers(answer)) == (403, ["999", "01632960199"])


@pytest.mark.django_db
def test_a_page_that_is_not_open_says_it_too(home: Any, rf: Any) -> None:
    fill(OWN_LINE)
    answer = views.forbidden(rf.get("/"), Exception())
    assert (answer.status_code, numbers(answer)) == (403, ["999", "01632960199"])


@pytest.mark.django_db
def test_a_request_that_cannot_be_read_says_it_too(home: Any, rf: Any) -> None:
    answer = views.bad_request(rf.get("/"), Exception())
    assert (answer.status_code, numbers(answer)) == (400, NATIONAL)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/nothing/", "/glossary/", "/contact/", "/admin/", "/healthz", "/sitemap.xml"])
def test_without_a_database_each_address_shows_the_national_lines(path: str, database_is_gone: None, visitor: Client) -> None:
    cache.clear()
    answer = visitor.get(path)
    if answer.status_code == 302:  # the admin sends to its sign-in page before it asks the database
        answer = visitor.get(answer["Location"])
    if answer.status_code == 200:  # and its sign-in page asks nothing
        return
    assert (answer.status_code, numbers(answer)) == (503, NATIONAL)


@pytest.mark.django_db
def test_without_a_database_the_lines_of_the_staff_are_shown_from_the_kept_copy(home: Any, visitor: Client) -> None:
    fill(OWN_LINE)
    visitor.get("/contact/")
    with connection.execute_wrapper(broken):
        answer = visitor.get("/")
    assert (answer.status_code, numbers(answer)) == (503, ["999", "01632960199"])
    assert "Night line (example)." in answer.content.decode()


@pytest.mark.django_db
def test_the_kept_copy_outlives_what_is_forgotten(home: Any, visitor: Client, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        fill(OWN_LINE)
    visitor.get("/contact/")
    with django_capture_on_commit_callbacks(execute=True):
        home.save()  # forgets menus and the like
    with connection.execute_wrapper(broken):
        assert numbers(visitor.get("/")) == ["999", "01632960199"]


@pytest.mark.django_db
def test_even_a_cache_that_fails_takes_no_help_away(
    database_is_gone: None, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("localoffer.navigation.frame.cache.get", broken)
    assert numbers(visitor.get("/")) == NATIONAL


def test_even_a_template_that_fails_takes_no_help_away(rf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "render_to_string", broken)
    answer = views.server_error(rf.get("/"))
    assert answer.status_code == 500
    words = BeautifulSoup(answer.content, "html5lib").main.get_text(" ")
    for line in NATIONAL_LINES:
        assert line["name"] in words
        assert (line["phone"] or line["text_number"]) in words
    assert "999" in words


def test_names_that_staff_write_cannot_break_the_bare_page() -> None:
    html = views.bare_page([{"name": "<script>alert(1)</script>", "phone": "111", "note": "&"}])
    assert "<script>" not in html
    assert "&amp;" in html


@pytest.mark.django_db
def test_an_error_in_our_code_shows_help_and_nothing_of_the_error(
    home: Any, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(page: Any) -> None:
        raise ValueError("The database is gone.")

    monkeypatch.setattr("home.views.sections_below", mistaken)
    answer = visitor.get("/")
    assert (answer.status_code, numbers(answer)) == (500, NATIONAL)
    assert b"database is gone" not in answer.content
    assert not answer.cookies


def test_the_page_for_when_the_site_is_down_names_the_same_lines_and_needs_no_other_file() -> None:
    """nginx shows it when the site itself does not answer; it must agree with the lines in the code."""
    html = (settings.BASE_DIR / "localoffer" / "static" / "down.html").read_text()
    page = BeautifulSoup(html, "html5lib")
    assert page.select("link[href], script, img") == []
    assert [link["href"].split(":")[1] for link in page.select("a")] == NATIONAL
    words = " ".join(page.main.get_text(" ").split())
    for line in NATIONAL_LINES:
        assert f"{line['name']}. {line['note']}" in words
    nginx = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text()
    assert "error_page 502 503 504 /down.html;" in nginx
