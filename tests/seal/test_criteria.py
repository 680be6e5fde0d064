"""The forum's criteria: versions, of which one that is in force stays as it is."""

from datetime import UTC, datetime
from typing import Any

import pytest

from localoffer.people.roles import DIRECTORY_EDITOR, FORUM_SUPPORTER
from localoffer.seal.models import Criteria
from localoffer.seal.services import SealRefused, publish_criteria
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def lines(version: Criteria) -> list[str]:
    return [criterion.words for criterion in version.criteria.all()]


@pytest.fixture
def supporter(site_tree: Any, person: Any, client: Any) -> Any:
    kim = person(FORUM_SUPPORTER)
    client.force_login(kim)
    return kim


def posted(*words: str, introduction: str = "What we like.") -> dict[str, str]:
    rows = {
        f"criteria-{number}-{name}": value
        for number, sentence in enumerate(words)
        for name, value in (("words", sentence), ("ORDER", str(number)), ("id", ""), ("DELETE", ""))
    }
    return {
        "introduction": introduction,
        "changes": "",
        "criteria-TOTAL_FORMS": str(len(words)),
        "criteria-INITIAL_FORMS": "0",
        "criteria-MIN_NUM_FORMS": "1",
        "criteria-MAX_NUM_FORMS": "15",
        **rows,
    }


def test_the_newest_version_that_was_put_in_force_counts(site_tree: Any) -> None:
    assert Criteria.objects.in_force() is None
    first = factories.CriteriaFactory()
    factories.CriteriaFactory(published_at=None)
    assert Criteria.objects.in_force() == first
    third = factories.CriteriaFactory()
    assert Criteria.objects.in_force() == third
    assert [version.number for version in Criteria.objects.all()] == [3, 2, 1]


def test_a_supporter_writes_a_version_and_puts_it_in_force(supporter: Any, client: Any) -> None:
    assert client.post("/admin/seal/criteria/new/", posted("Staff talk to us.", "It is quiet.")).status_code == 302
    version = Criteria.objects.get()
    assert (lines(version), version.is_published) == (["Staff talk to us.", "It is quiet."], False)
    client.post(f"/admin/seal/criteria/publish/{version.pk}/")
    version.refresh_from_db()
    assert (version.is_published, version.published_by) == (True, supporter)


def test_a_new_version_begins_as_a_copy_of_the_one_in_force(supporter: Any, client: Any) -> None:
    before = factories.CriteriaFactory(introduction="What we like most.")
    page = client.get("/admin/seal/criteria/new/").content.decode()
    for words in ("What we like most.", *lines(before)):
        assert words in page
    assert Criteria.objects.count() == 1


def test_a_version_in_force_cannot_be_changed(supporter: Any, client: Any) -> None:
    version = factories.CriteriaFactory()
    client.post(f"/admin/seal/criteria/edit/{version.pk}/", posted("Something else."))
    version.refresh_from_db()
    assert lines(version) == ["Staff talk to us.", "There is a quiet place."]
    assert version.introduction == "Places where we had a very good time."


def test_a_version_cannot_be_deleted(supporter: Any, client: Any) -> None:
    version = factories.CriteriaFactory(published_at=None)
    client.force_login(factories.UserFactory(is_superuser=True))
    assert client.post(f"/admin/seal/criteria/delete/{version.pk}/").status_code == 403
    assert Criteria.objects.filter(pk=version.pk).exists()


def test_putting_in_force_twice_or_without_a_criterion_is_refused(supporter: Any) -> None:
    version = factories.CriteriaFactory(published_at=None)
    empty = factories.CriteriaFactory(published_at=None, lines=[])
    publish_criteria(criteria=version, user=supporter, now=NOW)
    with pytest.raises(SealRefused, match="in force already"):
        publish_criteria(criteria=version, user=supporter, now=NOW)
    with pytest.raises(SealRefused, match="at least one"):
        publish_criteria(criteria=empty, user=supporter, now=NOW)


def test_an_editor_of_the_directory_cannot_write_criteria(site_tree: Any, person: Any, client: Any) -> None:
    version = factories.CriteriaFactory(published_at=None)
    client.force_login(person(DIRECTORY_EDITOR))
    client.post("/admin/seal/criteria/new/", posted("Mine."))
    assert client.post(f"/admin/seal/criteria/publish/{version.pk}/").status_code == 403
    version.refresh_from_db()
    assert (Criteria.objects.count(), version.is_published) == (1, False)


def test_an_award_keeps_the_version_that_it_was_judged_by(directory: Any) -> None:
    from localoffer.seal.services import AwardWords, award_seal

    listing = factories.ServicePageFactory(parent=directory)
    first = factories.CriteriaFactory()
    day = NOW.date()
    given = AwardWords(decided_on=day, given_on=day, ends_on=day.replace(year=2028), words="Great.", visited_by="Us")
    boss = factories.UserFactory(is_superuser=True)
    award = award_seal(listing=listing, given=given, user=boss, now=NOW, today=day)
    factories.CriteriaFactory()
    award.refresh_from_db()
    assert award.criteria == first
