"""The chair, who has no account, approves a post or sends it back by a link; then staff publish."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from blog.choices import ChairsAnswer
from blog.forms import LONGEST_ANSWER, SAY_WHAT
from blog.models import BoardPostPage, ChairReview
from blog.models.approval import ASK_AGAIN, ASK_FIRST, CHANGED_SINCE, NO_ANSWER_YET, SENT_BACK, chair_problem
from blog.rules.approval import TIME_TO_ANSWER, digest_of
from blog.services import AnsweredBefore, ChairNotAsked, answer_review, ask_chair, token_of
from blog.services.approval import NOT_SENT
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR
from tests import factories

pytestmark = pytest.mark.django_db
CHAIR = "chair@example.org"


@pytest.fixture
def asking(blog: Any) -> Any:
    """The board's page, on which the chair approves each post."""
    blog.chair_approves, blog.chair_email = True, CHAIR
    blog.save()
    return blog


@pytest.fixture
def post(asking: Any) -> Any:
    found = factories.BoardPostPageFactory(parent=asking, title="The board met", live=False, first_published_at=None)
    found.save_revision(clean=False)
    return BoardPostPage.objects.get(pk=found.pk)


def asked(post: Any, now: datetime | None = None) -> ChairReview:
    return ask_chair(post, user=None, now=now or timezone.now())


def approved(post: Any) -> ChairReview:
    review = asked(post)
    answer_review(review, ChairsAnswer.APPROVED, "", now=timezone.now())
    return review


def publish(post: Any) -> None:
    post.get_latest_revision().publish()
    post.refresh_from_db()


def link_to(mail: Any) -> str:
    return re.search(r"http://localhost:8000(/board-draft/\S+)", mail.body).group(1)


def words_of(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "html5lib").get_text(" ").split())


# --- The rule ---------------------------------------------------------------------------------


def test_a_post_becomes_public_only_after_the_chair_has_approved_it(post: Any) -> None:
    with pytest.raises(ValidationError, match="The chair approves each post"):
        publish(post)
    review = asked(post)
    with pytest.raises(ValidationError, match="has not answered yet"):
        publish(post)
    answer_review(review, ChairsAnswer.APPROVED, "", now=timezone.now())
    publish(post)
    assert post.live


def test_where_the_board_does_not_ask_for_it_nothing_changes(blog: Any) -> None:
    post = factories.BoardPostPageFactory(parent=blog, live=False)
    post.save_revision()
    publish(post)
    assert post.live
    with pytest.raises(ChairNotAsked):
        asked(post)


def test_a_post_that_was_sent_back_waits_for_a_new_question(post: Any) -> None:
    answer_review(asked(post), ChairsAnswer.SENT_BACK, "Name the school.", now=timezone.now())
    assert chair_problem(post, timezone.now()) == SENT_BACK
    asked(post)
    assert chair_problem(post, timezone.now()) == NO_ANSWER_YET


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("in_short", "Other words.", CHANGED_SINCE),
        ("title", "Another", CHANGED_SINCE),
        ("search_description", "For engines.", ""),
    ],
)
def test_an_approval_holds_for_the_words_that_were_read(post: Any, field: str, value: str, problem: str) -> None:
    approved(post)
    setattr(post, field, value)
    assert chair_problem(post, timezone.now()) == problem


def test_a_paragraph_more_undoes_the_approval_and_the_editors_own_marks_do_not() -> None:
    def body(words: str, number: str) -> dict[str, Any]:
        return {"body": f'[{{"type": "text", "value": "{words}", "id": "{number}"}}]'}

    first = digest_of(body("<p>We met.</p>", "1"))
    assert digest_of(body('<p data-block-key=\\"ab1\\">We met.</p>', "2")) == first
    assert digest_of(body("<p>We did not meet.</p>", "1")) != first


