"""What waits for supporters, and their decisions: with a message, by one person or by two."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR, READER, SITE_ADMINISTRATOR
from tests import factories
from youth.choices import Stage
from youth.models import ConfirmedDetail, ForumPostPage, SafeguardingCheck
from youth.posting import PostRefused, approve_post, check_safety, mark_reading, own_post, send_back, send_post

from .conftest import WORDS, Forum, is_public

pytestmark = pytest.mark.django_db


def said(answer: Any) -> str:
    return " ".join(BeautifulSoup(answer.content, "html5lib").select_one("main").get_text(" ").split())


def read_address(page: ForumPostPage) -> str:
    return reverse("forum_read", args=[page.pk])


def decide(forum: Forum, page: ForumPostPage, user: Any = None, **form: Any) -> Any:
    return forum.client(user or forum.supporter).post(read_address(page), form)


# --- Who may -----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [DIRECTORY_EDITOR, COMMUNICATIONS, READER], ids=lambda role: role.name)
def test_other_staff_open_none_of_these(forum: Forum, role: Any) -> None:
    page, browser = forum.sent(words="With Robin Fielding."), forum.client(forum.person(role))
    for address in (reverse("forum_queue"), read_address(page), reverse("forum_details", args=[page.pk])):
        assert browser.get(address).status_code == 403
    for then in ("approve", "confirm", "safe", "send-back"):
        form = {"then": then, "detail": "surname Robin Fielding", "message": "Hello"}
        assert browser.post(read_address(page), form).status_code == 403
    assert not ConfirmedDetail.objects.exists()
    assert forum.fresh(page).stage is Stage.WAITING


def test_a_supporter_does_not_decide_on_a_post_of_their_own(forum: Forum) -> None:
    page = forum.draft(forum.supporter)
    send_post(page=page, user=forum.supporter)
    with pytest.raises(PostRefused, match="your own post"):
        approve_post(page=own_post(forum.supporter, page.pk), user=forum.supporter)
    assert not is_public(page)


# --- The queue ---------------------------------------------------------------------------------


def test_the_queue_shows_what_waits_and_who_reads_it(forum: Forum) -> None:
    forum.draft(title="Only begun")
    page = forum.sent(title="By the river")
    mark_reading(page=page, user=forum.second)
    for address in (reverse("forum_queue"), reverse("wagtailadmin_home")):
        shown = said(forum.client(forum.supporter).get(address))
        assert "By the river" in shown
        assert "by Kai" in shown
        assert "Lou" in shown
    assert "Only begun" not in said(forum.client(forum.supporter).get(reverse("forum_queue")))


def test_other_staff_see_no_queue_on_their_dashboard(forum: Forum) -> None:
    forum.sent(title="By the river")
    assert b"Young people" not in forum.client(forum.person(COMMUNICATIONS)).get(reverse("wagtailadmin_home")).content


def test_the_queue_asks_the_database_as_often_for_ten_posts_as_for_one(forum: Forum) -> None:
    browser = forum.client(forum.supporter)

    def queries() -> int:
        browser.get(reverse("forum_queue"))
        with CaptureQueriesContext(connection) as captured:
            browser.get(reverse("forum_queue"))
        return len(captured)

    forum.sent()
    one = queries()
    for _ in range(9):
        forum.sent()
    assert queries() == one


# --- Sending back ------------------------------------------------------------------------------


def test_nothing_goes_back_without_a_message(forum: Forum) -> None:
    page = forum.sent()
    answer = decide(forum, page, then="send-back", message="  ")
    assert answer.status_code == 422
    assert "Write a kind message" in said(answer)
    assert forum.fresh(page).stage is Stage.WAITING


def test_the_message_reaches_the_young_person_once_by_e_mail_and_in_their_screens(forum: Forum) -> None:
    page = forum.sent()
    mail.outbox.clear()
    assert decide(forum, page, then="send-back", message="Lovely. Say more about boats.").status_code == 302
    assert decide(forum, page, then="send-back", message="Again").status_code == 422
    letters = [letter for letter in mail.outbox if letter.to == [forum.member.email]]
    assert len(letters) == len(mail.outbox) == 1
    assert letters[0].subject == "Your post came back with a message"
    assert "Lovely. Say more about boats." in letters[0].body
    assert reverse("forum_member_edit", args=[page.pk]) in letters[0].body
    assert "/admin/pages/" not in letters[0].body
    assert "Say more about boats." in said(forum.client(forum.member).get(reverse("forum_member_edit", args=[page.pk])))


def test_a_message_that_is_refused_stays_in_the_form(forum: Forum) -> None:
    page = forum.sent()
    long = "kind " * 500
    answer = decide(forum, page, then="send-back", message=long)
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()


def test_it_can_be_mended_sent_again_and_published(forum: Forum) -> None:
    page = forum.sent()
    send_back(page=page, user=forum.supporter, message="More, please.")
    browser = forum.client(forum.member)
    typed = {"title": "By the river", "words": "There are boats.", "chosen_name": "Kai", "show_name": "on", "then": "save"}
    browser.post(reverse("forum_member_edit", args=[page.pk]), typed)
    browser.post(reverse("forum_member_check", args=[page.pk]))
    assert forum.fresh(page).stage is Stage.WAITING
    mail.outbox.clear()
    decide(forum, page, then="approve")
    assert is_public(page)
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [([forum.member.email], "Your post is on the site")]
    assert "There are boats." in forum.client(forum.member).get(ForumPostPage.objects.get(pk=page.pk).url).content.decode()


# --- The young person's version is kept beside ---------------------------------------------------


def edited(forum: Forum, page: ForumPostPage, words: str) -> ForumPostPage:
    """As the editor does it for a supporter."""
    page.words = words
    page.save_revision(user=forum.supporter, clean=False)
    return forum.fresh(page)


def test_both_versions_stand_side_by_side_for_the_supporter_and_the_writer(forum: Forum) -> None:
    page = edited(forum, forum.sent(), "I like the river a lot.")
    shown = forum.client(forum.supporter).get(read_address(page))
    assert "What the young person wrote" in said(shown)
    assert WORDS in said(shown)
    assert "I like the river a lot." in said(shown)
    seen = said(forum.client(forum.member).get(reverse("forum_member_post", args=[page.pk])))
    assert "A supporter changed some words. See what you wrote." in seen
    assert WORDS in seen


def test_while_nobody_changed_it_there_is_one_version(forum: Forum) -> None:
    page = forum.sent()
    assert "What the young person wrote" not in said(forum.client(forum.supporter).get(read_address(page)))


def test_the_writer_never_writes_over_what_they_sent_or_what_a_supporter_wrote(forum: Forum) -> None:
    page = edited(forum, forum.sent(), "I like the river a lot.")
    send_back(page=page, user=forum.supporter, message="Look at it.")
    before = page.revisions.count()
    typed = {"title": "By the river", "words": "New.", "then": "autosave"}
    forum.client(forum.member).post(reverse("forum_member_edit", args=[page.pk]), typed)
    assert page.revisions.count() == before + 1


# --- Details and consents ------------------------------------------------------------------------


def test_a_supporter_confirms_what_is_ticked_and_nothing_else(forum: Forum) -> None:
    page = forum.sent(words="Robin Fielding and Ash Fielding came.")
    assert decide(forum, page, then="confirm").status_code == 422
    decide(forum, page, then="confirm", detail=["surname Robin Fielding", "surname Somebody Else"])
    assert list(ConfirmedDetail.objects.values_list("words", flat=True)) == ["Robin Fielding"]
    assert decide(forum, page, then="approve").status_code == 422
    decide(forum, page, then="confirm", detail=["surname Ash Fielding"])
    decide(forum, page, then="approve")
    assert is_public(page)


def test_details_of_other_youth_pages_are_confirmed_on_a_page_of_their_own(forum: Forum, site_tree: dict[str, Any]) -> None:
    page = factories.YouthPageFactory(parent=site_tree["youth"], live=False)
    page.summary = "Ask Robin Fielding."
    page.save_revision(clean=False)
    address, browser = reverse("forum_details", args=[page.pk]), forum.client(forum.supporter)
    assert "Robin Fielding" in said(browser.get(address))
    assert address in browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert browser.post(address, {}).status_code == 422
    browser.post(address, {"detail": "surname Robin Fielding"})
    assert ConfirmedDetail.objects.get().page_id == page.pk
    assert browser.get(reverse("forum_details", args=[site_tree["home"].pk])).status_code == 404


def test_a_consent_is_linked_to_what_the_young_person_brought_only(forum: Forum) -> None:
    page, consent = forum.sent(), factories.ConsentFactory()
    for owner, kept in ((forum.member, consent), (forum.second, None)):
        image = factories.CustomImageFactory(shows_people=True, uploaded_by_user=owner)
        page.picture = image
        page.save_revision(user=forum.supporter, clean=False)
        decide(forum, page, then="consent", of="picture", consent=consent.pk)
        image.refresh_from_db()
        assert image.consent == kept


def test_a_picture_of_people_without_consent_stops_the_post(forum: Forum) -> None:
    page = forum.sent()
    page.picture = factories.CustomImageFactory(shows_people=True, uploaded_by_user=forum.member)
    page.save_revision(user=forum.supporter, clean=False)
    answer = decide(forum, page, then="approve")
    assert answer.status_code == 422
    assert "has no consent record" in said(answer)
    assert not is_public(page)


def test_an_unknown_button_changes_nothing(forum: Forum) -> None:
    assert decide(forum, forum.sent(), then="fly").status_code == 400


# --- Two steps by two people ---------------------------------------------------------------------


def test_one_person_publishes_where_one_step_is_set(forum: Forum) -> None:
    page = forum.sent()
    assert decide(forum, page, then="approve").status_code == 302
    assert is_public(page)


def test_two_people_publish_where_two_steps_are_set(forum: Forum) -> None:
    forum.two_steps()
    page = forum.sent()
    answer = decide(forum, page, then="approve")
    assert answer.status_code == 422
    assert "First somebody must check that it is safe." in said(answer)
    assert decide(forum, page, then="safe").status_code == 302
    answer = decide(forum, page, then="approve")
    assert answer.status_code == 422
    assert "somebody else must read it and publish it" in said(answer)
    assert not is_public(page)
    assert decide(forum, page, forum.second, then="approve").status_code == 302
    assert is_public(page)


def test_an_administrator_is_one_person_too(forum: Forum) -> None:
    forum.two_steps()
    page, admin = forum.sent(), forum.person(SITE_ADMINISTRATOR, is_superuser=True)
    decide(forum, page, admin, then="safe")
    decide(forum, page, admin, then="approve")
    assert not is_public(page)


def test_what_was_changed_after_the_check_is_checked_again(forum: Forum) -> None:
    forum.two_steps()
    page = forum.sent()
    check_safety(page=page, user=forum.supporter, now=timezone.now())
    page = edited(forum, page, "Other words.")
    with pytest.raises(PostRefused, match="not checked yet"):
        approve_post(page=page, user=forum.second)
    check_safety(page=page, user=forum.second, now=timezone.now())
    approve_post(page=page, user=forum.supporter)
    assert is_public(page)


def test_a_post_with_an_open_detail_is_not_safe(forum: Forum) -> None:
    forum.two_steps()
    page = forum.sent(words="With Robin Fielding.")
    assert decide(forum, page, then="safe").status_code == 422
    assert not SafeguardingCheck.objects.exists()


ROADS = ["code", "editor", "bulk", "dashboard"]


@pytest.mark.parametrize("road", ROADS)
def test_on_no_road_one_person_does_both_steps(forum: Forum, road: str) -> None:
    forum.two_steps()
    page = forum.sent()
    check_safety(page=page, user=forum.supporter, now=timezone.now())
    take(road, forum, page, forum.supporter)
    assert not is_public(page)
    take(road, forum, page, forum.second)
    assert is_public(page)


def take(road: str, forum: Forum, page: ForumPostPage, user: Any) -> None:
    """Tries to publish the post by that road, as this person."""
    browser = forum.client(user)
    if road == "code":
        try:
            forum.fresh(page).latest_revision.publish(user=user)
        except ValidationError:
            return
    elif road == "editor":
        form = {"title": page.title, "slug": page.slug, "words": page.words, "chosen_name": "Kai", "show_name": "on"}
        form["words_consent"] = str(page.words_consent_id)
        form |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "action-publish": "yes"}
        browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    elif road == "bulk":
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        browser.post(f"{address}?id={page.pk}&next=/admin/", {"include_descendants": ""})
    else:
        step = forum.fresh(page).current_workflow_task_state
        browser.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk]), {"comment": ""})
