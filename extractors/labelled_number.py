"""The number of a paper of any kind, where one must stand: behind ที่ or เลขที่ of an อ้างถึง.

Contracts, cases, licences and requests are numbered in ways that would be too bold to look for in
running text: คดีอาญาที่ ๑๑๘๗/๒๕๖๖ | หนังสือกู้เงิน ที่ ส ๖๔๐๐๑๑๒ | ใบอนุญาตเลขที่ ๑๐๔๔
"""

from __future__ import annotations

import re

from extractors.letter_number import LetterNumber, NumberMention
from extractors.number import match_number
from pipeline.thai_digits import arabic

_LABEL = re.compile(r"(?:(?:เลข|ดำ|แดง|อาญา|แพ่ง|คดี|สัญญา|รับ)\s?ที่|(?<![ก-๎])ที่)[\s:.…]*(?=[ก-ฮA-Z\d(])")
_FIGURES = re.compile(r"(?:[ก-ฮ]{1,4}(?:\.\s?|\s)|[A-Z]{1,5}[\s-]?)?\d{3,}(?![\d/,.]|\s?/)")
_HOUSE = re.compile(r"\s?(?:หมู่|ม\.|ถนน|ถ\.|ซอย|ตำบล|ต\.|แขวง)")  # เลขที่ ๑๒๓ หมู่ ๔: an address


def labelled_number(text: str, start: int, end: int) -> NumberMention | None:
    """The first number behind its word within `text[start:end]`; None if there is none.

    >>> labelled_number("คดีอาญาที่ ๑๑๘๗/๒๕๖๖ ของสถานีตำรวจภูธร", 0, 30).number.value
    '1187/2566'
    """
    plain = arabic(text[:end])
    for label in _LABEL.finditer(plain, start):
        found = match_number(text[:end], label.end()) or _figures(text, plain, label.end())
        if found and not _HOUSE.match(plain, found.end):
            return found
    return None


def _figures(text: str, plain: str, start: int) -> NumberMention | None:
    found = _FIGURES.match(plain, start)
    if found is None:
        return None
    number = LetterNumber(other=" ".join(found.group().split()))
    return NumberMention(start, found.end(), text[start : found.end()], number)
