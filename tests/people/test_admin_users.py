"""The admin's user pages and the account page ask for a name to show, and work."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision

from localoffer.people.models import User
from localoffer.seal.models import Award
from tests import factories
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(person: Callable[..., Any], client: Client) -> Client:
    """A browser with a superuser signed in."""
    client.force_login(person(email="boss@example.org", is_superuser=True))
    return client


def asked_for(response: Any) -> set[str]:
    """The names of what the page's forms ask."""
    soup = BeautifulSoup(response.content, "html5lib")
    return {field["name"] for field in soup.select("input[name], textarea[name], select[name]")}


def complaints(response: Any) -> str:
    soup = BeautifulSoup(response.content, "html5lib")
    return " ".join(found.get_text(" ", strip=True) for found in soup.select(".error-message, .messages"))


def test_the_create_page_asks_for_a_name_to_show_and_no_first_or_last_name(boss: Client) -> None:
    names = asked_for(boss.get(reverse("wagtailusers_users:add")))
    assert {"email", "display_name", "password1", "password2"} <= names
    assert not names & {"first_name", "last_name", "username"}


def new_person(**changes: str) -> dict[str, Any]:
    return {"email": "new@example.org", "display_name": "Noor", "password1": PASSWORD, "password2": PASSWORD} | changes


def test_a_person_made_in_the_admin_can_sign_in(boss: Client) -> None:
    group = Group.objects.create(name="Helpers")
    response = boss.post(reverse("wagtailusers_users:add"), new_person(email="New@Example.org") | {"groups": [group.pk]})
    assert response.status_code == 302
    user = User.objects.get(display_name="Noor")
    assert user.email == "new@example.org"
    assert list(user.groups.all()) == [group]
    browser = Client()
    assert browser.login(username="new@example.org", password=PASSWORD)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"display_name": ""}, "required"),
        ({"email": ""}, "required"),
        ({"email": "no address"}, "valid email"),
        ({"email": "BOSS@example.org"}, "already exists"),
        ({"password2": "another long password"}, "match"),
        ({"password1": "short", "password2": "short"}, "too short"),
    ],
)
def test_a_person_with_something_wrong_is_refused_with_the_reason(boss: Client, changes: dict[str, str], words: str) -> None:
    response = boss.post(reverse("wagtailusers_users:add"), new_person(**changes))
    assert response.status_code == 200
    assert words in complaints(response)
    assert User.objects.count() == 1


def test_a_person_can_be_changed_without_a_new_password(boss: Client, person: Callable[..., Any]) -> None:
    user = person(email="sam@example.org")
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    names = asked_for(boss.get(address))
    assert {"email", "display_name", "is_active"} <= names
    assert not names & {"first_name", "last_name"}
    response = boss.post(address, {"email": "sam@example.org", "display_name": "Sami", "password1": "", "password2": ""})
    assert response.status_code == 302
    user.refresh_from_db()
    assert (user.display_name, user.is_active) == ("Sami", False)
    assert user.check_password(PASSWORD)


def test_all_people_are_listed(boss: Client, person: Callable[..., Any]) -> None:
    person(email="sam@example.org", display_name="Samira")
    soup = BeautifulSoup(boss.get(reverse("wagtailusers_users:index")).content, "html5lib")
    listed = soup.select_one("table.listing").get_text(" ", strip=True)
    assert "Samira" in listed
    assert "boss@example.org" in listed


def test_people_are_found_by_their_name_to_show(boss: Client, person: Callable[..., Any]) -> None:
    person(email="sam@example.org", display_name="Samira")
    person(email="other@example.org", display_name="Jo")
    soup = BeautifulSoup(boss.get(reverse("wagtailusers_users:index"), {"q": "Samira"}).content, "html5lib")
    listed = soup.select_one("table.listing").get_text(" ", strip=True)
    assert "Samira" in listed
    assert "other@example.org" not in listed


def test_a_person_can_be_deleted_by_somebody_else(boss: Client, person: Callable[..., Any]) -> None:
    user = person(email="sam@example.org")
    assert boss.post(reverse("wagtailusers_users:delete", args=[user.pk])).status_code == 302
    assert not User.objects.filter(pk=user.pk).exists()


def test_deleting_a_person_keeps_what_they_did_and_takes_their_name_away(
    boss: Client, person: Callable[..., Any], home: Any
) -> None:
    user = person(email="sam@example.org", display_name="Sam Who Left")
    page = factories.InformationPageFactory(parent=home)
    revision = page.save_revision(user=user, log_action=True)
    award = factories.AwardFactory(listing=page, recorded_by=user)
    assert "Sam Who Left" in boss.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    boss.post(reverse("wagtailusers_users:delete", args=[user.pk]), follow=True)  # the page after it says who was deleted
    assert Revision.objects.get(pk=revision.pk).user is None
    assert Award.objects.get(pk=award.pk).recorded_by is None
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit").exists()
    assert "Sam Who Left" not in boss.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()


def test_the_account_page_changes_ones_own_name(boss: Client) -> None:
    address = reverse("wagtailadmin_account")
    page = boss.get(address)
    names = asked_for(page)
    assert "name_email-display_name" in names
    assert not any(name.endswith(("first_name", "last_name")) for name in names)
    soup = BeautifulSoup(page.content, "html5lib")
    form = {field["name"]: field.get("value", "") for field in soup.select("form input[name]") if field.get("type") != "file"}
    form |= {"name_email-display_name": "The boss", "name_email-email": " Boss@Example.org"}
    form |= {select["name"]: "" for select in soup.select("form select[name]")}
    form["theme-theme"], form["theme-density"], form["theme-contrast"] = "system", "default", "system"
    response = boss.post(address, form)
    assert response.status_code == 302, complaints(response)
    assert list(User.objects.values_list("display_name", "email")) == [("The boss", "boss@example.org")]


def test_every_admin_page_greets_by_the_name_to_show(boss: Client) -> None:
    User.objects.update(display_name="Bo Boss")
    soup = BeautifulSoup(boss.get(reverse("wagtailadmin_home")).content, "html5lib")
    assert "Bo Boss" in soup.decode()
