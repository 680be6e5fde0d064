"""The listing's form: the publishing gate over what was typed in it, and the question whether it is there already."""

import copy
from typing import Any

from django import forms
from django.utils.functional import cached_property

from localoffer.pages.models import PublishingForm

from ..doubles import Double, doubles, known_of_page

ANOTHER = "This may be there already. Look at the listings above. If it is another service, tick this box."


class ServiceForm(PublishingForm):
    """Drafts may be unfinished and may be doubles, since they save themselves while somebody types.

    Publishing asks once whether a listing that is very like this one is another service.
    """

    another_service = forms.BooleanField(required=False, label="This is another service")

    def _post_clean(self) -> None:
        # The gate waits for is_valid: here the rows below the listing (places, times) are still those of before.
        super(PublishingForm, self)._post_clean()

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if self.is_bound and not self.is_deferred_validation and not hasattr(self, "gated"):
            self.gated = True
            self.ask_the_gate()
        return valid and not self.errors

    def ask_the_gate(self) -> None:
        wrong = set(self.errors)
        for field, sentences in self.as_typed.publish_problems().items():
            for sentence in sentences if field not in wrong else ():
                self.add_error(field if field in self.fields else None, sentence)
        if self.doubles_to_ask_about and not self.cleaned_data.get("another_service"):
            self.add_error("another_service", ANOTHER)

    @cached_property
    def as_typed(self) -> Any:
        """The listing with all that stands in the form, not saved, beside the one that the form will save."""
        page = copy.copy(self.instance)
        if not self.is_bound:
            return page
        typed = {
            name: [
                form.instance
                for form in formset.forms
                if form not in formset.deleted_forms and (form.instance.pk or form.has_changed())
            ]
            for name, formset in self.formsets.items()
            if name != "comments" and formset.is_valid()
        }
        for field in page._meta.many_to_many:
            if field.name in self.cleaned_data:
                typed[field.name] = list(self.cleaned_data[field.name])
        page._cluster_related_objects = {**getattr(self.instance, "_cluster_related_objects", {}), **typed}
        return page

    @cached_property
    def doubles_to_ask_about(self) -> list[Double]:
        """Listings like the one in the form; [] for a public one whose name, telephones and postcodes stayed the same."""
        page, services = self.as_typed, type(self.instance).objects
        asked = known_of_page(page)
        if page.live and (public := services.filter(pk=page.pk).first()) and known_of_page(public) == asked:
            return []
        return doubles(services.all(), asked, but=page.translation_key)
