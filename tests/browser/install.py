"""Finds a browser for the tests, or installs one: the system's Chromium, else Playwright's, else Debian's package.

python -m tests.browser.install      prints nothing when there is one, and says what to do when none can be had
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def system_browser() -> str | None:
    """The path of a Chromium of this machine; CHROMIUM names one by hand."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def playwright_browser() -> bool:
    """True when Playwright's own Chromium starts."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch(args=["--no-sandbox"]).close()
        except Error:
            return False
    return True


def main() -> int:
    if system_browser() or playwright_browser():
        return 0
    print("No browser is here yet: installing one for the tests …")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], **quiet)
    if playwright_browser():
        return 0
    if shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*root, "apt-get", "update"], env=environment, **quiet)
        subprocess.run([*root, "apt-get", "install", "--yes", "chromium"], env=environment, **quiet)
    if system_browser():
        return 0
    print("No browser could be installed. On Debian or Ubuntu: sudo apt install chromium")
    print("Elsewhere: install Chrome or Chromium, and name it, such as: CHROMIUM=/path/to/chrome make test")
    return 1


if __name__ == "__main__":
    sys.exit(main())
