"""A consent that is taken back, or has ended, takes a picture or film off every page at once."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from localoffer.media.models import Consent, CustomImage, CustomMedia
from localoffer.media.models.using import resting_on, uses_of
from localoffer.media.services import ConsentRefused, take_back, take_down_ended
from localoffer.pages.keeping import kept
from localoffer.people.roles import FORUM_SUPPORTER
from tests import factories
from tests.pages.ground import image_block

DAY = timedelta(days=1)
ALT = "A drawing of Ari who waves."
pytestmark = pytest.mark.django_db


@pytest.fixture
def consent() -> Consent:
    return factories.ConsentFactory(ends_on=timezone.localdate() + 90 * DAY, agrees_to_voice=True)


@pytest.fixture
def picture(consent: Consent) -> CustomImage:
    return factories.CustomImageFactory(title="Ari waves", description=ALT, shows_people=True, consent=consent)


@pytest.fixture
def film(consent: Consent) -> CustomMedia:
    return factories.CustomMediaFactory(title="Ari speaks", shows_people=True, consent=consent)


def film_block(film: CustomMedia) -> dict[str, Any]:
    return {"type": "video", "value": {"video": film.pk}}


@pytest.fixture
def pages(site_tree: dict[str, Any], picture: CustomImage, film: CustomMedia) -> dict[str, Any]:
    """Each place of the site that can show a picture or film."""
    author = factories.AuthorProfileFactory(picture=picture)
    service = factories.ServicePageFactory(parent=site_tree["directory"], title="Club with pictures", film=film)
    service.pictures.create(picture=picture, caption="The door")
    service.save()
    body = json.dumps([image_block(picture), film_block(film)])
    return {
        "section": factories.SectionPageFactory(parent=site_tree["home"], title="Section", picture=picture),
        "information": factories.InformationPageFactory(parent=site_tree["section"], title="At the top", picture=picture),
        "body": factories.InformationPageFactory(parent=site_tree["section"], title="In the body", body=body),
        "youth": factories.YouthPageFactory(parent=site_tree["youth"], title="Our trip", picture=picture, body=body),
        "post": factories.BoardPostPageFactory(parent=site_tree["blog"], title="Post", author=author, body=body),
        "listing": service,
    }


@pytest.fixture
def supporter(site_tree: dict[str, Any], person: Callable[..., Any], client: Client) -> Any:
    user = person(FORUM_SUPPORTER)
    client.force_login(user)
    return user


def html_of(page: Any) -> str:
    response = Client().get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def files_in(html: str) -> set[str]:
    return set(re.findall(r"/media/[^\s\"',)]+", html))


def files_on_disk() -> set[str]:
    return {str(file.name) for file in (Path(settings.MEDIA_ROOT) / "images").glob("*")}


def take(consent: Consent, user: Any, on: date | None = None) -> None:
    today = timezone.localdate()
    take_back(consent=consent, on=on or today, note="By telephone", user=user, today=today)


def everywhere(pages: dict[str, Any], site_tree: dict[str, Any]) -> Iterator[str]:
    """The HTML of each page that shows something, and of the pages that list them."""
    for page in [*pages.values(), site_tree["home"], site_tree["blog"], site_tree["youth"], site_tree["section"]]:
        yield html_of(page)
    for path in ("/search/?q=trip", "/find-a-service/?q=club", "/board/feed/", "/sitemap.xml"):
        yield Client().get(path).content.decode()


def test_before_it_is_taken_back_it_shows_in_every_place(pages: dict[str, Any]) -> None:
    for name, page in pages.items():
        html = html_of(page)
        files = files_in(html)
        assert files, name
        assert ALT in html or "Ari speaks" in html, name
        for file in files:
            assert Client().get(file).status_code == 200, file


def ended(consent: Consent, user: Any) -> None:
    """Nobody does anything: the last day has passed."""
    Consent.objects.filter(pk=consent.pk).update(ends_on=timezone.localdate() - DAY)


def by_form(consent: Consent, user: Any) -> None:
    consent.withdrawn_on = timezone.localdate()
    consent.save()


def unticked(consent: Consent, user: Any) -> None:
    """They still agree to their words, and no more to pictures."""
    consent.agrees_to_picture, consent.agrees_to_words = False, True
    consent.save()


@pytest.mark.parametrize("way", [take, by_form, ended, unticked])
def test_it_is_gone_everywhere_at_once_and_the_pages_stay(
    way: Callable[..., None],
    pages: dict[str, Any],
    site_tree: dict[str, Any],
    consent: Consent,
    supporter: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    files = set().union(*(files_in(html_of(page)) for page in pages.values()))
    assert len(files) > 5
    assert {Client().get(file).status_code for file in files} == {200}
    with django_capture_on_commit_callbacks(execute=True):
        way(consent, supporter)
    for html in everywhere(pages, site_tree):
        assert ALT not in html
        assert "Ari" not in html
        assert files_in(html) & files == set()
        if html.startswith("<?xml"):
            continue
        soup = BeautifulSoup(html, "html5lib")
        assert not soup.select("figure:empty, picture:empty, video, .page-picture:empty, img[src='']")
        shared = soup.select_one("meta[property='og:image']")
        assert shared is None or "/static/" in shared["content"]
    for file in files:
        assert Client().get(file).status_code == 404, file


@pytest.mark.parametrize("way", [take, by_form, unticked])
def test_the_copies_are_deleted_rows_and_files(
    way: Callable[..., None],
    pages: dict[str, Any],
    consent: Consent,
    picture: CustomImage,
    supporter: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    other = factories.CustomImageFactory()
    other.get_rendition("width-10")
    for page in pages.values():
        html_of(page)
    assert picture.renditions.exists()
    with django_capture_on_commit_callbacks(execute=True):
        way(consent, supporter)
    assert not picture.renditions.exists()
    assert len(files_on_disk()) == other.renditions.count() == 1


def test_the_copies_of_an_ended_one_are_deleted_by_the_clock(
    pages: dict[str, Any], consent: Consent, picture: CustomImage, django_capture_on_commit_callbacks: Any
) -> None:
    html_of(pages["section"])
    last = timezone.now() + 90 * DAY
    take_down_ended(last)
    assert picture.renditions.exists()
    with django_capture_on_commit_callbacks(execute=True):
        take_down_ended(last + DAY)
    assert not picture.renditions.exists()
    assert files_on_disk() == set()


def test_what_was_kept_counts_no_more(consent: Consent, supporter: Any, django_capture_on_commit_callbacks: Any) -> None:
    assert kept("with-a-picture", lambda: "old") == "old"
    with django_capture_on_commit_callbacks(execute=True):
        take(consent, supporter)
    assert kept("with-a-picture", lambda: "new") == "new"


def test_a_draft_that_shows_it_is_not_published_any_more(pages: dict[str, Any], consent: Consent, supporter: Any) -> None:
    take(consent, supporter)
    top, body = (type(page).objects.get(pk=page.pk).publish_problems() for page in (pages["information"], pages["body"]))
    assert "was taken back" in top["picture"][0]
    assert "was taken back" in " ".join(body["body"])


def test_a_picture_that_loses_its_consent_record_loses_its_copies(picture: CustomImage) -> None:
    picture.get_rendition("width-10")
    picture.consent = None
    picture.save()
    assert not picture.renditions.exists()


# --- The service ----------------------------------------------------------------------------


@pytest.mark.parametrize(("shift", "fine"), [(0, True), (-1, True), (1, False)])
def test_it_is_taken_back_on_a_day_that_has_come(consent: Consent, supporter: Any, shift: int, fine: bool) -> None:
    user, day = supporter, timezone.localdate() + shift * DAY
    if fine:
        take(consent, user, day)
    else:
        with pytest.raises(ConsentRefused) as refusal:
            take(consent, user, day)
        assert set(refusal.value.problems) == {"withdrawn_on"}
    consent.refresh_from_db()
    assert consent.withdrawn_on == (day if fine else None)


def test_it_is_not_taken_back_before_it_was_given(consent: Consent, supporter: Any) -> None:
    take_day = consent.given_on - DAY
    with pytest.raises(ConsentRefused):
        take(consent, supporter, take_day)


def test_it_is_taken_back_once(consent: Consent, supporter: Any) -> None:
    user = supporter
    take(consent, user, timezone.localdate() - DAY)
    with pytest.raises(ConsentRefused, match="already taken back"):
        take(consent, user)
    consent.refresh_from_db()
    assert consent.withdrawn_on == timezone.localdate() - DAY


def test_the_record_says_who_did_it_and_when(consent: Consent, supporter: Any) -> None:
    user = supporter
    take(consent, user)
    entry = ModelLogEntry.objects.get(action="media.take_back")
    assert (entry.user, entry.object_id) == (user, str(consent.pk))
    assert "taken back on" in entry.message


# --- Where it was used ----------------------------------------------------------------------


def test_all_things_that_rest_on_it_are_found(consent: Consent, picture: CustomImage, film: CustomMedia) -> None:
    factories.CustomImageFactory()
    assert set(resting_on(consent)) == {picture, film}


def test_live_pages_drafts_and_snippets_that_show_it_are_named(
    pages: dict[str, Any], site_tree: dict[str, Any], picture: CustomImage
) -> None:
    plain = factories.InformationPageFactory(parent=site_tree["section"], title="Only in the draft")
    plain.picture = picture
    plain.save_revision()
    never = factories.InformationPageFactory(parent=site_tree["section"], title="Never public", picture=picture, live=False)
    uses = {use.title: use for use in uses_of([picture])}
    assert {"Section", "At the top", "In the body", "Our trip", "Club with pictures", "Alex Morgan (example)"} <= set(uses)
    assert uses["Post"].is_live  # by its body, and by its author
    assert (uses["At the top"].is_live, uses["At the top"].in_draft) == (True, False)
    assert (uses["Only in the draft"].is_live, uses["Only in the draft"].in_draft) == (False, True)
    assert not uses[never.title].is_live
    assert uses["At the top"].shows == [str(picture)]


# --- The pages in the admin -----------------------------------------------------------------


def words_in(response: Any) -> str:
    return BeautifulSoup(response.content.decode(), "html5lib").get_text(" ", strip=True)


def test_staff_first_see_where_it_shows_and_then_take_it_back(
    pages: dict[str, Any], consent: Consent, supporter: Any, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    address = reverse("consent_take_back", args=[consent.pk])
    first = client.get(address)
    assert first.status_code == 200
    for words in ("What happens", "Ari waves", "Ari speaks", "At the top", "Our trip", "public", "Club with pictures"):
        assert words in words_in(first)
    consent.refresh_from_db()
    assert consent.withdrawn_on is None
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address, {"withdrawn_on": str(timezone.localdate()), "withdrawn_note": "Their mother rang."})
    assert (response.status_code, response["Location"]) == (302, reverse("consent_taken_back", args=[consent.pk]))
    after = words_in(client.get(response["Location"]))
    for words in ("no longer shows", "Nothing that rests on it", "At the top", "Our trip", "Their mother rang."):
        assert words in after or words == "no longer shows"
    assert ALT not in html_of(pages["youth"])
    assert client.get(address).status_code == 302


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (lambda: "", "Give the day"),
        (lambda: "soon", "Write the day like this"),
        (lambda: str(timezone.localdate() + DAY), "This day has not come"),
        (lambda: "2025-12-31", "before it was given"),
        (lambda: "\x00", "Write the day like this"),
    ],
)
def test_a_wrong_day_is_said_and_nothing_changes(consent: Consent, supporter: Any, client: Client, day: Any, said: str) -> None:
    answers = {"withdrawn_on": day(), "withdrawn_note": "Kept words"}
    response = client.post(reverse("consent_take_back", args=[consent.pk]), answers)
    assert response.status_code == 422
    assert said in words_in(response)
    assert "Kept words" in response.content.decode()
    consent.refresh_from_db()
    assert consent.withdrawn_on is None


@pytest.mark.parametrize("note", ["\x00", "x" * 50_000, "🌞 شكرا <script>"])
def test_strange_notes_break_nothing(consent: Consent, supporter: Any, client: Client, note: str) -> None:
    address = reverse("consent_take_back", args=[consent.pk])
    response = client.post(address, {"withdrawn_on": str(timezone.localdate()), "withdrawn_note": note})
    assert response.status_code in (302, 422)
    assert (
        "<script>"
        not in client.get(reverse("consent_taken_back", args=[consent.pk]), follow=True).content.decode().split("Note:")[-1][:60]
    )


def form_of(consent: Consent, **changes: str) -> dict[str, str]:
    return {
        "display_name": consent.display_name,
        "agrees_to_picture": "on",
        "under_16": "False",
        "given_by_person": "on",
        "how_given": "signed form",
        "given_on": str(consent.given_on),
        "ends_on": str(consent.ends_on),
    } | changes


def test_the_day_written_in_the_record_takes_it_back_too(
    pages: dict[str, Any], consent: Consent, supporter: Any, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    address = reverse("wagtailsnippets_media_consent:edit", args=[consent.pk])
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address, form_of(consent, withdrawn_on=str(timezone.localdate())))
    assert response["Location"] == reverse("consent_taken_back", args=[consent.pk])
    assert ALT not in html_of(pages["section"])
    response = client.post(address, form_of(consent))
    assert "stays so" in words_in(response)
    consent.refresh_from_db()
    assert consent.withdrawn_on == timezone.localdate()


def test_an_old_record_without_the_new_facts_is_still_taken_back(supporter: Any, client: Client) -> None:
    """As the first version of this site kept it: nobody asked who the parent was."""
    old = factories.ConsentFactory(under_16=True, given_by_parent=True, agrees_to_picture=False)
    answers = form_of(old, under_16="True", given_by_parent="on", withdrawn_on=str(timezone.localdate()))
    response = client.post(reverse("wagtailsnippets_media_consent:edit", args=[old.pk]), answers)
    assert response.status_code == 302
    old.refresh_from_db()
    assert old.withdrawn_on


def test_a_page_with_many_pictures_of_people_asks_for_their_consents_at_once(
    site_tree: dict[str, Any], django_assert_max_num_queries: Any
) -> None:
    def page_with(number: int) -> Any:
        pictures = [
            factories.CustomImageFactory(shows_people=True, consent=factories.ConsentFactory(ends_on=date(2099, 1, 1)))
            for _ in range(number)
        ]
        body = json.dumps([image_block(picture) for picture in pictures])
        page = factories.InformationPageFactory(parent=site_tree["section"], body=body)
        html_of(page)  # makes the copies
        return page

    for number in (1, 8):
        page = page_with(number)
        html_of(page)
        with django_assert_max_num_queries(10):
            assert html_of(page).count("<figure") == number
