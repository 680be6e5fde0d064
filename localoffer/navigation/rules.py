"""When a banner shows. Pure: the moment is passed in."""

from datetime import datetime

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


def is_showing(starts: datetime | None, ends: datetime | None, now: datetime) -> bool:
    """True from the start (included) to the end (not included); no start or end means always."""
    return (starts is None or starts <= now) and (ends is None or now < ends)


def is_current(link: str, path: str) -> bool:
    """True when the page at ``path`` is the link's page or stands below it. The home page is only itself."""
    return bool(link) and (path == link or (link.count("/") > 1 and path.startswith(link)))
