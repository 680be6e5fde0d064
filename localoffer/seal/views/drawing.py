"""The badge as a picture for other sites: drawn by a template, with words beside it in the site's languages."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format

from .. import rules
from ..choices import SHOWING, State

PICTURES = Path(settings.BASE_DIR) / "localoffer" / "static" / "pictures"
# The badge is drawn in 360 by 120 units.
LETTERS_ON_A_LINE = 15
FIRST_LINE, LINE = 66, 25


@dataclass(frozen=True)
class Size:
    name: str
    width: int
    height: int


SIZES = {size.name: size for size in (Size("small", 288, 96), Size("medium", 360, 120), Size("large", 540, 180))}
USUAL_SIZE = SIZES["medium"]


@dataclass(frozen=True)
class Words:
    """What a badge says in one language."""

    approved: str
    until: str
    paused: str
    ended: str


# Not in the catalogues of translations: a badge on another site needs its words even where the site has no pages in them.
WORDS = {
    "en-gb": Words("Approved by young people", "until {month}", "Seal paused for now", "Seal no longer current"),
    "pl": Words("Zatwierdzone przez młodzież", "do {month}", "Znak wstrzymany", "Znak już nieaktualny"),
    "uk": Words("Схвалено молоддю", "до {month}", "Знак призупинено", "Знак більше не чинний"),
    "ar": Words("معتمد من الشباب", "حتى {month}", "الختم متوقف مؤقتًا", "الختم لم يعد ساريًا"),
    "ur": Words("نوجوانوں سے منظور شدہ", "{month} تک", "مہر فی الحال معطل", "مہر اب مؤثر نہیں"),
    "pt": Words("Aprovado por jovens", "até {month}", "Selo em pausa", "Selo já não está em vigor"),
}


def size_asked(asked: str) -> Size:
    return SIZES.get(asked, USUAL_SIZE)


def language_asked(asked: str) -> str:
    """One of the site's languages, in which the badge knows its words; the first language for anything else."""
    return asked if asked in WORDS and asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


@cache
def drawing(name: str) -> str:
    """A picture of ours, to stand inside another: without its title, which the outer one has."""
    source = (PICTURES / f"{name}.svg").read_text().strip()
    begin, end = source.find("<title>"), source.find("</title>")
    return source if begin < 0 else source[:begin] + source[end + len("</title>") :]


def badge_svg(*, state: State, is_public: bool, ends_on: date, size: Size, language: str) -> str:
    """The badge of a seal in that state; the neutral one when it does not count, or nobody can find its listing."""
    shows = state in SHOWING and is_public
    words = WORDS.get(language) or WORDS["en-gb"]
    with translation.override(language):
        until = words.until.format(month=date_format(ends_on, "E Y")) if shows else ""
    neutral = words.paused if state is State.PAUSED and is_public else words.ended
    said = words.approved if shows else neutral
    context = {
        "size": size,
        "language": language,
        "is_rtl": translation.get_language_info(language)["bidi"],
        "title": f"{said}, {until}" if until else said,
        "shows": shows,
        "seal": drawing("seal" if shows else "seal-ended").replace("<svg ", '<svg x="8" y="6" width="108" height="108" ', 1),
        **placed(said, until),
    }
    return render_to_string("seal/badge.svg", context)


def placed(said: str, until: str) -> dict[str, Any]:
    """The words in lines, each with its height, around the middle of the badge."""
    lines = rules.broken(said, LETTERS_ON_A_LINE)
    height = LINE * (len(lines) - 1) + (24 if until else 0)
    first = FIRST_LINE - height / 2
    return {
        "lines": [{"words": line, "y": round(first + LINE * at)} for at, line in enumerate(lines)],
        "until": until,
        "until_y": round(first + LINE * (len(lines) - 1) + 24),
    }
