"""The index, asked: what answers a question, what is like a page. Writes are in ``keeping``, and can be had here too."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Subquery
from wagtail.contrib.search_promotions.models import SearchPromotion

from localoffer.pages.rules import in_english

from .asking import Reading, Synonyms, read
from .backends import Question, ask
from .keeping import put, put_all, rebuild, renew, take_out
from .models import IndexVersion, SearchEntry, SynonymGroup, Word
from .ranking import ENOUGH, IN_PASSING, WEIGHTS, Alternative, Clause, information, points, rarity
from .registry import names_in
from .rules import STOP_WORDS, cleaned
from .spelling import Vocabulary
from .stems import stems_of, words_in

__all__ = ["Answer", "BestBet", "find", "put", "put_all", "rebuild", "related", "renew", "take_out", "version"]

SCORED_FINELY = 100  # pages that are looked at closely; those below keep the database's coarser order
MOST_RARE_WORDS = 6
# points below zero, place in the order of titles, page, kind, a bit for each clause, entry
Row = tuple[int, int, int, str, int, int]


@dataclass(frozen=True)
class BestBet:
    """What editors want to stand first for a question: a page, or an address elsewhere with its words."""

    page_id: int | None
    url: str
    text: str
    description: str


@dataclass(frozen=True)
class Answer:
    """What was looked for, and the ids of the pages that match, the best first, with the kind of each."""

    question: str
    terms: tuple[str, ...] = ()
    found: tuple[tuple[int, str], ...] = ()
    any_term: bool = False  # no page had all the terms: these have the telling ones of them
    mixed: bool = False  # the pages with all the terms have them only in passing: those with some of them are there too
    scores: dict[int, float] = field(default_factory=dict)  # by page, from 0 to 1 for the best
    also: tuple[tuple[str, str], ...] = ()  # (typed, looked for too)
    corrected: tuple[tuple[str, str], ...] = ()  # (typed, looked for instead)
    did_you_mean: str = ""  # a whole question, which was not looked for
    best_bets: tuple[BestBet, ...] = ()

    @property
    def page_ids(self) -> list[int]:
        return [page_id for page_id, _ in self.found]

    def of_kind(self, *kinds: str) -> list[int]:
        return [page_id for page_id, kind in self.found if kind in kinds]


@dataclass(frozen=True)
class Known:
    """What this process holds for readers of one language while the index's version stays the same.

    Pages without an entry in that language are there with their English one. Of a page in both, both entries are asked,
    and stand for one page: the English one.
    """

    token: str
    languages: tuple[str, ...]
    vocabulary: Vocabulary
    synonyms: Synonyms
    best_bets: dict[tuple[str, ...], tuple[BestBet, ...]]
    entries: dict[int, tuple[int, int, str]]  # place in the order of titles, page, kind; by the entry's number
    own_terms: frozenset[str] = frozenset()  # synonyms that are words of the reader's language; the main ones are English

    def marked(self, also: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """(typed, looked for too), the English ones marked for a reader of another language."""
        language = self.languages[0]
        return tuple((typed, term if term in self.own_terms else in_english(term, language)) for typed, term in also)


_known: dict[str, Known] = {}


def version() -> str:
    """A token that is another one after every change to what can be found (entries, synonyms, best bets); one query."""
    return IndexVersion.objects.filter(pk=1).values_list("token", flat=True).first() or ""


def known(language: str, token: str) -> Known:
    """The words, synonyms, best bets and titles for readers of a language: four queries after a change, else none."""
    held = _known.get(language)
    if held is None or not token or held.token != token:
        languages = languages_of(language)
        kept_by_editors = list(SynonymGroup.objects.filter(language__in=languages))
        own = [group.all_terms for group in kept_by_editors if group.language == language and not group.one_way]
        groups = [(group.all_terms, group.one_way) for group in kept_by_editors]
        groups += [(pair, True) for pair in names_in(language)]
        vocabulary = Vocabulary(
            Word.objects.filter(language__in=languages).values_list("word", "stem", "uses"),
            more={word for terms, _ in groups for term in terms for word in words_in(term)},
        )
        held = _known[language] = Known(
            token,
            languages,
            vocabulary,
            Synonyms.of(groups, *languages),
            _best_bets(languages),
            _entries(languages),
            frozenset(term for terms in own for term in terms),
        )
    return held


def languages_of(language: str) -> tuple[str, ...]:
    """The languages in which somebody looks who reads that one: it first, and English."""
    return tuple(dict.fromkeys((language, settings.LANGUAGE_CODE)))


def _entries(languages: tuple[str, ...]) -> dict[int, tuple[int, int, str]]:
    """In order by title and page: here and not in the databases, which differ in the order of letters.

    What is in the reader's language comes before what is not.
    """
    entries = SearchEntry.objects.filter(language__in=languages)
    if len(languages) == 1:
        rows = list(entries.values_list("pk", "page_id", "kind", "title"))
        rows.sort(key=lambda row: (row[3].casefold(), row[1]))
        return {pk: (place, page_id, kind) for place, (pk, page_id, kind, _) in enumerate(rows)}
    pairs: dict[Any, dict[str, tuple[int, int, str, str]]] = {}
    for key, language, *row in entries.values_list("page__translation_key", "language", "pk", "page_id", "kind", "title"):
        pairs.setdefault(key, {})[language] = (row[0], row[1], row[2], row[3])
    own, english = languages
    shown = [
        (own not in twins, (twins.get(own) or twins[english])[3].casefold(), (twins.get(english) or twins[own])[1], twins)
        for twins in pairs.values()
    ]
    shown.sort(key=lambda row: row[:3])
    return {pk: (place, page_id, kind) for place, (_, _, page_id, twins) in enumerate(shown) for pk, _, kind, _ in twins.values()}


def _best_bets(languages: tuple[str, ...]) -> dict[tuple[str, ...], tuple[BestBet, ...]]:
    found: dict[tuple[str, ...], tuple[BestBet, ...]] = {}
    for pick in SearchPromotion.objects.select_related("query").order_by("query", "sort_order", "pk"):
        bet = BestBet(pick.page_id, pick.external_link_url, pick.external_link_text or "", pick.description)
        for key in {tuple(stems_of(pick.query.query_string, language)) for language in languages}:
            found[key] = (*found.get(key, ()), bet)
    return found


def find(
    question: str, *, kinds: Iterable[str], language: str = settings.LANGUAGE_CODE, first: str = "", exact: bool = False
) -> Answer:
    """Looks for all that was asked, and if no page has all, for the telling part of it. Never raises for what was typed.

    With ``first``, that kind decides: when none of it has all the terms, any of them will do. ``exact`` looks for what
    was typed only, without corrections and synonyms.

    Readers of another language than English find all pages, by words of both languages; a page in both is there once, as
    its English one. At most five queries, whatever the language, and four more after a change of the index.
    """
    asked = cleaned(question)
    wanted = tuple(kinds)
    if not wanted or not words_in(asked):
        return Answer(asked)
    have = known(language, version())
    reading = read(asked, have.languages, have.vocabulary, have.synonyms, exact=exact)
    if not reading.clauses:
        return Answer(asked)
    rows = _ask(Question(reading.clauses, have.languages), wanted, have)
    any_term = len(reading.clauses) > 1 and not any(row[3] == first or not first for row in rows)
    if any_term:
        rows = _telling(_ask(Question(reading.clauses, have.languages, any_term=True), wanted, have), reading.clauses, first)
    scored = _scored(rows, reading)
    mixed = not any_term and len(reading.clauses) > 1 and _is_weak(scored, reading.clauses, first)
    if mixed:
        some = _ask(Question(reading.clauses, have.languages, any_term=True), wanted, have)
        whole = {row[2] for row in rows}
        rows += _telling([row for row in some if row[2] not in whole], reading.clauses, first)
        scored = _scored(sorted(rows), reading)
    best = scored[0][2] if scored else 1
    return Answer(
        question=asked,
        terms=reading.terms,
        found=tuple((page_id, kind) for page_id, kind, _ in scored),
        any_term=any_term,
        mixed=mixed,
        scores={page_id: score / best for page_id, _, score in scored},
        also=have.marked(reading.also),
        corrected=reading.corrected,
        did_you_mean=reading.did_you_mean,
        best_bets=_bets_for(asked, reading, have),
    )


def _ask(question: Question, kinds: tuple[str, ...], have: Known) -> list[Row]:
    held = have.entries
    found = [(points, held[entry], mask, entry) for entry, points, mask in ask(question) if entry in held]
    rows = sorted(
        (-points, place, page_id, kind, mask, entry) for points, (place, page_id, kind), mask, entry in found if kind in kinds
    )
    return rows if len(have.languages) == 1 else _each_once(rows)


def _each_once(rows: list[Row]) -> list[Row]:
    """Of two entries of one page the better one, with what either has of the question."""
    masks: dict[int, int] = {}
    best: dict[int, Row] = {}
    for row in rows:
        masks[row[2]] = masks.get(row[2], 0) | row[4]
        best.setdefault(row[2], row)
    return [(points, place, page, kind, masks[page], entry) for points, place, page, kind, _, entry in best.values()]


def _telling(rows: list[Row], clauses: tuple[Clause, ...], first: str) -> list[Row]:
    """Those rows that have at least half as much of the question's information as the best of the first kind."""
    matched = {mask: information(clauses, mask) for mask in {row[4] for row in rows}}
    best = max((matched[row[4]] for row in rows if row[3] == first), default=0) or max(matched.values(), default=0)
    return [row for row in rows if matched[row[4]] >= ENOUGH * best]


