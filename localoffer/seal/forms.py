"""The forms of the seal's pages in the admin. Whether something may be done at all, the services decide."""

from datetime import date
from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from localoffer.contact.forms import plain_text
from localoffer.plainlanguage.registry import details_in

from .choices import Decision, Met, RequestStatus
from .models import Award, Criteria, Visit, VisitRequest
from .rules import usual_end
from .services import AwardWords, Finding, VisitRecord

CHECKED = "details_checked"


class PlainTextForm(forms.BaseForm):
    """Whatever is typed becomes plain text."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        return {name: plain_text(value) if isinstance(value, str) else value for name, value in cleaned.items()}


class CheckedWordsForm(PlainTextForm):
    """Words that become public: what could tell who a young person is must be confirmed by the person who writes them down.

    ``public_words`` names the fields. The box shows only once something was found.
    """

    public_words: tuple[str, ...] = ()

    def __init__(self, *args: Any, known: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.fields[CHECKED] = forms.BooleanField(
            label="I have checked this: no young person can be recognised", required=False, widget=forms.HiddenInput
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        words = "\n".join(str(cleaned.get(name) or "") for name in self.words_to_check())
        if findings := details_in(words, known=self.known):
            self.fields[CHECKED].widget = forms.CheckboxInput()
            if not cleaned.get(CHECKED):
                for finding in findings:
                    self.add_error(CHECKED, finding.warning)
                self.add_error(CHECKED, "Change these words, or tick this if nobody can be recognised.")
        return cleaned

    def words_to_check(self) -> tuple[str, ...]:
        return self.public_words


class AwardForm(CheckedWordsForm, WagtailAdminModelForm):
    """What the forum decided, as it will be shown. For a decision that is recorded the words are those of the visit:

    only whoever decides for the forum (``may_write``) may change them.
    """

    public_words = ("words", "know_before_you_go", "visited_by")
    written_by_forum = ("decided_on", "visited_by", "words", "know_before_you_go")

    forum_decided = forms.BooleanField(
        label="The SEND Youth Forum has decided this",
        error_messages={"required": "Only the forum decides. Tick this when it has."},
    )

    class Meta:
        model = Award
        fields = ["decided_on", "given_on", "ends_on", "visited_by", "words", "know_before_you_go", "picture", "sound"]
        widgets = dict.fromkeys(("decided_on", "given_on", "ends_on"), AdminDateInput) | {
            name: forms.Textarea(attrs={"rows": 3}) for name in ("words", "know_before_you_go")
        }
        error_messages = {
            "words": {"required": "Write what young people liked."},
            "visited_by": {"required": "Say who visited, without surnames."},
        }

    def __init__(self, *args: Any, visit: Visit | None = None, may_write: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit = visit
        if visit is not None:
            del self.fields["forum_decided"]
        if not may_write:
            for name in self.written_by_forum:
                del self.fields[name]

    def award_words(self) -> AwardWords:
        """What was typed; what this person may not write is taken from the visit."""
        written = {name: getattr(self.visit, name) for name in self.written_by_forum} if self.visit else {}
        return AwardWords(**{**written, **{name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}})

    def _get_validation_exclusions(self) -> set[str]:
        # Two fields at once are the services' business, which say it in better words.
        return super()._get_validation_exclusions() | {"ends_on"}


def starting(*, visit: Visit | None, today: date, months: int, previous: Award | None = None) -> dict[str, Any]:
    """What the form of a new award begins with: the visit's words, or those of the award that it follows."""
    source = visit or previous
    begins = {"given_on": today, "ends_on": usual_end(today, months), "decided_on": today}
    if source is not None:
        begins |= {name: getattr(source, name) for name in ("visited_by", "words", "know_before_you_go")}
    return begins | ({"decided_on": visit.decided_on} if visit else {})


class EndingForm(CheckedWordsForm, forms.ModelForm):
    """Why the badge goes: for the record, and for the public."""

    public_words = ("public_note",)

    class Meta:
        model = Award
        fields = ["reason", "public_note"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 3}), "public_note": forms.Textarea(attrs={"rows": 2})}


