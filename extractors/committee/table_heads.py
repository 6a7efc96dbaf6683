"""The row that heads the columns of a table of members: ลำดับ │ ชื่อ - สกุล │ ตำแหน่ง │ หน้าที่."""

from __future__ import annotations

import re

from extractors.committee.columns import CellRow
from extractors.committee.roles import read_role
from extractors.text.offices import starts_office
from extractors.text.people import is_person, is_post

_COLUMN_NAME = re.compile(
    r"^(?:ลำดับ(?:\s?ที่)?|ผู้ดำรงตำแหน่ง.*|องค์ประกอบ.*|ที่|เลขที่|(?:ราย)?(?:ชื่อ|นาม).*|ยศ.*|ตำแหน่ง.*|หน้าที่.*|หมายเหตุ|บทบาท.*|สังกัด.*|หน่วยงาน.*|ส่วนราชการ.*|"
    r"โทร.*|เบอร์.*|ปฏิบัติหน้าที่.*|(?:คณะ)?(?:อนุ)?กรรมการ|คณะทำงาน|ความรับผิดชอบ|ใน?คณะกรรมการ|ลายมือชื่อ|โรงเรียน|"
    r"วัน.*|เดือน|เวลา.*|(?:ผู้(?:อยู่|ตรวจ|เข้า|ปฏิบัติ)?)?เวร.*|(?:กลุ่ม)?ภารกิจ|ผู้(?:ปฏิบัติงาน|รับผิดชอบ)|กลุ่มงาน|ฝ่าย)$"
)
_FEWEST_CELLS = 2  # that a member who is an office has: ปลัดอำเภอ │ กรรมการ


def is_header(row: CellRow) -> bool:
    """Whether a row heads the columns of a table: most of its cells name one, and none a person."""
    named = sum(_COLUMN_NAME.match(cell.text) is not None for cell in row.cells)
    if len(row.cells) < 2 or named == len(row.cells):
        return named > 1
    somebody = any(is_person(cell.text) or re.search(r"[\d๐-๙]", cell.text) for cell in row.cells)
    serves = read_role(row.cells[-1].text) is not None
    dated = re.match(r"(?:ลำดับ|วัน)", row.cells[0].text) is not None  # วันที่ │ ผู้พิพากษา │ เจ้าหน้าที่
    first = row.cells[0].text  # ห้องสอบ │ หัวหน้าห้อง │ กรรมการ: whom the rows below name
    dated = dated or (
        len(row.cells) > _FEWEST_CELLS and not (is_post(first) or starts_office(first))
    )
    return (row.first and (dated or not serves) and not somebody) or (
        named > 1 and 2 * named >= len(row.cells) and not somebody
    )
