"""Signing in, and how long somebody who guesses must wait."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import html5lib
import pytest
from django.test import Client

from localoffer.people.forms import signing_in
from tests.factories import PASSWORD

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SIGN_IN = "/account/login/"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The moment that the form reads; set ``clock.now`` to move it."""
    state = SimpleNamespace(now=NOW)
    monkeypatch.setattr(signing_in.timezone, "now", lambda: state.now)
    return state


@pytest.fixture
def sam(person: Callable[..., Any]) -> Any:
    return person(email="sam@example.org", is_superuser=True)


def try_it(email: str = "sam@example.org", password: str = "wrong", address: str = "203.0.113.5") -> Client:
    """A try from a browser of its own, which is given back."""
    browser = Client(REMOTE_ADDR=address)
    browser.answer = browser.post(SIGN_IN, {"login": email, "password": password})
    return browser


def is_in(browser: Client) -> bool:
    return "_auth_user_id" in browser.session


def complaint(browser: Client) -> str:
    words = html5lib.parse(browser.answer.content.decode(), namespaceHTMLElements=False)
    return " ".join("".join(words.itertext()).split())


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["sam@example.org", " SAM@Example.org "])
def test_the_right_password_signs_in_however_the_address_is_typed(sam: Any, typed: str) -> None:
    browser = try_it(typed, PASSWORD)
    assert browser.answer.status_code == 302
    assert browser.session["_auth_user_id"] == str(sam.pk)


@pytest.mark.django_db
def test_a_wrong_password_does_not_sign_in(sam: Any) -> None:
    assert not is_in(try_it())


@pytest.mark.django_db
def test_somebody_who_may_not_sign_in_does_not(person: Callable[..., Any]) -> None:
    person(email="gone@example.org", is_superuser=True, is_active=False)
    assert not is_in(try_it("gone@example.org", PASSWORD))


@pytest.mark.django_db
def test_after_nine_wrong_passwords_the_right_one_signs_in(sam: Any, clock: Any) -> None:
    for _ in range(9):
        try_it()
    assert is_in(try_it(password=PASSWORD))


@pytest.mark.django_db
def test_after_ten_wrong_passwords_even_the_right_one_waits(sam: Any, clock: Any) -> None:
    for number in range(10):
        try_it(address=f"203.0.113.{number}")
    browser = try_it(password=PASSWORD, address="198.51.100.1")
    assert not is_in(browser)
    assert "10 wrong tries. Wait 5 minutes" in complaint(browser)


@pytest.mark.django_db
def test_ten_wrong_tries_at_one_account_do_not_stop_another(sam: Any, person: Callable[..., Any], clock: Any) -> None:
    person(email="ari@example.org", is_superuser=True)
    for number in range(10):
        try_it(address=f"203.0.113.{number}")
    assert is_in(try_it("ari@example.org", PASSWORD, address="198.51.100.1"))


@pytest.mark.django_db
def test_one_address_that_tries_many_accounts_waits(sam: Any, clock: Any) -> None:
    for number in range(10):
        try_it(f"person{number}@example.org")
    assert not is_in(try_it(password=PASSWORD))
    assert is_in(try_it(password=PASSWORD, address="198.51.100.1"))


@pytest.mark.django_db
@pytest.mark.parametrize(("later", "free"), [(timedelta(minutes=5) - SECOND, False), (timedelta(minutes=5), True)])
def test_after_five_minutes_the_right_password_signs_in(sam: Any, clock: Any, later: timedelta, free: bool) -> None:
    for _ in range(10):
        try_it()
    clock.now = NOW + later
    assert is_in(try_it(password=PASSWORD)) is free


@pytest.mark.django_db
def test_tries_while_waiting_do_not_make_the_wait_longer(sam: Any, clock: Any) -> None:
    for _ in range(10):
        try_it()
    clock.now = NOW + timedelta(minutes=4)
    try_it()
    clock.now = NOW + timedelta(minutes=5)
    assert is_in(try_it(password=PASSWORD))


@pytest.mark.django_db
def test_signing_in_forgets_the_wrong_tries_at_the_account(sam: Any, clock: Any) -> None:
    for number in range(9):
        try_it(address=f"203.0.113.{number}")
    try_it(password=PASSWORD, address="198.51.100.1")
    try_it(address="198.51.100.2")
    assert is_in(try_it(password=PASSWORD, address="198.51.100.3"))


@pytest.mark.django_db
def test_a_form_without_a_password_does_not_wipe_out_the_wrong_tries(sam: Any, clock: Any) -> None:
    for number in range(10):
        try_it(address=f"203.0.113.{number}")
        try_it(password="", address=f"203.0.113.{number}")
    assert not is_in(try_it(password=PASSWORD, address="198.51.100.1"))


@pytest.mark.django_db
@pytest.mark.parametrize(("email", "password"), [("", ""), ("sam@example.org", ""), ("", "x"), ("a\x00b@example.org", "x")])
def test_an_odd_form_is_answered_and_signs_nobody_in(sam: Any, email: str, password: str) -> None:
    browser = try_it(email, password)
    assert browser.answer.status_code == 200
    assert not is_in(browser)


@pytest.mark.django_db
def test_behind_a_trusted_proxy_visitors_do_not_share_one_count(sam: Any, clock: Any, settings: Any) -> None:
    settings.TRUSTED_PROXIES = 1
    proxy = Client(REMOTE_ADDR="10.0.0.1")
    for number in range(10):
        proxy.post(SIGN_IN, {"login": f"p{number}@example.org", "password": "x"}, headers={"X-Forwarded-For": "203.0.113.5"})
    wanted = {"login": "sam@example.org", "password": PASSWORD}
    proxy.post(SIGN_IN, wanted, headers={"X-Forwarded-For": "203.0.113.5"})
    assert not is_in(proxy)
    proxy.post(SIGN_IN, wanted, headers={"X-Forwarded-For": "198.51.100.1"})
    assert is_in(proxy)
