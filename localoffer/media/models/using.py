"""Where the things are used that rest on a consent: on live pages, in drafts, in snippets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page, ReferenceIndex

from .consent import Consent

Key = tuple[int, str]  # Wagtail's reference index knows a thing by its base type and its key as text


@dataclass
class Use:
    """A page or another thing that shows something, and how much the public can see of it."""

    source: Any
    title: str
    is_live: bool = False
    in_draft: bool = False
    shows: list[str] = field(default_factory=list)


def resting_on(consent: Consent) -> list[models.Model]:
    """All pictures, films, recordings and stories that rest on the consent, whichever app they are of."""
    found: list[models.Model] = []
    for relation in Consent._meta.get_fields(include_hidden=True):
        if relation.auto_created and (relation.one_to_many or relation.one_to_one):
            found += relation.related_model._base_manager.filter(**{relation.field.name: consent})
    return found


def uses_of(things: Iterable[models.Model]) -> list[Use]:
    """Each page or snippet that shows one of the things, once, live pages first.

    Live pages and snippets come from Wagtail's reference index; drafts of changed pages are read, since the index
    holds what is public. A snippet that shows a picture, such as an author, brings the pages that show the snippet.
    """
    found: dict[Key, Use] = {}
    titles = {_key(thing): str(thing) for thing in things}
    for thing in things:
        if isinstance(thing, Page):
            _note(found, thing, thing.title, live=thing.live)
    _walk(found, list(things), {key: {title} for key, title in titles.items()})
    for page, keys in _drafts():
        for key in keys & set(titles):
            _note(found, page, titles[key], live=False, draft=True)
    return sorted(found.values(), key=lambda use: (not use.is_live, use.title.lower()))


def _walk(found: dict[Key, Use], things: list[models.Model], why: dict[Key, set[str]]) -> None:
    further: list[models.Model] = []
    for thing in things:
        for source, _references in ReferenceIndex.get_references_to(thing).group_by_source_object():
            if isinstance(source, Consent):
                continue
            known = _key(source) in found
            for title in why[_key(thing)]:
                _note(found, source, title, live=isinstance(source, Page) and source.live)
            if not isinstance(source, Page) and not known:
                why[_key(source)] = set(why[_key(thing)])
                further.append(source)
    if further:
        _walk(found, further, why)


def _drafts() -> Iterator[tuple[Page, set[Key]]]:
    """Pages with changes that are not published yet, with what the changed version points at.

    Those that were never public too: a young person's draft keeps its picture in the version only.
    """
    for page in Page.objects.filter(has_unpublished_changes=True).specific():
        draft = page.get_latest_revision_as_object()
        yield page, {(type_id, key) for type_id, key, *_paths in ReferenceIndex._extract_references_from_object(draft)}


def _note(found: dict[Key, Use], source: Any, title: str, *, live: bool, draft: bool = False) -> None:
    name = getattr(source, "draft_title", "") or getattr(source, "title", "") or str(source)
    use = found.setdefault(_key(source), Use(source, name))
    use.is_live = use.is_live or live
    use.in_draft = use.in_draft or draft
    if title not in use.shows:
        use.shows.append(title)


def _key(thing: models.Model) -> Key:
    base = type(thing)._meta.get_parent_list()
    return ContentType.objects.get_for_model(base[-1] if base else type(thing)).pk, str(thing.pk)
