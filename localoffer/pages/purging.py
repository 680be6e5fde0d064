"""A CDN in front is told to forget its copies, by the process that wrote, a moment after the commit (decision 51).

The queue is emptied by the minute only, when the copies end by themselves, and a request must not wait for a CDN: so a
thread sends it. It asks neither database nor cache.
"""

import atexit
import logging
from collections.abc import Callable
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

import requests
from django.conf import settings

# Seconds between a write and its purge: one publishing commits several times, and an answer that was under way when it
# was committed reaches the CDN before the purge does.
GATHER = 1.0
REST = 5.0  # seconds between two purges of one process: an import must not use up what Cloudflare allows
TRIES = 3  # then the copies end by themselves
PATIENCE = 2.0  # seconds
CLOUDFLARE = "https://api.cloudflare.com/client/v4/zones/{zone}/purge_cache"
logger = logging.getLogger(__name__)


def names_of_the_site() -> list[str]:
    """The hosts under which a CDN may hold pages: that of SITE_URL, and those allowed besides."""
    allowed = [name for name in settings.ALLOWED_HOSTS if not name.startswith(("*", "."))]
    return list(dict.fromkeys([urlsplit(settings.SITE_URL).netloc, *allowed]))


def purge() -> str:
    """Has the CDN of the settings forget all pages of the site. Returns "", or what went wrong, without any secret."""
    cdn, names = settings.CDN, names_of_the_site()
    try:
        if "zone" in cdn:
            allowed = {"Authorization": f"Bearer {cdn['token']}"}
            return _ask("POST", CLOUDFLARE.format(zone=cdn["zone"]), allowed, {"hosts": names})
        problems = [_ask("PURGE", cdn["address"] + "/", {"Host": name}) for name in names]
    except Exception as error:  # whatever it is, the site goes on; its words may hold what was sent
        return type(error).__name__
    return next(filter(None, problems), "")


def _ask(method: str, address: str, headers: dict[str, str], sent: dict[str, list[str]] | None = None) -> str:
    answer = requests.request(method, address, headers=headers, json=sent, timeout=PATIENCE, allow_redirects=False)
    return "" if answer.ok and not answer.is_redirect else f"it answered {answer.status_code}"


class Purger:
    """Purges in a thread of its own, which ends when there is nothing more to do. One purge serves all who asked before it."""

    def __init__(self, purge: Callable[[], str]) -> None:
        self._purge = purge
        self._asked = False
        self._lock = Lock()
        self._thread: Thread | None = None
        self._ending = Event()

    def ask(self) -> None:
        """There will be a purge after this moment, in about a second. Returns at once and never fails."""
        with self._lock:
            self._asked = True
            if self._thread and self._thread.is_alive():
                return
            self._thread = Thread(target=self._work, name="purger", daemon=True)
            try:
                self._thread.start()
            except RuntimeError:  # the machine has no thread left, or the process is at its end
                logger.warning("The CDN cannot be told of a change now, and shows it from the full minute on.")

    def _work(self) -> None:
        failures = 0
        while self._is_asked():
            self._ending.wait(GATHER)
            self._asked = False  # whoever asks from now on gets another
            if problem := self._purge():
                failures += 1
                if failures == 1:
                    logger.warning("The CDN did not forget its pages (%s). It holds old ones until the full minute.", problem)
                self._asked = self._asked or (failures < TRIES and not self._ending.is_set())
            else:
                failures = 0
            self._ending.wait(REST)

    def _is_asked(self) -> bool:
        """Where nobody asked, the next one starts a new thread."""
        with self._lock:
            if not self._asked:
                self._thread = None
            return self._asked

    def finish(self) -> None:
        """What is still to be sent is sent without a pause: a command's process ends right after its last write."""
        self._ending.set()
        if thread := self._thread:
            thread.join(timeout=2 * PATIENCE)


purger = Purger(purge)
atexit.register(purger.finish)
