"""How a seal stands today, in words: for each place that shows its badge."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .. import rules
from ..choices import SHOWING, State

register = template.Library()

ICONS = {
    State.CURRENT: "tick",
    State.REVIEW_DUE: "clock",
    State.NOT_YET: "calendar",
    State.PAUSED: "warning",
    State.EXPIRED: "info",
    State.WITHDRAWN: "warning",
    State.REPLACED: "info",
}


@dataclass(frozen=True)
class Standing:
    """Where a seal stands: its state, whether its badge shows, in words, for whoever cannot see the picture, and a sign."""

    state: State
    shows: bool
    words: str
    alt: str
    icon: str


@register.simple_tag
def standing(award: Any, day: date | None = None) -> Standing:
    """Where the seal stands on that day, today unless told."""
    state = rules.state_on(award, day or timezone.localdate())
    return Standing(state, state in SHOWING, words_of(award, state), alt_of(award, state), ICONS[state])


def alt_of(award: Any, state: State) -> str:
    """The text alternative of the badge: the state and the date."""
    month = date_format(award.ends_on, "E Y")
    if state is State.CURRENT:
        return _("Approved by young people until %(month)s") % {"month": month}
    if state is State.REVIEW_DUE:
        return _("Approved by young people until %(month)s, next visit due") % {"month": month}
    return _("Seal of approval. %(state)s") % {"state": words_of(award, state)}


def words_of(award: Any, state: State) -> str:
    until = {"day": date_format(award.ends_on, "j E Y")}
    if state is State.NOT_YET:
        return _("This seal begins on %(day)s") % {"day": date_format(award.given_on, "j E Y")}
    if state is State.PAUSED:
        return _("This seal is paused")
    if state is State.WITHDRAWN:
        if award.closed_at is None:
            return _("This seal was taken away")
        return _("This seal was taken away on %(day)s") % {"day": date_format(timezone.localdate(award.closed_at), "j E Y")}
    words = {
        State.CURRENT: _("Approved by young people until %(day)s"),
        State.REVIEW_DUE: _("Approved by young people until %(day)s. The next visit is due."),
        State.EXPIRED: _("This seal ended on %(day)s"),
        State.REPLACED: _("A newer seal has taken its place"),
    }
    return words[state] % (until if "%(day)s" in words[state] else {})
