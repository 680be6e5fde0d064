"""What readers may choose: the form, the script and the style sheet name the same; each choice of colours can be read."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from localoffer.accessibility.choices import WAYS

STATIC = Path(settings.BASE_DIR) / "localoffer" / "static"
CSS = (STATIC / "css" / "site.css").read_text()
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
COLOURS = [value for way in WAYS if way.name == "colours" for value, _ in way.options if value]
ON = {  # what stands on what, and how much contrast it needs
    4.5: [
        *((text, back) for text in ("ink", "quiet", "action", "rose", "sky") for back in ("paper", "surface", "mist")),
        *((text, "sun-soft") for text in ("ink", "action", "quiet", "rose")),
        ("rose", "rose-soft"),
        ("sky", "sky-soft"),
        ("ink", "sky-soft"),
        ("on-action", "action"),
        ("on-over", "action-over"),
        ("on-foot", "foot"),
        ("foot-link", "foot"),
        ("on-sun", "sun"),
    ],
    3: [("edge", "paper"), ("edge", "surface"), ("bar", "surface"), ("bar", "bar-track"), ("focus", "focus-ring")],
}


def tokens(selector: str) -> dict[str, str]:
    """The colours that the style sheet sets under a selector."""
    found = re.search(rf"(?<![\w\])]) *{re.escape(selector)} \{{(.*?)\}}", CSS, re.DOTALL)
    assert found, selector
    return dict(TOKEN.findall(found[1]))


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(colours: dict[str, str]) -> list[str]:
    return [
        f"{text} on {back}: {ratio:.1f}, not {needed}"
        for needed, pairs in ON.items()
        for text, back in pairs
        if (ratio := contrast(colours[text], colours[back])) < needed
    ]


LIGHT = tokens(":root") | {"on-sun": "#14163f"}
SCHEMES: dict[str, dict[str, str]] = {
    "light": LIGHT,
    "dark": LIGHT | tokens("[data-colours=dark]"),
    "cream": LIGHT | tokens("[data-colours=cream], [data-colours=cream] .youth"),
    "contrast": LIGHT | tokens("[data-colours=contrast], [data-colours=contrast] .youth"),
    "yellow": LIGHT | tokens("[data-colours=yellow], [data-colours=yellow] .youth"),
}
YOUTH = {
    "light": SCHEMES["light"] | tokens(".youth"),
    "dark": SCHEMES["dark"] | tokens("[data-colours=dark] .youth"),
}


def test_contrast_is_reckoned_as_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert too_faint(LIGHT | {"ink": "#999999"}) != []


@pytest.mark.parametrize("scheme", COLOURS)
def test_each_choice_of_colours_meets_the_contrast_of_wcag_on_each_ground(scheme: str) -> None:
    assert too_faint(SCHEMES[scheme]) == []
    assert too_faint(YOUTH.get(scheme, SCHEMES[scheme])) == []


@pytest.mark.parametrize("scheme", ["cream", "contrast", "yellow"])
def test_a_choice_of_colours_leaves_no_colour_of_the_usual_ones_but_the_sun(scheme: str) -> None:
    own = tokens(f"[data-colours={scheme}], [data-colours={scheme}] .youth")
    assert set(LIGHT) - set(own) <= {"sun", "on-sun"}


def test_dark_by_choice_has_the_colours_of_dark_by_the_device() -> None:
    assert tokens(":root:where(:not([data-colours]))") == tokens("[data-colours=dark]")
    assert tokens(":where(:root:not([data-colours])) .youth") == tokens("[data-colours=dark] .youth")


def test_the_script_in_the_head_names_each_setting_of_the_form_and_is_small() -> None:
    script = (STATIC / "js" / "display.js").read_text()
    named = re.search(r"const name of (\[.*?\])", script)
    assert named
    assert json.loads(named[1]) == [way.name for way in WAYS]
    assert len(script) < 1000


def test_the_style_sheet_has_a_rule_for_each_choice() -> None:
    wanted = {f"[data-{way.name}={value}]" for way in WAYS for value, _ in way.options if value}
    assert {selector for selector in wanted if selector not in CSS} == set()


def test_the_page_has_each_choice_with_its_label_needs_no_script_for_its_words_and_sets_no_cookie(
    home: Any, client: Client
) -> None:
    answer = client.get("/display/")
    page = answer.content.decode()
    for way in WAYS:
        assert f"<legend>{way.title}</legend>" in page
        assert page.count(f'type="radio" name="{way.name}"') == len(way.options)
    assert "What your browser or device can do" in page.split("</form>")[-1]
    assert answer.cookies == {}


def test_every_page_links_to_settings_and_statement_and_asks_the_script_before_the_style(home: Any, client: Client) -> None:
    page = client.get("/").content.decode()
    foot = page.split('<footer class="foot">')[1]
    assert 'href="/display/"' in foot
    assert 'href="/accessibility-statement/"' in foot
    assert page.index("js/display.js") < page.index("css/site.css")
