"""What a listing says, sorted for its page into what is known and what is not. It asks the database nothing."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from localoffer.pages.keeping import kept
from localoffer.pages.rules import joined, readers_language

from .. import rules
from ..choices import NOT_KNOWN, AccessGroup, Carer, Known, LinkKind, Question, Spaces, Wait
from ..models import AccessFeature, ServiceContact, ServicePage, said
from .times import Times

MOST_TIMES = 2  # at a glance
# Of no use where nobody goes anywhere.
OF_A_PLACE = (AccessGroup.GETTING_IN, AccessGroup.SENSES)


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    icon: str
    note: str = ""
    anchor: str = ""  # where the page says more
    more: str = ""


@dataclass(frozen=True)
class Row:
    """One line of "before you go"; ``answer`` is yes, partly or no, or "" where words say it."""

    name: str
    words: str
    answer: str = ""
    note: str = ""


@dataclass(frozen=True)
class Group:
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Before:
    """What is known before the first visit, by group, and the names of what is not."""

    groups: tuple[Group, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Price:
    words: str
    days: str = ""


@dataclass(frozen=True)
class Glance:
    """The short facts, and the labels of those that nobody has told us."""

    facts: tuple[Fact, ...] = field(default=())
    unknown: tuple[str, ...] = field(default=())


def known(words: str) -> str:
    """ "" for what is not known."""
    return "" if words == str(NOT_KNOWN) else words


def prices_of(page: ServicePage, today: date) -> list[Price]:
    """Its prices of today and to come; those that are over, and one that the words about the cost say, are left out."""
    rows = [row for row in page.costs.all() if row.valid_to is None or row.valid_to >= today]
    begins = {row.pk: row.valid_from for row in rows if row.valid_from and row.valid_from > today}
    prices = [Price(row.words, rules.days_in_words(begins.get(row.pk), row.valid_to, today)) for row in rows]
    said_already = bool(page.cost_words.strip()) and len(prices) == 1 and not prices[0].days
    return [] if said_already else prices


def prices_now(page: ServicePage, today: date) -> list[str]:
    return [
        row.words
        for row in page.costs.all()
        if (row.valid_to is None or row.valid_to >= today) and (row.valid_from is None or row.valid_from <= today)
    ]


def cost_of(page: ServicePage, today: date) -> str:
    return known(rules.cost_at_a_glance(page.free, page.cost_words, prices_now(page, today)))


def wait_of(page: ServicePage) -> str:
    band = "" if page.wait == Wait.UNKNOWN else str(page.get_wait_display())
    return joined("\n", [band, page.wait_words.strip()])


def spaces_of(page: ServicePage) -> str:
    return "" if page.spaces == Spaces.UNKNOWN else str(page.get_spaces_display())


def true_on(day: date | None, today: date) -> str:
    """The date of what changes quickly; without one, that it has none."""
    return _("As of %(day)s") % {"day": rules.day_in_words(day, today)} if day else _("We do not know from when")


def ways_of(page: ServicePage) -> list[str]:
    """How it reaches people without their going anywhere."""
    ways = ((page.comes_to_you, _("Comes to your home")), (page.online, _("Online")), (page.by_phone, _("By telephone")))
    return [words for holds, words in ways if holds]


def glance(page: ServicePage, times: Times, today: date) -> Glance:
    """The facts that families ask for first, in the order in which they ask."""
    wait = wait_of(page)
    return sorted_out(
        Fact(_("For"), known(page.ages_words), "person", page.age_note),
        when(page, times, today),
        where(page),
        Fact(_("Cost"), cost_of(page, today), "cost"),
        Fact(_("Getting in"), known(page.getting_in_words), "tick"),
        Fact(_("Waiting time"), wait, "calendar", true_on(page.wait_true_on, today) if wait else ""),
        Fact(_("Serves"), known(page.coverage_words), "map"),
    )


def glance_for_you(page: ServicePage, times: Times, today: date) -> Glance:
    """The few facts of the voice for young people."""
    cost, meets = Fact(_("Cost"), cost_of(page, today), "cost"), Fact(_("Who meets you"), page.who_meets_you, "person")
    return sorted_out(when(page, times, today), where(page), cost, meets)


def when(page: ServicePage, times: Times, today: date) -> Fact:
    """When it is on; of what is closed for now, first the day on which it opens again."""
    places = list(page.places.all())
    words = "\n".join(times.lines[:MOST_TIMES]) or page.opening_times.strip() or (places[0].times if len(places) == 1 else "")
    if page.is_closed_for_now and page.closed_until:
        opens = _("From %(day)s") % {"day": rules.day_in_words(page.closed_until + timedelta(days=1), today)}
        words = joined("\n", [opens, words])
    more = len(times.lines) > MOST_TIMES or any(place.times for place in places[1:])
    return Fact(_("When"), words, "clock", "", "when", _("All times") if more else "")


def where(page: ServicePage) -> Fact:
    places = list(page.places.all())
    lines = ", ".join(places[0].lines) if len(places) == 1 else ", ".join(page.towns)
    more = _("All %(number)d places") % {"number": len(places)} if len(places) > 1 else ""
    return Fact(_("Where"), lines, "place", " · ".join(ways_of(page)), "where", more)


def sorted_out(*facts: Fact) -> Glance:
    """Known and not known; a fact of which only the note is known is that note."""
    told = [fact if fact.value else replace(fact, value=fact.note, note="") for fact in facts]
    return Glance(tuple(fact for fact in told if fact.value), tuple(fact.label for fact in told if not fact.value))


def all_features() -> list[tuple[str, str]]:
    """(name, group) of all access features in use, in the reader's language; read once for each and kept."""
    language = readers_language()

    def read() -> list[tuple[str, str]]:
        return [(said(feature, language)[0], feature.group) for feature in AccessFeature.objects.in_use()]

    return kept(f"listing-features-{language}", read)


