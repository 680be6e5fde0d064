"""What the results page says of itself: what was not understood, what the search did, what is not known."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from localoffer.pages.rules import filled, joined
from localoffer.places.finding import Located, locate
from localoffer.places.rules import miles_in_words
from localoffer.search.rules import without_age

from .facets import AGE, OLDEST, YOUNGEST
from .finding import Results
from .forms import FilterForm


@dataclass(frozen=True)
class Done:
    """One thing that the search did of itself, and the address that undoes it ("" when there is nothing to undo)."""

    words: str
    undo: str = ""
    undo_words: str = ""


# "swimming near Abingdon", "club in OX14"
PLACE_AT_END = re.compile(r"\s(?:near|nearby|around|in)\s+(?P<place>[^\d\W][\w' -]*)$", re.IGNORECASE)


def typed_and(form: FilterForm, term: str, **more: str) -> dict[str, str]:
    """The term in the capitals in which it was typed, beside what else a sentence says."""
    place = form.question.casefold().find(term.casefold())
    return {"typed": form.question[place : place + len(term)] if place >= 0 else term, **more}


def problems_of(form: FilterForm, found: Results, typed_page: str) -> list[tuple[str, str]]:
    """(id of the field, sentence) for all that was not understood."""
    problems = list(form.problems)
    if found.place.problem:
        problems.append(("where", found.place.problem))
    if typed_page and typed_page != str(found.page.number):
        sentence = _("There is no page “%(typed)s” of these results. This is page %(number)d.")
        problems.append(("results", sentence % {"typed": typed_page[:10], "number": found.page.number}))
    return problems


def what_was_done(form: FilterForm, found: Results) -> list[Done]:
    """Corrections and synonyms, with a way to undo them; some of the words only; what the place did."""
    return [*about_words(form, found), *about_place(form, found)]


def about_words(form: FilterForm, found: Results) -> list[Done]:
    answer, done = found.answer, []
    if answer is None:
        return []
    for typed, used in answer.corrected:
        done.append(Done(_("Nothing here has “%(typed)s”, so we looked for “%(used)s”.") % typed_and(form, typed, used=used)))
    also = [filled(_("%(main)s because you typed %(typed)s"), **typed_and(form, typed, main=main)) for typed, main in answer.also]
    if also:
        done.append(Done(filled(_("We also looked for %(words)s."), words=joined("; ", also))))
    if done:
        done.append(Done("", form.address_with(exact="on"), _("Search only for the words I typed")))
    if form.exact:
        done.append(
            Done(
                _("We looked only for the words you typed."),
                form.address_without("exact"),
                _("Look for words that mean the same too"),
            )
        )
    age = without_age(form.question)[1]
    if age is not None and AGE not in form.chosen and YOUNGEST <= age <= OLDEST:
        said, offer = _("You wrote an age: %(age)d."), _("Show only what is for age %(age)d")
        done.append(Done(said % {"age": age}, form.address_with(years=str(age)), offer % {"age": age}))
    if answer.any_term and found.total:
        done.append(Done(_("No service has all of these words. These have some of them.")))
    if answer.mixed:
        done.append(Done(_("Few services have all of these words, so some here have only a part of them.")))
    return done


def about_place(form: FilterForm, found: Results) -> list[Done]:
    done = [Done(note) for note in found.place.notes]
    if found.near is not None and found.total > found.near:
        done.append(Done(near_words(found.near, found.total, miles_in_words(form.within or 0))))
    if place := place_in(form):
        done.append(place)
    if found.place.elsewhere:
        done.append(Done("", form.address_elsewhere(), _("Show what is online or by telephone")))
    return done


def near_words(near: int, total: int, distance: str) -> str:
    """How many have a place within the chosen distance, and why the others are there."""
    first = ngettext("%(n)d service has a place within %(distance)s.", "%(n)d services have a place within %(distance)s.", near)
    others = ngettext(
        "%(n)d more comes to you, is online or by telephone, or is for the whole county.",
        "%(n)d more come to you, are online or by telephone, or are for the whole county.",
        total - near,
    )
    return f"{first % {'n': near, 'distance': distance}} {others % {'n': total - near}}"


def place_in(form: FilterForm) -> Done | None:
    """When the box for words ends in a place, a link that looks near it. Two queries at most, and none without "near"."""
    if form.where or not (match := PLACE_AT_END.search(form.question)):
        return None
    found = locate(match["place"])
    words = form.question[: match.start()].strip()
    if not isinstance(found, Located) or not words:
        return None
    return Done(
        "",
        form.address_with(q=words, where=found.words),
        _("Look for “%(words)s” near %(place)s") % {"words": words, "place": found.words},
    )


def did_not_say(form: FilterForm, found: Results) -> list[str]:
    """A sentence for each filter in force about which some services say nothing: they are left out, and it is said."""
    return [sentence_for(form, name, number) for name, number in found.did_not_say]


def sentence_for(form: FilterForm, name: str, number: int) -> str:
    if name == AGE:
        return ngettext("%(n)d more did not say its ages.", "%(n)d more did not say their ages.", number) % {"n": number}
    label = form.group(name).label
    sentence = ngettext("%(n)d more did not say: %(what)s.", "%(n)d more did not say: %(what)s.", number)
    return sentence % {"n": number, "what": label[:1].lower() + label[1:]}
