"""Whether this site can serve people: each thing that it needs is asked, and what is wrong is said in a few words.

The words name no address, no name and no version: everybody may read them.
"""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from secrets import token_hex

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, InterfaceError, connection

from localoffer.pages.querysets import open_to_all
from localoffer.scheduling.services import is_alive
from localoffer.search.backends import Question, ask
from localoffer.search.models import SearchEntry
from localoffer.search.ranking import Alternative, Clause
from localoffer.search.registry import searchable_models

from .services import missing_migrations

OK = "ok"
NOT_ASKED = "not asked"
LONGEST_SILENCE = timedelta(minutes=5)  # of the scheduled work, which runs each minute
MEGABYTE = 1_000_000


def state(*, now: datetime) -> dict[str, str]:
    """Each thing with "ok", or with what is wrong. What rests on the database is not asked while that is out."""
    found = {"database": _safely(_database)}
    resting: dict[str, Callable[[], str]] = {
        "migrations": _migrations,
        "search": _search,
        "scheduled_work": lambda: _scheduled_work(now),
    }
    for name, check in resting.items():
        found[name] = _safely(check) if found["database"] == OK else NOT_ASKED
    return found | {"cache": _safely(_cache), "disk": _safely(_disk)}


def _safely(check: Callable[[], str]) -> str:
    try:
        return check()
    except Exception:  # whatever it is, it may name hosts and files: it stays here
        return "does not answer"


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        connection.close()
        raise
    return OK


def _migrations() -> str:
    missing = len(missing_migrations())
    return f"{missing} not applied: run migrate" if missing else OK


def _search() -> str:
    ask(Question((Clause((Alternative(("help",)),), 1),), settings.LANGUAGE_CODE))
    if SearchEntry.objects.exists() or not any(open_to_all(model.objects.all()).exists() for model in searchable_models()):
        return OK
    return "the index is empty: run rebuild_search"


def _scheduled_work(now: datetime) -> str:
    if is_alive(now=now, silence=LONGEST_SILENCE):
        return OK
    return f"nothing for {LONGEST_SILENCE.seconds // 60} minutes: is run_scheduled running?"


def _cache() -> str:
    key, value = f"readyz-{token_hex(8)}", token_hex(8)
    cache.set(key, value, timeout=60)
    kept = cache.get(key)
    cache.delete(key)
    return OK if kept == value else "does not keep what it is given"


def _disk() -> str:
    free = shutil.disk_usage(settings.DATA_DIR).free // MEGABYTE
    return OK if free >= settings.LEAST_DISK_MB else "nearly full"
