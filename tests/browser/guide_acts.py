"""What people do before a picture for the guides is taken (screenshots.py)."""

from collections.abc import Callable

from playwright.sync_api import Page


def tab(name: str) -> Callable[[Page], None]:
    """From a public listing to that tab of its edit screen."""

    def act(page: Page) -> None:
        number = page.locator("a[href*='/contact/problem/']").first.get_attribute("href").strip("/").split("/")[-1]
        page.goto(f"/admin/pages/{number}/edit/")
        page.get_by_role("tab", name=name, exact=True).click()

    return act


def first(link: str) -> Callable[[Page], None]:
    """Opens the first link of a list."""

    def act(page: Page) -> None:
        page.locator(link).first.click()

    return act


def roles(page: Page) -> None:
    page.locator("#tab-label-roles").click()


def personal_data(page: Page) -> None:
    page.get_by_label("E-mail address or name").fill("member@example.org")
    page.get_by_role("button", name="Look").click()
    page.get_by_role("heading", name="Found").scroll_into_view_if_needed()


def message(page: Page) -> None:
    """Somebody writes to the council; the editor opens it."""
    page.get_by_label("Your message").fill("Is the swimming club open in the holidays?")
    page.wait_for_timeout(4000)  # forms that are sent at once are taken for machines
    page.locator("main form button[type=submit]").first.click()
    page.goto("/admin/inbox/")
    page.locator("tbody a").first.click()


def start_post(page: Page) -> None:
    page.locator("select").first.select_option(index=1)
    page.get_by_role("button", name="Make a draft").click()
    page.wait_for_url("**/edit/")
    page.get_by_text("Before you publish").last.scroll_into_view_if_needed()


def promise(page: Page) -> None:
    page.locator("tbody tr").filter(has_text="On track").locator("a").first.click()
    page.get_by_text("Write down what is new").first.scroll_into_view_if_needed()


def userbar(page: Page) -> None:
    page.locator("wagtail-userbar").get_by_role("button").first.click()
