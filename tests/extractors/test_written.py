"""Values half printed, half written by hand: one field, its doubt said, its other readings kept."""

from __future__ import annotations

import pytest

from extractors.describe import describe
from extractors.doubt.doubts import DOUBTFUL, is_doubtful
from extractors.record import KEPT, Record
from pipeline.models import Box, Candidate, Document, Line, Page, Stamp, Word, Writing
from saraban.fields import doubts

_HEIGHT = 0.012


def printed(text: str, top: float, left: float = 0.12) -> Line:
    box = Box(left, top, left + 0.008 * len(text), top + _HEIGHT)
    return Line(text, 1, box, 0.93, (Word(text, box, 0.93),))


def filled(
    before: str, readings: dict[str, float], after: str, top: float, left: float = 0.12
) -> Line:
    """A line between whose printed parts the first reading is written."""
    first = next(iter(readings))
    at = left + 0.008 * len(before)
    end = at + 0.03
    boxes = (Box(left, top, at, top + _HEIGHT), Box(at, top - 0.01, end, top + _HEIGHT))
    last = Box(end, top, end + 0.008 * len(after), top + _HEIGHT)
    words = [Word(before, boxes[0], 0.93), Word(first, boxes[1], readings[first])]
    words += [Word(after, last, 0.93)] if after else []
    candidates = tuple(Candidate(text, chance) for text, chance in readings.items())
    return Line(
        before + first + after,
        1,
        Box(left, top, last.right, top + _HEIGHT),
        0.9,
        tuple(word for word in words if word.text),
        written=(Writing(boxes[1], candidates, ("in another ink",), "$๘"),),
    )


def letter(number: Line, date: Line, *stamps: Stamp, foot: tuple[Line, ...] = ()) -> Record:
    lines = (
        number,
        printed("กรมการข้าว", 0.12, 0.6),
        date,
        printed("เรื่อง การสำรวจพื้นที่เพาะปลูก", 0.2),
        printed("เรียน ผู้ว่าราชการจังหวัดทุกจังหวัด", 0.23),
        printed("ด้วยกรมการข้าวจะสำรวจพื้นที่เพาะปลูกข้าวทั่วประเทศ จึงขอให้จังหวัดแจ้งเกษตรกร", 0.27, 0.2),
        printed("จึงเรียนมาเพื่อโปรดดำเนินการ", 0.32, 0.2),
        printed("ขอแสดงความนับถือ", 0.38, 0.45),
        printed("(นายสมชาย ใจดี)", 0.46, 0.45),
        printed("อธิบดีกรมการข้าว", 0.48, 0.45),
        *foot,
    )
    return describe(Document((Page(1, lines, stamps=stamps),)))


NUMBER = filled("ที่ กษ ๒๖๐๑/", {"ว๗๑๔": 0.9, "ว๗๗๔": 0.06, "ว7๑๔": 0.03}, "", 0.12)
DATE = filled("", {"๑๔": 0.7, "๑๗": 0.2, "๑๙": 0.05}, " มิถุนายน ๒๕๖๖", 0.16, 0.5)


def test_both_parts_are_one_field_that_says_what_is_written():
    record = letter(NUMBER, DATE)
    number, date = record.number, record.date
    assert (number.value, number.text) == ("กษ 2601/ว 714", "กษ ๒๖๐๑/ว๗๑๔")
    assert date.value == "2023-06-14"
    # two ways to write one number are one reading
    assert [(r.value, r.chance) for r in number.readings] == [
        ("กษ 2601/ว 714", 0.93),
        ("กษ 2601/ว 774", 0.06),
    ]
    for field in (number, date):
        assert field.confidence < DOUBTFUL
        assert "written by hand or stamped, not printed (in another ink)" in field.note
        assert "“$๘”" in field.note
        assert field.readings[1].value in field.note
    assert {"ที่", "วันที่"} <= set(doubts(record.model_dump(mode="json")))


def test_letters_that_no_list_of_codes_has_were_mostly_made_of_others():
    number = filled("ที่ ", {"กล ๒๖๐๑/๗๑": 0.5, "กษ ๒๖๐๑/๗๑": 0.3, "กษ ๒๖๐๑/๗๗": 0.1}, "", 0.12)
    readings = letter(number, DATE).number.readings
    assert [(one.value, round(one.chance, 2)) for one in readings] == [
        ("กษ 2601/71", 0.54),
        ("กล 2601/71", 0.18),
        ("กษ 2601/77", 0.18),
    ]


def test_the_contract_shows_the_readings_in_the_note_and_the_archive_keeps_them():
    record = letter(NUMBER, DATE)
    assert "readings" not in record.model_dump(mode="json")["number"]
    assert Record.model_validate(record.model_dump(mode="json", context=KEPT)) == record


@pytest.mark.parametrize(
    ("readings", "month", "value"),
    [
        ({"๓๑": 0.8, "๓๐": 0.1}, "มิถุนายน", "2023-06-30"),
        ({"๓๑": 0.8, "๓๐": 0.1}, "กรกฎาคม", "2023-07-31"),
        ({"๒๙": 0.8, "๒๘": 0.1}, "กุมภาพันธ์", "2023-02-28"),
    ],
)
def test_a_day_that_the_month_has_not_is_no_reading(readings, month, value):
    record = letter(NUMBER, filled("", readings, f" {month} ๒๕๖๖", 0.16, 0.5))
    assert record.date.value == value
    assert len(record.date.text) > len(month)


def test_a_letter_is_not_received_before_it_is_dated():
    words = ("จังหวัดแพร่", "เลขรับ ๘๑๐", "วันที่ ๑๖ มิ.ย. ๒๕๖๖")
    lines = tuple(printed(text, 0.03 + 0.015 * at, 0.7) for at, text in enumerate(words))
    later = filled("", {"๑๗": 0.6, "๑๔": 0.3}, " มิถุนายน ๒๕๖๖", 0.16, 0.5)
    record = letter(NUMBER, later, Stamp(1, Box(0.7, 0.03, 0.95, 0.08), lines))
    assert record.receipts[0].date == "2023-06-16"
    assert record.date.value == "2023-06-14"
    assert "it was received on that day" in record.date.note
    assert record.date.confidence < DOUBTFUL


def test_a_date_stamp_at_the_foot_vouches_for_the_day():
    record = letter(NUMBER, DATE, foot=(printed("๑๗ มิถุนายน ๒๕๖๖", 0.52, 0.45),))
    assert record.date.value == "2023-06-17"
    assert not is_doubtful(record.date)
    assert record.date.note.startswith("Witnessed: a date stamp")
    assert "วันที่" not in doubts(record.model_dump(mode="json"))


def test_a_later_day_that_is_far_unlikelier_is_that_of_who_decides():
    """A superior's date stamp some days on bears another of the readings."""
    day = filled("", {"๑๔": 0.9, "๑๕": 0.05}, " มิถุนายน ๒๕๖๖", 0.16, 0.5)
    record = letter(NUMBER, day, foot=(printed("๑๕ มิถุนายน ๒๕๖๖", 0.52, 0.45),))
    assert record.date.value == "2023-06-14"


def test_the_31st_of_no_month_leaves_the_day_blank():
    record = letter(NUMBER, filled("", {"๓๑": 0.9}, " กุมภาพันธ์ ๒๕๖๖", 0.16, 0.5))
    assert record.date is None or record.date.value == "2023-02"
