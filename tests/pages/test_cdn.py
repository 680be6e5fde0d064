"""A CDN in front: what it may hold and how long, and that it is told when that counts no more (decision 51)."""

import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from time import sleep
from typing import Any

import pytest
from django.conf import settings as live_settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory
from taggit.models import Tag

from localoffer.pages import caching, middleware, purging
from localoffer.pages.middleware import PageCacheMiddleware
from localoffer.pages.purging import Purger, purge
from localoffer.scheduling.models import JobRun

NOON = 1_800_000_000.0  # a full minute
TOKEN = "hush-hush"
View = Callable[[HttpRequest], HttpResponse]


class Clock:
    now = NOON

    def time(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def asked(settings: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A site behind a CDN, which takes down here how often a purge is asked for."""
    settings.PAGE_CACHE, settings.CDN = True, {"address": "http://cdn.test:6081"}
    asked: list[str] = []
    monkeypatch.setattr(purging.purger, "ask", lambda: asked.append("a purge"))
    return asked


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(middleware, "time", clock)
    return clock


def get(path: str = "/", view: View = lambda request: HttpResponse("Page"), cookie: str = "", **headers: Any) -> HttpResponse:
    request = RequestFactory().get(path, **headers)
    if cookie:
        request.COOKIES[cookie] = "x"
    return PageCacheMiddleware(view)(request)


def told(answer: HttpResponse) -> str | None:
    """What a CDN reads of the answer."""
    return answer.headers.get("CDN-Cache-Control")


# --- What it may hold -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "seconds"), [(0, 60), (20, 40), (59, 1), (59.9, 0), (60, 60)], ids=["0", "20", "59", "59.9", "60"]
)
def test_a_copy_may_be_held_until_the_full_minute_reckoned_when_it_is_sent(clock: Clock, after: float, seconds: int) -> None:
    assert told(get()) == "max-age=60, must-revalidate"
    clock.now = NOON + after
    kept = get()
    assert told(kept) == f"max-age={seconds}, must-revalidate"
    assert kept.headers["Cache-Control"] == "no-cache", "browsers ask each time, as ever"
    same = get(HTTP_IF_NONE_MATCH=kept.headers["ETag"])
    assert (same.status_code, told(same)) == (304, f"max-age={seconds}, must-revalidate")


def test_without_a_cdn_no_answer_speaks_to_one(clock: Clock, settings: Any, asked: list[str]) -> None:
    settings.CDN = {}
    assert {told(get()), told(get()), told(get(cookie="sessionid"))} == {None}
    caching.new_generation()
    assert asked == []


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"cookie": "sessionid"}, id="signed in"),
        pytest.param({"cookie": "messages"}, id="a message"),
        pytest.param({"HTTP_AUTHORIZATION": "Bearer x"}, id="a key"),
        pytest.param({"path": "/find-a-service/?q=club"}, id="typed words"),
        pytest.param({"path": "/contact/"}, id="an address of one person"),
        pytest.param({"view": lambda request: HttpResponse(get_token(request))}, id="a form"),
        pytest.param({"view": lambda request: HttpResponse("No", status=404)}, id="not found"),
    ],
)
def test_what_is_not_for_everybody_may_not_be_held_also_where_the_page_says_nothing(clock: Clock, more: dict[str, Any]) -> None:
    assert [told(get(**more)), told(get(**more))] == ["no-store", "no-store"]


def test_an_answer_that_says_itself_how_it_may_be_kept_is_left_alone(clock: Clock) -> None:
    def picture(request: HttpRequest) -> HttpResponse:
        return HttpResponse("Picture", headers={"Cache-Control": "public, max-age=86400"})

    assert told(get("/media/picture.jpg", picture)) is None


def test_an_answer_that_a_change_overtook_may_not_be_held(clock: Clock) -> None:
    def overtaken(request: HttpRequest) -> HttpResponse:
        caching.new_generation()
        return HttpResponse("Old words")

    answer = get(view=overtaken)
    assert (told(answer), answer.headers["Cache-Control"]) == (None, "no-cache")


# --- When it is told ------------------------------------------------------------------------------


def taken_back() -> None:
    with transaction.atomic():
        Tag.objects.create(name="a", slug="a")
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("write", "purges"),
    [
        pytest.param(lambda: [Tag.objects.create(name=name, slug=name) for name in "abc"], 1, id="many writes at once"),
        pytest.param(taken_back, 0, id="a write that was taken back"),
        pytest.param(lambda: JobRun.objects.create(name="a job"), 0, id="what no page reads"),
    ],
)
def test_what_was_committed_and_pages_read_asks_for_one_purge(
    db: None, asked: list[str], django_capture_on_commit_callbacks: Any, write: Callable[[], Any], purges: int
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        write()
        assert asked == [], "nothing before the commit"
    assert len(asked) == purges


def test_publishing_asks_for_a_purge(home: Any, asked: list[str], django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        home.save_revision().publish()
    assert asked


# --- One purge after the other --------------------------------------------------------------------


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purging, "GATHER", 0.1)
    monkeypatch.setattr(purging, "REST", 0.01)


def until(true: Callable[[], Any]) -> None:
    for _ in range(500):
        if true():
            return
        sleep(0.01)
    raise AssertionError("It did not happen within five seconds.")


def is_done(purger: Purger) -> bool:
    return purger._thread is None


def test_many_who_ask_together_share_a_purge_and_who_asks_later_gets_another(soon: None) -> None:
    sent: list[str] = []
    purger = Purger(lambda: sent.append("a purge") or "")
    for count in (1, 2):
        for _ in range(20):
            purger.ask()
        until(lambda: is_done(purger))
        assert len(sent) == count


def test_what_is_written_while_a_purge_is_under_way_gets_another_and_nobody_waits_for_it(soon: None) -> None:
    begun, may_end, sent = Event(), Event(), []

    def slow() -> str:
        sent.append("a purge")
        begun.set()
        assert may_end.wait(5)
        return ""

    purger = Purger(slow)
    purger.ask()
    assert begun.wait(5)
    purger.ask()  # returns, though the CDN has not answered
    assert len(sent) == 1
    may_end.set()
    until(lambda: is_done(purger))
    assert len(sent) == 2


@pytest.mark.parametrize(("fails", "tries"), [(2, 3), (9, 3)], ids=["well again", "gone"])
def test_a_purge_that_failed_is_tried_again_three_times_in_all_and_said_once(
    soon: None, caplog: pytest.LogCaptureFixture, fails: int, tries: int
) -> None:
    sent: list[str] = []
    purger = Purger(lambda: sent.append("a purge") or ("it answered 503" if len(sent) <= fails else ""))
    purger.ask()
    until(lambda: is_done(purger))
    assert len(sent) == tries
    [line] = caplog.messages
    assert line == "The CDN did not forget its pages (it answered 503). It holds old ones until the full minute."


def test_a_process_that_ends_still_sends_without_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purging, "GATHER", 60)
    sent: list[str] = []
    purger = Purger(lambda: sent.append("a purge") or "it failed")
    purger.finish()
    assert sent == [], "nothing was to be sent"
    purger = Purger(purger._purge)
    purger.ask()
    purger.finish()
    assert (len(sent), is_done(purger)) == (1, True), "once, without trying again"


def test_a_machine_without_a_thread_to_spare_publishes_all_the_same(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def none_left(thread: Thread) -> None:
        raise RuntimeError

    monkeypatch.setattr(Thread, "start", none_left)
    Purger(lambda: "").ask()
    assert "shows it from the full minute on" in caplog.text


# --- What is sent ---------------------------------------------------------------------------------


class Cdn(ThreadingHTTPServer):
    """A CDN on this machine that takes down what it is asked."""

    daemon_threads = True
    status, wait = 200, 0.0

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str | None, str | None, bytes]] = []
        super().__init__(("127.0.0.1", 0), Conversation)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"


class Conversation(BaseHTTPRequestHandler):
    server: Cdn

    def take(self) -> None:
        sleep(self.server.wait)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.command, self.path, self.headers["Host"], self.headers["Authorization"], body))
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PURGE = do_POST = take  # noqa: N815  the names that http.server calls

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


@pytest.fixture
def cdn(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cdn]:
    settings.SITE_URL = "https://localoffer.example.org"
    settings.ALLOWED_HOSTS = ["localoffer.example.org", "www.example.org", ".example.net", "*"]
    monkeypatch.setattr(purging, "PATIENCE", 0.2)
    with Cdn() as server:
        Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        settings.CDN = {"address": server.address}
        yield server
        server.shutdown()


@pytest.fixture
def cloudflare(cdn: Cdn, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Cdn:
    monkeypatch.setattr(purging, "CLOUDFLARE", cdn.address + "/zones/{zone}/purge_cache")
    settings.CDN = {"zone": "0" * 32, "token": TOKEN}
    return cdn


def test_a_cache_is_sent_purge_for_each_name_of_the_site(cdn: Cdn) -> None:
    assert purge() == ""
    assert cdn.asked == [("PURGE", "/", host, None, b"") for host in ("localoffer.example.org", "www.example.org")]


def test_cloudflare_is_told_the_names_of_the_site_and_empties_no_other_site_of_the_zone(cloudflare: Cdn) -> None:
    assert purge() == ""
    hosts = b'{"hosts": ["localoffer.example.org", "www.example.org"]}'
    [(method, path, _, key, body)] = cloudflare.asked
    assert (method, path, key, body) == ("POST", f"/zones/{'0' * 32}/purge_cache", f"Bearer {TOKEN}", hosts)


def test_cloudflare_is_asked_at_its_own_address() -> None:
    assert purging.CLOUDFLARE.format(zone="z") == "https://api.cloudflare.com/client/v4/zones/z/purge_cache"


@pytest.mark.parametrize("status", [301, 403, 405, 429, 500])
def test_a_cdn_that_refuses_is_said_to_and_led_nowhere_else(cloudflare: Cdn, status: int) -> None:
    cloudflare.status = status
    assert (purge(), len(cloudflare.asked)) == (f"it answered {status}", 1)


def test_one_name_that_is_refused_stops_no_other(cdn: Cdn) -> None:
    cdn.status = 405
    assert (purge(), len(cdn.asked)) == ("it answered 405", 2)


def test_a_cdn_that_is_slow_or_gone_is_given_up(cdn: Cdn) -> None:
    cdn.wait = 1
    assert purge() == "ReadTimeout"
    cdn.shutdown()
    cdn.server_close()
    assert purge() == "ConnectionError"


def test_no_log_line_holds_the_token(cloudflare: Cdn, soon: None, settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    settings.CDN = {"zone": "0" * 32, "token": f"{TOKEN}\n"}  # refused with its words by the library that sends it
    purger = Purger(purge)
    with caplog.at_level("DEBUG"):
        purger.ask()
        until(lambda: is_done(purger))
    assert "(InvalidHeader)" in caplog.text
    assert TOKEN not in caplog.text


# --- The example for Varnish ----------------------------------------------------------------------


def test_the_example_for_varnish_passes_by_all_cookies_that_the_site_reads_and_holds_nothing_longer_than_it_may() -> None:
    words = re.sub(r"#.*", "", (Path(live_settings.BASE_DIR) / "deploy" / "varnish.vcl").read_text())
    assert words.count("{") == words.count("}")
    [passed] = re.findall(r'Cookie ~ "(.+)"', words)
    for name in (live_settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name, live_settings.CSRF_COOKIE_NAME):
        assert all(re.search(passed, cookies) for cookies in (f"{name}=x", f"a=b; {name}=x"))
    assert not re.search(passed, "of-the-council=x; notsessionid=y")
    assert "beresp.grace = 0s" in words
    assert "beresp.http.CDN-Cache-Control" in words
