"""What the results page says of itself: what was not understood, what the search did, what is not known."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
    """Corrections and synonyms, with a way to undo them; some of the words only; notes on the place."""
    done, answer = [], found.answer
    if answer:
        for typed, used in answer.corrected:
            done.append(Done(_("Nothing here has “%(typed)s”, so we looked for “%(used)s”.") % {"typed": typed, "used": used}))
        for typed, main in answer.also:
            done.append(Done(_("We also looked for %(main)s because you typed %(typed)s.") % {"main": main, "typed": typed}))
        if done:
            done.append(Done("", form.address_with(exact="on"), _("Look for my own words only")))
        if form.exact:
            done.append(
                Done(_("We looked for your own words only."), form.address_without("exact"), _("Look for like words too"))
            )
        age = without_age(form.question)[1]
        if age is not None and AGE not in form.chosen and YOUNGEST <= age <= OLDEST:
            done.append(
                Done(
                    _("You wrote an age: %(age)d.") % {"age": age},
                    form.address_with(years=str(age)),
                    _("Show only what is for age %(age)d") % {"age": age},
                )
            )
        if answer.any_term and found.total:
            done.append(Done(_("No service has all of these words. These have some of them.")))
    return done + [Done(note) for note in found.place.notes]


def did_not_say(form: FilterForm, found: Results) -> list[str]:
    """A sentence for each filter in force about which some services say nothing: they are left out, and it is said."""
    return [sentence_for(form, name, number) for name, number in found.did_not_say]


def sentence_for(form: FilterForm, name: str, number: int) -> str:
    if name == AGE:
        return ngettext("%(n)d more did not say its ages.", "%(n)d more did not say their ages.", number) % {"n": number}
    label = form.group(name).label
    sentence = ngettext("%(n)d more did not say: %(what)s.", "%(n)d more did not say: %(what)s.", number)
    return sentence % {"n": number, "what": label[:1].lower() + label[1:]}
