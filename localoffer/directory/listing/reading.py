"""Reads a listing with all its parts in four queries, however many parts there are."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model, QuerySet, Value
from django.db.models.functions import JSONObject

from localoffer.pages.rules import in_english, readers_language
from localoffer.questions import written_once

from ..models import FACTS_IN_WORDS, ServiceLink, ServicePage, ServicePicture, say_terms

# Child records, and what is read with each: (name of the relation, names of foreign keys).
CHILDREN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("places", ()),
    ("schedules", ()),
    ("closed_dates", ()),
    ("contacts", ()),
    ("access", ("feature",)),
    ("costs", ()),
    ("answers", ()),
    ("registrations", ()),
)
TERMS = ("topics", "needs", "age_stages", "areas", "languages")
LINKED = ("target", "document")
# The words that a translation can have; the facts (FACTS_IN_WORDS) are the English listing's.
OWN_WORDS = (
    "summary",
    "description",
    "for_young_people",
    "who_for",
    "not_for",
    "how_to_get_it",
    "who_meets_you",
    "papers_needed",
)
ROW_WORDS: dict[str, tuple[str, ...]] = {
    "places": ("times", "getting_there"),
    "schedules": ("note",),
    "closed_dates": ("note",),
    "contacts": ("name", "note"),
    "access": ("note",),
    "answers": ("answer",),
    "registrations": ("judgement",),
    "pictures": ("caption",),
    "links": ("words",),
}
# Of these a translation can have the words, which are lent to the English row of the same key.
LENT_ROW_WORDS: dict[str, tuple[str, ...]] = {
    "contacts": ("name", "note"),
    "access": ("note",),
    "costs": ("option", "unit"),
    "answers": ("answer",),
}
ONE_SENTENCE = {"costs"}  # its words stand in one sentence, which is in one language
LENT = "lent "
Make = Callable[[dict[str, Any]], Model]


def read_parts(page: ServicePage) -> None:
    """Gives the page its child records and terms, so that ``page.places.all()`` and the like ask the database nothing.

    A draft that somebody previews carries its own already. Not for pages that will be saved.
    """
    if page.pk is None or getattr(page, "_cluster_related_objects", None):
        return
    makers = parts_makers()
    found: dict[str, list[Any]] = defaultdict(list)
    for name, row in parts_of(page.pk, page.words_from or 0):
        found[name].append(row if name.startswith(LENT) else makers[name](row))
    for name, words in LENT_ROW_WORDS.items():
        lend_to_rows(found[name], found[LENT + name], words, all_or_none=name in ONE_SENTENCE)
    for name in TERMS:
        found[name].sort(key=lambda term: (term.order, term.name))
    for name, _related in CHILDREN:
        found[name].sort(key=lambda child: (child.sort_order or 0, child.pk))
    found["pictures"] = pictures_of(page.pk)
    found["links"] = links_of(page.pk)
    page._cluster_related_objects = {name: found[name] for name in (*makers, "pictures", "links")}


@written_once
def parts_of(page_id: int, lender_id: int) -> QuerySet[Any]:
    """All parts of a listing, and the words of rows that its translation lends it, as rows of (name, all fields)."""
    queries = []
    for name, related in CHILDREN:
        model = getattr(ServicePage, name).rel.related_model
        queries.append(as_rows(name, model.objects.filter(page_id=page_id), fields_of(model, related)))
    for name in TERMS:
        field = ServicePage._meta.get_field(name)
        rows = field.remote_field.through.objects.filter(servicepage_id=page_id)
        queries.append(as_rows(name, rows, fields_of(field.related_model, prefix=f"{field.m2m_reverse_field_name()}__")))
    for name, words in LENT_ROW_WORDS.items():
        rows = getattr(ServicePage, name).rel.related_model.objects.filter(page_id=lender_id)
        queries.append(as_rows(LENT + name, rows, {field: field for field in ("translation_key", *words)}))
    return queries[0].union(*queries[1:], all=True)


@cache
def parts_makers() -> dict[str, Make]:
    """How to make the parts of their rows, by name."""
    children = {name: maker(getattr(ServicePage, name).rel.related_model, related) for name, related in CHILDREN}
    return children | {name: maker(ServicePage._meta.get_field(name).related_model) for name in TERMS}


def lend_to_rows(rows: Iterable[Any], lent: Iterable[dict[str, Any]], names: tuple[str, ...], *, all_or_none: bool) -> None:
    """Lays the words of a translation over the English rows of the same key. What is not translated yet was copied."""
    by_key = {UUID(words["translation_key"]): words for words in lent}
    for row in rows:
        words = by_key.get(row.translation_key, {})
        said = [name for name in names if getattr(row, name)]
        new = [name for name in said if words.get(name) and words[name] != getattr(row, name)]
        if all_or_none and new != said:
            continue
        for name in new:
            setattr(row, name, words[name])
        row.lent_names = frozenset(new)


@written_once
def pictures_of(page_id: int) -> QuerySet[ServicePicture]:
    """With who is in them."""
    return ServicePicture.objects.filter(page_id=page_id).select_related("picture__consent").order_by("sort_order", "pk")


@written_once
def links_of(page_id: int) -> QuerySet[ServiceLink]:
    """With the pages and documents that they lead to."""
    return ServiceLink.objects.filter(page_id=page_id).select_related(*LINKED).order_by("sort_order", "pk")


def as_rows(name: str, rows: QuerySet[Any], fields: dict[str, str]) -> QuerySet[Any]:
    """Rows of (name, all fields as one object), so that rows of different tables fit into one answer."""
    return rows.order_by().values_list(Value(name), JSONObject(**fields))


def fields_of(model: type[Model], related: tuple[str, ...] = (), prefix: str = "") -> dict[str, str]:
    fields = {field.attname: f"{prefix}{field.attname}" for field in model._meta.concrete_fields}
    for name in related:
        fields |= {f"{name}__{field}": path for field, path in fields_of(to_model(model, name), prefix=f"{name}__").items()}
    return fields


def to_model(model: type[Model], name: str) -> Any:
    return model._meta.get_field(name).related_model


def maker(model: type[Model], related: tuple[str, ...] = ()) -> Make:
    """Makes what the ORM would have made of the row."""

    def make(row: dict[str, Any]) -> Model:
        item = model(**{field.attname: field.to_python(row[field.attname]) for field in model._meta.concrete_fields})
        item._state.adding, item._state.db = False, "default"
        for name in related:
            parts = {key.removeprefix(f"{name}__"): value for key, value in row.items() if key.startswith(f"{name}__")}
            setattr(item, name, maker(to_model(model, name))(parts))
        return item

    return make


def speak(page: ServicePage) -> None:
    """Makes a listing whose parts were read speak to its reader: the vocabularies in their language, English words marked.

    The page's own words are English where no translation lent its own. Not for pages that will be saved.
    """
    language = readers_language()
    if language == settings.LANGUAGE_CODE:
        return
    mark(page, {*FACTS_IN_WORDS, *OWN_WORDS} - page.lent_names, language)
    for name in TERMS:
        say_terms(getattr(page, name).all(), language)
    say_terms((row.feature for row in page.access.all()), language)
    for relation in ROW_WORDS:
        mark_rows(relation, getattr(page, relation).all(), language)


def mark_rows(relation: str, rows: Iterable[Any], language: str) -> None:
    """Marks the words of these child records of listings that are English, for a reader of another language."""
    for row in rows:
        mark(row, set(ROW_WORDS[relation]) - getattr(row, "lent_names", frozenset()), language)


def mark(item: Any, names: Iterable[str], language: str) -> None:
    for name in names:
        setattr(item, name, in_english(getattr(item, name), language))
