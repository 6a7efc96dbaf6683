"""The words by which a paper tells at its top what it is, and at its foot that it goes on or ends.

Each pattern is for one row's text without tone marks, so that a misread tone does no harm: เรือง for
เรื่อง, คําสัง for คำสั่ง.
"""

from __future__ import annotations

import re

_DIGIT = r"[0-9๐-๙]"
_LEAD = r"^[\s\-–—•·.\"“(]*"

# Signs at the top of a page, matched from the start of a row.
TITLE = re.compile(
    _LEAD
    + r"(?:คำสัง|ประกาศ(?!นียบัตร)|ระเบียบ(?!วาระ)|ขอบังคับ|ขอบัญญัติ|เทศบัญญัติ|หนังสือรับรอง)(?:\s*$|\s?[ก-๎])"
)
WHOLE_TITLE = re.compile(
    _LEAD + r"(?:บันทึกขอความ|รายงานการประชุม|แถลงการณ|ขาวประชาสัมพันธ|ขาวแจก|ขาวเพือสือมวลชน)"
    r"|" + _LEAD + r"บันทึก(?:การ(?:ตรวจ|ให|จับ|สอบ)|ถอยคำ|ปากคำ|คำให|ขอตกลง|เปรียบเทียบ)"
    r"|" + _LEAD + r"(?:หนังสือรับรอง|ประกาศ)\s*$"
    r"|" + _LEAD + r"ใบรับรอง(?!ฉบับนี)[^\t]{0,40}$"  # ใบรับรองแพทย์
    r"|(?:^|\t)\s*(?:ขาว|ขาวประชาสัมพันธ|ขาวแจก(?:สือมวลชน)?|แถลงการณ)\s*(?:\t|$)"
    rf"|^\s*ขาวที\s*{_DIGIT}+"  # ข่าวที่ ๑๔๗/๒๕๖๖
)
# A certificate without a title says what it is: หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า | ขอรับรองว่า
CERTIFIES = re.compile(r"ใหไวเพือ(?:รับรอง|แสดง)|^\s*(?:ขอ|ขาพเจา[^\t]{0,60})รับรองวา")
NAMES_ITSELF = re.compile(r"วาดวย|ฉบับที")  # ระเบียบ… ว่าด้วย…
FORM = re.compile(
    _LEAD
    + r"(?:แบบ(?:รายงาน|ติดตาม|สรุป|สำรวจ|ประเมิน|ฟอร|ตอบรับ|ตอบกลับ|คำขอ|คำรอง|เสนอ|บันทึก|แสดง|แจง|ขอ|"
    r"ลงทะเบียน|กรอก|ใบสมัคร|ตรวจ|ยืนยัน|หนังสือ|\s*[ก-ฮ]{1,4}\.?\s?[ก-ฮ.]*\s*[0-9๐-๙])|ตารางแสดง|ใบ(?:ตอบรับ|ตอบกลับ|สมัคร|ลงทะเบียน|คำรอง|คำขอ|ขอ|แจง|ยินยอม|มอบ|เบิก|ยืม|สง|นำสง|สำคัญรับเงิน|ลา\s*$"
    r"|เสร็จ|เสรจ|กำกับภาษี|สัง(?:ซือ|จาง)|ตรวจรับ|สำคัญคู)|หนังสือมอบอำนาจ|คำ(?:ขอ|รอง)[^\t]{0,40}$)"
)
# รายงานผล… and under it, each on a short row, the unit that reports or the time it reports on
REPORT = re.compile(
    _LEAD + r"(?:รายงาน(?:ผล|สรุป|สถาน|สถิติ|ความกาวหนา|การ|ยอด|จำนวน|ขอมูล|ประจำ)|สรุป(?:ผล|รายงาน))"
    r"[^\t]{0,80}$"
)
REPORTED = re.compile(
    r"^(?!.*(?:ทราบ|ภายใน|เรื่อง))[\s(]*(?:(?:จังหวัด|อำเภอ|เทศบาล|องคการบริหารสวน|โรงเรียน|โรงพยาบาล|สำนักงาน|หนวยงาน|ชือหนวย)"
    r"|ประจำ(?:เดือน|ป|ไตรมาส)|ไตรมาส|รอบ|ขอมูล\s*ณ|ณ\s*วันที)[^\t]{0,60}"
    r"(?:\t\s*(?:ขอมูล\s*ณ|ณ\s*วันที|ประจำ)[^\t]{0,40})?$"
)
SPECIMEN = re.compile(_LEAD + r"(?:ตัวอยาง|ราง)[\s\-–—\"”)]*$")
NUMBER = re.compile(
    rf"{_LEAD}(?!.*(?:ลงวันที|ลว\.))(?:ดวนทีสุด\s*|ดวนมาก\s*|ดวน\s*)?ที\s*(?:[ก-ฮ.]{{1,8}}\s*(?:\([ก-๎.\s]+\)\s*)?{_DIGIT}[^\t]*/?|"
    rf"[.…_]*\s*{_DIGIT}*\s*/\s*{_DIGIT}{{2,4}})"
)
DEAR = re.compile(r"^\s*(?:Dear|Your Excellency)\b")  # a letter in English
OFFICE = re.compile(_LEAD + r"สวนราชการ")
SUBJECT = re.compile(_LEAD + r"เรือง(?:[\s:.]|$)|^\s*เรือง[ก-ฮเ-ไ]")
ADDRESSEE = re.compile(_LEAD + r"(?:กราบเรียน|เรียน|ถึง|นมัสการ)(?:[\s:.]|$)")
PAGE_NUMBER = re.compile(
    rf"^[\s\-–—(]*(?:หนา(?:ที)?\s*)?{_DIGIT}{{1,3}}(?:\s*/\s*{_DIGIT}{{1,3}})?[\s\-–—)/]*$"
)
CLAUSE = re.compile(
    rf"^[\s\-–—/(]*(?:ขอ\s*)?(?P<number>{_DIGIT}{{1,2}})(?:\.{_DIGIT}{{1,2}})*\s?[.)]?\s*"
    r"(?!หมู|ถนน|ซอย|ม\.|ถ\.|ต\.)[ก-๎A-Za-z]"  # but not the address ๙๙ หมู่ ๔
)

