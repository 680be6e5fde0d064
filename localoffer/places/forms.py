from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from . import rules
from .choices import NAMED, Kind, Source
from .models import Place


class PlaceForm(WagtailAdminModelForm):
    """A place as editors keep it. Sectors and single postcodes come from the import only."""

    class Meta:
        model = Place
        fields = ["name", "kind", "latitude", "longitude", "area", "inside"]

    kind = forms.TypedChoiceField(coerce=int, choices=[(kind.value, kind.label) for kind in (*NAMED, Kind.DISTRICT)])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        name, kind = cleaned.get("name", ""), cleaned.get("kind")
        if not name or not kind:
            return cleaned
        if kind == Kind.DISTRICT:
            postcode = rules.postcode_of(name)
            if postcode is None or postcode.sector:
                self.add_error("name", "This is no postcode district. Write its letters and figures, such as OX14.")
                return cleaned
            cleaned["name"] = postcode.district
        elif not rules.folded(name):
            self.add_error("name", "A name needs at least one letter.")
            return cleaned
        key = rules.key_of_postcode(cleaned["name"]) if kind == Kind.DISTRICT else rules.folded(name)
        same = Place.objects.filter(kind=kind, key=key, area=cleaned.get("area", "")).exclude(source=Source.IMPORTED)
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("name", "This place is there already, in the same local district. Change that one.")
        return cleaned

    def save(self, commit: bool = True) -> Place:
        self.instance.source = Source.EDITED  # from now on the shipped list leaves it alone
        return super().save(commit=commit)
