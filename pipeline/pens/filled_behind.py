"""A line of print with what a pen filled in behind its label."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pipeline.models import Line, Page, Word, Writing, mean_confidence
from pipeline.pens.read_apart import without
from pipeline.word_places import word_places

_DOTS = " .…_"  # of a form, over which it is filled in


def filled_behind(line: Line, kept: int, said: Writing) -> Line:
    """The line with the likeliest of what was written in place of all behind its first `kept`
    characters, a word of its own; an empty line becomes what was written."""
    likeliest = said.candidates[0]
    before = (word for _, last, word in word_places(line) if last <= kept)
    words = (*before, Word(likeliest.text, said.box, likeliest.chance))
    return replace(
        line,
        text=f"{line.text[:kept].rstrip(_DOTS)} {likeliest.text}".strip(),
        box=line.box.union(said.box) if line.text else said.box,
        words=words,
        confidence=round(mean_confidence(words), 4),
        changes=tuple(one for one in line.changes if one.start + len(one.became) <= kept),
        written=(said,),
    )


def in_place_of(page: Page, line: Line, filled: Line, pieces: Collection[Line] = ()) -> Page:
    """The page with the filled line in place of the other, and without the pieces that were read of
    its row before."""
    lines = tuple(filled if one is line else one for one in page.lines)
    return without(replace(page, lines=lines), pieces)
