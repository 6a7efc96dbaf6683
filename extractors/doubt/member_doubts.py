"""What tells that a member was read with a piece of another's, or of the text around the list."""

from __future__ import annotations

import re

from extractors.committee.roles import read_role
from extractors.record import DOUBT, Committee, Member
from extractors.text.offices import starts_office
from extractors.text.people import is_given_name_only, is_person, is_post, split_person

_SOMEBODY = re.compile(r"(?:^|[\s,(])(?=(?:นาย|นาง|น\.ส\.|ว่าที่)[ก-ฮเ-ไ])")
# No words of a post: ให้เป็นไปตามคำสั่งเดิมทุกประการ | มีหน้าที่ ดังนี้
_OF_TEXT = re.compile(r"ทุกประการ|ดัง(?:ต่อไป)?นี้|มี(?:อำนาจ)?หน้าที่|ให้เป็นไป|ทั้งนี้|ประกอบด้วย|ตั้งแต่วันที่|นับแต่")
_SEAT = re.compile(r"(?:อนุ)?กรรมการ|คณะทำงาน|เลขานุการ|ประธาน")
_CLERGY = re.compile(r"พระ|บาทหลวง|ภราดา|ซิสเตอร์|แม่ชี|สามเณร")
BEGINS_BADLY = re.compile(r"[^\w(“\"'‘]")  # ° งสาวเปรมใจ …: letters were lost before it
_LONGEST_POST = 160  # characters


def with_member_doubts(committees: tuple[Committee, ...]) -> tuple[Committee, ...]:
    """The committees, members in doubt told with no more confidence than doubt leaves."""
    return tuple(
        one.model_copy(update={"members": tuple(_weighed(member) for member in one.members)})
        for one in committees
    )


def _weighed(member: Member) -> Member:
    if not is_implausible(member.name, member.position):
        return member
    return member.model_copy(update={"confidence": min(DOUBT, member.confidence or 0.0)})


def is_implausible(name: str | None, post: str | None) -> bool:
    """Whether a name lacks its surname, or a post holds what no post does.

    >>> is_implausible("นายพล", "กล้าแข็ง, นางสาวฟ้า ใสจริง"), is_implausible("นายพล กล้าแข็ง", "ครู")
    (True, False)
    """
    if name and is_given_name_only(name) and not _CLERGY.match(name):
        return True
    if any(BEGINS_BADLY.match(said) for said in (name, post) if said):
        return True
    if not post:
        return False
    if not name and not (is_post(post) or starts_office(post) or is_person(post)):
        return True
    others = (split_person(post[at.end() :]) for at in _SOMEBODY.finditer(post))
    if any(one and not is_given_name_only(one.name) for one in others):
        return True
    seated = any(_SEAT.fullmatch(word) and read_role(word) for word in post.split()[bool(name) :])
    begins_list = post.startswith(("คณะกรรมการ", "คณะทำงาน"))
    return seated or begins_list or len(post) > _LONGEST_POST or _OF_TEXT.search(post) is not None