def _is_weak(scored: list[tuple[int, str, float]], clauses: tuple[Clause, ...], first: str) -> bool:
    """Whether the best page of the first kind has what was asked hardly anywhere but in its body."""
    best = next((score for _, kind, score in scored if kind == first or not first), 0.0)
    return best < IN_PASSING * sum(clause.rarity for clause in clauses)


def _scored(rows: list[Row], reading: Reading) -> list[tuple[int, str, float]]:
    """(page, kind, score), the best first: the first hundred by the published formula, then the rest by the coarser one."""
    top, rest = rows[:SCORED_FINELY], rows[SCORED_FINELY:]
    close = SearchEntry.objects.filter(pk__in=[entry for *_, entry in top]).values("pk", "language", *WEIGHTS)
    fields = {row["pk"]: row for row in close} if top else {}
    fine = [
        (page_id, kind, points(reading.clauses, fields[entry], mask, reading.typed[fields[entry]["language"]]), place)
        for _, place, page_id, kind, mask, entry in top
        if entry in fields
    ]
    fine.sort(key=lambda row: (-row[2], row[3]))
    lowest = fine[-1][2] if fine else 0
    return [
        *((page_id, kind, score) for page_id, kind, score, _ in fine),
        *((page_id, kind, min(-coarse / 10, lowest)) for coarse, _, page_id, kind, *_ in rest),
    ]


