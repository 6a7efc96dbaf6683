"""Years that a pen wrote, whose ๕ is easily read as ๔: no pen dates a paper of before 2500."""

from __future__ import annotations

import re

# ๒๑ ส.ค. ๒๔๖๗ | พ.ศ. ๒๔๖๘
_OF_OLD = re.compile(r"(?<![\d๐-๙])([2๒])([4๔])(?=[\d๐-๙]{2}$)")


def as_of_now(text: str) -> str:
    """A text that may end in a year, and that was written, with a year of the 2500s.

    >>> as_of_now("๒๔๖๘"), as_of_now("2 ม.ค. 2467"), as_of_now("๒๔๖")
    ('๒๕๖๘', '2 ม.ค. 2567', '๒๔๖')
    """
    return _OF_OLD.sub(lambda year: year[1] + ("๕" if year[2] == "๔" else "5"), text)
