"""Whose post it is: the office that a post heads."""

from __future__ import annotations

import re

from extractors.text import table
from extractors.text.offices import office_name, starts_office

_HEADS = tuple((row["post"], row.get("office", "")) for row in table.rows("heads_of_offices"))
# นักวิชาการชำนาญการพิเศษ หัวหน้าหน่วย… | ครู ทำหน้าที่ผู้อำนวยการโรงเรียน…
_NEXT_POST = re.compile(r"\s+(?:(?:ทำ|ปฏิบัติ)หน้าที่\s?)?")
# นายกเทศมนตรีตำบล… │ เจ้าพนักงานท้องถิ่น: as what he signs besides
_ANOTHER_POST = re.compile(
    r"\s+(?=เจ้า(?:พนักงาน|คณะ)|รองเจ้าคณะ|นายทะเบียน|ประธาน|กรรมการ|เลขานุการ|ผู้)"
)
_SHORTEST = 4  # letters of an office's own name


def office_of_post(post: str) -> str | None:
    """The office that a post heads; None if the post does not name it.

    >>> office_of_post("อธิบดีกรมป่าไม้"), office_of_post("นายกเทศมนตรีเมืองน่าน")
    ('กรมป่าไม้', 'เทศบาลเมืองน่าน')
    >>> office_of_post("ประธานชมรมดนตรีไทย"), office_of_post("กรรมการผู้จัดการ")
    ('ชมรมดนตรีไทย', None)
    """
    for begin in [0, *(space.end() for space in _NEXT_POST.finditer(post))]:
        for head, office in _HEADS:
            if not post.startswith(head, begin):
                continue
            own = _ANOTHER_POST.split(post[begin + len(head) :])[0].strip()
            if office and len(own) > 1:
                return office_name(office + own)
            if len(own) >= _SHORTEST and starts_office(own):
                return office_name(own)
    return None
