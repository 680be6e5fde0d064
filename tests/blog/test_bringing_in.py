"""A Word file, or pasted text, becomes a draft post in the admin: whole, or not at all."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from blog import services
from blog.forms import LONGEST_TEXT, NOT_BOTH, ONE_OF_TWO, UNSEEN
from blog.models import BoardPostPage
from blog.word import TOO_LARGE, package, read_text, read_word
from localoffer.media.models import CustomImage
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR, FORUM_SUPPORTER, SITE_ADMINISTRATOR
from tests import factories
from tests.blog import word_files as word

pytestmark = pytest.mark.django_db
WORD = "/admin/board-posts/word/"


@pytest.fixture
def staff(site_tree: Any, person: Any, client: Any) -> Any:
    user = person(COMMUNICATIONS)
    client.force_login(user)
    return user


def upload(data: bytes, name: str = "post.docx") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, data)}


def with_pictures(number: int = 1, alt: str = "") -> bytes:
    shown = [word.paragraph("Look.", word.picture(alt, one)) for one in range(1, number + 1)]
    return word.docx(word.paragraph(word.USUAL), *shown, pictures=[word.a_picture()] * number)


def files() -> list[Path]:
    from django.conf import settings

    return [file for file in Path(settings.MEDIA_ROOT).rglob("*") if file.is_file()]


def nothing_made() -> bool:
    return not BoardPostPage.objects.exists() and not CustomImage.objects.exists() and files() == []


def test_the_chairs_post_becomes_a_draft_with_nothing_but_its_summary_left_to_write(staff: Any, client: Any) -> None:
    author = factories.AuthorProfileFactory()
    response = client.post(WORD, upload(word.chairs_post()))
    post = BoardPostPage.objects.get()
    assert response["Location"] == f"{WORD}{post.pk}/"
    assert (post.live, post.owner, post.author, post.date) == (False, staff, author, date(2024, 3, 27))
    assert set(post.publish_problems()) == {"summary", "in_short"}
    post.summary, post.in_short = "What the board did in March.", "The board met. It looked at the plan."
    post.save_revision(user=staff).publish(user=staff)
    page = client.get(post.url).content.decode()
    assert page.count("<h2") >= 4
    assert "Point 9 of the programme" in page


def test_the_page_afterwards_says_what_was_left_out_and_what_is_still_to_write(staff: Any, client: Any) -> None:
    shown = client.post(WORD, upload(word.chairs_post()), follow=True).content.decode()
    assert "“News and blogs”, which stood above the title." in shown
    assert "There is no author called Alex Morgan (example)." in shown
    assert "Write the post in short" in shown
    assert "Say who writes this post." in shown


def test_pasted_text_becomes_a_draft_dated_today_when_it_names_no_day(staff: Any, client: Any) -> None:
    response = client.post(WORD, {"text": "News of May\nThe board met.\nA section\nWords."}, follow=True)
    post = BoardPostPage.objects.get()
    assert (post.title, post.live, post.author) == ("News of May", False, None)
    assert [block.block_type for block in post.body] == ["text", "text"]
    assert "We found no date, so the post has the date of today." in response.content.decode()


def test_two_posts_of_the_same_title_are_both_made(staff: Any, client: Any) -> None:
    for _ in range(2):
        assert client.post(WORD, upload(word.chairs_post())).status_code == 302
    assert len(set(BoardPostPage.objects.values_list("slug", flat=True))) == 2


def test_a_table_is_shown_with_headings_of_columns(staff: Any, client: Any) -> None:
    rows = word.table(["Day", "Where"], ["24 April", word.cell(word.paragraph(word.link("County Hall")))])
    client.post(WORD, upload(word.docx(word.paragraph(word.USUAL), rows)))
    body = BoardPostPage.objects.get().body
    html = body.render_as_block()
    assert '<th scope="col">Where</th>' in html
    assert '<a href="https://board.example.org/papers">County Hall</a>' in html


def test_the_words_of_a_table_can_be_searched(staff: Any, client: Any) -> None:
    from localoffer.blocks.words import words_of

    client.post(WORD, upload(word.docx(word.paragraph(word.USUAL), word.table(["Day", "Where"], ["24 April", "County Hall"]))))
    assert words_of(BoardPostPage.objects.get().body).splitlines() == ["Day", "Where", "24 April", "County Hall"]


def test_a_picture_is_asked_for_its_words_and_people_before_the_post_may_be_public(staff: Any, client: Any) -> None:
    response = client.post(WORD, upload(with_pictures()))
    image = CustomImage.objects.get()
    assert (image.uploaded_by_user, image.description, image.shows_people) == (staff, "", True)
    post = BoardPostPage.objects.get()
    assert "body" in post.publish_problems()
    address, prefix = response["Location"], f"picture-{image.pk}-"
    assert "What the pictures show" in client.get(address).content.decode()
    unsaid = client.post(address, {f"{prefix}shows_people": "False"})
    assert unsaid.status_code == 422
    assert "Say what the picture shows" in unsaid.content.decode()
    said = client.post(address, {f"{prefix}shows_people": "False", f"{prefix}description": "A sun."})
    assert said["Location"] == reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert "body" not in BoardPostPage.objects.get().publish_problems()


def test_a_picture_without_words_holds_the_post_back_also_when_nobody_is_in_it(staff: Any, client: Any) -> None:
    client.post(WORD, upload(with_pictures()))
    CustomImage.objects.update(shows_people=False)
    assert "does not say what it shows" in BoardPostPage.objects.get().publish_problems()["body"][0]
    CustomImage.objects.update(is_decorative=True)
    assert "body" not in BoardPostPage.objects.get().publish_problems()


def test_pictures_that_somebody_else_brought_are_not_asked_about(staff: Any, client: Any, person: Any) -> None:
    response = client.post(WORD, upload(with_pictures()))
    CustomImage.objects.update(uploaded_by_user=person(SITE_ADMINISTRATOR))
    assert "What the pictures show" not in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (package.OLD_START + b"\x00" * 600, "post.doc", package.OLD_WORD),
        (b"%PDF-1.7", "post.pdf", package.PDF),
        (word.docx(word.paragraph("Hello."))[:300], "post.docx", package.DAMAGED),
        (word.docx(word.paragraph("Hello."), parts={"word/vbaProject.bin": b"x"}), "post.docm", package.MACROS),
        (word.docx(word.table(["a", word.cell(word.table(["b", "c"]) + "<w:p/>")])), "post.docx", package.NESTED),
        (b"x" * (80 * package.MEGABYTE), "post.docx", TOO_LARGE),
        (b"", "post.docx", package.EMPTY),
    ],
    ids=["doc", "pdf", "damaged", "macros", "nested", "80 MB", "empty"],
)
def test_a_file_that_cannot_come_in_is_told_so_and_nothing_is_made(
    staff: Any, client: Any, data: bytes, name: str, sentence: str
) -> None:
    response = client.post(WORD, upload(data, name))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert 'name="file"' in response.content.decode()
    assert nothing_made()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, ONE_OF_TWO),
        ({"text": " \n "}, ONE_OF_TWO),
        ({"text": "Hello\x00 there"}, UNSEEN),
        ({"text": "a" * (LONGEST_TEXT + 1)}, "This text is too long"),
        ({"text": "Hello there", **upload(b"PK")}, NOT_BOTH),
    ],
    ids=["nothing", "blank", "null", "long", "both"],
)
def test_wrong_text_is_told_so_and_what_was_typed_is_kept(staff: Any, client: Any, said: dict[str, Any], sentence: str) -> None:
    response = client.post(WORD, said)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    if len(said.get("text", "")) < 100 and said.get("text", "").strip():
        assert "there</textarea>" in response.content.decode()
    assert nothing_made()


def test_text_of_the_greatest_length_comes_in(staff: Any, client: Any) -> None:
    assert client.post(WORD, {"text": "a" * LONGEST_TEXT}).status_code == 302


def test_a_name_of_a_file_with_odd_letters_does_no_harm(staff: Any, client: Any) -> None:
    assert client.post(WORD, upload(word.chairs_post(), "../..\\ü\x01\u202e.docx")).status_code == 302


def test_when_something_fails_half_way_no_row_and_no_file_is_left(
    site_tree: Any, person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("blog.services.bringing_in.log", fail)
    with pytest.raises(RuntimeError, match="disk"):
        services.bring_in(
            reading=read_word(with_pictures(2)), blog=site_tree["blog"], user=person(COMMUNICATIONS), today=date(2026, 1, 1)
        )
    site_tree["blog"].refresh_from_db()
    assert site_tree["blog"].numchild == 0
    assert nothing_made()


@pytest.mark.parametrize("role", [COMMUNICATIONS, SITE_ADMINISTRATOR])
def test_those_who_may_add_posts_find_it_in_the_menu_and_on_the_blog(site_tree: Any, person: Any, client: Any, role: Any) -> None:
    client.force_login(person(role))
    assert client.get(WORD).status_code == 200
    assert WORD in client.get("/admin/").content.decode()
    assert f'href="{WORD}"' in client.get(f"/admin/pages/{site_tree['blog'].pk}/").content.decode()


@pytest.mark.parametrize("role", [DIRECTORY_EDITOR, FORUM_SUPPORTER])
def test_others_do_not_see_it_and_are_refused(site_tree: Any, person: Any, client: Any, role: Any) -> None:
    client.force_login(person(role))
    assert WORD not in client.get("/admin/").content.decode()
    assert client.get(WORD).status_code == 403
    assert client.post(WORD, upload(word.chairs_post())).status_code == 403
    post = factories.BoardPostPageFactory(parent=site_tree["blog"])
    assert client.get(f"{WORD}{post.pk}/").status_code == 403
    assert BoardPostPage.objects.count() == 1


def test_the_draft_of_a_person_without_the_right_is_refused_by_the_service_too(site_tree: Any, person: Any) -> None:
    with pytest.raises(PermissionDenied):
        services.bring_in(
            reading=read_text("A title\nWords."), blog=site_tree["blog"], user=person(DIRECTORY_EDITOR), today=date(2026, 1, 1)
        )
    assert nothing_made()


def test_nobody_who_is_not_signed_in_gets_there(site_tree: Any, client: Any) -> None:
    assert client.get(WORD)["Location"].startswith("/account/login/")
    assert client.post(WORD, {"text": "Hello."})["Location"].startswith("/account/login/")


def test_a_blog_that_nobody_made_yet_cannot_be_written_for(home: Any, admin_user: Any, client: Any) -> None:
    client.force_login(admin_user)
    assert client.get(WORD).status_code == 403


def test_a_page_that_is_no_post_has_no_page_afterwards(staff: Any, client: Any, site_tree: Any) -> None:
    assert client.get(f"{WORD}{site_tree['blog'].pk}/").status_code == 404
    assert client.get(f"{WORD}{Page.objects.order_by('-pk').first().pk + 1}/").status_code == 404


def test_the_page_afterwards_asks_the_database_as_often_for_five_pictures_as_for_one(staff: Any, client: Any) -> None:
    def queries(number: int) -> int:
        address = client.post(WORD, upload(with_pictures(number, "A sun.")))["Location"]
        client.get(address)  # makes the small copies
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    assert queries(5) == queries(1)
