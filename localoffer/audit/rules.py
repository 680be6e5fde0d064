"""What the log may say of somebody, and cells that no spreadsheet runs. Pure."""

LONGEST = 60
# A spreadsheet takes a text that begins so for a formula and would run it.
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


def masked(address: str) -> str:
    """An address of which only the first letter and the part after the @ can be read; "a name" for anything else.

    What somebody typed where an address belongs may be a password: without an @ nothing of it is kept.
    """
    local, at, domain = "".join(letter for letter in address if letter.isprintable()).strip().lower().rpartition("@")
    return f"{local[:1]}…@{domain}"[:LONGEST] if at else "a name"


def safe_cell(words: str) -> str:
    """The same words, with a mark before what a spreadsheet would take for a formula."""
    return f"'{words}" if words.startswith(RUN_BY_SPREADSHEETS) else words
