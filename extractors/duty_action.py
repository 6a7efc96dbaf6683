"""What a duty asks for in the end: its verb, weighed by what is sent, shown or told, and when."""

from __future__ import annotations

import re

from extractors.digits import arabic
from extractors.due_days import find_first_due, is_due_after_event
from extractors.offices import PREFIXES
from extractors.part import Part
from extractors.record import Action, Frequency

# ทุกวันศุกร์ | ทุก 15 วัน | รายสัปดาห์ | ทุกครั้งที่: a rhythm that the contract has no word for
OTHER_RHYTHM = re.compile(
    r"ทุก\s?(?:วัน(?!ที่\s*\d+(?!\s*และ))|สัปดาห์|ครั้ง|\d{1,2}\s?วัน)|(?<!บรร)ทุก(?:เช้า|เย็น|คืน|กะ|เวร|ผลัด)|ราย(?:วัน|สัปดาห์)|สัปดาห์ละ|วันละ"
)
IN_TIME_TOLD = re.compile(
    r"(?:ใน|ของ)วัน(?:เดียวกัน|นั้น)|ในกำหนด(?:เวลา)?เดียวกัน|(?:เตรียม|นำ)(?!บัตร).*(?:มา|ไป|ติดตัว).*ในวัน(?:ประชุม|อบรม|สัมมนา|นัด)|ภายใน(?:กำหนด(?:เวลา)?|เวลา|วัน)(?:เดียวกัน|ที่กำหนด|ดังกล่าว|นี้|$)|ตามกำหนด(?:เวลา|การ)?(?:ดังกล่าว|ข้างต้น)"
)
# แจ้งผู้ที่ยังไม่ได้ตรวจ│ให้เข้ารับการตรวจ: what they are to do; แจ้งผู้ใช้ไฟฟ้า│ทราบล่วงหน้า
_TOLD_TO_DO = re.compile(
    r"แจ้ง(?:ผู้|บุคลากร|เจ้าหน้าที่|ข้าราชการ|พนักงาน|ประชาชน|นัก|สมาชิก|ลูกจ้าง)\S*?"
    r"(?:\s?ให้(?=เข้ารับ|มา|ไป|ดำเนิน|ปฏิบัติ|ถือ|งด)|(?:ให้)?ทราบล่วงหน้า)"
)
_BACK = re.compile(
    r"แจ้ง(?:คณะกรรมการ|ผู้ว่าจ้าง|ผู้ควบคุมงาน)|มายัง|กลับ|(?:ไปยัง|ทาง|ที่)\s?\S{0,20}@|ต่อ(?=สำนัก|กรม|กอง|จังหวัด|อำเภอ)"
)
# แจ้งจุดความร้อนทุกวันจันทร์ทางไลน์กลุ่ม
_ON_LINE_AGAIN = re.compile(
    r"แจ้ง(?!เตือน)\S*ทุก(?:วัน|สัปดาห์)\S*\s?(?:ทาง|ผ่าน|ใน)(?:กลุ่ม)?(?:ไลน์|LINE|แอป)"
)
# เรียกเงินที่เบิกเกินสิทธิ…ส่งคืนกองคลัง: money given back is no answer
_MONEY_BACK = re.compile(r"(?:เรียก|นำ|คืน|ส่ง)เงิน(?!เดือน)[^ๆ]{0,60}(?:ส่งคืน|คืน(?=กอง|คลัง|ภายใน|แก่))")
_ANY_DAY = "2024-01-01"  # on which a letter may be written: whether a day is told, not which
# whoever is sent to do something on a day and hour comes
_SENT = (
    r"(?:จัด|ส่ง|มอบหมาย|มอบ|ให้)(?:ให้)?(?:ช่าง|วิศวกร|นายช่าง|เจ้าหน้าที่|บุคลากร|พนักงาน|แพทย์|ทันต|พยาบาล"
    r"|ครู|อาจารย์|วิทยากร|ผู้แทน|ตัวแทน|คณะ|ทีม|นัก|ผู้เชี่ยวชาญ|กำลัง|คน)"
)
_AN_HOUR = r"[^ๆ]*วัน[^ๆ]{4,60}\s(?:ตั้งแต่|ใน)?(?:เวลา|ณ)"
_COMES = re.compile(
    # ไปชี้แนวเขตตามวันและเวลาดังกล่าว | นำบุตรหลานมา…ตามวันเวลาดังกล่าว
    r"(?:(?:ให้|ท่าน|โปรด|ไว้)\s?|นำ\S+?)(?:ไป|มา)\S.*ตามวัน(?:และ|\s|\s?,\s?)*เวลา"
    # มาทำสัญญา ในวันจันทร์ที่… เวลา…
    r"|(?:^|ให้(?:(?:ผู้|ท่าน)\S{0,20})?|ท่าน|โปรด|กรุณา|\s)(?:ไป|มา)(?!ยัง|ที่|ถึง|พร้อม(?!กัน)|ด้วย|จาก|ติดต่อ)[ก-๎].*ในวัน[^ๆ]{4,60}\sเวลา"
    r"|(?:^|[ก-๎\s])(?:ไป|มา)(?=ทำ|ลงนาม|พบ|พร้อมกัน|ยื่น|จับ|เลือก|นำเสนอ).*ในวัน[^ๆ]{4,60}\sเวลา"
    # จัดเจ้าหน้าที่ร่วมรังวัดแนวเขตทางในวันที่… เวลา…
    rf"|(?:จัด|ส่ง|มอบหมาย|มอบ|ให้)\S{{2,40}}?(?:ไป|มา)?ร่วม(?!กับ|กัน|มือ|ทุน|สมทบ|บริจาค)[ก-๎](?:{_AN_HOUR}|[^ๆ]*(?<!ภาย)ในวัน[ก-๎]*\s?[\d๐-๙])"
    # ให้ผู้จัดการอยู่ชี้แจงตลอดการเข้าตรวจ ซึ่งเริ่มวันจันทร์ที่ ๑๑ พฤษภาคม…
    r"|อยู่(?:ชี้แจง|ต้อนรับ|รอรับ|ให้ข้อมูล|อำนวยความสะดวก).*วัน[ก-๎]*\s?[\d๐-๙]"
    # นำเจ้าหน้าที่เข้าตรวจสถานที่ก่อสร้าง ในวันที่… เวลา…
    rf"|นำ(?:เจ้าหน้าที่|คณะ)\S{{0,20}}(?:เข้า|ไป|ออก)(?=ตรวจ|ดู|ชี้|สำรวจ|เยี่ยม){_AN_HOUR}"
    # ส่งช่างออกสำรวจ…ในวันที่… เวลา… | จัดพยาบาล รวม ๔ คน มาตรวจสุขภาพ…
    rf"|{_SENT}\S{{0,40}}?(?:\s\S{{1,12}}){{0,4}}?\s?(?:ไป|มา|ออก|เข้า)(?=สำรวจ|ตรวจ|รังวัด|วัด|ชี้|รับ|ให้|ทำ|พบ|ดู|ร่วม|ประเมิน|เก็บ|ซ่อม|แก้|เป็น|บรรยาย|สาธิต|ช่วย)(?:{_AN_HOUR}|[^ๆ]*(?<!ภาย)ในวัน[ก-๎]*\s?[\d๐-๙])"
)
# นำบัญชีค่าจ้าง│ไปแสดงต่อพนักงานเจ้าหน้าที่│ภายใน…: papers shown answer, if they are to come by a day
_SHOWS = re.compile(
    r"(?:นำ|เอา).*(?:ทะเบียน|บัญชี|เอกสาร|หลักฐาน|ใบ|สำเนา|สมุด|สัญญา).*(?:ไป|มา)(?:แสดง|ให้\S{0,20}ตรวจ)"
)