class ResumeForm(PlainTextForm, forms.Form):
    reason = forms.CharField(
        label="What has changed",
        help_text="For the record. Only staff who see the seal read this.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write down what has changed, for the record. Only staff see it."},
    )


class SendBackForm(PlainTextForm, forms.Form):
    why_sent_back = forms.CharField(
        label="Why you send it back",
        help_text="Your colleague reads this.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RequestForm(PlainTextForm, forms.ModelForm):
    """Where a request stands. A visit is planned on a page of its own."""

    class Meta:
        model = VisitRequest
        fields = ["status", "staff_note"]
        widgets = {"status": forms.RadioSelect, "staff_note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_hand = {RequestStatus.NEW, RequestStatus.TAKEN, RequestStatus.DECLINED, self.instance.status}
        self.fields["status"].choices = [choice for choice in RequestStatus.choices if choice[0] in by_hand]


class PlanForm(forms.Form):
    planned_for = forms.DateField(
        label="Day of the visit",
        widget=AdminDateInput,
        error_messages={"required": "Choose the day of the visit.", "invalid": "Write the day as in 2026-11-30."},
    )


class VisitForm(CheckedWordsForm, forms.ModelForm):
    """What the visitors found against each criterion, in words that a supporter has read."""

    approved = forms.BooleanField(
        label="I have read all these words, and young people wrote or agreed them",
        required=False,
        help_text="Needed before the forum can give the seal.",
    )

    class Meta:
        model = Visit
        fields = ["visited_on", "visited_by", "words", "know_before_you_go"]
        widgets = {"visited_on": AdminDateInput} | {
            name: forms.Textarea(attrs={"rows": 3}) for name in ("words", "know_before_you_go")
        }

    def __init__(self, *args: Any, criteria: Criteria | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, sentence in (("visited_on", "Say on which day."), ("visited_by", "Say who visited, without surnames.")):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = sentence
        self.criteria = list(criteria.criteria.all()) if criteria else []
        found = {finding.criterion_id: finding for finding in self.instance.findings.all()} if self.instance.pk else {}
        for criterion in self.criteria:
            finding = found.get(criterion.pk)
            self.fields[f"met_{criterion.pk}"] = forms.ChoiceField(
                label=criterion.words,
                choices=Met.choices,
                initial=finding.met if finding else Met.NOT_SEEN,
                widget=forms.RadioSelect,
            )
            self.fields[f"words_{criterion.pk}"] = forms.CharField(
                label=f"In their words: {criterion.words}",
                required=False,
                max_length=200,
                initial=finding.words if finding else "",
            )
        self.fields["approved"].initial = bool(self.instance.words_approved_at)
        self.order_fields(
            ["visited_on", "visited_by"]
            + [f"{kind}_{criterion.pk}" for criterion in self.criteria for kind in ("met", "words")]
            + ["words", "know_before_you_go", CHECKED, "approved"]
        )

    def words_to_check(self) -> tuple[str, ...]:
        return ("visited_by", "words", "know_before_you_go", *(f"words_{criterion.pk}" for criterion in self.criteria))

    def record(self) -> VisitRecord:
        names = (*self.Meta.fields, "approved")
        return VisitRecord(**{name: self.cleaned_data[name] for name in names})

    def findings(self) -> list[Finding]:
        return [
            Finding(criterion, Met(self.cleaned_data[f"met_{criterion.pk}"]), self.cleaned_data[f"words_{criterion.pk}"])
            for criterion in self.criteria
        ]


class DecisionForm(PlainTextForm, forms.Form):
    decision = forms.ChoiceField(
        label="What the forum decided",
        choices=Decision.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the forum decided."},
    )
    decided_on = forms.DateField(
        label="The forum decided on",
        widget=AdminDateInput,
        error_messages={"required": "Say when the forum decided.", "invalid": "Write the day as in 2026-11-30."},
    )
    advice = forms.CharField(
        label="Kind advice to the service",
        help_text="What would make it a yes? Private: only the service gets it.",
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    send_advice = forms.BooleanField(label="Send the advice to the service by e-mail", required=False, initial=True)

    def __init__(self, *args: Any, email: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if email:
            self.fields["send_advice"].help_text = f"To {email}, who asked for the visit."
        else:
            del self.fields["send_advice"]
