"""Whole answers for visitors who are not signed in, kept for the minute and until anything public changes (decision 42).

A copy belongs to a generation: a random word in the shared cache, drawn anew once any write to a table that pages
may read is committed. Nothing is looked for under an old word, so nothing old is found.
"""

import gzip
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import ceil
from secrets import token_urlsafe
from time import monotonic, sleep
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import get_conditional_response

from .purging import purger
from .rules import columns_written, end_of_minute, is_asked_by_anybody, table_written

GENERATION_KEY = "pages-generation"
LARGEST = 500 * 1024  # bytes
BUILT_WITHIN = 5  # seconds, after which whoever builds a page is taken to have died
PATIENCE = 2.0  # seconds that others wait for them
LOOK_EVERY = 0.02
NOT_KEPT = "not kept"
# A copy is the same for all who send these; an answer that follows another header is not kept.
KNOWN_VARY = {"accept-encoding", "accept-language", "cookie"}


@dataclass(frozen=True)
class Copy:
    """A finished answer, with the moment (seconds of the epoch) from which it may be wrong, and the page that it shows."""

    body: bytes
    headers: dict[str, str]
    until: float
    page: int | None = None


@dataclass
class Building:
    """What happened while a page was built."""

    wrote: bool = False


building_now: ContextVar[Building | None] = ContextVar("building_now", default=None)


def new_generation() -> None:
    """No copy counts any more, for all processes and for a CDN that was named."""
    caches["default"].set(GENERATION_KEY, token_urlsafe(), timeout=None)
    if settings.CDN:
        purger.ask()


def watch_writes(execute: Callable, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Around each query of a connection: a write to a public table begins a new generation once it is committed."""
    result = execute(sql, params, many, context)
    table = table_written(sql)
    if table is not None:
        if building := building_now.get():
            building.wrote = True
        columns = columns_written(sql)
        if table not in private_tables() and not (columns and columns <= settings.PAGE_CACHE_PRIVATE_COLUMNS):
            connection = context["connection"]
            if not connection.in_atomic_block and not connection.get_autocommit():
                new_generation()  # who commits by hand cannot be heard
            elif not _is_told(connection):
                connection.on_commit(new_generation)  # not by its name: one that makes databases has none
    return result


def _is_told(connection: Any) -> bool:
    """Whether the transaction will begin a new generation already, also when its newest savepoints are rolled back."""
    open_now = set(connection.savepoint_ids)
    return any(act is new_generation and points <= open_now for points, act, *_ in connection.run_on_commit)


@cache
def private_tables() -> frozenset[str]:
    """The tables of PAGE_CACHE_PRIVATE, which no kept page reads."""
    return frozenset(apps.get_model(label)._meta.db_table for label in settings.PAGE_CACHE_PRIVATE)


# --- One request ------------------------------------------------------------------------------


def may_have_copy(request: HttpRequest) -> bool:
    """Whether anybody could have asked this, so that one answer serves all who do."""
    if request.method not in ("GET", "HEAD") or getattr(request, "is_dummy", False) or "Authorization" in request.headers:
        return False
    if settings.SESSION_COOKIE_NAME in request.COOKIES or CookieStorage.cookie_name in request.COOKIES:
        return False
    return is_asked_by_anybody(request.path_info, request.GET.lists(), settings.PAGE_CACHE_QUESTIONS)


def key_of(request: HttpRequest) -> str:
    """The name under which this answer is kept. Raises DisallowedHost for a host that is not ours."""
    asked = [request.scheme or "", request.get_host(), request.path, request.META.get("QUERY_STRING", "")]
    asked.append("gzip" if accepts_gzip(request) else "plain")
    generation = caches["default"].get_or_set(GENERATION_KEY, token_urlsafe, timeout=None)
    return sha256("\n".join([generation, *asked]).encode()).hexdigest()


def accepts_gzip(request: HttpRequest) -> bool:
    """As GZipMiddleware decides it."""
    return bool(re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")))


def fetch(key: str, now: float) -> Copy | str | None:
    """The copy; NOT_KEPT for a page that is built each time; None when there is none, or when it may be wrong by now."""
    found = caches["pages"].get(key)
    return None if isinstance(found, Copy) and now >= found.until else found


def take_turn(key: str) -> bool:
    """Whether it is on us to build the page: nobody else is at it, or the cache is gone."""
    return caches["pages"].add(f"{key}-turn", "taken", timeout=BUILT_WITHIN)


def end_turn(key: str) -> None:
    caches["pages"].delete(f"{key}-turn")


def wait_for(key: str, clock: Callable[[], float]) -> Copy | None:
    """The copy that somebody else builds; None when they ended without one, or take too long."""
    patient_until = monotonic() + PATIENCE
    while monotonic() < patient_until:
        sleep(LOOK_EVERY)
        taken = caches["pages"].get(f"{key}-turn")
        found = fetch(key, clock())
        if isinstance(found, Copy):
            return found
        if found == NOT_KEPT or taken is None:
            return None
    return None


def keep(key: str, request: HttpRequest, response: HttpResponse, building: Building, asked_at: float, now: float) -> Copy | None:
    """Keeps the answer until the end of the minute in which it was asked for, and returns the copy.

    None for an answer that is not for everybody, or was overtaken by the minute. That a page is never for everybody is
    kept as well, so that nobody waits for it.
    """
    until = end_of_minute(asked_at)
    seconds = until - now
    if response.status_code != 200 or seconds <= 0:
        return None
    copy = copy_of(request, response, building, until)
    caches["pages"].set(key, copy or NOT_KEPT, timeout=ceil(seconds))
    return copy


def copy_of(request: HttpRequest, response: HttpResponse, building: Building, until: float) -> Copy | None:
    """The answer as a copy with its ETag; None when it is not for everybody."""
    if building.wrote or response.streaming or response.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
        return None
    limits = response.headers.get("Cache-Control", "").lower()
    varies = {name.strip().lower() for name in response.headers.get("Vary", "").split(",") if name.strip()}
    if "no-store" in limits or "private" in limits or varies - KNOWN_VARY or len(response.content) > LARGEST:
        return None
    if "'nonce-" in response.headers.get("Content-Security-Policy", ""):
        return None
    is_packed = response.headers.get("Content-Encoding") == "gzip"
    words = gzip.decompress(response.content) if is_packed else response.content
    headers = dict(response.headers)
    headers.setdefault("ETag", f'W/"{sha256(words).hexdigest()[:32]}"')
    headers["Vary"] = "Accept-Encoding, Cookie"
    if not limits:
        headers["Cache-Control"] = "no-cache"  # may be held, and is asked for each time
    return Copy(response.content, headers, until, getattr(response, "page_shown", None))


def answer(copy: Copy, request: HttpRequest, key: str, now: float) -> HttpResponse:
    """The copy as an answer: 304 for whoever has it already. A CDN that was named may hold it for as long as it counts."""
    response = HttpResponse(copy.body, headers=copy.headers)
    response = get_conditional_response(request, etag=copy.headers["ETag"], response=response)
    response.page_shown = copy.page  # type: ignore[attr-defined]  # also when nothing is sent, since the reader has it
    if settings.CDN and key == key_of(request):  # else something was written meanwhile, and its purge may come before this
        response.headers["CDN-Cache-Control"] = f"max-age={max(0, int(copy.until - now))}, must-revalidate"
    return response
