"""What the chair says to a draft."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from localoffer.contact.forms import PlainTextField, PublicForm

from ..choices import ChairsAnswer

LONGEST_ANSWER = 2000
PICK_ONE = _("Pick one: approve it, or ask for a change.")
SAY_WHAT = _("Say what should change, so that staff can do it.")


class ChairAnswerForm(PublicForm):
    """Approve, or ask for a change in words."""

    answer = forms.ChoiceField(
        label=_("Can this post be published?"),
        choices=ChairsAnswer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
    )
    words = PlainTextField(
        label=_("What should change? Or anything else you want to say"),
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Staff read it. It is not shown on the site."),
        error_messages={"max_length": _("Write at most 2,000 letters. Staff will gladly talk with you about the rest.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The fieldset is described, not each of its buttons.
        for name in ("aria-describedby", "aria-invalid"):
            self.fields["answer"].widget.attrs.pop(name, None)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("answer") == ChairsAnswer.SENT_BACK and "words" in cleaned and not cleaned["words"]:
            self.add_error("words", SAY_WHAT)
        return cleaned

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """To the first button, where there are buttons to pick from."""
        return [(f"{target}_0" if target == self["answer"].auto_id else target, said) for target, said in super().error_list]
