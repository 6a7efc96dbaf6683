"""Which item of a letter's head a line opens: ที่, เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates import find_dates
from extractors.head.memo import begins_unit
from extractors.number import bare_number, match_number
from extractors.number_forms import DATED
from extractors.text.keywords import ITEMS, after_word, that_may_begin
from extractors.text.people import is_post
from pipeline.layout import Row
from pipeline.models import Line
from pipeline.thai_digits import arabic

# ที่ /๒๕๖๔ | ที่ ...../๒๕๖๔ | ที่ ซูซี๑ /๒๕๖๔ (handwriting that was not read)
_BLANK_NUMBER = re.compile(r"\s*[^\s/]{0,10}\s*/\s*[\d๐-๙]{2,4}\s*$")

# เลขที่ ๔/๒๕๖๗ on a line of its own under the subject of an announcement
_WHOLE_LINE = re.compile(r"\s*[\d๐-๙]{1,5}\s*/\s*[๒2][๔๕45][\d๐-๙]{2}\s*$")

# เลขที่ ๑๒/๖๕ ถนนมิตรภาพ
_OF_A_HOUSE = re.compile(r"\s*(?:หมู่|ม\.|ถนน|ถ\.|ซอย|ซ\.|ตรอก|ตำบล|ต\.|แขวง|อาคาร|ชั้น|อำเภอ|อ\.)")

# เรื่องที่ประธานแจ้งให้ทราบ, เรื่องเดิม: words that เรื่อง begins
_NO_SUBJECT = re.compile(r"(?:ที่|เดิม|อื่น|ราว|ร้อง|เสนอ|รับรอง|เพื่อ|สืบ|แจ้ง|สั้น|ของ)")

# เมือง: a district in a cell; เรือ ต.๙๙๑: a boat
_A_LETTER_OFF = re.compile(r"\W*(?:เมือง|เรือ\s)")

# A memo of police or army names the addressee without เรียน: ผบก.ภ.จว.น่าน
_RANKED = re.compile(r"\s*(?:ผบก|ผบช|ผกก|ผบ\.|ผบ\s?ตร|รอง\s?ผบ|จก\.|สวญ|สว\.|ผอ\.)")

_OF_OFFICES = re.compile(r"(?:ใด|ประจำ|ที่(?!ว่าการ|ทำการ)|ใน|ต่าง|และ|หรือ|ทุก|อื่น|ตาม|ซึ่ง|ระดับ)")

_BEHIND_A_WORD = re.compile(r"[\s:.…_\d๐-๙]|[-–,]\s")  # เรียน- นายก…: a fleck before the addressee
_LONGEST_BEHIND_A_DAY = 40  # letters: เวลา ๑๐.๐๐ น. | โทร. …

_FLECK = re.compile(r"\s?[-–]\s?(?=[ก-ฮ\d๐-๙])")  # ที-๐๐๒๑.๑๓/๔๔: a stroke or a mark that fell
_STAMP_LABEL = re.compile(
    r"\W*(?:ผู้(?:ลง)?รับ|เลข(?:ที่)?\s?รับ|รับ(?:เลข)?ที่|ลงรับ|เวลา|วันที่|วันรับ)[\s.…:_\-]*(?:น\.?)?[\s.…]*"
)

OpenedItems = dict[str, tuple[list[Line], int]]  # name → its lines, where its content begins


# จาก ผบพ.กบห.ฉ.๒: a unit in abbreviations
_ABBREVIATED = re.compile(r"(?:[ก-ฮ]{1,5}\.){2,}[\dก-ฮ.๐-๙]*(?=\s|$)|[ก-ฮ]{2,5}\.(?=\s|$)")


def _is_somebody(text: str) -> bool:
    """Whether an office or a post follows: จาก │ แผนกความปลอดภัย, จาก : ผจก.สาขา"""
    name = text.lstrip(" :.…_\t")
    abbreviated = _RANKED.match(name) or _ABBREVIATED.match(name)
    return begins_unit(name) or is_post(name) or abbreviated is not None


def _is_cited(text: str, start: int) -> bool:
    """Whether no number follows, or one with its date behind it: another paper's."""
    mention = match_number(text, start)
    return mention is None or DATED.match(arabic(text), mention.end) is not None


def _is_sentence(text: str) -> bool:
    """Whether a day is followed by more than a date's line has behind it."""
    days = find_dates(text)
    return bool(days) and len(text[days[0].end :].strip()) > _LONGEST_BEHIND_A_DAY


def _is_of_paper(text: str, start: int) -> bool:
    """Whether เลขที่ heads a paper's number: ๑๒/๒๕๖๖, ศธ ๐๔๐๐๑/๑๒, ๕-๕๕-๐๑/๐๐๑๒; ๙๙/๑๒ is that of a
    house, as is what a street stands behind."""
    mention = match_number(text, start)
    if mention is None or _OF_A_HOUSE.match(text, mention.end):
        return False
    told = re.search(r"[ก-ฮA-Z]|-.*-", mention.text) is not None
    return told or mention.number.year is not None


