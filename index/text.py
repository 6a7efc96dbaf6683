"""The text of pages as one runs through it: for indexing, and for the passage a hit shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from index.filed import Filed
from pipeline.layout import joint
from pipeline.models import Line, Page

_FULL = 0.75  # a line that reaches this far across the page goes on in the next
_STARTS = 0.35  # the next line then starts left of this


def running_text(pages: Iterable[Page]) -> str:
    """Lines of print in reading order, then stamps; a wrapped line is joined with the next, so
    that a word which a line break parted is one word."""
    pieces: list[str] = []
    for page in pages:
        before: Line | None = None
        for line in page.lines:
            if before is not None:
                pieces.append(joint(before.text, line.text) if _wraps(before, line) else "\n")
            pieces.append(line.text)
            before = line
        pieces.append("\n")
        for stamp in page.stamps:
            pieces += [line.text + "\n" for line in stamp.lines]
    return "".join(pieces).strip()


def searched_text(document: Filed, pages: Iterable[Page]) -> str:
    """All that words are looked for in: the print, and names as they were read from it."""
    record = document.record
    text = running_text(pages)
    said = [document.subject, document.issuer, *(one.value for one in record.recipients)]
    if record.signatory:
        said += [record.signatory.name, record.signatory.position]
    said += [
        name
        for one in record.committees
        for member in one.members
        for name in (member.name, member.position)
    ]
    missing = [one for one in dict.fromkeys(said) if one and one not in text]
    return "\n".join([text, *missing])


def digest(document: Filed, text: str) -> str:
    """A mark of what is indexed of a document, by which a stale entry is told."""
    record = document.record
    said = "\0".join(
        one or "" for one in (document.subject, record.kind, document.number, document.date, text)
    )
    return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _wraps(line: Line, following: Line) -> bool:
    return line.box.right >= _FULL and following.box.left <= _STARTS
