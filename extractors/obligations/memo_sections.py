"""The sections of a memo that lays a matter before the writer's own superior.

เรื่องเดิม, ข้อเท็จจริง and ข้อกฎหมาย tell what was; ข้อพิจารณา and ข้อเสนอ what he is to decide. None of
it is asked of those who receive the paper (corpus/README.md, Decisions about the truth).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text.clauses import Paragraph
from extractors.text.listing import announces_list

# ๒. ข้อเท็จจริง | ข้อกฎหมายและระเบียบที่เกี่ยวข้อง | ๔. ข้อพิจารณาและข้อเสนอ, alone or before their text
_HEADING = re.compile(
    r"(?:เรื่องเดิม|ต้นเรื่อง|ความเป็นมา|ข้อเท็จจริง|ข้อ(?:กฎหมาย|ระเบียบ)|ระเบียบ(?:และ|/)?กฎหมาย"
    r"|ข้อพิจารณา|ข้อคิดเห็น|ข้อเสนอ(?:แนะ)?|ข้อสรุป)(?:\s?(?:และ|/)\s?[ก-๎]{4,30}|ที่เกี่ยวข้อง|เพื่อ(?:โปรด)?พิจารณา)*"
    r"\s*[:：]?(?=\s|$)"
)
# ๓. ข้อเสนอ ขอให้ทุกกลุ่มจัดส่งข้อมูล…: others are bidden, whatever it is called
_BIDS_OTHERS = re.compile(
    r"ขอให้(?:ทุก|กลุ่ม|ฝ่าย|งาน|กอง|แผนก|หน่วย|ส่วน|สาขา|ศูนย์|สำนัก|หัวหน้า|บุคลากร|เจ้าหน้าที่)"
)
_CLOSES = re.compile(r"จึง(?:เรียน|เสนอ|ขอ|แจ้ง)|ทั้งนี้|อนึ่ง")
_FEWEST = 2  # headings of a paper that is parted so


def without_sections(body: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that stand in none of those sections or bid others than the superior; all
    where the paper has no such."""
    if sum(_is_heading(one) for one in body) < _FEWEST:
        return tuple(body)
    kept: list[Paragraph] = []
    heading: Paragraph | None = None
    listed = False
    for one in body:
        if _is_heading(one):
            heading = one
        elif heading is not None and _ends(one, heading):
            heading = None
        bids = _BIDS_OTHERS.search(one.text) is not None
        # ขอให้ทุกกองดำเนินการ ดังนี้ │๒.๑ มอบหมาย…: what is listed is bidden, too
        listed = bids or (listed and one.marker is not None and heading is not one)
        if heading is None or listed:
            kept.append(one)
        listed &= not bids or announces_list(one.text)
    return tuple(kept)


def _is_heading(one: Paragraph) -> bool:
    return _HEADING.match(one.text) is not None


def _ends(one: Paragraph, heading: Paragraph) -> bool:
    """Whether a paragraph stands in no section: the closing, or a number as the heading's own."""
    if _CLOSES.match(one.text):
        return True
    return one.numbered and heading.numbered and one.marker == _next(heading.marker)


def _next(marker: str | None) -> str | None:
    """The number after one of the paper's own: 3 after 2, none after 2.1."""
    return str(int(marker) + 1) if marker is not None and marker.isdecimal() else None
