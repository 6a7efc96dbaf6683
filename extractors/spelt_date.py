"""Days that a paper spells out: ยี่สิบสาม เดือน มกราคม พุทธศักราช สองพันห้าร้อยหกสิบเจ็ด, or in part:
ยี่สิบสาม เดือน มกราคม พุทธศักราช ๒๕๖๗."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_TENS = ("", "สิบ", "ยี่สิบ", *(f"{unit}สิบ" for unit in _UNITS[3:]))


def _spelt(number: int) -> str:
    """A number under 100 as Thai spells it.

    >>> _spelt(21), _spelt(7)
    ('ยี่สิบเอ็ด', 'เจ็ด')
    """
    tens, unit = divmod(number, 10)
    return _TENS[tens] + ("เอ็ด" if tens and unit == 1 else _UNITS[unit])


_NUMBERS = {_spelt(number): number for number in range(1, 100)}
_SPELT = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTH = r"(?P<month>[ก-ฮเ-ไ][ก-๎]{2,9}(?:คม|ยน|พันธ์))"
_ERA = r"(?:พุทธศักราช|พ\.?\s?ศ\.?)"
_DATE = re.compile(
    rf"(?P<day>{_SPELT}|\d{{1,2}})\s*(?:เดือน\s*)?{_MONTH}\s*"
    rf"{_ERA}\s*สองพันห้าร้อย\s?(?P<year>{_SPELT})(?![ก-๎])"
)
_DAY_ALONE = re.compile(
    rf"(?P<day>{_SPELT})\s*(?:เดือน\s*)?{_MONTH}\s*(?:{_ERA})?\s*(?P<year>25\d\d)(?!\d)"
)


def find_spelt(text: str) -> Iterator[tuple[int, int, int, str, int]]:
    """Where each date begins and ends, its day, its month as written and its year of the 2500s, in
    a text with Arabic digits.

    >>> list(find_spelt("วันที่ หนึ่ง มีนาคม พุทธศักราช สองพันห้าร้อยหกสิบเอ็ด"))[0][2:]
    (1, 'มีนาคม', 2561)
    """
    for found in _DATE.finditer(text):
        day = _NUMBERS.get(found["day"]) or int(found["day"])
        yield found.start(), found.end(), day, found["month"], 2500 + _NUMBERS[found["year"]]
    for found in _DAY_ALONE.finditer(text):
        day = _NUMBERS[found["day"]]
        yield found.start(), found.end(), day, found["month"], int(found["year"])
