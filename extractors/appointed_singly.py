"""Persons whom a sentence appoints, each to a charge of their own, where no list stands.

แต่งตั้งให้ นายวิทูร ศรีสว่าง ตำแหน่ง นายช่างโยธาปฏิบัติงาน เป็นผู้ควบคุมงาน
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.clauses import Paragraph, tidy
from extractors.passage import Evidence
from extractors.people import is_given_name_only, split_person
from extractors.record import DOUBT, Committee, Member, where
from extractors.roles import read_role

_APPOINTS = re.compile(r"แต่งตั้ง(?:ให้)?\s*(?=[ก-ฮเ-ไ])")
# and whom else: … เป็นหัวหน้าเจ้าหน้าที่ และ(ให้) นางสาว…
_ALSO = re.compile(r"\s*(?:,|และ)(?:แต่งตั้ง)?(?:ให้)?\s*")
_AS = re.compile(r"\s+(?:ให้)?เป็น\s?|\s+ทำหน้าที่(?:เป็น)?\s?")
_CHARGE = re.compile(r"[ก-๎]+")  # ผู้ควบคุมงาน, as far as one word of print goes
_POST = re.compile(r"^(?:ตำแหน่ง|ซึ่งดำรงตำแหน่ง)?\s*")
_LONGEST = 160  # characters from a name to its charge


def read_single_appointments(paragraphs: Sequence[Paragraph]) -> tuple[Committee, ...]:
    """Each charge with who bears it, the charge being the name: ผู้ควบคุมงาน is no more than one.

    Those who share a charge sit together. Only charges of data/roles.tsv that are no seat in a body
    are taken: who is posted (เป็นผู้อำนวยการ, รักษาราชการแทน) or takes another's seat is no committee.
    """
    found: dict[str, list[Member]] = {}
    for paragraph in paragraphs:
        for charge, member in _members(paragraph):
            found.setdefault(charge, []).append(member)
    return tuple(Committee(name=name, members=tuple(who)) for name, who in found.items())


def _members(paragraph: Paragraph) -> Iterator[tuple[str, Member]]:
    text = paragraph.passage.text
    start = _APPOINTS.search(text)
    place = start.end() if start else len(text)
    while place < len(text):
        charge = _AS.search(text, place, place + _LONGEST)
        person = split_person(text[place : charge.start()]) if charge else None
        if charge is None or person is None or is_given_name_only(person.name):
            return
        word = _CHARGE.match(text, charge.end())
        role = read_role(word.group()) if word else None
        if word is None or role is None or role.role != "other" or not role.surely:
            return
        cut = paragraph.passage.cut(place, word.end())
        evidence = Evidence(cut.text, cut.page, cut.box, min(cut.confidence, DOUBT))
        position = tidy(_POST.sub("", person.rest)) or None
        yield (
            word.group(),
            Member(
                order=None,
                name=person.name,
                position=position,
                role=role.role,
                role_text=word.group(),
                **where(evidence),
            ),
        )
        also = _ALSO.match(text, word.end())
        place = also.end() if also else len(text)
