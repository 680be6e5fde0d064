"""How a listing's facts are said and judged. Pure functions; the day is passed in."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from django.conf import settings
from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from localoffer.pages.rules import joined

from .choices import NOT_KNOWN, Free, Known, PhoneFor, Serves, Status, Voice


class Named(Protocol):
    """What has a name and stands in a town."""

    name: str
    town: str


Place = TypeVar("Place", bound=Named)

YOUNGEST, OLDEST = 0, 25
STALE_AFTER_DAYS = 365
# Its second half may be missing: editors write only the first for somebody's home.
POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)(?:\s*[0-9][A-Z]{2})?")


def ages_in_words(lowest: int | None, highest: int | None) -> str:
    """ "Ages 8 to 14", "Up to age 5", "Age 16 and over", "All ages, 0 to 25"; not known when neither age is."""
    if lowest is None and highest is None:
        return str(NOT_KNOWN)
    if highest is None:
        return _("Age %(lowest)d and over") % {"lowest": lowest}
    if lowest is None:
        return _("Up to age %(highest)d") % {"highest": highest}
    if lowest == YOUNGEST and highest >= OLDEST:
        return _("All ages, 0 to 25")
    if lowest == highest:
        return _("Age %(lowest)d") % {"lowest": lowest}
    return _("Ages %(lowest)d to %(highest)d") % {"lowest": lowest, "highest": highest}


def cost_in_words(free: str, words: str) -> str:
    """The cost as written; else what is known of it. Nothing known is never "free"."""
    if words.strip():
        return words.strip()
    return str(Free(free).label) if free in Free.values else str(NOT_KNOWN)


def price_in_words(option: str, amount: Decimal | None, unit: str) -> str:
    """ "One session: £4", "Carers: free", "Membership: £12.50 for each year"."""
    if amount is None:
        return option
    if amount == 0:
        return _("%(option)s: free") % {"option": option}
    pounds = f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"
    if unit:
        return _("%(option)s: £%(pounds)s for each %(unit)s") % {"option": option, "pounds": pounds, "unit": unit}
    return _("%(option)s: £%(pounds)s") % {"option": option, "pounds": pounds}


def price_in_english(option: str, amount: Decimal | None, unit: str) -> str:
    """The same in English, whatever the reader's language: editors write its parts in English."""
    with override(settings.LANGUAGE_CODE):
        return price_in_words(option, amount, unit)


def getting_in_words(*, referral: str, diagnosis: str, plan: str) -> str:
    """What is needed to start, in one line."""
    facts = [(referral, _("a referral")), (diagnosis, _("a diagnosis")), (plan, _("an EHC plan"))]
    needed = [words for answer, words in facts if answer == Known.YES]
    unneeded = [words for answer, words in facts if answer == Known.NO]
    if needed:
        return _("You need %(things)s") % {"things": _(" and ").join(needed)}
    if len(unneeded) == len(facts):
        return _("No referral, diagnosis or plan needed")
    if unneeded:
        return _("You do not need %(things)s") % {"things": _(" or ").join(unneeded)}
    return str(NOT_KNOWN)


def coverage_in_words(*, serves: str, areas: list[str], county: str) -> str:
    if serves == Serves.COUNTY:
        return _("For all of %(county)s") % {"county": county}
    if serves == Serves.AREAS and areas:
        return _("For %(areas)s") % {"areas": ", ".join(areas)}
    if serves == Serves.BEYOND:
        return _("Outside the county: takes children from %(county)s") % {"county": county}
    return str(NOT_KNOWN)


def why_here(
    *, serves: str, areas: list[str], county: str, towns: list[str], comes_to_you: bool, online: bool, by_phone: bool
) -> str:
    """Why a result is of use here, in a few words: where it is, or how it reaches people."""
    parts = []
    if towns:
        parts.append(
            _("In %(towns)s") % {"towns": ", ".join(towns)}
            if len(towns) < 4
            else _("In %(count)d places") % {"count": len(towns)}
        )
    where = ", ".join(areas) if serves == Serves.AREAS and areas else county
    if comes_to_you:
        parts.append(_("Comes to your home in %(where)s") % {"where": where} if not parts else _("comes to your home"))
    if online:
        parts.append(_("Online") if not parts else _("online"))
    if by_phone:
        parts.append(_("By telephone") if not parts else _("by telephone"))
    if serves == Serves.BEYOND:
        parts.append(_("takes children from %(county)s") % {"county": county})
    elif serves == Serves.COUNTY and not comes_to_you:
        parts.append(_("for all of %(county)s") % {"county": county})
    return "; ".join(parts)


