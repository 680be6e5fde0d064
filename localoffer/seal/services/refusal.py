"""Why a seal is not given: the sentences, and the rules that choose among them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from .. import rules
from ..choices import Decision, State, Step
from ..models import Award, Visit

ALREADY = "This listing already has the seal. Renew it, or withdraw it first."
NO_DECISION = "The forum’s decision is not recorded yet. Ask a forum supporter to record the visit and the decision."
NOTHING_TO_RENEW = "There is no seal to renew. Give it anew."
TOO_EARLY = "The new seal must begin after the one that it follows. Was it renewed already?"
MEANWHILE = "Somebody else has just done something with this seal. Nothing was changed. Look at it again."


class SealRefused(Exception):
    """Something about the seal cannot be done. Its words are for the person; each stands by the field to change ("" for none)."""

    def __init__(self, problems: dict[str, str] | str) -> None:
        self.problems = problems if isinstance(problems, dict) else {"": problems}
        super().__init__(" ".join(self.problems.values()))


# What the forum must have decided after the seal was given, before somebody who does not decide for it may do this.
RESTS_ON = {
    Step.PAUSED: (Decision.NOT_YET, Decision.NO),
    Step.RESUMED: (Decision.AWARD,),
    Step.WITHDRAWN: (Decision.NO,),
}
NOT_DECIDED = {
    Step.PAUSED: "The forum has recorded no decision against this seal. Tell a forum supporter: they can pause it at once.",
    Step.RESUMED: "The forum has recorded no new “give the seal” since the pause. A forum supporter can end the pause.",
    Step.WITHDRAWN: "The forum has recorded no “no” after a later visit. Tell a forum supporter: they can withdraw it.",
}

# What the forum alone writes; whoever attaches its decision takes it as it stands.
OF_THE_FORUM = ("decided_on", "visited_by", "words", "know_before_you_go")


@dataclass(frozen=True)
class AwardWords:
    """What the forum decided, as it will be shown. ``picture`` and ``sound``: of the media library, or None."""

    decided_on: date
    given_on: date
    ends_on: date
    words: str
    visited_by: str
    know_before_you_go: str = ""
    picture: Any = None
    sound: Any = None


def why_listing_may_not(listing: Page, today: date) -> str:
    """The listing's own answer why it may not carry the seal; "" when it may. Other pages never may."""
    answer = getattr(listing, "why_no_seal", None)
    return answer(today) if answer else "Only a service listing can carry the seal."


def _decision_problem(listing: Page, given: AwardWords, visit: Visit | None, *, may_decide: bool) -> str:
    """Why there is no decision of the forum that this rests on; "" when there is one.

    Whoever does not decide for the forum attaches its decision as it stands: the newest one, in its words.
    """
    if visit is None:
        return "" if may_decide else NO_DECISION
    if visit.listing_key != listing.translation_key:
        return "That visit was to another service."
    if visit.decision != Decision.AWARD:
        return "The forum did not decide to give the seal after that visit."
    if visit.awards.exists():
        return "A seal was given for that visit already. A new seal needs a new visit."
    return "" if may_decide else _why_not_attached(given, visit)


def _why_not_attached(given: AwardWords, visit: Visit) -> str:
    if not Visit.objects.ready_to_award().filter(pk=visit.pk).exists():
        return "The forum decided otherwise after a later visit."
    if Award.objects.of_listing(visit.listing_key).withdrawn_since(visit.decided_on).exists():
        return "The seal was taken away after that decision. The forum must decide again."
    if any(getattr(given, name) != getattr(visit, name) for name in OF_THE_FORUM):
        return "Attach the forum’s decision in its own words."
    return ""


def award_problems(*, listing: Page, given: AwardWords, visit: Visit | None, user: Any, today: date) -> dict[str, str]:
    """All that stands in the way of giving this seal, by field; empty when nothing does.

    Whoever does not decide for the forum needs its recorded decision: a visit to this listing that nobody has used yet.
    """
    if why := why_listing_may_not(listing, today):
        return {"": why}
    if why := _decision_problem(listing, given, visit, may_decide=user.has_perm("seal.decide_seal")):
        return {"": why}
    problems = rules.date_problems(decided_on=given.decided_on, given_on=given.given_on, ends_on=given.ends_on, today=today)
    for name, thing in (("picture", given.picture), ("sound", given.sound)):
        if thing is not None and (sentence := thing.why_not_shown(today)):
            problems[name] = sentence
    return problems


def why_not_changed(award: Award, step: Step, user: Any) -> str:
    """Why ``user`` may not pause this seal, end its pause or withdraw it; "" when they may.

    Whoever does not decide for the forum needs its newest decision: one that followed the seal, or the pause to be ended.
    """
    if user.has_perm("seal.decide_seal"):
        return ""
    since = timezone.localdate(award.paused_at) if step == Step.RESUMED and award.paused_at else award.decided_on
    newest = Visit.objects.decided_after(award, since).first()
    return "" if newest and newest.decision in RESTS_ON[step] else NOT_DECIDED[step]


def standing_problems(key: Any, given: AwardWords, *, is_renewal: bool, today: date) -> str | dict[str, str]:
    """Why the seal that a listing has stands in the way of this one; "" when nothing does."""
    old = Award.objects.open().of_listing(key).first()
    if not is_renewal:
        return ALREADY if old and old.state_on(today) is not State.EXPIRED else ""
    if old is None:
        return NOTHING_TO_RENEW
    return {"given_on": TOO_EARLY} if old.given_on >= given.given_on else ""
