"""From a text to the words that both databases hold: folded, and cut to their stems. Pure functions."""

import re
import unicodedata
from functools import cache, lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LONGEST_WORD = 40
STEMMERS = {"en": "english", "pl": "polish", "ar": "arabic", "pt": "portuguese"}
# Letters that Unicode does not take apart into a letter and a mark.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "’": "'", "ʼ": "'"})
# Letters that keyboards for Arabic and Urdu write in several ways, and their figures. The hamza goes as a mark.
ARABIC = str.maketrans(
    {"ة": "ه", "ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ۃ": "ه", "ٱ": "ا", "ء": None, "ـ": None}
    | {figure: str(number % 10) for number, figure in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
)
# "&" stands for "and" as often as not; without these "speech & language" and "speech and language" are the same.
JOINERS = frozenset({"and", "the", "of", "for"})
# Not folded together by the stemmer, and often asked for; or folded into what it does not mean.
IRREGULAR = {"children": "child", "teeth": "tooth", "feet": "foot", "sadly": "unfortunately"}


def folded(text: str) -> str:
    """The text in small letters without accents, so that "Zolty" and "żółty" are the same."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(LETTERS)
    parts = unicodedata.normalize("NFKD", plain)
    plain = unicodedata.normalize("NFKC", "".join(letter for letter in parts if unicodedata.category(letter) != "Mn"))
    return plain.translate(ARABIC)


def words_in(text: str) -> list[str]:
    """All words of a text in their order, folded, each at most 40 letters long: letters and figures only."""
    found = (word.replace("'s", "").replace("'", "")[:LONGEST_WORD] for word in WORD.findall(folded(text)))
    return [word for word in found if word and word.isalnum()]


def telling_words(text: str) -> list[str]:
    """The words of a text without those that only join, as the index holds them."""
    return [word for word in words_in(text) if word not in JOINERS]


def has_stems(language: str) -> bool:
    """Whether we can cut words of that language (a code such as "en-gb") to stems; for Ukrainian and Urdu we cannot."""
    return language.split("-")[0] in STEMMERS


@cache
def _stemmer(name: str) -> "snowballstemmer.basestemmer.BaseStemmer":
    return snowballstemmer.stemmer(name)


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The stem of a folded word: "swimming" becomes "swim". The word itself where we know no stems."""
    name = STEMMERS.get(language.split("-")[0])
    if name is None or not word.isalpha():
        return word
    if name == "english":
        word = IRREGULAR.get(word, word)
    # A stem is looked up again as it is, so it must be made of letters only.
    made = "".join(letter for letter in _stemmer(name).stemWord(word) if letter.isalnum())
    return made or word


def stems_of(text: str, language: str) -> list[str]:
    return [stem(word, language) for word in telling_words(text)]
