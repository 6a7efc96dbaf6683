"""What the program notes beside values and pages, in Thai: the notes themselves are in English.

A note may be put together of several. What the table `notes.tsv` does not have stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from saraban.messages import Language
from saraban.words import in_buddhist_era

_BLANK = re.compile(r"\{(\w)\}")
_END = r"(?=$|; |\. |\.$)"  # where a blank ends that nothing follows


def in_thai(note: str) -> str:
    """The note as a clerk reads it.

    >>> in_thai("the code กข is in no list of letter codes; the date is stamped")
    'รหัส กข ไม่มีในบัญชีรหัสตัวพยัญชนะ; วันที่เป็นตราประทับ'
    """
    for pattern, thai in _table() if note else ():  # most values have none
        note = pattern.sub(thai, note)
    return in_buddhist_era(note)


def note_in(note: str, language: Language) -> str:
    """The note in either language, its dates in the Buddhist Era."""
    return in_thai(note) if language == "th" else in_buddhist_era(note, "en")


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns and what stands in their place, long ones first, as some are parts of others."""
    text = Path(__file__).with_name("notes.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    ordered = sorted(rows, key=lambda row: -len(row[0]))
    return tuple((_pattern(english), _BLANK.sub(r"\\g<\1>", thai)) for english, thai in ordered)


def _pattern(english: str) -> re.Pattern[str]:
    """Letters between blanks as they stand; a blank takes as little as it can."""
    literal = re.escape(english).replace(r"\{", "{").replace(r"\}", "}")
    filled = _BLANK.sub(r"(?P<\1>[^;“”]+?)", literal)
    return re.compile(filled + (_END if english.endswith("}") else ""))
