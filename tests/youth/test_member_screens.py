"""A member of the forum has screens of their own, and nothing else: asked for directly, each other door is shut."""

from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone
from PIL import Image

from localoffer.contact.models import Message
from localoffer.media.models import CustomImage, CustomMedia
from tests import factories
from tests.addresses import addresses, patterns
from youth.choices import Stage
from youth.middleware import OWN
from youth.models import ChangeRequest, ForumPostPage, ForumSettings
from youth.posting import approve_post, mark_reading, send_back

from .conftest import WORDS, Forum, is_public

pytestmark = pytest.mark.django_db
TYPED = {"title": "By the river", "words": WORDS, "chosen_name": "Kai", "show_name": "on"}


def said(answer: Any) -> str:
    return " ".join(BeautifulSoup(answer.content, "html5lib").get_text(" ").split())


def write_address(page: ForumPostPage) -> str:
    return reverse("forum_member_edit", args=[page.pk])


# --- Everything else is refused ---------------------------------------------------------------


def test_no_address_of_the_admin_answers_a_member_but_their_own_and_signing_in(forum: Forum) -> None:
    browser = Client(raise_request_exception=False)
    browser.force_login(forum.member)
    own = {tidy for tidy in patterns(get_resolver()) if "forum/posts" in tidy or "forum/next" in tidy}
    assert own
    # Signing in; and the icons and the words of scripts, which say nothing of anybody.
    open_to_all = ("admin/login/", "admin/logout/", "admin/password_reset/", "admin/sprite/", "admin/jsi18n/")
    answered = [
        address.path
        for pattern, address in addresses({}).items()
        if pattern.startswith("admin/")
        and pattern not in ("admin/", *own)
        and not pattern.startswith(open_to_all)
        and (browser.get(address.path).status_code, browser.post(address.path).status_code) != (403, 403)
    ]
    assert answered == []


NAMED = ["wagtailadmin_reports:site_history", "inbox:index", "wagtailsnippets_media_consent:list", "wagtailimages:index"]


@pytest.mark.parametrize("name", [*NAMED, "wagtailadmin_explore_root", "wagtailadmin_account", "forum_queue"])
def test_a_member_opens_none_of_these_and_is_told_so_kindly(forum: Forum, name: str) -> None:
    answer = forum.client(forum.member).get(reverse(name))
    assert answer.status_code == 403
    assert "You did nothing wrong." in said(answer)


def test_a_member_cannot_read_a_message_or_a_consent(forum: Forum) -> None:
    message = Message.objects.create(kind="message", words="secret", received_at=timezone.now())
    consent = factories.ConsentFactory(display_name="secret")
    browser = forum.client(forum.member)
    for address in (
        reverse("inbox:edit", args=[message.pk]),
        reverse("wagtailsnippets_media_consent:edit", args=[consent.pk]),
    ):
        answer = browser.get(address)
        assert answer.status_code == 403
        assert "secret" not in answer.content.decode()


def test_a_member_cannot_publish_by_wagtails_own_addresses(forum: Forum) -> None:
    page, browser = forum.sent(), forum.client(forum.member)
    step = page.current_workflow_task_state
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for address in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk]),
        f"{bulk}?id={page.pk}",
        f"/admin/api/main/pages/{page.pk}/action/publish/",
        reverse("forum_read", args=[page.pk]),
    ):
        assert browser.post(address, TYPED | {"action-publish": "yes", "then": "approve"}).status_code == 403
    assert not is_public(page)


def test_a_member_with_a_second_role_keeps_the_whole_admin(forum: Forum) -> None:
    forum.member.groups.add(forum.supporter.groups.get())
    assert forum.client(forum.member).get(reverse("forum_queue")).status_code == 200


def test_wagtails_bar_does_not_show_on_public_pages(forum: Forum) -> None:
    assert b"wagtail-userbar" not in forum.client(forum.member).get(forum.index.url).content
    assert b"wagtail-userbar" in forum.client(forum.supporter).get(forum.index.url).content


# --- Only one's own ---------------------------------------------------------------------------

SCREENS = ["post", "edit", "picture", "recording", "preview", "check", "change", "delete"]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_posts_of_others_stay_shut(forum: Forum, screen: str) -> None:
    page = forum.draft(forum.other_member, title="Secret")
    browser, address = forum.client(forum.member), reverse(f"forum_member_{screen}", args=[page.pk])
    for answer in (browser.get(address), browser.post(address, TYPED | {"then": "save"})):
        assert answer.status_code == 403
        assert "Secret" not in answer.content.decode()
    assert forum.fresh(page).title == "Secret"


