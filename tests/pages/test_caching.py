"""Whole pages that are kept for visitors: for whom, for how long, and what ends them (decision 42)."""

import gzip
import re
from collections.abc import Callable
from threading import Barrier, Thread
from time import sleep
from typing import Any

import pytest
from django.apps import apps
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import PageViewRestriction

from localoffer.alerts.models import Looked
from localoffer.pages import caching, middleware, storage
from localoffer.pages.keeping import forget, kept
from localoffer.pages.rules import columns_written, end_of_minute, is_asked_by_anybody, table_written
from localoffer.people.models import User
from localoffer.scheduling.models import JobRun
from localoffer.search.models import UnmetSearch
from tests import factories

NOON = 1_800_000_000.0  # a full minute
View = Callable[[HttpRequest], HttpResponse]


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def time(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def kept_pages(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.PAGE_CACHE = True
    monkeypatch.setattr(storage, "rests_until", {})


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(middleware, "time", clock)
    return clock


class Site:
    """A site of one view behind the cache, which counts how often it was built."""

    def __init__(self, view: View | None = None) -> None:
        self.built = 0
        self.view = view or (lambda request: HttpResponse(f"Page {self.built}"))
        self.serve = middleware.PageCacheMiddleware(self.build)

    def build(self, request: HttpRequest) -> HttpResponse:
        self.built += 1
        return self.view(request)

    def get(self, path: str = "/", cookies: dict[str, str] | None = None, **headers: Any) -> HttpResponse:
        request = RequestFactory().get(path, **headers)
        request.COOKIES.update(cookies or {})
        return self.serve(request)


def built(view: View | None = None, path: str = "/", again: str | None = None, **headers: Any) -> int:
    """How often a page is built when it is asked for twice."""
    site = Site(view)
    site.get(path, **headers)
    site.get(again or path, **headers)
    return site.built


# --- Who is answered from a copy ------------------------------------------------------------------


def test_a_visitor_is_answered_from_the_copy(clock: Clock) -> None:
    site = Site()
    assert [site.get().content, site.get().content, site.built] == [b"Page 1", b"Page 1", 1]


def test_a_page_is_built_each_time_when_the_cache_is_off(clock: Clock, settings: Any) -> None:
    settings.PAGE_CACHE = False
    assert built() == 2


@pytest.mark.parametrize("cookie", ["sessionid", "messages"])
def test_somebody_with_a_session_or_a_message_is_never_answered_from_a_copy(clock: Clock, cookie: str) -> None:
    site = Site()
    site.get()
    assert site.get(cookies={cookie: "x"}).content == b"Page 2"
    assert site.get().content == b"Page 1", "and their page is kept for nobody"


def test_other_cookies_change_nothing(clock: Clock) -> None:
    assert built(cookies={"csrftoken": "x", "of-the-council": "y"}) == 1


def test_a_preview_and_whoever_has_a_key_are_not_answered_from_a_copy(clock: Clock) -> None:
    site = Site()
    site.get()
    preview = RequestFactory().get("/")
    preview.is_dummy = True  # type: ignore[attr-defined]
    assert site.serve(preview).content == b"Page 2"
    assert site.get(HTTP_AUTHORIZATION="Bearer x").content == b"Page 3"


def test_what_is_sent_is_not_answered_from_a_copy_and_head_is(clock: Clock) -> None:
    site = Site()
    site.get()
    site.serve(RequestFactory().post("/"))
    assert site.built == 2
    site.serve(RequestFactory().head("/"))
    assert site.built == 2


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("/", True),
        ("/board/?page=2&tag=schools", True),
        ("/find-a-service/?q=&where=&need=autism", True),
        ("/find-a-service/?q=club", False),
        ("/find-a-service/?where=OX14+3XX", False),
        ("/?utm_source=letter", False),
        ("/board/?tag=" + "x" * 300, False),
        ("/pl/board/", True),
        ("/pl/contact/", False),
        ("/contact/", False),
        ("/contact-details/", True),
        ("/admin/", False),
        ("/media/picture.jpg", False),
        ("/healthz", False),
        ("/shortlist/?list=1-2", False),
        ("/seal/", True),
        ("/seal/sent/AB12/", False),
        ("/anything/0123456789abcdef0123456789abcdef/", False),
        ("/anything/eyJhIjoxfQ:1vXyZ0:abcdefghijklmnopqrstuvwxyz/", False),
        ("/board/reflections-from-steve-crocker-27-march-2024/", True),
    ],
)
def test_only_what_anybody_could_ask_is_kept(clock: Clock, path: str, is_kept: bool) -> None:
    assert built(path=path) == (1 if is_kept else 2)


