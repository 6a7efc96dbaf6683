"""Who else says whose a paper is: the post under it, the code of its number, who deals with it, its
label in a memo, its place in a stamped letter, its own text.

An issuer that nothing else vouches for is less sure; one that another part of the paper speaks
against is doubted, and the doubt is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from extractors.contact import read_contact
from extractors.head.blocks import Blocks, cut_blocks
from extractors.head.memo import begins_unit
from extractors.head.own_number import own_number
from extractors.issuer.foot import BELOW, SEAL
from extractors.issuer.letterhead_name import HIDDEN
from extractors.kind import read_kind
from extractors.record import Field, doubted
from extractors.signatory import signed_posts
from extractors.text import table
from extractors.text.clauses import unspaced
from extractors.text.offices import is_part, starts_office
from extractors.text.posts import office_of_post
from extractors.text.segment import falls_apart, unknown_letters
from pipeline.models import Box, Document, Line
from pipeline.thai_digits import arabic

# Of its confidence an issuer keeps that nothing else vouches for: 36 of 42 such were right at first
# reading (tests/extractors/every_field, whole and papers, the fourth half of the corpus), 0.72 at
# least (Wilson, 95 %); of those that are vouched for 0.97 at least were
ALONE = 0.74
_TO_BE_VOUCHED_FOR = (None, BELOW, SEAL, HIDDEN)  # notes that a witness may lift
_MISREAD = 80  # per cent of letters that two readings of one name share at least
_AS_THE_POST = "Read “{}”, taken for “{}”, as the post of the signatory spells it"
_ANOTHER_POST = "the signatory heads another office: {}"
_IN_PART = "Read “{}”, a part of the letterhead; the signatory heads {}"
_SEATS = ("", "ศาลากลาง", "ที่ว่าการ")  # in which the office that a post names sits
_PART = 75  # per cent of the letters of a piece that stand so in the whole
_WEAK = 0.7  # confidence under which ink was disturbed, by a stamp over it
_ANOTHER_CODE = "the code of the number is that of {}"
_SHORTEST_CORE = 4  # letters of a name without the word for its kind
_LONG_NAME = 15  # letters of a name that is whole
_LONG_PART = 8  # letters of a part of a name that two offices do not share by chance
_MORE_OF_IT = re.compile(
    r"[^ก-๎]|ใน|ภาค|เขต|แห่ง|ประจำ|สาขา|จังหวัด|และ|ของ|ห้อง|[ก-ฮ]{1,4}\."
)  # goes on with a name
_KIND_OF_OFFICE = re.compile(
    r"(?:สำนักงาน|สำนัก|กระทรวง|ทบวง|กรม|กอง|จังหวัด|อำเภอ|ตำบล|เทศบาล(?:นคร|เมือง|ตำบล)?|"
    r"องค์การบริหารส่วน(?:จังหวัด|ตำบล)|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย|วิทยาลัย|คณะ(?!กรรมการ)|สถานี|ศูนย์|สถาบัน|"
    r"ศาล|ตำรวจภูธร|เรือนจำ|ปลัดกระทรวง|ที่ทำการ|ที่ว่าการ|สหกรณ์|สมาคม|มูลนิธิ|ชมรม|บริษัท)+"
)
# Of which one cannot tell whose they are: ฝ่ายกฎหมาย, คณะกรรมการมูลนิธิ
_OF_SOMEBODY = re.compile(
    rf"(?:ฝ่าย|กลุ่ม|งาน|แผนก|ส่วน).*|(?:คณะ(?:อนุ)?กรรมการ)?(?:{_KIND_OF_OFFICE.pattern})?"
)
_PROVINCE = re.compile(r"จังหวัด(?P<name>[ก-๎]+)")
_SEAT = re.compile(r"สำนักงาน|ที่ทำการ|ที่ว่าการ")  # of whom the post below names: กำนันตำบล…
# What may follow the name of who acts: กรมป่าไม้ได้…, กรมป่าไม้ (ปม.) ขอ…
ENDS = re.compile(
    r"(?:\s|$|[().,/]|ได้|ขอ|มี|โดย|จึง|จะ|พิจารณา|เห็น|กำหนด|เป็น|แจ้ง|ร่วม|ดำเนิน|จัด|ตรวจ|ใน|ออก|รับ|ว่า|และ|ที่|เรื่อง|นั้น)"
)


def vouched(found: Field, document: Document) -> Field:
    """The issuer with its confidence after its witnesses; one with a note has been doubted."""
    if found.note not in _TO_BE_VOUCHED_FOR or found.confidence is None:
        return found
    blocks = cut_blocks(document)
    posts = [arabic(post) for post in signed_posts(document)]
    found = _as_its_head_says(found, posts, blocks)
    offices = [office for post in posts if (office := office_of_post(post))]
    better, same = _as_its_post_is_read(found, offices)
    if better:
        return better
    against = _code_against(found.value, blocks)
    against = against or (None if same else _post_against(found.value, offices))
    if against:
        return doubted(found, against)
    if found.note == HIDDEN:
        whole = found.value in offices and not is_part(found.value)
        return found.model_copy(update={"note": None}) if whole else found
    if same or _vouched_for(found, document, blocks, posts):
        return found.model_copy(update={"note": None})
    if found.note == SEAL:
        return doubted(found, SEAL)
    alone = round((found.confidence or 0.0) * ALONE, 4)
    return found.model_copy(update={"confidence": alone})


def made_whole(found: Field, document: Document) -> Field:
    """The issuer as the post of the signatory tells it, where a stamp left but a piece of the
    letterhead: …รส่วนตำบล, ศาลากลางจังห."""
    broken = unknown_letters(found.value) > 0 or not starts_office(found.value)
    if not broken or (found.confidence or 0.0) >= _WEAK:
        return found
    offices = [
        office for post in signed_posts(document) if (office := office_of_post(arabic(post)))
    ]
    for office in offices:
        named = starts_office(office) and not _OF_SOMEBODY.fullmatch(office)
        if named and _is_piece(found.value, office) and not names_same(found.value, office):
            note = _IN_PART.format(found.value, office)
            return doubted(found.model_copy(update={"value": office}), note)
    return found


def _is_piece(piece: str, office: str) -> bool:
    """Whether a name, a few of its letters misread, is a part of an office's or of its seat's."""
    piece, office = unspaced(piece), unspaced(office)
    alike = max(fuzz.partial_ratio(piece, seat + office) for seat in _SEATS)
    return len(piece) < len(office) + _SHORTEST_CORE and alike >= _PART


def names_same(one: str, other: str) -> bool:
    """Whether two names are of one office, or of it and a part of it.

    >>> names_same("สำนักงานปลัดกระทรวงคมนาคม", "กระทรวงคมนาคม"), names_same("กรมป่าไม้", "กรมประมง")
    (True, False)
    """
    parts = [re.split(r"[\s()]+", name) for name in (one, other)]
    one, other = (re.sub(r"\s", "", name) for name in (one, other))
    if one in other or other in one:
        return True
    if any(len(part) >= _LONG_PART and part in other for part in parts[0]):
        return True
    cores = [_KIND_OF_OFFICE.sub("", name, count=1) for name in (one, other)]
    told = [core for core in cores if len(core) >= _SHORTEST_CORE]
    return any(core in name for core, name in zip(cores, (other, one), strict=True) if core in told)


def _as_its_head_says(found: Field, posts: Sequence[str], blocks: Blocks) -> Field:
    """The name without what stands under it, where a post names it so: การไฟฟ้า… │ เขื่อน… ตำบล…

    A greater office that follows belongs to the name, as does what the text says with it.
    """
    for post in posts:
        office = office_of_post(post) or ""
        rest = found.value[len(office) :].strip()
        more = _MORE_OF_IT.match(rest) is not None or begins_unit(rest)
        misread = 0 < len(rest) < _SHORTEST_CORE  # …จังหวัดชัยภูม│ิ: the post lacks a letter
        runs_on = found.value.startswith(office) and rest and not (more or misread)
        runs_on = runs_on and not _is_on_one_line(found, blocks)
        if len(office) >= _LONG_NAME and runs_on and not _stands_in_text(found, blocks):
            return found.model_copy(update={"value": office})
    return found


def _is_on_one_line(found: Field, blocks: Blocks) -> bool:
    return any(found.text in line.text for line in (*blocks.title, *blocks.head))


def _as_its_post_is_read(found: Field, offices: Sequence[str]) -> tuple[Field | None, bool]:
    """The issuer as the post below spells it, where letters were misread in the issuer alone; and
    whether they were misread in the post alone: จังหวัดชัยภูมิ, ผู้ว่าราชการจังหวัดชัยภูม."""
    for office in () if any(names_same(found.value, one) for one in offices) else offices:
        alike = fuzz.ratio(unspaced(found.value), unspaced(office)) >= _MISREAD
        if not alike or _figures(office) != _figures(found.value):
            continue
        here, there = falls_apart(found.value), falls_apart(office)
        if here > there + 1:
            note = _AS_THE_POST.format(found.value, office)
            return doubted(found.model_copy(update={"value": office}), note), False
        if there > here + 1:
            return None, True
    return None, False


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _post_against(name: str, offices: Sequence[str]) -> str | None:
    others = [office for office in offices if not _OF_SOMEBODY.fullmatch(office)]
    if not others or any(names_same(name, office) for office in offices):
        return None
    return _ANOTHER_POST.format(others[0])


def _code_against(name: str, blocks: Blocks) -> str | None:
    """The province of the number's code, if the name tells another."""
    own = own_number(blocks)
    province = _provinces().get((own[1].number.code or "").rstrip(". ")) if own else None
    named = _PROVINCE.search(name)
    if province is None or named is None or named["name"].startswith(province):
        return None
    known = any(named["name"].startswith(other) for other in _provinces().values())
    return _ANOTHER_CODE.format(f"จังหวัด{province}") if known else None


