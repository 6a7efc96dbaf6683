"""Lines that bear a document's number or date, and which part of them may be written by hand.

The forms are those of the regulation on correspondence (งานสารบรรณ, B.E. 2526): a letter's number
is ที่, a printed code, / and a running number that is filled in last; an order's is ที่, a running
number and / with the printed year; a date's day is filled in before a printed month.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.models import Box, Line
from pipeline.word_places import word_places

SURE = 0.85  # confidence from which a word of print is left alone
HEAD = 0.35  # of the page, in which a letter bears its number and date
SUBJECT = re.compile(r"\s*เรื่อง(?:\s|$)")
_LONGEST = 60  # characters
_FOOT = 0.2  # heights of a label: what of a pen's writing above its dots reaches into its row
_LONGEST_DAY = 10  # characters that the recogniser makes of a written day

_DIGIT = r"[\d๐-๙]"
_MONTH = (
    r"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|"
    r"ธันวาคม|(?:[มกสตพธ]|มี|เม|มิ)\s?\.\s?[คพยี](?:\s?\.|(?=\s\S)))"
)
_ERA_IN_FULL = "(?:[ก-ฮ]?ุ?ทธศักราช)"  # its first letter is easily misread
# ๑๕ กุมภาพันธ์ ๒๕๖๔ | วันที่ .... มีนาคม ๒๕๖๖ | สั่ง ณ วันที่ 9๗ กรกฎาคม พ.ศ. ๒๕๖๘ | สิงหาคม ๒๕๖๕ | (วัน-)
# ที่ ๑๓ มีนาคม ๒๕๖๙ | มีนาคม พุทธศักราช ๒๕๖๘
_DATE = re.compile(
    rf"(?P<before>\s*(?:[ก-๎]{{2,8}} ?ณ ?)?(?:(?:วัน)?ที่)?)(?P<part>.{{0,{_LONGEST_DAY}}}?)"
    rf"(?P<after>(?:เดือน\s*)?{_MONTH}\s*(?:\.\s*(?={_DIGIT}))?(?:พ\s?\.\s?ศ\s?\.|{_ERA_IN_FULL})?"
    rf"\s*{_DIGIT}{{2,4}})"
    r"[\s.…_\-–'’]*"
)
# วันที่ ๒๒ เดือน มกราคม พ.ศ. ๒๕๖๘ | วันที่ เดือน ก.พ. ๖๖, whose day was not read
DAY_OF_A_ROW = re.compile(
    rf"\W*(?:[ก-๎]{{2,8}} ?ณ ?)?วันที่[\s.…_]*(?:{_DIGIT}{{1,2}}[\s.…_]*)?(?:เดือน\s*)?{_MONTH}\s*"
    rf"(?:พ\s?\.?\s?ศ\s?\.?|{_ERA_IN_FULL})?\s*{_DIGIT}{{2,4}}"
)
_WHOLE_DAY = re.compile(rf"[\s.…_]*(?:{_DIGIT}{{1,2}}|[0-3๐-๓] {_DIGIT})[\s.…_]*")  # 2 0: a dater's

# The mark over ที่ is easily lost; a speck of the paper may stand before it
_KEYWORD = r"(?P<before>[\s.,'’·|]*(?:เลข)?ที(?:่|(?=\s))[\s.…_]*)"
_CODE = r"(?:[ก-ฮ]{1,4}\.?|[ก-ฮ](?:\.[ก-ฮ]){1,3}\.?|[A-Z]{2,6})(?:\s*\([ก-ฮ.\s]{1,12}\))?"
_UNIT = (  # ๐๖๐๕.๑๑(๒) | ๘๓๙๓(๘).๒
    rf"{_DIGIT}{{1,5}}(?:\s?\.\s?{_DIGIT}{{1,5}})*"
    rf"(?:\s?\({_DIGIT}{{1,3}}\)(?:\s?\.\s?{_DIGIT}{{1,3}}(?=\s?/))?)?"
)
# 0020.14(11): of the police, the letters left out between its own units
_NAMELESS = rf"[0๐][0๐]{_DIGIT}{{2}}(?:\s?\.\s?{_DIGIT}{{1,3}})*(?:\s?\({_DIGIT}{{1,3}}\))?"
# 0020(นว).5(10) | 0015.(จร) | 0020.(พช)(4) | 0021(นว)(23).1/: the units of police stations
_BRACKETED = (
    rf"(?:\s?\.?\s?\([ก-ฮ.]{{1,8}}\)(?:\s?\.?\s?(?:{_DIGIT}{{1,3}})?(?:\s?\({_DIGIT}{{1,3}}\))?)?"
    rf"(?:\s?\.\s?{_DIGIT}{{1,2}}(?=\s?/))?)?"
)
_SUB_OFFICE = rf"(?:\s*/\s*(?!ว)[ก-ฮ]{{1,4}}\s?\.?\s?{_DIGIT}{{0,4}}(?=\s*/))*"  # 0033/รพ.2/477
_BRANCH = rf"(?:\s?[-–]\s?{_DIGIT}{{1,3}}(?=\s*/))?"  # 55714-19/: a branch of a state enterprise
_PROVINCE = (
    r"(?:\s[ก-ฮ]{2}(?=\s*/))?"  # ตผ 0048 ชย/: an office's branch by the letters of its province
)
# ที่ กษ ๐๓๐๒.๔/ว ๒๕๖๑ | ที่ ศธ ๐๔๐๐๑/ | ที่ นร 1004
_LETTER = re.compile(
    rf"{_KEYWORD}(?P<code>(?:{_CODE}\s*{_UNIT}{_BRANCH}{_PROVINCE}|{_NAMELESS}){_BRACKETED}{_SUB_OFFICE})(?P<part>\s*\.?(?:/|\s|$|[^\d๐-๙]).*?)??"
    r"(?P<after>\s+วันที่.*)?"  # memos: read as one line
)
_WHOLE_RUNNING = re.compile(  # a sign behind it is what was made of another figure
    rf"\s*\.?\s*/\s*(?:ว\s?\.?\s*)?{_DIGIT}{{1,7}}(?!{_DIGIT}|[,;'’‘\"“”`~*^]).*"
)
# ที่ ๘๔/๒๕๖๒ | ที่ ต-๑ /๒๕๖๒ | ที่     /๒๕๖๒
_ORDER = re.compile(
    rf"{_KEYWORD}(?P<part>.{{0,12}}?)(?P<after>\s*/\s*[2๒][4-6๔-๖]{_DIGIT}{{2}})[\s.…]*"
)
# คำสั่งจังหวัดตาก ที่ | เลขที่ | ที่ สกช., and apart from it on the same row /๒๕๖๖: what is filled in
# between stands in another ink
_OPEN = re.compile(
    r"(?:(?:.{0,45}?(?:\s|บัตร)|\W?)(?:เลข)?ที่(?:คำ[ก-๎]{2,6}|ใบ[ก-๎]{2,10})?|\W?ที?(?=\s))[\s.…_]*"
    r"(?:[ก-ฮ]{1,5}\s?\.\s?|[ก-ฮ]{1,4}\s*$){0,3}"  # ที่ วก | เลขที่คำร้อง
    r"(?:\([ก-ฮ.]{1,8}\))?[\s.…_]*"  # เลขที่ กฟช. บปต.(ปก)
    r"(?:[^\w\sก-๎/.…_]{1,2})?"  # ที่ :, made of a stroke of what is filled in
)
_YEAR = re.compile(  # /๒๕๖๖ | /๖๙
    rf"[^\d๐-๙ก-๎]*/\s*(?:[2๒][4-6๔-๖]{_DIGIT}{{2}}|[4-7๔-๗]{_DIGIT})[\s.…]*"
)
_WIDEST = 0.2  # of the page, between the two
_WHOLE_ORDER = re.compile(rf"\s*{_DIGIT}{{1,5}}\s*")

Kind = Literal["letter", "order", "day"]


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A line with a number or a date; `line.text[start:end]` is what is filled in last.

    Of a letter this part begins with the / between code and running number, if that was read; its
    code begins at `code`. `whole`: the part has the form that it should have; `sure`: and every
    word of it was surely read.
    """

    line: Line
    kind: Kind
    code: int
    start: int
    end: int
    whole: bool
    sure: bool


