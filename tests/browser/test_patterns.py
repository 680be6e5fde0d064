"""The staff's page with every component and every block once: what axe and narrow screens say of them."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from .test_every_page import CLIPPED, LOOKS, RULES, TOO_WIDE


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_any_component_and_all_fit(sign_in: Any, look: str) -> None:
    media = dict(LOOKS[look])
    page = sign_in("editor", reduced_motion="reduce")
    page.goto("/admin/patterns/")
    width, height = media.pop("size")
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(**media)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(fault["id"], [node["html"][:160] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CLIPPED) == []