def _bets_for(asked: str, reading: Reading, have: Known) -> tuple[BestBet, ...]:
    asked_for = [way for language in have.languages for way in (tuple(stems_of(asked, language)), reading.typed[language])]
    return next((have.best_bets[key] for key in asked_for if key in have.best_bets), ())


def related(page_id: int, kind: str, most: int = 3) -> list[int]:
    """Pages of a kind that share the rarest words of a page's title and topics, the likest first. Two queries, and
    four more after a change of the index. [] for a page that is not in the index."""
    token = Subquery(IndexVersion.objects.filter(pk=1).values("token")[:1])
    entry: Any = SearchEntry.objects.annotate(token=token).defer("body", "spelled").filter(page_id=page_id).first()
    if entry is None:
        return []
    have = known(entry.language, entry.token or "")
    vocabulary = have.vocabulary
    words = dict.fromkeys(f"{entry.title_words} {entry.topics}".split())
    shared = sorted(
        (vocabulary.uses_of(word), word)
        for word in words
        if vocabulary.uses_of(word) > 1 and word not in STOP_WORDS and len(word) > 1
    )
    clauses = tuple(Clause((Alternative((word,)),), rarity(uses, vocabulary.entries)) for uses, word in shared[:MOST_RARE_WORDS])
    if not clauses:
        return []
    rows = _ask(Question(clauses, have.languages, any_term=True, without_body=True), (kind,), have)
    return [found for _, _, found, *_ in rows if found != page_id][:most]