def _vouched_for(found: Field, document: Document, blocks: Blocks, posts: Sequence[str]) -> bool:
    name = found.value
    if any(_heads(post, name) for post in posts):
        return True
    own = own_number(blocks)
    code = (own[1].number.code or "").rstrip(". ") if own else ""
    coded = _provinces().get(code) or _ministries().get(code)
    if coded and coded in name:
        return True
    if name.removeprefix("จังหวัด") in _provinces().values():
        return True  # a real one, as in the list of provinces
    contact = read_contact(document)
    dealing = arabic(contact.office or "") if contact else ""
    itself = found.note == BELOW and dealing == name  # perhaps the very line that it was found on
    if dealing and not itself and names_same(name, dealing):
        return True
    kind = read_kind(document)
    if kind == "memo" and "office" in blocks.items:
        return True  # ส่วนราชการ says so: at first reading 70 of 70 were right
    if kind == "stamped_letter" and found.note == BELOW:
        return True  # where the regulation has it stand: at first reading 36 of 37 were right
    return _stands_in_text(found, blocks)


def _heads(post: str, name: str) -> bool:
    """Whether a post is of the office of this name: สาธารณสุขอำเภอแม่ริม, ผู้จัดการสาขาหนองหาร."""
    office = office_of_post(post)
    if office is not None and names_same(name, office):
        return True
    return _is_told_in(post, name)


