"""Pure rules: consents by the day that is passed in, pictures and recordings by their bytes."""

from .consents import (
    AGE_OF_OWN_CONSENT,
    DAYS_BEFORE_THE_END,
    STATES,
    ConsentFacts,
    consent_is_live,
    consent_problems,
    may_show,
    state_of,
    why_not,
    why_not_words,
)

__all__ = [
    "AGE_OF_OWN_CONSENT",
    "DAYS_BEFORE_THE_END",
    "STATES",
    "ConsentFacts",
    "consent_is_live",
    "consent_problems",
    "may_show",
    "state_of",
    "why_not",
    "why_not_words",
]
