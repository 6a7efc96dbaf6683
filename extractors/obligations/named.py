"""What an announcement or an order bids those whom it names: the selected, the transferred."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.obligations.asking import Request
from extractors.obligations.asking_words import OFFICES
from extractors.obligations.clause_duties import duties_from, of_clause
from extractors.obligations.duty import is_dated
from extractors.obligations.follow_up import is_how_to_come
from extractors.obligations.parts import cut_parts
from extractors.obligations.times.context import Context
from extractors.record import Obligation
from extractors.text.clauses import Paragraph

# Whom a paper can name: by their kind, by a list, by a person's title.
_KIND = (
    r"(?:ข้าราชการ|บุคคล|พนักงาน|บุคลากร|ลูกจ้าง|นัก(?:เรียน|ศึกษา|กีฬา)|ครู|อาจารย์|เจ้าหน้าที่|เกษตรกร|ร้านค้า|"
    r"ทีม|โรงเรียน|สถานศึกษา|หน่วยงาน|กลุ่ม|บริษัท|ห้าง|ผู้ปกครอง|สมาชิก|กำลังพล|อาสาสมัคร)"
)
# ผู้│ผ่าน… | นักเรียนที่│สอบได้… | ผู้│ถูกลงโทษ: what befell those who are named
_BEFELL = (
    r"(?:ผ่าน|ได้(?:รับ|เข้า|สิทธิ)|มีราย|มีชื่อ|"
    r"มีสิทธิ์?(?:เข้า)?(?:รับ)?(?:การ)?(?:ทดสอบ|สอบ|คัดเลือก|ประเมิน)?(?:สัมภาษณ์|ข้อเขียน|คัดเลือก|แข่งขัน|ปฏิบัติ)?|"
    r"เดินทางไป(?:ราชการ|ปฏิบัติราชการ|ศึกษาดูงาน)?|สอบ|ชนะ|ถูก|เข้ารับ|เข้าอบรม|เข้าร่วม|ค้าง|เช่า|ย้าย|ชำระ|รับทุน|รับคำสั่ง|รายงานตัวแล้ว|กู้|รับมอบ|ลาออก|พ้นจาก|เกษียณ|อยู่เวร|บรรจุ|สละสิทธิ์|ประมูลได้|จอง|สมัครไว้|ลงทะเบียนไว้|ยื่นคำ\S{0,12}ไว้)"
)
_LISTED = (
    r"(?:ดังกล่าว|ข้างต้น|ดังต่อไปนี้|ต่อไปนี้|ดังมีรายชื่อ|ทั้งสอง|ทั้งสาม|ทั้งหมด|ตามบัญชี|ตามราย|ตามประกาศ|ตามคำสั่ง|ผู้นี้|รายนี้"
    r"|ทุกคน|ทุกราย|ทุกแห่ง)"
)
_PERSON = (
    r"(?:นาย(?!อำเภอ|ก(?:เทศ|องค์|สภา|สมาคม|รัฐ)|ทะเบียน|แพทย์|ช่าง|ทหาร|ตำรวจ|สถานี|จ้าง|ด่าน|ประกัน)"
    r"|นาง|น\.ส\.|ว่าที่ร้อย|พันตำรวจ|ร้อยตำรวจ|ดาบตำรวจ|สิบ|จ่า|พันจ่า|ดร\.|ผศ\.|รศ\.)[ก-ฮเ-ไ]"
)
# …สายพิณ เพ็งพา ตำแหน่งเจ้าพนักงานพัสดุชำนาญงาน│ เดินทาง…
_POST_OF = r"(?:[ก-๎]+\s[ก-๎]+(?:\s[ก-๎.]+){1,4}?\s(?=(?:เดินทาง|ไป|มา|เข้ารับ|เข้าร่วม)[ก-ฮ]))?"
_FIRM = r"(?:บริษัท|ห้างหุ้นส่วนจำกัด)\s\S+(?:\s\S+){0,3}?\s?จำกัด(?:\s?\(มหาชน\))?"
# ผู้ใดสนใจ, ผู้ประสงค์จะสมัคร, ผู้ประกอบการ: the public at large, of whom nobody is named
_PUBLIC = r"(?!ผู้(?:ใด|(?:ที่)?(?:สนใจ|ประสงค์)|สมัคร|ยื่น|เสนอ|ประกอบ|ใช้|ครอบครอง|เป็นเจ้าของ|มีหน้าที่))"
_NAMED_ONES = (
    rf"{_PUBLIC}(?:(?:{_KIND}\S{{0,30}}?)?(?:ผู้(?:ที่)?|(?<=[ก-๎])ที่|(?<=[ก-๎])ซึ่ง){_BEFELL}"
    rf"|(?:{_KIND}|ผู้)\S{{0,40}}?\s?{_LISTED}|{_PERSON}{_POST_OF}|{_FIRM})"
)
# What those who are named do, where a word that says who they are runs on to it.
DOES = (
    r"(?:(?:จะ)?ต้อง|ยื่น|พิมพ์|จัดตั้ง|ไป|มา(?!ตร)|(?<!แนะ)นำ|ส่ง(?!เสริม)|จัดส่ง|แต่งกาย|เข้ารับ|เข้าร่วม|เข้าสอบ|เข้าปฏิบัติ|เดินทาง|รายงาน(?!ตัวแล้ว)|จัดทำ|จัดเตรียม|ดำเนิน|ติดต่อ|ชำระ"
    r"|ชดใช้|ลงทะเบียน|ทำสัญญา|(?<!รับ)แจ้ง|ยืนยัน|เลือก(?=สถานที่|ตำแหน่ง|แผง|ที่|วัน)|คืน|มอบ(?=ตัว|งาน|หมายงาน|หน้าที่)|ปฏิบัติ|ตรวจสอบ)"
)
_SAID = r"\S{0,60}?"
# ให้ผู้ผ่านการสรรหา│มารายงานตัว… | ให้ผู้ได้รับคำสั่งย้าย│เดินทางไป… | ผู้ผ่านการเลือกสรร│ต้องมา…
_BIDS = re.compile(
    rf"(?:^|\s|และ|โดย|จึง|ขอ|มอบหมาย|กำหนด|มีคำสั่ง|สั่ง|สั่งการ|แต่งตั้ง|อนุญาต|อนุมัติ)(?P<asks>ให้)\s?{_NAMED_ONES}(?:{_SAID}(?:ไป|มา)?(?={DOES}))?"
    rf"|(?:^|(?<=\s)|(?<=โดย))(?P<who>{_NAMED_ONES}{_SAID}(?:\s\S{{1,12}}){{0,4}}?\s?(?:จะ)?(?P<must>ต้อง|(?<!ตาม)ให้)(?={DOES}))"
)
# Where those who passed are named, theirs are bidden by their kind: ให้ผู้ปกครอง│นำนักเรียนมามอบตัว
_NAMES = re.compile(r"รายชื่อ|ผู้(?:ที่)?ผ่าน|ผ่านการคัดเลือก|ผู้มีสิทธิ|ผู้(?:ที่)?ได้รับ")
# ให้สำนักงานสาธารณสุขจังหวัดทุกแห่งรายงานยอดคงคลัง…ทุกเดือน: units, in a sentence of its own
_BIDS_UNITS = re.compile(
    rf"(?:ทั้งนี้\s?|อนึ่ง\s?)?(?P<asks>ให้)\s?(?!คณะ)(?:{OFFICES}|ส่วนราชการ|หน่วยงาน|นายอำเภอ|กำนัน|ผู้(?:ว่าราชการ|อำนวยการ|จัดทำ|รับผิดชอบ)|หัวหน้า(?!คณะ)|ทุก(?:หน่วย|กอง|ส่วน|โรงเรียน|อำเภอ|สถาน))\S{{0,80}}?(?={DOES})"
)
_BIDS_THEIRS = re.compile(rf"(?:^|\s|โดย|ขอ)(?P<asks>ให้)\s?(?:{_KIND}|ผู้เข้าสอบ)(?={DOES})")
# ๓. นายวสันต์ ปงลังกา / โดยให้เดินทางด้วยรถยนต์… และ│ให้รายงานผล…ภายใน ๑๕ วัน: whoever stands in the list
_BIDS_LISTED = re.compile(rf"(?:^|\s|โดย|และ|ทั้งนี้)(?P<asks>ให้)(?={DOES})")
# …นิติกร กรรมการและเลขานุการ: what a committee is to do is none
_SEATED = re.compile(r"(?:ประธาน|กรรมการ|คณะทำงาน|เลขานุการ|หัวหน้า(?:คณะ|ชุด|ทีม)|ทีมงาน|ที่ปรึกษา)[ก-๎]*$")
# จึงมอบหมายให้ข้าราชการปฏิบัติหน้าที่ ดังนี้ ๑. นายวิชัย ทองมา จัดทำแผนผัง…ภายในวันที่…
_CHARGES = re.compile(r"มอบหมาย.*(?:ดัง(?:ต่อไป)?นี้|ต่อไปนี้?)[\s:]*$")
_IS_PERSON = re.compile(rf"(?:ให้)?{_PERSON}")
# และ│เมื่อเสร็จสิ้นภารกิจ│ให้จัดทำรายงาน…
_WHEN_DONE = r"(?:เมื่อ|ภายหลัง|หลังจาก)[ก-๎]{3,40}?(?:\s?แล้ว)?\s?"
_AND_BIDS = re.compile(
    rf"\s?และ(?:{_WHEN_DONE})?(?P<asks>ให้)(?:(?:ผู้(?:อำนวยการ|บังคับบัญชา)|หัวหน้า|{OFFICES}|หน่วยงาน|ต้นสังกัด)\S{{0,50}}?(?:\s\S{{1,14}}){{0,2}}?\s?)?(?=เข้ารับ|เข้าร่วม|เข้า(?=ประชุม|อบรม)|จัด(?!การ)|อำนวย|สนับสนุน|รายงาน|สรุป|ส่ง|จัดส่ง|แจ้ง|ไป|มา)"
)
# ให้นาย ก ไปช่วยราชการ│ตั้งแต่วันที่ … ถึงวันที่ …: how long somebody is posted is no day to do it by
_POSTED = re.compile(
    r"(?:ช่วยราชการ|ปฏิบัติ(?:ราชการ|หน้าที่|งาน)|ลาศึกษา|ลาไป|ศึกษาต่อ|รักษาการ|รักษาราชการ).*ตั้งแต่(?:บัดนี้|วันที่).*?ถึงวันที่"
)
# ให้นางสาวปวีณา ใจเที่ยง ปลัดอำเภอ ทำหน้าที่กรรมการ…: an office given; ให้ยื่นคำคัดค้าน…: a right
_NO_DUTY = re.compile(
    r"[^ๆ]{0,90}?(?:คัดค้าน|ทักท้วง|อุทธรณ์|โต้แย้ง|ร้องทุกข์|ทำหน้าที่|เป็น(?:ประธาน|กรรมการ|เลขานุการ|ผู้ช่วย))"
    r"|[^ๆ]{0,160}?เป็นผู้(?:รักษา(?:ราชการ|การ)|ปฏิบัติ(?:ราชการ|หน้าที่|การ))?แทน"
)
# beside what has its day a thing without one counts, but not to serve and obey
_NO_SERVICE = re.compile(r"(?!.*(?:ปฏิบัติหน้าที่|ปฏิบัติงาน|ปฏิบัติราชการ|ถือปฏิบัติ|เคร่งครัด))")
_ELSE = re.compile(rf"\s(?:หาก|มิฉะนั้น|(?:และ)?(?:{_WHEN_DONE})?ให้(?!แล้วเสร็จ|เสร็จ|เรียบร้อย|ทัน|ครบ))")


def of_those_named(body: Sequence[Paragraph], written: str | None) -> tuple[Obligation, ...]:
    """What an announcement or an order bids those whom it names to do on a day."""
    found: list[Obligation] = []
    charged = False  # whether the last paragraph without a mark charges those who are listed
    names = any(_NAMES.search(item.text) for item in body)
    for place, item in enumerate(body):
        before = tuple(one.text for one in body[:place])
        if item.marker is None:
            charged = _CHARGES.search(item.text) is not None
        elif charged and item.numbered and _IS_PERSON.match(item.text):
            parts = cut_parts(item.text, Request(0, 0, len(item.text), "asks", True))
            duty = of_clause([item], Context(written=written)) if parts else None
            found += [duty] if duty and is_dated(duty) else []
            continue
        bids = [*_BIDS.finditer(item.text)]
        bids = bids or [*_BIDS_THEIRS.finditer(item.text)] if names else bids
        if not bids and item.marker is None and _is_named_above(body, place):
            bids = [*_BIDS_LISTED.finditer(item.text)]
        units = _BIDS_UNITS.match(item.text) if item.marker is None and not bids else None
        for match in [units] if units else bids:
            ends = _ELSE.search(item.text, match.end())
            end = ends.start() if ends else len(item.text)
            begin = match.start("must" if match.groupdict().get("must") else "asks")
            named = duties_from(item, begin, end, written, match.end(), before)
            named = [duty for duty in named if not _POSTED.search(duty.text) and duty not in found]
            named = [duty for duty in named if not _NO_DUTY.match(duty.text)]
            if not any(is_dated(duty) for duty in named):
                continue
            first = next(place for place, duty in enumerate(named) if is_dated(duty))
            named = [
                duty
                for place, duty in enumerate(named)
                if is_dated(duty) or (place > first and _counts_beside(named, duty))
            ]
            also = _AND_BIDS.match(item.text, end)
            if also:
                named += duties_from(item, also.start("asks"), len(item.text), written)
            said = {(one.action, one.first_due) for one in found if one.action == "attend"}
            found += [one for one in named if (one.action, one.first_due) not in said]
    return tuple(found)


def _is_named_above(body: Sequence[Paragraph], place: int) -> bool:
    """Whether a paragraph stands right below a numbered list of persons."""
    above = body[place - 1] if place else None
    named = above is not None and above.numbered and _IS_PERSON.match(above.text) is not None
    return named and above is not None and _SEATED.search(above.text) is None


def _counts_beside(named: Sequence[Obligation], duty: Obligation) -> bool:
    """Whether what has no day of its own is a thing to do: not to obey, nor how to come."""
    return _NO_SERVICE.match(duty.text) is not None and not is_how_to_come(named, duty)
