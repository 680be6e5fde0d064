"""What holds for young people’s posts; how long a page takes to read; the code of a sender; how long something has waited.

Pure functions over plain data; the day is passed in.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable
from datetime import date
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .choices import Stage

TITLE_LONGEST = 100
WORDS_LONGEST = 10_000
NAME_LONGEST = 30
OPENING_LONGEST = 200
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
# The first bytes of the files that we take: what a file is called says nothing of what it holds.
SOUND, FILM = "audio", "video"
MP4_BRAND = slice(8, 12)


def opening(words: str) -> str:
    """The first whole sentences of a text, for lists and search; cut at a word when the first is too long."""
    text = " ".join(words.split())
    if len(text) <= OPENING_LONGEST:
        return text
    taken = ""
    for sentence in SENTENCE_END.split(text):
        longer = f"{taken} {sentence}".strip()
        if len(longer) > OPENING_LONGEST:
            break
        taken = longer
    return taken or text[: OPENING_LONGEST - 1].rsplit(" ", 1)[0] + "…"


def stage_of(*, live: bool, was_public: bool, in_workflow: bool, sent_back: bool, has_reader: bool) -> Stage:
    """Where a post is. What waits for a decision counts first: a public post may have a new draft."""
    if in_workflow:
        return Stage.READING if has_reader else Stage.WAITING
    if sent_back:
        return Stage.SENT_BACK
    if live:
        return Stage.PUBLIC
    return Stage.TAKEN_DOWN if was_public else Stage.WRITING


def is_with_the_writer(stage: Stage) -> bool:
    """Whether the young person may change it now."""
    return stage in (Stage.WRITING, Stage.SENT_BACK)


def fingerprint(parts: Iterable[object]) -> str:
    """Changes whenever anything that readers will see changes; what was checked is known by it."""
    whole = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(whole.encode()).hexdigest()


def missing(*, title: str, words: str) -> dict[str, str]:
    """What a post still needs before a supporter can read it: sentences by field."""
    problems = {}
    if not title.strip():
        problems["title"] = _("Give your post a title.")
    if not words.strip():
        problems["words"] = _("Write some words first.")
    return problems


def kind_of_recording(start: bytes) -> str:
    """ "audio", "video", or "" for a file that is neither, by its first bytes (MP3, M4A, MP4, WebM)."""
    if start[:3] == b"ID3" or (len(start) > 1 and start[0] == 0xFF and start[1] & 0xE6 == 0xE2):
        return SOUND
    if start[4:8] == b"ftyp":
        return SOUND if start[MP4_BRAND] in (b"M4A ", b"M4B ") else FILM
    return FILM if start[:4] == b"\x1a\x45\xdf\xa3" else ""


# Slower than adults, who read about 238 words a minute (Brysbaert, 2019, "How many words do we read per minute?", Journal
# of Memory and Language 109): a nine- to ten-year-old who reads slowly manages about 100 (the 25th percentile of grade 4,
# Hasbrouck and Tindal, 2017, "An update to compiled ORF norms", Technical Report 1702, University of Oregon).
WORDS_A_MINUTE = 100


def minutes_to_read(text: str) -> int:
    """Whole minutes, one at least; 0 for no words."""
    return ceil(len(text.split()) / WORDS_A_MINUTE)


# --- Being heard ----

# No letters or figures that are easily mixed up when written down by hand.
CODE_LETTERS = "ACDEFHJKLMNPQRTUVWXY34679"
CODE_LENGTH = 16  # 25 ** 16: more than 70 bits
KEY_LENGTH = 4
ROUNDS = 20_000


def code_from(secret: bytes) -> str:
    """A code of the length that codes have from at least 32 secret bytes; the same bytes give the same code."""
    number = int.from_bytes(secret, "big")
    letters = []
    for _place in range(CODE_LENGTH):
        number, letter = divmod(number, len(CODE_LETTERS))
        letters.append(CODE_LETTERS[letter])
    return "".join(letters)


def grouped(code: str) -> str:
    """ "ACDE-FHJK-LMNP-QRTU": four at a time, to be written down."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def typed_code(typed: str) -> str:
    """The code that somebody means, in capitals and without what stands between; "" when it cannot be one."""
    letters = re.sub(r"[^A-Z0-9]", "", typed[:200].upper())
    return letters if len(letters) == CODE_LENGTH and set(letters) <= set(CODE_LETTERS) else ""


def hash_of(code: str, salt: str) -> str:
    """The salted hash of what stands behind the code's first four letters."""
    return hashlib.pbkdf2_hmac("sha256", code[KEY_LENGTH:].encode(), salt.encode(), ROUNDS).hex()


def fits(code: str, salt: str, kept: str) -> bool:
    """Whether the code is the one of that hash, in a time that tells nothing."""
    return hmac.compare_digest(hash_of(code, salt), kept)


def waited(since: date, today: date) -> str:
    """ "3 days", "5 weeks", "4 months": how long, in a form that is easily read."""
    days = max((today - since).days, 0)
    if days < 14:
        return ngettext("%(number)s day", "%(number)s days", days) % {"number": days} if days else _("less than a day")
    if days < 70:
        return _("%(number)s weeks") % {"number": days // 7}
    return _("%(number)s months") % {"number": round(days / 30.4)}
