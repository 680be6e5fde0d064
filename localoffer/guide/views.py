"""What a guide shows: one question a page, or what could help. All that is known of a visitor is in the address."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from localoffer.directory.cards import cards
from localoffer.directory.models import AgeStage, Need, Topic
from localoffer.directory.templatetags.directory import directory_address
from localoffer.pages.contexts import provides_context
from localoffer.pages.querysets import open_to_all

from .forms import PickForm
from .models import GuidePage
from .rules import Guide, Outcome, Place, Question, Search, find_place


@provides_context(GuidePage)
def reading(page: GuidePage, request: HttpRequest) -> dict[str, Any]:
    """Where the path ``a`` of the address leads; with ``pick``, an answer to the question there, ``goes_to`` for what follows."""
    guide = page.guide()
    place = previewed(guide, request) or find_place(guide, request.GET.get("a", ""))
    form = None
    if isinstance(place.here, Question):
        answered = place.fits and ("sent" in request.GET or "pick" in request.GET)
        form = PickForm(request.GET if answered else None, place.here)
        if form.is_valid():
            place = find_place(guide, ".".join(filter(None, (place.path, form.cleaned_data["pick"]))))
            return {"goes_to": elsewhere(place) or address(request, place.path)}
    elif goes_to := elsewhere(place):
        return {"goes_to": goes_to}
    return {
        "place": place,
        "form": form,
        "question": place.here if form else None,
        "steps": [{"step": step, "address": address(request, step.before)} for step in place.steps],
        "number": len(place.steps) + 1,
        "start": request.path,
        "back": address(request, place.before) if place.steps else "",
        **(what_could_help(place.here, place.age) if isinstance(place.here, Outcome) else {}),
    }


def previewed(guide: Guide, request: HttpRequest) -> Place | None:
    """The part that an editor chose to see in the preview."""
    here = guide.named(getattr(request, "preview_mode", None) or "")
    return Place(here=here) if here else None


def address(request: HttpRequest, path: str) -> str:
    return f"{request.path}?{urlencode({'a': path})}" if path else request.path


def elsewhere(place: Place) -> str:
    """The address of the page or search that the last answer leads straight to; "" when there is none."""
    answer = place.last_answer
    if answer is None or place.here is not None:
        return ""
    if answer.page:
        found = list(open_to_all(Page.objects.filter(pk=answer.page)))
        return (found[0].url or "") if found else ""
    if not answer.search:
        return ""
    found = searches([Search(answer.words, answer.search)], place.age)
    return found[0]["address"] if found else ""


def what_could_help(outcome: Outcome, age: int | None) -> dict[str, Any]:
    """The services, pages and searches of an outcome that the public may see."""
    pages = {page.pk: page for page in open_to_all(Page.objects.filter(pk__in=outcome.pages))} if outcome.pages else {}
    return {
        "outcome": outcome,
        "services": cards(list(outcome.services), timezone.localdate()) if outcome.services else [],
        "pages": [pages[pk] for pk in dict.fromkeys(outcome.pages) if pk in pages],
        "searches": searches(outcome.searches, age),
    }


def searches(wanted: Iterable[Search], age: int | None) -> list[dict[str, str]]:
    """Each search with its address in the directory. Terms that are no longer used are left out; three queries at most."""
    wanted = list(wanted)
    directory = directory_address()
    if not wanted or not directory:
        return []
    terms = {
        "topic": slugs(Topic, (search.topic for search in wanted)),
        "need": slugs(Need, (search.need for search in wanted)),
        "age": slugs(AgeStage, (search.age or age for search in wanted)),
    }
    found = []
    for search in wanted:
        chosen = {"topic": search.topic, "need": search.need, "age": search.age or age}
        asked = {name: slug for name, pk in chosen.items() if (slug := terms[name].get(pk))}
        if search.words:
            asked = {"q": search.words} | asked
        found.append({"label": search.label, "address": f"{directory}?{urlencode(asked)}"})
    return found


def slugs(model: Any, ids: Iterable[int | None]) -> dict[int | None, str]:
    wanted = {pk for pk in ids if pk}
    return dict(model.objects.in_use().filter(pk__in=wanted).values_list("pk", "slug")) if wanted else {}
