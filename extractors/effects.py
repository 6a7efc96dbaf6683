"""What a letter does to the documents it cites: cancels them, or amends them.

Source: wordings of cancelling and amending letters and orders (ให้ยกเลิกคำสั่ง…, แก้ไขเพิ่มเติมคำสั่ง…,
ขอยกเลิกหนังสือที่อ้างถึง, ขยายระยะเวลา…ตามหนังสือที่อ้างถึง).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.number import number_key
from extractors.record import Citation, Effect
from pipeline.layout import join_wrapped
from pipeline.models import Document
from pipeline.thai_digits import arabic

_PAPER = (
    r"(?:หนังสือ|คำสั่ง|ประกาศ|ระเบียบ|ข้อบังคับ|บันทึก(?:ข้อความ)?|แนวทาง(?=ตาม)"
    r"|การ\S{0,60}?ตาม(?:หนังสือ|คำสั่ง|ประกาศ))"
)
_PART = r"(?:ความใน|ข้อความ(?:ใน)?|รายชื่อ(?:ใน)?|ข้อ\s?[\d๐-๙.]+\s?(?:ของ|แห่ง|ใน|ตาม)?)"
# ให้ยกเลิกคำสั่งจังหวัด… | จึงขอยกเลิกหนังสือที่อ้างถึง | ขอยกเลิกการรายงานตามหนังสือที่อ้างถึง
_CANCELS = re.compile(rf"(?<!ไม่)(?<!ได้)(?<!เคย)ยกเลิก\s?(?={_PAPER})")
# ให้ยกเลิกความในข้อ ๓ ของคำสั่ง… | แก้ไขเพิ่มเติมคำสั่ง… | ขอแก้ไขกำหนดส่งรายงานตามหนังสือที่อ้างถึง
_AMENDS = re.compile(
    rf"(?<!ไม่)(?<!ได้)(?<!เคย)(?:ยกเลิก\s?(?={_PART})|(?:ขอ|ให้|จึง|การ|เรื่อง\s*|^)(?:แก้ไข(?:เพิ่มเติม)?|เปลี่ยนแปลง|ปรับปรุง|ขยายระยะเวลา|ขยายเวลา|เลื่อนกำหนด)"
    rf"(?=\S{{0,80}}?\s?(?:{_PAPER}|ที่อ้างถึง)))"
)
_REACH = 160  # characters after the verb within which the document is named
_REFERENCE = re.compile(r"(?:ที่|ซึ่ง)?อ้างถึง\s?(?P<place>\d{1,2})?")


@dataclass(frozen=True, slots=True)
class _Saying:
    effect: Effect
    text: str  # what follows the verb, digits Arabic


def with_effects(citations: Sequence[Citation], document: Document) -> tuple[Citation, ...]:
    """The citations, those with their effect that the document cancels or amends.

    One that is named after the verb by its number, or as ที่อ้างถึง (ที่อ้างถึง ๒ of several).
    """
    sayings = list(_sayings(document))
    if not sayings:
        return tuple(citations)
    references = [one for one in citations if one.role == "reference"]
    marked: dict[int, Effect] = {}
    for saying in sayings:
        for place, citation in enumerate(citations):
            if _names(saying.text, citation, references):
                marked.setdefault(place, saying.effect)
    return tuple(
        one.model_copy(update={"effect": marked[place]}) if place in marked else one
        for place, one in enumerate(citations)
    )


def _sayings(document: Document) -> Iterator[_Saying]:
    text = arabic(join_wrapped([line.text for line in document.lines]))
    found: list[tuple[int, _Saying]] = []
    for effect, pattern in (("cancels", _CANCELS), ("amends", _AMENDS)):
        for match in pattern.finditer(text):
            after = text[match.end() : match.end() + _REACH]
            found.append((match.start(), _Saying(effect, after)))  # type: ignore[arg-type]
    yield from (saying for _, saying in sorted(found, key=lambda one: one[0]))


def _names(text: str, citation: Citation, references: Sequence[Citation]) -> bool:
    if citation.number:
        key = re.escape(number_key(citation.number))
        if re.search(rf"(?<![0-9]){key}(?![0-9])", re.sub(r"\s", "", text)):
            return True
    if citation.role != "reference":
        return False
    found = _REFERENCE.search(text)
    if found is None:
        return False
    if found["place"] is None:
        return len(references) == 1
    return references.index(citation) == int(found["place"]) - 1
