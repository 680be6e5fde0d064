"""A consent is seen only by those who keep or link them: on every road through the admin, and never in public."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from localoffer.media.models import Consent
from localoffer.people.roles import (
    COMMUNICATIONS,
    DIRECTORY_EDITOR,
    FORUM_MEMBER,
    FORUM_SUPPORTER,
    READER,
    SITE_ADMINISTRATOR,
    TRANSLATOR,
    Role,
)
from tests import factories
from tests.pages.ground import image_block

pytestmark = pytest.mark.django_db
NAME = "Zephyrine"  # stands nowhere but in the consent
NEVER = (FORUM_MEMBER, READER, TRANSLATOR)
ONLY_SEE = (DIRECTORY_EDITOR, COMMUNICATIONS)
KEEP = (SITE_ADMINISTRATOR, FORUM_SUPPORTER)
SNIPPET = "wagtailsnippets_media_consent"
CHOOSER = "wagtailsnippetchoosers_media_consent"


@pytest.fixture
def consent(site_tree: dict[str, Any]) -> Consent:
    return factories.ConsentFactory(
        display_name=NAME, how_given="Form in the green folder", ends_on=timezone.localdate() + timedelta(days=5)
    )


@pytest.fixture
def picture(consent: Consent) -> Any:
    return factories.CustomImageFactory(title="Our trip", shows_people=True, consent=consent)


def roads(consent: Consent) -> list[str]:
    """Each address of the admin that could name a consent."""
    pk = [consent.pk]
    own = [reverse(f"{SNIPPET}:{name}") for name in ("list", "list_results", "add")]
    of_one = [reverse(f"{SNIPPET}:{name}", args=pk) for name in ("edit", "delete", "usage", "history", "history_results")]
    choosing = [
        "/admin/snippets/choose/media/consent/",
        "/admin/snippets/choose/media/consent/results/",
        f"/admin/snippets/choose/media/consent/chosen/{consent.pk}/",
        f"/admin/snippets/choose/media/consent/chosen-multiple/?id={consent.pk}",
    ]
    more = [
        reverse("consent_take_back", args=pk),
        reverse("consent_taken_back", args=pk),
        f"{own[0]}?q={NAME}",
        f"{own[0]}?state=ending",
        f"{own[0]}?export=csv",
        f"{own[0]}?export=xlsx",
        f"/admin/bulk/media/consent/delete/?id={consent.pk}",
        "/admin/bulk/media/consent/delete/?id=all",
    ]
    return own + of_one + choosing + more


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", NEVER, ids=lambda role: role.name)
def test_who_has_nothing_to_do_with_consents_gets_none_by_any_address(
    consent: Consent, picture: Any, person: Callable[..., Any], role: Role
) -> None:
    client = client_of(person(role))
    for address in roads(consent):
        for response in (client.get(address), client.get(address, headers={"X-Requested-With": "XMLHttpRequest"})):
            assert response.status_code in (302, 403), address
            said = response.content.decode().replace(f"?q={NAME}", "")  # the link to this answer in large print
            assert NAME not in said, address


@pytest.mark.parametrize("role", NEVER, ids=lambda role: role.name)
def test_nor_by_sending_a_form(consent: Consent, person: Callable[..., Any], role: Role) -> None:
    client = client_of(person(role))
    answers = {"withdrawn_on": str(timezone.localdate()), "display_name": "Changed"}
    for address in roads(consent):
        response = client.post(address, answers)
        assert response.status_code in (302, 403, 405), address
        assert NAME not in response.content.decode(), address
    assert Consent.objects.get().display_name == NAME
    assert Consent.objects.get().withdrawn_on is None


ELSEWHERE = [
    "/admin/",
    "/admin/images/",
    "/admin/images/chooser/",
    "/admin/images/?q=Zephyrin",
    "/admin/pages/search/?q=Zephyrin",
    "/admin/snippets/",
    "/admin/reports/site-history/",
    "/admin/reports/site-history/?object_type=",
    "/admin/reports/workflow/",
    "/admin/api/main/images/",
    "/admin/api/main/images/?fields=*",
    "/admin/api/main/documents/",
    "/admin/api/main/pages/?fields=*",
    "/admin/api/main/consents/",
    "/admin/api/main/snippets/",
]


@pytest.mark.parametrize("role", [*NEVER, FORUM_SUPPORTER], ids=lambda role: role.name)
def test_no_other_page_of_the_admin_names_one(consent: Consent, picture: Any, person: Callable[..., Any], role: Role) -> None:
    keeper = client_of(person(FORUM_SUPPORTER, email="keeper@example.org"))
    today = str(timezone.localdate())
    keeper.post(reverse("consent_take_back", args=[consent.pk]), {"withdrawn_on": today})
    client = client_of(person(role))
    own = [f"/admin/api/main/images/{picture.pk}/?fields=*", f"/admin/images/{picture.pk}/", f"/admin/images/usage/{picture.pk}/"]
    for address in [*ELSEWHERE, *own]:
        response = client.get(address)
        assert response.status_code < 500
        if role in NEVER or "/api/" in address:
            said = response.content.decode().replace(f"?q={NAME}", "")  # the link to this answer in large print
            assert NAME not in said, address
            assert "green folder" not in response.content.decode(), address


@pytest.mark.parametrize("role", ONLY_SEE, ids=lambda role: role.name)
def test_who_links_pictures_sees_the_list_and_changes_nothing(consent: Consent, person: Callable[..., Any], role: Role) -> None:
    client = client_of(person(role))
    assert NAME in client.get(reverse(f"{SNIPPET}:list")).content.decode()
    assert client.get(reverse(f"{SNIPPET}:edit", args=[consent.pk])).status_code == 302
    answers = {"withdrawn_on": str(timezone.localdate())}
    for name in ("consent_take_back", "consent_taken_back"):
        response = client.post(reverse(name, args=[consent.pk]), answers)
        assert response.status_code == 403
        assert NAME not in response.content.decode()
    assert Consent.objects.get().withdrawn_on is None


@pytest.mark.parametrize("role", KEEP, ids=lambda role: role.name)
def test_who_keeps_them_opens_each(consent: Consent, person: Callable[..., Any], role: Role) -> None:
    client = client_of(person(role))
    for name in ("edit", "history", "usage", "delete"):
        assert client.get(reverse(f"{SNIPPET}:{name}", args=[consent.pk])).status_code == 200
    assert client.get(reverse("consent_take_back", args=[consent.pk])).status_code == 200


def test_consents_are_never_deleted_many_at_once(consent: Consent, person: Callable[..., Any]) -> None:
    client = client_of(person(SITE_ADMINISTRATOR, is_superuser=True))
    assert client.post(f"/admin/bulk/media/consent/delete/?id={consent.pk}").status_code == 403
    assert Consent.objects.exists()
    topic = factories.TopicFactory()
    assert client.get(f"/admin/bulk/directory/topic/delete/?id={topic.pk}").status_code == 200


def test_a_consent_that_a_picture_rests_on_is_not_deleted(consent: Consent, picture: Any, person: Callable[..., Any]) -> None:
    client = client_of(person(FORUM_SUPPORTER))
    assert client.post(reverse(f"{SNIPPET}:delete", args=[consent.pk])).status_code < 500
    assert Consent.objects.exists()


def test_nobody_signed_in_sees_anything(consent: Consent) -> None:
    for address in roads(consent):
        response = Client().get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/account/login/")


def test_nothing_of_a_consent_is_in_a_public_page(consent: Consent, picture: Any, site_tree: dict[str, Any]) -> None:
    page = factories.YouthPageFactory(parent=site_tree["youth"], picture=picture, body=json.dumps([image_block(picture)]))
    for address in (page.get_url(), site_tree["youth"].get_url(), site_tree["home"].get_url(), f"/search/?q={NAME}"):
        html = Client().get(address).content.decode().replace(f"q={NAME}", "").replace(f'value="{NAME}"', "")
        assert "green folder" not in html
        assert "search" in address or NAME not in html


@pytest.mark.parametrize(
    ("state", "seen"), [("live", "Lena"), ("ending", "Enno"), ("ended", "Olga"), ("taken_back", "Tom"), ("later", "Nils")]
)
def test_the_list_is_narrowed_to_a_state(site_tree: dict[str, Any], person: Callable[..., Any], state: str, seen: str) -> None:
    today, day = timezone.localdate(), timedelta(days=1)
    factories.ConsentFactory(display_name="Lena", ends_on=today + 90 * day)
    factories.ConsentFactory(display_name="Enno", ends_on=today + 9 * day)
    factories.ConsentFactory(display_name="Olga", ends_on=today - day)
    factories.ConsentFactory(display_name="Tom", ends_on=today + 90 * day, withdrawn_on=today)
    factories.ConsentFactory(display_name="Nils", given_on=today + day, ends_on=today + 90 * day)
    html = client_of(person(FORUM_SUPPORTER)).get(reverse(f"{SNIPPET}:list"), {"state": state}).content.decode()
    assert {name for name in ("Lena", "Enno", "Olga", "Tom", "Nils") if name in html} == {seen}


def test_a_state_that_is_none_breaks_nothing(consent: Consent, person: Callable[..., Any]) -> None:
    assert client_of(person(FORUM_SUPPORTER)).get(reverse(f"{SNIPPET}:list"), {"state": "\x00"}).status_code == 200
