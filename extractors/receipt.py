"""Received stamps (ตรารับหนังสือ): the office that received, its number, date and time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import find_dates
from extractors.head.blocks import says_received, stamp_lines
from extractors.kind import read_kind
from extractors.received_office import as_addressed
from extractors.recipients import read_recipients
from extractors.record import DOUBT, Receipt, where
from extractors.text.keywords import after_word
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence, Passage
from extractors.written import UNWITNESSED
from pipeline.layout import joint
from pipeline.models import Document, Line
from pipeline.thai_digits import arabic

_NUMBER_WORDS = (
    *("เลขทะเบียนรับ", "ทะเบียนรับ", "เลขที่รับ", "เลขรับ", "รับเลขที่", "เลขรับที่", "รับที่"),
    *("หนังสือรับที่", "หนังสือรับเลขที่", "เลขที่หนังสือรับ", "ลำดับรับที่"),
)
_OTHER_WORDS = ("วันที่", "เวลา", "ผู้รับ", "วัน", "เรื่อง", "กลุ่ม", "ลงชื่อ", "รับวันที่", "ลงวันที่")
# The heading of a stamp that names nobody: หนังสือเข้า | ได้รับแล้ว
_HEADING = re.compile(
    r"\s*(?:รับหนังสือ|หนังสือรับ|หนังสือเข้า|ตรารับหนังสือ|ลงรับแล้ว|(?:ได้)?รับแล้ว|RECEIVED)\s*$", re.IGNORECASE
)
# คณะวิทยาศาสตร์ │รับที่ ๐๔๕๖: a stamp of one line
_WITHIN = re.compile(rf"(?<=[ก-๎])\s+(?=(?:{'|'.join(_NUMBER_WORDS)}))")
_LIKELY = 0.5  # chance from which a date that was not printed is told
# After เลขรับ: ๘๑๐ | ..... 810 | 1246/2565
_NUMBER = re.compile(
    r"[\s:.…_\-–]*(?:ที่)?\s*(?:\((?:ลับ|ด่วน)[ก-๎]*\))?[\s:.…_\-–]*(?:[ก-ฮ]{1,3}\.?\s)?(?P<number>(?:\d{1,3},\d{3}|\d{1,6})(?:\s?/\s?\d{2,4})?)(?![\d:])"
)
_BARE_NUMBER = re.compile(r"^[\s.…_]*(?P<number>\d{1,6}(?:/\d{2,4})?)[\s.…_]*$")
_SPACED_DAY = re.compile(
    r"(?<![\d๐-๙])([0-3๐-๓]) ([\d๐-๙])(?=\s*[ก-ฮ])"
)  # 2 4 ต.ค. 2567: a dater's
# เวลา 10:08 | ๐๙.๓๐ น. | 15.30
_TIME = re.compile(
    r"(?<!\d)(?<!\d[.:])(?P<hour>[01]?\d|2[0-3])\s?[:.]\s?(?P<minute>[0-5]\d)(?![\d:])(?!\.\d)"
)


def read_receipts(document: Document) -> tuple[Receipt, ...]:
    """All received stamps: told apart by their ink, or else found among the print."""
    found: list[Receipt] = []
    sealed = read_kind(document) == "stamped_letter"  # its own seal says no word of receiving
    for page in document.pages:
        for stamp in page.stamps:
            groups = _apart(stamp.lines)
            receipts = [_receipt(group, own_ink=True, sealed=sealed) for group in groups]
            found += [receipt for receipt in receipts if receipt is not None]
    groups = _groups(stamp_lines(document.lines))
    found += [receipt for group in groups if (receipt := _receipt(group)) is not None]
    addressees = [one.value for one in read_recipients(document)] if found else []
    return tuple(_as_addressed(one, addressees) for one in found)


def _as_addressed(receipt: Receipt, addressees: Sequence[str]) -> Receipt:
    """The receipt with its office as the addressee spells it; in doubt, if that differs."""
    office = as_addressed(receipt.office, addressees) if receipt.office else None
    if office == receipt.office:
        return receipt
    sure = min(DOUBT, receipt.confidence or 0.0)
    return receipt.model_copy(update={"office": office, "confidence": sure})


def _apart(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of an impression: of one stamp, or of several pressed close to each other."""
    numbers = [line for line in lines if _after(line.text, _NUMBER_WORDS) is not None]
    return _groups(lines) if len(numbers) > 1 else [list(lines)]


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each stamp: a new one begins at its office, or at a second เลขรับ."""
    groups: list[list[Line]] = []
    for line, below in zip(lines, (*lines[1:], None), strict=False):  # no lines, none below
        numbered = _after(line.text, _NUMBER_WORDS) is not None
        heads = below is not None and _after(below.text, _NUMBER_WORDS) is not None
        office = (
            not numbered
            and (heads or _after(line.text, _OTHER_WORDS) is None)
            and _says_office(line.text)
        )
        has_number = bool(groups) and any(
            _after(other.text, _NUMBER_WORDS) is not None for other in groups[-1]
        )
        if not groups or (office and has_number) or (numbered and has_number):
            groups.append([])
        groups[-1].append(line)
    return groups


def _receipt(lines: Sequence[Line], own_ink: bool = False, sealed: bool = False) -> Receipt | None:
    office: list[str] = []
    number: str | None = None
    said_received = own_ink and (
        says_received(lines) or any(_HEADING.match(line.text) for line in lines)
    )
    pieces = [piece for line in lines for piece in _WITHIN.split(line.text)]
    for place, text in enumerate(pieces):
        end = _after(text, _NUMBER_WORDS)
        if end is None and own_ink:
            end = _after(text, ("เลขที่",))
        elif end is not None:
            said_received = True
        if end is not None:
            match = _NUMBER.match(arabic(text), end)
            number = number or (re.sub(r"[\s,]", "", match["number"]) if match else None)
        elif _HEADING.match(text):
            continue
        elif (place == 0 or _after(text, _OTHER_WORDS) is None) and (
            _says_office(text)
            or (place and office[-1:] == pieces[place - 1 : place] and _goes_on(text))
        ):
            office.append(" ".join(text.split()))
        elif number is None and (bare := _BARE_NUMBER.match(arabic(text))):
            number = bare["number"]
    named = own_ink and not sealed and any(starts_office(line) for line in office)
    if not lines or not (said_received or named):
        return None
    passage = Passage.of(lines, separator="\n")
    date, time = _date_and_time("\n".join(line.text for line in lines if not _unlikely_date(line)))
    if not (said_received or date) or not (office or number or date or time):
        return None  # a word of receiving alone is print like any other
    evidence = passage.whole()
    sure = min([evidence.confidence, *(UNWITNESSED for line in lines if line.written)])
    return Receipt(
        office=_joined(office),
        number=number,
        date=date,
        time=time,
        **where(Evidence("", evidence.page, evidence.box, sure)),
    )


def _unlikely_date(line: Line) -> bool:
    """Whether a pen's or a dater's date is likelier wrong than right. Then it is not told: what is
    late, and which days a letter may bear, would be reckoned by it."""
    return any(each.candidates[0].chance < _LIKELY for each in line.written) and bool(
        find_dates(line.text)
    )


def _after(text: str, words: Sequence[str]) -> int | None:
    """Where the first of the words ends that the text begins with."""
    for word in words:
        end = after_word(text, word, loose=len(word) > 4)
        if end is not None:
            return end
    return None


def _goes_on(text: str) -> bool:
    """Whether a short line right under an office is the rest of its name: น่าน เขต ๒."""
    return re.match(r"\s*[ก-ฮเ-ไ][ก-๎]", text) is not None and not find_dates(text)


def _says_office(text: str) -> bool:
    letters = re.sub(r"[^ก-ฮ]", "", text)
    return starts_office(text) or (len(letters) > 4 and not find_dates(text))


def _date_and_time(text: str) -> tuple[str | None, str | None]:
    """The first whole date, and the time that stands outside of any date."""
    text = _SPACED_DAY.sub(r"\1\2", text)
    dates = find_dates(text)
    day = next((date.value for date in dates if date.precision == "day"), None)
    for match in _TIME.finditer(arabic(text)):
        if all(match.end() <= date.start or date.end <= match.start() for date in dates):
            return day, f"{int(match['hour']):02}:{match['minute']}"
    return day, None


def _joined(lines: Sequence[str]) -> str | None:
    text = ""
    for line in lines:
        text += (" " if text and starts_office(line) else joint(text, line)) + line
    return text or None
