"""Where a paragraph asks its reader for something, and where it only tells what others asked.

A request begins with a word of asking (จึงขอให้, โปรด, ขอเชิญ, ให้ at the head of a sentence) and
goes on to the next, or to where the text turns to conditions and courtesies. What stands in a
sentence that recalls (ตามที่ … นั้น), relates (ได้รับแจ้งว่า ขอให้…) or supposes (หากไม่สะดวก
โปรด…) asks nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.offices import PREFIXES
from extractors.verbs import find_verbs

Manner = Literal["asks", "favour", "invites", "adds", "closing"]

_NOT_TO_DO = (
    r"(?!ความ|การ|คำ|บริการ|แก่|ถึง|เป็นไป|แล้วเสร็จ|ทราบ|ถือว่า|มี(?!หนังสือ)|เกิด|สอดคล้อง|ทัน|ครบ|ถูกต้อง)"
)
_OFFICES = "|".join(PREFIXES)
# ขอให้│ครอบครัวของท่านมีกำลังใจ, ขอให้│ท่านประสบความสำเร็จ
_WELL_WISHES = (
    r"\S{0,40}?\s?(?:จง)?(?:ประสบ(?:แต่|ความ|ผล)|เจริญ|มี(?:สุขภาพ|(?:แต่)?ความสุข|กำลังใจ|พลานามัย)|"
    r"สู่สุคติ|ไปสู่|หายป่วย|หายจาก|เดินทาง(?:โดย)?(?:ปลอดภัย|สวัสดิ)|ได้รับพร(?!ะ))"
)
# ขอความอนุเคราะห์│จากท่านในการ│ประชาสัมพันธ์: what is asked is named as a doing
_IN_DOING = (
    rf"(?:\s?(?:จาก|มายัง)?\s?(?:(?:ท่าน|หน่วยงาน|ทุก|{_OFFICES})\S{{0,40}}?)?\s?(?:ใน|ด้วย)การ"
    r"(?=ประชาสัมพันธ์|เผยแพร่|แจ้งเวียน|ปิดประกาศ|ตอบแบบ|จัดส่ง|ส่ง|แจ้ง|เข้าร่วม|รายงาน|กรอก))?"
)
_MUST = (
    r"(?:จะ)?ต้อง(?=(?:ส่ง|จัดส่ง|รายงาน|แจ้ง|มา|ไป|ชำระ|ยื่น|ลงทะเบียน|เข้า|นำส่ง)"
    r"[^ๆ]{0,140}?(?:ภายใน|ใน|ก่อน|ไม่เกิน)\s?(?:วัน|เดือน|[\d๐-๙]))"
)
# Each alternative with an example; the first that fits at a place counts.
_ASKS = re.compile(
    # จึงเรียนมาเพื่อโปรดแจ้งผล… | ขอส่งประกาศมาเพื่อโปรดประชาสัมพันธ์
    r"(?P<closing>(?:จึง(?:เรียน|แจ้ง|นมัสการ|เจริญพร)มา|(?<=มา)|(?<=พร้อมนี้)|(?<=หนังสือนี้)|(?<=คืน))\s?เพื่?อ(?!\s?ขอ(?:อนุญาต|ส่ง|รายงาน|แจ้ง|เสนอ|อนุมัติ|รับ))\s?(?:ขอ(?:ความ(?:อนุเคราะห์|ร่วมมือ)?)?(?:ได้)?)?(?:โปรด|กรุณา|ให้)?)"
    # ขอความอนุเคราะห์หน่วยงานของท่านจัดส่งข้อมูล | จึงขอรับการสนับสนุนรถบรรทุกน้ำ
    rf"|(?P<favour>(?:จึง|และ|ใคร่)?\s?(?:ใคร่)?ขอ(?:ความอนุเคราะห์|รับการสนับสนุน|รับความอนุเคราะห์|ความเมตตา|ความกรุณา(?:ท่าน)?(?:ให้)?(?:ความ)?อนุเคราะห์)(?:{_IN_DOING}(?<=การ)|(?:จาก)?))"
    # จึงขอเรียนเชิญท่านเข้าร่วมประชุม | ขอเชิญชวนสถานศึกษาเสนอชื่อ
    r"|(?P<invites>(?:จึง|และ|ใคร่)?\s?(?:(?:ใคร่)?ขอ|จึง)(?:กราบ)?(?:(?:เรียน|ทูล|กราบบังคมทูล)?เชิญ(?:ชวน)?|(?:อาราธนา|นิมนต์)(?=พระ(?!คุณ|ศรี|บารมี)|ท่าน|คณะ|เจ้า))|^(?:กราบ)?เรียนเชิญ)"
    # จึงขอให้อำเภอรายงานผล | และขอได้โปรดส่งคืน | กรุณาส่งแบบตอบรับ
    rf"|(?P<asks>(?:จึง|และ|ใคร่|โดย|ทั้?งนี้?)?\s?(?:ใคร่)?(?:(?<!คำ)ขอให้(?!การ|ความ|ข้อ|คำ|ถ้อย|{_WELL_WISHES})|ขอความร่วมมือ{_IN_DOING}|ขอความกรุณา|ขอได้โปรด|โปรด(?!เกล้า|กระหม่อม|ดลบันดาล|ประทาน)|(?<!ความ)(?<!พระ)(?<!ขอ)กรุณา)"
    # จึงให้ตำบลคัดเลือก | จึงมีคำสั่งให้ผู้ถูกฟ้องคดีจัดทำคำให้การ | กรมขอแจ้งให้ท่านชำระ…
    r"|ขอแจ้ง(?:เตือน)?ให้(?=(?:ทุก|หน่วยงาน|ส่วนราชการ|บุคลากร|ข้าราชการ)(?!\S{0,60}ทราบ)|ท่าน|บริษัท|ห้าง|ผู้|นัก|เจ้าของ|สมาชิก)"
    rf"|(?:จึง|และ)?ขอ(?:(?:มอบหมาย|เร่งรัด|กำชับ|เน้นย้ำ|ซักซ้อม|เตือน|สั่งการ)ให้|(?=ทราบ(?:ผล|ความคืบหน้า|ข้อเท็จจริง|รายละเอียด)|ประชาสัมพันธ์ให้))|จึง(?:ขอ)?(?:กำหนด|มอบหมาย|สั่งการ|มีคำสั่ง|กำชับ|แจ้ง|แจ้งเตือน|เตือน|เน้นย้ำ|ประกาศ|ซักซ้อม|(?:แจ้ง)?นัด(?:หมาย)?)?ให้{_NOT_TO_DO}"
    # ให้อำเภอทุกอำเภอรายงาน… at the head | เพื่อให้การปฏิบัติเป็นไปในแนวทางเดียวกัน ให้ ภ.จว. ดำเนินการดังนี้
    rf"|^(?:(?:ดังนั้น|ในการนี้|ทั้?งนี้?|บัดนี้|อนึ่ง)\s?)?(?:เพื่อ(?:(?!ขอให้|ขอความ|โปรด|กรุณา)[^ๆ]){{2,140}}?\s)?ให้\s?{_NOT_TO_DO}"
    # สำหรับกำนัน ให้ประชาสัมพันธ์… : to some of the addressees
    rf"|^(?:สำหรับ|ในส่วน(?:ของ|ที่)?)\s?\S{{2,80}}\s(?:ขอ|โปรด)?ให้\s?{_NOT_TO_DO}"
    # เมื่อดำเนินการแล้วเสร็จให้รายงานผล… | กรมตรวจสอบแล้ว ให้ท่านส่งเอกสารเพิ่มเติม
    r"|(?:^|\s|และ)เมื่อ[^ๆ]{2,60}?(?:เสร็จ|เรียบร้อย|สิ้นสุด|ได้รับ)\S{0,20}?(?:แล้ว)?\s?ให้(?=รายงาน|แจ้ง|ส่ง|จัดส่ง|สรุป)"
    r"|^เมื่อ.{2,80}?ให้(?=รายงาน|แจ้ง|ส่ง|จัดส่ง|สรุป)"
    # ส่วนราชการใดที่ยังมิได้ส่งแผน ให้จัดส่งภายใน…: who is late is meant, no case that may come
    r"|^\S{2,40}ใด(?:ที่)?ยัง[^ๆ]{2,80}?\sให้(?=รายงาน|แจ้ง|ส่ง|จัดส่ง|ยื่น|ดำเนิน)"
    r"|(?<=\s)ให้(?=ท่าน(?!ทราบ|พิจารณา))|(?<=แล้ว )ให้(?=ท่าน|จังหวัด|อำเภอ|ทุก))"
    # จังหวัดขอส่งแบบสำรวจ จำนวน ๑ ชุด │ให้อำเภอกรอกข้อมูล… | ในการนี้ กรม│กำหนดให้จังหวัดรายงาน…
    rf"|(?P<bids>(?:(?<=\s)|กำหนด|(?<=\s)เพื่อ)ให้\s?(?=ทุก|ท่าน|หัวหน้า|หน่วย|ส่วนราชการ|พนักงาน|เจ้าหน้าที่|ข้าราชการ|บุคลากร|ลูกจ้าง|ครู|ผู้(?:มีราย|บริหาร|อำนวย)|{_OFFICES}))"
    # ท่านจะต้องมารายงานตัวในวันที่… | ทั้งนี้ หน่วยงานต้องส่งคำขอภายใน…
    rf"|(?P<must>(?:^|(?<=\s))(?:ทุก|ท่าน|หน่วยงาน|ส่วนราชการ|สถานศึกษา|จังหวัด|อำเภอ|โรงเรียน)(?:ของท่าน|ทุกแห่ง)?\s?{_MUST})"
    # และให้รายงานผล… | ทั้งนี้ ให้จัดส่งภายใน… | โดยให้ส่งถึง…
    rf"|(?P<adds>(?:และ|โดย|กับ|(?<=\s)แล้ว|(?:^|\s)ทั้?งนี้?\s?)ให้(?!เริ่ม){_NOT_TO_DO})"
)
_OWN = re.compile(r"จึง|โปรด|กรุณา")  # words that nobody tells of others
_SO = re.compile(r"จึง(?!ได้|มี)[^ๆ]{2,40}$")  # จึงขยายเวลาออกไป │โดยให้…
_BY_THIS_LETTER = re.compile(r"ได้รับ(?:หนังสือ|บันทึก)(?:ฉบับ)?นี้")  # days that only its writer tells
_OWN_WISH = re.compile(r"จึง|(?<!ได้)(?<!ว่า)ขอ(?!ให้|ความ)")  # ขอยกเลิกหนังสือที่อ้างถึง และให้…
# กรมพิจารณาแล้วอนุมัติให้ย้ายได้ โดยให้…: on what terms something is granted
_GRANTS = re.compile(r"พิจารณาแล้ว[^ๆ]{0,60}?(?:อนุมัติ|อนุญาต|เห็นชอบ|ไม่ขัดข้อง|ยินดี|เห็นควร|เห็นว่า)")
_BACKGROUND = re.compile(r"^(?:ตามที่|ตามหนังสือ|ตาม|อ้างถึง|อนุสนธิ|สืบเนื่อง)")
# ตามคำสั่งแต่งตั้งคณะกรรมการ… │ขอเชิญท่านมาให้ถ้อยคำ
_INVITES = re.compile(r"(?<=[ก-๎\d]\s)ขอ(?:เรียน)?เชิญ(?:ท่าน|ผู้|คณะ|ทุก)")
_RECALLED = re.compile(r"(?<!ดัง)(?<!ทั้ง)(?<!เหล่า)(?<!ฉะ)นั้?น(?=\s|$)")
_INTRODUCTION = re.compile(r"^(?:ด้วย|เนื่องด้วย|เนื่องจาก|ตาม)")
_TOLD = re.compile(r"(?:ที่ประชุม|ได้|ว่า|ที่|เคย|หนังสือ|ประสงค์|ซึ่ง|มติ)\s*$")
# ได้รับแจ้งจากกรม… ว่า … และขอให้
_TELLING = re.compile(
    r"ได้รับ(?:แจ้ง|การประสาน|หนังสือ|เรื่อง|รายงาน)|(?<!ขอ)(?<!ขอเรียน)แจ้งว่า(?!จะ)|มีหนังสือ|(?<!ขอ)แจ้งให้|ได้แจ้ง|(?<!ขอ)แจ้งแนวทาง|มีบัญชา|สั่งการ|มีมติ|ข้อสั่งการ|เสนอ(?:ขอ)?ให้|แจ้งมติ|กำหนด(?:ให้|ว่า)|(?<!เทศ)(?<!ข้อ)(?<!ราช)บัญญัติ"
)
_TELLS_THAT = re.compile(r"(?<!ขอ)(?<!ขอเรียน)แจ้งว่า")
_TURNS = re.compile(
    r"จึง|ในการนี้|ดังนั้น|บัดนี้|พิจารณาแล้ว|เพื่อให้|ฉะนั้น|เพื่อประโยชน์|เพื่อประกอบ"
)  # to what is one's own
_DONE = re.compile(r"ได้\S{3,120}(?:\s\S{3,40}){0,2}แล้ว\s?$")
_SUPPOSES = re.compile(
    r"(?:^|\s)(?:แต่|และ)?(?:หาก|ถ้า|(?:ใน)?กรณี(?!นี้|ดังกล่าว)|ผู้ใด|ผู้ที่(?=สนใจ|ประสงค์|ไม่)|ผู้(?=สนใจ|ประสงค์)|หน่วยงานใด"
    r"|(?:ท่าน(?:ใด|ที่)|ผู้(?:ที่)?)(?=ติด|ไม่สามารถ|ไม่สะดวก|ประสงค์|สนใจ|ต้องการ))"
)
_RESUMES = re.compile(r"\s?(?:ทั้?งนี้?|จึง)")  # ผู้สนใจสมัครได้ที่เว็บไซต์ │ทั้งนี้ ขอความกรุณาแจ้ง…
# ตามระเบียบ ข้อ ๑๐ ให้หน่วยงานจัดทำรายงาน: no bidding of the writer's
_RULE = re.compile(r"ระเบียบ|พระราชบัญญัติ|มาตรา|กฎกระทรวง|หลักเกณฑ์")
_BY_CLAUSE = re.compile(r"ข้อ\s?[\d๐-๙]+\S*\s*$")
# ขอส่งทะเบียนครุภัณฑ์ │เพื่อให้หัวหน้าฝ่ายลงนาม แล้วส่งกลับงานพัสดุ
_WE_SEND = re.compile(r"(?<!ได้)(?<!ว่า)ขอ(?:จัด)?ส่ง")
_GIVEN_BACK = re.compile(r"(?:แล้ว|และ)(?:จัด)?(?:ส่งกลับ|ส่งคืน|(?:ส่ง|รายงาน|สรุป|แจ้ง).{2,80}ภายใน)")
_BIDDEN = re.compile(
    r"(?:(?!\s(?:เพื่อ|จำนวน|และ(?!รายงาน|สรุป|ส่ง|แจ้ง)|พร้อม|โดย)|\s?(?:ไว้|เพื่อ)?ใช้ใน|ทราบ|ภายใน).){1,120}"
)
# ในการนี้ กรมการปกครอง│ได้กำหนดให้…
_WRITER = re.compile(
    r"(?:^|\s)(?:ในการนี้|บัดนี้|ดังนั้น|ทั้งนี้|พิจารณาแล้ว|(?:เพื่อ|ให้)[^ๆ]{2,140})\s(?:\S{2,50}\s?)?(?:ได้|โดย|และ)?$"
    rf"|แล้ว\s?(?:และ)?(?:ได้)?$|^(?:{_OFFICES})\S{{0,60}}\s?(?:ได้)?$"
)
# Where a request ends before the next one.
_ENDS = re.compile(
    r"\s(?:(?:แต่|และ)?(?:หาก|ถ้า)|(?:ใน)?กรณี(?!ที่ดิน)|อนึ่ง|(?:ส่วน|สำหรับ)?ผู้(?:ที่)?(?:สนใจ|ประสงค์)|จะขอบคุณ|จักขอบ|จะเป็นพระคุณ|จักเป็นพระคุณ|และหวังเป็นอย่างยิ่ง|และขอขอบ|มิฉะนั้น|ซึ่งจะ|รายละเอียด(?=ตาม|ปรากฏ|ดัง|สามารถ)"
    r"|ทั้?งนี้?(?!\s?(?:ภายใน|ต้อง|ไม่เกิน|กำหนด)))|\s?\(ถือวัน|(?:หาก|ถ้า)(?:ท่าน|พ้น|ไม่)"
)


@dataclass(frozen=True, slots=True)
class Request:
    """`text[start:end]` asks for something; what is asked begins at `asked`."""

    start: int
    asked: int
    end: int
    manner: Manner
    own: bool  # whether it is surely one's own: จึงขอให้, โปรด, or after such words


def find_requests(text: str, own: int | None = None) -> list[Request]:
    """The requests of a paragraph, in order; none of what it recalls, relates or supposes. `own`:
    where what the writer himself asks has begun, if that is known."""
    begun = own is not None
    own = _own_part(text) if own is None else own
    found: list[re.Match[str]] = []
    ends: list[int] = []
    for match in _ASKS.finditer(text, own):
        asked = _is_asked(match, text, own, begun or bool(found))
        found += [match] if asked else []
        ends += [match.start()] if asked or match.lastgroup != "bids" else []
    ends.append(len(text))
    requests: list[Request] = []
    for match in found:
        end = min(place for place in ends if place > match.start())
        stop = _ENDS.search(text, match.end(), end)
        manner: Manner = "asks" if match.lastgroup in ("bids", "must") else match.lastgroup  # type: ignore[assignment]
        closes = requests and requests[0].manner == "closing" and text.startswith("จึง")
        if closes and manner != "invites":
            manner = "closing"  # …มาเพื่อโปรดทราบ และขอความร่วมมือ…
        lead = len(match[0]) - len(match[0].lstrip())
        requests.append(
            Request(
                match.start() + lead,
                match.end(),
                stop.start() if stop else end,
                manner,
                _is_own(match, text),
            )
        )
    return requests


def _is_own(match: re.Match[str], text: str) -> bool:
    """Whether a request is surely the writer's: by its words, after a turn, or after what the
    writer has done (กรมได้อนุมัติแล้ว ขอให้…)."""
    before = text[: match.start()]
    done = _DONE.search(before) is not None and not _TELLING.search(before)
    return done or bool(_OWN.search(match[0]) or _TURNS.search(before))


def introduces(text: str) -> bool:
    """Whether a paragraph begins as those do that say why a letter is written (ด้วย…, ตามที่…)."""
    return _INTRODUCTION.match(text) is not None


def _own_part(text: str) -> int:
    """Where what a paragraph recalls is over: after นั้น, or where it says จึง."""
    if not _BACKGROUND.match(text):
        return 0
    recalled = _RECALLED.search(text)
    if recalled:
        return recalled.end()
    turn = re.search(r"จึง(?!ได้)|ในการนี้|ดังนั้น|บัดนี้", text)
    invites = turn or (None if text.startswith("ตามที่") else _INVITES.search(text))
    return invites.start() if invites else len(text)


def _is_asked(match: re.Match[str], text: str, own: int, asked: bool) -> bool:
    before = text[own : match.start()]
    sentence = before[max((turn.end() for turn in _TURNS.finditer(before)), default=0) :]
    if _supposed(before) and not _RESUMES.match(match[0]):
        return False
    if match.lastgroup == "must" and _RULE.search(before):
        return False
    if match.lastgroup == "bids":
        return _bids(match, text, before, sentence)
    alone = match.lastgroup == "adds" and match.start() > 0 and not asked
    granted = _GRANTS.search(before) is not None
    so = _SO.search(before) is not None
    if alone and not (granted or so or _OWN_WISH.search(sentence) or _WE_SEND.search(before)):
        return False
    if match.lastgroup == "closing" or _OWN.search(match[0]) or (alone and granted):
        return True
    if _BY_THIS_LETTER.search(text, match.end()):
        return True
    if match[0].lstrip().startswith("และ"):  # กรมแจ้งว่าจะจัดประชุม…│และขอให้จังหวัด…
        return not (_TELLING.search(sentence) or _TELLS_THAT.search(sentence))
    return not _TOLD.search(before) and not _TELLING.search(sentence)


def _bids(match: re.Match[str], text: str, before: str, sentence: str) -> bool:
    """Whether ให้ before an office bids it to do something, and is the writer's own: it comes after
    what the writer does (ขอส่ง…) or after a word that turns to it, no rule stands before it, and
    the office is followed by a verb."""
    ruled = _RULE.search(before) is not None and not _WE_SEND.search(sentence)
    if ruled or _BY_CLAUSE.search(before) or _TELLING.search(sentence):
        return False
    if match[0].startswith("กำหนด"):
        return _WRITER.search(before) is not None
    if not (_OWN_WISH.search(before) or _TURNS.search(before)):
        return False
    if match[0].startswith("เพื่อ"):
        sent = _WE_SEND.search(sentence) is not None
        return sent and _GIVEN_BACK.search(text, match.end()) is not None
    bidden = _BIDDEN.match(text, match.end())
    return bidden is not None and bool(find_verbs(bidden[0]))


def _supposed(before: str) -> bool:
    """Whether the last sentence before a request says หาก…, with no request of its own since."""
    supposed = [found.start() for found in _SUPPOSES.finditer(before)]
    if not supposed:
        return False
    since = before[supposed[-1] :]
    return len(since) < 160 and not re.search(r"(?:^|\s)(?:ทั้งนี้|จึง|อนึ่ง|ในการนี้)", since)