# ประมาณการค่าใช้จ่าย│ให้เทศบาลทราบ: what an office is let know
_TOLD_TO_US = re.compile(
    rf"(?<!เพื่อ)(?<!แจ้ง)(?<!เพื่อแจ้ง)ให้(?:{'|'.join(PREFIXES)}|ศาล)(?!\S*(?:สังกัด|พื้นที่|ทุก))\S{{0,50}}?ทราบ"
)
# บัญชีรายชื่อ…│ให้ถึงงานกำลังพล ภายใน…
_TO_REACH_US = re.compile(rf"(?:ให้|ต้อง)ถึง(?:{'|'.join(PREFIXES)}|มือ)")
# ทำบัญชีรถ…│ส่งมาที่ bus@… | สแกนส่งมาที่… | เก็บต้นฉบับใส่ซองส่งสำนักบริหารกลาง: papers made are an answer
_MADE_AND_SENT = re.compile(
    rf"มอบ(?:บทความ|ต้นฉบับ|เอกสาร|ไฟล์|สำเนา|ภาพถ่าย).*(?:ภายใน|ก่อน|ไม่เกิน)วัน|(?<!เพื่อ)(?:ทำ|รวบรวม|กรอก|คัด|สรุป|เขียน|สแกน|เก็บต้นฉบับ|เซ็น|ลงนาม|ลงชื่อ|ทำเครื่องหมาย|ชี้แจง|ลงข้อมูล)(?!.*(?:(?<!การ)เงิน|สลาก|ค่า(?!ใช้)|ตัวอย่าง|พัสดุ|ขยะ|ถัง)).*?"
    rf"(?:ส่ง|ยื่น|เสนอ|มอบคืน|ส่งคืน|อัปโหลด)(?:กลับ|คืน)?(?:มา|ไป)?(?:\s?(?:ที่|ถึง|ยัง|ให้|ต่อ|เข้า))?\s?(?:{'|'.join(PREFIXES)}|\S{{0,24}}@|พัฒนากร|หัวหน้า|ผู้สอบ|ผู้อำนวย|ประธาน|เลขา|ระบบ|ฝอ\.)"
)
# ติดป้ายแจ้งสายด่วน… | ปิดแผ่นภาพไว้ ณ ทางเข้าตลาด | ใช้รถกระจายเสียงเตือนเกษตรกร | รณรงค์ให้ประชาชน…
_SHOWN = re.compile(
    r"(?:ติด|ปิด|แขวน)(?:แผ่น|ภาพ|โปสเตอร์|ป้าย|สติกเกอร์|คำ|ประกาศ)\S{0,30}?(?:แจ้ง|[^ๆ]{0,60}(?:ไว้\s?(?:ณ|ที่|หน้า|บริเวณ)|ให้\S{0,16}(?:เห็น|ทราบ)))"
    r"|แขวนป้าย|แขวนไว้ที่|กระจายเสียง|เสียงตามสาย|หอกระจายข่าว|ป่าวประกาศ|รณรงค์ให้"
    r"|(?:ติด|ปิด)ไว้\s?(?:หน้า|ที่ทำการ|ที่ป้าย|ณ)"
)
# แจ้งผู้โดยสารทราบล่วงหน้า | บอกลูกบ้านให้รู้ทั่วกัน
_TOLD_TO_ALL = re.compile(
    r"แจ้งเตือน(?:ประชาชน|ราษฎร|เกษตรกร|ผู้ใช้|ชาวบ้าน|ชาวประมง)(?!\S*(?:ให้|อย่า|ห้าม))|(?:แจ้ง|บอก)\S{0,20}(?:ประชาชน|ชุมชน|สมาชิก|ราษฎร|ผู้ใช้|ผู้มาใช้|ผู้รับบริการ|ลูกค้า|แขก|ผู้โดยสาร|นักท่องเที่ยว|ลูกบ้าน|ชาวบ้าน)"
    r"\S*?(?:ให้)?(?:ทราบ|รู้)(?!และ)"
)
# จัดวิศวกร…เป็นพี่เลี้ยง
_IN_CHARGE = re.compile(
    r"จัด(?:นายทหาร|เจ้าหน้าที่|ผู้|ครู)ประสานงาน|(?:จัด|มอบ|มอบให้|ให้|กำหนด|เลือก|วางตัว|ตั้ง)[ก-๎].*เป็น(?:พี่เลี้ยง|ผู้(?:ดูแล|ประสาน|รับผิดชอบ|ควบคุม|แทนในการ|นิเทศ|ชี้แจง|ตรวจทาน))"
    # กำหนดผู้ตรวจทานตารางสอน | มอบเจ้าหน้าที่หนึ่งคนรับผิดชอบ…
    r"|^(?:ให้)?กำหนด(?:ตัว)?ผู้(?!เข้า|มีสิทธิ)|มอบ(?:หมาย)?[ก-๎]{3,20}\s?(?:หนึ่ง|สอง|[12๑๒])\s?(?:คน|นาย|ท่าน)\s?(?:เป็น|รับผิดชอบ|ดูแล)"
)

