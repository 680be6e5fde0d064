"""How long a sign-in lasts, what ends it, and that nothing of it is kept by browsers."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from localoffer.people import middleware, views
from localoffer.people.rules import is_an_action, is_over
from tests.factories import PASSWORD, UserFactory

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
STATE = "/account/session/"
PING = "/admin/editing-sessions/ping/wagtailcore/page/1/1/"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    state = SimpleNamespace(now=NOW)
    monkeypatch.setattr(middleware.timezone, "now", lambda: state.now)
    assert views.timezone is middleware.timezone
    return state


@pytest.fixture
def sam(db: None) -> Any:
    return UserFactory(email="sam@example.org", is_superuser=True)


@pytest.fixture
def browser(sam: Any, clock: Any, client: Client) -> Client:
    client.force_login(sam)
    return client


def is_in(browser: Client) -> bool:
    return "_auth_user_id" in browser.session


@pytest.mark.parametrize(("seconds", "over"), [(1799, False), (1800, True)], ids=["a second before", "on the second"])
def test_a_session_is_over_after_so_many_minutes(seconds: int, over: bool) -> None:
    assert is_over(1000.0, 1000.0 + seconds, 30) is over
    assert not is_over(None, 1e12, 30)


def test_pings_of_the_editor_are_no_action_and_choosing_to_stay_is() -> None:
    assert not is_an_action("wagtailadmin_editing_sessions:ping", "POST")
    assert not is_an_action("wagtailadmin_editing_sessions:release", "POST")
    assert not is_an_action("account_session", "GET")
    assert is_an_action("account_session", "POST")
    assert is_an_action("wagtailadmin_pages:edit", "POST")


def test_after_thirty_minutes_the_next_page_is_the_sign_in_page_and_says_why(browser: Client, clock: Any) -> None:
    clock.now = NOW + 30 * MINUTE - SECOND
    assert browser.get("/admin/account/").status_code == 200
    clock.now += 30 * MINUTE
    answer = browser.get("/admin/account/")
    assert answer["Location"] == "/account/login/?next=/admin/account/"
    assert "You were signed out because nothing happened" in browser.get(answer["Location"]).content.decode()


def test_pings_do_not_keep_a_session_and_opening_a_page_does(browser: Client, clock: Any) -> None:
    for minute in range(1, 30):
        clock.now = NOW + minute * MINUTE
        browser.post(PING)
        browser.get(STATE)
    assert is_in(browser)
    clock.now = NOW + 30 * MINUTE
    browser.post(PING)
    assert not is_in(browser)


def test_a_ping_that_finds_the_session_over_says_nothing_to_the_next_page(browser: Client, clock: Any) -> None:
    clock.now = NOW + 30 * MINUTE
    browser.post(PING)
    assert "You were signed out" not in browser.get("/account/login/").content.decode()


def test_the_page_learns_how_long_it_has_and_may_choose_to_stay(browser: Client, clock: Any) -> None:
    clock.now = NOW + 28 * MINUTE
    state = browser.get(STATE).json()
    assert state["left"] == 120
    assert len(state["token"]) == 64
    assert browser.post(STATE).json()["left"] == 1800
    assert browser.get(STATE).json()["left"] == 1800


def test_staying_needs_the_key_of_forms_and_visitors_have_no_time_left(sam: Any, clock: Any, client: Client) -> None:
    assert client.get(STATE).json() == {"left": 0}
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(sam)
    assert strict.post(STATE).status_code == 403


def test_the_minutes_are_a_setting(browser: Client, clock: Any, settings: Any) -> None:
    settings.SESSION_IDLE_MINUTES = 5
    clock.now = NOW + 5 * MINUTE
    assert browser.get("/admin/account/").status_code == 302


def test_the_admin_and_the_members_screens_bring_the_notice(browser: Client) -> None:
    assert 'data-session="/account/session/"' in browser.get("/admin/account/").content.decode()


def test_signing_in_makes_a_new_session(sam: Any, client: Client) -> None:
    session = client.session
    session["mark"] = 1
    session.save()
    before = session.session_key
    client.post("/account/login/", {"login": sam.email, "password": PASSWORD})
    assert is_in(client)
    assert client.session.session_key != before


def test_changing_the_password_ends_the_other_sessions_only(sam: Any, client: Client) -> None:
    here, there = client, Client()
    for browser in (here, there):
        browser.force_login(sam)
    new = "violet kettle harbour sixteen"
    wrong = here.post("/account/password/change/", {"oldpassword": "no", "password1": new, "password2": new})
    assert "That is not your password." in wrong.content.decode()
    assert there.get(STATE).json()["left"]
    here.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert here.get(STATE).json()["left"]
    assert there.get(STATE).json() == {"left": 0}


def test_guessing_at_the_password_in_an_open_session_is_limited_too(sam: Any, client: Client) -> None:
    client.force_login(sam)
    new = "violet kettle harbour sixteen"
    for _ in range(10):
        client.post("/account/password/change/", {"oldpassword": "no", "password1": new, "password2": new})
    client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    sam.refresh_from_db()
    assert sam.check_password(PASSWORD)


@pytest.mark.parametrize(
    "address", ["/account/login/", "/account/session/", "/account/second-step/", "/admin/account/", "/admin/nothing/"]
)
def test_no_answer_of_the_admin_or_the_account_is_kept(browser: Client, address: str) -> None:
    assert browser.get(address)["Cache-Control"] == "no-store"


def test_nobody_makes_an_account_for_themselves(db: None, client: Client) -> None:
    for address in ("/account/signup/", "/account/social/signup/", "/account/email/", "/account/second-step/webauthn/signup/"):
        assert client.post(address).status_code == 404


def test_whoever_has_no_role_is_told_so_and_not_sent_round(db: None, client: Client) -> None:
    client.force_login(UserFactory())
    answer = client.get("/admin/", follow=True)
    assert answer.status_code == 403
    assert "You have no part in this yet" in answer.content.decode()


def test_signing_out_leads_to_the_sign_in_page_from_both_addresses(sam: Any, client: Client) -> None:
    for address in ("/admin/logout/", "/account/logout/"):
        client.force_login(sam)
        assert client.post(address)["Location"] == "/account/login/"
        assert not is_in(client)


def test_wagtails_sign_in_leads_to_ours_and_keeps_what_was_wanted(db: None, client: Client) -> None:
    assert client.get("/admin/login/?next=/admin/pages/")["Location"] == "/account/login/?next=%2Fadmin%2Fpages%2F"


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/"])
def test_signing_in_leads_to_this_site_only(sam: Any, client: Client, wanted: str) -> None:
    answer = client.post("/account/login/", {"login": sam.email, "password": PASSWORD, "next": wanted})
    assert answer["Location"] == "/admin/"


def test_wagtails_account_page_offers_no_password_or_address_of_its_own(browser: Client) -> None:
    words = browser.get("/admin/account/").content.decode()
    assert 'name="name_email-email"' not in words
    assert 'name="password-old_password"' not in words
    assert "/account/password/change/" in words
