"""Old addresses: one page, a thousand below it, moved ones, those that somebody made by hand."""

from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from localoffer.pages.services import MOST_AT_ONCE, keep_old_addresses
from tests import factories

pytestmark = pytest.mark.django_db
MANY = 1100  # Wagtail's own handler fails on SQLite from 1,000


def below(parent: Any, number: int) -> list[Page]:
    """Pages in bulk, as fast as can be."""
    steplen = Page.steplen
    Page.objects.bulk_create(
        Page(
            title=f"Page {index}",
            slug=f"p{index}",
            path=parent.path + Page._int2str(index + 1).rjust(steplen, "0"),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}p{index}/",
            content_type=parent.content_type,
            locale=parent.locale,
            live=index != 0,
        )
        for index in range(number)
    )
    Page.objects.filter(pk=parent.pk).update(numchild=number)
    return list(Page.objects.child_of(Page.objects.get(pk=parent.pk)).order_by("path"))


def rename(page: Any, slug: str, run: Any) -> None:
    page.slug = slug
    with run(execute=True):
        page.save_revision().publish()


def answers(client: Any, address: str) -> tuple[int, str]:
    answer = client.get(address)
    return answer.status_code, answer.headers.get("Location", "")


def test_the_old_address_of_a_renamed_page_leads_to_the_new_one(
    home: Any, client: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = factories.InformationPageFactory(parent=home, slug="old")
    rename(page, "new", django_capture_on_commit_callbacks)
    assert answers(client, "/old/") == (301, "/new/")
    assert answers(client, "/new/") == (200, "")


def test_renaming_the_page_above_eleven_hundred_keeps_all_their_addresses(
    directory: Any, client: Any, django_capture_on_commit_callbacks: Any
) -> None:
    pages = below(directory, MANY)
    directory.refresh_from_db()
    rename(directory, "services", django_capture_on_commit_callbacks)
    assert MANY > 2 * MOST_AT_ONCE
    assert Redirect.objects.count() == MANY  # the directory itself, and all but one that is not public
    for page in (pages[1], pages[MOST_AT_ONCE], pages[-1]):
        kept = Redirect.objects.get(old_path=f"/find-a-service/{page.slug}")
        assert (kept.redirect_page_id, kept.automatically_created) == (page.pk, True)
    assert not Redirect.objects.filter(redirect_page=pages[0]).exists()
    assert answers(client, "/find-a-service/") == (301, "/services/")


def test_the_old_address_of_a_moved_page_leads_to_the_new_one(
    home: Any, client: Any, django_capture_on_commit_callbacks: Any
) -> None:
    section = factories.SectionPageFactory(parent=home, slug="section")
    page = factories.InformationPageFactory(parent=home, slug="page")
    with django_capture_on_commit_callbacks(execute=True):
        page.move(section, pos="last-child")
    assert answers(client, "/page/") == (301, "/section/page/")


def test_a_page_that_changes_only_its_place_among_others_needs_no_redirect(home: Any) -> None:
    first, second = (factories.InformationPageFactory(parent=home, slug=slug) for slug in ("first", "second"))
    second.move(first, pos="left")
    assert not Redirect.objects.exists()


def test_a_second_name_leaves_both_old_addresses_working(home: Any, client: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = factories.InformationPageFactory(parent=home, slug="one")
    for slug in ("two", "three"):
        rename(page, slug, django_capture_on_commit_callbacks)
    assert [answers(client, f"/{old}/") for old in ("one", "two")] == [(301, "/three/")] * 2


def test_a_name_that_comes_back_wins_over_its_redirect(home: Any, client: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = factories.InformationPageFactory(parent=home, slug="one")
    for slug in ("two", "one"):
        rename(page, slug, django_capture_on_commit_callbacks)
    assert answers(client, "/one/") == (200, "")
    assert answers(client, "/two/") == (301, "/one/")


def test_a_redirect_made_by_hand_stays_as_it_is(home: Any, client: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = factories.InformationPageFactory(parent=home, slug="old")
    Redirect.objects.create(old_path="/old", site=Site.objects.get(), redirect_link="https://example.org/")
    rename(page, "new", django_capture_on_commit_callbacks)
    assert answers(client, "/old/") == (301, "https://example.org/")


def test_the_home_page_needs_no_redirect(home: Any) -> None:
    assert keep_old_addresses(page=home, url_path_before="/another/") == 0


def test_a_page_from_outside_the_site_had_no_address_to_keep(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    assert keep_old_addresses(page=page, url_path_before="/elsewhere/page/") == 0
