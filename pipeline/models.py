"""What a file becomes on its way to a document, in hOCR's words: page, line, word, box.

All boxes are fractions of a page (left, top, right, bottom; 0..1, origin top left), so they mean
the same whatever resolution a page was rendered at. The boxes of a `Page` lie on the page as it was
straightened for reading, where rows are level; `Page.on_paper` tells where that is on the scan.
All confidences are 0..1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import cos, radians, sin
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, as fractions of its width and height."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height of its horizontal axis."""
        return (self.top + self.bottom) / 2

    def union(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    @classmethod
    def around(cls, boxes: Sequence[Box]) -> Box:
        """The least box that holds all of these, at least one."""
        return cls(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )

    def holds_middle_of(self, other: Box) -> bool:
        """Whether the middle of the other lies in this."""
        across = (other.left + other.right) / 2
        return self.left <= across <= self.right and self.top <= other.middle <= self.bottom

    def on_row_of(self, other: Box) -> bool:
        """Whether the middle lies well within the height of the other."""
        return abs(self.middle - other.middle) < 0.6 * other.height

    def as_tuple(self) -> tuple[float, float, float, float]:
        return (self.left, self.top, self.right, self.bottom)


def turned_about_the_middle(box: Box, degrees: float, aspect: float) -> Box:
    """A box carried anticlockwise about the middle of a page of that aspect (width by height)."""
    if not degrees:
        return box
    angle = radians(degrees)
    across = ((box.left + box.right) / 2 - 0.5) * aspect
    down = box.middle - 0.5
    x = (across * cos(angle) + down * sin(angle)) / aspect + 0.5
    y = -across * sin(angle) + down * cos(angle) + 0.5
    return Box(
        max(0.0, x - box.width / 2),
        max(0.0, y - box.height / 2),
        min(1.0, x + box.width / 2),
        min(1.0, y + box.height / 2),
    )


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a line that the recogniser boxed; in Thai often a syllable or a grapheme."""

    text: str
    box: Box
    confidence: float


class Read(Protocol):
    """Anything read with a confidence, 0..1."""

    @property
    def text(self) -> str: ...

    @property
    def confidence(self) -> float: ...


def mean_confidence(words: Sequence[Read]) -> float:
    """A line's confidence: the mean of its words', weighted by their letters; 0 without any."""
    length = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / max(1, length)


@dataclass(frozen=True, slots=True)
class Change:
    """A place where the text given is not the text recognised: `became`, from `start` in the line.

    `encoding` is set where both would look the same on paper (ํ and า for ำ); else the recogniser
    was taken to have misread, for the reason given.
    """

    start: int
    read: str
    became: str
    reason: str
    encoding: bool
    box: Box


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading and the chance that it is the right one; the chances of a row add up to 1 at most.

    `text` is of the digits of both kinds, ว, "/", "." and "-".
    """

    text: str
    chance: float


@dataclass(frozen=True, slots=True)
class Writing:
    """A piece of a line that a pen or a number stamp put there.

    It is a word of its line, in the same box, and reads as the first candidate. `as_print` is what
    the recogniser of print had made of it; `reasons` say why it is taken for writing.
    """

    box: Box
    candidates: tuple[Candidate, ...]
    reasons: tuple[str, ...]
    as_print: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One run of print on one row: columns of a row are separate lines. Text is NFC.

    `text` is the repaired one; `changes` tell, from left to right, what was repaired in it, so
    that `recognised` is still what the recogniser read.
    `written` are the pieces of it that are not print.
    """

    text: str
    page: int
    box: Box
    confidence: float = 1.0
    words: tuple[Word, ...] = ()
    changes: tuple[Change, ...] = ()
    written: tuple[Writing, ...] = ()

    @property
    def recognised(self) -> str:
        """The text before any repair."""
        text = self.text
        for change in reversed(self.changes):
            end = change.start + len(change.became)
            text = text[: change.start] + change.read + text[end:]
        return text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; the lines it holds are also among the page's lines."""

    box: Box
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table, ruled on a scan or real in a Word file: rows of cells, top to bottom."""

    page: int
    box: Box
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """An impression in another ink than the print (ตราประทับ), read on its own."""

    page: int
    box: Box
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that could be decoded."""

    page: int
    text: str
    box: Box


@dataclass(frozen=True)
class Page:
    """One page as read.

    `lines` are in reading order and hold print only; `marks` are what was seen but not taken for
    print (handwriting, smudges), kept so that nothing seen is lost. `origin` says how the text was
    come by. `notes` say in words what was done to the page that a person should know.
    """

    number: int
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    codes: tuple[Code, ...] = ()
    marks: tuple[Line, ...] = ()
    origin: str = "scan"  # "scan" | "text_layer" | "word_file" | "plain_text"
    rotation: int = 0  # degrees the scan was turned clockwise to stand upright: 0, 90, 180, 270
    skew: float = 0.0  # degrees straightened besides
    aspect: float = 2**-0.5  # width by height; A4 upright unless told
    notes: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def repairs(self) -> tuple[Change, ...]:
        """Where a line says another thing than was recognised; encoding is no repair."""
        changes = (change for line in self.lines for change in line.changes)
        return tuple(change for change in changes if not change.encoding)

    def on_paper(self, box: Box) -> Box:
        """Where a box of this page lies on the upright page before it was straightened.

        The box keeps its size and stays level; its middle goes where the ink is.
        """
        return turned_about_the_middle(box, self.skew, self.aspect)


@dataclass(frozen=True, eq=False)
class Document:
    """Consecutive pages of one source file that are one piece of correspondence, in reading order.

    Each is its own (compared by identity), so that what was read of it may be kept beside it.
    """

    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()  # what was done to its pages that a person should know

    @property
    def first(self) -> int:
        return min(page.number for page in self.pages)

    @property
    def last(self) -> int:
        return max(page.number for page in self.pages)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for page in self.pages for line in page.lines)

    @cached_property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was looked at and found fit to read. `name` is the name it came with."""

    path: Path
    name: str
    sha256: str
    media_type: str
    size: int
    notes: tuple[str, ...] = field(default=())
