"""What one request asks for: its parts, each with the verb that it turns on.

จึงขอให้ท่าน│สำรวจความต้องการ…│แล้วรายงานผล…ภายในวันที่… asks for two things; จัดทำแผนและส่งให้…, ดำเนินการและ
รายงานผล…, ชี้แจงพร้อมส่งสำเนา ask for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.obligations.asking import Request
from extractors.obligations.listed_verbs import FULL_DAY, TO_WHOM, is_listed, last_said
from extractors.obligations.one_thing import joined
from extractors.obligations.part import (
    ALSO,
    COUNTED,
    DATED,
    LINK,
    SENDING,
    Part,
    link_before,
    without_link,
)
from extractors.obligations.verbs import Verb, find_verbs, turning
from extractors.record import Action
from extractors.text.offices import PREFIXES
from pipeline.thai_digits import arabic

_NO_OBJECT = re.compile(r"\s*(?:ให้|ตาม|โดย|อย่าง|ต่อไป|$)")
_RESULT = re.compile(r"(?:ประการใด|อย่างไร|เช่นใด)\s?$")  # ผลเป็นประการใด │โปรดแจ้ง
# เลือกรายการอาหาร│และแจ้งให้ผู้จัดงานทราบภายใน…
_TELLS_IN_TIME = re.compile(
    rf"แจ้ง(?:{'|'.join(PREFIXES)})(?:(?!ทุก|สังกัด|พื้นที่|ให้)\S)*?(?:ทราบ)?\s?(?:ภายใน(?:วัน|\s)|ไม่เกิน|ก่อนวัน)"
    r"|แจ้งให้(?:(?!ทุก|สังกัด|พื้นที่)\S)*?ทราบ\s?(?:ภายใน|ไม่เกิน|ก่อนวัน|เมื่อ)"
)
# ขอรับการสนับสนุนรถบรรทุกน้ำ จำนวน ๒ คัน …: what follows is no verb of the request
_THING = re.compile(r"\s(?:จำนวน|โดย|เพื่อ(?!ให้)|ตั้งแต่)")
_FROM_TO = re.compile(
    r"(?:ระหว่าง|(?<!ภาย)ใน)วัน[ก-๎]{0,10}\s*[\d๐-๙]"
)  # รถบรรทุกน้ำ จำนวน ๒ คัน │ระหว่างวันที่ ๑๗ - ๒๕…
# ขอความร่วมมือในการ… | ขอให้ท่าน│โปรดแจ้ง…: no verb
_NOTHING_TO_DO = re.compile(
    r"\s*(?:(?:ใน|จาก|ด้วย|มา|ตาม|ดังกล่าว|ต่อไป)|(?:ท่าน|หน่วยงานของท่าน|จังหวัด|อำเภอ)\s*$)"
)
# ขอความอนุเคราะห์│จังหวัด│คัดเลือก…, but not …ให้นักศึกษา│เก็บข้อมูล
_ADDRESSEE = re.compile(
    rf"\s?(?:ให้)?(?:ท่าน|งาน(?=[ก-ฮ])|ทีม|หน่วยงาน|ส่วนราชการ|ทุก|{'|'.join(PREFIXES)})(?!.*ให้)"
)
# กับให้│กำนันผู้ใหญ่บ้าน│วางตัวเป็นกลาง: somebody is bidden, whatever to do
_WHO = re.compile(r"\s?(?:ท่าน|ทุก|กำนัน|ผู้ใหญ่บ้าน|เจ้าหน้าที่|บุคลากร|พนักงาน|ข้าราชการ|ครู|หัวหน้า)[ก-๎]{8}")
# ขอความอนุเคราะห์│เจ้าหน้าที่ของท่าน ๒ คน ช่วยปฏิบัติงาน│ตามวันเวลาดังกล่าว
_PEOPLE_LENT = re.compile(r"\s?(?:เจ้าหน้าที่|บุคลากร|พนักงาน|ครู|กำลังพล|วิทยากร|นักเรียน|ช่าง|พยาบาล|แพทย์)")
_ON_THAT_DAY = re.compile(r"(?:ช่วย|ร่วม|มา|ไป).*(?:ตามวัน|ในวัน)")
_AS_EXPERT = re.compile(r"เป็น(?:ผู้|วิทยากร|กรรมการ|ที่ปรึกษา)")
_COUNT_ENDS = re.compile(r"(?:หนึ่ง|สอง|สาม|[\d๐-๙])\s?ครั้ง $")  # ตักไขมัน…สัปดาห์ละสองครั้ง│ ส่งผล…
# ขอเชิญท่าน│มารับบัตรที่ห้องปลัดอำเภอ: goods, no honour
_FETCHES = re.compile(
    r"(?:มา|ไป)รับ(?:บัตร|ใบ|เอกสาร|พัสดุ|ของ|เครื่อง|อุปกรณ์|วัคซีน|ยา|หนังสือ|เงิน|เช็ค|โฉนด|สมุด|ป้าย)"
)
# ขอเชิญหน่วยงานของท่านร่วมสนับสนุนถุงยังชีพ โดยนำส่ง…: a gift is no coming
_GIVES = re.compile(
    r"(?:ร่วม)?(?:สนับสนุน|บริจาค|สมทบ)(?:เงิน|ทุน|ถุง|สิ่งของ|ปัจจัย|ของขวัญ|ข้าวสาร|อาหาร|เครื่อง|น้ำดื่ม)"
)
_AS_PLANNED = re.compile(
    r"ตาม(?:แผน|แนวทาง|มาตรการ|หลักเกณฑ์|ขั้นตอน|ที่กำหนด|คำสั่ง|ข้อเสนอแนะ|หนังสือ|ประกาศ|ข้อสั่งการ)\S*\s?(?:(?:ให้แล้วเสร็จ)?ภายใน.*?)?(?:และ)?\s?$"
)
_LEADS = re.compile(
    r"(?:เดินทางไป|เดินทางมา|(?<=และ)ไป|(?<=และ)มา|(?<=\s)ไป|(?<=\s)มา)?(?:(?<!เข้า)ร่วม)?$"
)
_LONGEST_LEAD = 16  # letters: farther back none begins
_TO_YOU = re.compile(r"(?:จัด)?ส่ง\S{2,40}(?:แก่|ให้|ถึง)ท่าน")  # ศาลจึงให้│ส่งสำเนาแก่ท่าน
_SERVES_AND = re.compile(r"เป็น\S+(?<!\s)และ$")
# เพื่อจะได้│จัดเจ้าหน้าที่ช่วยโบกรถและเก็บขนกิ่งไม้: what the writer will do with it
_SO_THAT = re.compile(r"เพื่อ(?:จะ|ที่จะ|จัก|[ก-๎]{2,30}?จะได้)\S*")
_SHORTEST = 4  # letters of a verb and its object


def cut_parts(text: str, request: Request) -> list[Part]:
    """The parts of a request, in order; none if it asks for nothing but courtesy."""
    asked = text[request.asked : request.end]
    aims = [aim.span() for aim in _SO_THAT.finditer(asked)]
    verbs = [
        _moved(verb, request.asked)
        for verb in find_verbs(asked)
        if not any(start < verb.start < end for start, end in aims)
    ]
    thing = not verbs or _THING.search(text, request.asked, verbs[0].start) is not None
    if request.manner == "favour" and thing:
        return _of_thing(text, request, verbs)
    if request.manner == "wants":
        return _told_back(text, request, verbs)
    invites = request.manner == "invites" and "ชวน" not in text[request.start : request.asked]
    groups = _groups(text, verbs, request.asked)
    first_link = link_before(text[: request.asked]) or (
        "โดย" if text[request.start :].startswith("โดย") else ""
    )
    parts = _unknown(text, request, verbs, first_link)
    for place, (link, mine) in enumerate(groups):
        verb = turning(mine)
        if parts and not place:  # ออกเยี่ยมบ้าน…│พร้อม│บันทึกข้อมูล…: behind a verb that is not known
            link = link_before(text[request.asked : mine[0].start])
        if verb is None or _TO_YOU.match(text, verb.start):
            continue
        start = request.start if not parts else _from_lead(text, mine[0].start)
        end = (
            _from_lead(text, groups[place + 1][1][0].start)
            if place + 1 < len(groups)
            else request.end
        )
        comes = text[: verb.start].endswith(("ไป", "มา"))  # ขอเชิญท่านไปตอบกระทู้ถาม
        gives = _GIVES.match(text, verb.start) is not None
        fetched = gives or _FETCHES.match(text, verb.start) is not None
        if not text.startswith("เสนอ", verb.start):  # …เสนอรายชื่อข้าราชการ…เข้ารับการคัดเลือก
            comes |= any(one.action == "attend" for one in mine)  # ขอเชิญท่านส่งครูเข้าร่วม
        action = verb.action
        if invites and not parts and not fetched:
            action = _invited(None if comes else verb.action)
        if verb.role == "idle" and mine[0].action is None and not DATED.search(text, start, end):
            action = None  # พิจารณาดำเนินการ
        asked_for = _RESULT.search(text, 0, request.start) and text.startswith("แจ้ง", verb.start)
        if asked_for or (parts and _TELLS_IN_TIME.match(text, verb.start, end)):
            action, verb = "reply", replace(verb, role="")
        if mine[0].role == "idle" and _AS_PLANNED.search(text, verb.end, end):
            verb = replace(verb, role="idle")  # ดำเนินการ│ตรวจคัดกรองตามแผน…ที่กำหนด
        acts = verb.role == "passes" and verb.action == "other" and mine[-1].role == "idle"
        action = "other" if gives else action
        role: str = "idle" if acts else "gives" if gives else verb.role  # แจ้งอำเภอดำเนินการ
        if request.manner == "favour" and not parts and _is_help(text, request, mine[0], action):
            role = "helps"
        if invites and not parts and mine[0].action == "monitor":
            asked_of = text[request.asked : mine[0].start]
            role = "helps" if _AS_EXPERT.search(asked_of) else role  # เป็นผู้ทรงคุณวุฒิตรวจสอบเครื่องมือ
        if role == "back" and mine[0].role == "makes":
            role = ""  # ปรับตั้งเวลา…│แล้วกรอก…ในแบบสำรวจส่งคืน
        nothing = TO_WHOM if verb.role == "back" else _NO_OBJECT
        bare = nothing.match(text, verb.end, end) is not None
        parts.append(Part(start, end, action, link or first_link, role, bare=bare))
    return joined(text, [replace(one, end=without_link(text, one)) for one in parts])


def _from_lead(text: str, start: int) -> int:
    """Where a part with a verb begins: และ│เดินทางไป│ควบคุมการติดตั้ง, และ│ร่วม│ทำความสะอาด."""
    near = max(0, start - _LONGEST_LEAD)
    return start - len(_LEADS.search(text, near, start)[0])  # type: ignore[index]


def _told_back(text: str, request: Request, verbs: Sequence[Verb]) -> list[Part]:
    """A wish to be told something is an answer; what is tied to it is asked besides."""
    for verb in verbs:
        tied = link_before(text[request.asked : verb.start]) in ("และ", "แล้ว", *ALSO)
        if tied and verb.action not in (None, "reply"):
            rest = cut_parts(
                text, Request(verb.start, verb.start, request.end, "asks", request.own)
            )
            first = Part(request.start, verb.start, "reply")
            return [replace(first, end=without_link(text, first)), *rest]
    return [Part(request.start, request.end, "reply")]


def _of_thing(text: str, request: Request, verbs: Sequence[Verb]) -> list[Part]:
    """What a plea for a thing asks: to send it by a day, or to lend it on a day; else nothing."""
    for verb in verbs:
        tied = link_before(text[request.asked : verb.start]) in ("และ", "แล้ว", *ALSO)
        if tied and verb.action is not None:  # รับนักศึกษา จำนวน ๒ คน… │และจัดวิศวกรเป็นพี่เลี้ยง
            begin = verb.start
            rest = cut_parts(text, Request(begin, begin, request.end, "asks", request.own))
            return [replace(one, link="และ") if one is rest[0] else one for one in rest]
    if _PEOPLE_LENT.match(text, request.asked) and _ON_THAT_DAY.search(text, request.asked):
        return [Part(request.start, request.end, "attend")]
    sent = next((verb for verb in verbs if verb.action in SENDING), None)
    if sent and DATED.search(text, sent.start, request.end):
        return [Part(request.start, request.end, sent.action, role=sent.role)]
    lent = _FROM_TO.search(text, request.asked, request.end) is not None
    return [Part(request.start, request.end, "other")] if lent else []


def _is_help(text: str, request: Request, verb: Verb, action: Action | None) -> bool:
    """Whether a favour is but help with what the writer does; an office that is asked to choose or
    to survey has something to do."""
    asked_of = text[request.asked : verb.start]
    if action == "monitor":  # ท่านเป็นผู้ทรงคุณวุฒิตรวจสอบเครื่องมือวิจัย
        return _AS_EXPERT.search(asked_of) is not None or not _ADDRESSEE.match(asked_of)
    return action == "other" and not _ADDRESSEE.match(asked_of)


def _unknown(text: str, request: Request, verbs: Sequence[Verb], link: str) -> list[Part]:
    """What is asked for by a verb that is not in the table: up to the word that ties the first
    known one to it (เปลี่ยนหลอดไฟ│และ│รายงานผล), or all that is asked."""
    end = verbs[0].start if verbs else request.end
    asked = text[request.asked : end]
    tied = LINK.search(asked) if link_before(asked) else None
    ended = FULL_DAY.search(arabic(asked)) or _COUNT_ENDS.search(asked)
    if verbs and not tied and not ended:
        return []
    said = asked[: tied.start()] if verbs and tied else asked
    if request.manner == "invites":
        return [Part(request.start, end, "attend", link, known=False)]
    bidden = request.manner == "adds" and _WHO.match(said) is not None
    if request.manner not in ("asks", "bare") and not bidden:
        return []
    if len(said.strip()) < _SHORTEST or _NOTHING_TO_DO.match(said):
        return []
    return [Part(request.start, end, "other", link, known=False)]


def _invited(action: Action | None) -> Action:
    """To be invited is to come, whatever one is to do there."""
    return "attend" if action in (None, "other", "monitor") else action


def _groups(text: str, verbs: Sequence[Verb], asked: int) -> list[tuple[str, list[Verb]]]:
    """The verbs, those tied by a word such as และ, or listed, beginning a group of their own.

    Two verbs with one object (ตรวจสอบและแจ้งยืนยัน…, สรรหาและเลือก…) are one: what is sent or
    reported, else the first.
    """
    groups: list[tuple[str, list[Verb]]] = []
    for verb in verbs:
        link = link_before(text[asked : verb.start])
        last = groups[-1][1][-1] if groups else None
        between = text[last.end : verb.start] if last else ""
        purpose = between.startswith(" ") and text[: last.start].endswith("ให้") if last else False
        if last and last.action == "attend" and verb.start == last.end:
            groups[-1][1].append(verb)  # และไปร่วม│ตรวจรับที่ดินคืน: one coming
        elif last and last.role == "passes" and _SERVES_AND.search(between):
            groups[-1][1].append(verb)  # มอบให้สำนักงานเป็นพี่เลี้ยงและ│กำกับติดตาม…
        elif last and last.role == "idle" and COUNTED.fullmatch(between):
            groups[-1][1].append(verb)  # ดำเนินการ │(๑) ตั้งด่าน
        elif groups and COUNTED.search(between):
            groups.append((",", [verb]))  # ๑. สำรวจ… ๒. จัดลำดับ…
        elif last and between == " และ" and verb.action == "appoint":
            groups.append((link, [verb]))  # …ก่อนวันเข้าตรวจสอบ │และ│มอบหมายผู้ประสานงาน
        elif last and link and between.strip() == link == "และ" and not purpose:
            if last.action in ("other", "monitor") and verb.action in (*SENDING, "publish"):
                groups[-1][1][-1] = replace(verb, start=last.start)
            elif verb.action in SENDING or last.action is None or last.role == "idle":
                groups.append((link, [verb]))
        elif not groups or link:
            groups.append((link if groups else "", [verb]))
        elif is_listed(text, verbs, verb, last_said(groups[-1][1]), asked):
            groups.append((",", [verb]))
        else:
            groups[-1][1].append(verb)
    return groups


def _moved(verb: Verb, by: int) -> Verb:
    return replace(verb, start=verb.start + by, end=verb.end + by)
