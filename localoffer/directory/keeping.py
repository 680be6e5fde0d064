"""What every search reads and what seldom changes: the words of the filters, and the facts of all listings."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from localoffer.pages.keeping import kept
from localoffer.pages.rules import readers_language
from localoffer.search import index
from localoffer.search.models import SearchEntry

from .facets import Facets
from .models import AccessFeature, AgeStage, Area, Language, Need, Topic, said

VOCABULARIES = {
    "age": AgeStage,
    "topic": Topic,
    "need": Need,
    "access": AccessFeature,
    "language": Language,
    "area": Area,
}


@dataclass(frozen=True)
class Word:
    """A term of a vocabulary, as filters show it."""

    slug: str
    name: str
    summary: str = ""
    parent: str = ""
    span: str = ""  # of an age stage: "5-11"
    group: str = ""  # of an access feature
    in_county: bool = True  # of an area


@dataclass(frozen=True)
class Terms:
    """The terms in use, in their order."""

    topics: tuple[Word, ...] = ()
    needs: tuple[Word, ...] = ()
    stages: tuple[Word, ...] = ()
    access: tuple[Word, ...] = ()
    areas: tuple[Word, ...] = ()
    languages: tuple[Word, ...] = ()
    merged: dict[str, dict[str, str]] = field(default_factory=dict)  # by filter: the slug of a merged term, the one that stays


def terms_in_use() -> Terms:
    """The words of the filters in the reader's language; read once for each and kept until a vocabulary changes.

    Slugs, and so addresses, are the same in all of them. What is not translated is in English, and marked so.
    """
    language = readers_language()
    return kept(f"directory-terms-{language}", lambda: read_terms(language), held=True)


def read_terms(language: str) -> Terms:
    def words(model: type, **more: Any) -> tuple[Word, ...]:
        return tuple(
            Word(term.slug, *said(term, language), **{name: read(term) for name, read in more.items()})
            for term in model.objects.in_use()
        )

    return Terms(
        topics=tuple(
            Word(topic.slug, *said(topic, language), parent=topic.parent.slug if topic.parent else "")
            for topic in Topic.objects.in_use().select_related("parent")
        ),
        needs=words(Need),
        stages=words(AgeStage, span=lambda stage: f"{stage.minimum_age}-{stage.maximum_age}"),
        access=tuple(
            Word(feature.slug, *said(feature, language), group=feature.group)
            for feature in AccessFeature.objects.in_use().filter(in_filters=True)
        ),
        areas=words(Area, in_county=lambda area: area.in_county),
        languages=words(Language),
        merged={name: model.objects.merged_slugs() for name, model in VOCABULARIES.items()},
    )


_facets: dict[str, Facets] = {}


def the_facets() -> Facets:
    """The facts of all listings that can be found. Held in memory for as long as the index has the same version,
    which every change of the index renews, in the same transaction. One query while nothing changed."""
    version = index.version()
    if not version or version not in _facets:  # an index that nobody has written to yet has no version
        rows = (
            SearchEntry.objects.filter(kind="service", language=settings.LANGUAGE_CODE, page__alias_of=None)
            .exclude(facts__closed=True)
            .values_list("page_id", "title", "facts")
        )
        ordered = sorted(rows, key=lambda row: (row[1].casefold(), row[0]))
        _facets.clear()
        _facets[version] = Facets((page_id, facts) for page_id, _title, facts in ordered)
    return _facets[version]
