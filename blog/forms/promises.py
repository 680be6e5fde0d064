"""The form of a promise in the admin: what was promised stays as it was, what happens is written below it."""

from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from ..choices import StepKind
from ..models import Promise
from ..services import Told, add_step, problems_of

STEP_FIELDS = {"kind": "step_kind", "day": "step_day", "words": "step_words", "new_due": "step_due"}
FIXED_FIELDS = ("words", "post", "made_at", "made_on", "due_on", "is_public")


class PromiseForm(WagtailAdminModelForm):
    """For a public promise the fixed fields cannot be typed in, and one new step can be written."""

    step_kind = forms.ChoiceField(label="What happened", choices=[("", "Nothing new"), *StepKind.choices], required=False)
    step_day = forms.DateField(label="When", required=False, widget=AdminDateInput, help_text="Empty: today.")
    step_words = forms.CharField(
        label="In plain words",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What was done; why the date changes; how it was kept; why it is dropped. Everybody can read it, for good.",
    )
    step_due = forms.DateField(label="New date to be kept by", required=False, widget=AdminDateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was_public = bool(self.instance.pk and self.instance.is_public)
        if self.was_public:
            for name in FIXED_FIELDS:
                self.fields[name].disabled = True
        else:
            for name in STEP_FIELDS.values():
                self.fields.pop(name, None)

    def told(self) -> Told | None:
        """The step that was written; None for nothing new."""
        said = {name: self.cleaned_data.get(field) for name, field in STEP_FIELDS.items()}
        if not any(said.values()):
            return None
        return Told(
            kind=said["kind"] or "",
            day=said["day"] or timezone.localdate(),
            words=said["words"] or "",
            new_due=said["new_due"],
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.was_public and not self.errors and (told := self.told()):
            for name, sentence in problems_of(self.instance, told, timezone.localdate()).items():
                self.add_error(STEP_FIELDS[name], sentence)
        return cleaned

    def save(self, commit: bool = True) -> Promise:
        promise = super().save(commit)
        if commit and self.was_public and (told := self.told()):
            add_step(promise, told, user=self.for_user, today=timezone.localdate())
        return promise
