"""What to suggest while somebody types: titles, topics, and the main words of synonyms."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from .index import languages_of, version
from .models import SearchEntry, SynonymGroup
from .registry import names_in
from .rules import cleaned
from .stems import words_in

SHORTEST = 2
MOST = 8
# In this order where two are equally good.
TOPIC, WORDS, TITLE = "topic", "words", "title"


@dataclass(frozen=True)
class Suggestion:
    words: str
    kind: str


Offer = tuple[str, Suggestion]  # its words, folded, each after a space; and itself

_offers: dict[str, tuple[str, list[Offer]]] = {}


def suggestions(question: str, *, language: str) -> list[Suggestion]:
    """At most eight things that can be searched for and hold all the words typed, of which the last may be unfinished.

    Two letters at least. What begins with the words comes first, then what is shorter. One query, and three more after
    a change of the index.
    """
    typed = words_in(cleaned(question))
    if sum(map(len, typed)) < SHORTEST:
        return []
    starts = [f" {word}" for word in typed]
    found = [offer for offer in _offers_of(language) if all(start in offer[0] for start in starts)]
    whole = f" {' '.join(typed)}"
    found.sort(key=lambda offer: (not offer[0].startswith(whole), len(offer[0])))
    return [suggestion for _, suggestion in found[:MOST]]


def _offers_of(language: str) -> list[Offer]:
    token = version()
    held = _offers.get(language)
    if held is None or not token or held[0] != token:
        held = _offers[language] = (token, _read_offers(language))
    return held[1]


def _read_offers(language: str) -> list[Offer]:
    """What is in the reader's language first; then what is only in English."""
    languages = languages_of(language)
    entries = SearchEntry.objects.filter(language__in=languages)
    labels = entries.order_by().values_list("language", "labels").distinct()
    synonyms = list(SynonymGroup.objects.filter(language__in=languages))
    called = own_names(synonyms, language)
    topics = [
        called.get(name.casefold(), name)
        for each in languages
        for name in sorted({name.strip() for code, names in labels if code == each for name in names.split(",")})
    ]
    groups = [called.get(group.main.casefold(), group.main) for group in synonyms]
    rows = entries.order_by("title", "pk").values_list("language", "title", "page__translation_key")
    titled = {(code, key): title for code, title, key in rows}
    titles = [
        title
        for each in languages
        for (code, key), title in titled.items()
        if code == each and (each == language or (language, key) not in titled)
    ]
    offers: dict[str, Suggestion] = {}
    ordered: Sequence[tuple[str, Sequence[str]]] = ((TOPIC, topics), (WORDS, groups), (TITLE, titles))
    for kind, names in ordered:
        for name in names:
            key = "".join(f" {word}" for word in words_in(name))
            if key:
                offers.setdefault(key, Suggestion(name, kind))
    return list(offers.items())


def own_names(synonyms: Sequence[SynonymGroup], language: str) -> dict[str, str]:
    """What English names are called in that language, by the small letters of the English one: as the apps say
    (``registry.names``), else the first word that a synonym of that language has for it. {} for English."""
    if language == settings.LANGUAGE_CODE:
        return {}
    typed = {group.main.casefold(): group.all_terms[1] for group in synonyms if group.language == language and group.others}
    return typed | {english.casefold(): own for english, own in names_in(language)}