# ๑. กำหนดตัวผู้รับผิดชอบ ๑ คน และแจ้งชื่อให้กองกลางทราบ: one thing, to appoint
_NAMED_AND_TOLD = re.compile(
    r"^(?:ขอ|ให้|ท่าน)*(?:แต่งตั้ง|กำหนดตัว|กำหนดผู้(?=รับผิดชอบ|ประสาน|ดูแล))[^ๆ]{4,80}?(?:และ|แล้ว)(?:ให้)?แจ้ง"
)


def action_of(part: Part, text: str, often: Frequency | None) -> Action:
    """To send something is to report if it recurs, else to reply; to tell by a day is to reply."""
    action = part.action or "other"
    if part.role == "passes" and action == "other" and "แจ้ง" in text:
        told = _is_timely(text, often) and not _TOLD_TO_DO.search(text)
        told = told or _BACK.search(text) is not None or _ON_LINE_AGAIN.search(text) is not None
        action = "reply" if told else "other"
    if action == "reply" and _MONEY_BACK.search(text):
        return "other"
    if action in ("other", "reply") and _NAMED_AND_TOLD.match(text):
        return "appoint"
    if action == "other" and _COMES.search(text):
        return "attend"
    if action == "other" and _SHOWS.search(text) and _is_timely(text, often):
        return "reply"
    if action == "other" and (_TOLD_TO_US.search(text) or _TO_REACH_US.search(text)):
        return "report" if recurs(text, often) else "reply"
    if action == "other" and _MADE_AND_SENT.search(text):
        return "report" if recurs(text, often) else "reply"
    if action == "other" and (_TOLD_TO_ALL.search(text) or _SHOWN.search(text)):
        return "publish"
    if action == "other" and _IN_CHARGE.search(text):
        return "appoint"
    return "report" if action == "reply" and recurs(text, often) else action


def _is_timely(text: str, often: Frequency | None) -> bool:
    if is_due_after_event(text) or IN_TIME_TOLD.search(text):
        return True
    return (often or find_first_due(text, _ANY_DAY)) is not None


def recurs(text: str, often: Frequency | None) -> bool:
    """Whether something is to be done again and again, in whatever rhythm."""
    return often not in (None, "once") or OTHER_RHYTHM.search(arabic(text)) is not None
