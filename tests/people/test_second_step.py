"""Whoever can publish needs a code or a passkey; whoever cannot does not."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from localoffer.people.checks import second_step_is_asked_for
from localoffer.people.roles import ROLES
from tests.factories import PASSWORD, UserFactory

NEED_IT = {"Site administrators", "Directory editors", "Communications staff", "Forum supporters"}
SIGN_IN, CODE, SECOND = "/account/login/", "/account/second-step/authenticate/", "/account/second-step/"


@pytest.fixture(autouse=True)
def asked_for(settings: Any) -> None:
    settings.REQUIRE_SECOND_STEP = True


@pytest.fixture
def sam(db: None) -> Any:
    return UserFactory(email="sam@example.org", is_superuser=True)


@pytest.fixture
def secret(sam: Any) -> str:
    """Sam has an app with this key, and spare codes."""
    key = totp.generate_totp_secret()
    totp.TOTP.activate(sam, key)
    RecoveryCodes.activate(sam)
    return key


@pytest.fixture
def code(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], str]]:
    def now(secret: str, steps: int = 0) -> str:
        counter = next(iter(totp.yield_hotp_counters_from_time())) + steps
        return totp.format_hotp_value(totp.hotp_value(secret, counter))

    return now  # type: ignore[return-value]


def sign_in(client: Client, password: str = PASSWORD, **more: Any) -> Any:
    return client.post(SIGN_IN, {"login": "sam@example.org", "password": password}, **more)


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


# --- Who needs it -----------------------------------------------------------------------------


def test_every_role_that_can_publish_needs_it_and_no_other(site_tree: Any, person: Callable[..., Any]) -> None:
    needing = {role.name for role in ROLES if person(role).must_have_second_step()}
    assert needing == NEED_IT


def test_whoever_can_make_people_needs_it_and_whoever_has_no_role_does_not(db: None) -> None:
    from django.contrib.auth.models import Permission

    ari = UserFactory()
    assert not ari.must_have_second_step()
    makers = Group.objects.create(name="Makers")
    makers.permissions.add(Permission.objects.get(codename="change_user", content_type__app_label="people"))
    ari.groups.add(makers)
    assert ari.must_have_second_step()


# --- Without one nothing answers --------------------------------------------------------------


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/users/", "/admin/account/", "/admin/reports/locked/"])
def test_without_one_the_admin_leads_to_setting_it_up(sam: Any, client: Client, address: str) -> None:
    client.force_login(sam)
    for answer in (client.get(address), client.post(address)):
        assert (answer.status_code, answer["Location"]) == (302, SECOND)


def test_with_one_or_with_the_setting_off_the_admin_answers(sam: Any, client: Client, settings: Any) -> None:
    client.force_login(sam)
    settings.REQUIRE_SECOND_STEP = False
    assert client.get("/admin/users/").status_code == 200
    settings.REQUIRE_SECOND_STEP = True
    assert client.get("/admin/users/").status_code == 302
    totp.TOTP.activate(sam, totp.generate_totp_secret())
    assert client.get("/admin/users/").status_code == 200


def test_spare_codes_alone_are_no_second_step(sam: Any, client: Client) -> None:
    RecoveryCodes.activate(sam)
    client.force_login(sam)
    assert client.get("/admin/users/")["Location"] == SECOND


def test_a_member_of_the_forum_signs_in_with_a_password_alone(site_tree: Any, person: Callable[..., Any], client: Client) -> None:
    from localoffer.people.roles import FORUM_MEMBER

    person(FORUM_MEMBER, email="sam@example.org")
    assert sign_in(client)["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_only_a_demonstration_may_do_without(settings: Any) -> None:
    settings.REQUIRE_SECOND_STEP, settings.DEMONSTRATION = False, False
    assert [found.id for found in second_step_is_asked_for(None)] == ["localoffer.E006"]
    settings.DEMONSTRATION = True
    assert second_step_is_asked_for(None) == []
    settings.REQUIRE_SECOND_STEP, settings.DEMONSTRATION = True, False
    assert second_step_is_asked_for(None) == []


# --- Setting it up, and signing in with it ----------------------------------------------------


def test_an_app_is_set_up_right_after_signing_in_and_gives_spare_codes(sam: Any, client: Client, code: Any) -> None:
    assert sign_in(client)["Location"] == "/admin/"
    page = client.get(reverse("mfa_activate_totp"))
    assert page.status_code == 200
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    assert " style=" not in page.context["totp_svg"]
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000" if code(secret) != "000000" else "111111"})
    assert "That code is not right." in wrong.content.decode()
    done = client.post(reverse("mfa_activate_totp"), {"code": code(secret)}, follow=True)
    assert len(done.context["unused_codes"]) == 10
    assert client.get("/admin/users/").status_code == 200


def test_the_password_alone_does_not_sign_in_and_the_code_does(sam: Any, secret: str, client: Client, code: Any) -> None:
    assert sign_in(client, headers={})["Location"] == CODE
    assert not is_in(client)
    client.post(CODE, {"code": "12"})
    assert not is_in(client)
    before = client.session.session_key
    assert client.post(CODE, {"code": code(secret)})["Location"] == "/admin/"
    assert is_in(client)
    assert client.session.session_key != before


def test_a_code_of_five_minutes_ago_does_not_sign_in(sam: Any, secret: str, client: Client, code: Any) -> None:
    sign_in(client)
    client.post(CODE, {"code": code(secret, steps=-10)})
    assert not is_in(client)


def test_a_spare_code_works_once(sam: Any, secret: str) -> None:
    spare = Authenticator.objects.get(user=sam, type="recovery_codes").wrap().get_unused_codes()[0]
    for works in (True, False):
        browser = Client()
        sign_in(browser)
        browser.post(CODE, {"code": spare})
        assert is_in(browser) is works


def test_after_ten_wrong_codes_the_right_one_waits_though_the_password_is_typed_again(sam: Any, secret: str, code: Any) -> None:
    for number in range(11):
        browser = Client(REMOTE_ADDR=f"203.0.113.{number}")
        sign_in(browser)
        if number < 10:
            browser.post(CODE, {"code": "12"})
        else:
            said = browser.post(CODE, {"code": code(secret)})
            assert "10 wrong codes. Wait 5 minutes" in said.content.decode()
            assert not is_in(browser)


def test_after_nine_wrong_codes_the_right_one_signs_in(sam: Any, secret: str, client: Client, code: Any) -> None:
    sign_in(client)
    for _ in range(9):
        client.post(CODE, {"code": "12"})
    client.post(CODE, {"code": code(secret)})
    assert is_in(client)


def test_the_last_one_stays_with_whoever_must_have_one(sam: Any, secret: str, client: Client) -> None:
    sign_in(client)
    client.force_login(sam)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": 9e9, "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(sam.pk)
    session.save()
    said = client.post(reverse("mfa_deactivate_totp"))
    assert "You cannot take this away" in said.content.decode()
    assert Authenticator.objects.filter(user=sam, type="totp").exists()
    Authenticator.objects.create(user=sam, type="webauthn", data={"name": "Key"})
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert not Authenticator.objects.filter(user=sam, type="totp").exists()


def test_an_old_session_shows_once_more_who_it_is_before_it_changes_the_second_step(sam: Any, client: Client) -> None:
    client.force_login(sam)
    assert client.get(reverse("mfa_activate_totp"))["Location"].startswith("/account/reauthenticate/")


# --- Losing it --------------------------------------------------------------------------------


def test_the_command_takes_it_away_and_writes_that_down(sam: Any, secret: str, client: Client, capsys: Any) -> None:
    call_command("reset_second_step", "SAM@example.org")
    assert "asks for a new second step" in capsys.readouterr().out
    assert not Authenticator.objects.filter(user=sam).exists()
    assert ModelLogEntry.objects.filter(object_id=str(sam.pk), label__contains="Second step").exists()
    sign_in(client)
    assert client.get("/admin/users/")["Location"] == SECOND


def test_the_command_says_when_nobody_signs_in_with_that_address(db: None) -> None:
    with pytest.raises(CommandError, match="Nobody signs in with that address"):
        call_command("reset_second_step", "nobody@example.org")
