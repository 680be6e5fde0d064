from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.models import Page

from localoffer.pages.querysets import open_to_all
from localoffer.people.limits import address_of

from .choices import Kind
from .forms import CommentForm, ComplaintForm, MessageForm, ProblemForm
from .models import new_reference
from .services import TooManyMessages, receive_message


class PublicFormView(FormView):
    """A page with one form on it. Forms stand on pages of their own: their token sets a cookie."""

    template_name = "contact/form.html"
    kind: Kind
    title: Any = ""
    lead: Any = ""
    button: Any = _("Send")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            title=self.title, lead=self.lead, button=self.button, about=self.about_page, is_form_page=True, **kwargs
        )

    @cached_property
    def about_page(self) -> Page | None:
        """The page that the message is about; only one that the public can see."""
        number = self.kwargs.get("page_id")
        return get_object_or_404(open_to_all(Page.objects), pk=number) if number else None

    def form_valid(self, form: MessageForm) -> HttpResponse:
        if form.is_trap:  # look the same to the program, store nothing
            return self.thank(new_reference())
        try:
            message = receive_message(
                kind=self.kind,
                words=form.cleaned_data["words"],
                name=form.cleaned_data["name"],
                email=form.cleaned_data["email"],
                page=self.about_page,
                sender=address_of(self.request),
                now=timezone.now(),
            )
        except TooManyMessages as refusal:
            form.add_error(None, str(refusal))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        return self.thank(message.reference)

    def form_invalid(self, form: MessageForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def thank(self, reference: str) -> HttpResponse:
        response = HttpResponse(status=303)
        response["Location"] = reverse("contact:sent", args=[reference])
        return response


class MessageView(PublicFormView):
    kind = Kind.MESSAGE
    form_class = MessageForm
    title = _("Contact us")
    lead = _("Ask us anything about this site or the Local Offer. We answer within 5 working days.")


class ProblemView(PublicFormView):
    kind = Kind.PROBLEM
    form_class = ProblemForm
    title = _("Tell us what is wrong")
    lead = _("Tell us what is wrong or missing on a page. A person reads it, and puts it right.")


class CommentView(PublicFormView):
    kind = Kind.COMMENT
    form_class = CommentForm
    title = _("Comment on the Local Offer")
    lead = _(
        "What helps, what is missing, what is hard to find? The council must publish comments and what it will do, "
        "every year. Nobody can tell from it who said what."
    )


class ComplaintView(PublicFormView):
    kind = Kind.COMPLAINT
    form_class = ComplaintForm
    title = _("Make a complaint")
    lead = _("Tell us what went wrong. We read every complaint, and tell you who will deal with it.")


class SentView(TemplateView):
    """Says that the message has arrived. It knows nothing but the reference, so reloading does no harm."""

    template_name = "contact/sent.html"
    extra_context: ClassVar = {"title": _("Thank you. We have your message.")}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response
