"""The index's writes: putting pages in, taking them out, making it anew. Each changes the version in its transaction."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from secrets import token_urlsafe
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Page

from localoffer.pages.querysets import open_to_all

from .models import IndexVersion, SearchEntry, Word
from .registry import Shown, Source, searchable_models, source_for, source_of
from .stems import stem, stems_of, words_in

CHUNK = 500
WORDS_AT_ONCE = 1000
LONGEST_BODY = 100_000  # characters; far beyond any page, and within what a tsvector can hold
COLUMNS = ("other_names", "topics", "summary", "organisation", "place")
KEPT = [field.name for field in SearchEntry._meta.fields if field.name not in ("id", "page")]

Progress = Callable[[Iterable[Any], int], Iterable[Any]]


def renew() -> None:
    """Gives the index a new version. It also holds back other writers until the transaction ends, so that they
    come one after the other. Random, since a number counted up would come again after a rollback."""
    IndexVersion.objects.bulk_create(
        [IndexVersion(id=1, token=token_urlsafe(16))], update_conflicts=True, unique_fields=["id"], update_fields=["token"]
    )


def entry_of(page_id: int, kind: str, language: str, shown: Shown) -> SearchEntry:
    """The row of a page, its words cut to stems; not saved."""
    texts = {name: getattr(shown, name) for name in COLUMNS} | {"title_words": shown.title, "body": shown.body[:LONGEST_BODY]}
    spelled = dict.fromkeys(word for text in texts.values() for word in words_in(text))
    return SearchEntry(
        page_id=page_id,
        kind=kind,
        language=language,
        title=shown.title,
        labels=shown.topics,
        facts=shown.facts,
        spelled=" ".join(spelled),
        **{name: " ".join(stems_of(text, language)) for name, text in texts.items()},
    )


def write(entries: list[SearchEntry], gone: Iterable[int] = ()) -> None:
    """Writes entries over those of the same pages, and takes out those of the pages that are ``gone``."""
    gone = list(gone)
    with transaction.atomic():
        renew()
        before = SearchEntry.objects.filter(page_id__in=[*gone, *(entry.page_id for entry in entries)])
        change: Counter[tuple[str, str]] = Counter()
        for language, spelled in before.values_list("language", "spelled"):
            change.subtract((language, word) for word in spelled.split())
        for entry in entries:
            change.update((entry.language, word) for word in entry.spelled.split())
        if gone:
            SearchEntry.objects.filter(page_id__in=gone).delete()
        SearchEntry.objects.bulk_create(
            entries, batch_size=CHUNK, update_conflicts=True, unique_fields=["page"], update_fields=KEPT
        )
        _count_words(change)


def _count_words(change: Counter[tuple[str, str]]) -> None:
    """Adds to the uses of words; words without a use go."""
    rows = [(language, word, stem(word, language), uses) for (language, word), uses in sorted(change.items()) if uses]
    with connection.cursor() as cursor:
        for start in range(0, len(rows), WORDS_AT_ONCE):
            chunk = rows[start : start + WORDS_AT_ONCE]
            cursor.execute(
                f"INSERT INTO search_word (language, word, stem, uses) VALUES {', '.join(['(%s, %s, %s, %s)'] * len(chunk))} "
                "ON CONFLICT (language, word) DO UPDATE SET uses = search_word.uses + excluded.uses",
                [value for row in chunk for value in row],
            )
    if any(uses < 0 for *_, uses in rows):
        Word.objects.filter(uses__lte=0).delete()


def put(page: Page) -> None:
    """Puts the published state of a page into the index, or takes it out if not everybody may see it."""
    if source_of(page) is not None:
        _put(page.specific_class, [page.pk])


def put_all(page_ids: Iterable[int]) -> None:
    """The same for many pages, in a few queries for each 500 of them. Pages of types that nobody registered are left."""
    ids = sorted(set(page_ids))
    types = {ContentType.objects.get_for_model(model).pk: model for model in searchable_models()}
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        by_model: dict[type[Page], list[int]] = {}
        for pk, type_id in Page.objects.filter(pk__in=chunk, content_type__in=types).values_list("pk", "content_type"):
            by_model.setdefault(types[type_id], []).append(pk)
        for model, found in by_model.items():
            _put(model, found)
        if lost := set(chunk) - {pk for found in by_model.values() for pk in found}:
            take_out(lost)


def _put(model: type[Page], ids: list[int]) -> None:
    with transaction.atomic():
        renew()  # first, so that nobody publishes between our reading and our writing
        entries = list(_described(model, ids))
        write(entries, gone=set(ids) - {entry.page_id for entry in entries})


def _described(model: type[Page], ids: list[int]) -> Iterator[SearchEntry]:
    """The entries of those of these pages that are open to all, from what is stored: a page in hand may carry a draft."""
    source: Source | None = source_for(model)
    if source is None:
        return
    pages = open_to_all(model.objects.filter(pk__in=ids)).select_related("locale")
    for page in source.pages(pages):
        yield entry_of(page.pk, source.kind, page.locale.language_code, source.describe(page))


def take_out(page_ids: Iterable[int]) -> None:
    ids = list(page_ids)
    if SearchEntry.objects.filter(page_id__in=ids).exists():
        write([], gone=ids)


def rebuild(progress: Progress = lambda chunks, total: chunks) -> int:
    """Makes the whole index anew and returns how many pages are in it. Readers have the old one until it is done.

    All is read before anything is written, so that on SQLite, too, others may publish meanwhile; what they published
    is read again in the transaction that writes. ``progress`` may show how far the reading is: it is given the chunks
    and the number of pages.
    """
    before = _public_state()
    chunks = [
        (model, list(ids[start : start + CHUNK]))
        for model, ids in _by_model(before).items()
        for start in range(0, len(ids), CHUNK)
    ]
    entries: dict[int, SearchEntry] = {}
    for model, ids in progress(chunks, len(before)):
        entries |= {entry.page_id: entry for entry in _described(model, ids)}
    with transaction.atomic():
        renew()
        now = _public_state()
        changed = {pk: state for pk, state in now.items() if before.get(pk) != state}
        for model, ids in _by_model(changed).items():
            entries |= {entry.page_id: entry for entry in _described(model, ids)}
        SearchEntry.objects.all().delete()
        Word.objects.all().delete()
        kept = [entry for pk, entry in entries.items() if pk in now]
        SearchEntry.objects.bulk_create(kept, batch_size=CHUNK)
        _count_words(Counter((entry.language, word) for entry in kept for word in entry.spelled.split()))
    return len(kept)


def _public_state() -> dict[int, tuple[Any, ...]]:
    """For each page that may be found: its type, and what tells whether it was published again."""
    return {
        pk: (model, *state)
        for model in searchable_models()
        for pk, *state in open_to_all(model.objects.order_by("pk")).values_list("pk", "last_published_at", "live_revision_id")
    }


def _by_model(state: dict[int, tuple[Any, ...]]) -> dict[type[Page], list[int]]:
    found: dict[type[Page], list[int]] = {}
    for pk, (model, *_) in state.items():
        found.setdefault(model, []).append(pk)
    return found
