"""The forms of signing in, by django-allauth, with limits and words of our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, ClassVar

from allauth.account import forms as account_forms
from allauth.core import context
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..limits import Limit, address_of
from ..models import UserManager
from ..services import send_reset_letter

RESET_LIMIT = Limit("password-reset", tries=3, within=timedelta(hours=1))
FIVE_MINUTES = timedelta(minutes=5)
ADDRESS_LIMIT = Limit("sign-in-address", tries=10, within=FIVE_MINUTES)
PASSWORD_LIMIT = Limit("sign-in-account", tries=10, within=FIVE_MINUTES)
# One of its own: whoever knows the password must not get new tries at the code by typing the password again.
CODE_LIMIT = Limit("second-step-account", tries=10, within=FIVE_MINUTES)
TOO_MANY = _("That was 10 wrong tries. Wait 5 minutes, then try again, or choose “Forgotten your password?”.")
TOO_MANY_CODES = _("That was 10 wrong codes. Wait 5 minutes, then try again.")


@contextmanager
def one_guess(limit: Limit, account: str, *, said: Promise) -> Iterator[None]:
    """Around the checking of a password or code. Raises ValidationError, before it is checked, after too many wrong ones."""
    now = timezone.now()
    tries = [(limit, account), (ADDRESS_LIMIT, address_of(context.request))]
    if any(one.is_reached(who, now=now) for one, who in tries):
        raise forms.ValidationError(said, code="too_many_tries")
    try:
        yield
    except forms.ValidationError:
        for one, who in tries:
            one.note(who, now=now)
        raise
    limit.forgive(account, now=now)


class PlainFields(forms.Form):
    """Labels in our words; nothing stands in the fields before somebody types."""

    use_required_attribute = False
    labels: ClassVar[dict[str, Any]] = {}
    hints: ClassVar[dict[str, Any]] = {}
    missing: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            if name in self.missing:
                field.error_messages["required"] = self.missing[name]


NEW_PASSWORD: dict[str, Any] = {"password1": _("New password"), "password2": _("The new password again")}
PASSWORD_HINT = {"password1": _("15 letters or more. Four or five words that do not belong together are good.")}
NO_PASSWORD = _("Type your password.")
NO_CODE = _("Type the code.")
NO_NEW = {"password1": _("Type a new password."), "password2": _("Type the new password again.")}


class SignInForm(PlainFields, account_forms.LoginForm):
    """E-mail address and password. Waits after 10 wrong ones in 5 minutes for an account or an address."""

    labels: ClassVar = {"login": _("E-mail address"), "password": _("Password")}
    missing: ClassVar = {"login": _("Type your e-mail address."), "password": NO_PASSWORD}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages["invalid"] = _("Write the e-mail address in full, like name@example.org.")

    def clean(self) -> dict[str, Any]:
        # A form without a password is no try, and must not wipe out the wrong ones.
        if self.errors:
            return self.cleaned_data
        with one_guess(PASSWORD_LIMIT, UserManager.normalise(self.cleaned_data["login"]), said=TOO_MANY):
            return super().clean()


class ConfirmByPasswordForm(PlainFields, account_forms.ReauthenticateForm):
    """The password once more, before something that matters."""

    labels: ClassVar = {"password": _("Password")}
    missing: ClassVar = {"password": NO_PASSWORD}

    def clean_password(self) -> str:
        with one_guess(PASSWORD_LIMIT, self.user.email, said=TOO_MANY):
            return super().clean_password()


class ChangePasswordForm(PlainFields, account_forms.ChangePasswordForm):
    labels: ClassVar = {"oldpassword": _("Your password now"), **NEW_PASSWORD}
    hints: ClassVar = PASSWORD_HINT
    missing: ClassVar = {"oldpassword": NO_PASSWORD, **NO_NEW}

    def clean_oldpassword(self) -> str:
        with one_guess(PASSWORD_LIMIT, self.user.email, said=TOO_MANY):
            return super().clean_oldpassword()


class NewPasswordForm(PlainFields, account_forms.ResetPasswordKeyForm):
    labels: ClassVar = NEW_PASSWORD
    hints: ClassVar = PASSWORD_HINT
    missing: ClassVar = NO_NEW


class ForgottenPasswordForm(PlainFields, account_forms.ResetPasswordForm):
    """Sends at most 3 letters an hour to an account or for an address; the answer is always the same.

    Whether there is such an account is looked up in the background, so that the time of the answer tells nothing.
    """

    labels: ClassVar = {"email": _("E-mail address")}
    missing: ClassVar = {"email": _("Type your e-mail address.")}

    def clean_email(self) -> str:
        return UserManager.normalise(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        now = timezone.now()
        email: str = self.cleaned_data["email"]
        who = [email, address_of(request)]
        if not any(RESET_LIMIT.is_reached(one, now=now) for one in who):
            for one in who:
                RESET_LIMIT.note(one, now=now)
            send_reset_letter.enqueue(email)
        return email


class CodeForm(PlainFields, mfa_forms.AuthenticateForm):
    """The code of the second step, from the app or from the list of spare codes."""

    labels: ClassVar = {"code": _("Code")}
    missing: ClassVar = {"code": NO_CODE}

    def clean_code(self) -> str:
        with one_guess(CODE_LIMIT, self.user.email, said=TOO_MANY_CODES):
            return super().clean_code()


class ConfirmByCodeForm(PlainFields, mfa_forms.ReauthenticateForm):
    labels: ClassVar = {"code": _("Code")}
    missing: ClassVar = {"code": NO_CODE}

    def clean_code(self) -> str:
        with one_guess(CODE_LIMIT, self.user.email, said=TOO_MANY_CODES):
            return super().clean_code()


class ActivateCodeForm(PlainFields, totp_forms.ActivateTOTPForm):
    labels: ClassVar = {"code": _("The six figures that the app shows")}
    missing: ClassVar = {"code": NO_CODE}
