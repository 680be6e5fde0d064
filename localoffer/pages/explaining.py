"""The glossary as pages need it: read once, kept until a word or a page changes."""

from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page

from localoffer.plainlanguage.marking import Explained
from localoffer.plainlanguage.models import GlossaryTerm

from .keeping import kept
from .querysets import open_to_all
from .rules import InEnglish, in_english


def explained_terms() -> tuple[Explained, ...]:
    """The words of the glossary in the language of the request, by the alphabet: those that are explained in a text."""
    return tuple(term for term in all_terms() if not isinstance(term.meaning, InEnglish))


def all_terms() -> tuple[Explained, ...]:
    """All words of the glossary for readers of the language of the request, by the alphabet.

    Those that nobody has translated are there in English, and marked so.
    """
    language = get_language()
    return kept(f"glossary-{language}", lambda: read_terms(language), held=True) if language else ()


def read_terms(language: str) -> tuple[Explained, ...]:
    """The same from the database, in two queries. A page to read more is named only while everybody may see it."""
    terms = list(GlossaryTerm.objects.for_readers_of(language))
    wanted = {term.more_id for term in terms if term.more_id}
    pages = {page.pk: page for page in open_to_all(Page.objects.filter(pk__in=wanted))} if wanted else {}
    found = []
    for term in terms:
        page = pages.get(term.more_id)
        address = (page.url or "") if page else ""
        title = in_english(page.title, language) if page and address else ""
        forms, meaning = term.all_forms, term.meaning
        if term.language != language:
            forms, meaning = [in_english(form, language) for form in forms], in_english(meaning, language)
        found.append(Explained(term.anchor, tuple(forms), meaning, address, title))
    return tuple(sorted(found, key=lambda explained: explained.term.casefold()))


def glossary_address() -> str:
    """The page of all words, in the language of the request."""
    return reverse("glossary")
