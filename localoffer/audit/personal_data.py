"""The accounts, and what the log says about them."""

from datetime import datetime
from functools import partial
from typing import Any

from allauth.socialaccount.models import SocialAccount
from wagtail.log_actions import registry as logs
from wagtail.models import ModelLogEntry, Page

from localoffer.people.models import User, UserManager

from .registry import Held, exempt, is_address, register

ONLY_ADMINISTRATOR = "The only administrator. Make somebody else one first."
WHAT_STAYS = (
    "What this person published stays, without the account. What the log says they did stays, under a number in place of "
    "the name, until the time for keeping it is over."
)


def held(asked: str) -> list[Held]:
    found = User.objects.filter(email=UserManager.normalise(asked)) if is_address(asked) else _named(asked)
    return [
        Held(
            key=f"people.user:{user.pk}",
            what=f"Account: {user.display_name or user.pk}",
            data=_data(user),
            erase=None if _is_last_administrator(user) else partial(_erase, user.pk),
            why=ONLY_ADMINISTRATOR if _is_last_administrator(user) else WHAT_STAYS,
        )
        for user in found
    ]


def _named(name: str) -> Any:
    return User.objects.filter(display_name__iexact=name)


def _data(user: User) -> dict[str, Any]:
    entries = [entry for log in logs.get_log_entry_models() for entry in log.objects.filter(user_id=user.pk).values_list(*LOGGED)]
    return {
        "e-mail": user.email,
        "name to show": user.display_name,
        "may sign in": user.is_active,
        "joined": user.date_joined,
        "last signed in": user.last_login,
        "groups": sorted(user.groups.values_list("name", flat=True)),
        "pages": list(Page.objects.filter(owner=user).values_list("title", flat=True)),
        "from the organisation’s directory": list(
            SocialAccount.objects.filter(user=user).values("uid", "date_joined", "last_login", "extra_data")
        ),
        "in the log": sorted(entries),
    }


LOGGED = ("timestamp", "action", "label")


def _is_last_administrator(user: User) -> bool:
    return user.is_superuser and not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists()


def _erase(number: int, now: datetime) -> None:
    user = User.objects.get(pk=number)
    about = ModelLogEntry.objects.for_instance(user)
    about.update(label=f"Account {number}, erased")
    user.delete()


register(
    "accounts",
    find=held,
    fields=["people.User.email", "people.User.display_name", "socialaccount.SocialAccount.extra_data"],
)
exempt("account.EmailAddress.email", "the sign-in's copy of an account's address, which goes with the account")
exempt("people.Attempt.who", "a keyed hash that changes each day and is deleted after a day: nobody can be found by it")
