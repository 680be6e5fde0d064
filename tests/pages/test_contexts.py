"""Apps give a page's template what they have, for their own pages only."""

from collections import defaultdict
from typing import Any

import pytest
from django.test import RequestFactory

from localoffer.pages import contexts
from localoffer.pages.contexts import context_for, provides_context


class Plain:
    pass


class Special(Plain):
    pass


@pytest.fixture(autouse=True)
def nothing_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contexts, "_providers", defaultdict(list))
    monkeypatch.setattr(contexts, "_general", [])


def test_a_page_without_providers_gets_nothing() -> None:
    assert context_for(Plain(), RequestFactory().get("/")) == {}


def test_a_provider_gets_the_page_and_the_request() -> None:
    @provides_context(Plain)
    def words(page: Any, request: Any) -> dict[str, Any]:
        return {"page": page, "asked": request.GET["q"]}

    page = Plain()
    assert context_for(page, RequestFactory().get("/?q=swim")) == {"page": page, "asked": "swim"}


def test_several_providers_are_joined() -> None:
    provides_context(Plain)(lambda page, request: {"one": 1, "two": 1})
    provides_context(Plain)(lambda page, request: {"two": 2})
    assert context_for(Plain(), RequestFactory().get("/")) == {"one": 1, "two": 2}


def test_a_provider_counts_for_its_own_kind_of_page_only() -> None:
    provides_context(Plain)(lambda page, request: {"one": 1})
    assert context_for(Special(), RequestFactory().get("/")) == {}


def test_a_provider_may_count_for_the_kinds_below_as_well() -> None:
    provides_context(Plain, and_below=True)(lambda page, request: {"one": 1, "two": 1})
    provides_context(Special)(lambda page, request: {"two": 2})
    assert context_for(Special(), RequestFactory().get("/")) == {"one": 1, "two": 2}
    assert context_for(Plain(), RequestFactory().get("/")) == {"one": 1, "two": 1}
