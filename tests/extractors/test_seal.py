"""A stamped letter bears its day in its seal, which is no received stamp."""

from __future__ import annotations

from extractors.describe import read_record
from pipeline.models import Box, Document, Line, Page, Stamp
from pipeline.plain_text import page_from_text

TEXT = (
    "ที่ ตก ๐๐๑๗.๒/ว ๕๓",
    "ถึง ส่วนราชการทุกแห่งในจังหวัดตาก",
    "จังหวัดตากขอส่งแผนมาพร้อมนี้ และขอให้ส่งรายชื่อ",
    "ภายในวันที่ ๓๐ พฤศจิกายน ๒๕๖๕",
    "สำนักงานจังหวัดตาก",
    "โทร. ๐ ๕๕๐๐ ๐๐๐๐",
)


def lines(texts: tuple[str, ...], left: float, top: float) -> tuple[Line, ...]:
    return tuple(
        Line(text, 1, Box(left, top + row * 0.03, left + 0.3, top + row * 0.03 + 0.02), 0.93)
        for row, text in enumerate(texts)
    )


def letter(*stamps: tuple[str, ...], foot: tuple[str, ...] = ()) -> Document:
    pressed = (Stamp(1, Box(0.6, 0.5, 0.9, 0.7), lines(texts, 0.6, 0.5)) for texts in stamps)
    return Document((Page(1, lines((*TEXT, *foot), 0.14, 0.1), stamps=tuple(pressed)),))


def test_the_date_in_the_seal_is_the_letters_and_no_receipt() -> None:
    record = read_record(letter(("| จังหวัดตาก", "| ๒๑ พ.ย. ๒๕๖๕")))
    assert record.kind == "stamped_letter"
    assert record.date and record.date.value == "2022-11-21"
    assert not record.receipts


def test_a_received_stamp_is_one_and_dates_nothing() -> None:
    stamp = ("จังหวัดตาก", "เลขรับ ๘๑", "วันที่ ๒๓ พ.ย. ๒๕๖๕")
    record = read_record(letter(stamp, foot=("๒๑ พฤศจิกายน ๒๕๖๕",)))
    assert record.date and record.date.value == "2022-11-21"
    assert [receipt.date for receipt in record.receipts] == ["2022-11-23"]


def test_a_seal_and_a_typed_day_that_differ_are_doubted() -> None:
    seal = ("จังหวัดตาก", "๒๑ พ.ย. ๒๕๖๕")
    record = read_record(letter(seal, foot=("๒๒ พฤศจิกายน ๒๕๖๕",)))
    assert record.date and record.date.note and "2022-11-22" in record.date.note


def test_a_stamp_that_tells_the_time_is_a_received_stamp() -> None:
    stamp = ("รพ.สต.ดอนแก้ว", "เลขที่ ๘๑", "วันที่ ๒๓ พ.ย. ๖๕", "เวลา ๑๕.๐๐ น.")
    record = read_record(letter(stamp, foot=("๒๑ พฤศจิกายน ๒๕๖๕",)))
    assert record.date and record.date.value == "2022-11-21" and not record.date.note
    assert [(one.number, one.time) for one in record.receipts] == [("81", "15:00")]


def test_a_province_that_ends_a_name_in_the_seal_is_not_the_issuer() -> None:
    record = read_record(letter(("อุตสาหกรรม", "จังหวัดตาก", "๒๑ พ.ย. ๒๕๖๕")))
    assert record.issuer and (record.issuer.note or record.issuer.value != "จังหวัดตาก")


def test_a_date_whose_day_the_seal_made_unreadable_is_told_by_its_month() -> None:
    text = (
        "ที่ วธ ๐๔๒๓/ว ๑๒\nถึง สำนักวิทยบริการทุกแห่ง\nหอสมุดตัวอย่าง ขอส่งหนังสือมาพร้อมนี้\n"
        "กรมศิลปากร\n๒ู มิถุนายน ๒๕๖๘ //\nหอสมุดตัวอย่าง กลุ่มพัฒนาทรัพยากร\nโทร. ๐ ๒๒๘๑ ๐๐๐๐"
    )
    record = read_record(Document((page_from_text(text),)))
    assert record.date is not None and record.date.value == "2025-06" and record.date.note
    assert record.issuer is not None and record.issuer.value == "กรมศิลปากร"


def test_a_day_on_which_a_paragraph_ends_is_not_the_letters() -> None:
    body = (
        Line("ด้วยจังหวัดตากจัดประกวดร้องเพลง จึงขอให้ท่านปิดโปสเตอร์", 1, Box(0.26, 0.2, 0.9, 0.22), 0.93),
        Line("ไว้ในที่ที่เห็นได้ชัดเจน ผู้สนใจ", 1, Box(0.14, 0.24, 0.6, 0.26), 0.93),
        Line("สมัครได้ตั้งแต่บัดนี้ถึง", 1, Box(0.65, 0.24, 0.9, 0.26), 0.93),  # a piece of that row
        Line("วันที่ ๑๓ มิถุนายน ๒๕๖๘", 1, Box(0.14, 0.28, 0.33, 0.3), 0.93),
        Line("สำนักงานจังหวัดตาก", 1, Box(0.6, 0.36, 0.83, 0.38), 0.93),
        Line("๒๑ พฤษภาคม ๒๕๖๘", 1, Box(0.64, 0.4, 0.8, 0.42), 0.93),
    )
    head = lines(TEXT[:2], 0.14, 0.1)
    record = read_record(Document((Page(1, (*head, *body)),)))
    assert record.date and record.date.value == "2025-05-21"
