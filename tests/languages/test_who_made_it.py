"""Editors see who made a translation and mark it as checked; the report; uploads and machines that go wrong are answered."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import polib
import pytest
from django.contrib.auth.models import Permission
from django.core.checks import run_checks
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.log_actions import registry
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from localoffer.languages.finding import facts_of
from localoffer.languages.models import SpeakerCheck
from localoffer.languages.services import CHECKED, TAKEN_BACK
from localoffer.people.roles import DIRECTORY_EDITOR, READER, TRANSLATOR
from localoffer.people.services import set_up_roles
from tests import factories

from .translating import WORDS, english_page, polish, publish, say, send, translated

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/translated-pages/"
HEADER = "X-WagtailLocalize-TranslationID"


@pytest.fixture
def boss(client: Client) -> Client:
    client.force_login(factories.UserFactory(is_superuser=True))
    return client


@pytest.fixture
def page(home: Any) -> Any:
    return translated(english_page(home))


def about(page: Any) -> str:
    return reverse("languages_translation", args=[page.pk])


def mark(browser: Client, page: Any, **fields: Any) -> Any:
    seen = browser.get(about(page)).context
    sent = {"words": seen["words"] if seen else "", "confirmed": "on", **fields}
    return browser.post(reverse("languages_check", args=[page.pk]), sent, follow=True)


def said(answer: Any) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def test_a_translator_is_offered_on_an_english_page_to_translate_it_and_others_are_not(home: Any, client: Client) -> None:
    page, offer = english_page(home), "/admin/localize/submit/page/"
    user = factories.UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert offer not in client.get(page.url).content.decode()
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    assert f"{offer}{page.pk}/" in client.get(page.url).content.decode()


# --- Marking as checked --------------------------------------------------------------------------


def test_an_editor_marks_a_page_as_checked_and_takes_it_back(boss: Client, page: Any) -> None:
    assert "Marked as checked by a speaker" in said(mark(boss, page))
    assert facts_of(page.pk).checked_at is not None
    answer = boss.post(reverse("languages_take_back", args=[page.pk]), follow=True)
    assert "counts as not checked again" in said(answer)
    assert facts_of(page.pk).checked_at is None
    logged = [entry.action for entry in registry.get_logs_for_instance(page)]
    assert {CHECKED, TAKEN_BACK} <= set(logged)


def test_without_the_box_ticked_nothing_is_marked(boss: Client, page: Any) -> None:
    assert "Tick the box" in said(mark(boss, page, confirmed=""))
    assert not SpeakerCheck.objects.exists()


def test_made_up_words_are_not_marked(boss: Client, page: Any) -> None:
    assert "changed while you were reading" in said(mark(boss, page, words="x"))
    assert not SpeakerCheck.objects.exists()


def test_taking_back_what_was_never_marked_says_so(boss: Client, page: Any) -> None:
    answer = boss.post(reverse("languages_take_back", args=[page.pk]), follow=True)
    assert "was not marked as checked" in said(answer)


def test_english_pages_and_pages_that_are_gone_have_no_such_page(boss: Client, home: Any, page: Any) -> None:
    assert boss.get(reverse("languages_translation", args=[home.pk])).status_code == 404
    address = about(page)
    page.delete()
    assert boss.get(address).status_code == 404


def test_translators_may_mark_and_who_may_not_edit_the_page_may_not(site_tree: dict[str, Any], person: Any) -> None:
    page = translated(english_page(site_tree["home"]))
    set_up_roles()
    refused = {}
    for role in (TRANSLATOR, DIRECTORY_EDITOR, READER):
        browser = Client()
        browser.force_login(person(role))
        refused[role.name] = browser.post(reverse("languages_check", args=[page.pk]), {}).status_code == 403
    assert refused == {TRANSLATOR.name: False, DIRECTORY_EDITOR.name: True, READER.name: True}


def test_the_editor_of_a_translation_says_who_made_it(boss: Client, page: Any) -> None:
    words = boss.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Translated by machine on" in words
    assert "Not yet checked by somebody who speaks the language." in words
    assert about(page) in words


def test_the_editor_of_a_page_that_is_kept_by_hand_leads_there_too(boss: Client, page: Any) -> None:
    Translation.objects.update(enabled=False)
    assert about(page) in boss.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


# --- The report ----------------------------------------------------------------------------------


@pytest.fixture
def three(home: Any) -> dict[str, Any]:
    """A checked one by machine, an outdated one by hand with a part missing, and a draft."""
    checked = translated(english_page(home, slug="one", title="One", summary="Words."), {"One": "Jeden", "Words.": "Słowa."})
    english = english_page(home, slug="two", title="Two", summary="Words.")
    outdated = translated(english, {"Two": "Dwa"}, kind="manual")
    english.summary = "Other words."
    english.save_revision().publish()
    draft = translated(english_page(home, slug="three", title="Three", summary="Words."), {"Three": "Trzy", "Words.": "Słowa."})
    draft.unpublish()
    return {"checked": checked, "outdated": outdated, "draft": draft}


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("", ["Dwa", "Jeden", "Trzy"]),
        ("made=machine", ["Jeden", "Trzy"]),
        ("made=hand", ["Dwa"]),
        ("state=checked", ["Jeden"]),
        ("state=unchecked", ["Dwa", "Trzy"]),
        ("state=outdated", ["Dwa"]),
        ("state=parts", ["Dwa"]),
        ("state=draft", ["Trzy"]),
        ("q=jed", ["Jeden"]),
        ("state=x&locale=999&made=%00&ordering=owner__password", ["Dwa", "Jeden", "Trzy"]),
    ],
    ids=["all", "machine", "hand", "checked", "unchecked", "outdated", "parts", "draft", "search", "made-up"],
)
def test_the_report_is_filtered(boss: Client, three: dict[str, Any], question: str, titles: list[str]) -> None:
    mark(boss, three["checked"])
    assert [page.title for page in boss.get(f"{REPORT}?{question}").context["object_list"]] == titles


def test_the_report_is_filtered_by_language(boss: Client, three: dict[str, Any]) -> None:
    arabic = Locale.objects.create(language_code="ar")
    assert len(boss.get(f"{REPORT}?locale={polish().pk}").context["object_list"]) == 3
    assert not boss.get(f"{REPORT}?locale={arabic.pk}").context["object_list"]


def test_the_report_names_the_checker_for_editors_and_can_be_exported(boss: Client, three: dict[str, Any]) -> None:
    mark(boss, three["checked"])
    answer = boss.get(f"{REPORT}?export=csv")
    rows = {row["Page"]: row for row in csv.DictReader(StringIO(b"".join(answer.streaming_content).decode()))}
    checker = SpeakerCheck.objects.get().checked_by.display_name
    assert (rows["Jeden"]["Made"], rows["Jeden"]["Checked by"]) == ("by machine", checker)
    assert (rows["Dwa"]["Made"], rows["Dwa"]["Parts in English"]) == ("by hand", "1")
    assert rows["Trzy"]["Public"] == "no"


def test_the_report_takes_as_many_queries_for_three_as_for_one(
    boss: Client, home: Any, page: Any, django_assert_num_queries: Callable[..., Any]
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    boss.get(REPORT)
    with CaptureQueriesContext(connection) as asked:
        boss.get(REPORT)
    for slug in ("one", "two"):
        translated(english_page(home, slug=slug))
    with django_assert_num_queries(len(asked)):
        assert len(boss.get(REPORT).context["object_list"]) == 3


def test_who_may_edit_no_translation_is_refused_the_report(site_tree: dict[str, Any], person: Any) -> None:
    browser = Client()
    browser.force_login(person(READER))
    assert browser.get(REPORT).status_code == 403


# --- Broken files --------------------------------------------------------------------------------


def upload(browser: Client, job: Translation, content: bytes | None) -> Any:
    address = reverse("wagtail_localize:upload_pofile", args=[job.pk])
    files = {} if content is None else {"file": SimpleUploadedFile("words.po", content)}
    return browser.post(address, {**files, "next": "/admin/"}, follow=True)


def po_file(uuid: Any, translation: str = "Przerwy") -> bytes:
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=utf-8", HEADER: str(uuid)}
    po.append(polib.POEntry(msgid="Short breaks", msgctxt="title", msgstr=translation))
    return str(po).encode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "Choose a PO file first"),
        (b"", "not a PO file that can be read"),
        (b"hello, I am no such file", "not a PO file that can be read"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not a PO file that can be read"),
        ("Zażółć".encode("utf-16"), "not a PO file that can be read"),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=nonsense\\n"\n', "not made for this page and language"),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "\xff"\nmsgstr "b"\n', "not a PO file"),
        (b'msgid "a"\nmsgstr "b"\nmsgstr[x] "c"\n', "not a PO file that can be read"),
        (b'msgid "a"\nmsgstr "b"\n', "not made for this page and language"),
        (po_file("another"), "not made for this page and language"),
        (b"#" * (2 * 1024 * 1024 + 1), "too big"),
    ],
    ids=["none", "empty", "prose", "picture", "utf-16", "charset", "letters", "plural", "no-id", "other-page", "big"],
)
def test_a_broken_file_is_answered_and_changes_nothing(boss: Client, page: Any, content: bytes | None, sentence: str) -> None:
    before = list(StringTranslation.objects.order_by("pk").values_list("pk", "data"))
    answer = upload(boss, Translation.objects.get(), content)
    assert answer.status_code == 200
    assert sentence in said(answer)
    assert list(StringTranslation.objects.order_by("pk").values_list("pk", "data")) == before


def test_the_right_file_is_taken_and_counts_as_made_by_hand(boss: Client, page: Any) -> None:
    job = Translation.objects.get()
    assert "Successfully imported" in said(upload(boss, job, po_file(job.uuid)))
    changed = StringTranslation.objects.get(context__path="title")
    assert (changed.data, changed.translation_type) == ("Przerwy", "manual")


def test_a_file_for_a_translation_that_is_gone_is_answered(boss: Client, page: Any) -> None:
    job = Translation.objects.get()
    page.delete()
    assert boss.post(reverse("wagtail_localize:upload_pofile", args=[job.pk])).status_code == 404


# --- Machines ------------------------------------------------------------------------------------


@pytest.fixture
def dictionary(tmp_path: Path) -> dict[str, Any]:
    po = polib.POFile()
    for english, words in {**WORDS, "Unsure.": "Niepewne."}.items():
        po.append(polib.POEntry(msgid=english, msgstr=words, flags=["fuzzy"] if english == "Unsure." else []))
    po.save(str(tmp_path / "pl.po"))
    path = "localoffer.languages.dictionary.DictionaryTranslator"
    return {"CLASS": path, "OPTIONS": {"FOLDER": str(tmp_path), "NAME": "Our words"}}


def by_machine(browser: Client, job: Translation) -> Any:
    return browser.post(reverse("wagtail_localize:machine_translate", args=[job.pk]), {"next": "/admin/"}, follow=True)


def test_without_the_setting_nothing_is_translated_by_machine(boss: Client, home: Any) -> None:
    job = send(english_page(home))
    publish(job)
    assert by_machine(boss, job).status_code == 404


def test_the_dictionary_translates_what_it_is_sure_of_and_leaves_the_rest(
    boss: Client, home: Any, dictionary: dict[str, Any]
) -> None:
    job = send(english_page(home, search_description="Unsure.", seo_title="Not in it"))
    page = publish(job)
    with override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR=dictionary):
        assert "Successfully translated with Our words" in said(by_machine(boss, job))
    assert set(StringTranslation.objects.values_list("data", "translation_type", "tool_name")) == {
        (words, "machine", "Our words") for words in WORDS.values()
    }
    assert facts_of(page.pk).missing == 2


def test_what_a_person_wrote_is_not_translated_again(boss: Client, home: Any, dictionary: dict[str, Any]) -> None:
    job = send(english_page(home))
    say(job, {"Short breaks": "Wytchnienie"}, kind="manual")
    publish(job)
    with override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR=dictionary):
        by_machine(boss, job)
    assert StringTranslation.objects.get(context__path="title").data == "Wytchnienie"


def test_a_provider_that_fails_costs_nothing_but_a_sentence(
    boss: Client, home: Any, dictionary: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise ConnectionError("no route to host")

    monkeypatch.setattr("localoffer.languages.dictionary.DictionaryTranslator.translate", fail)
    job = send(english_page(home))
    publish(job)
    with override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR=dictionary):
        assert "did not answer" in said(by_machine(boss, job))
    assert not StringTranslation.objects.exists()


def test_a_language_without_a_dictionary_is_not_offered(home: Any, dictionary: dict[str, Any]) -> None:
    from wagtail_localize.machine_translators import get_machine_translator

    english, arabic = Locale.get_default(), Locale.objects.create(language_code="ar")
    with override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR=dictionary):
        translator = get_machine_translator()
    assert translator.can_translate(english, polish())
    assert not translator.can_translate(english, arabic)
    assert not translator.can_translate(polish(), polish())


@pytest.mark.parametrize("name", ["no.such.Translator", "localoffer.languages.dictionary.DictionaryTranslator"])
def test_a_translator_that_cannot_be_used_stops_the_start_with_its_name(name: str) -> None:
    with override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR={"CLASS": name}):
        found = [error for error in run_checks() if error.id == "localoffer.E006"]
    assert name in found[0].msg


# --- A page that is deleted meanwhile ------------------------------------------------------------


def test_the_translations_editor_of_a_deleted_page_answers_not_found(boss: Client, home: Any, page: Any) -> None:
    job = Translation.objects.get()
    segment = job.source.stringsegment_set.first()
    addresses = [
        reverse("wagtail_localize:edit_string_translation", args=[job.pk, segment.pk]),
        reverse("wagtail_localize:machine_translate", args=[job.pk]),
        reverse("wagtail_localize:stop_translation", args=[job.pk]),
        reverse("wagtail_localize:preview_translation", args=[job.pk]),
    ]
    Page.objects.get(pk=page.pk).delete()
    asked = [boss.put(addresses[0], "value=x"), boss.post(addresses[1]), boss.post(addresses[2]), boss.get(addresses[3])]
    assert [answer.status_code for answer in asked] == [404, 404, 404, 404]


def test_a_translation_whose_english_page_was_deleted_can_still_be_edited(boss: Client, page: Any) -> None:
    Page.objects.get(translation_key=page.translation_key, locale=Locale.get_default()).delete()
    assert boss.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    found = facts_of(page.pk)
    assert (found.missing, found.outdated_since) == (0, None)
