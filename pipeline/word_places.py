"""Where in a line's text its words stand."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from pipeline.models import Line, Word


def word_places(line: Line) -> list[tuple[int, int, Word]]:
    """Start, end and word for each word of a line, in order.

    Words and text are laid side by side, so that a mark out of its order moves no other word; a
    word that the text no longer holds (it was repaired) gets the place where it would have stood.
    """
    return _as_they_stand(line) or _laid_beside(line)


def _as_they_stand(line: Line) -> list[tuple[int, int, Word]]:
    """The places of words that stand in the text as they are, with spaces between; none if one
    does not."""
    found, at = [], 0
    for word in line.words:
        if not word.text:
            continue
        while line.text.startswith(" ", at):
            at += 1
        if not line.text.startswith(word.text, at):
            return []
        found.append((at, at + len(word.text), word))
        at += len(word.text)
    return found


def _laid_beside(line: Line) -> list[tuple[int, int, Word]]:
    written = "".join(word.text for word in line.words)
    starts, ends = [0] * len(written), [0] * len(written)
    for edit in Levenshtein.opcodes(written, line.text):
        for place in range(edit.src_start, edit.src_end):
            starts[place] = min(edit.dest_end, edit.dest_start + place - edit.src_start)
            ends[place] = min(edit.dest_end, starts[place] + 1)
    found, at = [], 0
    for word in line.words:
        if word.text:
            found.append((starts[at], ends[at + len(word.text) - 1], word))
        at += len(word.text)
    return found
