"""What the head of a document says, over the genres that reach an inbox; examples made up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractors.head.blocks import cut_blocks
from extractors.issuer.read import read_issuer
from extractors.kind import is_circular, is_template, read_kind
from extractors.letterhead import read_date, read_number
from extractors.recipients import read_recipients
from extractors.subject import read_subject
from extractors.urgency import read_secrecy, read_urgency
from pipeline.models import Box, Document, Line, Page, Stamp
from pipeline.plain_text import page_from_text


@dataclass(frozen=True)
class Head:
    name: str
    text: str
    kind: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    recipients: tuple[str, ...] = ()
    circular: bool = False
    template: bool = False
    urgency: str | None = None
    secrecy: str | None = None


def _heads() -> tuple[Head, ...]:
    table = tomllib.loads(Path(__file__).with_name("heads.toml").read_text(encoding="utf-8"))
    return tuple(
        Head(**{**row, "recipients": tuple(row.get("recipients", ()))}) for row in table["head"]
    )


HEADS = _heads()


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.name)
def test_head(head: Head) -> None:
    document = Document((page_from_text(head.text),))
    number, date, issuer = read_number(document), read_date(document), read_issuer(document)
    subject = read_subject(document)
    assert (
        Head(
            name=head.name,
            text=head.text,
            kind=read_kind(document),
            number=number and number.value,
            date=date and date.value,
            issuer=issuer and issuer.value,
            subject=subject and subject.value,
            recipients=tuple(field.value for field in read_recipients(document)),
            circular=is_circular(document),
            template=is_template(document),
            urgency=read_urgency(document),
            secrecy=read_secrecy(document),
        )
        == head
    )


def test_what_is_missing_is_said() -> None:
    document = Document((page_from_text(HEADS[1].text),))
    number, date = read_number(document), read_date(document)
    assert number is not None and number.note and "running number" in number.note
    assert date is not None and date.note and "day" in date.note


def test_evidence_stands_where_the_ink_stands() -> None:
    document = Document((page_from_text(HEADS[0].text),))
    issuer = read_issuer(document)
    assert issuer is not None and issuer.page == 1 and issuer.box is not None
    assert issuer.box[0] > 0.4  # the right column


def _scan(*placed: tuple[str, float, float], stamps: tuple[Stamp, ...] = ()) -> Document:
    """A page read from a scan: lines as (text, left, top), 1 % of the width a character."""
    lines = tuple(
        Line(text, 1, Box(left, top, left + 0.01 * len(text), top + 0.015), 0.9)
        for text, left, top in placed
    )
    return Document((Page(1, lines, stamps=stamps),))


def test_a_number_read_in_pieces_on_one_row() -> None:
    document = _scan(
        ("ที่ มท ๐๓๐๙/", 0.1, 0.10),
        ("ว ๖๐๙", 0.23, 0.101),
        ("กรมการปกครอง", 0.6, 0.10),
        ("เรื่อง ทดสอบ", 0.1, 0.20),
    )
    number, issuer = read_number(document), read_issuer(document)
    assert number is not None and number.value == "มท 0309/ว 609"
    assert issuer is not None and issuer.value == "กรมการปกครอง"


def test_a_letterhead_under_a_stamp_is_doubted() -> None:
    document = _scan(
        ("ที่ มท ๐๓๐๙/๑", 0.1, 0.10),
        ("ส นั้ฟิติเงิม", 0.6, 0.10),
        ("กระทรวงมหาดไทย กทม. ๑๐๒๐๐", 0.6, 0.12),
        ("เรื่อง ทดสอบ", 0.1, 0.20),
    )
    issuer = read_issuer(document)
    assert issuer is not None and issuer.note and "could not be read" in issuer.note


def test_a_date_stamped_on_the_row_of_the_date() -> None:
    stamp = Stamp(
        1, Box(0.6, 0.1, 0.8, 0.12), (Line("๒๑ พ.ย. ๒๕๖๖", 1, Box(0.6, 0.1, 0.8, 0.12), 0.8),)
    )
    document = _scan(
        ("บันทึกข้อความ", 0.4, 0.05),
        ("ส่วนราชการ กองคลัง", 0.1, 0.08),
        ("ที่ นน ๐๐๓๓/๑", 0.1, 0.10),
        ("วันที่ ....", 0.5, 0.10),
        ("เรื่อง ทดสอบ", 0.1, 0.13),
        stamps=(stamp,),
    )
    date = read_date(document)
    assert date is not None and date.value == "2023-11-21"
    assert date.note and "stamped" in date.note


def test_the_body_begins_at_an_indent_where_places_are_real() -> None:
    document = _scan(
        ("ที่ มท ๐๓๐๙/๑", 0.1, 0.10),
        ("เรื่อง การส่งรายงานผลการดำเนินงานของหน่วย", 0.1, 0.20),
        ("ที่เกี่ยวข้อง", 0.17, 0.22),
        ("เรียน ผู้ว่าราชการจังหวัดน่าน", 0.1, 0.24),
        ("ขอให้จังหวัดรายงานผล", 0.25, 0.26),
    )
    subject, recipients = read_subject(document), read_recipients(document)
    assert subject is not None and subject.value.endswith("ของหน่วยที่เกี่ยวข้อง")
    assert [field.value for field in recipients] == ["ผู้ว่าราชการจังหวัดน่าน"]


def test_a_line_of_the_text_that_sounds_like_an_item_is_none() -> None:
    document = _scan(
        ("ที่ มท ๐๓๐๙/๑", 0.1, 0.10),
        ("ถึง จังหวัดน่าน", 0.1, 0.20),
        ("จังหวัดรายงานว่าราษฎรขอให้ดูแลตลิ่งพังหลายแห่ง และกรมกำชับใน", 0.25, 0.23),
        ("เรื่องนี้แล้ว จึงขอให้จังหวัดส่งแบบสำรวจที่ส่งมาด้วยและภาพถ่ายซึ่ง", 0.1, 0.26),
        ("อ้างถึงให้ทราบภายในวันที่ ๕ มีนาคม ๒๕๖๗", 0.1, 0.29),
    )
    blocks = cut_blocks(document)
    assert blocks.items.keys() == {"number", "recipient"}
    assert [line.text[:8] for line in blocks.body] == ["จังหวัดร", "เรื่องนี", "อ้างถึงใ"]


def test_what_lists_below_the_addressee_is_text_though_no_blank_line_parts_them() -> None:
    document = _scan(
        ("ที่ กข ๐๓๐๙/๑", 0.1, 0.10),
        ("เรื่อง การตรวจนับอาวุธ", 0.1, 0.20),
        ("เรียน ผู้กำกับการทุกสถานี", 0.1, 0.224),
        ("กองบังคับการกำชับให้หน่วย ดังนี้", 0.25, 0.248),
        ("๑. ตรวจนับอาวุธทุกวันศุกร์", 0.25, 0.272),
    )
    blocks = cut_blocks(document)
    assert [line.text[:8] for line in blocks.body] == ["กองบังคั", "๑. ตรวจน"]


def test_a_first_paragraph_that_begins_with_what_it_refers_to_is_text() -> None:
    document = _scan(
        ("ที่ กข ๐๓๐๙/๑", 0.1, 0.10),
        ("เรียน กรรมการทุกท่าน", 0.1, 0.20),
        ("อ้างถึงมติที่ประชุมครั้งก่อนซึ่งเห็นชอบให้สำรวจเตียงผู้ป่วยทุกหอ", 0.25, 0.224),
        ("จึงขอให้ส่งผลการสำรวจภายในวันที่ ๕ มีนาคม ๒๕๖๗", 0.1, 0.248),
    )
    assert "reference" not in cut_blocks(document).items