def stands_on_row(piece: Box, label: Box) -> bool:
    """Whether what a pen wrote stands on a label's row: level with it, or above its dots with its
    foot in the row."""
    both = min(piece.bottom, label.bottom) - max(piece.top, label.top)
    return piece.on_row_of(label) or (
        both > _FOOT * label.height and piece.bottom <= label.bottom + _FOOT * label.height
    )


def header_line(line: Line) -> HeaderLine | None:
    """The line as one that bears a number or a date; None if it bears none."""
    if len(line.text) > _LONGEST:
        return None
    kind: Kind
    for kind, form, whole in _FORMS:
        match = form.fullmatch(line.text)
        if match is None or (kind == "day" and not _may_be_day(match)):
            continue
        start = match.end("code") if kind == "letter" else match.start("part")
        end = match.end("part") if match["part"] is not None else start
        is_whole = whole.fullmatch(line.text, start, end) is not None
        if kind == "letter":  # 9 behind Thai figures was made of a ว
            is_whole = is_whole and not _is_mixed(line.text[match.start("code") : end])
        sure = is_whole and _surely_read(line, start, end)
        if kind == "letter":  # a misread stroke makes the running number part of the code
            sure = sure and _surely_read(line, match.start("code"), start)
        return HeaderLine(line, kind, match.end("before"), start, end, is_whole, sure)
    return None


def bears_day(line: Line) -> bool:
    """Whether a month is printed on a line, with its day or a place for a pen to fill it in."""
    place = header_line(line)
    return place is not None and place.kind == "day"


def year_beside(line: Line, row: Sequence[Line]) -> Line | None:
    """The year that belongs to a number that ends a line, where it stands apart on the same row."""
    if _OPEN.fullmatch(line.text) is None:
        return None
    behind = [other for other in row if other.box.left >= line.box.right]
    year = min(behind, key=lambda other: other.box.left, default=None)
    if year is None or year.box.left - line.box.right > _WIDEST:
        return None
    return year if _YEAR.fullmatch(year.text) else None


def open_order(line: Line) -> HeaderLine:
    """The line as one at whose end a number is to be filled in."""
    end = len(line.text)
    return HeaderLine(line, "order", end, end, end, whole=False, sure=False)


_FORMS: tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...] = (
    ("order", _ORDER, _WHOLE_ORDER),
    ("letter", _LETTER, _WHOLE_RUNNING),
    ("day", _DATE, _WHOLE_DAY),
)


def _may_be_day(match: re.Match[str]) -> bool:
    """Whether what stands before the month can be what a recogniser of print makes of digits."""
    return len(re.findall(r"[ก-ฮ]", match["part"])) <= 2


def _is_mixed(text: str) -> bool:
    return re.search("[0-9]", text) is not None and re.search("[๐-๙]", text) is not None


def _surely_read(line: Line, start: int, end: int) -> bool:
    return all(
        word.confidence >= SURE
        for first, last, word in word_places(line)
        if first < end and last > start and word.text.strip(".…_ ")
    )
