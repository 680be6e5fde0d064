"""Makes the pictures of docs/screenshots anew, from the real site with its demonstration.

python -m tests.browser.screenshots          all
python -m tests.browser.screenshots guide    those whose names begin with "guide"
"""

import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import guide_acts
from tests.browser.install import system_browser
from tests.browser.site import PASSWORD, ROOT, Site, running_site

FOLDER = ROOT / "docs" / "screenshots"
LARGEST = 80_000  # bytes
LISTING = "/find-a-service/riverside-saturday-club/"
WIDE, NARROW = (1280, 900), (320, 900)


@dataclass(frozen=True)
class Shot:
    """One picture of a page: as ``account`` sees it (nobody: as the public does), after ``act``."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    dark: bool = False
    account: str = ""
    act: Callable[[Page], None] | None = None


SHOTS = [
    Shot("home", "/"),
    Shot("home-dark", "/", dark=True),
    Shot("home-320", "/", size=NARROW),
    Shot("results", "/find-a-service/?q=club&age=5-11"),
    Shot("listing", LISTING),
    Shot("board-post", "/board/reflections-from-steve-crocker-27-march-2024/"),
    Shot("youth", "/young-people/"),
    Shot("youth-320", "/young-people/", size=NARROW),
    Shot("admin-edit-listing", LISTING, account="editor", act=guide_acts.tab("What it is")),
    Shot("admin-seal", LISTING, account="editor", act=guide_acts.tab("Seal")),
    Shot("guide-people", "/admin/users/new/", account="admin", act=guide_acts.roles),
    Shot("guide-site-details", "/admin/settings/navigation/sitedetails/", account="admin"),
    Shot("guide-personal-data", "/admin/reports/personal-data/", account="admin", act=guide_acts.personal_data),
    Shot("guide-services", "/admin/services/", account="editor"),
    Shot("guide-checked", LISTING, account="editor", act=guide_acts.tab("State and checks")),
    Shot("guide-message", "/contact/", account="editor", act=guide_acts.message),
    Shot("guide-start-post", "/admin/board-posts/start/", account="communications"),
    Shot("guide-post", "/admin/board-posts/start/", account="communications", act=guide_acts.start_post),
    Shot("guide-promise", "/admin/promises/", account="communications", act=guide_acts.promise),
    Shot("guide-my-posts", "/admin/", account="member"),
    Shot("guide-write", "/admin/forum/posts/new/", account="member"),
    Shot("guide-forum-post", "/admin/forum/queue/", account="supporter", act=guide_acts.first("main table a")),
    Shot("guide-danger", "/admin/voices/", account="supporter", act=guide_acts.first("tbody a")),
    Shot("guide-visits", "/admin/seal/queue/", account="supporter"),
    Shot("guide-translate", "/help-by-topic/ehc-plans/ask-for-an-assessment/", account="translator", act=guide_acts.userbar),
    Shot("guide-checked-by", "/admin/reports/translated-pages/", account="translator", act=guide_acts.first("tbody a")),
    Shot("guide-seals", "/admin/reports/seal/", account="reader"),
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


def sign_in(page: Page, account: str) -> None:
    page.goto("/account/login/")
    page.locator("#id_login").fill(f"{account}@example.org")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


def take(browser: Browser, site: Site, shot: Shot) -> bytes:
    context = browser.new_context(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
        base_url=site.address,
        locale="en-GB",
    )
    page = context.new_page()
    if shot.account:
        sign_in(page, shot.account)
    page.goto(shot.path)
    if shot.act:
        shot.act(page)
    page.wait_for_load_state("networkidle")
    picture = page.screenshot()
    context.close()
    return picture


def main(beginning: str = "") -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="localoffer-screenshots-") as data,
        running_site(Path(data)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=system_browser(), args=["--no-sandbox", "--disable-gpu"])
        for shot in [shot for shot in SHOTS if shot.name.startswith(beginning)]:
            file = FOLDER / f"{shot.name}.png"
            file.write_bytes(small(take(browser, site, shot)))
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")
        browser.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
