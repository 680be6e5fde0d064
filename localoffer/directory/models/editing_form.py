"""The listing's form: the publishing gate, and the question whether it is there already."""

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

    def ask_the_gate(self) -> None:
        super().ask_the_gate()
        if self.doubles_to_ask_about and not self.cleaned_data.get("another_service"):
            self.add_error("another_service", ANOTHER)

    @cached_property
    def doubles_to_ask_about(self) -> list[Double]:
        """Listings like the one in the form; [] for a public one whose name, telephones and postcodes stayed the same."""
        page, services = self.as_typed, type(self.instance).objects
        asked = known_of_page(page)
        if page.live and (public := services.filter(pk=page.pk).first()) and known_of_page(public) == asked:
            return []
        return doubles(services.all(), asked, but=page.translation_key)
