"""Whoever does not decide for the forum attaches its newest decision, as it stands; a seal that stands is never proposed anew."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from localoffer.people.roles import DIRECTORY_EDITOR, FORUM_SUPPORTER
from localoffer.seal.finding import listing_or_404, newest_or_404
from localoffer.seal.models import Award, AwardProposal, Criteria, Visit
from localoffer.seal.services import AwardWords, SealRefused, award_seal, propose_award, withdraw_seal
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def editor(site_tree: Any, person: Any) -> Any:
    return person(DIRECTORY_EDITOR)


@pytest.fixture
def listing(directory: Any) -> Any:
    return factories.ServicePageFactory(parent=directory, title="Riverside club")


def decided(listing: Any, decision: str = "award", ago: int = 30) -> Visit:
    day = TODAY - ago * DAY
    return factories.VisitFactory(listing=listing, visited_on=day, decision=decision, decided_on=day + DAY)


def words_of(visit: Visit, **changes: Any) -> AwardWords:
    written = {name: getattr(visit, name) for name in ("decided_on", "visited_by", "words", "know_before_you_go")}
    return AwardWords(**{"given_on": TODAY, "ends_on": TODAY + 700 * DAY, **written, **changes})


def attach(listing: Any, visit: Visit, user: Any, **changes: Any) -> Award:
    return award_seal(listing=listing, given=words_of(visit, **changes), user=user, now=NOW, today=TODAY, visit=visit)


def test_an_editor_attaches_the_decision_in_the_forums_words(listing: Any, editor: Any) -> None:
    assert attach(listing, decided(listing), editor).words == "Nobody rushed me."


def test_an_editor_cannot_attach_it_in_other_words(listing: Any, editor: Any) -> None:
    with pytest.raises(SealRefused, match="in its own words"):
        attach(listing, decided(listing), editor, words="The best club of all.")
    assert not Award.objects.exists()


@pytest.mark.parametrize(("later", "may"), [("award", True), ("not_yet", False), ("no", False)])
def test_a_later_decision_against_it_counts(listing: Any, editor: Any, later: str, may: bool) -> None:
    first = decided(listing, ago=60)
    decided(listing, later, ago=30)
    assert (first in Visit.objects.ready_to_award()) is may
    if not may:
        with pytest.raises(SealRefused, match="decided otherwise"):
            attach(listing, first, editor)


def test_after_the_seal_was_taken_away_an_older_decision_is_no_longer_enough(
    listing: Any, editor: Any, site_tree: Any, person: Any
) -> None:
    older = decided(listing, ago=60)
    award = attach(listing, decided(listing, ago=50), editor)
    supporter = person(FORUM_SUPPORTER)
    withdraw_seal(award=award, listing=listing, reason="It moved.", public_note="It has moved.", user=supporter, now=NOW)
    with pytest.raises(SealRefused, match="taken away after that decision"):
        attach(listing, older, editor)
    assert attach(listing, older, supporter)  # the forum may decide again


def test_a_listing_that_has_the_seal_gets_no_proposal(listing: Any, editor: Any) -> None:
    visit = decided(listing)
    factories.AwardFactory(listing=listing, given_on=TODAY - 10 * DAY, ends_on=TODAY + DAY)
    with pytest.raises(SealRefused, match="already has the seal"):
        propose_award(listing=listing, given=words_of(visit), user=editor, now=NOW, today=TODAY, visit=visit)
    assert not AwardProposal.objects.exists()


@pytest.mark.parametrize(("begins", "may"), [(0, False), (1, True)])
def test_a_proposed_renewal_begins_after_the_seal_that_it_follows(listing: Any, editor: Any, begins: int, may: bool) -> None:
    visit = decided(listing)
    factories.AwardFactory(listing=listing, given_on=TODAY - DAY, ends_on=TODAY + 100 * DAY)
    given = words_of(visit, given_on=TODAY + (begins - 1) * DAY)
    what = {"listing": listing, "given": given, "user": editor, "now": NOW, "today": TODAY, "visit": visit, "is_renewal": True}
    if may:
        assert propose_award(**what)
    else:
        with pytest.raises(SealRefused, match="must begin after"):
            propose_award(**what)


def test_the_open_seal_is_the_newest_even_when_an_ended_one_began_later(listing: Any) -> None:
    factories.AwardFactory(listing=listing, given_on=TODAY - 5 * DAY, ends_on=TODAY + DAY, closed_at=NOW, ending="withdrawn")
    still = factories.AwardFactory(listing=listing, given_on=TODAY - 20 * DAY, ends_on=TODAY + DAY)
    assert newest_or_404(listing.translation_key) == still


def test_the_criteria_in_force_are_those_put_in_force_last(db: None) -> None:
    second, third = Criteria.objects.create(number=2), Criteria.objects.create(number=3)
    Criteria.objects.filter(pk=third.pk).update(published_at=NOW)
    Criteria.objects.filter(pk=second.pk).update(published_at=NOW + DAY)
    assert Criteria.objects.in_force() == second


def test_a_translation_leads_to_the_listing_whose_facts_decide(listing: Any, home: Any) -> None:
    from wagtail.models import Locale

    locale = Locale.objects.create(language_code="pl")
    listing.get_parent().get_parent().copy_for_translation(locale)
    listing.get_parent().copy_for_translation(locale)
    translated = listing.copy_for_translation(locale)
    assert listing_or_404(translated.pk).pk == listing.pk
