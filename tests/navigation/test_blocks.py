"""What staff may write into menus, banners and help-now: links that are safe, numbers that can be dialled."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError

from localoffer.blocks.addresses import check_address
from localoffer.navigation.blocks import BannerBlock, HelpBlock, MenuLinkBlock, check_number

SAFE = ["/contact/", "/", "#main", "https://example.org/a?b=c", "http://example.org", "mailto:a@example.org", "tel:999"]
UNSAFE = [
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " javascript:alert(1)",
    "//elsewhere.example",
    "data:text/html,x",
    "contact/",
    "a b",
]
EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize("address", SAFE)
def test_an_address_that_leads_somewhere_known_is_taken(address: str) -> None:
    check_address(address)


@pytest.mark.parametrize("address", UNSAFE)
def test_an_address_that_could_run_or_lead_astray_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="begins with /"):
        check_address(address)


@pytest.mark.parametrize("address", UNSAFE[:4])
def test_a_menu_refuses_it_too(address: str) -> None:
    block = MenuLinkBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"title": "Go", "page": None, "address": address}))


@pytest.mark.parametrize("number", ["999", "0800 1111", "+44 1632 960123", "(01632) 960123", "85258"])
def test_a_number_that_can_be_dialled_is_taken(number: str) -> None:
    check_number(number)


@pytest.mark.parametrize("number", ["call us", "99", "01632 960123 or 4", "", "+", "see website"])
def test_words_are_no_number(number: str) -> None:
    with pytest.raises(ValidationError, match="only the number"):
        check_number(number)


def help_entry(**values: Any) -> Any:
    return HelpBlock().to_python({"name": "Childline", "phone": "", "text_number": "", "note": ""} | values)


@pytest.mark.parametrize("values", [{"phone": "0800 1111"}, {"text_number": "85258"}])
def test_help_needs_one_number(values: dict[str, str]) -> None:
    assert HelpBlock().clean(help_entry(**values))["name"] == "Childline"


def test_help_without_any_number_is_refused() -> None:
    with pytest.raises(StructBlockValidationError):
        HelpBlock().clean(help_entry())


def banner(**values: Any) -> Any:
    return BannerBlock().to_python({"level": "info", "title": "Snow", "text": "Schools are closed.", "link": ""} | values)


@pytest.mark.parametrize("ends", [EARLY, LATE])
def test_a_banner_that_ends_no_later_than_it_starts_is_refused(ends: datetime) -> None:
    with pytest.raises(StructBlockValidationError):
        BannerBlock().clean(banner(starts=LATE, ends=ends))


def test_a_banner_that_ends_after_it_starts_is_taken() -> None:
    assert BannerBlock().clean(banner(starts=EARLY, ends=LATE))["title"] == "Snow"
