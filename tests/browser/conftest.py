"""A real browser at the real site: `make run`'s server with the demonstration, on data of its own."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.install import system_browser
from tests.browser.site import PASSWORD, Site, ready_data, running_site

NARROW, MIDDLE, WIDE = (320, 700), (768, 1024), (1280, 900)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Site]:
    """The demonstration, served as `make run` serves it: one for each process, which runs whole files of tests."""
    own = tmp_path_factory.getbasetemp()
    data = ready_data(own / "site", shared=own if worker_id == "master" else own.parent)
    with running_site(data) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=system_browser(), args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


def watch(page: Page, address: str) -> list[str]:
    """What goes wrong on a page from now on: words in the console, requests to other sites."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(f"{said.text} {said.location['url']}") if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    ours = (f"{address}/", "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(ours) else complaints.append(asked.url))
    return complaints


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Any]:
    """Opens pages as a visitor: ``visit("/", size=NARROW, scripts=False, dark=True)``.

    What went wrong on the way is kept on the page: ``page.complaints`` (console errors, requests elsewhere).
    """
    contexts: list[BrowserContext] = []

    def open_page(
        path: str = "/", *, size: tuple[int, int] = WIDE, scripts: bool = True, dark: bool = False, **more: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            base_url=site.address,
            locale="en-GB",
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.complaints = watch(page, site.address)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(visit: Any) -> Any:
    """Signs somebody of the demonstration in: ``sign_in("communications")``."""

    def go(name: str, **more: Any) -> Page:
        page = visit("/account/login/", **more)
        page.locator("#id_login").fill(f"{name}@example.org")
        page.locator("#id_password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/admin/")
        return page

    return go
