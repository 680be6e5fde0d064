"""Two people do something with one seal at the very same moment: one of them did it, the other is told what happened.

Each has a connection of their own to a real database, and whoever comes first holds it for a moment, so that they do meet.
"""

import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections
from wagtail.models import ModelLogEntry, PageLogEntry

from localoffer.seal.models import Award, AwardProposal, AwardStep
from localoffer.seal.services import (
    AwardWords,
    SealRefused,
    award_seal,
    awarding,
    confirm_proposal,
    confirming,
    pause_seal,
    propose_award,
    renew_seal,
    send_back_proposal,
    withdraw_seal,
)
from localoffer.seal.services.confirming import WAITING_ALREADY
from localoffer.seal.services.refusal import ALREADY, MEANWHILE, TOO_EARLY
from tests import factories

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
HELD = 0.1  # seconds for which the first holds what both want: the other is there long before they are over
PATIENCE = 30  # seconds
DONE = "done"
ENDED = "This seal was ended already. Nothing was changed."
PAUSED = "This seal is paused already. Nothing was changed."
CONFIRMED = "Somebody has already confirmed this or sent it back. Nothing was changed."


class Ground:
    """A listing, two supporters, and what they can do with its seal."""

    def __init__(self, directory: Any) -> None:
        self.listing = factories.ServicePageFactory(parent=directory, title="Riverside club")
        self.people = [factories.UserFactory(display_name=name, is_superuser=True) for name in ("Kim", "Lee")]
        self.writer = factories.UserFactory(display_name="Max", is_superuser=True)
        self.award: Any = None
        self.proposal: Any = None

    def with_award(self) -> None:
        self.award = award_seal(user=self.writer, **self.of(TODAY - 300 * DAY, today=TODAY - 300 * DAY))

    def with_ended_award(self) -> None:
        begin = TODAY - 800 * DAY
        self.award = award_seal(user=self.writer, **self.of(begin, today=begin))

    def with_proposal(self) -> None:
        self.proposal = propose_award(user=self.writer, **self.of(TODAY))

    def of(self, given_on: date, today: date = TODAY) -> dict[str, Any]:
        given = AwardWords(
            decided_on=given_on - DAY,
            given_on=given_on,
            ends_on=given_on + 730 * DAY,
            words="Nobody rushed me.",
            visited_by="Three of us, aged 13 to 17",
        )
        return {"listing": self.listing, "given": given, "now": NOW, "today": today}

    def give(self, user: Any) -> None:
        award_seal(user=user, **self.of(TODAY))

    def renew(self, user: Any) -> None:
        renew_seal(user=user, **self.of(TODAY))

    def propose(self, user: Any) -> None:
        propose_award(user=user, **self.of(TODAY))

    def withdraw(self, user: Any) -> None:
        words = {"reason": "It moved.", "public_note": "It has moved."}
        withdraw_seal(award=self.award, listing=self.listing, user=user, now=NOW, **words)

    def pause(self, user: Any) -> None:
        words = {"reason": "It moves.", "public_note": "It is moving."}
        pause_seal(award=self.award, listing=self.listing, user=user, now=NOW, **words)

    def confirm(self, user: Any) -> None:
        confirm_proposal(proposal=self.proposal, listing=self.listing, user=user, now=NOW, today=TODAY)

    def send_back(self, user: Any) -> None:
        send_back_proposal(proposal=self.proposal, listing=self.listing, why="Another day.", user=user, now=NOW)


@pytest.fixture
def ground(own_database: dict[str, Any], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Ground:
    made = Ground(request.getfixturevalue("directory"))
    for module, name in ((awarding, "_note"), (confirming, "_close"), (confirming, "log")):
        monkeypatch.setattr(module, name, held(getattr(module, name)))
    return made


def held(act: Callable[..., Any]) -> Callable[..., Any]:
    def slowly(*what: Any, **more: Any) -> Any:
        done = act(*what, **more)
        time.sleep(HELD if connections["default"].in_atomic_block else 0)
        return done

    return slowly


def at_once(given: dict[str, Any], acts: list[Callable[[], None]]) -> list[str]:
    """What each was told who did one of these, all of them in the same moment: ``DONE``, or why not."""
    told: list[str] = [""] * len(acts)
    start = Barrier(len(acts))

    def do(number: int) -> None:
        own = connections.create_connection("default")
        own.settings_dict = given
        connections["default"] = own
        own.ensure_connection()
        try:
            start.wait(PATIENCE)
            acts[number]()
            told[number] = DONE
        except SealRefused as refusal:
            told[number] = str(refusal)
        except Exception as error:
            told[number] = repr(error)
        finally:
            own.close()

    people = [Thread(target=do, args=[number]) for number in range(len(acts))]
    for person in people:
        person.start()
    for person in people:
        person.join(PATIENCE)
    return told


# What was there before, what the two do, what the slower of them may be told, what the log may then say.
Race = tuple[str, tuple[str, str], set[str], set[str]]
RACES: dict[str, Race] = {
    "give and give": ("", ("give", "give"), {MEANWHILE, ALREADY}, {"seal.award"}),
    "give and give after the end": ("with_ended_award", ("give", "give"), {MEANWHILE, ALREADY}, {"seal.award"}),
    "renew and renew": ("with_award", ("renew", "renew"), {MEANWHILE, TOO_EARLY}, {"seal.renew"}),
    "withdraw and withdraw": ("with_award", ("withdraw", "withdraw"), {ENDED}, {"seal.withdraw"}),
    "pause and pause": ("with_award", ("pause", "pause"), {PAUSED}, {"seal.pause"}),
    "renew and withdraw": ("with_award", ("renew", "withdraw"), {MEANWHILE, ENDED}, {"seal.renew", "seal.withdraw"}),
    "propose and propose": ("", ("propose", "propose"), {WAITING_ALREADY}, {"seal.propose"}),
    "confirm and confirm": ("with_proposal", ("confirm", "confirm"), {CONFIRMED}, {"seal.award"}),
    "confirm and send back": ("with_proposal", ("confirm", "send_back"), {CONFIRMED}, {"seal.award", "seal.send_back"}),
    "confirm and give": ("with_proposal", ("confirm", "give"), {MEANWHILE, ALREADY}, {"seal.award"}),
}


@pytest.mark.parametrize("name", RACES)
def test_one_of_two_did_it_and_the_other_is_told_why_not(name: str, ground: Ground, own_database: dict[str, Any]) -> None:
    before, acts, refusals, logged = RACES[name]
    if before:
        getattr(ground, before)()
    of_before = Counter(AwardStep.objects.values_list("kind", flat=True)), actions()
    doing = [getattr(ground, act) for act in acts]
    told = at_once(own_database, [lambda act=act, user=user: act(user) for act, user in zip(doing, ground.people, strict=True)])

    assert told.count(DONE) == 1, told
    assert set(told) - {DONE} <= refusals
    steps, log = Counter(AwardStep.objects.values_list("kind", flat=True)), actions()
    assert max((steps - of_before[0]).values(), default=1) == 1, "a step is there twice"
    new = log - of_before[1]
    assert {action for _, action in new} <= logged
    assert set(new.values()) == {1}, "something is logged twice"
    assert Award.objects.open().count() <= 1
    assert AwardProposal.objects.open().count() <= 1


def actions() -> Counter[tuple[str, str]]:
    """What the logs say of seals: on which of the two, and how often."""
    pages = [("listing", action) for action in PageLogEntry.objects.values_list("action", flat=True)]
    awards = [("award", action) for action in ModelLogEntry.objects.values_list("action", flat=True)]
    return Counter(each for each in pages + awards if each[1].startswith("seal."))
