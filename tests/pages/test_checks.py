"""The house rules for pages and blocks: each says what is broken, and where."""

from typing import Any, ClassVar

import pytest
from django.core.checks import run_checks
from wagtail import blocks

from home.models import InformationPage
from localoffer.blocks import checks as block_checks
from localoffer.blocks.checks import check_blocks, offered_blocks
from localoffer.blocks.content import CalloutBlock
from localoffer.pages.checks import check_pages


def found(check: Any) -> list[tuple[str, str]]:
    """(the rule, of whom it complains)."""
    return [(error.id, getattr(error.obj, "__name__", error.obj)) for error in check(None)]


def test_the_rules_find_nothing_in_the_site_as_it_is() -> None:
    assert found(check_pages) == []
    assert found(check_blocks) == []


@pytest.mark.parametrize("missing", ["parent_page_types", "subpage_types"])
def test_e001_a_page_says_itself_where_it_may_stand(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.delattr(InformationPage, missing)
    assert found(check_pages) == [("localoffer.E001", "InformationPage")]


def test_e002_a_page_says_when_to_choose_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InformationPage, "page_description", "")
    assert found(check_pages) == [("localoffer.E002", "InformationPage")]


def test_e003_a_page_has_its_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InformationPage, "template", "home/nowhere.html")
    assert found(check_pages) == [("localoffer.E003", "InformationPage")]


class Bare(blocks.StructBlock):
    """A block with all that is asked for; the tests take one thing away."""

    class Meta:
        icon = "link"
        template = "blocks/link.html"
        description = "A door"
        preview_value: ClassVar = {"title": "Health"}


@pytest.mark.parametrize("missing", ["icon", "template", "preview_value", "description"])
def test_e004_a_block_has_icon_preview_and_description(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setattr(block_checks, "offered_blocks", lambda: [Bare(**{missing: None})])
    [error] = check_blocks(None)
    assert (error.id, error.obj) == ("localoffer.E004", "Bare")
    assert missing in error.msg


def test_e005_a_block_has_its_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block_checks, "offered_blocks", lambda: [Bare(template="blocks/nowhere.html")])
    assert found(check_blocks) == [("localoffer.E005", "Bare")]


def test_a_block_with_all_that_is_asked_for_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block_checks, "offered_blocks", lambda: [Bare()])
    assert found(check_blocks) == []


def test_every_block_that_pages_offer_is_looked_at_once() -> None:
    kinds = [type(block) for block in offered_blocks()]
    assert CalloutBlock in kinds
    assert len(kinds) == len(set(kinds))


def test_the_rules_are_part_of_the_system_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InformationPage, "page_description", "")
    monkeypatch.setattr(block_checks, "offered_blocks", lambda: [Bare(icon=None)])
    assert {"localoffer.E002", "localoffer.E004"} <= {message.id for message in run_checks()}


def test_each_complaint_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(InformationPage, "subpage_types")
    monkeypatch.setattr(InformationPage, "page_description", "")
    monkeypatch.setattr(InformationPage, "template", "home/nowhere.html")
    errors = check_pages(None)
    assert len(errors) == 3
    assert all(error.hint for error in errors)
