"""Duties in a committee: what ประธานกรรมการ or คณะทำงานและเลขานุการ makes of a member."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from extractors.record import MemberRole
from extractors.text import table

_DUTIES: dict[str, tuple[int, str]] = {
    row["duty"]: (int(row["rank"]), row["role"]) for row in table.rows("roles")
}
_BY_LENGTH = {
    length: tuple(duty for duty in _DUTIES if len(duty) == length)
    for length in set(map(len, _DUTIES))
}
_QUALIFIED = re.compile(  # กรรมการผู้แทนผู้ปกครอง
    rf"(?:อนุ)?กรรมการ(?:{'|'.join(table.column('role_qualifiers', 'word'))})[ก-๎]{{2,40}}"
)
# กรรมการ│หมู่บ้าน, เลขานุการคณะกรรมการ│กองทุน: a seat told with the body that it is in
_OF_BODY = re.compile(
    r"(?:อนุ)?กรรมการ(?:หมู่บ้าน|ชุมชน|กองทุน|สถานศึกษา|โรงเรียน|โครงการ|ศูนย์|สมาคม|มูลนิธิ|สภา|เครือข่าย|ชมรม|กลุ่ม)[ก-๎]{0,30}"
)
# ประธานกรรมการ│ตรวจรับพัสดุ, กรรมการ│เงินกู้: a seat told with what the body does
_OF_WORK = re.compile(
    r"(?P<lead>ประธาน|รองประธาน|เลขานุการ|ผู้ช่วยเลขานุการ|ที่ปรึกษา)?(?P<sub>อนุ)?กรรมการ"
    r"(?:ตรวจ|สอบ|จัด|รับ|ดำเนิน|พิจารณา|เก็บ|คุม|ควบคุม|นับ|กำกับ|เปิด|ขาย|ประเมิน|สรรหา|คัดเลือก|กลั่นกรอง|อำนวย|ติดตาม|ตัดสิน|รักษา|ส่ง|สืบ|ประสาน"
    r"|สนับสนุน|ภายนอก|ภายใน|เงิน|เลือกตั้ง|กำหนด|ร่าง|วินัย|ปล่อย|จำหน่าย|ทำลาย|ประจำ)[ก-๎]{0,40}"
)
# หัวหน้าชุด│ตรวจ | รองหัวหน้าทีม│กู้ชีพ | เจ้าหน้าที่ชุด│ตรวจ: what is counted in crews
_OF_CREW = re.compile(
    r"(?P<lead>(?:รอง|ผู้ช่วย)?หัวหน้า|เจ้าหน้าที่|สมาชิก|ประจำ)(?:ชุด|ทีม|เวร|สาย|จุด|รถ)[ก-๎]{1,20}"
)
_CREW = {"หัวหน้า": "หัวหน้า", "เจ้าหน้าที่": "เจ้าหน้าที่", "สมาชิก": "สมาชิก", "ประจำ": "สมาชิก"}
# หัวหน้าคณะพนักงานสืบสวนสอบสวน | รองหัวหน้าพนักงานสอบสวน
_HEADS_BODY = re.compile(r"(?P<deputy>รอง)?หัวหน้า(?:คณะ[ก-๎]{4,30}|(?:ชุด)?พนักงาน(?:สืบสวน)?สอบสวน)")
_NOTED = re.compile(r"(?P<duty>[ก-๎/]+)\((?P<inner>[ก-๎/]+)\)")
_FRAMED = re.compile(r"[(\[](?P<duty>[^()\[\]]+)[)\]]")
_AS = re.compile(
    r"^(?:ให้)?(?:(?:ทำ|ปฏิบัติ)หน้าที่)?(?:ใน(?:ตำแหน่ง|ฐานะ))?(?:เป็น)?\s*(?=\S)"
)  # ทำหน้าที่กรรมการ
# Charges by what their bearer does: ผู้กำหนดคุณลักษณะเฉพาะ | ผู้ออกแบบ | เจ้าหน้าที่การเงิน
_CHARGE = re.compile(
    r"ผู้(?:กำหนด|ตรวจ|ควบคุม(?!การ)|ประสาน|รับผิดชอบ|จัดทำ|ออกแบบ|ดูแล|สังเกต|บันทึก|ประเมิน|ร่าง|เขียน|สรุป|เก็บรักษา|รวบรวม|ทดสอบ|"
    r"จัดเตรียม|จัดซื้อ|ดำเนินรายการ|ดำเนินงาน|รายงาน|รับจ่าย|เบิกจ่าย|สำรวจ|คำนวณ|ถอดแบบ)[ก-๎]{0,40}|เจ้าหน้าที่[ก-๎]{3,24}"
)
_AS_BEFORE = re.compile(r"\s(?:ให้)?(?:(?:ทำ|ปฏิบัติ)หน้าที่)?(?:เป็น)?$")  # นาย ก ปลัดอำเภอ เป็น │ กรรมการ
_AND = re.compile(r"(?:และ|/|,)")
# กรรมการ เลขานุการ | คณะทำงาน ผู้ช่วยเลขานุการ: two duties set apart by a space alone
_SEAT_AND = re.compile(
    r"^\s*((?:คณะ)?(?:อนุ)?กรรมการ|คณะทำงาน|ผู้ทำงาน)\s+(?=(?:ผู้ช่วย)?เลขา|เหรัญญิก|ประชาสัมพันธ์$|นายทะเบียน$|ปฏิคม$)"
    r"|^\s*((?:คณะ)?(?:อนุ)?กรรมการ|คณะทำงาน)(?=(?:ผู้ช่วย)?เลขานุการ)"  # กรรมการเลขานุการ
)
_ORDINAL = re.compile(r"(?:คนที่|ลำดับที่)(?:[๐-๙0-9]+|หนึ่ง|สอง|สาม|สี่|ห้า|หก)$")  # รองประธานกรรมการคนที่ ๑
# กรรมการคุมสอบ│ ห้องที่ ๑ | เจ้าหน้าที่จราจร│ จุดที่ ๒: where one serves stands behind the duty
_WHERE = re.compile(
    r"(?<=[ก-๎])\s*(?:ประจำ)?(?:ห้อง(?:สอบ|ประชุม)?|สนาม(?:สอบ)?|หน่วย(?:สอบ|เลือกตั้ง)?|จุด|อาคาร|ชั้น|เวที|ประตู|ผลัด)"
    r"(?:ที่)?\s*[\d๐-๙]{1,3}(?:\s?[-–/]\s?[\d๐-๙]{1,3})?\s*$"
)
# ประธานกรรมการสอบ: what a duty of members (กรรมการสอบ) becomes behind these
_LEADING = (
    ("ประธาน", 1, "chair"),
    ("รองประธาน", 2, "vice_chair"),
    ("เลขานุการ", 3, "secretary"),
    ("ผู้ช่วยเลขานุการ", 4, "assistant_secretary"),
    ("ที่ปรึกษา", 5, "adviser"),
)
# ประธาน กก. | ผช.เลขาฯ | คทง.: how lists in short hand spell duties
_ABBREVIATED = (
    (re.compile(r"กก\.|(?<![ก-๎])กก(?![ก-๎])"), "กรรมการ"),
    (re.compile(r"คทง\."), "คณะทำงาน"),
    (re.compile(r"^ปธ\."), "ประธาน"),
    (re.compile(r"(?:^|(?<=[/\s])|(?<=และ))ผช\.\s?(?=เลขา|หัวหน้า|ประธาน)"), "ผู้ช่วย"),
    (re.compile(r"เลขาฯ|เลขาฯ?(?=$|[/\s])"), "เลขานุการ"),
)
# ที่ปรึกษาด้านกฎหมาย | ที่ปรึกษาฝ่ายสงฆ์
_ADVISES = re.compile(r"ที่ปรึกษา(?:ด้าน|ฝ่าย|ทาง|สาขา|อาวุโส)[ก-๎]{0,30}")
_NAMELY = re.compile(r"\s*(?:ได้แก่|คือ|[:：])\s*$")
# อาจารย์ที่ปรึกษาหลัก | ผู้อำนวยการศูนย์ | รองผู้อำนวยการศูนย์, in the column of the duties
_LIKELY: tuple[tuple[re.Pattern[str], MemberRole], ...] = (
    (re.compile(r"(?:อาจารย์|ประธาน|กรรมการ|คณะ|ผู้)?(?:ที่)ปรึกษา"), "adviser"),
    (re.compile(r"(?:รอง|ผู้ช่วย)(?:ผู้อำนวยการ|ผอ\.?|ผู้บัญชาการ|ผู้จัดการ|นายก|หัวหน้า)"), "vice_chair"),
    (re.compile(r"(?:ผู้อำนวยการ|ผอ\.?|ผู้บัญชาการ)(?:ศูนย์|เหตุการณ์|โครงการ|$)"), "chair"),
)
# what a line may break within a duty: กรรมการและผู้ช่วย│เลขานุการ, รองประธานคนที่│๑, อนุ│กรรมการ
_AND_ON = re.compile(r"(?P<duty>.+?)(?:(?:และ|/)(?:ผู้ช่วย)?|คนที่|ลำดับที่)")
_BROKEN = re.compile(r"(?:รอง)?(?:ประธาน)?(?:คณะ)?อนุ|คณะ")
_MISREAD_PER = 7  # one wrong letter is forgiven for every so many


@dataclass(frozen=True, slots=True)
class Role:
    """`role` of the contract; `surely` is False where the print was read with a letter amiss."""

    role: MemberRole
    surely: bool = True


def read_role(text: str) -> Role | None:
    """What a whole text says as a duty in a committee; None if it is not a duty.

    Of several duties the highest counts, in whatever order they stand. A letter or two may be
    misread (one in seven).

    >>> read_role("คณะกรรมการและเลขานุการ").role, read_role("เลขานุการและคณะทำงาน").role
    ('secretary', 'secretary')
    >>> read_role("กรรมกาว"), read_role("ปลัดอำเภอ")
    (Role(role='member', surely=False), None)
    """
    text = _WHERE.sub("", _in_full(bare_role(text)))
    plain = re.sub(r"[\s.…_]+", "", text)
    if not plain:
        return None
    if noted := _NOTED.fullmatch(plain):  # กรรมการผู้ทรงคุณวุฒิ (ประธาน) | กรรมการ (ผู้แทนครู)
        inner = noted["inner"]
        return read_role(f"{noted['duty']}/{inner}" if read_role(inner) else noted["duty"])
    parts = _AND.split(re.sub(r"[\s.…_]+", "", _SEAT_AND.sub(r"\1\2/", text)))
    read = [_duty(_ORDINAL.sub("", part)) for part in parts]
    duties = [duty for duty in read if duty is not None]
    if len(duties) < len(read):
        return None
    _, role, surely = min(duties)
    return Role(role, surely)  # type: ignore[arg-type]


def _in_full(text: str) -> str:
    """A duty with its abbreviations written out: ผช.เลขาฯ → ผู้ช่วยเลขานุการ."""
    for short, word in _ABBREVIATED:
        text = short.sub(word, text)
    return text


def bare_role(text: str) -> str:
    """A duty without what frames it: (กรรมการ), - กรรมการ, : กรรมการ, เป็นกรรมการ.

    >>> bare_role("(กรรมการ)"), bare_role("- เป็นกรรมการ"), bare_role("กรรมการ (ผู้แทนครู)")
    ('กรรมการ', 'กรรมการ', 'กรรมการ (ผู้แทนครู)')
    """
    text = text.strip().lstrip("-–:： ").rstrip("-–:： ")
    framed = _FRAMED.fullmatch(text)
    return _AS.sub("", (framed["duty"] if framed else text).strip())


def read_heading(text: str) -> Role | None:
    """What a heading over a person makes of him: a duty, or a charge that no table need know.

    >>> read_heading("ผู้กำหนดคุณลักษณะเฉพาะ").role, read_heading("ผู้อำนวยการกองช่าง")
    ('other', None)
    """
    role = read_role(text)
    if role is None and _CHARGE.fullmatch(bare_role(text)):
        return Role("other")
    return role


def namely(text: str) -> str:
    """A heading without the words that lead to whom it is about: ผู้ควบคุมงาน│ ได้แก่."""
    return _NAMELY.sub("", text)


def likely_role(text: str) -> MemberRole:
    """The role of a duty that no table knows, by the longest known one that it begins with.

    >>> likely_role("ผู้ช่วยหัวหน้าชุด"), likely_role("นักการภารโรง")
    ('vice_chair', 'other')
    """
    plain = re.sub(r"\s+", "", text)
    for pattern, role in _LIKELY:
        if pattern.match(plain):
            return role
    known = [duty for duty in _DUTIES if plain.startswith(duty)]
    return _DUTIES[max(known, key=len)][1] if known else "other"  # type: ignore[return-value]


def is_unfinished(text: str) -> bool:
    """Whether a duty goes on below: คณะกรรมการและ│เลขานุการ, กรรมการและผู้ช่วย│เลขานุการ, อนุ│กรรมการ."""
    plain = re.sub(r"\s+", "", _AS.sub("", text.lstrip("([- ")))
    if _BROKEN.fullmatch(plain):
        return True
    parted = _AND_ON.fullmatch(plain)
    return parted is not None and read_role(parted["duty"]) is not None


def _duty(text: str) -> tuple[int, str, bool] | None:
    if text in _DUTIES:
        return (*_DUTIES[text], True)
    for word, rank, role in _LEADING:
        if _DUTIES.get(text.removeprefix(word), (0, ""))[1] == "member":
            return rank, role, True
        if text.startswith(word) and _OF_BODY.fullmatch(
            text.removeprefix(word).removeprefix("คณะ")
        ):
            return rank, role, True
    if of_body := _HEADS_BODY.fullmatch(text):
        return (*_DUTIES["รองหัวหน้า" if of_body["deputy"] else "หัวหน้า"], True)
    if _QUALIFIED.fullmatch(text) or _OF_BODY.fullmatch(text):
        return (*_DUTIES["กรรมการ"], True)
    if of_work := _OF_WORK.fullmatch(text):
        return (*_DUTIES[of_work["lead"] or "กรรมการ"], True)
    if crew := _OF_CREW.fullmatch(text):
        return (*_DUTIES[_CREW.get(crew["lead"], "รองหัวหน้า")], True)
    if _ADVISES.fullmatch(text):
        return (*_DUTIES["ที่ปรึกษา"], True)
    allowed = len(text) // _MISREAD_PER
    if not allowed or re.search(r"\d", text):  # เขต ๓ ประธานกรรมการ: a digit is no letter amiss
        return None
    lengths = range(len(text) - allowed, len(text) + allowed + 1)  # others are farther off
    alike = (duty for length in lengths for duty in _BY_LENGTH.get(length, ()))
    distance, duty = min(
        ((Levenshtein.distance(text, duty, score_cutoff=allowed), duty) for duty in alike),
        default=(allowed + 1, ""),
    )
    return (*_DUTIES[duty], False) if distance <= allowed else None


def split_role(text: str) -> tuple[str, str] | None:
    """Part a duty from the end of a line: the longest run of whole words that reads as one.

    >>> split_role("นายสมชาย ใจดี กรรมการ และเลขานุการ")
    ('นายสมชาย ใจดี', 'กรรมการ และเลขานุการ')
    """
    unsure: tuple[str, str] | None = None
    for space in re.finditer(r"\s+", text):
        end = _AS.sub("", text[space.end() :])
        if end.startswith("กก."):
            continue  # ขนาด ๑๕ กก.: of goods; a duty in short hand stands in a column of its own
        role = read_role(end)
        parted = _AS_BEFORE.sub("", text[: space.start()]), end
        if (role and role.surely) or is_unfinished(end):
            return parted
        if role and unsure is None:  # ครู รองประธานกรรมการ: no letters amiss, a duty stands in it
            unsure = parted
    return unsure


def split_leading_role(text: str) -> tuple[str, str] | None:
    """Part a duty from the beginning of a line where a colon or a dash ends it.

    >>> split_leading_role("ประธาน : นายสมชาย ใจดี"), split_leading_role("หมายเหตุ : นายสมชาย ใจดี")
    (('ประธาน', 'นายสมชาย ใจดี'), None)
    """
    duty, *rest = re.split(r"\s*[:：]\s*|\s+[-–]\s+", text.strip(), maxsplit=1)
    return (duty, rest[0]) if rest and rest[0] and read_role(duty) else None
