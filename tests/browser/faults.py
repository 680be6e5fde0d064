"""What axe finds on a page that is open in the browser."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
# All of axe's rules for accessibility, and two that are off unless asked for. Wagtail's own checker asks for the second.
RULES: dict[str, Any] = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}, "p-as-heading": {"enabled": True}},
}


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """Each rule that is broken, with the beginnings of the elements that break it. Axe is brought in once for a page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    # Only what is wrong crosses over: all that axe looked at is long.
    found = page.evaluate("(rules) => axe.run(document, rules).then((result) => result.violations)", RULES)
    return [(fault["id"], [node["html"][:160] for node in fault["nodes"]]) for fault in found]