# A sign at the foot of the page before.
CALLS_NEXT = re.compile(
    rf"^\s*/\s*(?:{_DIGIT}|[ก-๎])|(?<![.…\s])\s?(?:\.{{2,4}}|…)\s*$|มีตอ|หนา\s*{_DIGIT}+\s*/\s*$"
)

CLOSED = re.compile(_LEAD + r"ขอแสดงความนับถือ")  # after it a letter says no more

# ใบคั่นเอกสาร | แผ่นคั่น | PATCH T | document separator
SEPARATOR = re.compile(
    r"(?:ใบ|แผน|กระดาษ)คัน|คันเอกสาร|ขึนเอกสารใหม|separator|patch\s?(?:code|[t2])", re.I
)
# A sheet before what a letter encloses, with nothing else on it: สิ่งที่ส่งมาด้วย ๑ - ๓ | เอกสารแนบ
ENCLOSURES_FOLLOW = re.compile(
    r"\W*(?:สิงทีสงมาดวย|เอกสาร(?:แนบ|ประกอบ))\W*(?:หมายเลข)?[\s\d๐-๙,\-–—]*(?:ถึง|และ)?[\s\d๐-๙]*\W*"
)

# Over what a letter encloses: สิ่งที่ส่งมาด้วย ๒ | เอกสารแนบ ๑; and over what is annexed to an order
LABEL = re.compile(
    rf"^\W*(?:สิงทีสงมาดวย|เอกสาร(?:แนบ|ประกอบ|หมายเลข))\W*(?:ที|หมายเลข)?\s*(?P<which>{_DIGIT}{{1,2}})?\W*$"
)
ANNEXED = re.compile(
    r"แนบทาย|ตอทาย|ผนวก|(?:ทาย|ประกอบ)(?:คำสัง|ประกาศ|ระเบียบ|ขอบังคับ|ขอบัญญัติ|เทศบัญญัติ|กฎ|บันทึก|หนังสือ)"
)
ANNEXED_HERE = re.compile(
    r"(?:แนบทาย|ทาย|ผนวกตอ)\s?(?:คำสัง|ประกาศ|ระเบียบ|ขอบังคับ|ขอบัญญัติ|เทศบัญญัติ)[^\t]{0,20}นี"
)
ANNEX_TITLE = re.compile(
    r"^[\W]*(?:(?:ราง)?(?:หมาย)?(?:กำหนดการ|ระเบียบวาระ|วาระ)|บัญชี|รายชือ|รายละเอียด|ตาราง|แผนผัง|แผนที|โครงการ|ประเด็น|สรุป|"
    r"ภาพถาย|ภาพกิจกรรม|คูมือ|แนวทาง|หลักเกณฑ|ปฏิทิน|ขอบเขตของงาน|ใบเสนอราคา|ขั้นตอน|ขันตอน|สัญญา(?!ณ)|บันทึกขอตกลง|แผน(?:ปฏิบัติ|งาน|การ)|มาตรการ)"
    r"[^\t]{0,70}$"
)
