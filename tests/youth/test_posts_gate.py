"""What stands between a young person's post and the public: on every road, and in every text that readers get."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from localoffer.media.models import Consent
from localoffer.media.services import take_back
from tests import factories
from youth.models import ForumPostPage
from youth.models.posts import OWN_POST
from youth.posting import PostRefused, approve_post
from youth.writing.forms import PictureForm, RecordingForm

from .conftest import Forum, is_public

pytestmark = pytest.mark.django_db


def jpeg() -> bytes:
    out = BytesIO()
    Image.effect_noise((300, 200), 80).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def picture_form(data: bytes) -> PictureForm:
    file = SimpleUploadedFile("river.jpg", data, "image/jpeg")
    return PictureForm({"description": "A river", "shows_people": "no"}, {"file": file})


def test_a_whole_picture_is_taken_and_one_that_breaks_off_is_refused_with_a_sentence() -> None:
    whole = jpeg()
    assert picture_form(whole).is_valid()
    broken = picture_form(whole[: len(whole) // 2])
    assert not broken.is_valid()
    assert broken.errors["file"]


def test_the_forms_words_are_those_for_young_people() -> None:
    field = PictureForm().fields["file"]
    assert field.help_text == "A JPG, PNG or WebP file. At most 10 MB."
    assert field.error_messages["file_too_many_pixels"] == "This picture is too big. Make it smaller and try again."


@pytest.mark.parametrize(("name", "kind"), [("memo.m4a", "audio"), ("film.mp4", "video")])
def test_a_telephones_recording_is_what_its_name_says(name: str, kind: str) -> None:
    start = b"\x00\x00\x00\x20ftypmp42" + b"\x00" * 64
    form = RecordingForm({"transcript": ""}, {"file": SimpleUploadedFile(name, start)})
    assert form.is_valid(), form.errors
    assert form.kind == kind


def test_nobody_publishes_a_post_of_their_own(forum: Forum) -> None:
    page = forum.draft()
    assert page.person_problems(forum.supporter) == {}
    page.owner = forum.supporter
    assert [OWN_POST] in page.person_problems(forum.supporter).values()


def test_the_words_of_a_picture_and_the_title_of_a_recording_are_looked_at_too(forum: Forum) -> None:
    page = forum.draft()
    page.picture = factories.CustomImageFactory(description="Jo Smith on a bench")
    page.recording = factories.CustomMediaFactory(title="Ada Lovelace and me")
    assert {"Jo Smith", "Ada Lovelace"} <= {finding.words for finding in page.unconfirmed_details()}


def test_two_drafts_of_one_title_get_addresses_of_their_own(forum: Forum) -> None:
    first = forum.draft(title="My day")
    second = forum.draft(forum.other_member, title="Mine")
    second.title, second.slug = "My day", "my-day"
    assert first.slug == "my-day"
    second.clean()
    assert second.slug == "my-day-2"
    assert second.url_path.endswith("/my-day-2/")


def test_a_copy_is_a_draft_whatever_is_asked_for(forum: Forum) -> None:
    page = factories.YouthPageFactory(parent=forum.index.get_parent(), title="The river")
    data = {
        "new_title": "The river again",
        "new_slug": "the-river-again",
        "new_parent_page": forum.index.get_parent().pk,
        "publish_copies": "on",
    }
    answer = forum.client(forum.supporter).post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert answer.status_code == 302
    copied = type(page).objects.get(slug="the-river-again")
    assert not copied.live


def test_a_number_too_large_is_not_found(forum: Forum) -> None:
    huge = "9" * 20
    assert forum.client(forum.member).get(f"/admin/forum/posts/{huge}/").status_code == 404
    assert forum.client(forum.supporter).get(f"/admin/forum/queue/{huge}/").status_code == 404


def test_who_brought_a_picture_of_people_sees_it_and_others_do_not(forum: Forum) -> None:
    picture = factories.CustomImageFactory(shows_people=True, uploaded_by_user=forum.member)
    address = picture.get_rendition("width-100").url
    assert forum.client(forum.member).get(address).status_code == 200
    assert forum.client(forum.other_member).get(address).status_code == 404


# --- Consent for the words and the name -----------------------------------------------------


def agreed(**fields: Any) -> Any:
    return factories.ConsentFactory(**{"agrees_to_words": True, "agrees_to_name": True} | fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (None, "there is no consent record for them"),
        ({"agrees_to_words": False}, "not for words"),
        ({"agrees_to_name": False}, "not for a name"),
        ({"withdrawn_on": date(2026, 2, 1)}, "taken back"),
        ({"ends_on": date(2026, 2, 1)}, "ended on 1 February 2026"),
    ],
)
def test_without_a_live_consent_for_words_and_name_a_post_is_not_published(
    fields: dict[str, Any] | None, said: str, forum: Forum
) -> None:
    page = forum.sent(words_consent=None if fields is None else agreed(**fields))
    with pytest.raises(PostRefused, match=said):
        approve_post(page=page, user=forum.supporter)
    assert not is_public(page)


def test_a_post_without_a_name_needs_no_consent_for_one(forum: Forum) -> None:
    page = forum.sent(show_name=False, words_consent=agreed(agrees_to_name=False))
    approve_post(page=page, user=forum.supporter)
    assert is_public(page)


def test_a_supporter_links_the_consent_where_the_post_is_read_and_a_member_cannot(forum: Forum) -> None:
    page, consent = forum.sent(words_consent=None), agreed()
    address, link = reverse("forum_read", args=[page.pk]), {"then": "consent", "of": "words", "consent": str(consent.pk)}
    assert forum.client(forum.member).post(address, link).status_code == 403
    assert forum.fresh(page).words_consent is None
    browser = forum.client(forum.supporter)
    assert "there is no consent record for them" in browser.get(address).content.decode()
    assert browser.post(address, link | {"consent": ""}).status_code == 422
    assert browser.post(address, link).status_code == 302
    assert browser.post(address, {"then": "approve"}).status_code == 302
    assert is_public(page)


def test_when_the_consent_is_taken_back_the_post_is_gone_everywhere_at_once(forum: Forum) -> None:
    consent = agreed()
    page = forum.sent(words_consent=consent)
    approve_post(page=page, user=forum.supporter)
    address = ForumPostPage.objects.get(pk=page.pk).url
    assert Client().get(address).status_code == 200
    take_back(consent=consent, on=timezone.localdate(), note="", user=forum.supporter, today=timezone.localdate())
    assert not is_public(page)
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(("days", "shown"), [(0, True), (-1, False)], ids=["the last day", "the day after"])
def test_after_the_last_day_a_post_shows_neither_by_itself_nor_in_the_list(days: int, shown: bool, forum: Forum) -> None:
    consent = agreed()
    page = forum.sent(words_consent=consent)
    approve_post(page=page, user=forum.supporter)
    Consent.objects.update(ends_on=timezone.localdate() + timedelta(days=days))  # no signal: the timer has not run yet
    page = ForumPostPage.objects.get(pk=page.pk)
    assert page.live
    assert Client().get(page.url).status_code == (200 if shown else 404)
    assert (page.title in Client().get(forum.index.url).content.decode()) is shown
