"""A page in other languages: the English page lends its place, a translation lends its words."""

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from localoffer.pages.querysets import open_to_all
from tests import factories

from .ground import translate

pytestmark = pytest.mark.django_db
SWITCHER = b"Languages and display settings"


@pytest.fixture
def polish(home: Any) -> Any:
    return translate(home, "pl", title="Strona", summary="Po polsku.")


@pytest.fixture
def health(home: Any, polish: Any) -> Any:
    return factories.SectionPageFactory(parent=home, slug="health", title="Health", summary="About health.")


@pytest.fixture
def therapies(health: Any) -> Any:
    return factories.InformationPageFactory(parent=health, slug="therapies", title="Therapies", summary="Who helps.")


def main_of(answer: Any) -> str:
    return answer.content.decode().split("<main", 1)[1].split("</main>")[0]


def queries(client: Any, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_a_translated_page_says_its_words_at_the_english_path(therapies: Any, client: Any) -> None:
    translated = translate(therapies, "pl", title="Terapie", slug="terapie")
    answer = client.get("/pl/health/therapies/")
    page = answer.context["page"]
    assert (page.pk, page.title, page.words_from, page.is_in_english) == (therapies.pk, "Terapie", translated.pk, False)
    assert page.family == {"en-gb": therapies.pk, "pl": translated.pk}
    assert b'<html lang="pl">' in answer.content
    assert ' lang="en-GB"' not in main_of(answer).split(">")[0]


def test_the_english_page_stays_english_and_knows_its_family(therapies: Any, client: Any) -> None:
    translated = translate(therapies, "pl", title="Terapie")
    page = client.get("/health/therapies/").context["page"]
    assert (page.title, page.words_from, page.is_in_english) == ("Therapies", None, False)
    assert page.family == {"en-gb": therapies.pk, "pl": translated.pk}


def test_a_page_without_a_translation_is_shown_in_english_in_the_readers_frame(therapies: Any, client: Any) -> None:
    answer = client.get("/pl/health/therapies/")
    assert (answer.status_code, answer.context["page"].is_in_english) == (200, True)
    assert '<html lang="pl"' in answer.content.decode()
    assert main_of(answer).split(">")[0] == ' id="main" tabindex="-1" lang="en-GB" dir="ltr"'
    assert re.search(r'class="language-note" lang="pl" dir="ltr">[^<]+Polski', main_of(answer))


def test_an_arabic_page_runs_from_right_to_left_around_english_words(home: Any, client: Any) -> None:
    translate(home, "ar", title="الصفحة")
    factories.SectionPageFactory(parent=home, slug="health", title="Health")
    html = client.get("/ar/health/").content.decode()
    assert '<html lang="ar" dir="rtl">' in html
    assert '<main id="main" tabindex="-1" lang="en-GB" dir="ltr">' in html
    assert '<p class="language-note" lang="ar" dir="rtl">' in html


def test_where_either_has_nothing_the_english_stands(therapies: Any, client: Any) -> None:
    translate(therapies, "pl", title="Terapie", summary="Kto pomaga.", search_description="Stare słowa")
    assert client.get("/pl/health/therapies/").context["page"].search_description == ""
    therapies.summary = "Who helps now."
    therapies.search_description = "New words"
    therapies.save_revision().publish()
    page = client.get("/pl/health/therapies/").context["page"]
    assert (page.summary, page.search_description) == ("Kto pomaga.", "Stare słowa")


@pytest.mark.parametrize("what", ["draft", "private", "alias"])
def test_words_that_are_not_public_are_not_lent(what: str, therapies: Any, client: Any) -> None:
    if what == "alias":
        translate(factories.InformationPageFactory(parent=therapies, slug="below"), "pl", title="Niżej")
    else:
        translated = translate(therapies, "pl", title="Terapie")
        if what == "draft":
            translated.unpublish()
        else:
            PageViewRestriction.objects.create(page=translated, restriction_type="password", password="sesame")
    page = client.get("/pl/health/therapies/").context["page"]
    assert (page.title, page.is_in_english, set(page.family)) == ("Therapies", True, {"en-gb"})


def test_what_is_taken_down_in_english_is_so_in_all_languages(therapies: Any, client: Any) -> None:
    translated = translate(therapies, "pl", title="Terapie")
    assert open_to_all(type(therapies).objects.filter(pk=translated.pk)).exists()
    therapies.unpublish()
    assert not open_to_all(type(therapies).objects.filter(pk=translated.pk)).exists()
    assert client.get("/pl/health/therapies/").status_code == 404


@pytest.mark.parametrize("what", ["the page", "the page above it"])
def test_a_translation_whose_english_page_was_deleted_is_counted_nowhere(health: Any, therapies: Any, what: str) -> None:
    translated = translate(therapies, "pl", title="Terapie")
    other = translate(factories.InformationPageFactory(parent=health.get_parent(), slug="money"), "pl", title="Pieniądze")
    (therapies if what == "the page" else health).delete()
    assert set(open_to_all(type(therapies).objects.filter(locale__language_code="pl"))) == {other}
    translated.refresh_from_db()
    assert not translated.live


def test_a_translation_without_its_english_page_is_not_published_again(health: Any, therapies: Any) -> None:
    translated = translate(therapies, "pl", title="Terapie")
    therapies.delete()
    translated.refresh_from_db()
    with pytest.raises(ValidationError, match="The English page of this translation was deleted"):
        translated.save_revision().publish()


def test_an_english_page_stays_when_its_translation_is_deleted(therapies: Any) -> None:
    translate(therapies, "pl", title="Terapie").delete()
    therapies.refresh_from_db()
    assert therapies.live


def test_what_is_locked_in_english_is_so_in_all_languages(health: Any, therapies: Any, client: Any) -> None:
    translated = translate(therapies, "pl", title="Tajne terapie")
    PageViewRestriction.objects.create(page=health, restriction_type="password", password="sesame")
    answer = client.get("/pl/health/therapies/")
    assert "Tajne terapie" not in answer.content.decode()
    assert not open_to_all(type(therapies).objects.filter(pk=translated.pk)).exists()


def test_a_translation_that_was_deleted_leaves_the_english_page(therapies: Any, client: Any) -> None:
    translate(therapies, "pl", title="Terapie", slug="terapie").delete()
    assert client.get("/pl/health/therapies/").context["page"].is_in_english
    assert client.get("/pl/health/terapie/").status_code == 404


def test_an_old_address_of_the_language_leads_to_the_page(therapies: Any, client: Any) -> None:
    translate(therapies, "pl", title="Terapie")
    type(therapies).objects.filter(locale__language_code="pl").update(slug="terapie", url_path="/home-pl/health/terapie/")
    answer = client.get("/pl/health/terapie/")
    assert (answer.status_code, answer.get("Location")) == (302, "/pl/health/therapies/")
    therapies.unpublish()
    assert client.get("/pl/health/terapie/").status_code == 404


def test_an_old_english_address_works_in_each_language(therapies: Any, client: Any) -> None:
    Redirect.objects.create(old_path="/speech", redirect_page=therapies)
    assert client.get("/pl/speech/")["Location"] == "/pl/health/therapies/"


def test_a_page_asks_no_more_in_english_and_twice_more_in_its_own_words(therapies: Any, client: Any) -> None:
    english, untranslated = queries(client, "/health/therapies/"), queries(client, "/pl/health/therapies/")
    translate(therapies, "pl", title="Terapie")
    assert queries(client, "/health/therapies/") == english == untranslated
    assert queries(client, "/pl/health/therapies/") == english + 2  # its words, and who made them


def test_more_languages_ask_no_more(home: Any, therapies: Any, client: Any) -> None:
    translate(therapies, "pl", title="Terapie")
    before = queries(client, "/pl/health/"), queries(client, "/pl/health/therapies/"), queries(client, "/health/")
    for code in ("uk", "ar", "pt"):
        translate(home, code, title=code)
        translate(therapies, code, title=code)
    assert (queries(client, "/pl/health/"), queries(client, "/pl/health/therapies/"), queries(client, "/health/")) == before


def test_a_list_has_translated_titles_and_marks_the_english_ones(therapies: Any, health: Any, client: Any) -> None:
    factories.InformationPageFactory(parent=health, slug="money", title="Money")
    translate(therapies, "pl", title="Terapie")
    main = main_of(client.get("/pl/health/"))
    assert re.search(r'<a href="/pl/health/therapies/" lang="pl" dir="ltr">Terapie', main)
    assert re.search(r'<a href="/pl/health/money/" lang="en-GB" dir="ltr">Money', main)


def test_the_way_here_is_in_the_readers_language_at_once_where_it_can_be(
    therapies: Any, health: Any, client: Any, django_capture_on_commit_callbacks: Any
) -> None:
    html = client.get("/pl/health/therapies/").content.decode()
    assert '<a href="/pl/health/" lang="en-GB" dir="ltr">Health</a>' in html
    with django_capture_on_commit_callbacks(execute=True):
        translate(health, "pl", title="Zdrowie")
    html = client.get("/pl/health/therapies/").content.decode()
    assert '<a href="/pl/health/" lang="pl" dir="ltr">Zdrowie</a>' in html


def test_search_engines_are_told_of_real_translations_only(therapies: Any, client: Any) -> None:
    assert b'hreflang="x-default"' not in client.get("/pl/health/therapies/").content
    translate(therapies, "pl", title="Terapie")
    html = client.get("/pl/health/therapies/").content.decode()
    assert '<link rel="canonical" href="http://localhost:8000/pl/health/therapies/">' in html
    assert '<link rel="alternate" hreflang="pl" href="http://localhost:8000/pl/health/therapies/">' in html
    assert '<link rel="alternate" hreflang="x-default" href="http://localhost:8000/health/therapies/">' in html


def test_the_canonical_address_of_a_page_in_english_is_the_english_one(therapies: Any, client: Any) -> None:
    html = client.get("/pl/health/therapies/").content.decode()
    assert '<link rel="canonical" href="http://localhost:8000/health/therapies/">' in html


def test_the_sitemap_names_each_page_in_the_languages_that_it_is_in(therapies: Any, client: Any) -> None:
    translate(therapies, "pl", title="Terapie")
    xml = client.get("/sitemap.xml").content.decode()
    places = re.findall(r"<loc>http://localhost:8000([^<]*)</loc>", xml)
    assert places == ["/", "/pl/", "/health/", "/health/therapies/", "/pl/health/therapies/"]
    assert '<xhtml:link rel="alternate" hreflang="pl" href="http://localhost:8000/pl/health/therapies/"/>' in xml


def test_the_switcher_keeps_page_and_question_and_says_each_language_in_itself(therapies: Any, client: Any) -> None:
    html = client.get("/pl/health/therapies/?print=large").content.decode()
    assert '<a href="/health/therapies/?print=large" hreflang="en-GB" lang="en-GB" dir="ltr">English</a>' in html
    assert '<a href="/pl/health/therapies/?print=large" hreflang="pl" lang="pl" dir="ltr" aria-current="true">Polski</a>' in html


def test_where_there_is_one_language_there_is_no_switcher(home: Any, client: Any) -> None:
    assert SWITCHER not in client.get("/").content


def test_a_screen_of_staff_is_in_no_language_of_its_own_so_it_has_no_switcher(polish: Any, client: Any) -> None:
    assert SWITCHER in client.get("/contact/").content
    assert SWITCHER not in client.get("/account/login/").content


def test_a_draft_in_another_language_can_be_looked_at_before_its_home_is_public(home: Any, client: Any) -> None:
    translated = translate(home, "pl", title="Strona")
    translated.unpublish()
    assert client.get("/pl/").status_code == 404
    assert translated.make_preview_request().status_code == 200


def test_a_translation_keeps_the_slug_of_its_page(therapies: Any) -> None:
    from wagtail_localize.fields import copy_synchronised_fields

    translated = translate(therapies, "pl", slug="terapie")
    copy_synchronised_fields(therapies, translated)
    assert translated.slug == "therapies"


def test_a_form_sent_in_polish_comes_back_in_polish(polish: Any, client: Any) -> None:
    html = client.get("/pl/contact/comment/").content.decode()
    actions = re.findall(r'<form[^>]* action="([^"]*)"', html)
    assert actions
    assert all(action.startswith(("#", "/pl/")) for action in actions)
    assert '<html lang="pl"' in client.post("/pl/contact/comment/", {}).content.decode()


def test_the_feed_in_a_language_has_the_words_of_its_translations(blog: Any, polish: Any, client: Any) -> None:
    translated = factories.BoardPostPageFactory(parent=blog, slug="one", title="One")
    factories.BoardPostPageFactory(parent=blog, slug="two", title="Two")
    translate(translated, "pl", title="Jeden")
    feed = client.get("/pl/feeds/board.json").json()
    assert {(item["title"], item["url"].removeprefix("http://localhost:8000")) for item in feed["items"]} == {
        ("Jeden", "/pl/board/one/"),
        ("Two", "/board/two/"),
    }
    assert feed["language"] == "pl"