def before(page: ServicePage) -> Before:
    """What to know before a visit, by group. What is partly so stays partly so."""
    goes_somewhere = page.at_places or bool(page.places.all())
    rows: dict[str, list[Row]] = {group: [] for group in AccessGroup.values}
    for item in page.access.all():
        row = Row(item.feature.name, str(item.get_answer_display()), item.answer, item.note)
        rows[item.feature.group].append(row)
    said = {row.name.casefold() for group in rows.values() for row in group}
    unknown: dict[str, list[str]] = {group: [] for group in AccessGroup.values}
    for group, name, words, answer in people_facts(page):
        # Editors may keep an access feature of the same name; then its answer counts.
        if words and name.casefold() not in said:
            rows[group].append(Row(name, words, answer))
            said.add(name.casefold())
        elif not words and (goes_somewhere or group == AccessGroup.TALKING):
            unknown[group].append(name)
    for name, group in all_features():
        if goes_somewhere or group not in OF_A_PLACE:
            unknown[group].append(name)
    names = dict.fromkeys(name for group in unknown.values() for name in group if name.casefold() not in said)
    return Before(
        tuple(Group(str(AccessGroup(group).label), tuple(rows[group])) for group in AccessGroup.values if rows[group]),
        tuple(names),
    )


def people_facts(page: ServicePage) -> list[tuple[str, str, str, str]]:
    """(group, name, words, answer) of the facts that are not in the vocabulary; words "" when not known."""
    languages = joined(", ", [language.name for language in page.languages.all()])
    carer = "" if page.carer == Carer.UNKNOWN else str(page.get_carer_display())
    return [
        (AccessGroup.FIRST_VISIT, _("Who meets you"), page.who_meets_you, ""),
        (AccessGroup.FIRST_VISIT, _("Parents and carers"), carer, ""),
        (AccessGroup.FIRST_VISIT, _("Brothers and sisters welcome"), *yes_or_no(page.siblings_welcome)),
        (AccessGroup.TALKING, _("Languages"), languages, ""),
        (AccessGroup.TALKING, _("Interpreter"), *yes_or_no(page.interpreter)),
        (AccessGroup.CARE, _("Help with personal care"), *yes_or_no(page.personal_care)),
        (AccessGroup.CARE, _("Can give medicines"), *yes_or_no(page.medicines)),
    ]


def yes_or_no(answer: str) -> tuple[str, str]:
    return ("", "") if answer == Known.UNKNOWN else (str(Known(answer).label), answer)


def start_facts(page: ServicePage) -> list[tuple[str, str]]:
    """(question, answer) of what is needed to start, as far as it is known.

    None of three that are all not needed: the short facts say that in one line.
    """
    asked = [
        (_("Is a referral needed?"), page.referral_needed),
        (_("Is a diagnosis needed?"), page.diagnosis_needed),
        (_("Is an EHC plan needed?"), page.plan_needed),
    ]
    answers = [(question, str(Known(answer).label)) for question, answer in asked if answer != Known.UNKNOWN]
    if all(answer == Known.NO for _question, answer in asked):
        answers = []
    return answers + ([(_("Papers to bring"), page.papers_needed)] if page.papers_needed else [])


def start_unknown(page: ServicePage) -> list[str]:
    """What the short facts do not name already."""
    asked = [
        (_("referral"), page.referral_needed != Known.UNKNOWN),
        (_("diagnosis"), page.diagnosis_needed != Known.UNKNOWN),
        (_("EHC plan"), page.plan_needed != Known.UNKNOWN),
        (_("spaces"), page.spaces != Spaces.UNKNOWN),
    ]
    return [name for name, is_known in asked if not is_known]


def links_of(page: ServicePage) -> dict[str, list[Any]]:
    """The links that lead somewhere, by kind."""
    shown = [link for link in page.links.all() if link.url]
    return {kind: [link for link in shown if link.kind == kind] for kind in LinkKind.values}


def answers_of(page: ServicePage) -> list[Any]:
    """The provider's answers, in the order of the questions."""
    order = {question: place for place, question in enumerate(Question.values)}
    return sorted(page.answers.all(), key=lambda row: order.get(row.question, len(order)))


def first_with(contacts: list[ServiceContact], name: str) -> ServiceContact | None:
    return next((contact for contact in contacts if getattr(contact, name)), None)


def before_for_you(all_of_it: Before) -> Before:
    """The senses and the first visit: what young people ask before they go."""
    wanted = {str(AccessGroup.SENSES.label), str(AccessGroup.FIRST_VISIT.label)}
    return Before(tuple(group for group in all_of_it.groups if group.name in wanted))
