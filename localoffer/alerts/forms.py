from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from localoffer.contact.forms import PublicForm

from .choices import HowOften
from .registry import Subject
from .rules import is_plain_address, tidy_address

NOT_AN_ADDRESS = _("Write the e-mail address in full, like name@example.org.")
PICK = _("Pick what you want to be told of.")
PICK_ONE = _("Pick how often.")


class ChoicesForm(PublicForm):
    """What to be told of, and how often."""

    subjects = forms.MultipleChoiceField(
        label=_("What do you want to know about?"),
        help_text=_("You can pick more than one."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": PICK, "invalid_choice": PICK, "invalid_list": PICK},
    )
    how_often = forms.ChoiceField(
        label=_("How often?"),
        choices=HowOften.choices,
        initial=HowOften.AT_ONCE,
        widget=forms.RadioSelect,
        error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
    )

    groups = ("subjects", "how_often")

    def __init__(self, *args: Any, subjects: Iterable[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subjects"].choices = [(subject.key, subject.label) for subject in subjects]
        self._errors = None  # the kit has looked at all fields already; look again, now that the choices are known
        for name in self.groups:  # the fieldset is described, not each of its boxes
            self.fields[name].widget.attrs.pop("aria-describedby", None)
            self.fields[name].widget.attrs.pop("aria-invalid", None)

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """To the first answer, where there are answers to pick from."""
        found = [("", str(sentence)) for sentence in self.non_field_errors()]
        for bound in self:
            target = f"{bound.auto_id}_0" if bound.name in self.groups else bound.id_for_label
            found += [(target, str(sentence)) for sentence in bound.errors]
        return found


class SignUpForm(ChoicesForm):
    address = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false", "dir": "ltr"}),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": NOT_AN_ADDRESS,
            "max_length": _("The e-mail address is too long. Look whether something else slipped in."),
        },
    )
    field_order = ["subjects", "how_often", "address"]

    def clean_address(self) -> str:
        address = tidy_address(self.cleaned_data["address"])
        if not is_plain_address(address):
            raise forms.ValidationError(NOT_AN_ADDRESS)
        return address
