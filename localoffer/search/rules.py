"""From what a visitor typed to the words that are looked for, and to what staff may read of it. Pure functions."""

import re
import unicodedata
from functools import cache

from .stems import words_in

MOST_TERMS = 12
LONGEST_TERM = 40
LONGEST_QUESTION = 200
SHOWN_FROM = 5  # unmet searches of fewer people are nobody's to read
LONGEST_UNMET = 100
# Words that say nothing about what is looked for. They count only when there is nothing else.
STOP_WORDS = frozenset(
    """
    a about after all also am an and any anyone anything are as at be because been but by can cannot cant child childs
    children could daughter did didnt do does doesnt doing dont else every find finding for from get gets getting give
    go goes going got had has hasnt have he help helping helps her hers him his how i if im in info information into is
    isnt it its just kid kids know like look looking looks me more most much my need needed needing needs near no not of
    off on one or our out please really search she should so some someone something son tell than that the their them
    there these they this those to too trying us very want wanted wanting wants was wasnt we were what when where which
    who whose why will with without wont would yes you your
    """.split()
)
SMALL_WORDS = {
    "pl": """
    a albo ale by czy dla do dziecka dziecko gdzie go i ja jak jest ktore lub ma mam mamy mnie moj moja moje mojego mojej
    moze mozna na nam nas nasz nie o od oraz po pomoc pomocy potrzebuje prosze przez sa sie syn syna szukam ta tak tego to
    u w we z za ze corka corki
    """,
    "uk": """
    а або але в від де для до дитина дитини дитину є з за и i із його й коли мене мені мій мого моя моєї ми на нам не о по
    про син сина та так то у це чи шукаю що як донька доньки потрібна потрібно допомога
    """,
    "ar": """
    ابحث ابنتي ابني ابنى احتاج الى او اين ان انا اريد طفل طفلي عن على عند في كيف لابني لابنتي لطفلي ما مع من هذا هذه هل هو هي و يا
    """,
}
# "6 year old", "aged 12", "18 months old", "4yo": whom it is for, and not what is looked for.
AGE = re.compile(
    r"\b(?:aged?\s+)?(\d{1,2})\s*-?\s*(years?|yrs?|months?|mths?)[\s-]*olds?\b|\b(\d{1,2})\s?yo\b|\baged?\s+(\d{1,2})\b",
    re.IGNORECASE,
)
EMAIL = re.compile(r"\S+@\S+")
WEB_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
# A whole postcode, or its first half where the letters are a postcode area ("OX4", but not "KS2").
AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|"
    "HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|"
    "PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|"
    "B|E|G|L|M|N|S|W"
)
POSTCODE = re.compile(
    rf"\b(?:[A-Z]{{1,2}}[0-9][0-9A-Z]?\s*[0-9][A-Z]{{2}}|(?:{AREAS})[0-9][0-9A-Z]?(?:\s*[0-9][A-Z]?)?)\b", re.IGNORECASE
)
TITLED_PERSON = re.compile(r"\b(?i:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir)\b\.?\s+\S+(?:\s+[A-Z]\w+)?")
NAMED_PERSON = re.compile(r"\b(?i:called|named|name is|i am|i'm|im)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?")
LONG_NUMBER = re.compile(r"\+?\d(?:[\s\-/().]?\d){4,}")


@cache
def stop_words(*languages: str) -> frozenset[str]:
    """The words of these languages that say nothing about what is looked for; the English ones are always among them."""
    return STOP_WORDS.union(*(words_in(SMALL_WORDS.get(language, "")) for language in languages))


def cleaned(question: str) -> str:
    """The question as we show it again: one line, no control characters, at most 200 characters."""
    kept = "".join(letter if letter.isprintable() else " " for letter in question)
    return " ".join(kept.split())[:LONGEST_QUESTION].strip()


def without_age(question: str) -> tuple[str, int | None]:
    """The question without the age that it tells, and that age in whole years; as it was, and None, when it tells none.

    >>> without_age("nappies for my 6 year old")
    ('nappies for my', 6)
    """
    found = AGE.search(question)
    rest = " ".join(AGE.sub(" ", question).split())
    if found is None or not words_in(rest):
        return question, None
    number = int(next(figure for figure in (found[1], found[3], found[4]) if figure))
    return rest, number // 12 if (found[2] or "").lower().startswith("m") else number


def terms_of(question: str) -> list[str]:
    """The terms to look for, folded, each once, at most 12. Punctuation and markup never reach the index."""
    unique = list(dict.fromkeys(words_in(cleaned(question))))
    telling = [word for word in unique if word not in STOP_WORDS]
    return (telling or unique)[:MOST_TERMS]


def unmet_question(question: str) -> str:
    """What staff may read of a question that found nothing: its words in small letters, at most 100 characters.

    Postcodes, numbers of five figures and more, e-mail and web addresses, and people whom the words announce as such
    are taken out; "" when nothing is left. Names that stand alone cannot be told: the limit of five covers them.
    """
    text = unicodedata.normalize("NFKC", cleaned(question))
    for pattern in (EMAIL, WEB_ADDRESS, LONG_NUMBER, POSTCODE, TITLED_PERSON, NAMED_PERSON):
        text = pattern.sub(" ", text)
    words = [word for word in words_in(text) if sum(letter.isdigit() for letter in word) < SHOWN_FROM]
    if all(word in STOP_WORDS for word in words):
        return ""
    kept = " ".join(words[:MOST_TERMS])
    return kept if len(kept) <= LONGEST_UNMET else kept[:LONGEST_UNMET].rsplit(" ", 1)[0]


def groups_terms(text: str) -> list[str]:
    """The terms of a group of synonyms, as staff wrote them: one on a line or with commas between, each once."""
    return list(dict.fromkeys(term for part in re.split(r"[,;\n]", text) if (term := " ".join(part.split()))))
