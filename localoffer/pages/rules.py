"""What a page must have before the public may see it. Pure functions over plain data.

Each returns sentences for the editor: which field, and what to do.
"""

import re

SUMMARY_LONGEST = 250
PHONE = re.compile(r"\+?[0-9 ()-]+")
SHORTEST_NUMBER = 3


def summary_problem(summary: str) -> str:
    """ "" when the summary is there and not too long."""
    length = len(summary.strip())
    if not length:
        return "Write a summary: one or two plain sentences that say what this page is for."
    if length > SUMMARY_LONGEST:
        return f"The summary has {length} characters. Shorten it to {SUMMARY_LONGEST}."
    return ""


def phone_link(number: object) -> str:
    """The address that a telephone dials."""
    return "tel:" + "".join(letter for letter in str(number) if letter.isdigit() or letter == "+")


def is_phone_number(value: str) -> bool:
    """True for at least three figures with spaces between, perhaps after a "+" or with brackets: "01632 960123", "999"."""
    return bool(PHONE.fullmatch(value.strip())) and sum(letter.isdigit() for letter in value) >= SHORTEST_NUMBER
