"""Whoever does not decide for the forum attaches its newest decision, as it stands; a seal that stands is never proposed anew."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from localoffer.people.roles import DIRECTORY_EDITOR, FORUM_SUPPORTER
from localoffer.seal.finding import listing_or_404, newest_or_404
from localoffer.seal.models import Award, AwardProposal, Criteria, Visit
from localoffer.seal.services import AwardWords, SealRefused, award_seal, pause_seal, propose_award, resume_seal, withdraw_seal
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


WHY = {"reason": "We asked the forum.", "public_note": "The forum looks again."}


@pytest.mark.parametrize(
    ("decision", "may_pause", "may_withdraw"),
    [("", False, False), ("award", False, False), ("not_yet", True, False), ("no", True, True)],
)
def test_an_editor_pauses_and_withdraws_only_what_the_forum_decided_against(
    listing: Any, editor: Any, decision: str, may_pause: bool, may_withdraw: bool
) -> None:
    award = attach(listing, decided(listing, ago=60), editor)
    if decision:
        decided(listing, decision, ago=30)
    for act, may in ((pause_seal, may_pause), (withdraw_seal, may_withdraw)):
        if may:
            act(award=award, listing=listing, user=editor, now=NOW, **WHY)
        else:
            with pytest.raises(SealRefused, match="The forum has recorded no"):
                act(award=award, listing=listing, user=editor, now=NOW, **WHY)
    award.refresh_from_db()
    assert (award.paused_at is not None, award.closed_at is not None) == (may_pause, may_withdraw)


@pytest.mark.parametrize(("older", "may"), [(-1, False), (0, True), (1, True)], ids=["before", "the same day", "after"])
def test_a_decision_older_than_the_seal_takes_nothing_away(listing: Any, editor: Any, older: int, may: bool) -> None:
    award = attach(listing, decided(listing, ago=60), editor)
    day = award.decided_on + older * DAY
    factories.VisitFactory(listing=listing, visited_on=day - DAY, decision="no", decided_on=day)
    if not may:
        with pytest.raises(SealRefused):
            withdraw_seal(award=award, listing=listing, user=editor, now=NOW, **WHY)
    else:
        assert withdraw_seal(award=award, listing=listing, user=editor, now=NOW, **WHY).closed_at == NOW


def test_only_the_newest_decision_counts_for_taking_a_seal_away(listing: Any, editor: Any) -> None:
    award = attach(listing, decided(listing, ago=60), editor)
    decided(listing, "no", ago=40)
    decided(listing, "award", ago=20)
    with pytest.raises(SealRefused):
        withdraw_seal(award=award, listing=listing, user=editor, now=NOW, **WHY)


def test_an_editor_ends_a_pause_only_when_the_forum_decided_so_afterwards(
    listing: Any, editor: Any, site_tree: Any, person: Any
) -> None:
    award = attach(listing, decided(listing, ago=60), editor)
    decided(listing, "award", ago=40)
    pause_seal(award=award, listing=listing, user=person(FORUM_SUPPORTER), now=NOW - 30 * DAY, **WHY)
    again = {"award": award, "listing": listing, "user": editor, "now": NOW, "reason": "The ramp is mended."}
    with pytest.raises(SealRefused, match="since the pause"):
        resume_seal(**again)
    decided(listing, "award", ago=20)
    assert resume_seal(**again).paused_at is None
