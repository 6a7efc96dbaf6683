"""Whole letters of many offices and what each asks; and how requests are told from relating."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.obligations.asking import find_requests
from extractors.obligations.parts import cut_parts
from extractors.obligations.rules import read_obligations
from extractors.record import Kind
from pipeline.models import Document
from pipeline.plain_text import page_from_text

_HEADS = {
    "external_letter": "ที่ กข ๐๑๐๑/ว ๑\tกรมตัวอย่าง\n๑ มีนาคม ๒๕๖๗\nเรื่อง ตัวอย่าง\nเรียน นายอำเภอ\n",
    "memo": "บันทึกข้อความ\nส่วนราชการ กองตัวอย่าง\nที่ กข ๐๑๐๑/๑\nเรื่อง ตัวอย่าง\nเรียน หัวหน้า\n",
    "stamped_letter": "ที่ กข ๐๑๐๑/๑\nถึง อำเภอ\n",
    "announcement": "ประกาศจังหวัดตัวอย่าง\nเรื่อง ตัวอย่าง\n-----\n",
    "order": "คำสั่งจังหวัดตัวอย่าง\nที่ ๑/๒๕๖๗\nเรื่อง ตัวอย่าง\n",
    "form": "",
}
_FOOT = "\nขอแสดงความนับถือ\n(นายเอก มั่นคง)\nอธิบดีกรมตัวอย่าง"


_ASKING = Path(__file__).with_name("asking")


def _letters() -> list[dict[str, Any]]:
    books = (tomllib.loads(path.read_text("utf-8")) for path in sorted(_ASKING.glob("*.toml")))
    return [letter for book in books for letter in book["letter"]]


def _phrases(table: str) -> list[list[str]]:
    rows = (_ASKING / table).read_text("utf-8").splitlines()[2:]
    return [row.split("\t") for row in rows]


@pytest.mark.parametrize("letter", _letters(), ids=lambda letter: str(letter["name"]))
def test_what_a_letter_asks(typed: Callable[..., Document], letter: dict[str, Any]) -> None:
    kind = letter.get("kind", "external_letter")
    text = _HEADS[kind] + letter["body"].strip("\n") + ("" if kind == "form" else _FOOT)
    found = read_obligations(typed(text), kind, letter.get("written", "2024-02-10"))
    told = [f"{one.action} {one.frequency or '-'} {one.first_due or '-'}" for one in found]
    assert told == letter["asked"]


@pytest.mark.parametrize(("phrase", "actions"), _phrases("phrases.tsv"))
def test_what_a_phrase_asks(typed: Callable[..., Document], phrase: str, actions: str) -> None:
    text = f"{_HEADS['external_letter']}ด้วยกรมมีเรื่องแจ้ง\nจึงขอให้{phrase}{_FOOT}"
    found = read_obligations(typed(text), "external_letter", "2024-02-10")
    assert " ".join(one.action for one in found) == actions


@pytest.mark.parametrize(("phrase", "asked"), _phrases("times.tsv"))
def test_when_and_how_often(typed: Callable[..., Document], phrase: str, asked: str) -> None:
    text = f"{_HEADS['external_letter']}ด้วยกรมมีเรื่องแจ้ง\nจึงขอให้ท่าน{phrase}{_FOOT}"
    (one,) = read_obligations(typed(text), "external_letter", "2024-02-10")
    assert f"{one.action} {one.frequency or '-'} {one.first_due or '-'}" == asked


@pytest.mark.parametrize(("kind", "sentence", "asked"), _phrases("named.tsv"))
def test_what_those_named_are_bidden(
    typed: Callable[..., Document], kind: Kind, sentence: str, asked: str
) -> None:
    text = f"{_HEADS[kind]}ด้วยกรมมีเหตุผล\n{sentence}{_FOOT}"
    found = read_obligations(typed(text), kind, "2024-02-10")
    told = [f"{one.action} {one.frequency or '-'} {one.first_due or '-'}" for one in found]
    assert "; ".join(told) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("จึงขอให้อำเภอรายงานผล หากมีข้อสงสัย โปรดติดต่อกองแผนงาน", ["ขอให้อำเภอรายงานผล"]),
        ("ตามที่กรมขอให้รายงานผล นั้น โปรดส่งแบบ และกรุณาแจ้งชื่อ", ["โปรดส่งแบบ", "กรุณาแจ้งชื่อ"]),
        ("ด้วยกรมแจ้งว่า ขอให้จังหวัดรายงาน จึงขอความร่วมมืออำเภอรายงาน", ["ขอความร่วมมืออำเภอรายงาน"]),
        ("มาตรา ๑๑ กำหนดให้หน่วยงานจัดทำแผน และให้ปิดประกาศ", []),
        ("ทรงพระกรุณาโปรดเกล้าโปรดกระหม่อมพระราชทานพระราชวโรกาส", []),
    ],
)
def test_requests_of_a_paragraph(text: str, asked: list[str]) -> None:
    found = [text[one.start : one.end] for one in find_requests(text)]
    assert [one.removeprefix("จึง").removeprefix("และ").strip() for one in found] == asked


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("หากท่านประสงค์จะอุทธรณ์ ให้ยื่นต่อผู้ว่าราชการจังหวัดภายใน ๑๕ วัน นับแต่วันที่ได้รับแจ้ง", []),
        ("ที่ประชุมมีมติมอบหมายให้ฝ่ายเลขานุการรวบรวมข้อมูลเสนอที่ประชุมครั้งต่อไป", []),
        ("ระเบียบฯ ข้อ ๑๐ ให้หน่วยงานจัดทำรายงานผลภายในวันที่ ๓๑ ตุลาคม ของทุกปี", []),
        ("จึงขอให้พิจารณาดำเนินการตามอำนาจหน้าที่", []),
        ("จึงขอความกรุณาท่านอนุเคราะห์เงินสนับสนุน โดยโอนเข้าบัญชีภายในวันที่ ๑๕ มีนาคม ๒๕๖๗", []),
        ("เมื่อดำเนินการแล้วเสร็จให้รายงานผลให้จังหวัดทราบภายใน ๗ วัน", ["report"]),
        ("กรมได้ตรวจสอบแล้ว ให้ท่านแก้ไขเอกสารและส่งกลับภายในวันที่ ๕ มีนาคม ๒๕๖๗", ["reply"]),
        ("จึงขอแจ้งให้ท่านทราบว่าบุตรขาดเรียน และขอเชิญท่านมาพบครูในวันที่ ๕ มีนาคม ๒๕๖๗", ["attend"]),
    ],
)
def test_what_sounds_like_a_request(
    typed: Callable[..., Document], body: str, asked: list[str]
) -> None:
    text = f"{_HEADS['external_letter']}ด้วยกรมมีเรื่องแจ้ง\n{body}{_FOOT}"
    found = read_obligations(typed(text), "external_letter", "2024-02-10")
    assert [one.action for one in found] == asked


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("จึงขอให้ท่านสำรวจความต้องการ แล้วรายงานผลให้อำเภอทราบ", ["other", "report"]),
        ("จึงขอให้กองจัดทำแผนและส่งให้กองแผนงานภายในวันที่ ๕", ["reply"]),
        ("จึงขอให้อำเภอดำเนินการและรายงานผลให้จังหวัดทราบ", ["report"]),
        ("จึงขอให้ท่านชี้แจงข้อเท็จจริงพร้อมส่งสำเนาเอกสารไปยังสำนักงาน", ["reply"]),
        ("จึงขอรับการสนับสนุนรถบรรทุกน้ำ จำนวน ๒ คัน พร้อมท่อส่ง ๖ นิ้ว", []),
    ],
)
def test_parts_of_a_request(text: str, actions: list[str]) -> None:
    (request,) = find_requests(text)
    assert [part.action for part in cut_parts(text, request)] == actions


_PIECES = (
    (
        "จึงขอให้ | โปรด| กรุณา|ขอความอนุเคราะห์|ขอเชิญ|มาเพื่อ|จึงเรียนมาเพื่อ| และ| แล้ว| โดย| ทั้งนี้ ให้"
        "|อำเภอ|ท่าน|รายงาน|ผล|จัดส่ง|แผน|พิจารณา|ดำเนินการ|เข้าร่วมประชุม|ภายในวันที่ ๕ มีนาคม ๒๕๖๗"
        "|ทุกเดือน| หาก|นั้น |ตามที่|\\n๑. |\\n- | ดังนี้|\\nหมายเหตุ|ระหว่างวันที่ ๑ - ๓ มีนาคม ๒๕๖๗"
        "|ภายในเดือน| ให้ผู้ผ่าน|มิให้|\\n"
    )
    .replace("\\n", "\n")
    .split("|")
)


@given(
    st.lists(st.sampled_from(_PIECES), max_size=30).map("".join),
    st.sampled_from(["external_letter", "memo", "form", "announcement"]),
)
def test_whatever_is_written_duties_lie_within_it(body: str, kind: Kind) -> None:
    text = _HEADS[kind] + "ด้วยกรมมีเรื่องแจ้ง\n" + body + _FOOT
    found = read_obligations(Document((page_from_text(text, 1),)), kind, "2024-02-10")
    for duty in found:
        assert duty.text and duty.box is not None
        assert duty.confidence is not None and 0 < duty.confidence <= 1
    for request in find_requests(body):
        assert 0 <= request.start <= request.asked <= request.end <= len(body)
        for part in cut_parts(body, request):
            assert request.start <= part.start <= part.end <= request.end
