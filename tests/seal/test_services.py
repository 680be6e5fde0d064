"""Giving and taking the seal: what happens, what is refused, and that a refusal changes nothing."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry, PageLogEntry

from localoffer.seal.models import Award
from localoffer.seal.querysets import AwardQuerySet
from localoffer.seal.services import AwardWords, SealRefused, award_seal, withdraw_seal
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def listing(directory: Any) -> Any:
    return factories.ServicePageFactory(parent=directory, title="Riverside club")


@pytest.fixture
def kim(db: None) -> Any:
    return factories.UserFactory(display_name="Kim", is_superuser=True)


def words(**changes: Any) -> AwardWords:
    return AwardWords(
        **{
            "decided_on": TODAY - DAY,
            "given_on": TODAY,
            "ends_on": TODAY + 730 * DAY,
            "words": "Nobody rushed me.",
            "visited_by": "Three of us, aged 13 to 17",
            "know_before_you_go": "The door is at the side.",
            **changes,
        }
    )


def give(listing: Any, user: Any, given: AwardWords | None = None, today: date = TODAY) -> Award:
    return award_seal(listing=listing, given=given or words(), user=user, now=NOW, today=today)


def withdraw(award: Award, listing: Any, user: Any, reason: str = "It moved.", note: str = "It has moved.") -> Award:
    return withdraw_seal(award=award, listing=listing, reason=reason, public_note=note, user=user, now=NOW)


def everything() -> tuple[Any, ...]:
    """All that a refusal must leave as it was."""
    return (
        list(Award.objects.order_by("pk").values()),
        PageLogEntry.objects.filter(action__startswith="seal.").count(),
        ModelLogEntry.objects.count(),
    )


def test_the_seal_is_given_with_the_words_and_who_and_when(listing: Any, kim: Any) -> None:
    award = Award.objects.get(pk=give(listing, kim).pk)
    assert award.listing_key == listing.translation_key
    assert award.listing_title == "Riverside club"
    assert (award.recorded_by, award.recorded_at) == (kim, NOW)
    assert AwardWords(**{name: getattr(award, name) for name in vars(words())}) == words()
    assert (award.closed_at, award.closed_by, award.ending) == (None, None, "")


def test_giving_is_logged_on_the_award_and_on_the_listing_with_who(listing: Any, kim: Any) -> None:
    award = give(listing, kim)
    on_page = PageLogEntry.objects.get(page=listing.pk, action="seal.award")
    on_award = ModelLogEntry.objects.for_instance(award).get(action="seal.award")
    assert on_page.user == on_award.user == kim
    assert on_page.data["ends_on"] == "2028-11-21"


def test_withdrawing_keeps_the_award_and_says_who_when_and_why(listing: Any, kim: Any) -> None:
    lee = factories.UserFactory(is_superuser=True)
    award = give(listing, kim)
    withdraw(award, listing, lee, reason=" It moved. ", note=" It has moved. ")
    award.refresh_from_db()
    assert (award.ending, award.closed_by, award.closed_at) == ("withdrawn", lee, NOW)
    assert (award.reason, award.public_note) == ("It moved.", "It has moved.")
    assert award.recorded_by == kim
    assert PageLogEntry.objects.get(page=listing.pk, action="seal.withdraw").user == lee
    assert ModelLogEntry.objects.for_instance(award).get(action="seal.withdraw").user == lee


def test_a_listing_can_have_the_seal_again_after_a_withdrawal(listing: Any, kim: Any) -> None:
    first = withdraw(give(listing, kim), listing, kim)
    second = give(listing, kim)
    assert list(Award.objects.of_listing(listing.translation_key).open()) == [second]
    first.refresh_from_db()
    assert first.ending == "withdrawn"


def test_an_expired_award_is_replaced_by_the_new_one(listing: Any, kim: Any) -> None:
    old = factories.AwardFactory(listing=listing, given_on=TODAY - 10 * DAY, ends_on=TODAY - DAY)
    new = give(listing, kim)
    old.refresh_from_db()
    assert (old.ending, old.closed_by, old.closed_at) == ("replaced", kim, NOW)
    assert list(Award.objects.open()) == [new]


def test_when_the_new_award_cannot_be_stored_the_expired_one_stays_as_it_was(
    listing: Any, kim: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.AwardFactory(listing=listing, given_on=TODAY - 10 * DAY, ends_on=TODAY - DAY)
    before = everything()

    def fail(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError("as if somebody had been faster")

    monkeypatch.setattr(AwardQuerySet, "create", fail)
    with pytest.raises(SealRefused):
        give(listing, kim)
    assert everything() == before


@pytest.mark.parametrize(("ends", "refused"), [(TODAY - DAY, False), (TODAY, True), (TODAY + DAY, True)])
def test_a_seal_that_still_shows_cannot_be_given_again(listing: Any, kim: Any, ends: date, refused: bool) -> None:
    factories.AwardFactory(listing=listing, given_on=TODAY - 10 * DAY, ends_on=ends)
    before = everything()
    if not refused:
        assert give(listing, kim).state_on(TODAY) == "current"
        return
    with pytest.raises(SealRefused, match="already has the seal"):
        give(listing, kim)
    assert everything() == before


def test_dates_that_cannot_be_right_are_refused_by_field(listing: Any, kim: Any) -> None:
    before = everything()
    with pytest.raises(SealRefused) as refusal:
        give(listing, kim, words(decided_on=TODAY + DAY, given_on=TODAY + DAY, ends_on=TODAY))
    assert set(refusal.value.problems) == {"decided_on", "given_on", "ends_on"}
    assert everything() == before


@pytest.mark.parametrize(
    ("state", "sentence"),
    [({"live": False}, "not public yet"), ({"status": "closed"}, "closed for good")],
)
def test_a_listing_that_may_not_carry_the_seal_is_refused(directory: Any, kim: Any, state: dict[str, Any], sentence: str) -> None:
    listing = factories.ServicePageFactory(parent=directory, **state)
    before = everything()
    with pytest.raises(SealRefused, match=sentence):
        give(listing, kim)
    assert everything() == before


def test_only_a_service_can_carry_the_seal(directory: Any, kim: Any) -> None:
    with pytest.raises(SealRefused, match="Only a service"):
        give(directory, kim)
    assert not Award.objects.exists()


@pytest.mark.parametrize(
    ("reason", "note", "fields"),
    [("", "It moved.", {"reason"}), ("It moved.", " ", {"public_note"}), ("", "", {"reason", "public_note"})],
)
def test_a_withdrawal_needs_a_reason_and_a_sentence_for_the_public(
    listing: Any, kim: Any, reason: str, note: str, fields: set[str]
) -> None:
    award = give(listing, kim)
    before = everything()
    with pytest.raises(SealRefused) as refusal:
        withdraw(award, listing, kim, reason=reason, note=note)
    assert set(refusal.value.problems) == fields
    assert everything() == before


def test_a_seal_that_was_withdrawn_cannot_be_withdrawn_again(listing: Any, kim: Any) -> None:
    award = give(listing, kim)
    withdraw(award, listing, kim)
    before = everything()
    with pytest.raises(SealRefused, match="ended already"):
        withdraw(award, listing, kim, reason="Another reason", note="Another sentence.")
    assert everything() == before


def test_the_database_itself_keeps_one_open_award_of_a_listing(listing: Any) -> None:
    factories.AwardFactory(listing=listing)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AwardFactory(listing=listing)
    assert Award.objects.count() == 1


def test_the_database_itself_refuses_an_award_that_ends_before_it_begins(listing: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AwardFactory(listing=listing, given_on=TODAY, ends_on=TODAY)


def test_the_slower_of_two_people_who_give_at_once_is_refused(listing: Any, kim: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.AwardFactory(listing=listing)
    before = everything()
    # The slower one looked before the faster one had stored: there was no open award to see.
    monkeypatch.setattr(AwardQuerySet, "open", lambda self: self.none())
    with pytest.raises(SealRefused, match="Somebody else has just done something"):
        give(listing, kim)
    assert everything() == before