# --- Which answers are kept -----------------------------------------------------------------------


def with_header(name: str, value: str) -> View:
    return lambda request: HttpResponse("Page", headers={name: value})


def with_cookie(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("Page")
    response.set_cookie("a", "b")
    return response


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(lambda request: HttpResponse("Page", status=404), id="not found"),
        pytest.param(lambda request: HttpResponse("Page", status=301), id="moved"),
        pytest.param(lambda request: HttpResponse("Page", status=500), id="failed"),
        pytest.param(with_cookie, id="a cookie"),
        pytest.param(lambda request: HttpResponse(get_token(request)), id="a form"),
        pytest.param(with_header("Cache-Control", "no-store"), id="no-store"),
        pytest.param(with_header("Cache-Control", "private"), id="private"),
        pytest.param(with_header("Vary", "X-Requested-With"), id="varies"),
        pytest.param(with_header("Content-Security-Policy", "script-src 'nonce-x'"), id="a nonce"),
        pytest.param(lambda request: StreamingHttpResponse(["Page"]), id="a stream"),
        pytest.param(lambda request: HttpResponse(b"x" * (caching.LARGEST + 1)), id="large"),
    ],
)
def test_an_answer_that_is_not_for_everybody_is_not_kept(clock: Clock, view: View) -> None:
    assert built(view) == 2


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(with_header("Vary", "Accept-Language, Cookie, Accept-Encoding"), id="varies by what we know"),
        pytest.param(with_header("Cache-Control", "public, max-age=60"), id="public"),
        pytest.param(lambda request: HttpResponse(b"x" * caching.LARGEST), id="as large as may be"),
    ],
)
def test_an_answer_for_everybody_is_kept(clock: Clock, view: View) -> None:
    assert built(view) == 1


def test_hosts_schemes_addresses_and_packing_have_copies_of_their_own(clock: Clock) -> None:
    site = Site()
    asked: list[tuple[str, dict]] = [
        ("/", {}),
        ("/", {"HTTP_HOST": "other.example.org"}),
        ("/", {"secure": True}),
        ("/pl/", {}),
        ("/?page=2", {}),
        ("/", {"HTTP_ACCEPT_ENCODING": "br, gzip"}),
    ]
    for path, headers in asked * 2:
        site.get(path, **headers)
    assert site.built == len(asked)


# --- How long -------------------------------------------------------------------------------------


def test_a_copy_counts_until_the_full_minute_and_not_longer(clock: Clock) -> None:
    site = Site()
    clock.now = NOON + 20
    site.get()
    clock.now = NOON + 59.9
    assert site.get().content == b"Page 1"
    clock.now = NOON + 60
    assert site.get().content == b"Page 2"


def test_a_page_that_the_full_minute_overtook_is_not_kept(clock: Clock) -> None:
    def slow(request: HttpRequest) -> HttpResponse:
        clock.now += 1
        return HttpResponse("Page")

    clock.now = NOON + 59.5
    assert built(slow) == 2


def test_the_end_of_a_minute_is_after_the_moment() -> None:
    assert (end_of_minute(NOON), end_of_minute(NOON + 59.9)) == (NOON + 60, NOON + 60)


# --- Asking again ---------------------------------------------------------------------------------


