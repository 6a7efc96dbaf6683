"""Persons whom a sentence appoints one after another, where no list stands.

แต่งตั้งให้ นายวิทูร ศรีสว่าง ตำแหน่ง นายช่างโยธาปฏิบัติงาน เป็นผู้ควบคุมงาน
แต่งตั้งคณะกรรมการ… ประกอบด้วย นาย ก ปลัด… เป็นประธานกรรมการ นาง ข หัวหน้า… เป็นกรรมการ และ…
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extractors.committee.roles import read_role
from extractors.committee.seat import HEADING
from extractors.record import DOUBT, Committee, Member, MemberRole, where
from extractors.text import table
from extractors.text.clauses import Paragraph, tidy
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence, Passage
from extractors.text.people import Person, is_given_name_only, is_post, split_person

_TITLES = sorted(map(re.escape, table.column("titles", "title")), key=len, reverse=True)
_PERSON = rf"(?:{'|'.join(_TITLES)}|พล|พัน|ร้อย|ดาบ|จ่า|สิบ|พระ|[ก-ฮ]{{1,3}}\.[ก-ฮ]{{1,2}}\.)"
_APPOINTS = re.compile(
    rf"แต่งตั้ง(?:ให้)?\s*(?=[ก-ฮเ-ไ])|(?:(?:โดย)?มี|โดยให้|คือ)\s?(?={_PERSON})"
    r"|(?:ประกอบด้วย|ดัง(?:ต่อไป)?นี้)\s*(?:คือ\s*)?(?=\(?[1๑][.)]|[ก-ฮเ-ไ])"
)
# what stands between one of them and the next: และ(ให้) นางสาว…
_ALSO = re.compile(r"\s*[,;]?\s*(?:และ|โดย)?\s*(?:แต่งตั้ง)?(?:ให้)?\s*")
_AS = re.compile(r"\s*(?:ให้)?(?:เป็น|ทำหน้าที่(?:เป็น)?)\s?")
# นาย ก ปลัด… │ประธานกรรมการ│ นาง ข …: a seat alone, right before the next of them or the end
_SEAT_ALONE = re.compile(
    r"\s(?=(?:(?:รอง)?ประธาน|(?:คณะ)?(?:อนุ)?กรรมการ|คณะทำงาน|หัวหน้า|(?:ผู้ช่วย)?เลขานุการ|ที่ปรึกษา)"
    rf"[ก-๎]*(?:\s*[,;]?\s*(?:และ)?(?:ให้)?\s*(?:\(?[\d๐-๙]{{1,2}}[.)]|{_PERSON}|เป็นคณะ)|\s*$))"
)
# ผู้ควบคุมงาน, as far as one word of print goes; where a line wraps the next name meets it
_CHARGE = re.compile(r"[ก-๎]+?(?=(?:และ)?(?:ให้)?(?:นาย|นาง|ว่าที่)|[^ก-๎]|$)")
_COUNTED = re.compile(r"\(?(?P<order>[\d๐-๙]{1,2})[.)]\s*(?=[ก-ฮเ-ไ])")
_FRAMED = re.compile(r"\(\s*(?P<post>[^()]+?)\s*\)")
_POST = re.compile(r"^(?:(?:ซึ่ง)?(?:ดำรง)?ตำแหน่ง)?\s*")
# …เป็นประธานกรรมการ ๒. │นาย ก ข: what stands on a line before its last name
_BEFORE_NAME = re.compile(
    r".*(?:^|\s|และ|ให้)(?=(?:นาย|นาง|น\.ส\.|ดร\.|ว่าที่|พล|พัน|ร้อย|ดาบ|จ่า|สิบ|[ก-ฮ]{1,3}\.[ก-ฮ]{1,2}\.)\S)"
)
_GOES_ON = re.compile(r"(?:ประธาน|รอง|อนุ|และ|/|เป็น|คณะ|ผู้ช่วย|หน้าที่|ใน|ของ|ตั้ง|จาก|โดย)$")
_LONGEST = 160  # characters from a name to its charge
_FEWEST = 2  # who sit together


def spoken_appointments(
    paragraphs: Sequence[Paragraph], name_of: Callable[[str], str | None]
) -> tuple[Committee, ...]:
    """Those who have seats (กรรมการ) as one committee, if `name_of` finds its name in the words
    before them; each charge (ผู้ควบคุมงาน) as one of its own name.

    Only charges of data/roles.tsv are taken: an order that posts officials (เป็นผู้อำนวยการ,
    รักษาราชการแทน) appoints no committee. Whoever takes the seat of another is none, either.
    """
    found: list[Committee] = []
    for passage in (_parted(paragraph.passage) for paragraph in paragraphs):
        told = list(_members(passage))
        seated = tuple(one for one in told if one.role != "other")
        first = seated[0].name or seated[0].position if seated else None
        before = passage.text.split(first)[0] if first else ""
        if len(seated) >= _FEWEST and (name := name_of(before)):
            found.append(Committee(name=name, members=seated))
        charged: dict[str, list[Member]] = {}
        for one in told:
            if one.role == "other":
                charged.setdefault(one.role_text or "", []).append(one)
        found += [Committee(name=name, members=tuple(who)) for name, who in charged.items()]
    return tuple(found)


def _parted(passage: Passage) -> Passage:
    """A post that begins a line below a name stands apart from it: …นายสมชาย ใจดี│ผู้อำนวยการ…"""
    lines = pairwise(line.text for line in passage.lines)
    apart = {below for above, below in lines if _stands_apart(above, below)}
    return Passage.of(passage.lines, apart=lambda _, text: text in apart)


def _stands_apart(above: str, below: str) -> bool:
    seat = read_role(below.split(" ")[0])
    if seat is not None and seat.surely and not _GOES_ON.search(above):
        return True  # นาย ก นักทรัพยากรบุคคล│ประธานกรรมการ นาง ข
    person = split_person(_BEFORE_NAME.sub("", above))
    if person is None or person.rest:
        return False
    if is_given_name_only(person.name):
        return is_post(below.partition(" ")[2])  # …นางสาวแก้ว│ใสสะอาด เภสัชกร…
    return is_post(below)


def _members(passage: Passage) -> Iterator[Member]:
    """Who is named with a charge, one right after another, behind the words that appoint."""
    for start in _APPOINTS.finditer(passage.text):
        found = list(_from(passage, start.end()))
        if found:
            yield from found
            return


def _from(passage: Passage, place: int) -> Iterator[Member]:
    text = passage.text
    while place < len(text):
        counted = _COUNTED.match(text, place)
        place = counted.end() if counted else place
        charge = _charge(text, place)
        if charge is None:
            return
        start, word, role = charge
        who = _who(text[place:start].strip(), role)
        if who is None:
            return
        name, post = who
        cut = passage.cut(place, word.end())
        yield Member(
            order=int(counted["order"]) if counted else None,
            name=name,
            position=post,
            role=role,
            role_text=word.group(),
            **where(Evidence(cut.text, cut.page, cut.box, min(cut.confidence, DOUBT))),
        )
        also = _ALSO.match(text, word.end())
        place = also.end() if also else len(text)


def _with_post_apart(person: Person) -> Person:
    """นาย ก ขตำแหน่ง ปลัดอำเภอ: the word met the name where a line was wrapped."""
    name = person.name.removesuffix("ตำแหน่ง")
    apart = name != person.name and not is_given_name_only(name)
    return Person(name, person.rest) if apart else person


def _who(text: str, role: MemberRole) -> tuple[str | None, str | None] | None:
    """Name and post of who is named; one who has a seat may be named by his post alone."""
    person = split_person(text)
    if person and not is_given_name_only(person.name):
        person = _with_post_apart(person)
        post = tidy(_POST.sub("", person.rest))
        framed = _FRAMED.fullmatch(post)  # นาย ก (ปลัดอำเภอ)
        return person.name, (framed["post"] if framed else post) or None
    seated = role != "other" and (is_post(text) or starts_office(text))
    body = HEADING.match(text) or "ประกอบด้วย" in text  # คณะกรรมการ… ประกอบด้วย │ ผู้อำนวยการ…
    return (None, tidy(text)) if person is None and seated and not body else None


def _charge(text: str, place: int) -> tuple[int, re.Match[str], MemberRole] | None:
    """The next charge behind a place: where the words before it begin, its word and its role."""
    end = place + _LONGEST
    ways = (*_AS.finditer(text, place, end), *_SEAT_ALONE.finditer(text, place, end))
    for found in sorted(ways, key=lambda one: one.end()):
        word = _CHARGE.match(text, found.end())
        role = read_role(word.group()) if word else None
        if word and role and role.surely:
            return found.start(), word, role.role
    return None
