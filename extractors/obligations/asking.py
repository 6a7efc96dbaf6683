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

from extractors.obligations.asking_words import ASKS, OFFICES
from extractors.obligations.verbs import find_verbs

Manner = Literal["asks", "favour", "invites", "adds", "closing", "bare", "wants"]

_OWN = re.compile(r"จึง|โปรด|กรุณา|ใคร่|รบกวน|วอน|ฝาก|อยาก")  # words that nobody tells of others
_TO_YOU = re.compile(r"(?:จาก)?(?:ท่าน|หน่วยงานของท่าน)")  # ขอความอนุเคราะห์│ท่าน
_SO = re.compile(r"จึง(?!ได้|มี)[^ๆ]{2,40}$")  # จึงขยายเวลาออกไป │โดยให้…
_BY_THIS_LETTER = re.compile(r"ได้รับ(?:หนังสือ|บันทึก)(?:ฉบับ)?นี้")  # days that only its writer tells
_OWN_WISH = re.compile(r"จึง|(?<!ได้)(?<!ว่า)ขอ(?!ให้|ความ)")  # ขอยกเลิกหนังสือที่อ้างถึง และให้…
# กรมพิจารณาแล้วอนุมัติให้ย้ายได้ โดยให้…: on what terms something is granted
_GRANTS = re.compile(r"พิจารณาแล้ว[^ๆ]{0,60}?(?:อนุมัติ|อนุญาต|เห็นชอบ|ไม่ขัดข้อง|ยินดี|เห็นควร|เห็นว่า)")
# จึงขอยกเลิกแนวทางตามหนังสือที่อ้างถึง โดยให้กลับไปใช้…: what cancelling means
_CANCELS = re.compile(r"จึงขอ(?:ยกเลิก|เพิกถอน|งด)[^ๆ]{2,140}$")
_BACKGROUND = re.compile(r"^(?:ตามที่|ตามหนังสือ|ตาม|อ้างถึง|อนุสนธิ|สืบเนื่อง)")
# ตามคำสั่งแต่งตั้งคณะกรรมการ… │ขอเชิญท่านมาให้ถ้อยคำ
_INVITES = re.compile(r"(?:(?<=[ก-๎\d]\s)|(?<=ซึ่ง))ขอ(?:เรียน)?เชิญ(?:ท่าน|ผู้|คณะ|ทุก)")
# ตามมติคณะกรรมการ โครงการจะส่งน้ำตั้งแต่วันที่ ๑ มกราคม ๒๕๖๙ เป็นต้นไป │ขอให้ทุกกลุ่ม…
_BIDS_ALL = re.compile(
    r"(?:(?<=\d\s)|(?<=[๐-๙]\s)|(?<=ไป\s)|(?<=แล้ว\s)|(?<=ข้างต้น\s))(?:ขอ)?ให้(?:ท่าน|ทุก)"
    # ตามบัญชีลูกหนี้ปรากฏว่าท่านค้างชำระ…บาท เทศบาล│ขอให้ท่านชำระเงิน…
    rf"|(?:(?<=\s)|(?<=บาท))(?:{OFFICES})[ก-๎ฯ]{{0,20}}\s?(?:จึง)?ขอให้ท่าน"
)
_BIDS_YOU = re.compile(r"(?<=แล้ว\s)ให้ท่าน")
# ตามหนังสือที่อ้างถึง │ขอให้โรงเรียนกำชับ…, ตามประกาศที่อ้างถึง │ให้แต่ละฝ่าย…
_AS_CITED = re.compile(r"ตาม[ก-๎]{0,12}(?:ที่)?อ้างถึง[^\s]{0,12}\s(?=(?:ขอ)?ให้|ขอความ|ขอเชิญ)")
_RECALLED = re.compile(  # but not …มาพบในวันนั้น, …ภายในวันเดียวกันนั้น
    r"(?<!ดัง)(?<!ทั้ง)(?<!เหล่า)(?<!ฉะ)(?<!ในวัน)(?<!เดียวกัน)นั้?น(?=\s|$)|(?<=\s)นั้?น(?=[ก-ฮเ-ไ])"
)
_INTRODUCTION = re.compile(r"^(?:ด้วย|เนื่องด้วย|เนื่องจาก|ตาม)")
_TOLD = re.compile(  # but not จึงไม่อาจต่ออายุได้ │ขอให้ท่าน…
    r"(?:ที่ประชุม|(?<![ก-๎])ได้|ว่า|ที่|เคย|หนังสือ|ประสงค์|ซึ่ง|มติ)\s*$|ได้$"
)
# รัฐมนตรีมีนโยบาย│ให้นำเด็ก… | สำนักงานเขตเห็นสมควร│ให้ทุกโรงเรียน… | ศาลมีคำพิพากษา│ให้คืนรถ…
_DECIDED = re.compile(r"(?:นโยบาย|เห็น(?:สม)?ควร|คำพิพากษา|คำวินิจฉัย|ข้อห่วงใย)\s?$")
# ได้รับแจ้งจากกรม… ว่า … และขอให้
_TELLING = re.compile(
    r"(?<!วันที่)ได้รับ(?:แจ้ง|การประสาน|หนังสือ|เรื่อง(?!ร้อง)|รายงาน)|(?<!ขอ)(?<!ขอเรียน)แจ้งว่า(?!จะ)|มีหนังสือ|(?<!ขอ)แจ้งให้|ได้แจ้ง|(?<!ขอ)แจ้งแนวทาง|มีบัญชา|สั่งการ|มีมติ|ข้อสั่งการ|เสนอ(?:ขอ)?ให้|แจ้งมติ|กำหนด(?:ให้|ว่า)|(?<!เทศ)(?<!ข้อ)(?<!ราช)บัญญัติ"
)
_TELLS_THAT = re.compile(r"(?<!ขอ)(?<!ขอเรียน)แจ้งว่า")
_TURNS = re.compile(
    r"จึง|ในการนี้|การนี้|ดังนั้น|บัดนี้|พิจารณาแล้ว|เพื่อให้|ฉะนั้น|เพื่อประโยชน์|เพื่อประกอบ"
)  # to what is one's own
_DONE = re.compile(r"ได้\S{3,120}(?:\s\S{3,40}){0,2}แล้ว\s?$")
# อำเภอใดไม่มีหมู่บ้านเสี่ยง ให้ยืนยัน… | เดือนใดไม่มี… ก็ให้รายงาน, but not ส่วนราชการใดยังมิได้ส่ง: who is late
WHICHEVER = r"[ก-๎]{2,24}ใด(?=(?:ที่)?(?:ไม่|พบ|ประสงค์|สนใจ|ต้องการ|ขาด|เกิด|ติด(?!ตั้ง))|มี(?!ราย))"
_SUPPOSES = re.compile(
    rf"(?:^|\s)(?:แต่|และ)?(?:หาก|ถ้า|(?:ใน)?กรณี(?!นี้|ดังกล่าว)|ผู้ใด|(?:มี)?(?:ข้อ)?(?:ขัดข้อง|สงสัย)|ผู้ที่(?=สนใจ|ประสงค์|ไม่)|ผู้(?=สนใจ|ประสงค์)|หน่วยงานใด|{WHICHEVER}"
    r"|(?:ท่าน(?:ใด|ที่)|ผู้(?:ที่)?)(?=ติด|ไม่สามารถ|ไม่สะดวก|ประสงค์|สนใจ|ต้องการ))"
)
_RESUMES = re.compile(r"\s?(?:ทั้?งนี้?|จึง)")  # ผู้สนใจสมัครได้ที่เว็บไซต์ │ทั้งนี้ ขอความกรุณาแจ้ง…
_IN_THAT_CASE = re.compile(r"โปรด|กรุณา|ขอให้|\sให้")
# ตามระเบียบ ข้อ ๑๐ ให้หน่วยงานจัดทำรายงาน: no bidding of the writer's
_RULE = re.compile(r"ระเบียบ|พระราชบัญญัติ|มาตรา|กฎกระทรวง|หลักเกณฑ์")
_BY_POWER = re.compile(r"อาศัยอำนาจตาม.*")  # the power by which the writer bids
_BY_CLAUSE = re.compile(r"ข้อ\s?[\d๐-๙]+\S*\s*$")
# ขอส่งทะเบียนครุภัณฑ์ │เพื่อให้หัวหน้าฝ่ายลงนาม แล้วส่งกลับงานพัสดุ
_WE_SEND = re.compile(r"(?<!ได้)(?<!ว่า)ขอ(?:จัด)?ส่ง")
_GIVEN_BACK = re.compile(r"(?:แล้ว|และ)(?:จัด)?(?:ส่งกลับ|ส่งคืน|(?:ส่ง|รายงาน|สรุป|แจ้ง).{2,80}ภายใน)")
_BIDDEN = re.compile(
    r"(?:(?!\s(?:เพื่อ|จำนวน|และ(?!รายงาน|สรุป|ส่ง|แจ้ง)|พร้อม|โดย)|\s?(?:ไว้|เพื่อ)?ใช้ใน|ทราบ|ภายใน).){1,120}"
)
# ส่งหลักฐาน (ภาพถ่าย) ให้│หน่วยตรวจสอบภายในไม่ช้ากว่าวันที่…: where it goes
_DELIVERED = re.compile(
    rf"(?:{OFFICES})\S*?(?:ไม่ช้ากว่า|ไม่เกิน|ก่อนวัน|อย่างช้า|(?<!ตรวจสอบ)ภายใน(?=วัน|\s?[\d๐-๙]))"
)
# ในการนี้ กรมการปกครอง│ได้กำหนดให้…
_WRITER = re.compile(
    r"(?:^|\s)(?:ในการนี้|บัดนี้|ดังนั้น|ทั้งนี้|พิจารณาแล้ว|(?:เพื่อ|ให้)[^ๆ]{2,140})\s(?:\S{2,50}\s?)?(?:ได้|โดย|และ)?$"
    rf"|แล้ว\s?(?:และ)?(?:ได้)?$|^(?:{OFFICES})\S{{0,60}}\s?(?:ได้)?$"
)
# ส่วนกรมบัญชีกลางจะโอนเงิน… | ส่วนค่าใช้จ่ายให้เบิกจากต้นสังกัด, but not ส่วนราชการ, ส่งมายัง ส่วนอำนวยการ
_THE_OTHERS = (
    r"(?<!ให้\s)(?<!ถึง\s)(?<!ยัง\s)(?<!ต่อ\s)ส่วน(?!ราชการ|งาน|ตำบล|ท้องถิ่น|แบ่ง|ตัว|ต่าง|ใหญ่|กลาง|ภูมิภาค|อำนวยการ|บริหาร)"
    r"[^ๆ\d]{2,60}?(?:จะ|ให้(?!ทัน|ถึง|แล้วเสร็จ)|ขอ|โปรด|นั้น)"
)
# Where a request ends before the next one.
_ENDS = re.compile(
    # …ให้แล้วเสร็จ │โดยโรงเรียนได้มอบหมายให้นาย…เป็นผู้ประสานงาน: what the writer has done
    r"\s?โดย[ก-๎ฯ]{2,40}ได้(?:มอบหมาย|แต่งตั้ง|จัดเตรียม|ประสาน)|"
    # …นำคอมพิวเตอร์ไปด้วย │ค่าพาหนะเบิกจ่ายจากต้นสังกัด ส่วนค่าอาหารผู้จัดเป็นผู้รับผิดชอบ: who pays
    r"\s?(?:โดย|ส่วน|สำหรับ|ทั้งนี้\s)?ค่า(?:พาหนะ|ใช้จ่าย|เบี้ยเลี้ยง|อาหาร|ที่พัก|เดินทาง|ตอบแทน|น้ำมัน)[ก-๎\sฯ]{0,60}?(?:ให้)?(?:เบิก|(?:ผู้จัด|ต้นสังกัด|โครงการ|สำนักงาน|หน่วยงาน)\S{0,40}?(?:เป็นผู้)?(?:รับผิดชอบ|ออก))|"
    # …ภายใน ๑๕ วัน │โดยท่านอาจแจ้งด้วยตนเอง… ก็ได้ │และเมื่อประเมินแล้วจะแจ้งยอด…: what may, what will be
    r"\s?โดย(?:ท่าน|ผู้\S{2,20}?|จะ)?(?:อาจ|สามารถ)|\s?และเมื่อ[^\d๐-๙ๆ]{2,90}?จะ(?!ต้อง|ขอ|ได้)|"
    # …ภายในวันที่ ๕ มีนาคม ๒๕๖๗ │กรมจะรวบรวมเสนอ…: what the writer will do
    r"\s(?!\S*(?:จนกว่า|เพื่อ|ที่|ซึ่ง|ว่า|ประสงค์|อาจ|หาก))[^\sๆ]{2,40}?จะ(?!ต้อง|ได้|ขอ|เป็น|ไป|มา)(?=[ก-ฮเ-ไ])"
    rf"|\s(?:(?:แต่|และ)?(?:หาก|ถ้า)|(?:ใน)?กรณี(?!ที่ดิน)|อนึ่ง|{WHICHEVER}|[ก-๎]{{2,24}}(?:ราย|แห่ง|หน่วย|ท่าน|ผู้)ใด|(?:ส่วน|สำหรับ)?ผู้(?:ที่)?(?:สนใจ|ประสงค์)|จะขอบคุณ|จักขอบ|จะเป็นพระคุณ|จักเป็นพระคุณ|และหวังเป็นอย่างยิ่ง|และขอขอบ|มิฉะนั้น|ซึ่งจะ(?!(?:ไป|มา)(?:รับ|เก็บ))|รายละเอียด(?=ตาม|ปรากฏ|ดัง|สามารถ)"
    rf"|ทั้?งนี้?(?!\s?(?:ภายใน|ต้อง|ไม่เกิน|กำหนด))|{_THE_OTHERS})|\s?\(ถือวัน|(?:หาก|ถ้า)(?:ท่าน|พ้น|ไม่)"
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
    own = own_part(text) if own is None else own
    found: list[re.Match[str]] = []
    ends: list[int] = []
    for match in ASKS.finditer(text, own):
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
                _is_own(match, text) or 0 < own < len(text),
            )
        )
    return requests


