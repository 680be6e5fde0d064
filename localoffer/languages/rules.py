"""What is said of a translation, from its facts. Pure functions."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Facts:
    """Who and what made the public words of a translation.

    ``by_machine`` and ``by_hand``: when words were last made in that way, None for never. ``missing``: how many parts are
    still in English. ``outdated_since``: since when the English page has other words than those that were translated.
    ``checked_at``: when somebody who speaks the language checked the very words that are public now.
    """

    by_machine: datetime | None = None
    by_hand: datetime | None = None
    missing: int = 0
    outdated_since: datetime | None = None
    checked_at: datetime | None = None


def note(facts: Facts) -> str:
    """One line for readers, in the active language. It names nobody."""
    said = []
    if facts.by_machine:
        said.append(_("Translated by machine on %(day)s.") % {"day": _day(facts.by_machine)})
    elif facts.by_hand:
        said.append(_("Translated by a person on %(day)s.") % {"day": _day(facts.by_hand)})
    if facts.checked_at:
        said.append(_("Checked by somebody who speaks this language on %(day)s.") % {"day": _day(facts.checked_at)})
    elif facts.by_machine:
        said.append(_("Not yet checked by somebody who speaks this language."))
    if facts.outdated_since:
        said.append(_("The English page has changed since."))
    if facts.missing:
        said.append(_("Parts are still in English."))
    return " ".join(said)


def _day(moment: datetime) -> str:
    return date_format(localtime(moment), "j E Y")
