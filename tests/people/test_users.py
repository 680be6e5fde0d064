"""Who signs in: by e-mail address, with a name to show and no first or last name."""

import pytest
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import IntegrityError, transaction

from localoffer.people.models import User, UserManager
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["sam@example.org", "Sam@Example.ORG", "  sam@example.org ", "\tSAM@EXAMPLE.ORG\n"])
def test_an_address_is_the_same_in_capitals_and_with_spaces(typed: str) -> None:
    assert UserManager.normalise(typed) == "sam@example.org"


def test_a_new_user_has_the_normal_address_and_a_hidden_password() -> None:
    user = User.objects.create_user(" Sam@Example.org", PASSWORD, display_name="Sam")
    assert user.email == "sam@example.org"
    assert PASSWORD not in user.password
    assert user.check_password(PASSWORD)
    assert (user.is_superuser, user.is_active) == (False, True)


def test_a_user_is_found_however_the_address_is_typed() -> None:
    user = UserFactory(email="sam@example.org")
    assert User.objects.get_by_natural_key(" SAM@example.org ") == user
    with pytest.raises(User.DoesNotExist):
        User.objects.get_by_natural_key("sammy@example.org")
    with pytest.raises(User.DoesNotExist):
        User.objects.get_by_natural_key(None)


def test_a_user_needs_an_address() -> None:
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("", PASSWORD)


def test_two_users_cannot_have_the_same_address() -> None:
    UserFactory(email="sam@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="SAM@example.org")


def test_the_same_address_in_capitals_is_refused_by_validation_too() -> None:
    UserFactory(email="sam@example.org")
    twin = User(email="SAM@example.org", display_name="Sam", password="x")
    with pytest.raises(ValidationError) as refusal:
        twin.full_clean()
    assert set(refusal.value.message_dict) == {"email"}


@pytest.mark.parametrize("name", ["first_name", "last_name", "username"])
def test_no_first_or_last_name_is_stored(name: str) -> None:
    with pytest.raises(FieldDoesNotExist):
        User._meta.get_field(name)


def test_people_are_called_by_their_name_to_show() -> None:
    user = User(email="sam@example.org", display_name="Sam")
    assert [str(user), user.get_full_name(), user.get_short_name(), user.first_name] == ["Sam"] * 4
    assert str(User(email="sam@example.org")) == "sam@example.org"


@pytest.mark.parametrize(("is_superuser", "is_active", "staff"), [(True, True, True), (True, False, False), (False, True, False)])
def test_only_active_superusers_are_staff(is_superuser: bool, is_active: bool, staff: bool) -> None:
    assert User(is_superuser=is_superuser, is_active=is_active).is_staff is staff


def test_the_first_superuser_is_one() -> None:
    assert User.objects.create_superuser("root@example.org", PASSWORD, display_name="Root").is_superuser
