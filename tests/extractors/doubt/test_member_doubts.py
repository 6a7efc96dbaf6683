"""Members read with a piece of another's row, or of the text around their list, go to a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.describe import read_record
from extractors.doubt.member_doubts import is_implausible
from extractors.record import DOUBT
from pipeline.models import Document


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("นายเพชร ชูชาติ", "พนักงานพิมพ์ นอกเหนือจากนี้ให้เป็นไปตามคำสั่งเดิม"),
        ("นางปราณี หาดทราย", "นายธง ชัยมี นายวันดี ศรีระนอง"),
        ("นางสาวรุ่งนภา เย็นใจ", "พยาบาลวิชาชีพ กรรมการ"),
        ("นายโอภาส จำปี", "คณะกรรมการสอบสัมภาษณ์"),
        ("นายพล", None),
        (None, "คณะกรรมการอำนวยการผู้ใหญ่บ้าน"),  # the heading over him
        (None, "° งสาวบุญมา รักดี นักวิชาการศึกษา"),  # letters were lost before it
    ],
)
def test_what_no_post_holds(name: str | None, post: str | None) -> None:
    assert is_implausible(name, post)


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("พระครูสุนทรธรรม", None),
        ("นางกานดา ฝั่งน้ำ", "ประธาน อสม. ตำบลบางเลน"),
        (None, "ผู้แทนคณะกรรมการหมู่บ้าน"),
        (None, "นายอำเภอทุกอำเภอ"),
    ],
)
def test_posts_that_only_look_odd(name: str | None, post: str | None) -> None:
    assert not is_implausible(name, post)


def test_a_doubtful_member_is_not_told_as_sure(typed: Callable[[str], Document]) -> None:
    text = (
        "คำสั่งอำเภอปง\nที่ ๑/๒๕๖๗\nเรื่อง แต่งตั้งคณะกรรมการ\nจึงแต่งตั้งคณะกรรมการตรวจรับ ดังนี้\n"
        "๑. นายเอก มั่นคง ครู\tประธานกรรมการ\n๒. นางโท\tกรรมการ\nสั่ง ณ วันที่ ๑ มีนาคม ๒๕๖๗"
    )
    (committee,) = read_record(typed(text)).committees
    first, second = committee.members
    assert first.confidence is not None and first.confidence > DOUBT
    assert second.confidence == DOUBT