def is_stamp_label(text: str) -> bool:
    """Whether a piece of a row is a word of a received stamp with nothing read behind it.

    >>> is_stamp_label("ผู้รับ .."), is_stamp_label("เวลา ........ น."), is_stamp_label("ผู้รับจ้าง")
    (True, True, False)
    """
    return _STAMP_LABEL.fullmatch(text) is not None


def item_text(lines: Sequence[Line], place: int) -> str:
    """The text of a piece of a row; behind a bare เลขที่, ที่, จาก or ส่วนงาน that
    of the next, too."""
    text = lines[place].text
    word, last = text.strip(" :.…"), place + 1 == len(lines)
    if last or word not in ("เลขที่", "ที่", "จาก", "ส่วนงาน"):
        return text
    behind = lines[place + 1].text
    if word == "ส่วนงาน":  # in a table it heads a column
        cell = place + 2 == len(lines) and (begins_unit(behind) or "โทร" in behind)
        return f"{text} {behind}" if cell else text
    goes_on = word in ("เลขที่", "จาก") or match_number(behind) is not None
    return f"{text} {behind}" if goes_on else text


def opens_item(text: str, seen: OpenedItems) -> tuple[str, int] | None:
    """The item that a line opens, and where its content begins; each item opens once."""
    for name, words in ITEMS.items():
        if name in seen:
            continue
        for word in that_may_begin(text, words):
            end = after_word(text, word)
            if end is not None and name == "number" and (fleck := _FLECK.match(text, end)):
                end = fleck.end()
            if end is not None and _fits(name, word, text, end, seen):
                return name, end
    return _greets(text, seen)


def _fits(name: str, word: str, text: str, end: int, seen: OpenedItems) -> bool:
    """Whether a word of an item opens it, by what follows at `end` and by what stands above."""
    if name == "number":
        return _heads_number(word, text, end, seen)
    follows = text[end : end + 1]
    if follows and not _BEHIND_A_WORD.match(text, end) and len(word) < 6:
        return False
    if word == "เสนอ" and not {"office", "subject"} <= seen.keys():
        return False  # a memo of the forces is laid before somebody
    match name:
        case "enclosure":  # สิ่งที่ส่งมาด้วย ๒ over an enclosure: a label
            return bool(seen.keys() & {"subject", "recipient"})
        case "date":  # no day of a meeting, on a line of its own in the text
            # …ถึง│วันที่ ๓๑ สิงหาคม ๒๕๖๑ ในระหว่างนั้นสมาชิกใช้บริการได้…
            return not ({"subject", "recipient"} <= seen.keys() or _is_sentence(text[end:]))
        case "sender":  # จากการตรวจสอบ…
            return "subject" not in seen and _is_somebody(text[end:])
        case "office":
            return _heads_office(word, text, end, seen)
        case "subject":
            return not (_NO_SUBJECT.match(text, end) or _A_LETTER_OFF.match(text))
    return True


def _heads_number(word: str, text: str, end: int, seen: OpenedItems) -> bool:
    """Whether ที่ or เลขที่ heads the number of this paper, be it blank."""
    if "subject" in seen and not _WHOLE_LINE.match(text, end):
        return False
    own = "sender" in seen  # จาก … / ถึง … / ที่ … ลงวันที่ …, of a memo
    if "recipient" in seen and not own and _is_cited(text, end):
        return False
    bare = bare_number(text, end)
    if bare and (word == "เลขที่" or not bare.text[0].isdigit()):  # ที่ ง ๒๗๑, of a section
        return True
    blank = _BLANK_NUMBER.match(text, end) or re.fullmatch(r"[\s.…_:/]*", text[end:])
    if match_number(text, end) is None and not blank:
        return False
    return word != "เลขที่" or _is_of_paper(text, end)


def _heads_office(word: str, text: str, end: int, seen: OpenedItems) -> bool:
    """Whether the office follows whose memo it is; the words other than ส่วนราชการ stand in texts,
    too: ส่วนราชการใดที่ยังมิได้ส่งแผน… | …หน่วยงาน at the end of a line, หน่วยงานส่วนกลาง within."""
    if _OF_OFFICES.match(text, end):
        return False
    apart = re.match(r"[\s:.…_]", text[end : end + 1]) is not None
    return word == "ส่วนราชการ" or (apart and "subject" not in seen)


def _greets(text: str, seen: OpenedItems) -> tuple[str, int] | None:
    """The addressee where no item tells it: จาก … ถึง …, and under the subject เรียน again; a rank
    alone in a memo of the forces."""
    order = list(seen)
    addressed = {"recipient", "subject"} <= seen.keys()
    if addressed and order.index("recipient") < order.index("subject"):
        end = after_word(text, "เรียน", loose=False)
        if end is not None and text[end : end + 1].isspace() and "greeting" not in seen:
            return "greeting", end
    if {"office", "subject"} <= seen.keys() and "recipient" not in seen and _RANKED.match(text):
        return "recipient", 0
    return None


def number_below(rows: Sequence[Row], text: str, start: int) -> bool:
    """Whether one of the rows below bears the number that a ที่ lacks, behind which `text` goes on
    at `start`."""
    if match_number(text, start) is not None:
        return False
    below = (line for row in rows for line in row.lines)
    ends = ((line.text, after_word(line.text, "ที่")) for line in below)
    return any(end is not None and match_number(text, end) is not None for text, end in ends)
