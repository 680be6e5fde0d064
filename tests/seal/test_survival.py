"""An award stands outside the page's drafts: nothing done to the page grants, loses or restores it."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page

from localoffer.directory.models import ServicePage
from localoffer.seal.models import Award
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing(directory: Any) -> Any:
    return factories.ServicePageFactory(parent=directory, title="Riverside club")


@pytest.fixture
def award(listing: Any) -> Award:
    return factories.AwardFactory(listing=listing)


def sealed(today: date) -> set[int]:
    return set(ServicePage.objects.with_seal(today).values_list("pk", flat=True))


def test_a_draft_keeps_the_seal(listing: Any, award: Award, today: date) -> None:
    listing.title = "Another name"
    listing.save_revision()
    assert sealed(today) == {listing.pk}


def test_a_draft_from_before_the_award_published_later_keeps_the_seal(listing: Any, today: date) -> None:
    before = listing.save_revision()
    factories.AwardFactory(listing=listing)
    before.publish()
    assert sealed(today) == {listing.pk}


def test_going_back_to_an_older_version_does_not_bring_a_withdrawn_seal_back(listing: Any, award: Award, today: date) -> None:
    with_seal = listing.save_revision()
    award.ending, award.closed_at = "withdrawn", award.recorded_at
    award.save()
    with_seal.publish()
    assert sealed(today) == set()


def test_a_copy_has_no_seal(listing: Any, award: Award, today: date) -> None:
    copy = listing.copy(update_attrs={"title": "Copy", "slug": "copy"})
    assert copy.live
    assert sealed(today) == {listing.pk}
    assert not Award.objects.of_listing(copy.translation_key).exists()


def test_an_alias_has_no_seal_and_cannot_be_given_one(listing: Any, award: Award, today: date) -> None:
    alias = listing.create_alias(update_slug="alias")
    assert alias.live
    assert sealed(today) == {listing.pk}
    assert "copy of a listing" in alias.why_no_seal(today)


def test_a_translation_that_is_drafted_published_and_taken_down_changes_nothing(
    listing: Any, award: Award, home: Any, directory: Any, today: date
) -> None:
    before = Award.objects.values().get()
    polish = Locale.objects.create(language_code="pl")
    home.copy_for_translation(polish)
    directory.copy_for_translation(polish)
    translated = listing.copy_for_translation(polish)
    revision = translated.save_revision()
    revision.publish()
    translated.refresh_from_db()
    translated.unpublish()
    assert Award.objects.values().get() == before
    assert listing.pk in sealed(today)


def test_bringing_in_many_listings_grants_and_changes_no_seal(listing: Any, award: Award, today: date) -> None:
    before = Award.objects.values().get()
    factories.TopicFactory()
    call_command("seed_services", 5, stdout=StringIO())
    assert ServicePage.objects.count() == 6
    assert sealed(today) == {listing.pk}
    assert Award.objects.values().get() == before


def test_a_listing_that_closes_keeps_its_record_and_loses_its_badge(listing: Any, award: Award, client: Any, today: date) -> None:
    listing.status = "closed"
    listing.save_revision().publish()
    page = client.get(listing.url).content.decode()
    assert "Approved by young people" not in page
    assert not ServicePage.objects.listed().with_seal(today).exists()
    award.refresh_from_db()
    assert award.closed_at is None


def test_the_seal_outlasts_unpublishing_and_publishing_again(listing: Any, award: Award, today: date) -> None:
    listing.unpublish()
    listing.refresh_from_db()
    assert not ServicePage.objects.listed().with_seal(today).exists()
    listing.save_revision().publish()
    assert set(ServicePage.objects.listed().with_seal(today)) == {listing}


def test_the_seal_outlasts_a_new_name_and_the_record_keeps_the_old_one(listing: Any, award: Award, today: date) -> None:
    listing.title, listing.slug = "New name", "new-name"
    listing.save_revision().publish()
    assert sealed(today) == {listing.pk}
    award.refresh_from_db()
    assert award.listing_title == "Riverside club"


def test_a_translation_shares_the_seal_of_its_listing(listing: Any, award: Award, home: Any, directory: Any, today: date) -> None:
    polish = Locale.objects.create(language_code="pl")
    home.copy_for_translation(polish)
    directory.copy_for_translation(polish)
    translated = listing.copy_for_translation(polish)
    translated.save_revision().publish()
    assert translated.translation_key == listing.translation_key
    assert sealed(today) == {listing.pk, translated.pk}


def test_the_record_of_a_deleted_listing_is_kept(listing: Any, award: Award) -> None:
    Page.objects.get(pk=listing.pk).delete()
    award.refresh_from_db()
    assert award.listing_title == "Riverside club"


def test_the_record_of_somebody_who_has_left_is_kept(listing: Any) -> None:
    kim = factories.UserFactory()
    award = factories.AwardFactory(listing=listing, recorded_by=kim)
    kim.delete()
    award.refresh_from_db()
    assert award.recorded_by is None
