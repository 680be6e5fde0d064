"""A new post begins with the sections that most posts have; none of them is published empty."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied

from blog.blocks import EMPTY_SECTION, SectionBlock
from blog.models import BoardPostPage, UsualSection
from blog.services import start_post
from localoffer.blocks.words import words_of
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR
from tests import factories

pytestmark = pytest.mark.django_db
START = "/admin/board-posts/start/"


@pytest.fixture
def sections(db: None) -> list[UsualSection]:
    UsualSection.objects.all().delete()
    return [
        UsualSection.objects.create(name=name, guidance=f"Say {name}.", sort_order=at) for at, name in enumerate(("One", "Two"))
    ]


def test_staff_choose_the_sections_and_get_a_draft_with_their_headings(
    sections: Any, site_tree: Any, person: Any, client: Any
) -> None:
    author = factories.AuthorProfileFactory(name="Alex")
    client.force_login(person(COMMUNICATIONS))
    form = BeautifulSoup(client.get(START).content, "html5lib")
    assert [box["value"] for box in form.select("[name=sections][checked]")] == [str(one.pk) for one in sections]
    refused = client.post(START, {"sections": [sections[0].pk]})
    assert (refused.status_code, "Say who writes this post." in refused.content.decode()) == (422, True)
    response = client.post(START, {"author": author.pk, "sections": [sections[1].pk]})
    post = BoardPostPage.objects.get()
    assert response["Location"] == f"/admin/pages/{post.pk}/edit/"
    assert (post.live, post.author) == (False, author)
    assert [(block["type"], block["value"]["title"]) for block in post.body.raw_data] == [("section", "Two")]
    assert "Say Two." in client.get(response["Location"]).content.decode()


def test_nobody_else_begins_a_post(sections: Any, site_tree: Any, person: Any, client: Any) -> None:
    other = person(DIRECTORY_EDITOR)
    client.force_login(other)
    assert client.get(START).status_code == 403
    assert client.get("/admin/usual-sections/").status_code == 302
    with pytest.raises(PermissionDenied):
        start_post(
            blog=site_tree["blog"], author=factories.AuthorProfileFactory(), sections=[], user=other, today=date(2026, 1, 1)
        )
    assert not BoardPostPage.objects.exists()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", [EMPTY_SECTION.format(title="One")]),
        ("<p>&nbsp;</p>", [EMPTY_SECTION.format(title="One")]),
        (None, [EMPTY_SECTION.format(title="One")]),
        ("<p>Said.</p>", []),
    ],
    ids=["nothing", "blank", "never filled", "filled"],
)
def test_a_section_that_is_empty_keeps_the_post_back(text: Any, sentences: list[str]) -> None:
    assert SectionBlock().problems({"title": "One", "guidance": "Say one.", "text": text}) == sentences


def test_what_goes_in_a_section_is_never_shown_to_readers_or_found(blog: Any, client: Any) -> None:
    value = {"title": "One", "guidance": "Say otters.", "text": "<p>It is done.</p>"}
    post = factories.BoardPostPageFactory(parent=blog, body=[{"type": "section", "value": value}])
    html = client.get(post.url).content.decode()
    assert (">One</h2>" in html, "It is done." in html, "otters" in html) == (True, True, False)
    assert words_of(post.body) == "One\nIt is done."
    post.body = [{"type": "section", "value": value | {"text": ""}}]
    assert post.publish_problems() == {"body": ["Part 1 (Section): The section “One” is empty. Write it, or take it out."]}
    assert "One" not in str(post.body), "Also where a draft is previewed, no empty section is shown."
