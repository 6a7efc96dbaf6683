"""Where a request begins, and where none does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.obligations.rules import read_obligations
from pipeline.models import Document

_HEAD = "ที่ กข ๐๑๐๑/ว ๑\nเรื่อง ตัวอย่าง\nเรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n"
_FOOT = "\nจึงเรียนมาเพื่อโปรดพิจารณา\nขอแสดงความนับถือ\n(นายเอก มั่นคง)\nอธิบดีกรมตัวอย่าง"


@pytest.mark.parametrize(
    ("body", "due"),
    [
        (
            "ด้วยกรมจะทำทำเนียบ จึงขอให้ท่านแจ้งจำนวนห้องพัก และชื่อผู้ดูแล ให้สำนักงานจังหวัดน่านทราบ"
            " ภายในวันที่ ๑๗ มีนาคม ๒๕๖๖",
            "2023-03-17",
        ),
        (
            "ด้วยกรมอนุมัติทุนแล้ว และขอให้มหาวิทยาลัยกำกับให้ผู้รับทุนส่งรายงาน ทุก ๖ เดือน"
            " โดยครั้งแรกภายในวันที่ ๓๐ เมษายน ๒๕๖๖",
            "2023-04-30",
        ),
    ],
    ids=["to whom it is told, behind a list", "กำกับให้ is one word, no กับให้"],
)
def test_one_request_is_not_cut_in_two(typed: Callable[..., Document], body: str, due: str) -> None:
    (found,) = read_obligations(typed(_HEAD + body + _FOOT), "external_letter", "2023-02-01")
    assert found.first_due == due
