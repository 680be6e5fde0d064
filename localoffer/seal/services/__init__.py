from .asking import TooManyRequests, ask_for_visit, change_request, forget_contacts
from .awarding import (
    award_seal,
    pause_seal,
    renew_seal,
    resume_seal,
    withdraw_seal,
)
from .confirming import confirm_proposal, propose_award, send_back_proposal
from .criteria import publish_criteria
from .refusal import AwardWords, SealRefused, why_listing_may_not, why_not_changed
from .reminding import remind_of_reviews
from .visiting import Finding, VisitRecord, call_off_visit, decide, plan_visit, record_visit

__all__ = [
    "AwardWords",
    "Finding",
    "SealRefused",
    "TooManyRequests",
    "VisitRecord",
    "ask_for_visit",
    "award_seal",
    "call_off_visit",
    "change_request",
    "confirm_proposal",
    "decide",
    "forget_contacts",
    "pause_seal",
    "plan_visit",
    "propose_award",
    "publish_criteria",
    "record_visit",
    "remind_of_reviews",
    "renew_seal",
    "resume_seal",
    "send_back_proposal",
    "why_listing_may_not",
    "why_not_changed",
    "withdraw_seal",
]