@pytest.mark.parametrize("screen", SCREENS)
def test_other_pages_are_no_posts(forum: Forum, screen: str) -> None:
    address = reverse(f"forum_member_{screen}", args=[forum.index.pk])
    assert forum.client(forum.member).get(address).status_code == 404


@pytest.mark.parametrize("name", ["supporter", "second"])
def test_the_members_screens_are_for_members(forum: Forum, name: str) -> None:
    assert forum.client(getattr(forum, name)).get(reverse("forum_member_new")).status_code == 403


# --- Writing ----------------------------------------------------------------------------------


def test_the_first_screen_is_theirs(forum: Forum) -> None:
    answer = forum.client(forum.member).get(reverse("wagtailadmin_home"))
    assert "Hello Kai" in said(answer)
    assert "You have no posts yet." in said(answer)
    assert b"w-sidebar" not in answer.content


def test_a_post_is_kept_and_one_goes_on(forum: Forum) -> None:
    answer = forum.client(forum.member).post(reverse("forum_member_new"), TYPED | {"then": "save"})
    page = ForumPostPage.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, write_address(page))
    assert (page.owner, page.live, page.get_latest_revision_as_object().words) == (forum.member, False, WORDS)


def test_an_unfinished_post_is_kept_without_a_title(forum: Forum) -> None:
    forum.client(forum.member).post(reverse("forum_member_new"), {"title": "", "words": "Hi", "then": "save"})
    form = BeautifulSoup(forum.client(forum.member).get(write_address(ForumPostPage.objects.get())).content, "html5lib")
    assert form.select_one("#id_title").get("value", "") == ""
    assert form.select_one("#id_words").get_text().strip() == "Hi"


def test_autosave_keeps_one_version_and_warns_kindly(forum: Forum) -> None:
    browser = forum.client(forum.member)
    first = browser.post(reverse("forum_member_new"), TYPED | {"then": "autosave"}).json()
    assert first["warnings"] == []
    for words in ("I went", "I went with Robin", "I went with Robin Fielding"):
        answer = browser.post(first["address"], TYPED | {"words": words, "then": "autosave"}).json()
    assert answer["said"].startswith("Saved at ")
    assert answer["warnings"] == ["“Robin Fielding” looks like a full name. A first name is enough."]
    page = ForumPostPage.objects.get()
    assert page.revisions.count() == 1
    assert page.get_latest_revision_as_object().words == "I went with Robin Fielding"


def test_what_is_too_long_is_said_and_stays_in_the_form(forum: Forum) -> None:
    page = forum.draft()
    long = "word " * 10_000
    answer = forum.client(forum.member).post(write_address(page), TYPED | {"words": long, "then": "save"})
    assert answer.status_code == 422
    assert "Shorten it to 10000." in said(answer)
    assert long.strip() in answer.content.decode()
    assert forum.fresh(page).words == WORDS


@pytest.mark.parametrize("words", ["a\x00b", "<script>alert(1)</script>Hi", "👩‍👩‍👧 مرحبا", "\u202etxt"])
def test_odd_letters_do_no_harm(forum: Forum, words: str) -> None:
    page = forum.draft()
    assert (
        forum.client(forum.member).post(write_address(page), TYPED | {"words": words, "title": words, "then": "save"}).status_code
        == 302
    )
    kept = forum.fresh(page).words
    assert "\x00" not in kept
    assert "<script" not in kept


def test_the_address_of_a_post_follows_its_title_until_it_is_public(forum: Forum) -> None:
    page = forum.draft(title="Jo Fielding and me")
    browser = forum.client(forum.member)
    browser.post(write_address(page), TYPED | {"title": "My friend and me", "then": "save"})
    assert forum.fresh(page).slug == "my-friend-and-me"


def test_sending_without_a_title_or_words_is_refused_at_its_fields(forum: Forum) -> None:
    page = forum.draft(title="", words="")
    answer = forum.client(forum.member).post(reverse("forum_member_check", args=[page.pk]))
    assert answer.status_code == 422
    assert "Give your post a title." in said(answer)
    assert "Write some words first." in said(answer)
    assert forum.fresh(page).stage is Stage.WRITING


def test_a_sent_post_cannot_be_changed_by_its_writer(forum: Forum) -> None:
    page, browser = forum.draft(), forum.client(forum.member)
    browser.post(reverse("forum_member_check", args=[page.pk]))
    assert forum.fresh(page).stage is Stage.WAITING
    assert browser.get(write_address(page)).status_code == 302
    for then in ("save", "autosave"):
        assert browser.post(write_address(page), TYPED | {"words": "Other", "then": then}).status_code == 409
    assert browser.post(reverse("forum_member_picture", args=[page.pk]), {"then": "none"}).status_code == 302
    assert forum.fresh(page).words == WORDS


