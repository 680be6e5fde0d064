from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .rules import Question

CHOOSE = _("Choose one answer. If none fits, choose the closest.")


class PickForm(forms.Form):
    """One question. ``pick`` is the number of the answer, from 1."""

    use_required_attribute = False
    pick = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": CHOOSE, "invalid_choice": CHOOSE}, label=_("Your answer")
    )

    def __init__(self, data: Any, question: Question) -> None:
        super().__init__(data)
        self.fields["pick"].choices = [(str(number), answer.words) for number, answer in enumerate(question.answers, start=1)]

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """The (id of the first answer, sentence) for the error summary."""
        return [(f"{self['pick'].auto_id}_0", str(sentence)) for sentence in self["pick"].errors]
