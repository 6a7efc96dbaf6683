"""Whether a paper may appoint a committee itself."""

from __future__ import annotations

import re

from extractors.head.blocks import cut_blocks
from extractors.record import Kind
from extractors.text.passage import Passage
from pipeline.models import Document

_ALWAYS: frozenset[Kind] = frozenset({"order", "announcement", "other"})
_BY_ITS_WORDS: frozenset[Kind] = frozenset({"memo", "external_letter", "stamped_letter"})
# จึงแต่งตั้งคณะทำงาน… ประกอบด้วย, in a memo to all
_APPOINTS = re.compile(
    r"จึง(?:ขอ|ได้|ให้)?\s?(?:แต่งตั้ง|จัดตั้ง)(?:(?!อนุมัติ|พิจารณา).){0,250}?"
    r"(?:ประกอบด้วย|ดัง(?:ต่อไป)?นี้|ดัง(?:มี)?ราย|ตามราย|ต่อไปนี้)",
    re.DOTALL,
)
# จึงเรียนมาเพื่อโปรดพิจารณาลงนาม: the names are put forward, another appoints
_PUTS_FORWARD = re.compile(
    r"จึงเรียน(?:มา)?(?:เพื่อ|โปรด)?[ก-๎ ]{0,60}?(?:พิจารณา|อนุมัติ|ลงนาม|เห็นชอบ|แต่งตั้ง)"
)
# เรื่อง ให้ข้าราชการช่วยราชการ | ให้กำลังพลช่วยปฏิบัติราชการ…: who is posted serves on no committee
_POSTS = re.compile(
    r"ช่วย(?:ปฏิบัติ)?ราชการ|(?:โยกย้าย|ย้าย|โอน|บรรจุ)(?:ข้าราชการ|พนักงาน|ลูกจ้าง|ครู|นายทหาร|นายตำรวจ)"
)
_A_BODY = re.compile(r"(?:แต่งตั้ง|จัดตั้ง|เป็น)\s?(?:คณะ|อนุกรรมการ|กรรมการ)")


def appoints(document: Document, kind: Kind) -> bool:
    """Whether the list of members in a paper is a committee's: in an order unless it posts them; in
    a letter or a memo only where it says that it appoints, and puts no names forward for another
    to do so."""
    blocks = cut_blocks(document)
    text = Passage.of(blocks.body).text if blocks.body else ""
    if kind not in _BY_ITS_WORDS:
        subject = blocks.items.get("subject")
        posts = subject is not None and _POSTS.search(subject.content) and not _A_BODY.search(text)
        return kind in _ALWAYS and not posts
    return _APPOINTS.search(text) is not None and _PUTS_FORWARD.search(text) is None
