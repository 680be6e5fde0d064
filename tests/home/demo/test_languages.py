"""The demonstration in other languages: all of it machine-made and unchecked, and its words fit the English ones."""

import json
import re
from typing import Any

import polib
import pytest
from wagtail.models import Page, Site
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue, validate_translation_links

from home.demo.languages import DICTIONARIES, LANGUAGES, LISTINGS, PAGES
from home.demo.reading import read
from localoffer.directory.models import ServiceAccess, ServiceAnswer, ServiceContact, ServiceCost, Topic
from localoffer.languages.finding import translations, with_facts
from localoffer.languages.models import SpeakerCheck
from localoffer.navigation.frame import read_frame
from localoffer.plainlanguage.models import GlossaryTerm
from localoffer.plainlanguage.services import load_glossary_in

NUMBER = re.compile(r"\d{3,}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_string_is_whole_and_keeps_links_and_long_numbers(language: str) -> None:
    po = polib.pofile(str(DICTIONARIES / f"{language}.po"))
    assert po.metadata["X-Checked-By"] == "not yet checked by a speaker"
    assert not po.untranslated_entries()
    for entry in po:
        StringValue.from_translated_html(entry.msgstr)
        validate_translation_links(entry.msgid, entry.msgstr)
        assert NUMBER.findall(entry.msgid) == NUMBER.findall(entry.msgstr), entry.msgid


def test_the_three_dictionaries_have_the_same_strings() -> None:
    strings = [{entry.msgid for entry in polib.pofile(str(DICTIONARIES / f"{language}.po"))} for language in LANGUAGES]
    assert strings[0] == strings[1] == strings[2]


def test_all_words_of_the_vocabularies_are_there_in_each_language() -> None:
    names, words = json.loads((DICTIONARIES / "vocabularies.json").read_text()), read("vocabularies.json")
    for kind in ("needs", "age_stages", "access_features", "areas", "languages"):
        assert set(names[kind]) == {term["slug"] for term in words[kind]}
    slugs = {topic["slug"] for top in words["topics"] for topic in (top, *top["children"])}
    assert set(names["topics"]) == slugs
    assert all(set(said) == set(LANGUAGES) and all(said.values()) for kind in names.values() for said in kind.values())


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_glossary_are_twenty_and_pass_its_own_rules(demo: Any, language: str) -> None:
    terms = GlossaryTerm.objects.in_language(language)
    assert len(terms) >= 20
    assert load_glossary_in(language) == 0
    for term in terms:
        term.full_clean()
        assert GlossaryTerm.objects.in_language("en-gb").filter(translation_key=term.translation_key).exists()


@pytest.mark.django_db
def test_a_language_without_a_glossary_of_ours_gets_none(demo: Any) -> None:
    assert load_glossary_in("pt") == 0


@pytest.mark.django_db
def test_its_pages_are_public_machine_made_and_checked_by_nobody(demo: Any) -> None:
    pages = list(with_facts(translations()))
    assert len(pages) == len(LANGUAGES) * (len(PAGES) + len(LISTINGS))
    assert all(page.live and page.by_machine and not page.by_hand and not page.checked_at for page in pages)
    assert not any(page.outdated_since for page in pages)
    assert not SpeakerCheck.objects.exists()
    assert set(StringTranslation.objects.values_list("translation_type", flat=True)) == {"machine"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_now_who_to_call_and_the_banner_are_there_in_each_language(demo: Any, language: str) -> None:
    said = read_frame(Site.objects.get(is_default_site=True)).words[language]
    assert {"strapline", "contact_name", "contact_about", "contact_hours"} <= set(said)
    assert len([place for place in said if place.startswith("help_now.") and place.endswith(".note")]) >= 4
    assert sorted(place.split(".")[2] for place in said if place.startswith("banners.")) == ["text", "title"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_and_answers_of_its_listings_are_there_in_each_language(demo: Any, language: str) -> None:
    named = {ServiceAccess: "note", ServiceAnswer: "answer", ServiceContact: "note", ServiceCost: "option"}
    for model, field in named.items():
        own = model.objects.filter(locale__language_code=language).exclude(**{field: ""})
        english = set(model.objects.filter(locale__language_code="en-gb").values_list(field, flat=True))
        assert own.exists()
        assert not set(own.values_list(field, flat=True)) & english


@pytest.mark.django_db
def test_its_translations_may_be_published(demo: Any) -> None:
    assert {page.url_path: page.publish_problems() for page in translations().specific() if page.publish_problems()} == {}


@pytest.mark.django_db
def test_its_homes_and_information_pages_are_translated_whole(demo: Any) -> None:
    left = {page.title: page.missing for page in with_facts(translations()) if page.missing}
    whole = Page.objects.filter(pk__in=translations()).exclude(title__in=left)
    assert whole.filter(content_type__model__in=["homepage", "sectionpage", "informationpage"]).count() == 18


@pytest.mark.django_db
def test_no_page_is_copied_since_those_above_are_translated_too(demo: Any) -> None:
    assert not Page.objects.exclude(alias_of=None).exists()


@pytest.mark.django_db
def test_topics_below_others_stay_below_them(demo: Any) -> None:
    sport = Topic.objects.get(slug="sport-and-swimming", locale__language_code="pl")
    assert (sport.name, sport.parent.name) == ("Sport i pływanie", "Co robić w wolnym czasie")