def test_a_post_is_sent_once_however_often_one_presses(forum: Forum) -> None:
    page, browser = forum.draft(), forum.client(forum.member)
    mail.outbox.clear()
    for _ in range(3):
        browser.post(reverse("forum_member_check", args=[page.pk]))
    assert page.workflow_states.count() == 1
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted([forum.supporter.email, forum.second.email])
    assert all(page.title not in f"{letter.subject} {letter.body}" for letter in mail.outbox)


def test_the_words_say_who_has_it(forum: Forum) -> None:
    page, browser = forum.sent(), forum.client(forum.member)
    assert "It waits for a supporter" in said(browser.get(reverse("wagtailadmin_home")))
    mark_reading(page=page, user=forum.supporter)
    assert "Kim is reading it" in said(browser.get(reverse("wagtailadmin_home")))
    send_back(page=forum.fresh(page), user=forum.supporter, message="Lovely. Please say more about boats.")
    assert "Kim sent it back to you" in said(browser.get(reverse("wagtailadmin_home")))
    assert "Please say more about boats." in said(browser.get(write_address(page)))


def test_a_draft_can_be_deleted_and_a_sent_post_not(forum: Forum) -> None:
    draft, sent, browser = forum.draft(), forum.sent(), forum.client(forum.member)
    assert browser.post(reverse("forum_member_delete", args=[draft.pk])).status_code == 302
    assert browser.post(reverse("forum_member_delete", args=[sent.pk])).status_code == 409
    assert list(ForumPostPage.objects.values_list("pk", flat=True)) == [sent.pk]


def test_the_preview_is_the_post_as_readers_see_it(forum: Forum) -> None:
    page = forum.draft(words="First.\n\nSecond <b>.")
    answer = forum.client(forum.member).get(reverse("forum_member_preview", args=[page.pk]))
    assert "<p>Second &lt;b&gt;.</p>" in answer.content.decode()
    assert "By Kai" in said(answer)
    assert b"wagtail-userbar" not in answer.content


def test_the_list_asks_the_database_as_often_for_ten_posts_as_for_one(forum: Forum) -> None:
    browser = forum.client(forum.member)

    def queries() -> int:
        browser.get(reverse("wagtailadmin_home"))
        with CaptureQueriesContext(connection) as captured:
            browser.get(reverse("wagtailadmin_home"))
        return len(captured)

    forum.sent()
    one = queries()
    for _ in range(9):
        forum.sent()
    assert queries() == one


# --- Asking for a change ------------------------------------------------------------------------


def test_the_writer_of_a_public_post_may_ask_for_a_change(forum: Forum, django_capture_on_commit_callbacks: Any) -> None:
    page, browser = forum.sent(), forum.client(forum.member)
    approve_post(page=page, user=forum.supporter)
    mail.outbox.clear()
    address = reverse("forum_member_change", args=[page.pk])
    assert browser.post(address, {"words": " "}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert browser.post(address, {"words": "Please take it down"}).status_code == 302
    assert ChangeRequest.objects.get().words == "Please take it down"
    assert len(mail.outbox) == 2
    assert all("take it down" not in letter.body for letter in mail.outbox)
    assert "Please take it down" in said(forum.client(forum.supporter).get(reverse("forum_queue")))
    done = reverse("forum_request_done", args=[ChangeRequest.objects.get().pk])
    assert browser.post(done).status_code == 403
    assert forum.client(forum.supporter).post(done).status_code == 302
    assert "a supporter has done this" in said(browser.get(reverse("forum_member_post", args=[page.pk])))


def test_a_post_that_is_not_public_takes_no_request(forum: Forum) -> None:
    page = forum.draft()
    assert forum.client(forum.member).post(reverse("forum_member_change", args=[page.pk]), {"words": "x"}).status_code == 422
    assert not ChangeRequest.objects.exists()


# --- Pictures and recordings --------------------------------------------------------------------


def picture_address(page: ForumPostPage) -> str:
    return reverse("forum_member_picture", args=[page.pk])


@pytest.fixture
def library(forum: Forum) -> CustomImage:
    settings = ForumSettings.load()
    image = factories.CustomImageFactory(title="Sun", description="A drawing of a sun.")
    settings.library = image.collection.add_child(name="Library")
    settings.save()
    image.collection = settings.library
    image.save()
    return image


def test_a_picture_of_the_library_can_be_chosen_and_no_other(forum: Forum, library: CustomImage) -> None:
    private = factories.CustomImageFactory(title="Private", description="Somebody in a private place.")
    page, browser = forum.draft(), forum.client(forum.member)
    shown = said(browser.get(picture_address(page)))
    assert "A drawing of a sun." in shown
    assert "private place" not in shown
    assert browser.post(picture_address(page), {"then": "choose", "picture": library.pk}).status_code == 302
    for wrong in (private.pk, 10**14, "x", ""):
        assert browser.post(picture_address(page), {"then": "choose", "picture": wrong}).status_code == 422
    assert forum.fresh(page).picture == library
    browser.post(picture_address(page), {"then": "none"})
    assert forum.fresh(page).picture is None


def test_pictures_are_found_by_word(forum: Forum, library: CustomImage) -> None:
    page, browser = forum.draft(), forum.client(forum.member)
    assert "A drawing of a sun." in said(browser.get(f"{picture_address(page)}?q=SUN"))
    assert "We have no picture for this word." in said(browser.get(f"{picture_address(page)}?q=%00moon"))


def a_picture() -> SimpleUploadedFile:
    file = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "PNG")
    return SimpleUploadedFile("lake.png", file.getvalue(), "image/png")