def test_saving_the_post_unchanged_in_the_editor_keeps_the_approval(post: Any, admin_client: Any) -> None:
    post.body = [("text", RichText("<h2>What we did</h2><p>We met. <b>All</b> came.</p><ul><li>Much</li></ul>"))]
    post.save_revision(clean=False)
    post.refresh_from_db()
    approved(post)
    editor = f"/admin/pages/{post.pk}/edit/"
    data = querydict_from_html(admin_client.get(editor).content.decode(), form_id="page-edit-form").dict()
    blocks = list(post.get_latest_revision_as_object().body.raw_data)
    data |= nested_form_data({"body": streamfield([(block["type"], rich_text(block["value"])) for block in blocks])})
    data |= {f"body-{number}-id": block["id"] for number, block in enumerate(blocks)}
    data["action-publish"] = "1"
    assert admin_client.post(editor, data).status_code == 302
    post.refresh_from_db()
    assert post.live
    assert "data-block-key" in str(post.body.raw_data)  # the editor did add its marks


def test_after_its_first_day_staff_may_correct_a_post_by_themselves(post: Any) -> None:
    approved(post)
    publish(post)
    post.in_short = "Corrected."
    post.save_revision()
    publish(post)
    assert post.in_short == "Corrected."


def test_whoever_publishes_a_new_post_at_once_is_told_to_ask_first(asking: Any) -> None:
    assert chair_problem(BoardPostPage(title="New", locale=asking.locale), timezone.now()) == ASK_FIRST


def test_the_board_needs_the_chairs_address_to_ask(blog: Any) -> None:
    blog.chair_approves = True
    assert blog.publish_problems()["chair_email"] == ["Write the e-mail address of the chair, or take the tick away."]


def test_where_only_the_address_is_known_the_chair_can_be_asked_and_the_post_does_not_wait(
    post: Any, asking: Any, mailoutbox: Any
) -> None:
    asking.chair_approves = False
    asking.save()
    review = asked(post)
    assert mailoutbox[0].to == [CHAIR]
    answer_review(review, ChairsAnswer.SENT_BACK, "Name the school.", now=timezone.now())
    publish(post)
    assert post.live


def test_where_no_address_is_known_nobody_can_be_asked(post: Any, asking: Any, mailoutbox: Any) -> None:
    asking.chair_approves, asking.chair_email = False, ""
    asking.save()
    with pytest.raises(ChairNotAsked, match="no address of the chair"):
        asked(post)
    assert not mailoutbox


# --- Asking -----------------------------------------------------------------------------------


def test_an_unfinished_post_is_not_sent_and_the_missing_things_are_named(post: Any, mailoutbox: Any) -> None:
    post.in_short = ""
    post.save_revision(clean=False)
    post.refresh_from_db()
    with pytest.raises(ChairNotAsked, match="Write the post in short"):
        asked(post)
    assert not mailoutbox
    assert not ChairReview.objects.exists()


def test_when_the_e_mail_cannot_be_sent_nobody_was_asked(post: Any, monkeypatch: Any) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("blog.services.approval.send_mail", fail)
    with pytest.raises(ChairNotAsked, match=re.escape(NOT_SENT)):
        asked(post)
    assert not ChairReview.objects.exists()


def test_staff_ask_from_the_posts_editor_and_read_there_what_the_chair_said(
    post: Any, site_tree: Any, person: Any, client: Any, mailoutbox: Any
) -> None:
    staff = person(COMMUNICATIONS)
    client.force_login(staff)
    editor, ask = f"/admin/pages/{post.pk}/edit/", reverse("blog_ask_chair", args=[post.pk])
    assert ask in client.get(editor).content.decode()
    assert CHAIR in words_of(client.get(ask))
    assert client.post(ask).status_code == 302
    assert mailoutbox[0].to == [CHAIR]
    client.logout()
    answer = {"answer": "sent-back", "words": "Name the school."}
    assert client.post(link_to(mailoutbox[0]), answer).status_code == 303
    assert mailoutbox[1].to == [staff.email]
    assert "Name the school." in mailoutbox[1].body
    client.force_login(staff)
    assert "Name the school." in words_of(client.get(editor))


def test_whoever_may_not_change_the_post_cannot_ask(post: Any, site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(DIRECTORY_EDITOR))
    assert client.post(reverse("blog_ask_chair", args=[post.pk])).status_code == 403
    assert not ChairReview.objects.exists()


def test_only_administrators_can_do_away_with_the_approval(asking: Any, site_tree: Any, person: Any, client: Any) -> None:
    editor = f"/admin/pages/{asking.pk}/edit/"
    client.force_login(person(COMMUNICATIONS))
    assert 'name="chair_approves"' not in client.get(editor).content.decode()
    client.force_login(factories.UserFactory(is_superuser=True))
    assert 'name="chair_approves"' in client.get(editor).content.decode()


