"""Reading who and what made translations: any number of pages in one query, with wagtail-localize's own records."""

from typing import Any

from django.conf import settings
from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from .models import PageWords, SpeakerCheck
from .rules import Facts

# Numbers and addresses are the same in all languages; a page's own address is no text.
WORDS = Q(string__data__regex="[A-Za-z]") & ~Q(string__data__startswith="/") & ~Q(context__path="slug")

# Words that a translator put in place since the page was last published; nobody who only translates can publish them.
WAITING = (
    Q(by_machine__gt=F("last_published_at"))
    | Q(typed__gt=F("last_published_at"))
    | (Q(last_published_at=None) & (Q(by_machine__isnull=False) | Q(typed__isnull=False)))
)


def translations() -> QuerySet:
    """All pages in other languages that are translations, drafts too; copies of English pages are none."""
    return Page.objects.filter(alias_of=None, depth__gt=1).exclude(locale__language_code=settings.LANGUAGE_CODE)


def with_facts(pages: QuerySet) -> QuerySet:
    """The pages, each with ``by_machine``, ``by_hand``, ``missing``, ``outdated_since``, ``checked_at`` and ``checked_by``,
    and ``is_waiting``: whether there are translated words that nobody has published."""
    synced = Exists(
        Translation.objects.filter(
            source__object_id=OuterRef("translation_key"), target_locale_id=OuterRef("locale_id"), enabled=True
        )
    )
    source = TranslationSource.objects.filter(object_id=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE)
    english = PageWords.objects.filter(
        page__translation_key=OuterRef("translation_key"), page__locale__language_code=settings.LANGUAGE_CODE
    )
    check = SpeakerCheck.objects.filter(page=OuterRef("pk"), words=OuterRef("kept_words__words"))
    found = pages.annotate(
        is_synced=synced,
        by_machine=_latest(StringTranslation.TRANSLATION_TYPE_MACHINE),
        typed=_latest(StringTranslation.TRANSLATION_TYPE_MANUAL),
        untranslated=_untranslated(),
        english_since=Subquery(english.values("since")[:1]),
        # What the translation was made from; without wagtail-localize, the English as it was when it was published.
        made_from=Case(When(is_synced=True, then=Subquery(source.values("last_updated_at")[:1])), default=F("last_published_at")),
        checked_at=Subquery(check.values("checked_at")[:1]),
        checked_by=Subquery(check.values("checked_by__display_name")[:1]),
    )
    return found.annotate(
        by_hand=Case(
            When(is_synced=False, by_machine=None, then=Coalesce("last_published_at", "typed")),
            default=F("typed"),
            output_field=DateTimeField(),
        ),
        missing=Case(When(is_synced=True, then=F("untranslated")), default=Value(0), output_field=IntegerField()),
        outdated_since=Case(
            When(english_since__gt=F("made_from"), then=F("english_since")), default=None, output_field=DateTimeField()
        ),
        is_waiting=Case(When(WAITING, then=Value(True)), default=Value(False), output_field=BooleanField()),
    )


def facts_of(page_id: int) -> Facts | None:
    """The facts of one translation; None where there is none of this number."""
    names = ("by_machine", "by_hand", "missing", "outdated_since", "checked_at")
    found: dict[str, Any] | None = with_facts(translations()).filter(pk=page_id).values(*names).first()
    return Facts(**found) if found else None


def _segments() -> QuerySet:
    """The strings of the English page, as it was sent for translation last."""
    return StringSegment.objects.filter(
        WORDS, source__object_id=OuterRef("translation_key"), source__locale__language_code=settings.LANGUAGE_CODE
    )


def _latest(kind: str) -> Subquery:
    """When a string that the page has now was last translated in that way."""
    used = StringSegment.objects.filter(WORDS, string_id=OuterRef("translation_of_id"), context_id=OuterRef("context_id"))
    strings = StringTranslation.objects.filter(
        Exists(used),
        context__object_id=OuterRef("translation_key"),
        locale_id=OuterRef("locale_id"),
        translation_type=kind,
        has_error=False,
    )
    latest = strings.order_by().values("locale_id").annotate(latest=Max("updated_at")).values("latest")
    return Subquery(latest, output_field=DateTimeField())


def _untranslated() -> Coalesce:
    done = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=OuterRef(OuterRef("locale_id")),
        has_error=False,
    )
    missing = _segments().filter(~Exists(done)).order_by().values("source_id").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(missing, output_field=IntegerField()), 0)
