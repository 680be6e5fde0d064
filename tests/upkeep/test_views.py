"""Ids of requests, and where to report a fault."""

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from localoffer.settings.logs import request_id
from localoffer.upkeep.rules import security_txt


def test_each_answer_has_an_id_of_its_own(client: Client) -> None:
    first, second = (client.get("/healthz")["X-Request-ID"] for _ in range(2))
    assert len(first) == 32
    assert first != second
    assert request_id.get() == ""


@pytest.mark.parametrize(
    ("sent", "taken"),
    [
        pytest.param("0af7651916cd43dd8448eb211c80319c", True, id="of nginx"),
        pytest.param("x" * 8, True, id="shortest"),
        pytest.param("x" * 7, False, id="too short"),
        pytest.param("x" * 64, True, id="longest"),
        pytest.param("x" * 65, False, id="too long"),
        pytest.param("ari@example.org", False, id="an address"),
        pytest.param("abcdefgh forged", False, id="with a space"),
    ],
)
def test_the_id_of_a_proxy_is_taken_when_it_looks_like_one(sent: str, taken: bool, client: Client) -> None:
    assert (client.get("/healthz", headers={"X-Request-ID": sent})["X-Request-ID"] == sent) is taken


@pytest.mark.django_db
def test_what_is_logged_for_a_request_has_its_id(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(request_id.get())

    def mistaken(page: Any) -> None:
        raise ValueError

    monkeypatch.setattr("home.views.sections_below", mistaken)
    handler = Handler()
    logging.getLogger("django.request").addHandler(handler)
    try:
        answer = Client(raise_request_exception=False).get("/")
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert answer.status_code == 500
    assert seen == [answer["X-Request-ID"]]


def test_where_to_report_a_fault_is_said_at_the_usual_place(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert fields["Contact"] == "mailto:security@example.org"
    assert fields["Canonical"] == f"{settings.SITE_URL}/.well-known/security.txt"
    assert not answer.cookies


def test_unless_said_otherwise_the_contact_is_the_page_of_the_form(settings: Any) -> None:
    assert f"{settings.SITE_URL}/contact/" == settings.SECURITY_CONTACT


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        pytest.param(datetime(2026, 1, 31, 23, 59, tzinfo=UTC), "2026-07-01T00:00:00Z", id="end of January"),
        pytest.param(datetime(2026, 6, 30, tzinfo=UTC), "2026-12-01T00:00:00Z", id="end of June"),
        pytest.param(datetime(2026, 7, 1, tzinfo=UTC), "2027-01-01T00:00:00Z", id="start of July"),
        pytest.param(datetime(2026, 12, 1, tzinfo=UTC), "2027-06-01T00:00:00Z", id="December"),
    ],
)
def test_it_ends_within_a_year_and_never_has_ended(now: datetime, ends: str) -> None:
    lines = security_txt("mailto:a@example.org", "https://example.org/.well-known/security.txt", now)
    assert f"Expires: {ends}" in lines
    assert timedelta(days=150) < datetime.fromisoformat(ends) - now < timedelta(days=365)
