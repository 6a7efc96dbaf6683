"""A name that goes on in the next line of the letterhead, where the paper tells it whole."""

from __future__ import annotations

import pytest

from extractors.issuer.read import read_issuer
from pipeline.models import Document
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    ("head", "below", "post", "issuer"),
    [
        (
            "สำนักงานพระพุทธศาสนา",
            "จังหวัดดงงาม ศาลากลางจังหวัด",
            "ผู้อำนวยการสำนักงานพระพุทธศาสนาจังหวัดดงงาม",
            "สำนักงานพระพุทธศาสนาจังหวัดดงงาม",
        ),
        (
            "สำนักงานคณะกรรมการ",
            "การศึกษาทางไกล",
            "เลขาธิการสำนักงานคณะกรรมการการศึกษาทางไกล",
            "สำนักงานคณะกรรมการการศึกษาทางไกล",
        ),
        (  # behind a space the province is the address
            "โรงเรียนบ้านดงงามวิทยา",
            "จังหวัดดงงาม ถนนใหญ่",
            "ผู้อำนวยการโรงเรียนบ้านดงงามวิทยา จังหวัดดงงาม",
            "โรงเรียนบ้านดงงามวิทยา",
        ),
        (
            "กรมคลองส่งน้ำ",
            "กระทรวงตัวอย่าง",
            "อธิบดีกรมคลองส่งน้ำ กระทรวงตัวอย่าง",
            "กรมคลองส่งน้ำ",
        ),
        (  # the post tells the last words of the name, and what stands below it behind them
            "คณะกรรมการจัดงานมหกรรมผ้าไหมพื้นเมือง",
            "ลุ่มน้ำดงงาม",
            "ประธานจัดงานมหกรรมผ้าไหมพื้นเมืองลุ่มน้ำดงงาม",
            "คณะกรรมการจัดงานมหกรรมผ้าไหมพื้นเมืองลุ่มน้ำดงงาม",
        ),
    ],
)
def test_how_far_the_name_goes(head: str, below: str, post: str, issuer: str) -> None:
    letter = f"""
ที่ พศ ๐๐๒๗/ว ๓๘๑\t{head}
\t{below}
\tถนนบึงใหญ่ พจ ๖๖๐๐๐
\t๑๒ ธันวาคม ๒๕๖๖
เรื่อง  การจัดทำบัญชี
เรียน  นายอำเภอ ทุกอำเภอ
      ด้วยมีผู้หารือมา จึงเรียนมาเพื่อทราบ
~ขอแสดงความนับถือ
~(นายสุเทพ บัวงาม)
~{post}
"""
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None and found.value == issuer
