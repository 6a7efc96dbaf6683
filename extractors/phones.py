"""Telephone numbers, as offices print them."""

from __future__ import annotations

import re

from pipeline.thai_digits import arabic

# 0 2123 4567 ต่อ 89 | 0-2123-4567 | 0 2123 4567 - 8 | 081-2345678 | (02) 123-4567
_NUMBER = re.compile(
    r"(?:\+\d{1,3}[\s-])?(?:\(\d{1,4}\)|\d{1,5})(?:\s?[\s\-–.]?\s?\d{2,4}){0,4}(?!\d)(?:\s?[-–]\s?\d{1,2}(?!\d))?"
    # 0 2141 5100, 5101: the last four figures of a second line
    r"(?:(?<=\d\d\d[\s-]\d\d\d\d)(?:\s?[,/]\s?\d{4}(?![\s-]?\d))+)?"
    r"(?:\s\(\d{4,5}\)(?=\s*$))?"  # 0 7412 3456 (1402): within the house
    r"(?:\s*\(?(?:ต่อ|กด|ถึง|ภายใน|ext\.?)\s*\(?\d{1,6}\)?(?:\s*(?:[,/\-–]|หรือ|และ)\s*\d{1,5}(?![\s\-–]{0,3}\d))*)?",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 4  # สายด่วน ๑๕๖๗
_OF_A_HOUSE = 2  # of a telephone within a house: โทร. ๑๒
_FREQUENCY = re.compile(r"\d{2,3}\.\d{2,4}")  # ๑๖๒.๑๒๕: of a radio
# Figures among telephones that are none: ๐๘.๓๐ - ๑๖.๓๐ น. | ถนน… ๑๐๒๑๐ | มท. ๗๕๘๑๑
_NO_PHONES = re.compile(
    r"มท\.?\s?[\d๐-๙]{4,5}(?![\d๐-๙])"  # the ministry's own net
    r"|[\d๐-๙]{1,2}[.:][\d๐-๙]{2}\s*(?:(?:-|–|ถึง)\s*[\d๐-๙]{1,2}[.:][\d๐-๙]{2}\s*)?(?:น\.|นาฬิกา)"
    r"|(?:^\s*[\d๐-๙]{1,4}(?:/[\d๐-๙]{1,4})?\s+)?(?:ถนน|ถ\.|ซอย|ตำบล|หมู่|อำเภอ|จังหวัด|แขวง|เขต|รหัสไปรษณีย์|ภายในวันที่).*"
)
_RIGHT_BEHIND = re.compile(r"[\s.:…]*(?:ทหาร|ทบ|ภายใน)?[\s.:…]*")  # โทร. 114 | โทร.ทหาร 114


def find_phones(text: str) -> list[str]:
    """The telephone numbers of a text, digits Arabic, spaced as printed.

    >>> find_phones("๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘๙, ๐๘ ๑๒๓๔ ๕๖๗๘")
    ['0 2123 4567 ต่อ 89', '08 1234 5678']
    """
    found = []
    text = _NO_PHONES.sub(lambda match: " " * len(match.group()), text)
    for match in _NUMBER.finditer(arabic(text)):
        number = " ".join(match.group().replace("–", "-").split())
        number = number if "(" in number else number.rstrip(")")  # (งานบุคลากร โทร. …)
        inside = _RIGHT_BEHIND.fullmatch(text, 0, match.start()) and number.isdigit()
        inside = inside and not (len(number) == _OF_A_HOUSE and number.startswith("0"))
        if _FREQUENCY.fullmatch(number):
            continue
        if sum(sign.isdigit() for sign in number) >= (_OF_A_HOUSE if inside else _FEWEST_DIGITS):
            found.append(number)
    return found


def is_phone(text: str) -> bool:
    """Whether a text is a telephone number and no more."""
    return _NUMBER.fullmatch(arabic(text.strip())) is not None
