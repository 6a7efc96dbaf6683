"""A query as typed → one line of plain characters, and the pieces of it that are still unread."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.thai_digits import arabic

LONGEST = 400  # characters that are read

_TAKEN = "\ue000"  # stands for what is read; a private character, so nobody types it
_NO_TEXT = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_CHUNK = re.compile(rf"[^\s{_TAKEN}]+")


def plain(raw: str) -> str:
    """One line: NFC, digits Arabic, ำ in one piece, single spaces, no invisible characters."""
    composed = unicodedata.normalize("NFC", raw[: 4 * LONGEST]).replace("\u0e4d\u0e32", "\u0e33")
    kept = (
        " " if unicodedata.category(character) in _NO_TEXT else character for character in composed
    )
    return arabic(" ".join("".join(kept).split()))


class Unread:
    """A text of which pieces are taken away without moving the rest."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, start: int, end: int) -> None:
        self.text = self.text[:start] + _TAKEN * (end - start) + self.text[end:]

    def chunks(self) -> Iterator[tuple[int, int, str]]:
        """(start, end, text) of what stands between spaces and what is taken."""
        for match in _CHUNK.finditer(self.text):
            yield match.start(), match.end(), match.group()
