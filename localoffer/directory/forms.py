from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from localoffer.search.rules import LONGEST_QUESTION, cleaned

from .models import AgeStage, Need, Topic


class FilterForm(forms.Form):
    """The question of a visitor, all of it in the address. Whatever is not understood is left out, never an error."""

    q = forms.CharField(required=False, label=_("What do you need?"), widget=forms.TextInput(attrs={"type": "search"}))
    seal = forms.BooleanField(required=False, label=_("Approved by young people"))
    topic = forms.MultipleChoiceField(required=False, label=_("Topic"), widget=forms.CheckboxSelectMultiple)
    age = forms.MultipleChoiceField(required=False, label=_("Age"), widget=forms.CheckboxSelectMultiple)
    need = forms.MultipleChoiceField(required=False, label=_("Need"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: QueryDict) -> None:
        self.topics = list(Topic.objects.in_use())
        self.stages = list(AgeStage.objects.in_use())
        self.kinds_of_need = list(Need.objects.in_use())
        known = {
            "topic": {term.slug for term in self.topics},
            "age": {term.slug for term in self.stages},
            "need": {term.slug for term in self.kinds_of_need},
        }
        tidy = QueryDict(mutable=True)
        tidy["q"] = cleaned(data.get("q", ""))
        if data.get("seal"):
            tidy["seal"] = "on"
        for name, slugs in known.items():
            tidy.setlist(name, [value for value in dict.fromkeys(data.getlist(name)) if value in slugs])
        self.tidy = tidy
        self.was_cut = len(" ".join(data.get("q", "").split())) > LONGEST_QUESTION
        super().__init__(tidy)
        self.fields["topic"].choices = [(term.slug, term.name) for term in self.topics]
        self.fields["age"].choices = [(term.slug, term.name) for term in self.stages]
        self.fields["need"].choices = [(term.slug, term.name) for term in self.kinds_of_need]
        self.is_valid()

    def chosen_tags(self) -> list[dict[str, Any]]:
        """Each filter in force, with the address that leaves it out."""
        names = {("topic", term.slug): term.name for term in self.topics}
        names |= {("age", term.slug): term.name for term in self.stages}
        names |= {("need", term.slug): term.name for term in self.kinds_of_need}
        tags = []
        if self.cleaned_data["seal"]:
            tags.append({"label": self.fields["seal"].label, "without": self.address_without("seal"), "seal": True})
        for (name, slug), label in names.items():
            if slug in self.cleaned_data[name]:
                tags.append({"label": label, "without": self.address_without(name, slug)})
        return tags

    def address_without(self, name: str, value: str | None = None) -> str:
        rest = self.tidy.copy()
        rest.setlist(name, [kept for kept in rest.getlist(name) if value is not None and kept != value])
        return self._address(rest)

    def address(self) -> str:
        return self._address(self.tidy)

    @staticmethod
    def _address(data: QueryDict) -> str:
        filled = QueryDict(mutable=True)
        for name, values in data.lists():
            if any(values):
                filled.setlist(name, values)
        return f"?{filled.urlencode()}" if filled else "?"
