"""Asking for e-mails, confirming, changing and stopping. What is done is done by POST: programs that look through e-mails
open each link, and must neither confirm nor stop anything."""

from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, TemplateView

from localoffer.people.limits import address_of

from . import services
from .forms import ChoicesForm, SignUpForm
from .models import Subscription
from .registry import all_subjects

PRINTS = "django.core.mail.backends.console.EmailBackend"


def see(name: str, *arguments: str, query: str = "") -> HttpResponse:
    """Sends the visitor on, so that reloading does nothing twice."""
    response = HttpResponse(status=303)
    response["Location"] = f"{reverse(f'alerts:{name}', args=arguments)}{query}"
    return response


def say(request: HttpRequest, title: Any, words: Any, *, status: int = 200, **more: Any) -> HttpResponse:
    """A page with a sentence."""
    return private(render(request, "alerts/said.html", {"title": title, "words": words, **more}, status=status))


def private(response: HttpResponse) -> HttpResponse:
    """Not for engines, and kept nowhere: the address of the page is somebody's key."""
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store"
    return response


def unknown_link(request: HttpRequest) -> HttpResponse:
    return say(
        request,
        _("This link does not work"),
        _("A part of it may be missing. Open it from the e-mail once more, or copy the whole line."),
        status=404,
        form_again=True,
    )


class SignUpView(FormView):
    template_name = "alerts/sign_up.html"
    form_class = SignUpForm
    extra_context: ClassVar = {
        "title": _("E-mails about what is new"),
        "lead": _("Tell us what you want to know about. We write to you when there is something new."),
        "button": _("Send me the link"),
        "is_form_page": True,
    }

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"subjects": all_subjects()}

    def get_initial(self) -> dict[str, Any]:
        """What the link to this page named is ticked."""
        return super().get_initial() | {"subjects": self.request.GET.get("about", "").split(",")}

    def form_valid(self, form: SignUpForm) -> HttpResponse:
        if form.is_trap:  # look the same to the program, store nothing
            return see("look")
        wanted = form.cleaned_data
        try:
            services.ask(
                address=wanted["address"],
                subjects=wanted["subjects"],
                how_often=wanted["how_often"],
                language=get_language() or settings.LANGUAGE_CODE,
                sender=address_of(self.request),
                now=timezone.now(),
            )
        except services.TooManyRequests as refusal:
            form.add_error(None, str(refusal))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        return see("look")

    def form_invalid(self, form: SignUpForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


class LookView(TemplateView):
    """Says the same to everybody: it does not know who asked, nor whether the address was known."""

    template_name = "alerts/look.html"
    extra_context: ClassVar = {"title": _("Look in your e-mail")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"prints_mail": settings.EMAIL_BACKEND == PRINTS}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return private(super().get(request, *args, **kwargs))


class ConfirmView(View):
    """GET shows a button, POST confirms. A link that was used says so, and so does one that is too old."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = services.key_of(services.CONFIRM, kwargs["token"])
        if key is None:
            return unknown_link(request)
        self.subscription = Subscription.objects.filter(request_key=key).first()
        if self.subscription is None or self.subscription.is_too_late(timezone.now()):
            return say(
                request,
                _("This link is too old"),
                _("A link works for 7 days, and only the newest one does. Nobody gets e-mails by this one. You can ask again."),
                status=410,
                form_again=True,
            )
        if self.subscription.confirmed_at:
            mine = reverse("alerts:mine", args=[services.token_of(services.MANAGE, self.subscription.key)])
            words = _("You get e-mails from us. There is nothing more to do.")
            return say(request, _("This is done already"), words, is_good=True, mine=mine)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        context = {
            "title": _("Please confirm"),
            "subscription": self.subscription,
            "subjects": labels_of(self.subscription),
            "is_form_page": True,
        }
        return private(render(request, "alerts/confirm.html", context))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        services.confirm(self.subscription, now=timezone.now())
        return see("confirmed")


def labels_of(subscription: Subscription) -> list[Any]:
    wanted = set(subscription.subjects)
    return [subject.label for subject in all_subjects() if subject.key in wanted]


class ConfirmedView(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        words = _("From now on we write to you when there is something new. Each e-mail has a link that stops them.")
        return say(request, _("Thank you. You get our e-mails now."), words, is_good=True)


class MineView(FormView):
    """What somebody gets, to see and to change. The link is the key: there are no accounts."""

    template_name = "alerts/mine.html"
    form_class = ChoicesForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = services.key_of(services.MANAGE, kwargs["token"])
        if key is None:
            return unknown_link(request)
        self.subscription = Subscription.objects.confirmed().filter(key=key).first()
        if self.subscription is None:
            return gone(request)
        return private(super().dispatch(request, *args, **kwargs))

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"subjects": all_subjects()}

    def get_initial(self) -> dict[str, Any]:
        return {"subjects": self.subscription.subjects, "how_often": self.subscription.how_often}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "title": _("What you get by e-mail"),
            "button": _("Save"),
            "saved": self.request.method == "GET" and "saved" in self.request.GET,
            "stop": reverse("alerts:stop", args=[self.kwargs["token"]]),
            "is_form_page": True,
        }

    def form_valid(self, form: ChoicesForm) -> HttpResponse:
        if not form.is_trap:
            wanted = form.cleaned_data
            services.change(self.subscription, subjects=wanted["subjects"], how_often=wanted["how_often"])
        return see("mine", self.kwargs["token"], query="?saved")

    def form_invalid(self, form: ChoicesForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


def gone(request: HttpRequest) -> HttpResponse:
    return say(
        request,
        _("You get no e-mails by this link"),
        _("They are stopped already. If some still come, use the link in the newest one."),
        form_again=True,
    )


@method_decorator(csrf_exempt, name="dispatch")
class StopView(View):
    """GET shows a button, POST stops. Mail programs post here by themselves (RFC 8058), so the link is enough."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = services.key_of(services.MANAGE, kwargs["token"])
        if key is None:
            return unknown_link(request)
        self.subscription = Subscription.objects.filter(key=key).first()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.subscription is None:
            return gone(request)
        mine = reverse("alerts:mine", args=[kwargs["token"]])
        return private(render(request, "alerts/stop.html", {"title": _("Stop all e-mails"), "mine": mine, "is_form_page": True}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.subscription is not None:
            services.stop(self.subscription)
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return private(HttpResponse("Stopped.", content_type="text/plain"))  # a redirect is not allowed here
        return see("stopped")


class StoppedView(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        words = _("You get no more e-mails from us. Your address is deleted.")
        return say(request, _("Stopped"), words, is_good=True, form_again=True)
