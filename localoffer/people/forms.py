from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.forms.account import NameEmailForm as WagtailNameEmailForm
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm

from .limits import Limit, address_of
from .models import User, UserManager

RESET_LIMIT = Limit("password-reset", tries=3, within=timedelta(hours=1))
SIGN_IN_LIMITS = [
    Limit("sign-in-account", tries=10, within=timedelta(minutes=5)),
    Limit("sign-in-address", tries=10, within=timedelta(minutes=5)),
]


class LimitedLoginForm(LoginForm):
    """Wagtail's sign-in form, which waits after 10 wrong passwords in 5 minutes for an account or an address."""

    def clean(self) -> dict[str, Any]:
        now = timezone.now()
        email = UserManager.normalise(str(self.cleaned_data.get("username") or ""))
        tries = list(zip(SIGN_IN_LIMITS, [email, address_of(self.request)], strict=True))
        if any(limit.is_reached(who, now=now) for limit, who in tries):
            raise forms.ValidationError(
                "That was 10 wrong tries. Wait 5 minutes, then try again, or choose “Forgotten it?”.", code="too_many_tries"
            )
        try:
            cleaned = super().clean()
        except forms.ValidationError:
            for limit, who in tries:
                limit.note(who, now=now)
            raise
        # A form without a password passes here too, and must not wipe out the wrong tries.
        if self.get_user() is not None:
            SIGN_IN_LIMITS[0].forgive(email, now=now)
        return cleaned


class LimitedPasswordResetForm(PasswordResetForm):
    """Sends at most 3 letters an hour to an account or for an address; the answer is always the same."""

    def save(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        now = timezone.now()
        who = [UserManager.normalise(self.cleaned_data["email"]), address_of(request) if request else "unknown"]
        if any(RESET_LIMIT.is_reached(one, now=now) for one in who):
            return
        for one in who:
            RESET_LIMIT.note(one, now=now)
        super().save(*args, request=request, **kwargs)


class DisplayNameForm(forms.ModelForm):
    """Asks for a name to show; Wagtail's own forms demand a first and a last name."""

    first_name = None
    last_name = None
    display_name = User._meta.get_field("display_name").formfield()


class UserCreationForm(DisplayNameForm, WagtailUserCreationForm):
    class Meta(WagtailUserCreationForm.Meta):
        fields = ["email", "display_name", "is_superuser", "groups"]


class UserEditForm(DisplayNameForm, WagtailUserEditForm):
    class Meta(WagtailUserEditForm.Meta):
        fields = ["email", "display_name", "is_active", "is_superuser", "groups"]


class NameEmailForm(DisplayNameForm, WagtailNameEmailForm):
    """A person's own account page."""

    class Meta(WagtailNameEmailForm.Meta):
        fields = ["display_name", "email"]
