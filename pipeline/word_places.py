"""Where in a line's text its words stand."""

from __future__ import annotations

from pipeline.models import Line, Word

_FARTHEST = 12  # characters ahead of which a word is not looked for


def word_places(line: Line) -> list[tuple[int, int, Word]]:
    """Start, end and word for each word of a line, in order.

    Words are found in the text one after the other; a word that the text no longer holds (it was
    repaired) gets the place where it would have stood.
    """
    found = []
    at = 0
    for word in line.words:
        place = line.text.find(word.text, at)
        if place < 0 or place - at > _FARTHEST:
            place = at
        stop = min(len(line.text), place + len(word.text))
        found.append((place, stop, word))
        at = stop
    return found
