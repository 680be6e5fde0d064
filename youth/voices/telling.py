"""“Tell us”: one question a page. The answers travel in hidden fields, and are looked at again at each step.

Nothing of them stands in an address, a cookie or the database until the sender presses Send.
"""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.generic import View

from localoffer.contact.forms import plain_text
from localoffer.contact.rules import MOST_LETTERS as LOOKED_AT
from localoffer.pages.keeping import kept
from localoffer.people.limits import address_of

from ..choices import About, AgeBand, Feeling, VoiceKind, Way
from ..listening import TooManyVoices, code_of, receive_voice, sounds_like_danger, token_of
from ..models import TellUsPage, VoiceSettings
from ..rules import grouped
from ..views import menu_of_section
from .forms import STEPS, StepForm

CHECK = "check"
MOST_LETTERS = 60_000  # of one answer that travel on; all that is too long is refused before it is stored
ALARM_STEPS = ("words", "feelings")  # where danger can be told
SIGNER = signing.Signer(salt="youth.tell-us")


def order_for(way: str) -> list[str]:
    """The questions, by how they want to say it."""
    middle = ["about", "feelings"] if way == Way.PICTURES else ["words"]
    return ["kind", "way", *middle, "age_band"]


def once_of(data: QueryDict | None) -> str:
    """The token of this message: the one that we gave out, else a new one."""
    try:
        return SIGNER.unsign(data.get("once", "") if data else "")
    except signing.BadSignature:
        return get_random_string(32)


def carried(data: QueryDict | None, but: str) -> list[tuple[str, str]]:
    """The answers to all questions but one, as they were sent, for hidden fields."""
    if data is None:
        return []
    names = [name for name in STEPS if name != but]
    return [(name, value.replace("\x00", "")[:MOST_LETTERS]) for name in names for value in data.getlist(name)[:20] if value]


def is_alarming(data: QueryDict | None) -> bool:
    if data is None:
        return False
    words = plain_text(data.get("words", "")[:MOST_LETTERS])
    if len(words) > LOOKED_AT:  # too long to be stored, but help shows: the beginning and the end are looked at
        words = f"{words[: LOOKED_AT // 2]} {words[-LOOKED_AT // 2 + 1 :]}"
    return sounds_like_danger(words, data.getlist("feelings"))


class TellUsView(View):
    """GET begins anew. POST brings the answers so far, which step was open, and where to go."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.ask("kind", None)

    def post(self, request: HttpRequest) -> HttpResponse:
        data = request.POST
        order = order_for(data.get("way", ""))
        step = data.get("step", "")
        at = order.index(step) if step in order else len(order) if step == CHECK else 0
        go = data.get("go", "next")
        if go == "back":
            return self.ask(order[max(at - 1, 0)], data)
        if go in order:  # "Change" beside an answer
            return self.ask(go, data)
        forms = {name: STEPS[name](data) for name in order[: at + 1]}
        for name, form in forms.items():
            if not form.is_valid():
                return self.ask(name, data, form=form)
        if at < len(order) - 1:
            return self.ask(order[at + 1], data)
        answers = {name: form.cleaned_data[name] for name, form in forms.items()}
        return self.send(data, answers) if step == CHECK else self.check(data, answers)

    def ask(self, name: str, data: QueryDict | None, form: StepForm | None = None) -> HttpResponse:
        """A question: with what is wrong when its form was sent, else with what was answered before."""
        order = order_for(data.get("way", "") if data else "")
        if form is None:
            given = (data.getlist(name) if name in ("about", "feelings") else data.get(name, "")) if data else ""
            form = STEPS[name](initial={name: given, "trap": data.get("trap", "") if data else ""})
        context = {"form": form, "number": order.index(name) + 1, "of": len(order) + 1, "is_first": name == "kind"}
        return self.answer("step", data, but=name, step=name, status=422 if form.is_bound else 200, **context)

    def check(self, data: QueryDict, answers: dict[str, Any], *, problem: str = "") -> HttpResponse:
        """All answers, to be read once more before they are sent."""
        shown = [(name, STEPS[name].title, self.in_words(name, answers[name])) for name in answers]
        return self.answer(CHECK, data, but="", step=CHECK, shown=shown, problem=problem, status=429 if problem else 200)

    def send(self, data: QueryDict, answers: dict[str, Any]) -> HttpResponse:
        once = once_of(data)
        if data.get("trap"):  # look the same to the program, store nothing
            return self.sent(data, code_of(token_of(once)))
        try:
            code = receive_voice(
                kind=answers["kind"],
                words=answers.get("words", ""),
                about=answers.get("about", []),
                feelings=answers.get("feelings", []),
                age_band=answers["age_band"],
                once=once,
                sender=address_of(self.request),
                now=timezone.now(),
            )
        except TooManyVoices as refusal:
            return self.check(data, answers, problem=str(refusal))
        return self.sent(data, code)

    def sent(self, data: QueryDict, code: str) -> HttpResponse:
        return self.answer("sent", data, but="", code=grouped(code), status=200)

    def answer(self, template: str, data: QueryDict | None, *, but: str, status: int, **more: Any) -> HttpResponse:
        alarming = is_alarming(data)
        context = {
            "carried": carried(data, but),
            "once": SIGNER.sign(once_of(data)),
            "trap": data.get("trap", "")[:200] if data else "",
            "is_alarming": alarming,
            # In full where the words were just written, and at the end; in between one line, not to stand in the way.
            "help_first": alarming and (template == "sent" or (data is not None and data.get("step") in ALARM_STEPS)),
            "voice": VoiceSettings.load(),
            **section_of(),
            **more,
        }
        return as_private(render(self.request, f"youth/tell_us/{template}.html", context, status=status))

    def in_words(self, name: str, value: Any) -> list[str]:
        """An answer as the sender reads it."""
        kinds = {"kind": VoiceKind, "way": Way, "about": About, "feelings": Feeling, "age_band": AgeBand}
        if name == "words":
            return value.splitlines()
        values = value if isinstance(value, list) else [value]
        return [str(kinds[name](one).label) for one in values if one]


def section_of() -> dict[str, Any]:
    """The menu of the section, and the page that leads here."""
    menu = menu_of_section()
    form = reverse("youth:tell_us")
    pages = TellUsPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    address = kept("tell-us", lambda: next((page.url for page in pages), None) or "") or form
    return menu | {"tell_us_address": address, "form_address": form}


def as_private(response: HttpResponse) -> HttpResponse:
    """Kept by nobody on the way; the sender's own browser may, so that its Back button works."""
    response["Cache-Control"] = "private, max-age=0"
    response["X-Robots-Tag"] = "noindex"
    return response
