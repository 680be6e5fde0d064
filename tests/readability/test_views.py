"""The helper's addresses: findings of what is typed, for whoever may edit the page; nothing is saved, nothing breaks."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from home.models import InformationPage
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR, FORUM_MEMBER, FORUM_SUPPORTER, READER
from localoffer.plainlanguage import registry
from tests import factories
from tests.pages.ground import TEXT, form_of, posted_body
from youth.models import YouthPage

pytestmark = pytest.mark.django_db

NOUGHT_SAID = "It was told to the LA."


@pytest.fixture
def page(site_tree: dict[str, Any]) -> YouthPage:
    page = factories.YouthPageFactory(parent=site_tree["youth"], title="Clubs")
    page.save_revision()
    return page


@pytest.fixture
def as_role(person: Callable[..., Any]) -> Callable[..., Client]:
    def sign_in(role: Any, **fields: Any) -> Client:
        browser = Client()
        browser.force_login(person(role, **fields))
        return browser

    return sign_in


def address(page: Any) -> str:
    return reverse("readability_check", args=[page.pk])


def address_of_new(parent: Any, model: str = "youthpage", app: str = "youth") -> str:
    return reverse("readability_check_new", args=[app, model, parent.pk])


def typed(browser: Client, page: Any, **changes: Any) -> dict[str, Any]:
    """The form of the page with something typed in it."""
    return posted_body([TEXT], form_of(browser, reverse("wagtailadmin_pages:edit", args=[page.pk]))) | changes


def findings(answer: Any) -> list[str]:
    soup = BeautifulSoup(answer.content, "html5lib")
    return [" ".join(found.get_text(" ").split()) for found in soup.select(".plain-words__matter")]


def test_what_is_typed_is_checked_and_nothing_is_saved(as_role: Any, page: YouthPage) -> None:
    browser = as_role(FORUM_SUPPORTER)
    before, changed = page.revisions.count(), YouthPage.objects.get(pk=page.pk).has_unpublished_changes
    answer = browser.post(address(page), typed(browser, page, summary=NOUGHT_SAID))
    assert answer.status_code == 200
    assert findings(answer) == ["Nobody does it: was told", "Letters for words: LA"]
    button = BeautifulSoup(answer.content, "html5lib").select_one("[data-plain-path]")
    assert (button["data-plain-path"], button["data-plain-sentence"]) == ("summary", "It was told to the LA")
    kept = YouthPage.objects.get(pk=page.pk)
    assert (kept.summary, kept.revisions.count(), kept.has_unpublished_changes) == (page.summary, before, changed)


def test_a_word_of_the_glossary_is_no_finding(as_role: Any, page: YouthPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_explained", [lambda: {"LA"}])
    browser = as_role(FORUM_SUPPORTER)
    assert findings(browser.post(address(page), typed(browser, page, summary=NOUGHT_SAID))) == ["Nobody does it: was told"]


def test_a_page_that_was_never_saved_is_checked(as_role: Any, site_tree: dict[str, Any]) -> None:
    browser = as_role(FORUM_SUPPORTER)
    add = reverse("wagtailadmin_pages:add", args=["youth", "youthpage", site_tree["youth"].pk])
    form = posted_body([TEXT], form_of(browser, add)) | {"summary": NOUGHT_SAID}
    answer = browser.post(address_of_new(site_tree["youth"]), form)
    assert answer.status_code == 200
    assert "Nobody does it: was told" in findings(answer)
    assert not YouthPage.objects.exists()


def test_a_field_with_a_mistake_does_not_stop_the_check_of_the_others(as_role: Any, page: YouthPage) -> None:
    browser = as_role(FORUM_SUPPORTER)
    form = typed(browser, page, summary=NOUGHT_SAID, title="", slug="not a slug!", review_date="never")
    assert "Nobody does it: was told" in findings(browser.post(address(page), form))


HALF = {
    "no body": {"body-count": None},
    "a count of words": {"body-count": "many"},
    "a part without its kind": {"body-0-type": None},
    "a part of a kind that is not there": {"body-0-type": "rocket"},
    "a body that is no rich text": {"body-0-value": "{"},
    "a body of another shape": {"body-0-value": "[1]"},
    "a nest without end": {"body-0-value": "[" * 100_000},
    "parts that are not there": {"body-count": "7"},
}


@pytest.mark.parametrize("kind", HALF)
def test_a_form_that_is_not_whole_is_answered_400_or_checked_and_never_breaks(as_role: Any, page: YouthPage, kind: str) -> None:
    browser = as_role(FORUM_SUPPORTER)
    form = {name: value for name, value in (typed(browser, page) | HALF[kind]).items() if value is not None}
    answer = browser.post(address(page), form)
    assert answer.status_code in (200, 400)
    if kind in ("no body", "a body that is no rich text", "a nest without end"):
        assert answer.status_code == 400
        assert "nothing was checked" in answer.content.decode()


def test_an_empty_form_is_answered_400(as_role: Any, page: YouthPage) -> None:
    assert as_role(FORUM_SUPPORTER).post(address(page), {}).status_code == 400


@pytest.mark.parametrize(
    "words", ["\x00", "🌻" * 1000, "مرحبا بكم", "a" * 50_000, "<script>alert(1)</script> was told", "it was told " * 4000]
)
def test_words_of_any_kind_are_checked_and_shown_as_words(as_role: Any, page: YouthPage, words: str) -> None:
    browser = as_role(FORUM_SUPPORTER)
    answer = browser.post(address(page), typed(browser, page, hard_because=words, summary=words))
    assert answer.status_code == 200
    assert b"<script" not in answer.content


def test_only_who_may_edit_the_page_may_ask(as_role: Any, site_tree: dict[str, Any], page: YouthPage) -> None:
    draft = reverse("readability_draft", args=[page.pk])
    for role in (COMMUNICATIONS, DIRECTORY_EDITOR, READER, FORUM_MEMBER):
        browser = as_role(role)
        assert browser.post(address(page), {}).status_code == 403
        assert browser.get(draft).status_code == 403
        assert browser.post(address_of_new(site_tree["youth"]), {}).status_code == 403
    assert as_role(FORUM_SUPPORTER).get(draft).status_code == 200


def test_visitors_are_sent_to_sign_in(client: Client, page: YouthPage) -> None:
    for answer in (client.post(address(page)), client.get(reverse("readability_draft", args=[page.pk]))):
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/account/login/")


def test_a_page_may_not_be_made_where_its_kind_does_not_belong(as_role: Any, site_tree: dict[str, Any]) -> None:
    browser = as_role(None, is_superuser=True)
    assert browser.post(address_of_new(site_tree["youth"], "boardpostpage", "blog")).status_code == 403
    assert browser.post(address_of_new(site_tree["youth"], "nothing", "youth")).status_code == 404
    assert browser.post(address_of_new(site_tree["youth"], "user", "people")).status_code == 404
    assert browser.get(address_of_new(site_tree["youth"])).status_code == 405


def test_the_saved_draft_is_checked_on_a_page_without_scripts(as_role: Any, page: YouthPage) -> None:
    page.summary = NOUGHT_SAID
    page.save_revision()
    answer = as_role(FORUM_SUPPORTER).get(reverse("readability_draft", args=[page.pk]))
    assert findings(answer) == ["Nobody does it: was told", "Letters for words: LA"]
    assert "It was told to the LA" in answer.content.decode()
    assert not BeautifulSoup(answer.content, "html5lib").select("[data-plain-path]")


@pytest.mark.parametrize("app", ["home", "youth", "blog", "directory"])
def test_each_of_our_page_types_has_the_helper_when_it_is_made_and_edited(
    as_role: Any, site_tree: dict[str, Any], app: str
) -> None:
    parent, model = {
        "home": (site_tree["section"], "informationpage"),
        "youth": (site_tree["youth"], "youthpage"),
        "blog": (site_tree["blog"], "boardpostpage"),
        "directory": (site_tree["directory"], "servicepage"),
    }[app]
    browser = as_role(None, is_superuser=True)
    for screen in (
        reverse("wagtailadmin_pages:add", args=[app, model, parent.pk]),
        reverse("wagtailadmin_pages:edit", args=[parent.pk]),
    ):
        soup = BeautifulSoup(browser.get(screen).content, "html5lib")
        assert soup.select_one("[data-plain-words-panel] [data-plain-says]"), screen
        assert soup.select_one('[data-side-panel-toggle="plain-words"]'), screen


def test_a_page_in_another_language_says_that_the_helper_knows_only_english(as_role: Any, site_tree: dict[str, Any]) -> None:
    polish = Locale.objects.create(language_code="pl")
    page = site_tree["section"]
    InformationPage.objects.all().delete()
    type(page).objects.filter(pk=page.pk).update(locale=polish)
    browser = as_role(None, is_superuser=True)
    assert "knows only English" in browser.get(reverse("readability_draft", args=[page.pk])).content.decode()
    soup = BeautifulSoup(browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html5lib")
    assert not soup.select("[data-plain-words-panel]")
