"""Makes the pictures of docs/screenshots anew, from the real site with its demonstration.

python -m tests.browser.screenshots
"""

import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.install import system_browser
from tests.browser.site import PASSWORD, ROOT, Site, running_site

FOLDER = ROOT / "docs" / "screenshots"
LARGEST = 150_000  # bytes
LISTING = "/find-a-service/riverside-saturday-club/"
WIDE, NARROW = (1280, 900), (320, 900)


@dataclass(frozen=True)
class Shot:
    """One picture: a page, or a tab of the edit screen of the listing that stands at that address."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    dark: bool = False
    tab: str = ""


SHOTS = [
    Shot("home", "/"),
    Shot("home-dark", "/", dark=True),
    Shot("home-320", "/", size=NARROW),
    Shot("results", "/find-a-service/?q=club&age=5-11"),
    Shot("listing", LISTING),
    Shot("board-post", "/board/reflections-from-steve-crocker-27-march-2024/"),
    Shot("youth", "/young-people/"),
    Shot("youth-320", "/young-people/", size=NARROW),
    Shot("admin-edit-listing", LISTING, tab="What it is"),
    Shot("admin-seal", LISTING, tab="Seal"),
]


def small(picture: bytes) -> bytes:
    """The picture with as many colours as fit into LARGEST."""
    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (256, 128, 64, 32):
        file = io.BytesIO()
        whole.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        if file.tell() <= LARGEST:
            return file.getvalue()
    raise SystemExit(f"A picture stays larger than {LARGEST} bytes.")


def open_in_admin(page: Page, tab: str) -> None:
    """From a public listing to a tab of its edit screen, as a directory editor."""
    number = page.locator("a[href*='/contact/problem/']").first.get_attribute("href").strip("/").split("/")[-1]
    page.goto("/account/login/")
    page.locator("#id_login").fill("editor@example.org")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    page.goto(f"/admin/pages/{number}/edit/")
    page.get_by_role("tab", name=tab, exact=True).click()


def take(browser: Browser, site: Site, shot: Shot) -> bytes:
    context = browser.new_context(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
        base_url=site.address,
        locale="en-GB",
    )
    page = context.new_page()
    page.goto(shot.path)
    if shot.tab:
        open_in_admin(page, shot.tab)
    page.wait_for_load_state("networkidle")
    picture = page.screenshot()
    context.close()
    return picture


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="localoffer-screenshots-") as data,
        running_site(Path(data)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=system_browser(), args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            file = FOLDER / f"{shot.name}.png"
            file.write_bytes(small(take(browser, site, shot)))
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
