"""The forms by which a service asks for a visit, and a young person suggests a place."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from localoffer.contact.forms import PlainTextField, PublicForm
from localoffer.pages.rules import is_phone_number

LONGEST_WORDS = 2000
TOO_LONG = _("You wrote %(show_value)s letters. Shorten it to %(limit_value)s.")


class AskingForm(PublicForm):
    """Which place, and why. On a listing's own form the place is known, so it is not asked."""

    place_name = PlainTextField(
        label=_("Which service is it?"),
        max_length=150,
        help_text=_("Its name, and the town."),
        error_messages={"required": _("Write the name of the service."), "max_length": TOO_LONG},
    )
    words = PlainTextField(
        label=_("Why should the young people visit?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What do you do to make young people feel welcome?"),
        error_messages={"required": _("Write why the young people should visit."), "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, listing: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if listing is not None:
            del self.fields["place_name"]
            self._errors = None  # the kit has looked at all fields already; look again without that one


class ServiceAsksForm(AskingForm):
    name = PlainTextField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name, so that the forum knows whom to ask for."), "max_length": TOO_LONG},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        help_text=_("An e-mail address or a telephone number: one of them is enough."),
        error_messages={
            "invalid": _("Write the e-mail address in full, like name@example.org."),
            "max_length": TOO_LONG,
        },
    )
    phone = PlainTextField(
        label=_("Your telephone number"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}),
        error_messages={"max_length": TOO_LONG},
    )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not is_phone_number(phone):
            raise forms.ValidationError(_("Write the number in figures, like 01632 960123."))
        return phone

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        written = cleaned.get("email") or cleaned.get("phone") or {"email", "phone"} & set(self.errors)
        if not written:
            self.add_error("email", _("Write an e-mail address or a telephone number, so that the forum can answer."))
        return cleaned


class SuggestForm(AskingForm):
    """No name and no address: a young person need not say who they are."""

    place_name = PlainTextField(
        label=_("Which place is it?"),
        max_length=150,
        help_text=_("Its name and the town."),
        error_messages={"required": _("Write the name of the place."), "max_length": TOO_LONG},
    )
    words = PlainTextField(
        label=_("What do you like there?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One thing is enough."),
        error_messages={"required": _("Write what you like there."), "max_length": TOO_LONG},
    )
