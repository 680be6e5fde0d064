"""What a text is made of on its way to a post: plain data, without a database."""

from dataclasses import dataclass, field
from datetime import date


class WordRefused(Exception):
    """Why a text cannot come in: sentences for whoever sent it, each with what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


@dataclass(frozen=True)
class Heading:
    """A heading as it was written; ``was_bold`` when it was only a short bold line."""

    level: int
    words: str
    was_bold: bool = False


@dataclass(frozen=True)
class Words:
    """A paragraph or a list, as clean HTML, with its plain words."""

    html: str
    words: str


@dataclass(frozen=True)
class Table:
    """Cells as clean HTML. ``heads`` is empty where the table has one row only."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture without its notes, and the alternative text that came with it ("" for none)."""

    data: bytes
    kind: str
    alt: str


Piece = Heading | Words | Table | Picture


@dataclass
class Notes:
    """What whoever sent the text should know: what did not come in, and what is not as it was."""

    left_out: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    def leave_out(self, sentence: str) -> None:
        if sentence not in self.left_out:
            self.left_out.append(sentence)

    def change(self, sentence: str) -> None:
        if sentence not in self.changed:
            self.changed.append(sentence)


@dataclass(frozen=True)
class Reading:
    """A whole text: its title, the name of its author and its day where they were found, its parts in order.

    A part is the HTML of a text (str), a Table or a Picture. Headings begin at 2 and skip no level.
    """

    title: str
    author: str
    day: date | None
    parts: tuple[str | Table | Picture, ...]
    notes: Notes


def shortened(words: str, most: int = 60) -> str:
    """The beginning of some words, for naming them in a sentence."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= most else one_line[: most - 1].rstrip() + "…"