def test_whoever_has_the_page_is_told_that_it_is_the_same_until_it_changes(clock: Clock) -> None:
    site = Site()
    first = site.get()
    assert first.headers["Cache-Control"] == "no-cache"
    same = site.get(HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (same.status_code, same.content) == (304, b"")
    caching.new_generation()
    assert site.get(HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 200


def test_the_tag_is_that_of_the_words_however_they_are_packed(clock: Clock) -> None:
    site = Site(lambda request: HttpResponse(gzip.compress(b"Page", mtime=site.built), headers={"Content-Encoding": "gzip"}))
    first = site.get().headers["ETag"]
    caching.new_generation()
    assert (site.get().headers["ETag"], site.built) == (first, 2)


# --- What ends a copy -----------------------------------------------------------------------------


def test_visitors_see_what_was_published_a_moment_ago(
    home: Any, client: Client, clock: Clock, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client.get("/")  # the very first visit makes the row of the site's details
    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        before = client.get("/")
    assert len(asked) == 0
    assert b"A new name" not in before.content
    home.title = home.seo_title = "A new name"
    with django_capture_on_commit_callbacks(execute=True):
        home.save_revision().publish()
    assert b"A new name" in client.get("/").content


def test_a_page_that_became_private_is_shown_to_nobody(
    home: Any, client: Client, clock: Clock, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client.get("/")
    assert [b'name="password"' in client.get("/").content for _ in range(2)] == [False, False]
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.PASSWORD, password="x")
    for _ in range(2):
        assert b'name="password"' in client.get("/").content


@pytest.mark.parametrize(
    ("write", "ends"),
    [
        pytest.param(lambda: Tag.objects.create(name="Money", slug="money"), True, id="a row"),
        pytest.param(lambda: Tag.objects.bulk_create([Tag(name="Money", slug="money")]), True, id="rows at once"),
        pytest.param(lambda: Tag.objects.filter(slug="none").update(name="Money"), True, id="an update without signals"),
        pytest.param(lambda: Tag.objects.filter(slug="none").delete(), False, id="nothing to delete"),
        pytest.param(lambda: connection.cursor().execute("DELETE FROM seal_award WHERE 1 = 0"), True, id="SQL"),
        pytest.param(lambda: JobRun.objects.create(name="a job"), False, id="a private row"),
        pytest.param(lambda: list(Tag.objects.all()), False, id="reading"),
    ],
)
def test_any_write_to_what_pages_read_ends_all_copies(
    db: None, clock: Clock, django_capture_on_commit_callbacks: Any, write: Callable[[], Any], ends: bool
) -> None:
    site = Site()
    site.get()
    with django_capture_on_commit_callbacks(execute=True):
        write()
    site.get()
    assert site.built == (2 if ends else 1)


def test_a_write_that_was_taken_back_ends_nothing_and_one_beside_it_does(
    db: None, clock: Clock, django_capture_on_commit_callbacks: Any
) -> None:
    def undone(name: str) -> None:
        with transaction.atomic():
            Tag.objects.create(name=name, slug=name)
            transaction.set_rollback(True)

    site = Site()
    site.get()
    with django_capture_on_commit_callbacks(execute=True):
        undone("a")
    site.get()
    assert site.built == 1
    with django_capture_on_commit_callbacks(execute=True):
        undone("a")
        Tag.objects.create(name="b", slug="b")
        undone("c")
    site.get()
    assert site.built == 2


def test_a_page_begun_before_a_change_is_not_kept_after_it(clock: Clock) -> None:
    def overtaken(request: HttpRequest) -> HttpResponse:
        caching.new_generation()
        return HttpResponse("Old words")

    assert built(overtaken) == 2


def test_forgetting_the_frame_ends_pages_that_hold_it(clock: Clock) -> None:
    site = Site()
    site.get()
    forget()
    site.get()
    assert site.built == 2


def test_a_page_whose_building_wrote_something_is_built_and_counted_again(db: None, clock: Clock) -> None:
    def counted(request: HttpRequest) -> HttpResponse:
        UnmetSearch.uncounted.create(question="kayak", language="en-gb", month=timezone.localdate().replace(day=1), count=1)
        UnmetSearch.uncounted.all().delete()
        return HttpResponse("Nothing found")

    assert built(counted) == 2


def test_a_change_in_one_process_shows_in_another(clock: Clock, settings: Any, tmp_path: Any) -> None:
    """Each thread has a client of its own for the files that processes share."""
    files = "localoffer.pages.storage.SharedFiles"
    settings.CACHES = {name: {"BACKEND": files, "LOCATION": tmp_path / name} for name in ("default", "pages", "renditions")}
    one, other = Site(), Site(lambda request: HttpResponse("Built elsewhere"))
    one.get()
    run(lambda: other.get())
    assert other.built == 0, "one's copy serves the other"
    run(caching.new_generation)
    assert one.get().content == b"Page 2"


def run(*acts: Callable[[], Any]) -> None:
    threads = [Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ('INSERT INTO "a" ("b") VALUES (1)', "a"),
        ('INSERT OR IGNORE INTO "a" VALUES (1)', "a"),
        ('UPDATE "a" SET "b" = 1', "a"),
        ("delete from a", "a"),
        ('ALTER TABLE "a" ADD COLUMN b', ""),
        ('WITH "c" AS (SELECT 1) UPDATE "a" SET b = 1', ""),
        ('WITH "c" AS (SELECT 1) SELECT 1', None),
        ('SELECT "a" FROM "b" FOR UPDATE', None),
        ("(SELECT 1) UNION (SELECT 2)", None),
        ("PRAGMA foreign_keys", None),
    ],
)
def test_a_query_that_is_not_surely_reading_counts_as_a_write(sql: str, table: str | None) -> None:
    assert table_written(sql) == table


def test_no_kept_page_reads_a_private_table(site_tree: Any, client: Client, clock: Clock, settings: Any) -> None:
    """The other side of the list: what it names may change without a page's knowing."""
    private = {apps.get_model(label)._meta.db_table for label in settings.PAGE_CACHE_PRIVATE}
    factories.ServicePageFactory(parent=site_tree["directory"], slug="club")
    read = set()
    for path in (
        "/",
        "/find-a-service/",
        "/find-a-service/club/",
        "/board/",
        "/young-people/",
        "/seal/",
        "/glossary/",
        "/sitemap.xml",
    ):
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        read |= {table for table in private for query in asked if f'"{table}"' in query["sql"]}
    assert read == set()


@pytest.mark.parametrize(
    ("sql", "columns"),
    [
        ('UPDATE "a" SET "b" = %s WHERE "a"."id" = %s', {"b"}),
        ('UPDATE "a" SET "b" = %s, "c" = NULL WHERE "a"."id" = %s', {"b", "c"}),
        ('UPDATE "a" SET "b" = "a"."c" WHERE "a"."id" = %s', set()),
        ('UPDATE "a" SET "b" = %s, "c" = ("a"."c" + %s) WHERE "a"."id" = %s', set()),
        ('UPDATE "a" SET "b" = %s', set()),
        ('INSERT INTO "a" ("b") VALUES (%s)', set()),
    ],
)
def test_the_columns_of_an_update_are_known_only_where_all_are_given_values(sql: str, columns: set[str]) -> None:
    assert columns_written(sql) == columns


def test_a_saved_draft_and_a_lock_leave_the_copies_and_publishing_ends_them(
    home: Any, clock: Clock, django_capture_on_commit_callbacks: Any
) -> None:
    def built_after(act: Callable[[], Any]) -> int:
        before = site.built
        with django_capture_on_commit_callbacks(execute=True):
            act()
        site.get()
        return site.built - before

    def lock() -> None:
        home.locked = True
        home.save(update_fields=["locked"])

    site = Site()
    site.get()
    home.title = "A draft"
    assert built_after(home.save_revision) == 0
    assert built_after(lock) == 0
    assert built_after(home.get_latest_revision().publish) == 1


def test_no_template_shows_a_private_column(settings: Any) -> None:
    names = settings.PAGE_CACHE_PRIVATE_COLUMNS | {"latest_revision", "locked_by"}
    templates = [file for file in (settings.BASE_DIR / "templates").rglob("*.html") if "admin" not in file.as_posix()]
    shown = {name for file in templates for name in names if re.search(rf"\.{name}\b", file.read_text())}
    assert len(templates) > 100
    assert shown == set()


def test_parameters_that_may_hold_what_somebody_typed_are_not_among_the_known(settings: Any) -> None:
    assert not {"q", "where", "at", "at_for", "years", "list", "a"} & settings.PAGE_CACHE_QUESTIONS
    assert is_asked_by_anybody("/", [("q", [""])], settings.PAGE_CACHE_QUESTIONS)


# --- A stampede -----------------------------------------------------------------------------------


def test_many_who_ask_at_once_have_the_page_built_once(clock: Clock) -> None:
    def slow(request: HttpRequest) -> HttpResponse:
        sleep(0.2)
        return HttpResponse("Page")

    site, together = Site(slow), Barrier(8)

    def ask() -> None:
        together.wait()
        assert site.get().content == b"Page"

    run(*[ask] * 8)
    assert site.built == 1


def test_whoever_waited_long_enough_builds_the_page(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "PATIENCE", 0.1)
    site, request = Site(), RequestFactory().get("/")
    caching.take_turn(caching.key_of(request))
    assert site.get().content == b"Page 1"


def test_nobody_waits_for_a_page_that_is_not_kept(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(with_cookie)
    site.get()
    monkeypatch.setattr(caching, "take_turn", lambda key: pytest.fail("nobody takes turns"))
    site.get()
    assert site.built == 2


def test_a_page_that_fails_lets_the_next_one_build(clock: Clock) -> None:
    def failing(request: HttpRequest) -> HttpResponse:
        raise ValueError("The page failed")

    site = Site(failing)
    for _ in range(2):
        with pytest.raises(ValueError, match="The page failed"):
            site.get()
    assert site.built == 2


# --- Without a cache ------------------------------------------------------------------------------


class Down(LocMemCache):
    """A cache that nobody reaches."""

    def fail(self, *args: Any, **kwargs: Any) -> Any:
        raise ConnectionError

    get = set = add = delete = get_many = set_many = fail  # type: ignore[assignment]


class Gone(storage.NeverFailing, Down):
    """As the site has it: a Redis that is down."""


class Full(LocMemCache):
    def set(self, *args: Any, **kwargs: Any) -> None:
        raise OSError


class FullDisk(storage.NeverFailing, Full):
    """Files that can be read and taken away, but not written."""


def test_pages_answer_and_can_be_published_while_the_cache_is_gone(
    home: Any, client: Client, clock: Clock, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    gone = {"BACKEND": f"{__name__}.Gone"}
    settings.CACHES = {"default": gone, "pages": gone, "renditions": settings.CACHES["renditions"]}
    assert client.get("/").status_code == 200
    home.title = home.seo_title = "A new name"
    with django_capture_on_commit_callbacks(execute=True):
        home.save_revision().publish()
    assert b"A new name" in client.get("/").content
    assert kept("key", lambda: "made") == "made"


def test_a_change_takes_the_old_generation_away_where_there_is_no_room_for_a_new_one() -> None:
    disk = FullDisk("disk", {})
    LocMemCache("disk", {}).set("generation", "old", timeout=None)
    assert disk.get("generation") == "old"
    disk.set("other", "short-lived", timeout=60)
    disk.set("generation", "new", timeout=None)
    assert LocMemCache("disk", {}).get("generation") is None


def test_a_folder_that_cannot_be_written_is_an_empty_cache(tmp_path: Any) -> None:
    (tmp_path / "file").touch()
    files = storage.SharedFiles(str(tmp_path / "file" / "folder"), {})
    files.set("a", 1)
    assert files.get("a") is None


def test_a_cache_that_failed_is_not_asked_again_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    gone, asked = Gone("gone", {}), []
    monkeypatch.setattr(Down, "get", lambda *args: asked.append(args) or Down.fail(gone))
    assert [gone.get("a"), gone.get("a"), len(asked)] == [None, None, 1]
    storage.rests_until.clear()
    gone.get("a")
    assert len(asked) == 2


def test_private_models_are_there_and_visitors_writes_are_among_them(settings: Any) -> None:
    assert {apps.get_model(label) for label in settings.PAGE_CACHE_PRIVATE} >= {UnmetSearch, Looked, JobRun}
    assert not {"seal.Award", "media.Consent", User._meta.label} & set(settings.PAGE_CACHE_PRIVATE)
