import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from localoffer.pages.contexts import provides_context
from localoffer.pages.rules import in_english, readers_language
from localoffer.places.finding import Choice
from localoffer.places.rules import RADII, miles_in_words
from localoffer.search.ranking import BODY, WEIGHTS
from localoffer.search.services import note_unmet

from .cards import words_of
from .finding import find_services
from .forms import LONGEST_WHERE, SORTS, FilterForm, address_of
from .locating import CHOSEN, is_full_postcode, without_last_letters
from .models import DirectoryPage
from .reporting import did_not_say, problems_of, what_was_done

PARTS = {
    "title_words": _("in the name of the service"),
    "other_names": _("in its other names"),
    "topics": _("in its topics and needs"),
    "summary": _("in its one-sentence summary"),
    "organisation": _("in the name of who runs it"),
    "place": _("in its address or area"),
}
MY_LOCATION = _("My location")
# Also in the middle of other words; the grammar of postcodes decides whether it is one.
LIKE_A_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s*[0-9][A-Z]{2}\b", re.IGNORECASE)
OTHERS = {
    "information": _("Pages that may help"),
    "event": _("What’s on"),
    "youth": _("For young people"),
    "post": _("From the board"),
    "news": _("News"),
    "easy_read": _("In Easy Read"),
}


@provides_context(DirectoryPage)
def results(page: DirectoryPage, request: HttpRequest) -> dict[str, Any]:
    """What the results page shows for the question in the address."""
    form = FilterForm(request.GET)
    today = timezone.localdate()
    typed_page = request.GET.get("page", "")
    found = find_services(form, number=typed_page, today=today)
    if found.found_nothing_for_words and not form.has_filters:
        note_unmet(form.question, get_language() or settings.LANGUAGE_CODE, today)
    if "summary" not in page.lent_names:
        page.summary = in_english(page.summary, readers_language())
    return {
        **words_of(page),
        "form": form,
        "results": found,
        "question": form.question,
        "problems": problems_of(form, found, typed_page),
        "done": what_was_done(form, found),
        "did_not_say": did_not_say(form, found),
        "others": [{"kind": kind, "label": OTHERS[kind], "pages": pages} for kind, pages in found.other_pages.items()],
        "without_place": form.address_with(where="", at="", at_for="", within=""),
        "without_words": form.address_with(q=""),
        "sorts": [(name if name != found.orders[0] else "", SORTS[name], name == found.sort) for name in found.orders],
        "place_words": _("you") if form.where == str(MY_LOCATION) else found.place.where and found.place.where.words,
        "has_question": form.is_asking,
        "top_topics": [topic for topic in form.terms.topics if not topic.parent],
        "page_address": form.address(),
        "place_choices": [(place, form.address_with(**chosen(form.where, place))) for place in found.place.choices],
        "place_suggestions": [(place, form.address_with(**chosen(place.name, place))) for place in found.place.suggestions],
        "spelling": form.address_with(q=found.answer.did_you_mean) if found.answer and found.answer.did_you_mean else "",
        "radii": [(f"{miles:g}", miles_in_words(miles)) for miles in RADII],
    }


def chosen(words: str, place: Choice) -> dict[str, str]:
    """The parts of an address that say: this one of the places of that name."""
    return {"where": words, "at": f"{CHOSEN}{place.id}", "at_for": words}


def forget_full_postcode(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse | None:
    """Sends a question with a full postcode on to an address that has only its sector and a position of about 1 km.

    A hook of ``before_serve_page``. The answer is kept in no cache, and no page, title or link holds the postcode.
    """
    if not isinstance(page, DirectoryPage):
        return None
    words, place = request.GET.get("q", ""), request.GET.get("where", "")[:LONGEST_WHERE]
    among = [match[0] for match in LIKE_A_POSTCODE.finditer(words) if is_full_postcode(match[0])]
    if not among and not is_full_postcode(place):
        return None
    question = request.GET.copy()
    for postcode in among:
        words = words.replace(postcode, " ")
    question["q"] = " ".join(words.split())
    if is_full_postcode(place) or not place:
        sector, at = without_last_letters(place or among[0])
        question["where"], question["at"], question["at_for"] = sector, at, sector if at else ""
    answer = HttpResponseRedirect(address_of(question))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def how_results_are_ordered(request: HttpRequest) -> HttpResponse:
    """The rule of the order, in plain words, with the figures that the code uses."""
    weights = [(label, WEIGHTS[name]) for name, label in PARTS.items()] + [(_("in the rest of its page"), BODY)]
    return render(request, "directory/order.html", {"weights": weights})
