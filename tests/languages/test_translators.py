"""From an English page to a public translation, by two people; and a new language, by an administrator."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation

from localoffer.languages.finding import translations, with_facts
from localoffer.people.roles import TRANSLATOR
from localoffer.people.services import set_up_roles
from tests import factories

from .ground import translate
from .translating import english_page, polish, say

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/translated-pages/"
WAITING = f"{REPORT}?state=waiting"


def signed_in(user: Any) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def submit(browser: Client, page: Any, locale: Locale) -> Any:
    return browser.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [locale.pk]})


def edit(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_translator_translates_and_an_administrator_finds_what_waits_and_publishes_it(
    site_tree: dict[str, Any], person: Any, django_capture_on_commit_callbacks: Any
) -> None:
    home = site_tree["home"]
    translate(home, "pl", title="Strona")
    english = english_page(home)
    set_up_roles()
    translator, administrator = signed_in(person(TRANSLATOR)), signed_in(factories.UserFactory(is_superuser=True))
    way = reverse("wagtail_localize:submit_page_translation", args=[english.pk])
    assert way in translator.get(english.url).content.decode()
    submit(translator, english, polish())
    mine = Page.objects.get(translation_key=english.translation_key, locale=polish())
    assert not mine.live
    assert translator.get(edit(mine)).status_code == 200
    job = Translation.objects.get()
    for segment in StringSegment.objects.filter(source=job.source, string__data__in=["Short breaks", "Time to rest."]):
        address = reverse("wagtail_localize:edit_string_translation", args=[job.pk, segment.pk])
        sent = f"value=Polskie+{segment.order}"
        assert translator.put(address, sent, content_type="application/x-www-form-urlencoded").status_code == 201
    with django_capture_on_commit_callbacks(execute=True):
        translator.post(edit(mine), {"action": "publish"})
    mine.refresh_from_db()
    assert not mine.live, "who translates does not publish"
    waiting = administrator.get(WAITING).content.decode()
    assert reverse("languages_translation", args=[mine.pk]) in waiting
    assert "no, new words wait" in waiting
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(edit(mine), {"action": "publish"})
    mine.refresh_from_db()
    assert mine.live
    assert "Polskie" in translator.get(f"/pl{english.url}").content.decode()
    assert edit(mine) in translator.get(f"/pl{english.url}").content.decode()
    assert reverse("languages_translation", args=[mine.pk]) not in administrator.get(WAITING).content.decode()
    say(job, {"Time to rest.": "Nowe"}, kind="manual")
    assert with_facts(translations()).get(pk=mine.pk).is_waiting


def test_visitors_and_people_who_do_not_translate_are_offered_nothing(home: Any, client: Client) -> None:
    page = english_page(home)
    assert "Translate this page" not in client.get(page.url).content.decode()
    assert "Translate this page" not in signed_in(factories.UserFactory()).get(page.url).content.decode()


def test_an_administrator_opens_the_site_in_urdu(home: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = english_page(home)
    administrator, visitor = signed_in(factories.UserFactory(is_superuser=True)), Client()
    assert visitor.get("/ur/").status_code == 404
    form = administrator.get(reverse("wagtaillocales:add")).context["form"]
    assert "ur" in dict(form.fields["language_code"].choices)
    administrator.post(reverse("wagtaillocales:add"), {"language_code": "ur"})
    urdu = Locale.objects.get(language_code="ur")
    submit(administrator, home, urdu)
    mine = Page.objects.get(translation_key=home.translation_key, locale=urdu)
    assert visitor.get("/ur/").status_code == 404
    say(Translation.objects.get(), {home.title: "بچوں کے لیے مدد"})
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(edit(mine), {"action": "publish"})
    html = visitor.get("/ur/").content.decode()
    assert '<html lang="ur" dir="rtl">' in html
    assert "بچوں کے لیے مدد" in html
    below = visitor.get(f"/ur{page.url}").content.decode()
    assert re.search(r'<main[^>]* lang="en-GB" dir="ltr"', below)
    assert '<a href="/ur/" hreflang="ur" lang="ur" dir="rtl"' in html