def bring(file: Any, **more: Any) -> dict[str, Any]:
    return {"then": "bring", "file": file, "description": "Me at the lake", "shows_people": "yes"} | more


def test_a_brought_picture_goes_to_its_own_collection_and_is_seen_by_its_owner(forum: Forum) -> None:
    page, browser = forum.draft(), forum.client(forum.member)
    assert browser.post(picture_address(page), bring(a_picture())).status_code == 302
    image = CustomImage.objects.get()
    assert (image.collection.name, image.uploaded_by_user, image.shows_people) == ("Forum uploads", forum.member, True)
    assert "lake" not in image.file.name, "What a file was called says too much."
    assert forum.fresh(page).picture == image
    other = forum.draft(forum.other_member)
    theirs = forum.client(forum.other_member)
    assert "Me at the lake" not in said(theirs.get(picture_address(other)))
    assert theirs.post(picture_address(other), {"then": "choose", "picture": image.pk}).status_code == 422


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("a.jpg", b"<html><script>alert(1)</script>", "image/jpeg"),
        SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        SimpleUploadedFile("a.png", b"", "image/png"),
        None,
    ],
    ids=["a page", "an svg", "nothing", "no file"],
)
def test_what_is_no_picture_is_refused_and_what_was_typed_stays(forum: Forum, file: Any) -> None:
    page = forum.draft()
    if file:
        file.seek(0)
    form = {name: value for name, value in bring(file).items() if value is not None}
    answer = forum.client(forum.member).post(picture_address(page), form)
    assert answer.status_code == 422
    assert "Me at the lake" in answer.content.decode()
    assert not CustomImage.objects.exists()


MP3 = b"ID3\x04" + b"0" * 2000


def test_a_brought_voice_waits_for_a_consent(forum: Forum) -> None:
    page, browser = forum.sent(), forum.client(forum.member)
    page = forum.draft()
    address = reverse("forum_member_recording", args=[page.pk])
    voice = SimpleUploadedFile("me.mp3", MP3, "audio/mpeg")
    assert browser.post(address, {"then": "bring", "file": voice, "transcript": "Hello"}).status_code == 302
    recording = CustomMedia.objects.get()
    assert (recording.type, recording.shows_people, recording.collection.name) == ("audio", True, "Forum uploads")
    assert "recording" in forum.fresh(page).publish_problems()
    recording.consent = factories.ConsentFactory(agrees_to_voice=True)
    recording.save()
    assert forum.fresh(page).publish_problems() == {}


@pytest.mark.parametrize(("name", "content"), [("a.mp3", b"MZ\x90"), ("a.exe", MP3), ("a.mp4", MP3), ("a.mp3", b"")])
def test_a_file_that_is_not_what_it_claims_is_refused(forum: Forum, name: str, content: bytes) -> None:
    page = forum.draft()
    address = reverse("forum_member_recording", args=[page.pk])
    answer = forum.client(forum.member).post(address, {"then": "bring", "file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert not CustomMedia.objects.exists()


def test_the_names_of_the_members_screens_are_those_that_the_middleware_lets_in() -> None:
    from youth.admin_urls import urlpatterns

    own = {entry.name for entry in urlpatterns if entry.name.startswith(OWN)}
    assert own == {"forum_member_posts", "forum_member_next", "forum_member_new"} | {f"forum_member_{name}" for name in SCREENS}
