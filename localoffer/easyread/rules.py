"""When an Easy Read edition needs another look, and when it is too long. Pure functions."""

from datetime import datetime

# About four pictures fill a sheet; over 20 sheets is too long (Department of Health, 2010, as for localoffer.blocks.easyread).
MOST_PAIRS = 80


def is_stale(original_published: datetime | None, edition_published: datetime | None) -> bool:
    """Whether the page was published again after its Easy Read edition was."""
    return bool(original_published and edition_published and original_published > edition_published)


def length_problem(pairs: int) -> str:
    """ "" for an edition that has pictures with words, and not too many."""
    if not pairs:
        return "Add a part “Easy Read”: pictures with a short sentence beside each."
    if pairs > MOST_PAIRS:
        return f"There are {pairs} pictures: more than 20 sheets of paper. Shorten it to {MOST_PAIRS} at most."
    return ""
