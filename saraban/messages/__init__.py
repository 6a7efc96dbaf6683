"""What the pages say, in Thai and English: one table a page, `NAME.tsv`, with a key, Thai, English.

A template says `{{ t("due.title") }}` or `{{ t("search.found", count=7) }}`, where the table has
`{count}`. Keys begin with the name of their table; `common.tsv` is for words of several pages.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["th", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)


def message(key: str, language: Language, **values: object) -> str:
    """A message with its blanks filled in. Raises KeyError for a key that no table has.

    >>> message("common.page", "th", number=3), message("common.page", "en", number=3)
    ('หน้า 3', 'page 3')
    """
    return messages()[key][LANGUAGES.index(language)].format(**values)


@cache
def messages() -> dict[str, tuple[str, str]]:
    """All messages: key → (Thai, English). Raises ValueError for a row that is no message."""
    found: dict[str, tuple[str, str]] = {}
    for table in sorted(Path(__file__).parent.glob("*.tsv")):
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), start=1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if len(cells) != 3 or not all(cells) or cells[0] in found:
                raise ValueError(f"{table.name}:{number}: wanted a new key, Thai, English")
            found[cells[0]] = (cells[1], cells[2])
    return found
