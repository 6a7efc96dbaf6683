"""A run of lines read as one text, in which every character still knows its ink.

Patterns run over `Passage.text`; what they find is cut out with `Passage.cut`, which gives back
the page, the box and the confidence that the characters came from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.layout import beside, joint
from pipeline.models import Box, Change, Line, Word, Writing
from pipeline.word_places import word_places


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a piece of text stands on paper, and how surely it was read."""

    text: str
    page: int
    box: Box
    confidence: float
    repairs: tuple[Change, ...] = ()  # where it says another thing than was recognised


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines joined into one text. `starts[i]` is where line i begins in `text`."""

    lines: tuple[Line, ...]
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(
        cls,
        lines: Sequence[Line],
        separator: str | None = None,
        apart: Callable[[str, str], bool] | None = None,
    ) -> Passage:
        """Join lines: as one wrapped sentence (`separator` None), or with the separator given.

        Pieces of one row were parted by a wide space, so in a sentence they get one, as does a
        line of which `apart` tells, from the text before it, that it begins something of its own.
        """
        text = ""
        starts: list[int] = []
        for index, line in enumerate(lines):
            if text and separator is not None:
                text += separator
            elif text:
                spaced = beside(lines[index - 1], line) or (
                    apart is not None and apart(text, line.text)
                )
                text += " " if spaced else joint(text, line.text)
            starts.append(len(text))
            text += line.text
        return cls(tuple(lines), text, tuple(starts))

    def cut(self, start: int, end: int) -> Evidence:
        """The evidence for `text[start:end]`, white space at its ends left off.

        The box is the union of the words touched on the page where the cut begins; the confidence
        is the lowest of all words touched. Raises ValueError if nothing is left to cut.
        """
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start >= end:
            raise ValueError("empty cut")
        touched: list[Line | Word] = []
        pages: list[int] = []
        for line, offset in zip(self.lines, self.starts, strict=True):
            if offset >= end or offset + len(line.text) <= start:
                continue
            for part in _parts(line, start - offset, end - offset):
                touched.append(part)
                pages.append(line.page)
        own = [part.box for part, page in zip(touched, pages, strict=True) if page == pages[0]]
        box = Box.around(own)
        confidence = min(part.confidence for part in touched)
        repairs = tuple(
            change
            for line, offset in zip(self.lines, self.starts, strict=True)
            for change in line.changes
            if not change.encoding
            and start < offset + change.start + len(change.became)
            and offset + change.start < end
        )
        return Evidence(self.text[start:end], pages[0], box, confidence, repairs)

    def whole(self) -> Evidence:
        """The evidence for all of it. Raises ValueError if it is empty."""
        return self.cut(0, len(self.text))

    def writing(self, start: int, end: int) -> tuple[int, int, Writing] | None:
        """The first piece of `text[start:end]` that was written by hand, and where it stands."""
        for line, offset in zip(self.lines, self.starts, strict=True):
            for piece in line.written:
                for first, last, word in word_places(line):
                    if word.box == piece.box and start <= first + offset < last + offset <= end:
                        return first + offset, last + offset, piece
        return None


def _parts(line: Line, start: int, end: int) -> list[Line | Word]:
    """The words that characters [start, end) of a line touch; the line itself if it has none."""
    touched = [word for first, last, word in word_places(line) if first < end and last > start]
    return [*touched] or [line]
