"""Keeping the words of translated pages, and what speakers of a language checked."""

import hashlib
import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import trans_real
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .models import PageWords, SpeakerCheck

HEADER_ONLY = 1  # entry of a catalogue without words
CHECKED = "languages.check"
TAKEN_BACK = "languages.take_back"


class CannotBeChecked(Exception):
    """Why a page cannot be marked as checked, in a sentence for people."""


def pass_over_empty_catalogues() -> None:
    """English words stand in the code, and the English catalogues of packages are nearly all empty. Django asks each of them
    for each word of each page, some 25 for one word: those without words are taken out of its list."""
    english: Any = trans_real.translation(settings.LANGUAGE_CODE)
    held = english._catalog
    pairs = [pair for pair in zip(held._catalogs, held._plurals, strict=True) if len(pair[0]) > HEADER_ONLY]
    held._catalogs[:], held._plurals[:] = [catalogue for catalogue, _ in pairs], [plural for _, plural in pairs]
    while english._fallback is not None and len(english._fallback._catalog) <= HEADER_ONLY:
        english._fallback = english._fallback._fallback


def is_translation(page: Page) -> bool:
    """Whether the page is in another language, and no copy of an English page."""
    return page.alias_of_id is None and page.locale.language_code != settings.LANGUAGE_CODE


def hash_of(page: Page) -> str:
    """A hash of all that wagtail-localize would have translated of the page as it stands; its own address is no text."""
    said = [(part.path, part.string.data) for part in extract_segments(page) if isinstance(part, StringSegmentValue)]
    return hashlib.sha256(json.dumps([one for one in said if one[0] != "slug"]).encode()).hexdigest()


def keep_words(*, page: Any, now: datetime) -> None:
    """Writes down which words the public page has, and that they are new, if they are.

    Only of translations, and of pages that have been sent for translation.
    """
    if page.alias_of_id:
        return
    if page.locale.language_code == settings.LANGUAGE_CODE and not _is_sent(page):
        return
    words = hash_of(page)
    kept = PageWords.objects.filter(page=page.pk).first()
    if kept is None:
        PageWords.objects.create(page_id=page.pk, words=words, since=now)
    elif kept.words != words:
        kept.words, kept.since = words, now
        kept.save()


def _is_sent(page: Page) -> bool:
    return TranslationSource.objects.filter(object_id=page.translation_key, locale=page.locale_id).exists()


@transaction.atomic
def mark_checked(*, page: Page, words: str, user: Any, now: datetime) -> SpeakerCheck:
    """Marks the public words of a translation as checked by this person, who read ``words`` (``public_words``).

    Raises CannotBeChecked when the page is no public translation, or has other words by now.
    """
    if not is_translation(page):
        raise CannotBeChecked("This page is no translation, so there is nothing to check.")
    if not page.live:
        raise CannotBeChecked("This translation is not public yet. Publish it, then mark it as checked.")
    if public_words(page=page, now=now) != words:
        raise CannotBeChecked("The words of this page changed while you were reading. Read it again, then mark it as checked.")
    check, is_new = SpeakerCheck.objects.get_or_create(
        page_id=page.pk, words=words, defaults={"checked_by": user, "checked_at": now}
    )
    if is_new:
        log(instance=page, action=CHECKED, user=user)
    return check


@transaction.atomic
def take_back_check(*, page: Page, user: Any) -> bool:
    """The public words of the page count as not checked again; True when they were checked."""
    deleted, _ = SpeakerCheck.objects.filter(
        page=page.pk, words__in=PageWords.objects.filter(page=page.pk).values("words")
    ).delete()
    if deleted:
        log(instance=page, action=TAKEN_BACK, user=user)
    return bool(deleted)


def public_words(*, page: Page, now: datetime) -> str:
    """The kept hash of the words of a public translation; kept now where it never was."""
    kept = PageWords.objects.filter(page=page.pk).first()
    if kept is None:
        keep_words(page=page.specific, now=now)
        kept = PageWords.objects.get(page=page.pk)
    return kept.words