def _is_told_in(text: str, name: str) -> bool:
    """Whether a text tells a name, without its word for an office, or the greater part of it."""
    own = _SEAT.sub("", name, count=1)
    told = [name, own, *(part for part in name.split()[1:] if len(part) >= _LONG_PART)]
    return any(len(one) >= _SHORTEST_CORE and unspaced(one) in unspaced(text) for one in told)


def _stands_in_text(found: Field, blocks: Blocks) -> bool:
    """Whether the text names the office, elsewhere than where it was found."""
    own = Box(*found.box) if found.box else None
    body = [line for line in blocks.body if not (own and _is_within(line, found.page, own))]
    text = re.sub(r"\s+", " ", arabic(" ".join(line.text for line in body)))
    name = re.escape(found.value)
    return any(ENDS.match(text, one.end()) for one in re.finditer(name, text))


def _is_within(line: Line, page: int | None, box: Box) -> bool:
    return line.page == page and box.top <= line.box.middle <= box.bottom


@cache
def _provinces() -> dict[str, str]:
    return {row["code"]: row["name_th"] for row in table.rows("provinces")}


@cache
def _ministries() -> dict[str, str]:
    names = {row["code"]: row["name_th"].split(" (")[0] for row in table.rows("ministries")}
    return {code: re.sub(r"^(?:กระทรวง|สำนักงาน)", "", name) for code, name in names.items()}
