"""Who else says whose a paper is: the post under it, the code of its number, its own text.

An issuer that nothing else vouches for is less sure; one that another part of the paper speaks
against is doubted, and the doubt is told.
"""

from __future__ import annotations

import re
from functools import cache

from extractors import table
from extractors.blocks import Blocks, cut_blocks
from extractors.contact import read_contact
from extractors.memo_head import begins_unit
from extractors.own_number import own_number
from extractors.posts import office_of_post
from extractors.record import Field, doubted
from extractors.signatory import signed_posts
from pipeline.models import Document

# Of its confidence an issuer keeps that nothing else vouches for: 4 in 6 of such were right on
# papers never seen, of the others 57 in 60 (the second measuring half and tests/extractors/whole)
ALONE = 0.7
_ANOTHER_POST = "the signatory heads another office: {}"
_ANOTHER_CODE = "the code of the number is that of {}"
_SHORTEST_CORE = 4  # letters of a name without the word for its kind
_LONG_NAME = 15  # letters of a name that is whole
_LONG_PART = 8  # letters of a part of a name that two offices do not share by chance
_MORE_OF_IT = re.compile(r"[^ก-๎]|ใน|ภาค|เขต|แห่ง|ประจำ|สาขา|จังหวัด|และ|ของ")  # goes on with a name
_KIND_OF_OFFICE = re.compile(
    r"(?:สำนักงาน|สำนัก|กระทรวง|ทบวง|กรม|กอง|จังหวัด|อำเภอ|ตำบล|เทศบาล(?:นคร|เมือง|ตำบล)?|"
    r"องค์การบริหารส่วน(?:จังหวัด|ตำบล)|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย|วิทยาลัย|คณะ(?!กรรมการ)|สถานี|ศูนย์|สถาบัน|"
    r"ศาล|ตำรวจภูธร|เรือนจำ|ปลัดกระทรวง|ที่ทำการ|ที่ว่าการ|สหกรณ์|สมาคม|มูลนิธิ|ชมรม|บริษัท)+"
)
_PROVINCE = re.compile(r"จังหวัด(?P<name>[ก-๎]+)")
# What may follow the name of who acts: กรมป่าไม้ได้…, กรมป่าไม้ (ปม.) ขอ…
_ENDS = re.compile(
    r"(?:\s|$|[().,/]|ได้|ขอ|มี|โดย|จึง|จะ|พิจารณา|เห็น|กำหนด|เป็น|แจ้ง|ร่วม|ดำเนิน|จัด|ตรวจ|ใน|ออก|รับ|ว่า|และ|ที่|เรื่อง|นั้น)"
)


def vouched(found: Field, document: Document) -> Field:
    """The issuer with its confidence after its witnesses; one with a note has been doubted."""
    if found.note or found.confidence is None:
        return found
    blocks = cut_blocks(document)
    found = _as_its_head_says(found, document, blocks)
    against = _post_against(found.value, document) or _code_against(found.value, blocks)
    if against:
        return doubted(found, against)
    if _vouched_for(found.value, document, blocks):
        return found
    alone = round((found.confidence or 0.0) * ALONE, 4)
    return found.model_copy(update={"confidence": alone})


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


def _as_its_head_says(found: Field, document: Document, blocks: Blocks) -> Field:
    """The name without what stands under it, where a post names it so: การไฟฟ้า… │ เขื่อน… ตำบล…

    A greater office that follows belongs to the name, as does what the text says with it.
    """
    for post in signed_posts(document):
        office = office_of_post(post) or ""
        rest = found.value[len(office) :].strip()
        more = _MORE_OF_IT.match(rest) is not None or begins_unit(rest)
        runs_on = found.value.startswith(office) and rest and not more
        if len(office) >= _LONG_NAME and runs_on and not _stands_in_text(found.value, blocks):
            return found.model_copy(update={"value": office})
    return found


def _post_against(name: str, document: Document) -> str | None:
    offices = [office for post in signed_posts(document) if (office := office_of_post(post))]
    if not offices or any(names_same(name, office) for office in offices):
        return None
    return _ANOTHER_POST.format(offices[0])


def _code_against(name: str, blocks: Blocks) -> str | None:
    """The province of the number's code, if the name tells another."""
    own = own_number(blocks)
    province = _provinces().get((own[1].number.code or "").rstrip(". ")) if own else None
    named = _PROVINCE.search(name)
    if province is None or named is None or named["name"].startswith(province):
        return None
    known = any(named["name"].startswith(other) for other in _provinces().values())
    return _ANOTHER_CODE.format(f"จังหวัด{province}") if known else None


def _vouched_for(name: str, document: Document, blocks: Blocks) -> bool:
    posts = signed_posts(document)
    offices = [office for post in posts if (office := office_of_post(post))]
    if any(names_same(name, office) for office in offices):
        return True
    if any(re.sub(r"\s", "", name) in re.sub(r"\s", "", post) for post in posts):
        return True
    own = own_number(blocks)
    code = (own[1].number.code or "").rstrip(". ") if own else ""
    coded = _provinces().get(code) or _ministries().get(code)
    if coded and coded in name:
        return True
    contact = read_contact(document)
    if contact and contact.office and names_same(name, contact.office):
        return True
    return _stands_in_text(name, blocks)


def _stands_in_text(name: str, blocks: Blocks) -> bool:
    text = re.sub(r"\s+", " ", " ".join(line.text for line in blocks.body))
    return any(_ENDS.match(text, found.end()) for found in re.finditer(re.escape(name), text))


@cache
def _provinces() -> dict[str, str]:
    return {row["code"]: row["name_th"] for row in table.rows("provinces")}


@cache
def _ministries() -> dict[str, str]:
    names = {row["code"]: row["name_th"].split(" (")[0] for row in table.rows("ministries")}
    return {code: re.sub(r"^(?:กระทรวง|สำนักงาน)", "", name) for code, name in names.items()}
