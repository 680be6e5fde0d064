"""Serving pages: found at once, in the language that they are in, and never to those who may not see them."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from tests import factories


def test_a_page_is_served_at_its_path(home: Any, client: Any) -> None:
    section = factories.SectionPageFactory(parent=home, slug="health")
    factories.InformationPageFactory(parent=section, slug="therapies", title="Therapies")
    answer = client.get("/health/therapies/")
    assert (answer.status_code, answer.context["page"].title) == (200, "Therapies")


@pytest.mark.parametrize("path", ["/therapies/", "/health/", "/health/therapies/more/", "/HEALTH/therapies/"])
def test_a_path_without_a_page_is_not_found(path: str, home: Any, client: Any) -> None:
    section = factories.SectionPageFactory(parent=home, slug="health", live=False)
    factories.InformationPageFactory(parent=section, slug="therapies")
    assert client.get(path).status_code == 404


def test_a_page_below_a_password_asks_for_it(home: Any, client: Any) -> None:
    section = factories.SectionPageFactory(parent=home, slug="board-papers")
    factories.InformationPageFactory(parent=section, slug="minutes", title="Secret minutes")
    PageViewRestriction.objects.create(page=section, restriction_type="password", password="open sesame")
    answer = client.get("/board-papers/minutes/")
    assert b"Secret minutes" not in answer.content
    assert b"This page needs a password" in answer.content


def test_a_copy_of_a_private_page_is_as_private_as_its_source(home: Any, client: Any) -> None:
    source = factories.InformationPageFactory(parent=home, slug="private", title="Secret minutes")
    section = factories.SectionPageFactory(parent=home, slug="open")
    source.create_alias(parent=section, update_slug="copy")
    PageViewRestriction.objects.create(page=source, restriction_type="password", password="open sesame")
    assert b"Secret minutes" not in client.get("/open/copy/").content


def test_a_language_without_a_home_page_is_not_found(home: Any, client: Any) -> None:
    factories.InformationPageFactory(parent=home, slug="help")
    assert [client.get(path).status_code for path in ("/pl/", "/pl/help/", "/ar/")] == [404, 404, 404]


def test_a_language_with_a_home_page_is_served_in_that_language(home: Any, client: Any) -> None:
    polish = Locale.objects.create(language_code="pl")
    translated: Page = home.copy_for_translation(polish)
    translated.title = "Pomoc"
    translated.save_revision().publish()
    answer = client.get("/pl/")
    assert (answer.status_code, answer.context["page"].title) == (200, "Pomoc")
    assert client.get("/ar/").status_code == 404


def test_reading_a_page_takes_as_many_queries_deep_down_as_high_up(home: Any, client: Any) -> None:
    page = home
    counted = []
    for depth in range(4):
        page = factories.SectionPageFactory(parent=page, slug=f"level-{depth}")
        path = page.get_url()
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counted.append(len(queries))
    assert len(set(counted)) == 1


@pytest.mark.parametrize("path", ["/ar/contact/", "/pl/feeds/board/", "/uk/contact/comment/"])
def test_forms_and_feeds_are_not_found_in_a_language_without_a_home_page(path: str, home: Any, client: Any) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert b'lang="en-GB"' in answer.content
