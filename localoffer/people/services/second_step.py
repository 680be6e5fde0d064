"""For whoever lost the telephone and the spare codes."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from wagtail.log_actions import log

from ..models import User, UserManager


class NobodyThere(Exception):
    """Nobody signs in with that address."""


@transaction.atomic
def reset_second_step(email: str) -> int:
    """Takes away the app, the passkeys and the spare codes of somebody, and writes it in the log. Says how many there were.

    At the next sign-in the password is enough to set up a new second step. Raises NobodyThere.
    """
    person = User.objects.filter(email=UserManager.normalise(email)).first()
    if person is None:
        raise NobodyThere
    there = Authenticator.objects.filter(user=person)
    number = there.count()
    there.delete()
    log(instance=person, action="wagtail.edit", title=f"Second step of {person} taken away")
    return number
