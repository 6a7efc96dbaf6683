"""How the name of a body (คณะกรรมการ…, ทีม…) begins and where it is over within a sentence."""

from __future__ import annotations

import re

from extractors.text import table
from extractors.text.clauses import tidy

BODY = rf"(?:{'|'.join(table.column('bodies', 'word'))})"
# What else may be appointed by its name, if the sentence says so: ทีมดูแลผู้ป่วยที่บ้าน
GROUP = r"(?:ทีม|ชุด|กลุ่ม|หน่วย|ศูนย์|คณะ|สภา|เครือข่าย)[ก-ฮเ-ไ]"
TEAM = re.compile(GROUP)
_LISTED = r"(?:ราย(?:ชื่อ|นาม|ละเอียด)?|บัญชี|ตาราง|ปรากฏ)"
# Where a name is over, with a space before it or without.
_ENDS = (
    r"\(?เพิ่มเติม\)?(?=\s+(?:ดัง|ประกอบ|มี|จำนวน|คือ|ราย)|\s*$)"
    r"|\(?(?:ชุด|คณะ)ใหม่|แทน(?:ชุด|คณะ)เดิม|ใหม่(?=\s+ดัง|\s*$)|(?:ขึ้น(?:มา)?\s?)?(?:จำนวน\s?)?[๑1]?\s?(?:คณะ|ชุด)หนึ่ง"
    r"|โดย(?:ม[ีืิึ]|ม(?=องค์)|ให้)|(?:ซึ่ง|อัน)?(?:มี|โดยมี)?(?:องค์)?ประกอบด้วย|มีองค์ประกอบ|มีราย"
    rf"|ดัง(?:ต่อไป)?นี้|ดังมี|ต่อไปนี้|(?:ดัง|ตาม){_LISTED}|คือ(?=\s|$)|ได้แก่|เป็น(?=\s?ดัง)"
    r"|จำนวน\s*(?:[\d๐-๙]+|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s*(?:คณะ|ชุด|ฝ่าย|คน|ราย|กลุ่ม|ท่าน|นาย)"
    r"|ขึ้น(?:ใหม่)?(?=[\s.]|โดย|เพื่อ|ประกอบ|มา|$)|(?:ให้)?มี(?:อำนาจ)?หน้าที่|ของ(?=นาย|นาง|น\.ส\.|ว่าที่)"
)
# Where a sentence goes on behind a name and a space.
_GOES_ON = (
    r"\(?เพิ่มเติม\)?|เพื่อ|จึง|โดย|ซึ่ง|ไว้(?=\s|ดัง|$)|ไป(?=\s?แล้ว)|แล้วนั้น|นั้น(?=\s)|แทน(?=\s|ดัง|$)|ณ\s|ตั้งแต่|ทำหน้าที่|ปฏิบัติหน้าที่|เป็นผู้|มีวาระ|วาระ\s"
    r"|และ(?=ให้|ขอให้|กำหนด|มอบ|มีหน้าที่|มีอำนาจ|ยกเลิก)|พร้อม(?:ทั้ง|กับ|ด้วย)|ตาม(?:ที่|คำสั่ง|มติ|ระเบียบ|นัย|ข้อ|กฎ)|เมื่อวัน|ในวัน|ระหว่างวัน"
)
NAME_END = rf"(?=\s*(?:{_ENDS})|\s+(?:{_GOES_ON})|\s*$)"
# คณะกรรมการวิจัย, and no more: จึงแต่งตั้งผู้มีนามต่อไปนี้เป็นกรรมการผู้ทรงคุณวุฒิใน│คณะกรรมการวิจัย
INTO = (
    r"(?:(?:อนุ)?(?:กรรมการ|คณะทำงาน)(?:เพิ่มเติม|ผู้ทรงคุณวุฒิ|อื่น|และเลขานุการ)?\s?(?:เพิ่มเติม)?\s?ใน(?=คณะ))?"
)
# ให้ผู้มีรายนามต่อไปนี้เป็นคณะกรรมการ… | ให้นายทหารต่อไปนี้ทำหน้าที่คณะกรรมการ…
WHOM = (
    r"(?:ให้|มอบหมาย)(?:ผู้|บุคคล|ข้าราชการ|เจ้าหน้าที่|กำลังพล|พนักงาน|ครู|นายทหาร|นายตำรวจ|ตำรวจ|บุคลากร|ลูกจ้าง"
    r"|(?=[ก-๎ ]{2,40}(?:ต่อไป|ดังกล่าว|ข้างท้าย)))[^\n]{0,120}?(?:เป็น|ทำหน้าที่|ปฏิบัติหน้าที่)(?:เป็น)?"
)
# จึงให้ตั้งคณะกรรมการ… | มีมติเลือกตั้งคณะกรรมการ…
_SETS_UP = r"(?:(?<![ก-๎])|(?<=จึง)|(?<=ให้)|(?<=ขอ)|(?<=เลือก))ตั้ง(?=คณะ|กรรมการ|อนุ|ชุด)"
_ALTERS = r"(?:ปรับปรุง|เปลี่ยนแปลง|กำหนด)(?:รายชื่อ|องค์ประกอบ)?(?=คณะ)"
_APPOINTS = rf"(?:แต่งตั้ง|จัดตั้ง|{_ALTERS}|{_SETS_UP}|ประกาศราย(?:ชื่อ|นาม))"
_AS = r"(?:[^\n]{0,200}?เป็น|ให้)?"
NAMED = rf"(?P<name>(?:{BODY}|{GROUP}).*?){NAME_END}"
# จึงแต่งตั้งคณะกรรมการ… ดังนี้ | จึงขอแต่งตั้งผู้มีรายชื่อต่อไปนี้เป็นคณะทำงาน… ประกอบด้วย
APPOINTED = re.compile(rf"(?:{_APPOINTS}{_AS}|{WHOM})\s*{INTO}{NAMED}")
APPOINTING = re.compile(rf"{_APPOINTS}|{WHOM}")
# ให้มีคณะกรรมการคณะหนึ่ง เรียกว่า “คณะกรรมการ…”
_CALLED = re.compile(
    rf"(?:เรียกว่า|ใช้ชื่อว่า|ชื่อว่า)\s?[“\"‘']?\s?(?P<name>(?:{BODY}|{GROUP}).*?)(?:\s?[”\"’']|{NAME_END})"
)
# leaders and the rule below a subject: ……… | ----------
LEADERS = re.compile(r"\s*(?:[.…_*=–-]\s?){3,}\s*|\s*…+\s*")
# ตามคำสั่งแต่งตั้งคณะกรรมการกลาง │จึงแต่งตั้ง│ผู้มีรายชื่อ…: what was named is another's
_ANEW = re.compile(r"จึง(?:ขอ|ได้|ให้|เห็นควร)?แต่งตั้ง(?=ใหม่|ผู้มี|บุคคล|ข้าราชการ|ดัง)")
_AFORESAID = re.compile(r"(?:เรื่อง)?(?:ดังกล่าว|ข้างต้น)+$")


def named_in(text: str) -> str | None:
    """The last name of a body that the text appoints."""
    named = [APPOINTED.match(text, found.start()) for found in APPOINTING.finditer(text)]
    told = [match for match in named if match]
    if not told or _ANEW.search(text, told[-1].end("name")):
        return None
    return _AFORESAID.sub("", tidy(LEADERS.sub(" ", told[-1]["name"])))


def called(text: str) -> str | None:
    """The name that a body is given: …คณะหนึ่ง เรียกว่า “คณะกรรมการส่งเสริมหัตถกรรม”."""
    given = _CALLED.search(text)
    return tidy(given["name"]) if given else None
