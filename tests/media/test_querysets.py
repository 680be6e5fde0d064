"""The database finds the same consents as the rules."""

from datetime import date, timedelta

import pytest

from localoffer.media.models import Consent
from localoffer.media.rules import STATES, consent_is_live, state_of
from tests.factories import ConsentFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def consents(today: date) -> list[Consent]:
    """One for each meeting of days: given, ended and taken back around today and around a month from now."""
    near = [today + shift * DAY for shift in (-1, 0, 1, 29, 30, 31)]
    return [
        ConsentFactory(given_on=given, ends_on=ends, withdrawn_on=withdrawn)
        for given in (today - 90 * DAY, today - DAY, today, today + DAY)
        for ends in near
        if ends >= given
        for withdrawn in (None, *near)
    ]


def test_the_live_ones(consents: list[Consent], today: date) -> None:
    expected = {consent.pk for consent in consents if consent_is_live(consent, today)}
    assert {consent.pk for consent in Consent.objects.live_on(today)} == expected
    assert {consent.pk for consent in Consent.objects.not_live_on(today)} == {consent.pk for consent in consents} - expected


@pytest.mark.parametrize("state", [state for state, _words in STATES])
def test_those_in_each_state(consents: list[Consent], today: date, state: str) -> None:
    expected = {consent.pk for consent in consents if state_of(consent, today) == state}
    assert expected
    assert {consent.pk for consent in Consent.objects.in_state(state, today)} == expected


def test_a_state_that_is_none_finds_nothing(consents: list[Consent], today: date) -> None:
    assert not Consent.objects.in_state("nonsense", today).exists()


def test_those_that_end_soon_come_the_first_to_end_first(consents: list[Consent], today: date) -> None:
    found = list(Consent.objects.ending_from(today))
    assert {consent.pk for consent in found} == {consent.pk for consent in consents if state_of(consent, today) == "ending"}
    assert [consent.ends_on for consent in found] == sorted(consent.ends_on for consent in found)


def test_those_for_words(today: date) -> None:
    ConsentFactory()
    words = ConsentFactory(agrees_to_words=True)
    assert list(Consent.objects.for_words()) == [words]
