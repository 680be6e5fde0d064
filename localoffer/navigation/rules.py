"""When a banner shows, and which colours can be read. Pure: the moment is passed in."""

import colorsys
import re
from datetime import datetime
from hashlib import sha256
from typing import Any

# A site that anybody could be looking at: the one that the Design System of GOV.UK proposes for its "exit this page".
LEAVE_TO = "https://www.bbc.co.uk/weather"

# Who helps at once in all of England, by day and night. Shown when the site's own list is empty or lost.
# 999 is not among them: it always stands first.
NATIONAL_LINES: tuple[dict[str, str], ...] = tuple(
    {"name": name, "phone": phone, "text_number": text, "note": note}
    for name, phone, text, note in (
        ("NHS 111", "111", "", "Health advice, day and night. In a mental health crisis, choose option 2."),
        ("Childline", "0800 1111", "", "For anyone under 19. Free, day and night."),
        ("Samaritans", "116 123", "", "For anyone who finds things hard. Free, day and night."),
        ("Shout", "", "85258", "Text SHOUT to 85258. Free, day and night."),
    )
)


# What of a site's details are words, which can be translated; all else is a fact, and the same in all languages.
WORDS = ("strapline", "contact_name", "contact_about", "contact_hours")
PARTS_WITH_WORDS = {"banners": ("title", "text"), "help_now": ("name", "note")}


def words_of(said: Any) -> dict[str, str]:
    """All words of a site's details, or of a translation of them, by where they stand: "strapline", or
    "banners.<id of the banner>.title"."""
    words = {name: getattr(said, name) for name in WORDS}
    for part, names in PARTS_WITH_WORDS.items():
        for child in getattr(said, part):
            words |= {f"{part}.{child.id}.{name}": child.value.get(name) or "" for name in names}
    return words


def is_showing(starts: datetime | None, ends: datetime | None, now: datetime) -> bool:
    """True from the start (included) to the end (not included); no start or end means always."""
    return (starts is None or starts <= now) and (ends is None or now < ends)


def is_current(link: str, path: str) -> bool:
    """True when the page at ``path`` is the link's page or stands below it. The home page is only itself."""
    return bool(link) and (path == link or (link.count("/") > 1 and path.startswith(link)))


# --- The council's own colour of links and buttons -------------------------------------------
# What it stands on and what stands on it, by scheme: of localoffer/static/css/site.css; a test compares them.
GROUNDS = {
    "light": {"paper": "#fbf8f3", "surface": "#ffffff", "mist": "#e7f1ee", "sun-soft": "#fdf0cf", "on-action": "#ffffff"},
    "dark": {"paper": "#0f1d1c", "surface": "#172a28", "mist": "#1d3532", "sun-soft": "#3a2f14", "on-action": "#0b2422"},
}
LEAST_CONTRAST = 4.5
STEPS = 400
COLOUR = re.compile(r"#[0-9a-f]{6}")
HOW_TO_WRITE = "Write a colour as # and six figures or letters from a to f, such as #0a544e."


def brightness(colour: str) -> float:
    """The relative luminance of "#rrggbb", from 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """From 1 to 21, (lighter + 0.05) / (darker + 0.05): https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def can_be_read(colour: str, scheme: str) -> bool:
    """Whether it has the contrast of WCAG 2.2, 1.4.3, on all grounds of the scheme, and its words on it."""
    return all(contrast(colour, ground) >= LEAST_CONTRAST for ground in GROUNDS[scheme].values())


def nearest(colour: str, scheme: str) -> str:
    """The colour of the same hue that can be read and is nearest in lightness; itself when it can be read."""
    if can_be_read(colour, scheme):
        return colour
    hue, light, full = colorsys.rgb_to_hls(*_parts(colour))
    by_distance = sorted((step / STEPS for step in range(STEPS + 1)), key=lambda other: abs(other - light))
    candidates = (_hex(colorsys.hls_to_rgb(hue, other, full)) for other in by_distance)
    return next(candidate for candidate in candidates if can_be_read(candidate, scheme))


def colour_problem(colour: str, scheme: str) -> str:
    """Why the colour cannot be had, with the nearest that can; "" when it can, or for none."""
    if not colour:
        return ""
    if not COLOUR.fullmatch(colour):
        return f"“{colour}” is not a colour as we can read it. {HOW_TO_WRITE}"
    if can_be_read(colour, scheme):
        return ""
    return (
        f"{colour} is too hard to read on the site’s {scheme} grounds. The nearest that can be read is {nearest(colour, scheme)}."
    )


def colours_css(light: str, dark: str) -> str:
    """The style sheet that puts the council's colours in place of ours. Without ``dark``: the nearest to ``light``."""
    dark = dark or nearest(light, "dark")
    return (
        f"@layer tokens {{ :root {{ --action: {light}; --bar: {light} }} "
        f"@media (prefers-color-scheme: dark) {{ :root:where(:not([data-colours])) {{ --action: {dark}; --bar: {dark} }} }} }}\n"
        f"@layer last {{ [data-colours=dark] {{ --action: {dark}; --bar: {dark} }} }}\n"
    )


def colours_key(light: str, dark: str) -> str:
    """What its address holds, new for each change; "" without a colour."""
    return sha256(colours_css(light, dark).encode()).hexdigest()[:12] if light else ""


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
