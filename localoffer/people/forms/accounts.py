"""Wagtail's forms of people: e-mail and name to show, in place of first and last name."""

from django import forms
from wagtail.admin.forms.account import NameEmailForm as WagtailNameEmailForm
from wagtail.users.forms import UserCreationForm as WagtailUserCreationForm
from wagtail.users.forms import UserEditForm as WagtailUserEditForm

from ..models import User


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
