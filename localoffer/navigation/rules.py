"""When a banner shows. Pure: the moment is passed in."""

from datetime import datetime


def is_showing(starts: datetime | None, ends: datetime | None, now: datetime) -> bool:
    """True from the start (included) to the end (not included); no start or end means always."""
    return (starts is None or starts <= now) and (ends is None or now < ends)


def is_current(link: str, path: str) -> bool:
    """True when the page at ``path`` is the link's page or stands below it. The home page is only itself."""
    return bool(link) and (path == link or (link.count("/") > 1 and path.startswith(link)))
