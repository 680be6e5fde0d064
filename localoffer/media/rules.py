"""When a person's picture, voice or words may be shown. Pure: the day is always passed in.

After the NSPCC's guidance on photographing children and the ICO's Children's code: consent is
recorded, ends on a date, can be taken back at any time, and under 16 a parent agrees as well.
"""

from datetime import date
from typing import Protocol

AGE_OF_OWN_CONSENT = 16


class ConsentFacts(Protocol):
    given_on: date
    ends_on: date
    withdrawn_on: date | None


def consent_is_live(consent: ConsentFacts | None, on: date) -> bool:
    """True from the day it is given up to and including the day it ends, unless taken back by then."""
    if consent is None or not consent.given_on <= on <= consent.ends_on:
        return False
    return consent.withdrawn_on is None or on < consent.withdrawn_on


def may_show(*, shows_people: bool, consent: ConsentFacts | None, agreed: bool, on: date) -> bool:
    """``agreed``: the consent covers this kind of thing; one for words does not cover a picture."""
    return not shows_people or (agreed and consent_is_live(consent, on))


def why_not(*, title: str, shows_people: bool, consent: ConsentFacts | None, agreed: bool, on: date) -> str:
    """A sentence for the editor, or "" when the picture or recording may be shown on that day."""
    if may_show(shows_people=shows_people, consent=consent, agreed=agreed, on=on):
        return ""
    if consent is None:
        return f"“{title}” shows people and has no consent record. Link one to it, or choose another."
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return f"The consent for “{title}” was taken back. Choose another."
    if on < consent.given_on:
        return f"The consent for “{title}” begins only on {consent.given_on:%-d %B %Y}."
    if on <= consent.ends_on:
        return f"The consent for “{title}” is not for this: only what is ticked in it may be shown. Ask again, or choose another."
    return f"The consent for “{title}” ended on {consent.ends_on:%-d %B %Y}. Ask again, or choose another."
