"""Signing in by the organisation's directory: who is let in, and with which roles."""

from types import SimpleNamespace
from typing import Any

import pytest
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth.models import AnonymousUser, Group
from django.test import RequestFactory

from localoffer.people.adapters import OrganisationAdapter
from localoffer.people.middleware import has_second_step
from localoffer.people.models import User
from localoffer.people.rules import roles_of
from localoffer.people.services import NotLetIn, let_in
from tests.factories import UserFactory

SAM = {"email": "Sam@Example.org", "email_verified": True, "name": "Sam"}


@pytest.fixture(autouse=True)
def groups(db: None, settings: Any) -> None:
    settings.OIDC_GROUPS = {"web-team": "Editors here", "readers": "Readers here"}
    for name in ("Editors here", "Readers here", "By hand"):
        Group.objects.create(name=name)


def roles(person: User) -> set[str]:
    return set(person.groups.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ({"groups": ["a", "x"]}, {"A"}),
        ({"roles": ["b"]}, {"B"}),
        ({"groups": "a", "roles": ["b"]}, {"A", "B"}),
        ({"hd": "example.gov.uk"}, {"D"}),
        ({"hd": "gmail.com"}, set()),
        ({"groups": ["A", "ab", ""]}, set()),
        ({"groups": None}, set()),
        ({}, set()),
    ],
    ids=["groups", "roles", "both", "domain", "another domain", "others", "none", "nothing"],
)
def test_groups_give_the_roles_that_the_setting_names(claims: dict[str, Any], found: set[str]) -> None:
    assert roles_of(claims, {"a": "A", "b": "B", "domain:example.gov.uk": "D"}) == found


def test_somebody_new_with_a_known_group_gets_an_account_with_its_role_and_no_password() -> None:
    person = let_in(SAM | {"groups": ["web-team"]}, known=None)
    assert (person.email, person.display_name, roles(person)) == ("sam@example.org", "Sam", {"Editors here"})
    assert not person.has_usable_password()
    assert not person.is_superuser


@pytest.mark.parametrize(
    "more", [{}, {"groups": ["others"]}, {"groups": ["web-team"], "email": ""}], ids=["none", "unknown", "no address"]
)
def test_no_account_is_made_without_a_known_group_and_an_address(more: dict[str, Any]) -> None:
    with pytest.raises(NotLetIn):
        let_in(SAM | more, known=None)
    assert not User.objects.exists()


def test_an_address_that_the_directory_does_not_vouch_for_opens_no_account() -> None:
    UserFactory(email="sam@example.org", is_superuser=True)
    with pytest.raises(NotLetIn):
        let_in(SAM | {"groups": ["web-team"], "email_verified": False}, known=None)


def test_a_role_taken_away_in_the_directory_goes_and_one_given_by_hand_stays() -> None:
    person = let_in(SAM | {"groups": ["web-team", "readers"]}, known=None)
    person.groups.add(Group.objects.get(name="By hand"))
    let_in(SAM | {"groups": ["readers"]}, known=person)
    assert roles(person) == {"Readers here", "By hand"}
    with pytest.raises(NotLetIn):
        let_in(SAM | {"groups": []}, known=person)
    assert roles(person) == {"By hand"}


def test_an_account_from_before_is_taken_over_with_its_address_and_its_password_ends() -> None:
    before = UserFactory(email="sam@example.org")
    person = let_in(SAM | {"groups": ["readers"]}, known=None)
    assert person == before
    assert not person.has_usable_password()


def test_whoever_is_known_stays_the_same_person_when_the_address_changes() -> None:
    person = let_in(SAM | {"groups": ["readers"]}, known=None)
    assert let_in(SAM | {"groups": ["readers"], "email": "new@example.org"}, known=person) == person
    assert User.objects.count() == 1


def test_a_closed_account_stays_closed() -> None:
    UserFactory(email="sam@example.org", is_active=False)
    with pytest.raises(NotLetIn):
        let_in(SAM | {"groups": ["readers"]}, known=None)


# --- What allauth asks ------------------------------------------------------------------------


def login(process: str, **claims: Any) -> Any:
    made: list[Any] = []
    return SimpleNamespace(
        account=SimpleNamespace(extra_data={"id_token": SAM | claims}),
        is_existing=False,
        state={"process": process},
        connect=lambda request, person: made.append(person),
        made=made,
    )


def test_a_known_group_is_joined_to_its_account(rf: RequestFactory) -> None:
    asked = login("login", groups=["readers"])
    OrganisationAdapter().pre_social_login(rf.get("/"), asked)
    assert [person.email for person in asked.made] == ["sam@example.org"]


@pytest.mark.parametrize(("process", "groups"), [("login", ["others"]), ("connect", ["readers"])], ids=["unknown", "joining"])
def test_whoever_is_not_let_in_is_told_why(home: Any, rf: RequestFactory, process: str, groups: list[str]) -> None:
    request = rf.get("/")
    request.user = AnonymousUser()
    asked = login(process, groups=groups)
    with pytest.raises(ImmediateHttpResponse) as refused, context.request_context(request):
        OrganisationAdapter().pre_social_login(request, asked)
    assert refused.value.response.status_code == 403
    assert "You are not let in" in refused.value.response.content.decode()
    assert asked.made == []


@pytest.mark.parametrize("trusted", [True, False], ids=["trusted", "not trusted"])
def test_the_organisations_own_second_step_counts_only_when_the_setting_says_so(
    rf: RequestFactory, settings: Any, trusted: bool
) -> None:
    settings.OIDC_SECOND_STEP = trusted
    request = rf.get("/")
    request.user = UserFactory()
    request.session = {
        "account_authentication_methods_user": str(request.user.pk),
        "account_authentication_methods": [{"method": "socialaccount", "at": 1.0}],
    }
    assert has_second_step(request) is trusted
    request.session["account_authentication_methods"] = [{"method": "password", "at": 1.0}]
    assert not has_second_step(request)


def test_the_button_is_there_when_a_directory_is_set(client: Any, settings: Any) -> None:
    assert "Sign in with" not in client.get("/account/login/").content.decode()
    settings.OIDC_ISSUER, settings.OIDC_NAME = "https://login.example.org", "your council account"
    assert "Sign in with your council account" in client.get("/account/login/").content.decode()