def _is_own(match: re.Match[str], text: str) -> bool:
    """Whether a request is surely the writer's: by its words, after a turn, or after what the
    writer has done (กรมได้อนุมัติแล้ว ขอให้…)."""
    before = text[: match.start()]
    done = _DONE.search(before) is not None and not _TELLING.search(before)
    to_you = _TO_YOU.match(text, match.end()) is not None
    return done or to_you or bool(_OWN.search(match[0]) or _TURNS.search(before))


def end_of_request(text: str, start: int, end: int) -> int:
    """Where a request that has begun before `start` ends: where its sentence turns to conditions or
    courtesies, else at `end`."""
    stop = _ENDS.search(text, start, end)
    return stop.start() if stop else end


def introduces(text: str) -> bool:
    """Whether a paragraph begins as those do that say why a letter is written (ด้วย…, ตามที่…)."""
    return _INTRODUCTION.match(text) is not None


def own_part(text: str) -> int:
    """Where what a paragraph recalls is over: after นั้น, or where it says จึง."""
    if not _BACKGROUND.match(text):
        return 0
    recalled = _RECALLED.search(text)
    if recalled:
        return recalled.end()
    turn = re.search(r"จึง(?!ได้)|ในการนี้|ดังนั้น|บัดนี้|พิจารณาแล้ว", text)
    if turn is None and (as_cited := _AS_CITED.match(text)):
        return as_cited.end()
    invites = turn or (None if text.startswith("ตามที่") else _INVITES.search(text))
    bids = _BIDS_YOU if text.startswith("ตามที่") else _BIDS_ALL
    invites = invites or bids.search(text)
    return invites.start() if invites else len(text)


