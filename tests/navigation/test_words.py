"""Banners, help now and who to call in other languages: translated words, English facts; changed English ends old words."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Site
from wagtail_localize.models import Translation, TranslationSource

from localoffer.navigation.frame import read_frame
from localoffer.navigation.models import SiteDetails, SiteWords
from localoffer.pages.keeping import forget
from tests import factories
from tests.languages.ground import translate
from tests.languages.translating import say

pytestmark = pytest.mark.django_db
BANNER = {"level": "urgent", "title": "Flood", "text": "The hall is shut.", "link": "/board/", "starts": None, "ends": None}
LINE = {"name": "Childline", "phone": "0800 1111", "text_number": "", "note": "Free, day and night."}
POLISH = {
    "Advice team": "Zespół porad",
    "Monday to Friday": "Od poniedziałku do piątku",
    "Flood": "Powódź",
    "The hall is shut.": "Sala jest zamknięta.",
    "Free, day and night.": "Bezpłatnie, dniem i nocą.",
}


@pytest.fixture
def site(home: Any) -> Site:
    return Site.objects.get(is_default_site=True)


def fill(site: Site, **changed: Any) -> SiteDetails:
    details = SiteDetails.for_site(site)
    filled = {"contact_name": "Advice team", "contact_phone": "01632 960123", "contact_hours": "Monday to Friday"}
    for name, value in {**filled, **changed}.items():
        setattr(details, name, value)
    if not details.banners:
        details.banners = json.dumps([{"type": "banner", "value": BANNER}])
        details.help_now = json.dumps([{"type": "help", "value": LINE}])
    details.save()
    return SiteDetails.objects.get(pk=details.pk)


def english() -> SiteWords:
    return SiteWords.objects.get(locale=Locale.get_default())


def translated(code: str = "pl", words: dict[str, str] = POLISH) -> None:
    source = TranslationSource.get_or_create_from_instance(english())[0]
    job = Translation.objects.create(source=source, target_locale=Locale.objects.get_or_create(language_code=code)[0])
    say(job, words)
    job.save_target()
    forget()


def read(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html5lib")


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


@pytest.fixture
def polish(site: Site) -> SiteDetails:
    translate(site.root_page.specific, "pl", title="Strona")
    details = fill(site)
    translated()
    return details


def test_a_reader_gets_the_translated_words_with_the_english_facts(polish: SiteDetails, client: Client) -> None:
    page = read(client, "/pl/")
    banner, foot = page.select_one(".banner"), page.select_one(".foot section")
    assert "Powódź" in words(banner)
    assert "Sala jest zamknięta." in words(banner)
    assert banner.select_one("a")["href"] == "/pl/board/"
    assert "Zespół porad" in words(foot)
    assert "Od poniedziałku do piątku" in words(foot)
    assert foot.select_one("a[href^='tel:']")["href"] == "tel:01632960123"
    assert not page.select("[lang=en-GB] .foot-name, .banner [lang=en-GB], .foot section:first-of-type [lang=en-GB]")


def test_what_nobody_translated_is_english_and_marked(site: Site, client: Client) -> None:
    translate(site.root_page.specific, "pl", title="Strona")
    fill(site, contact_about="Free & fair")
    translated(words={"Flood": "Powódź"})
    page = read(client, "/pl/")
    assert [words(part) for part in page.select(".banner [lang=en-GB]")] == ["The hall is shut."]
    assert {"Advice team", "Free & fair", "Monday to Friday"} <= {words(part) for part in page.select(".foot [lang=en-GB]")}
    assert not read(client, "/").select(".banner [lang], .foot-name [lang]")


def test_help_lines_keep_their_number_and_say_their_note_in_the_readers_language(polish: SiteDetails, client: Client) -> None:
    page = read(client, "/pl/not-there/")
    line = page.select(".help-list li")[1]
    assert line.select_one("a")["href"] == "tel:08001111"
    assert "Bezpłatnie, dniem i nocą." in words(line)
    assert words(line.select_one("[lang=en-GB]")) == "Childline"


def test_words_that_change_are_english_in_all_languages_until_they_are_translated_anew(polish: SiteDetails) -> None:
    block = polish.banners[0]
    block.value["text"] = "The hall is open again."
    polish.contact_phone = "01632 960999"
    polish.save()
    frame = read_frame(polish.site)
    assert sorted(frame.words["pl"].values()) == sorted(set(POLISH.values()) - {"Sala jest zamknięta."})
    assert frame.details["contact_phone"] == "01632 960999"
    assert english().banners[0].value["text"] == "The hall is open again."
    assert TranslationSource.objects.get().stringsegment_set.filter(string__data="The hall is open again.").exists()


def test_words_changed_behind_the_back_of_the_site_are_not_said_in_old_translations(polish: SiteDetails) -> None:
    SiteDetails.objects.update(contact_hours="Never")
    assert "contact_hours" not in read_frame(polish.site).words["pl"]
    assert read_frame(polish.site).words["pl"]["contact_name"] == "Zespół porad"


def test_a_banner_that_was_taken_away_is_gone_in_all_languages(polish: SiteDetails) -> None:
    polish.banners = "[]"
    polish.save()
    assert read_frame(polish.site).banners == ()
    assert "Powódź" not in read_frame(polish.site).words["pl"].values()


def test_other_details_leave_translations_as_they_are(polish: SiteDetails) -> None:
    before = TranslationSource.objects.get().last_updated_at
    polish.colour = "#0a544e"
    polish.save()
    assert TranslationSource.objects.get().last_updated_at == before


def test_a_site_of_which_nobody_has_written_anything_has_nothing_to_translate(site: Site) -> None:
    SiteDetails.for_site(site)
    assert not SiteWords.objects.exists()


def test_a_new_translation_shows_at_once(polish: SiteDetails, client: Client, django_capture_on_commit_callbacks: Any) -> None:
    assert "Powódź" in words(read(client, "/pl/").select_one(".banner"))
    mine = SiteWords.objects.get(locale__language_code="pl")
    mine.banners[0].value["title"] = "Zalanie"
    with django_capture_on_commit_callbacks(execute=True):
        mine.save()
    assert "Zalanie" in words(read(client, "/pl/").select_one(".banner"))


def test_the_frame_asks_the_same_for_one_language_and_for_five(polish: SiteDetails, site: Site) -> None:
    def queries() -> int:
        forget()
        SiteDetails.for_site(site)
        with CaptureQueriesContext(connection) as asked:
            read_frame(site)
        return len(asked)

    queries()
    before = queries()
    for code in ("uk", "ar", "ur", "pt"):
        translated(code)
    assert queries() == before


# --- In the admin ----------------------------------------------------------------------------


@pytest.fixture
def boss(client: Client) -> Client:
    client.force_login(factories.UserFactory(is_superuser=True))
    return client


def address(name: str, *args: Any) -> str:
    return reverse(SiteWords.snippet_viewset.get_url_name(name), args=args)


def test_the_list_leads_to_translations_and_offers_no_new_ones(polish: SiteDetails, boss: Client) -> None:
    mine = SiteWords.objects.get(locale__language_code="pl")
    listed = boss.get(address("list"), {"locale": "pl"}).content.decode()
    assert address("edit", mine.pk) in listed
    assert address("add") not in listed
    number = SiteWords.objects.count()
    assert boss.get(address("add")).status_code == 302
    assert boss.post(address("add"), {"strapline": "x"}).status_code == 302
    assert SiteWords.objects.count() == number
    submit = reverse("wagtail_localize:submit_snippet_translation", args=["navigation", "sitewords", english().pk])
    Locale.objects.create(language_code="uk")
    assert boss.get(submit).status_code == 200


def test_the_editor_of_a_translation_shows_each_string_and_the_english_ones_are_the_site_details(
    polish: SiteDetails, boss: Client
) -> None:
    mine = SiteWords.objects.get(locale__language_code="pl")
    html = boss.get(address("edit", mine.pk)).content.decode()
    assert all(said in html for said in ("The hall is shut.", "Free, day and night.", "Advice team"))
    answer = boss.get(address("edit", english().pk), follow=True)
    assert answer.redirect_chain[0][0] == reverse("wagtailsettings:edit", args=["navigation", "sitedetails", polish.site_id])
    assert "The English words are those of the site details." in answer.content.decode()
