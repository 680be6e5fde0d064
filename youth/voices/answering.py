"""The sender comes back with the code, and sees what happened. Their own words are not shown: a code can be found."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from localoffer.contact.choices import Status
from localoffer.people.limits import address_of

from ..listening import TooManyGuesses, message_of
from ..models import VoiceSettings, YouAskedPage, YoungMessage
from ..rules import typed_code
from .forms import CodeForm
from .telling import section_of

STATES = {
    Status.NEW: _("We have your message. Nobody has read it yet."),
    Status.READING: _("Someone is reading your message now."),
    Status.WITH_SOMEONE: _("We have asked someone who can help with this. We wait for their answer."),
    Status.ANSWERED: _("We have an answer for you."),
    Status.CLOSED: _("We have read your message. Thank you. It helps us."),
}


class AnswerView(FormView):
    """GET asks for the code. POST shows the answer; the code stands in no address."""

    template_name = "youth/tell_us/code.html"
    form_class = CodeForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, **section_of(), voice=VoiceSettings.load())

    def form_valid(self, form: CodeForm) -> HttpResponse:
        code = typed_code(form.cleaned_data["code"])
        try:
            message = None if form.is_trap else message_of(code, sender=address_of(self.request), now=timezone.now())
        except TooManyGuesses:
            return self.again(form, _("There were too many wrong codes from here. Please wait an hour and try again."), 429)
        if message is None:
            return self.again(form, _("We cannot find this code. Check each letter and number, and try again."), 422)
        return self.show(message)

    def form_invalid(self, form: CodeForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def again(self, form: CodeForm, sentence: Any, status: int) -> HttpResponse:
        form.add_error("code", sentence)
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def show(self, message: YoungMessage) -> HttpResponse:
        asked = getattr(message, "asked", None)
        context = {
            "kind": message.get_kind_display(),
            "received": timezone.localtime(message.received_at),
            "state": STATES[Status(message.status)],
            "answer": message.answer,
            "is_closed": message.status == Status.CLOSED,
            "on_the_site": YouAskedPage.objects.live().first() if asked and asked.is_public else None,
            **section_of(),
        }
        return render(self.request, "youth/tell_us/answer.html", context)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response