def _is_asked(match: re.Match[str], text: str, own: int, asked: bool) -> bool:
    before = text[own : match.start()]
    if _DECIDED.search(before) and match[0].startswith("ให้"):
        return False
    sentence = before[max((turn.end() for turn in _TURNS.finditer(before)), default=0) :]
    if _supposed(before) and not (_RESUMES.match(match[0]) or _is_second(match[0], before)):
        return False
    if match.lastgroup == "must" and _RULE.search(_BY_POWER.sub("", before)):
        return False
    if match.lastgroup == "bids":
        return _bids(match, text, before, sentence)
    alone = match.lastgroup == "adds" and match.start() > 0 and not asked
    if alone and match[0].startswith("โดย") and _CANCELS.search(before):
        return False
    granted = _GRANTS.search(before) is not None
    so = _SO.search(before) is not None
    if alone and not (granted or so or _OWN_WISH.search(sentence) or _WE_SEND.search(before)):
        return False
    if match.lastgroup == "closing" or _OWN.search(match[0]) or (alone and granted):
        return True
    if _BY_THIS_LETTER.search(text, match.end()):
        return True
    if _TURNS.match(match[0]) or (match.lastgroup == "invites" and before.endswith("ซึ่ง")):
        return not _TELLING.search(sentence) or _TURNS.match(match[0]) is not None
    if match[0].lstrip().startswith("และ"):  # กรมแจ้งว่าจะจัดประชุม…│และขอให้จังหวัด…
        return not (_TELLING.search(sentence) or _TELLS_THAT.search(sentence))
    lead = match[0][: len(match[0]) - len(match[0].lstrip())]
    return not _TOLD.search(before + lead) and not _TELLING.search(sentence)


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
    verbs = find_verbs(bidden[0]) if bidden else []
    goes_there = _DELIVERED.match(text, match.end())
    if goes_there and not any(verb.action in ("report", "reply") for verb in verbs):
        return False
    return bool(verbs)


def _is_second(asks: str, before: str) -> bool:
    """Whether a request comes after what is asked in a case: หาก…โปรดมอบผู้แทน │และโปรดส่งแบบตอบรับ"""
    supposed = [found.start() for found in _SUPPOSES.finditer(before)]
    return (
        asks.lstrip().startswith("และ") and _IN_THAT_CASE.search(before, supposed[-1]) is not None
    )


def _supposed(before: str) -> bool:
    """Whether the last sentence before a request says หาก…, with no request of its own since."""
    supposed = [found.start() for found in _SUPPOSES.finditer(before)]
    if not supposed:
        return False
    since = before[supposed[-1] :]
    return len(since) < 160 and not re.search(r"(?:^|\s)(?:ทั้งนี้|จึง|อนึ่ง|ในการนี้)", since)
