"""A service asks for a visit; a young person suggests a place. What they send goes to the forum's queue, and is private."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.models import Page

from localoffer.contact.models import REFERENCE_LETTERS, new_reference
from localoffer.contact.views import PublicFormView
from localoffer.pages.finding import site_of
from localoffer.people.limits import address_of

from ..asking_forms import AskingForm, ServiceAsksForm, SuggestForm
from ..choices import AskedBy
from ..finding import public_listing_or_404, settings_of_site
from ..services import TooManyRequests, ask_for_visit


class AskingView(PublicFormView):
    """A form about a place, or about the listing of the address."""

    asked_by: AskedBy
    template_name = "seal/ask.html"

    @cached_property
    def about_page(self) -> Page | None:
        number = self.kwargs.get("page_id")
        return public_listing_or_404(number) if number else None

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"listing": self.about_page}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(forum=settings_of_site(site_of(self.request)).forum_name, **kwargs)

    def form_valid(self, form: AskingForm) -> HttpResponse:
        if form.is_trap:  # look the same to the program, store nothing
            return self.thank(new_reference())
        written, listing = form.cleaned_data, self.about_page
        try:
            request = ask_for_visit(
                asked_by=self.asked_by,
                place_name=listing.title[:150] if listing else written["place_name"],
                listing_key=listing.translation_key if listing else None,
                sender=address_of(self.request),
                now=timezone.now(),
                **{name: written[name] for name in ("words", "name", "email", "phone") if name in written},
            )
        except TooManyRequests as refusal:
            form.add_error(None, str(refusal))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        return self.thank(request.reference)

    def thank(self, reference: str) -> HttpResponse:
        response = HttpResponse(status=303)
        response["Location"] = reverse("seal:sent", args=[reference])
        return response


class AskView(AskingView):
    asked_by = AskedBy.SERVICE
    form_class = ServiceAsksForm
    title = _("Ask the young people to visit")
    lead = _("Young people of the forum visit, ask questions and vote. It costs nothing. They may say yes, or not yet.")
    button = _("Ask for a visit")


class SuggestView(AskingView):
    asked_by = AskedBy.YOUNG_PERSON
    form_class = SuggestForm
    template_name = "seal/suggest.html"
    title = _("Tell us about a good place")
    lead = _("Do you know a place that is good to you? Tell us. The forum may go and see it.")
    button = _("Send it")


class SentView(TemplateView):
    """Says that it has arrived. It knows nothing but the reference, so reloading does no harm."""

    template_name = "seal/sent.html"
    extra_context: ClassVar = {"title": _("Thank you. We have it.")}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reference = kwargs["reference"]
        if reference.strip(REFERENCE_LETTERS) or len(reference) != len(new_reference()):
            raise Http404
        response = super().get(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response
