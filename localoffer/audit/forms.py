from typing import Any

from django import forms

from .registry import Held


class LookForm(forms.Form):
    asked = forms.CharField(
        label="E-mail address or name",
        max_length=150,
        help_text="A whole e-mail address, or a whole name as it was written down. The reference of a message or a young "
        "person’s code finds that message.",
        error_messages={"required": "Write an e-mail address or a name."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class EraseForm(LookForm):
    """What to erase of what was found, and that somebody means it."""

    keys = forms.MultipleChoiceField(
        label="What to erase",
        error_messages={
            "required": "Tick what to erase.",
            "invalid_choice": "Something has changed since you looked, so nothing was erased. Look again, then choose again.",
        },
    )
    sure = forms.BooleanField(
        label="I have read what goes and what remains. This cannot be undone.",
        error_messages={"required": "Tick that you have read what goes and what remains."},
    )

    def __init__(self, *args: Any, found: list[Held], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [(held.key, held.what) for held in found if held.erase]
