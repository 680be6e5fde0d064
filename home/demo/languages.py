"""The demonstration in other languages: words of a dictionary, put in place by wagtail-localize as a machine's.

Nobody who speaks the languages has checked them, and the pages say so. Listings have their names, texts, notes and answers in
them; telephone numbers, times and places are those of the English listing.
"""

import json
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from localoffer.directory.models import Topic
from localoffer.directory.models.vocabularies import Term
from localoffer.languages.dictionary import DictionaryTranslator
from localoffer.navigation.models import SiteWords
from localoffer.plainlanguage.services import load_glossary_in

from .pages import Tree
from .reading import FOLDER
from .services import VOCABULARIES

LANGUAGES = ("pl", "uk", "ar")
DICTIONARIES = FOLDER / "languages"
TOOL = "Dictionary of the demonstration"
PAGES = (
    "/",
    "/help-by-topic/",
    "/help-by-topic/ehc-plans/",
    "/help-by-topic/ehc-plans/what-a-plan-is/",
    "/help-by-topic/short-breaks/",
    "/help-by-topic/short-breaks/how-to-get-one/",
    "/find-a-service/",
    "/board/",
    "/board/reflections-from-alex-morgan-example-21-october-2026/",
)
LISTINGS = (
    "information-advice-and-support",
    "many-voices",
    "riverside-saturday-club",
    "childrens-speech-and-language-therapy",
    "otters-swimming",
    "mulberry-house",
)


def load_languages(tree: Tree, directory: Page) -> None:
    """The pages, the vocabularies and the glossary in three languages; what is there stays as editors have it."""
    translator = DictionaryTranslator({"FOLDER": DICTIONARIES, "NAME": TOOL})
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]
    listings = directory.get_children().filter(slug__in=LISTINGS).order_by("path")
    pages = [*(tree.page_id(path) for path in PAGES), *listings.values_list("pk", flat=True)]
    for page in map(Page.objects.in_bulk(pages).__getitem__, pages):
        have = set(page.get_translations().filter(alias_of=None).values_list("locale_id", flat=True))
        wanted = [locale for locale in locales if locale.pk not in have]
        source = TranslationSource.get_or_create_from_instance(page)[0] if wanted else None
        for locale in wanted:
            publish(translate(source, locale, translator))
    load_words_around_pages(locales, translator)
    load_vocabularies(locales)
    for locale in locales:
        load_glossary_in(locale.language_code)


def translate(source: Any, locale: Locale, translator: DictionaryTranslator) -> Translation:
    """A translation into that language of all that the dictionary has, not saved to its page yet."""
    job = Translation.objects.create(source=source, target_locale=locale)
    segments = source.stringsegment_set.select_related("string")
    strings = {segment: segment.string.as_value() for segment in segments}
    words = translator.translate(source.locale, locale, strings.values())
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of_id=segment.string_id,
            locale=locale,
            context_id=segment.context_id,
            data=words[string].data,
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            tool_name=TOOL,
        )
        for segment, string in strings.items()
        if string in words
    )
    return job


def publish(job: Translation) -> None:
    job.save_target(publish=False)
    # Not by its own way, which publishes after the whole loading is done, when the search index has been made.
    job.get_target_instance().get_latest_revision().publish()


def load_words_around_pages(locales: list[Locale], translator: DictionaryTranslator) -> None:
    """Help now, who to call, and the banner."""
    for words in SiteWords.objects.filter(locale=Locale.get_default()):
        have = set(words.get_translations().values_list("locale_id", flat=True))
        source, _ = TranslationSource.get_or_create_from_instance(words)
        for locale in locales:
            if locale.pk not in have:
                translate(source, locale, translator).save_target()


def load_vocabularies(locales: list[Locale]) -> None:
    """The names of topics, needs and so on. A term keeps its slug, so that addresses are the same in all languages."""
    names = json.loads((DICTIONARIES / "vocabularies.json").read_text(encoding="utf-8"))
    for kind, model in {"topics": Topic, **VOCABULARIES}.items():
        for locale in locales:
            load_terms(model, names[kind], locale)


def load_terms(model: type[Term], names: dict[str, dict[str, str]], locale: Locale) -> None:
    there = dict(model.objects.filter(locale=locale).values_list("translation_key", "pk"))
    terms = [term for term in model.objects.in_use() if term.slug in names]
    made = {term.pk: there[term.translation_key] for term in terms if term.translation_key in there}
    new = [term for term in terms if term.pk not in made]
    tops = [term for term in new if not getattr(term, "parent_id", None)]
    for level in (tops, [term for term in new if term not in tops]):
        english = [term.pk for term in level]
        for term in level:
            term.name, term.summary = names[term.slug][locale.language_code], ""
            term.pk, term.locale = None, locale
            if getattr(term, "parent_id", None):
                term.parent_id = made[term.parent_id]
        model.objects.bulk_create(level)
        made |= dict(zip(english, (term.pk for term in level), strict=True))
