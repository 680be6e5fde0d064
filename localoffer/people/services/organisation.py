"""Signing in by the organisation's own directory (OpenID Connect): who is let in, and with which roles."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from ..models import User, UserManager
from ..rules import roles_of


class NotLetIn(Exception):
    """The directory knows this person, but none of their groups has a role here, or the account is closed."""


def let_in(claims: Mapping[str, Any], *, known: User | None) -> User:
    """The person of these claims, made where there was none, with exactly those roles that the directory gives.

    ``known`` is whoever signed in with this identity before. Roles that the directory does not manage stay as they are.
    A password that the person had here ends, so that leaving the directory ends the account too.
    Raises NotLetIn; roles that the directory took away are gone then too.
    """
    email = UserManager.normalise(str(claims.get("email") or ""))
    proven = bool(email) and claims.get("email_verified") is not False
    person = known or (User.objects.filter(email=email).first() if proven else None)
    roles = roles_of(claims, settings.OIDC_GROUPS)
    with transaction.atomic():
        if person:
            person.groups.remove(*Group.objects.filter(name__in=set(settings.OIDC_GROUPS.values()) - roles))
        if roles and (person or proven) and not (person and not person.is_active):
            if person is None:
                person = User.objects.create_user(email, display_name=str(claims.get("name") or email)[:60])
            if person.has_usable_password():
                person.set_unusable_password()
                person.save(update_fields=["password"])
            person.groups.add(*Group.objects.filter(name__in=roles))
            return person
    raise NotLetIn
