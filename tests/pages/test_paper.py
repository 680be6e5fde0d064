"""Every page on paper: its address and square, large print, no secrets; help in the same place; no access keys."""

import re
from datetime import date
from typing import Any

import pytest
from django.template.defaultfilters import date as shown
from django.test import Client
from django.utils import translation

from tests import factories

pytestmark = pytest.mark.django_db


def test_a_page_ends_on_paper_with_its_address_and_square_without_what_stands_behind_the_question_mark(
    home: Any, client: Client
) -> None:
    page = client.get("/?q=OX14+3JE").content.decode()
    end = page.split('paper-end">')[1].split("</div>")[0]
    assert f'<bdi dir="ltr">{home.full_url}</bdi>' in end
    assert "<svg" in end
    assert "OX14" not in end


def test_an_address_with_a_code_in_it_is_not_printed(home: Any, client: Client) -> None:
    assert "paper-end" in client.get("/display/").content.decode()
    assert "paper-end" not in client.get("/alerts/stop/secret/").content.decode()


def test_the_large_print_is_asked_for_by_the_address_and_keeps_the_rest_of_it(home: Any, client: Client) -> None:
    usual, large = (client.get(f"/shortlist/?s=4-5{more}").content.decode() for more in ("", "&print=large"))
    assert 'href="?s=4-5&amp;print=large"' in usual
    assert "large-print.css" not in usual
    assert "large-print.css" in large
    assert 'data-print="large"' in large
    assert 'href="?s=4-5"' in large
    assert "large-print.css" not in client.get("/?print=huge").content.decode()


def test_ways_to_get_help_stand_in_the_same_order_on_each_kind_of_page_and_there_are_no_access_keys(
    home: Any, directory: Any, client: Client
) -> None:
    service = factories.ServicePageFactory(parent=directory)
    order = set()
    for path in ("/", service.url, directory.url, "/display/", "/accessibility-statement/", "/shortlist/", "/contact/message/"):
        page = client.get(path).content.decode()
        foot = page.split('<footer class="foot">')[1]
        order.add(tuple(re.findall(r'href="(/(?:contact/(?!problem)|display/|booklets/|accessibility|alerts/)[^"]*)"', foot)))
        assert "accesskey" not in page
    assert len(order) == 1
    assert "/contact/" in next(iter(order))


@pytest.mark.parametrize(
    ("language", "words"), [("en-gb", "3 November 2026"), ("pl", "3 listopada 2026"), ("uk", "3 листопада 2026")]
)
def test_a_month_stands_in_the_case_that_its_day_asks_for(language: str, words: str) -> None:
    with translation.override(language):
        assert shown(date(2026, 11, 3), "j E Y") == words
