"""The staff's page with every component and every block once: what axe and narrow screens say of them."""

from typing import Any

import pytest

from .faults import faults
from .test_every_page import CLIPPED, LOOKS, TOO_WIDE


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_any_component_and_all_fit(sign_in: Any, look: str) -> None:
    media = dict(LOOKS[look])
    page = sign_in("editor", reduced_motion="reduce")
    page.goto("/admin/patterns/")
    width, height = media.pop("size")
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(**media)
    assert faults(page) == []
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CLIPPED) == []
