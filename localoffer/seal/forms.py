from datetime import date
from typing import Any

from django import forms
from wagtail.admin.widgets import AdminDateInput

from localoffer.contact.forms import plain_text

from .models import Award
from .rules import USUAL_LENGTH
from .services import AwardWords


class PlainTextModelForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        return {name: plain_text(value) if isinstance(value, str) else value for name, value in cleaned.items()}


class AwardForm(PlainTextModelForm):
    """What the forum decided. Directory editors record a decision; they do not make one."""

    forum_decided = forms.BooleanField(
        label="The SEND Youth Forum has decided this",
        error_messages={"required": "Only the forum decides. Tick this when it has."},
    )

    class Meta:
        model = Award
        fields = ["decided_on", "given_on", "ends_on", "visited_by", "words", "know_before_you_go"]
        widgets = dict.fromkeys(("decided_on", "given_on", "ends_on"), AdminDateInput) | {
            name: forms.Textarea(attrs={"rows": 3}) for name in ("words", "know_before_you_go")
        }
        error_messages = {
            "words": {"required": "Write what young people liked."},
            "visited_by": {"required": "Say who visited, without surnames."},
        }

    @classmethod
    def starting(cls, today: date) -> dict[str, date]:
        return {"decided_on": today, "given_on": today, "ends_on": today + USUAL_LENGTH}

    def award_words(self) -> AwardWords:
        return AwardWords(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class WithdrawForm(PlainTextModelForm):
    class Meta:
        model = Award
        fields = ["reason", "public_note"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 3}), "public_note": forms.Textarea(attrs={"rows": 2})}