# --- The chair's page --------------------------------------------------------------------------


def test_the_chair_reads_the_draft_by_the_link_and_reading_decides_nothing(post: Any, client: Any, mailoutbox: Any) -> None:
    asked(post)
    response = client.get(link_to(mailoutbox[0]))
    assert response.status_code == 200
    assert "The board met. It made a plan." in words_of(response)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert ChairReview.objects.get().answer == ""


def test_the_chair_approves_by_the_button_and_is_thanked_also_at_the_second_look(post: Any, client: Any, mailoutbox: Any) -> None:
    asked(post)
    link = link_to(mailoutbox[0])
    assert client.post(link, {"answer": "approved", "words": ""}).status_code == 303
    assert "You approved this post" in words_of(client.get(link))
    client.post(link, {"answer": "sent-back", "words": "No."})
    assert ChairReview.objects.get().is_approved
    assert [entry.action for entry in PageLogEntry.objects.filter(action__startswith="blog.chair")] == [
        "blog.chair_answered",
        "blog.chair_asked",
    ]


def test_sending_back_needs_words_and_what_was_picked_is_kept(post: Any, client: Any, mailoutbox: Any) -> None:
    asked(post)
    response = client.post(link_to(mailoutbox[0]), {"answer": "sent-back", "words": " "})
    assert response.status_code == 422
    soup = BeautifulSoup(response.content, "html5lib")
    assert str(SAY_WHAT) in soup.get_text()
    assert soup.select_one("input[value=sent-back]").has_attr("checked")
    assert ChairReview.objects.get().answer == ""


@pytest.mark.parametrize(("length", "status"), [(LONGEST_ANSWER, 303), (LONGEST_ANSWER + 1, 422)])
def test_an_answer_has_a_longest_length(post: Any, client: Any, mailoutbox: Any, length: int, status: int) -> None:
    asked(post)
    assert client.post(link_to(mailoutbox[0]), {"answer": "approved", "words": "a" * length}).status_code == status


def test_a_link_works_for_14_days_and_not_a_moment_longer(post: Any) -> None:
    now = timezone.now()
    review = asked(post, now)
    last = now + TIME_TO_ANSWER
    assert chair_problem(post, last - timedelta(seconds=1)) == NO_ANSWER_YET
    assert chair_problem(post, last) == ASK_AGAIN
    with pytest.raises(AnsweredBefore):
        answer_review(review, ChairsAnswer.APPROVED, "", now=last)
    answer_review(review, ChairsAnswer.APPROVED, "", now=last - timedelta(seconds=1))


def test_a_link_that_is_too_old_says_so(post: Any, client: Any, mailoutbox: Any) -> None:
    asked(post, timezone.now() - TIME_TO_ANSWER)
    assert client.get(link_to(mailoutbox[0])).status_code == 410


def test_only_the_newest_link_of_a_post_works(post: Any, client: Any, mailoutbox: Any) -> None:
    asked(post)
    asked(post)
    old, new = (link_to(mail) for mail in mailoutbox)
    assert client.get(old).status_code == 410
    assert client.post(old, {"answer": "approved"}).status_code == 410
    assert client.get(new).status_code == 200


@pytest.mark.parametrize("token", ["token", "IjAi:1:1", "%00", "a" * 3000])
def test_a_made_up_link_leads_to_a_plain_page(home: Any, client: Any, token: str) -> None:
    assert client.get(f"/board-draft/{token}/").status_code == 404


def test_the_link_of_a_deleted_post_leads_to_a_plain_page(post: Any, client: Any) -> None:
    token = token_of(asked(post))
    post.delete()
    assert client.get(reverse("blog:chair", args=[token])).status_code == 404


def test_a_title_with_line_breaks_cannot_add_lines_to_the_e_mails_head(post: Any, mailoutbox: Any) -> None:
    post.title = "The board\nBcc: other@example.org"
    post.save_revision(clean=False)
    post.refresh_from_db()
    asked(post)
    assert mailoutbox[0].subject == "Please read: The board Bcc: other@example.org"
    assert mailoutbox[0].recipients() == [CHAIR]
