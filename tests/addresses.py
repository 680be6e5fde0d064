"""Every address of the site, from the resolver itself, with a sample of each that can be asked for.

python -m pytest tests/test_addresses.py          checks them against tests/addresses.csv
WRITE_ADDRESSES=1 python -m pytest tests/test_addresses.py -n0    writes it anew, to be read before it is committed
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

PEOPLE = ("admin", "editor", "communications", "member", "supporter", "translator", "reader")
PARAMETER = re.compile(r"<(?:[a-z_]+:)?([a-z_]+)>|\(\?P<([a-z_]+)>(?:[^()]|\([^()]*\))*\)|\([^?][^()]*(?:\([^()]*\)[^()]*)*\)")
# The admin's own way of saying no: to the sign-in page, or back to the admin's first page.
NO = ("/account/login/", "/admin/login/", "/admin/")


@dataclass(frozen=True)
class Address:
    """A pattern as the resolver has it, and a path that matches it."""

    pattern: str
    path: str


def patterns(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    for entry in (resolver or get_resolver()).url_patterns:
        whole = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, whole)
        elif isinstance(entry, URLPattern):
            yield whole


def tidy(pattern: str) -> str:
    return pattern.replace("^", "").replace("$", "").replace("\\Z", "")


def sample(pattern: str, values: dict[str, Any]) -> str:
    """A path for the pattern, its parameters filled from ``values`` ("1" where there is none)."""

    def fill(match: re.Match[str]) -> str:
        return str(values.get(match.group(1) or match.group(2) or "", "1"))

    own = next((more for start, more in values.get("by start", {}).items() if tidy(pattern).startswith(start)), {})
    values = {**values, **own}
    return "/" + PARAMETER.sub(fill, tidy(pattern)).replace("\\", "").replace("(?:", "").replace("?", "")


def addresses(values: dict[str, Any]) -> dict[str, Address]:
    """Each address once, by its pattern; signing out is left to the tests of signing in."""
    return {tidy(pattern): Address(tidy(pattern), sample(pattern, values)) for pattern in patterns() if "logout" not in pattern}


def lets_in(client: Client, path: str) -> bool | None:
    """True when the person gets the page, False when turned away (sign-in page, redirect to the admin's front, 403).

    None when the answer says nothing about the person: only POST is taken, or the sample leads to nothing.
    """
    answer = client.get(path)
    if answer.status_code >= 500 and "failwhale" not in path:  # Wagtail's own page that fails on purpose
        raise AssertionError(f"{path} answered {answer.status_code}.")
    if answer.status_code == 403:
        return False
    if answer.status_code in (301, 302):
        to = answer["Location"].split("?")[0]
        return to not in NO or path in ("/admin/login/", "/account/login/")
    return None if answer.status_code in (400, 404, 405) else True


def person_client(user: Any) -> Client:
    client = Client(raise_request_exception=False)
    if user is not None and not isinstance(user, AnonymousUser):
        client.force_login(user)
    return client
