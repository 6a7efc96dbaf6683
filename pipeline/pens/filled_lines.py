"""A line of print with the number or day that was written into it, in its page.

What the recogniser of print had made of the writing is kept: in the line's `written`, or among the
page's marks where it stood apart from the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.models import Box, Line, Page, Word, Writing, mean_confidence
from pipeline.pens.header_lines import HeaderLine
from pipeline.word_places import word_places

_LED_YEAR = re.compile(r"(?P<sign>[^\s\d๐-๙ก-๎/.…_]{1,2}\s*)/\s*[2๒][5๕][\d๐-๙]{2}[\s.…]*")


def put_in(page: Page, place: HeaderLine, writing: Writing, covered: set[Word]) -> Page:
    """The page with the writing in its line, and what was made of it elsewhere among the marks."""
    lines, marks = [], list(page.marks)
    for line in page.lines:
        if line is place.line:
            lines.append(_filled(place, writing, covered))
        elif covered.isdisjoint(line.words):
            lines.append(line)
        else:
            marks.append(line)
            rest = [span for span in word_places(line) if span[2] not in covered]
            if rest:
                lines.append(_only(line, rest))
    return replace(page, lines=tuple(lines), marks=tuple(marks))


def joined(page: Page, writing: Writing, year: Line) -> Page:
    """The page with the line of a written number and the year that stood apart from it as one."""
    number = next((line for line in page.lines if writing in line.written), None)
    if number is None:
        return page
    whole = together(number, year)
    lines = (whole if line is number else line for line in page.lines if line is not year)
    marks = (line for line in page.marks if line is not year)
    return replace(page, lines=tuple(lines), marks=tuple(marks))


def with_years_alone(page: Page) -> Page:
    """The page with each year of an order's number that stands apart as that alone: ) / ๒๕๖๕.

    The sign before it is a part of the number that a pen filled in.
    """
    lines = []
    for line in page.lines:
        led = _LED_YEAR.fullmatch(line.text)
        rest = [one for one in word_places(line) if led and one[0] >= led.end("sign")]
        if rest:
            bare = _only(line, rest)
            line = replace(bare, confidence=round(mean_confidence(bare.words), 4))
        lines.append(line)
    return replace(page, lines=tuple(lines))


_ABBREVIATED = re.compile(r"\s(?:[ก-ฮ]{1,4}\.){1,3}$")


def together(line: Line, rest: Line, joint: str = "") -> Line:
    """Two pieces of one line as one, without the dots and spaces left for what is filled in."""
    added = rest.text.strip().lstrip(" .…_")
    bare = line.text.rstrip(" .…_")
    point = "." if joint and _ABBREVIATED.search(line.text.rstrip()) else ""  # สก.ทร. | ธท.
    text = bare + point + joint + added
    words = (*line.words, *rest.words)
    shift = len(text) - len(added)
    moved = tuple(replace(change, start=change.start + shift) for change in rest.changes)
    return replace(
        line,
        text=text,
        box=line.box.union(rest.box),
        words=words,
        confidence=round(mean_confidence(words), 4),
        changes=(*line.changes, *moved),
    )


def words_cut(line: Line, at: Sequence[int]) -> list[tuple[int, int, Word]]:
    """The words of a line and their places, those cut in two that run over the characters `at`: one
    box may be around what is print and what was filled in."""
    return [piece for place in word_places(line) for piece in _cut(*place, at)]


def _cut(start: int, end: int, word: Word, at: Sequence[int]) -> list[tuple[int, int, Word]]:
    edges = [start, *sorted(place for place in at if start < place < end), end]
    if len(edges) == 2:
        return [(start, end, word)]
    left, wide = word.box.left, (word.box.right - word.box.left) / (end - start)
    pieces = []
    for first, last in pairwise(edges):
        ends = (left + wide * (first - start), left + wide * (last - start))
        box = replace(word.box, left=ends[0], right=ends[1])
        pieces.append(
            (first, last, replace(word, text=word.text[first - start : last - start], box=box))
        )
    return pieces


def _only(line: Line, rest: Sequence[tuple[int, int, Word]]) -> Line:
    """The line without the words that are not in `rest`."""
    taken = [False] * len(line.text)
    kept = {word for _, _, word in rest}
    for first, last, word in word_places(line):
        if word not in kept:
            taken[first:last] = [True] * (last - first)
    text = "".join(sign for sign, gone in zip(line.text, taken, strict=True) if not gone)
    words = tuple(word for _, _, word in rest)
    box = Box.around([word.box for word in words])
    inner = Box(box.left, line.box.top, box.right, line.box.bottom)
    return replace(line, text=" ".join(text.split()), box=inner, words=words, changes=())


def _filled(place: HeaderLine, writing: Writing, covered: set[Word]) -> Line:
    line = place.line
    start, end = place.start, place.end
    before, after = line.text[:start].rstrip(), line.text[end:].lstrip()
    written = writing.candidates[0]
    joint = {"letter": "/", "order": " ", "day": " " if before else ""}[place.kind]
    if re.match(r"\.|\(\d", written.text):
        joint = ""  # the rest of the code comes with it
    text = before + joint + written.text + ("" if place.kind == "order" else " ") + after
    text = text.rstrip()
    spans = words_cut(line, (start, end))
    words = (
        *(word for first, last, word in spans if last <= start and word not in covered),
        Word(written.text, writing.box, written.chance),
        *(word for first, last, word in spans if first >= end and word not in covered),
    )
    changes = tuple(
        replace(change, start=change.start + (len(text) - len(line.text)) * (change.start >= end))
        for change in line.changes
        if change.start >= end or change.start + len(change.became) <= start
    )
    box = line.box
    box = Box(
        min(box.left, writing.box.left), box.top, max(box.right, writing.box.right), box.bottom
    )
    return replace(
        line,
        text=text,
        box=box,
        confidence=round(mean_confidence(words), 4),
        words=words,
        changes=changes,
        written=(*line.written, writing),
    )
