"""Reads that all kinds of pages share."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import BooleanField, Func, OuterRef, Q, Subquery
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from localoffer.questions import written_once

# Each page has its one address, which is the English one.
NOT_LENT = frozenset({"slug"})


def open_to_all(pages: Any) -> Any:
    """The published pages that everybody may see: none behind a password or sign-in, none below such a page.

    The same as Wagtail's ``live().public()`` in one query instead of two. A translation is open while its English page is:
    what is taken down or locked in English is so in all languages.
    """
    return pages.filter(~Barred("path"), OpenInEnglish("locale", "translation_key", "pk"), live=True)


def open_children(page: Page, model: Any) -> list[Any]:
    """The pages of that type right below this one that everybody may see, in the order of the tree."""
    return _open_children(page.path, page.depth + 1, model=model)


@written_once
def _open_children(path: str, depth: int, *, model: Any) -> Any:
    return open_to_all(model.objects.filter(path__startswith=path, depth=depth)).order_by("path")


# Nearly every page asks the questions below, and Django takes 1 to 2 ms to write each from querysets, longer than the
# database takes to answer. So they are written once, as SQL that SQLite and PostgreSQL read alike (decision 50).
LOCKED = """EXISTS(SELECT 1 FROM wagtailcore_pageviewrestriction locked_by
    INNER JOIN wagtailcore_page locked ON locked.id = locked_by.page_id
    WHERE SUBSTR({path}, 1, LENGTH(locked.path)) = locked.path)"""


class Barred(Func):
    """For a query of pages, given the name of their path: whether a page or one above it is locked."""

    template = LOCKED.format(path="%(expressions)s")
    output_field = BooleanField()


class OpenInEnglish(Func):
    """For a query of pages, given the names of their locale, key and number: whether no English page of the key is closed.

    Of English pages nothing more is asked. Said aloud, since PostgreSQL takes "is null" for true of one page in 200, and
    would then read all pages again for each one that it finds: 14 ms for 147 listings instead of 0.3. The closed page is a
    value and not an EXISTS, since PostgreSQL would make a join of that, and compare each page with each.
    """

    output_field = BooleanField()

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, tuple[Any, ...]]:
        (locale, of_locale), (key, of_key), (pk, of_pk) = [compiler.compile(one) for one in self.get_source_expressions()]
        english = "(SELECT id FROM wagtailcore_locale WHERE language_code = %s)"
        closed = f"""(SELECT closed.id FROM wagtailcore_page closed
            WHERE closed.translation_key = {key} AND closed.locale_id = {english} AND closed.id <> {pk}
            AND (NOT closed.live OR {LOCKED.format(path="closed.path")}) LIMIT 1)"""
        code = settings.LANGUAGE_CODE
        return f"({locale} = {english} OR {closed} IS NULL)", (*of_locale, code, *of_key, code, *of_pk)


FAMILY = f"""SELECT page.id, page.content_type_id, page.locale_id, wagtailcore_locale.language_code
    FROM wagtailcore_page here
    INNER JOIN wagtailcore_page page ON page.translation_key = here.translation_key
    INNER JOIN wagtailcore_locale ON wagtailcore_locale.id = page.locale_id
    WHERE here.url_path = %s AND here.locale_id = %s AND here.live AND page.live
    AND (page.id = here.id OR page.alias_of_id IS NULL AND page.locale_id <> here.locale_id
         AND NOT {LOCKED.format(path="page.path")})"""


def family_at(url_path: str, locale_id: int) -> list[tuple[int, int, int, str]]:
    """The live page with that path in that language, and its live translations that are not locked, in one query.

    Each as (number, number of its content type, number of its locale, language code); [] where no page is there.
    """
    with connection.cursor() as cursor:
        cursor.execute(FAMILY, [url_path, locale_id])
        return cursor.fetchall()


@written_once
def restrictions_on(paths: list[str]) -> Any:
    """The passwords and sign-ins that guard any of the pages with these paths, or the source of one that is a copy."""
    own = Q(page__path__in=paths, page__alias_of=None)
    return PageViewRestriction.objects.filter(own | Q(page__aliases__path__in=paths)).distinct()


def is_left_alone(page: Any) -> bool:
    """Whether it is a page in another language without an English one. No query for an English page whose locale is read."""
    if page.locale_id is None or page.locale.language_code == settings.LANGUAGE_CODE:
        return False
    english = Page.objects.filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
    return not english.exists()


def translations_in(pages: Any, language: str) -> Any:
    """Those of the pages that are real translations into that language and open to all."""
    return open_to_all(pages).filter(alias_of=None, locale__language_code=language)


def title_in(language: str) -> Subquery:
    """For a query of pages: the title of the translation into that language; none where there is no open one."""
    return Subquery(
        translations_in(Page.objects.filter(translation_key=OuterRef("translation_key")), language).values("title")[:1]
    )


def lend_words(page: Any, translation: Any, language: str) -> None:
    """Lays the words of a translation over the English page, which keeps its facts, place and dates. Never save it then.

    Where either has nothing, the English stands: words that were taken away go in all languages, and new ones are missing
    in none.
    """
    for field in get_translatable_fields(type(page)):
        if not isinstance(field, TranslatableField) or field.field_name in NOT_LENT:
            continue
        stored = field.get_field(type(page))
        if not stored.concrete or stored.is_relation:
            continue
        words = getattr(translation, stored.attname)
        english = getattr(page, stored.attname)
        if words and english and words != english:  # what is not translated yet was copied, and stays known as English
            setattr(page, stored.attname, words)
            page.lent_names = page.lent_names | {stored.attname}
    page.words_from = translation.pk
    page.read_in = page.lang = language


def in_readers_language(pages: Iterable[Any], language: str) -> list[Any]:
    """The same English pages, with the words of their translations where there are some. One query for each type of page.

    Each gets ``lang``: the language that its words are in; "" for readers of English, to whom nothing need be said.
    """
    found = list(pages)
    if language == settings.LANGUAGE_CODE:
        return found
    types = defaultdict(list)
    for page in found:
        types[type(page)].append(page)
    for model, some in types.items():
        keys = [page.translation_key for page in some]
        lent = {
            one.translation_key: one for one in translations_in(model._default_manager, language).filter(translation_key__in=keys)
        }
        for page in some:
            translation = lent.get(page.translation_key)
            page.lang = settings.LANGUAGE_CODE
            if translation:
                lend_words(page, translation, language)
    return found
