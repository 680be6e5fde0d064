"""A home page, an information page, and its translation into Polish, made by wagtail-localize from a dictionary."""

from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests import factories

WORDS = {"Short breaks": "Krótkie przerwy", "Time to rest.": "Czas na odpoczynek."}


def polish() -> Locale:
    return Locale.objects.get_or_create(language_code="pl")[0]


def english_page(home: Any, **fields: Any) -> Any:
    return factories.InformationPageFactory(
        parent=home, **{"title": "Short breaks", "summary": "Time to rest.", "slug": "short-breaks", "body": [], **fields}
    )


def say(job: Translation, words: dict[str, str], *, kind: str = "machine") -> None:
    """Translates those strings of the page that are in ``words``."""
    for segment in job.source.stringsegment_set.select_related("string"):
        if said := words.get(segment.string.data):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=job.target_locale,
                context=segment.context,
                defaults={"data": said, "translation_type": kind},
            )


def send(page: Any) -> Translation:
    source = TranslationSource.get_or_create_from_instance(page)[0]
    return Translation.objects.create(source=source, target_locale=polish())


def publish(job: Translation) -> Any:
    """The public translation, with what is translated by now."""
    job.save_target(publish=False)
    page: Any = job.get_target_instance()
    page.get_latest_revision().publish()
    return Page.objects.get(pk=page.pk).specific


def translated(page: Any, words: dict[str, str] = WORDS, *, kind: str = "machine") -> Any:
    job = send(page)
    say(job, words, kind=kind)
    return publish(job)
