"""The council's own colours: readable or refused with the nearest that is; a style sheet of their own."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Site

from localoffer.navigation.models import SiteDetails
from localoffer.navigation.rules import (
    GROUNDS,
    LEAST_CONTRAST,
    can_be_read,
    colour_problem,
    colours_css,
    colours_key,
    contrast,
    nearest,
)

CSS = (Path(settings.BASE_DIR) / "localoffer" / "static" / "css" / "site.css").read_text()


def test_contrast_is_reckoned_as_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    light = CSS.split("  :root {")[1].split("}")[0]
    dark = CSS.split(":root:where(:not([data-colours])) {")[1].split("}")[0]
    for scheme, tokens in (("light", light), ("dark", dark)):
        found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", tokens))
        assert {name: found[name] for name in GROUNDS[scheme]} == GROUNDS[scheme]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["#f6b93b", "#0a544e", "#8fe0d4", "#ff0000", "#808080", "#000000", "#ffffff"])
def test_the_nearest_can_be_read_and_is_itself_when_it_can(colour: str, scheme: str) -> None:
    found = nearest(colour, scheme)
    assert all(contrast(found, ground) >= LEAST_CONTRAST for ground in GROUNDS[scheme].values())
    assert (found == colour) == can_be_read(colour, scheme)


def test_our_own_colours_pass_and_a_faint_one_does_not() -> None:
    assert colour_problem("#0a544e", "light") == colour_problem("#8fe0d4", "dark") == colour_problem("", "light") == ""
    assert nearest("#f6b93b", "light") in colour_problem("#f6b93b", "light")
    assert "as # and six" in colour_problem("#fff", "light")


def test_the_sheet_has_a_new_address_for_each_change_and_none_without_a_colour() -> None:
    assert colours_key("#0a544e", "") != colours_key("#0a544f", "")
    assert colours_key("", "") == ""
    assert nearest("#0a544e", "dark") in colours_css("#0a544e", "")
    assert "#8fe0d4" in colours_css("#0a544e", "#8fe0d4")


@pytest.fixture
def details(home: Any) -> SiteDetails:
    return SiteDetails.for_site(Site.objects.get(is_default_site=True))


@pytest.mark.parametrize(
    ("colour", "dark", "field"),
    [("#f6b93b", "", "colour"), ("#0a544e", "#0a544e", "colour_dark"), ("", "#8fe0d4", "colour")],
    ids=["faint", "faint-dark", "dark-alone"],
)
def test_the_admin_refuses_what_cannot_be_read(details: SiteDetails, colour: str, dark: str, field: str) -> None:
    details.colour, details.colour_dark = colour, dark
    with pytest.raises(ValidationError) as refused:
        details.clean()
    assert list(refused.value.message_dict) == [field]


def test_pages_link_the_sheet_at_once_and_only_the_newest_is_kept(
    details: SiteDetails, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    assert "colours-" not in client.get("/").content.decode()
    assert client.get("/colours-none.css").status_code == 404
    details.colour = "#6a1b9a"
    with django_capture_on_commit_callbacks(execute=True):
        details.save()
    address = f"/colours-{details.colours_key}.css"
    assert address in client.get("/").content.decode()
    answer = client.get(address)
    assert answer["Content-Type"].startswith("text/css")
    assert "immutable" in answer["Cache-Control"]
    assert not answer.cookies
    assert client.get("/colours-old.css")["Cache-Control"] == "no-cache"
