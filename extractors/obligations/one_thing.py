"""Whether two parts of a request are one thing: what is made is sent, what is done is reported.

จัดทำแผน│และส่งให้…, ดำเนินการ│และรายงานผล…, ชี้แจง│พร้อมส่งสำเนา are one; what has a day or a rhythm of its
own beside that of the part before is another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.obligations.part import (
    ALSO,
    APPOINTING,
    HOW,
    SENDING,
    WITH,
    Part,
    has_deadline,
    is_dated,
)
from extractors.record import Action
from extractors.text.offices import PREFIXES

# Something must be said of what is reported or sent, else it is but a word of the thing asked for.
_TELLS = re.compile(
    r"ทราบ|ภายใน|พร้อม|ตาม|ก่อนวัน|ไม่เกิน|ทุก|เป็นประจำ|ราย(?:เดือน|ไตรมาส|ปี)"
    r"|(?:ปี|เดือน|ไตรมาส|สัปดาห์)ละ|มายัง|ไปยัง|กลับ|คืน|ถึง|ผ่าน|ทาง|ต่อ|ให้(?=[ก-ฮ])|โดยด่วน|@|http|(?<!ภาย)ในวัน"
)
_RHYTHM = re.compile(
    r"ราย(?:เดือน|ไตรมาส|ปี)|ทุก\s?(?:ๆ\s?)?(?:สิ้น)?(?:เดือน|ไตรมาส|ปี|\d)|ละ\s?\S{1,4}\s?ครั้ง"
)
_ANSWERS = re.compile(r"แจ้ง(?!เวียน|เหตุ)|ตอบ|ยืนยัน|ให้ความเห็น|เสนอความเห็น")
_TELLS_ELSE = re.compile(r"แจ้ง(?:ชื่อ|รายชื่อ|ยืนยัน|จำนวน|กำหนด|ผู้)")  # เตรียมเอกสาร│และแจ้งชื่อ…
_TOLD_TO_US = re.compile(rf"แจ้ง(?:ผล)?ให้(?:{'|'.join(PREFIXES)})(?!\S*(?:สังกัด|พื้นที่|ทุก))\S*?ทราบ")
_NAMES_TOLD = re.compile(r"แจ้ง(?:ราย)?(?:ชื่อ)|แจ้งหมายเลข|(?:จัด)?ส่ง(?:สำเนา)?คำสั่ง")
_FILES = re.compile(r"(?:นำเข้า|อัปโหลด|อัพโหลด|บันทึก)(?:ไฟล์|เอกสาร|หลักฐาน)")
_SHOWN_THERE = re.compile(r"นำ.*(?:ไป|มา)(?:แสดง|ด้วย)")
_FILES_RETURN = re.compile(r"ยื่น(?:แบบ|คำขอ)")
_FILLS = re.compile(r"(?:แล้ว)?กรอก(?:ลง|ข้อมูล|ผล|รายการ|รายละเอียด)?(?:ใน|ตาม)?แบบ")
_BY = re.compile(r"ภายใน|ไม่เกิน|อย่างช้า|ก่อนวัน|จนถึงวัน")
_BEFORE_IT = re.compile(
    r"เสร็จ(?:สิ้น|เรียบร้อย)?\s?(?:ก่อน|ทัน)|(?:ครบ(?:ถ้วน)?|เรียบร้อย)\s?ก่อน(?:เปิด|ถึง|เริ่ม|เข้า)"
)
_EACH_TIME = re.compile(r"ทุก(?:ครั้ง|ราย|เวร|กะ|เที่ยว|วัน)\s*$")
_OPINION = re.compile(r"ความ(?:คิด)?เห็น|ข้อเสนอแนะ|ข้อคิดเห็น")
_PAYS = re.compile(r"(?:นำ)?ส่งเงิน|ชำระ|โอนเงิน|จ่ายเงิน")
_THEN = re.compile(r"ตามวัน(?:และ|\s|,)*เวลา")
# มารายงานตัว │และนำสำเนาสมุดบัญชีมาด้วย ในวันที่…: the day is that of the coming
_BROUGHT_ON = re.compile(
    r"(?:นำ|เตรียม)(?!เสนอ|เข้า|ส่ง)[^ๆ]{2,90}?(?:มา|ไป)(?:ด้วย|แสดง|ประกอบ)?[^ๆ]{0,20}?\s?(?<!ภาย)ในวัน[ก-๎]*\s?[\d๐-๙]"
)
_ON_A_DAY = re.compile(r"วัน(?:ที่|[ก-๎]+ที่)\s?[\d๐-๙]|ตามวัน")
_LOOKED_INTO = re.compile(r"ตรวจ(?:สอบ|ทาน|ดู|แก้)|สำรวจ")


def joined(text: str, parts: Sequence[Part]) -> list[Part]:
    """Parts that make one thing are put together."""
    whole: list[Part] = []
    for part in parts:
        before = whole[-1] if whole else None
        if before is not None and _is_one(text, before, part):
            action = _of(text, before, part)
            role = before.role if part.action is None else ""  # จัดทำแผน│โดยความเห็นชอบของ…
            whole[-1] = replace(before, end=part.end, action=action, role=role)
        else:
            whole.append(part)
    return whole


def _is_one(text: str, before: Part, part: Part) -> bool:
    dated, dated_before = is_dated(text, part), is_dated(text, before)
    if before.action is None:
        return part.action is None
    if before.role == "idle" and _TELLS_ELSE.match(text, part.start):
        return False  # กำชับผู้รับจ้างให้ปฏิบัติตามกฎหมาย│และแจ้งรายชื่อสัญญา…
    if before.role == "idle" and (not dated_before or part.action == "report"):
        return part.link != ","
    if part.action is None:
        return True
    appointing = part.link in ("และ", ",") and APPOINTING.match(text, part.start)
    if appointing and before.action != "appoint":
        return False  # จัดเตรียมเอกสาร…│และมอบหมายผู้ประสานงาน ๑ คน แจ้งชื่อ…
    filled = before.action == "reply" and before.role != "enters"
    if part.role == "back" and filled and not dated_before:
        return True  # กรอกแบบฟอร์ม│ ลงลายมือชื่อ│ และส่งกลับ…
    if before.action == "attend" and _THEN.search(text, part.start, part.end):
        return part.action == "other"  # ไประวังชี้แนวเขต│และลงชื่อรับรอง│ตามวันและเวลาดังกล่าว
    if before.action == "attend" and part.link == "และ" and _brings_on_a_day(text, part):
        return part.action == "other" and not _ON_A_DAY.search(text, before.start, before.end)
    appoints = before.action == "appoint" or APPOINTING.search(text, before.start, before.end)
    if appoints and _NAMES_TOLD.match(text, part.start):
        # มอบหมายครูผู้รับผิดชอบ…│แล้วแจ้งรายชื่อ│ภายใน…
        return part.link in ("และ", "แล้ว", ",", *HOW)
    looked = _LOOKED_INTO.search(text, before.start, before.end) and not dated_before
    if looked and not before.role and _FILLS.match(text, part.start):
        return True  # ตรวจสอบรายการ…│ กรอกแบบ… | สำรวจหมู่บ้าน…│ กรอกลงในแบบ
    if before.bare and part.role == "passes" and part.link == "และ":
        return before.action == "monitor"  # กำกับ ติดตาม│และเร่งรัดให้…ก่อหนี้ผูกพัน│ภายใน…
    if part.role == "enters" and part.link in WITH and has_deadline(text, part):
        return False  # ส่งคำขอ…ภายใน…│พร้อมทั้งบันทึกในระบบ│ภายในกำหนดเวลาเดียวกัน
    if part.role == "enters":
        return part.link in WITH or (
            part.link == "และ" and not dated_before
        )  # จัดทำคำขอ│และบันทึกในระบบ
    close = part.action == before.action == "other" or before.role == "makes"
    close = close and _is_close(text, before)
    if part.link == "," or (before.link == "," and part.link == "และ" and not close):
        return False  # but …│ ปิดช่องโหว่│และเปลี่ยนรหัสผ่าน│ …
    if part.link in WITH and part.action == "other" and before.action in SENDING:
        return not has_deadline(text, before)  # ส่งสำเนา…│พร้อม│รับรองความถูกต้อง│ภายใน…
    if part.link in WITH and part.action == before.action == "other" and not dated_before:
        return True  # มารับของ│พร้อมชำระค่า…│ภายใน…
    if _gives_opinion(text, before, part) or (before.role == "gives" and part.link in HOW):
        return True
    if part.link in HOW and part.action not in SENDING and not (dated and dated_before):
        return True
    if before.action == "reply" and not dated_before and _PAYS.match(text, part.start, part.end):
        files = _FILES_RETURN.search(text, before.start, before.end) is not None
        return files and part.link == "และ"  # ยื่นแบบแสดงรายการ│และชำระภาษี│ภายใน…
    if not dated_before and (
        _comes_back(text, before, part) or _shares_its_time(text, before, part)
    ):
        return True
    if before.role == "makes" and part.action == "other":
        return not dated_before
    if part.role == "idle":
        return not dated or not dated_before
    if part.action in SENDING:
        return part.link not in ALSO and _is_sent(text, before, part)
    if part.action in ("attend", "publish", "appoint"):
        comes = part.action == "attend" and not text.startswith("เชิญ", part.start)
        spread = part.action == "publish" and part.link == "พร้อมทั้ง"  # …│พร้อมทั้งประชาสัมพันธ์ให้…ทราบ
        beside = part.link in WITH and not (comes or spread) and not has_deadline(text, before)
        return part.action == before.action or beside
    return not dated and (part.bare or part.link not in ("และ", "แล้ว", *ALSO))


def _brings_on_a_day(text: str, part: Part) -> bool:
    return _BROUGHT_ON.match(text, part.start, part.end) is not None


def _gives_opinion(text: str, before: Part, part: Part) -> bool:
    """Whether to take part is but to answer: ร่วมแสดงความคิดเห็น│โดยตอบแบบสอบถาม"""
    opinion = before.action == "attend" and _OPINION.search(text, before.start, before.end)
    return bool(opinion) and part.link in HOW and part.action == "reply"


def _comes_back(text: str, before: Part, part: Part) -> bool:
    """Whether what was looked into or answered is but sent back, or told to the writer."""
    if part.role == "back" and before.action == "attend":
        return False
    if part.role == "back":
        looked_into = before.action == "monitor" and _LOOKED_INTO.search(
            text, before.start, before.end
        )
        return part.bare or bool(looked_into)  # ตรวจสอบและลงนาม│แล้วส่งกลับ | ตรวจสอบ…│แล้วส่งคืนสำนักงาน
    told = _TOLD_TO_US.match(text, part.start, part.end)
    return before.action == "reply" and told is not None  # ให้ความเห็น…│แล้วแจ้งให้สำนักงานทราบ


def _shares_its_time(text: str, before: Part, part: Part) -> bool:
    """Whether two doings are tied so closely that a day told last is of both:
    รื้อถอนอาคาร│และขนย้ายทรัพย์สิน│ภายใน…"""
    if not part.action == before.action == "other" or part.link not in ("และ", "กับ"):
        return False
    if part.link == "กับ":
        return True  # รื้อถอนป้าย กับ│ขนย้ายสิ่งของ│ภายใน…
    return _is_close(text, before) and text[: part.start].endswith(part.link)


def _is_close(text: str, before: Part) -> bool:
    """Whether no space stands between a part and the word that ties the next to it."""
    return not text[before.end - 1 : before.end + 1].endswith(" ")


def _is_sent(text: str, before: Part, part: Part) -> bool:
    """Whether what a part asks to send or report is what the one before asks to make or do."""
    said = text[part.start : part.end]
    dated, dated_before = is_dated(text, part), is_dated(text, before)
    if before.role == "makes":  # กรอกข้อมูลผู้ป่วย ระหว่างวันที่…│และส่ง…ภายใน…: the days of the data
        dated_before = _BY.search(text, before.start, before.end) is not None
        if part.link in ("และ", "แล้ว") and _EACH_TIME.search(text[before.start : before.end]):
            return False  # จดบันทึกชื่อผู้ขายทุกครั้ง│และส่งสำเนาสมุดบันทึก│เดือนละครั้ง
    if before.action == "monitor" and not dated_before and _ANSWERS.match(said):
        return _LOOKED_INTO.search(text, before.start, before.end) is not None
    recurs = _RHYTHM.search(text, before.start, before.end) is not None
    if dated and (has_deadline(text, before) or (recurs and part.link not in HOW)):
        return False  # จัดทำ…ภายใน…│และรายงาน…ภายใน… | รายงานเป็นรายไตรมาส│พร้อมทั้งแจ้งชื่อ…ภายใน…
    filled = before.action != "other" and _ANSWERS.match(said)  # บันทึกข้อมูล│และแจ้งรายชื่อ
    if part.link in WITH and _RHYTHM.search(said) and has_deadline(text, before):
        return False  # แจ้งกลับภายใน…│พร้อมทั้งรายงานความก้าวหน้าทุกสิ้นไตรมาส
    shown = before.role == "makes" and _SHOWN_THERE.search(text, before.start, before.end)
    if shown:
        return False  # นำบัตรประจำตัวไปแสดงในวันนั้น│และแจ้งตอบรับ…
    if before.role == "makes" and not filled and not _TELLS_ELSE.match(said):
        return True
    if before.action in SENDING and part.link in (*WITH, *HOW):
        return True
    if part.link == "พร้อมทั้ง" and part.action == "other" and dated_before:
        return False  # มารับหนังสือ…ระหว่างวันที่…│พร้อมทั้งจัดมุมหนังสือ
    if dated and _BEFORE_IT.search(text, before.start, before.end):
        return False  # ซ่อมแซมเครื่องเล่นให้แล้วเสร็จก่อนเปิดภาคเรียน│พร้อมทั้งรายงานผลภายใน…
    if part.link in WITH and before.action == "other":
        return _RHYTHM.search(said) is None and before.link != ","
    if part.action == before.action == "reply" and not dated_before:
        return before.role != "enters"  # บันทึกข้อมูลในระบบ│และแจ้งรายชื่อผู้ดูแลระบบ
    return not _TELLS.search(said)


def _of(text: str, before: Part, part: Part) -> Action | None:
    """What two parts that are one ask for: what is made is sent, what is done is reported."""
    sent = before.action == "other" and part.action in SENDING and part.link in WITH
    sent = sent and part.role != "makes"  # ออกเยี่ยมบ้าน│พร้อมบันทึกข้อมูล
    if part.role == "enters" and _FILES.match(text, part.start):
        return "reply"  # สแกนเวชระเบียน│และนำเข้าไฟล์ในระบบ
    if part.action is None or part.role in ("idle", "enters"):
        return before.action
    if _FILLS.match(text, part.start):
        return "reply"
    answers = before.action == "monitor" and part.action == "reply"  # ตรวจสอบ…และแจ้งผล
    if part.role == "back" or answers or _gives_opinion(text, before, part):
        return "reply"
    if before.action == "reply" and part.action == "other":
        return "reply"  # ลงรายการในแบบ│แล้วส่งมอบให้เจ้าหน้าที่
    return part.action if before.role in ("makes", "idle") or sent else before.action
