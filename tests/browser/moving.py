"""Moving from page to page, and through a page by keyboard alone."""

from playwright.sync_api import Locator, Page

MOST_STEPS = 150
RING = """(at) => [getComputedStyle(at), getComputedStyle(at, "::after")]
  .some((ring) => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2)"""


def tab_to(page: Page, goal: Locator) -> None:
    """Presses Tab until ``goal`` has the focus, and checks that one sees it. Fails when the keyboard never gets there."""
    goal.wait_for()
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if goal.evaluate("(goal) => goal === document.activeElement"):
            assert goal.evaluate(RING), "The focus cannot be seen."
            return
    raise AssertionError(f"{MOST_STEPS} presses of Tab did not lead to {goal}.")


def enter(page: Page) -> None:
    """Presses Enter, and waits for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def follow(thing: Locator) -> None:
    """Clicks a link or a button, and waits for the page that it leads to."""
    with thing.page.expect_navigation():
        thing.click()