def time_since(day: date | None, today: date) -> str:
    """ "3 weeks ago", "2 months ago"; "" when the day is not known."""
    if day is None:
        return ""
    days = max((today - day).days, 0)
    if days == 0:
        return _("today")
    if days < 14:
        return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days}
    if days < 61:
        return ngettext("%(n)d week ago", "%(n)d weeks ago", days // 7) % {"n": days // 7}
    if days < 2 * 365:
        months = min(days // 30, 23)  # months of 30 days would make 24 before two years are over
        return ngettext("%(n)d month ago", "%(n)d months ago", months) % {"n": months}
    return ngettext("%(n)d year ago", "%(n)d years ago", days // 365) % {"n": days // 365}


def is_stale(last_checked: date | None, today: date) -> bool:
    """True when nobody has checked it for more than a year."""
    return last_checked is None or (today - last_checked).days > STALE_AFTER_DAYS


def is_closed_for_now(*, status: str, closed_from: date | None, closed_until: date | None, today: date) -> bool:
    """True while a temporary closing lasts: from its first to its last day; open-ended without dates."""
    if status != Status.TEMPORARILY_CLOSED:
        return False
    return (closed_from is None or closed_from <= today) and (closed_until is None or today <= closed_until)


def outward_code(postcode: str) -> str:
    """The first half of a postcode, such as "OX14": near enough for a map, too wide to find a home.

    "" for what is no postcode, so that nothing else of a home's address shows by mistake.
    """
    match = POSTCODE.fullmatch(postcode.strip().upper())
    return match.group(1) if match else ""


# --- The page of a listing ------------------------------------------------------------------
MOST_PRICES_AT_A_GLANCE = 2
MOBILE = re.compile(r"(?:\+44|0044|0)7[0-9]{9}")


def voice_of(asked: str | None) -> Voice:
    """The voice that an address asks for; the full one for whatever else stands there."""
    return Voice.YOU if asked == Voice.YOU else Voice.FULL


def cost_at_a_glance(free: str, words: str, prices: list[str]) -> str:
    """The cost as written; else the first prices; else what is known of it. Nothing known is never "free"."""
    if words.strip() or not prices:
        return cost_in_words(free, words)
    lines = prices[:MOST_PRICES_AT_A_GLANCE]
    if free in (Free.YES, Free.SOMETIMES):
        lines = [str(Free(free).label), *lines]
    if more := len(prices) - MOST_PRICES_AT_A_GLANCE:
        lines += [ngettext("and %(n)d more price", "and %(n)d more prices", more) % {"n": more}] if more > 0 else []
    return joined("\n", lines)


def day_in_words(day: date, today: date) -> str:
    """ "4 January 2027"; without the year when it is this one."""
    return date_words(day, "j E" if day.year == today.year else "j E Y")


def days_in_words(first: date | None, last: date | None, today: date) -> str:
    """ "25 December", "from 21 December to 4 January 2027", "from 1 April", "until 31 March"; "" when neither is known."""
    if first and first == last:
        return day_in_words(first, today)
    if first and last:
        return _("from %(first)s to %(last)s") % {"first": day_in_words(first, today), "last": day_in_words(last, today)}
    if first:
        return _("from %(first)s") % {"first": day_in_words(first, today)}
    return _("until %(last)s") % {"last": day_in_words(last, today)} if last else ""


def text_link(number: str, phone_for: str = "") -> str:
    """The address that a telephone writes a text to; "" for a number that takes none.

    Where nobody said what it is for, only a mobile number of this country takes texts: 07 and nine figures (Ofcom,
    National Telephone Numbering Plan).
    """
    figures = re.sub(r"[ ()-]", "", number)
    takes_texts = phone_for in (PhoneFor.BOTH, PhoneFor.TEXTS) if phone_for else bool(MOBILE.fullmatch(figures))
    return f"sms:{figures}" if takes_texts and figures else ""


def place_called(name: str, places: Iterable[Place]) -> Place | None:
    """The place of that name or town, in whatever case; None when there is none."""
    wanted = name.strip().casefold()
    return next((place for place in places if wanted in (place.name.casefold(), place.town.casefold())), None)
