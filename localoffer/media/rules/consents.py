"""When a person's picture, voice or words may be shown, and who must have agreed. Pure: the day is always passed in.

Sources, in plain words:

- NSPCC guidance on photographing children, and the ICO's Children's code: consent is recorded, ends on a date,
  can be taken back at any time, and under 16 a parent agrees as well as the child.
- UK GDPR article 7(3): taking consent back is as easy as giving it. So nothing may stand in the way of it.
- Children Act 1989 section 3: parental responsibility. Not every parent or carer has it, and it is not only parents
  who do (the council has it under a care order). So the record says who agreed.
- Mental Capacity Act 2005: from 16, a person is taken to be able to decide until it is shown that they are not
  (section 1). If they cannot, somebody decides in their best interests (section 4), and that is written down.
  The Act does not reach children under 16 (section 2(5)).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

AGE_OF_OWN_CONSENT = 16
# A month: long enough to reach a family across a school holiday, short enough that it is not put aside.
DAYS_BEFORE_THE_END = 30

LATER, LIVE, ENDING, ENDED, TAKEN_BACK = "later", "live", "ending", "ended", "taken_back"
STATES = [
    (LIVE, "Live"),
    (ENDING, "Ends soon"),
    (ENDED, "Ended"),
    (TAKEN_BACK, "Taken back"),
    (LATER, "Not begun"),
]


class ConsentFacts(Protocol):
    given_on: date
    ends_on: date
    withdrawn_on: date | None


@dataclass(frozen=True)
class Agreement:
    """Who agreed, as the form has it. ``under_16`` is None while nobody has said."""

    under_16: bool | None
    given_by_person: bool
    given_by_parent: bool
    parent_role: str
    cannot_decide: bool
    decided_by: str
    decided_role: str
    decided_on: date | None


def consent_is_live(consent: ConsentFacts | None, on: date) -> bool:
    """True from the day it is given up to and including the day it ends, unless taken back by then."""
    if consent is None or not consent.given_on <= on <= consent.ends_on:
        return False
    return consent.withdrawn_on is None or on < consent.withdrawn_on


def state_of(consent: ConsentFacts, on: date) -> str:
    """One of ``STATES``. A live consent "ends soon" in its last ``DAYS_BEFORE_THE_END`` days."""
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return TAKEN_BACK
    if on < consent.given_on:
        return LATER
    if on > consent.ends_on:
        return ENDED
    return ENDING if consent.ends_on <= on + timedelta(days=DAYS_BEFORE_THE_END) else LIVE


def may_show(*, shows_people: bool, consent: ConsentFacts | None, agreed: bool, on: date) -> bool:
    """``agreed``: the consent covers this kind of thing; one for words does not cover a picture."""
    return not shows_people or (agreed and consent_is_live(consent, on))


def why_not(*, title: str, shows_people: bool, consent: ConsentFacts | None, agreed: bool, on: date) -> str:
    """A sentence for the editor, or "" when the picture or recording may be shown on that day."""
    if may_show(shows_people=shows_people, consent=consent, agreed=agreed, on=on):
        return ""
    if consent is None:
        return f"“{title}” shows people and has no consent record. Link one to it, or choose another."
    return _why_not_live(consent, f"“{title}”", on) or (
        f"The consent for “{title}” is not for this: only what is ticked in it may be shown. Ask again, or choose another."
    )


def why_not_words(*, consent: ConsentFacts | None, words: bool, name: bool, on: date) -> str:
    """A sentence for the editor, or "" when somebody's own words may be shown on that day.

    ``words`` and ``name``: whether the consent covers what is shown (True where no name is shown).
    """
    if consent is None:
        return "These are somebody’s own words, and there is no consent record for them. Link one."
    if sentence := _why_not_live(consent, "these words", on):
        return sentence
    if not words:
        return "The consent is not for words: “words” is not ticked in it. Ask the person again."
    if not name:
        return "The consent is not for a name: “first or chosen name” is not ticked in it. Take the name out, or ask again."
    return ""


def _why_not_live(consent: ConsentFacts, what: str, on: date) -> str:
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return f"The consent for {what} was taken back. Choose another."
    if on < consent.given_on:
        return f"The consent for {what} begins only on {consent.given_on:%-d %B %Y}."
    if on > consent.ends_on:
        return f"The consent for {what} ended on {consent.ends_on:%-d %B %Y}. Ask again, or choose another."
    return ""


def who_must_agree(given: Agreement) -> dict[str, str]:
    """What is missing of who agreed: sentences by field. Empty when the right people have."""
    missing: dict[str, str] = {}
    if given.cannot_decide and given.under_16:
        missing["cannot_decide"] = (
            "This is only for people who are 16 or over. Under 16, the young person and a parent agree together."
        )
        return missing
    if given.cannot_decide:
        if given.given_by_person:
            missing["given_by_person"] = "Either the person agreed, or they cannot decide. Untick one of the two."
        missing |= _best_interests(given)
    elif not given.given_by_person:
        missing["given_by_person"] = "The person must agree. Tick this when they have, in their own way."
    if given.under_16:
        if not given.given_by_parent:
            missing["given_by_parent"] = "Under 16, somebody with parental responsibility must agree as well."
        elif not given.parent_role.strip():
            missing["parent_role"] = "Say who agreed, such as: mother."
    return missing


def _best_interests(given: Agreement) -> dict[str, str]:
    missing = {}
    if not given.decided_by.strip():
        missing["decided_by"] = "Say who decided in the person’s best interests."
    if not given.decided_role.strip():
        missing["decided_role"] = "Say in what role, such as: deputy, or social worker."
    if given.decided_on is None:
        missing["decided_on"] = "Give the date on which it was decided."
    return missing


def wrong_dates(
    *, given_on: date | None, ends_on: date | None, decided_on: date | None, withdrawn_on: date | None, today: date
) -> dict[str, str]:
    """What is wrong with the dates: sentences by field."""
    wrong = {}
    if given_on and ends_on and ends_on < given_on:
        wrong["ends_on"] = "The consent would end before it begins. Check both dates."
    if given_on and decided_on and decided_on > given_on:
        wrong["decided_on"] = "It was decided after the consent was given. Check both dates."
    if withdrawn_on and withdrawn_on > today:
        wrong["withdrawn_on"] = "This day has not come. If the consent is to end later, change the day on which it ends."
    elif withdrawn_on and given_on and withdrawn_on < given_on:
        wrong["withdrawn_on"] = "It was taken back before it was given. Check both dates."
    return wrong


def consent_problems(
    *,
    agreement: Agreement,
    covers_something: bool,
    given_on: date | None,
    ends_on: date | None,
    withdrawn_on: date | None,
    today: date,
) -> dict[str, str]:
    """All that stands in the way of keeping this record: sentences by field.

    Once it is taken back only the dates count: a gap in an old record must never hold that up.
    """
    wrong = wrong_dates(
        given_on=given_on, ends_on=ends_on, decided_on=agreement.decided_on, withdrawn_on=withdrawn_on, today=today
    )
    if withdrawn_on is not None:
        return wrong
    if not covers_something:
        wrong["agrees_to_picture"] = "Tick at least one thing that may be shown."
    return wrong | who_must_agree(agreement)
