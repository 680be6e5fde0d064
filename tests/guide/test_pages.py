"""The guide as editors have it: the publishing gate, the preview, who may change it, and how it is found."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.urls import reverse

from localoffer.guide.models import GuidePage
from localoffer.guide.templatetags.guide import guide_address
from localoffer.pages.keeping import forget
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR
from localoffer.people.services import set_up_roles
from localoffer.search.index import find, rebuild

from .conftest import GuidePageFactory, answer

pytestmark = pytest.mark.django_db


def test_a_whole_guide_may_be_published(guide: GuidePage) -> None:
    assert guide.publish_problems() == {}
    guide.save_revision().publish()


@pytest.mark.parametrize(
    ("part", "change", "field", "words"),
    [
        ("questions", {"title": " "}, "questions", "Part 1 (Question): Write the question."),
        ("questions", {"name": ""}, "questions", "Part 1 (Question): Give each question a short name, such as: age."),
        ("questions", {"answers": []}, "questions", "Question “who” has 0 answers. Give it 2 to 8."),
        ("questions", {"answers": [answer("A", "who"), answer("B", "age")]}, "questions", "circle"),
        ("outcomes", {"text": "<p> </p>"}, "outcomes", "Part 1 (What could help): Write a few plain sentences"),
        ("outcomes", {"name": "quiet"}, "outcomes", "“quiet”: no answer leads to it."),
    ],
)
def test_what_is_wrong_keeps_a_guide_from_being_published(
    make: Any, fields: dict[str, Any], part: str, change: dict[str, Any], field: str, words: str
) -> None:
    fields[part][0] |= change
    page = make(live=False)
    assert any(words in sentence for sentence in page.publish_problems()[field])
    with pytest.raises(ValidationError):
        page.save_revision(clean=False).publish()


def test_an_answer_to_a_page_that_is_not_public_keeps_it_from_being_published(make: Any, there: Any) -> None:
    page = make(live=False)
    assert page.publish_problems() == {}
    there.unpublish()
    assert page.publish_problems() == {
        "questions": [
            "Question “who”, answer “Money” leads to a page that the public cannot see. "
            "Publish that page first, or choose another."
        ]
    }


def test_an_empty_guide_needs_a_question(home: Any) -> None:
    assert GuidePageFactory(parent=home, live=False).publish_problems() == {"questions": ["Write at least one question."]}


def previewed(page: GuidePage, mode: str = "") -> BeautifulSoup:
    request = RequestFactory().get("/admin/")
    response = page.make_preview_request(request, mode)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def test_an_empty_guide_can_be_previewed(home: Any) -> None:
    page = GuidePageFactory(parent=home, live=False)
    assert previewed(page).h1.get_text(strip=True) == "What could help?"
    assert page.preview_modes == [("", "The start")]


def test_a_guide_that_was_never_saved_can_be_previewed(home: Any) -> None:
    new = GuidePage(title="New", slug="new", depth=home.depth + 1, path=f"{home.path}0009")  # as Wagtail's form for a new page
    assert previewed(new).h1.get_text(strip=True) == "New"


def test_each_part_can_be_previewed_by_its_name(guide: GuidePage) -> None:
    assert [name for name, _ in guide.preview_modes] == ["", "age", "talk", "sleep"]
    assert previewed(guide, "age").legend.get_text(strip=True) == "How old is your child?"
    assert previewed(guide, "sleep").h1.get_text(strip=True) == "Help with sleep"


def test_an_unfinished_draft_can_be_previewed(make: Any, fields: dict[str, Any]) -> None:
    fields["questions"] = [{"name": "", "title": "", "answers": []}]
    assert previewed(make(live=False)).legend is not None


def test_a_directory_editor_opens_the_editor_and_communications_may_not(
    client: Client, site_tree: Any, guide: GuidePage, person: Any
) -> None:
    set_up_roles()
    address = reverse("wagtailadmin_pages:edit", args=[guide.pk])
    client.force_login(person(DIRECTORY_EDITOR))
    answered = client.get(address)
    assert answered.status_code == 200
    assert "How a guide works" in answered.content.decode()
    assert guide.permissions_for_user(person(DIRECTORY_EDITOR, email="other@example.org")).can_publish()
    client.force_login(person(COMMUNICATIONS))
    assert client.get(address).status_code == 302


def test_a_guide_is_found_by_its_questions_and_by_what_could_help(guide: GuidePage) -> None:
    rebuild()
    for words in ("how old is your child", "sleep badly"):
        assert find(words, kinds=["information"]).of_kind("information") == [guide.pk]


def test_short_names_are_not_searched(make: Any, fields: dict[str, Any]) -> None:
    fields["outcomes"][0]["name"] = "xylophone"
    fields["questions"][0]["answers"][1]["leads_to"] = "xylophone"
    make()
    rebuild()
    assert find("xylophone", kinds=["information"]).of_kind("information") == []


def test_the_address_of_the_guide_is_known_while_the_public_may_see_it(guide: GuidePage) -> None:
    assert guide_address() == guide.url
    guide.unpublish()
    forget()
    assert guide_address() == ""
