"""From what a visitor typed to the terms that are looked for. Pure functions."""

import re
import unicodedata

TERM = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
MOST_TERMS = 12
LONGEST_TERM = 40
LONGEST_QUESTION = 200
# Words that say nothing about what is looked for. They count only when there is nothing else.
STOP_WORDS = frozenset(
    """
    a about after all am an and any are as at be because been but by can child childs children could daughter do
    does for from get getting has have he help helping her hers him his how i if im in into is it its kid kids me
    my need needs near of off on or our out she should so some someone son than that the their them there they this
    to too us want was we what when where which who why will with would you your
    """.split()
)


def cleaned(question: str) -> str:
    """The question as we show it again: one line, no control characters, at most 200 characters."""
    kept = "".join(letter if letter.isprintable() else " " for letter in question)
    return " ".join(kept.split())[:LONGEST_QUESTION].strip()


def terms_of(question: str) -> list[str]:
    """The terms to look for, in small letters, each once, at most 12. Punctuation and markup never reach the index."""
    text = unicodedata.normalize("NFKC", cleaned(question)).lower().replace("’", "'")
    found = [word.replace("'s", "").replace("'", "")[:LONGEST_TERM] for word in TERM.findall(text)]
    unique = [word for word in dict.fromkeys(found) if word]
    telling = [word for word in unique if word not in STOP_WORDS]
    return (telling or unique)[:MOST_TERMS]
