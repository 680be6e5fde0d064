"""The questions of “Tell us”, one a page, on the kit for public forms."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from localoffer.contact.forms import LONGEST_WORDS, PlainTextField, PublicForm

from ..choices import About, AgeBand, Feeling, VoiceKind, Way


@dataclass(frozen=True)
class Option:
    """One answer to pick: its field's id, value, words, drawing, and whether it is picked."""

    id: str
    value: str
    label: Any
    picture: str
    picked: bool


class StepForm(PublicForm):
    """One question. ``name`` is its field, ``title`` the question."""

    name: ClassVar[str]
    title: ClassVar[Any]
    hint: ClassVar[Any] = ""
    pictures: ClassVar[dict[str, str]] = {}  # the drawing of each value

    @property
    def field(self) -> forms.BoundField:
        return self[self.name]

    @property
    def several(self) -> bool:
        return isinstance(self.fields[self.name], forms.MultipleChoiceField)

    @property
    def options(self) -> list[Option]:
        """The answers to pick from; none for a question that is answered in words."""
        choices = getattr(self.fields[self.name], "choices", [])
        value = self.field.value() or []
        picked = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
        return [
            Option(f"{self.field.auto_id}_{number}", key, label, self.pictures.get(key, ""), key in picked)
            for number, (key, label) in enumerate(choices)
        ]

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """To the first answer, where there are answers to pick from."""
        target = f"{self.field.auto_id}_0" if self.options else self.field.id_for_label
        return [(target, str(sentence)) for sentence in self.field.errors]


PICK_ONE = _("Pick one of these.")
PICK_SOME = _("Pick one or more of these.")


class KindForm(StepForm):
    name, title = "kind", _("What do you want to tell us?")
    pictures = {VoiceKind.STORY: "forum", VoiceKind.IDEA: "idea", VoiceKind.QUESTION: "question"}
    kind = forms.ChoiceField(
        choices=VoiceKind.choices,
        widget=forms.RadioSelect,
        label=title,
        error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
    )


class WayForm(StepForm):
    name, title = "way", _("How do you want to say it?")
    pictures = {Way.WORDS: "say", Way.PICTURES: "pictures"}
    way = forms.ChoiceField(
        choices=Way.choices,
        widget=forms.RadioSelect,
        label=title,
        error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
    )


class WordsForm(StepForm):
    name, title = "words", _("Write it here")
    hint = _("Spelling does not matter. Please leave out names and your school.")
    words = PlainTextField(
        label=title,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 8, "aria-describedby": "id_words-hint"}),
        help_text=hint,
        error_messages={
            "required": _("Write some words. Or press Back and pick pictures."),
            "max_length": _("That is a lot of words: %(show_value)s letters. Cut it to %(limit_value)s."),
        },
    )


class AboutForm(StepForm):
    name, title, hint = "about", _("What is it about?"), _("You can pick more than one.")
    pictures = {value: value for value in About.values}
    about = forms.MultipleChoiceField(
        choices=About.choices,
        widget=forms.CheckboxSelectMultiple,
        label=title,
        error_messages={"required": PICK_SOME, "invalid_choice": PICK_SOME, "invalid_list": PICK_SOME},
    )


class FeelingsForm(StepForm):
    name, title, hint = "feelings", _("How does it make you feel?"), _("You can pick more than one.")
    pictures = {value: f"feel-{value}" for value in Feeling.values}
    feelings = forms.MultipleChoiceField(
        choices=Feeling.choices,
        widget=forms.CheckboxSelectMultiple,
        label=title,
        error_messages={"required": PICK_SOME, "invalid_choice": PICK_SOME, "invalid_list": PICK_SOME},
    )


class AgeForm(StepForm):
    name, title, hint = "age_band", _("How old are you?"), _("You can skip this.")
    age_band = forms.ChoiceField(
        choices=AgeBand.choices,
        widget=forms.RadioSelect,
        label=title,
        required=False,
        error_messages={"invalid_choice": PICK_ONE},
    )


STEPS: dict[str, type[StepForm]] = {form.name: form for form in (KindForm, WayForm, WordsForm, AboutForm, FeelingsForm, AgeForm)}


class CodeForm(PublicForm):
    code = PlainTextField(
        label=_("Your code"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("It has 16 letters and numbers. Small letters are fine too."),
        error_messages={"required": _("Write your code."), "max_length": _("That is too long for a code. Check it.")},
    )
