"""How a request joins those before it: a new duty, the day of an earlier one, or the same again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.obligations.asking import Manner
from extractors.obligations.part import SENDING, Part
from extractors.obligations.times.due_days import find_first_due
from extractors.obligations.times.held_days import find_meeting_day
from extractors.record import Obligation
from extractors.text.offices import PREFIXES

# จัดส่งถึงกรม… | ให้ส่งภายในวันที่…: nothing is said of what is sent
_WITHOUT_OBJECT = re.compile(
    r"(?:(?:ขอ)?(?:ให้|ได้โปรด|ความกรุณา)|โปรด|กรุณา)?\s?(?:รวบรวม)?(?:จัดส่ง|นำส่ง|ส่ง|รายงาน|แจ้ง|ดำเนินการ|ตอบกลับ|คืน|อัปโหลด)\s?(?:(?:ข้อมูล|รายงาน|แบบ|เอกสาร)?\s?(?:ดังกล่าว)|ให้แล้วเสร็จ|กลับ|คืน)?\s?"
    r"(?:กรม|กอง|สำนัก|จังหวัด|อำเภอ|ที่ทำการ|คณะ(?!กรรมการ|ทำงาน)|เหรัญญิก|ที่\s?https?:|ถึง|ไปยัง|มายัง|ให้|ทาง|ผ่าน|ภายใน|ไม่เกิน|ก่อน|ทุก|เป็น(?:ราย(?!ลักษณ์)|ประจำ)|(?:ครั้ง|งวด|รอบ)(?:แรก|ที่\s?[1๑])|อย่างช้า)"
    r"|(?:ทั้งนี้\s?)?(?:ขอ)?ให้เริ่ม[ก-๎]{0,20}?(?:ครั้ง|รอบ|งวด)แรก"
)
# ขอทราบความเห็น… │โปรดทำเครื่องหมายในบัญชีและมอบคืนภายใน…: how the answer is to come
_WISH = re.compile(
    r"^\S{0,20}?(?:ขอ(?:รับ)?|จะ(?:ขอ)?)(?:ทราบ|ความ(?:คิด)?เห็น|คำแนะนำ|เรียนหารือ|หารือ)|^หวัง\S{0,20}ได้รับคำตอบ"
)
# โดย│ให้ส่งครั้งแรกภายใน… | ทั้งนี้│ การรายงานงวดแรกให้ส่งภายใน…
_FIRST_TIME = re.compile(
    r"(?:ขอ)?(?:ให้)?\s?(?:เริ่ม|กำหนด)?(?:การ)?(?:จัด)?(?:รายงาน|ส่ง|แจ้ง|บันทึก)?(?:ผล|ข้อมูล|รายงาน)?\s?(?:ครั้ง|งวด|รอบ|ฉบับ)(?:แรก|ที่\s?[1๑])"
)
_BRINGS = re.compile(r"นำ.{2,60}(?:มา|ไป)\S{0,20}ด้วย$")  # นำคอมพิวเตอร์ไปด้วย
# ขอให้ผู้เข้าอบรม│นำ…│แต่งกาย│เตรียม…
_COMES_SO = re.compile(
    r"(?:(?:ขอ)?ให้|โปรด|กรุณา|ขอความกรุณา)?(?:ท่าน|ผู้\S{2,25}?|ทุกท่าน)?\s?(?:โปรด)?(?:นำ|เตรียม|จัดเตรียม|แต่ง|สวม|มาถึง|พร้อมกัน|ตรงต่อ)"
)
_AS_PLANNED = re.compile(r"(?:ปฏิบัติ|ดำเนินการ)ตาม[ก-๎\s]*(?:แผน|แนวทาง|มาตรการ|หลักเกณฑ์|ระเบียบ)")
# ขอให้ถือปฏิบัติด้วย | แจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ดำเนินการตามหนังสือ…ดังกล่าว
_ACTS = re.compile(
    r"^\S{0,80}?(?:(?<!ฝึก)(?<!การ)(?:ถือ)?ปฏิบัติ|ดำเนินการ)(?:ด้วย|ต่อไป|ตาม(?:หนังสือ|แนวทาง|แผน|มาตรการ)\S*|โดย\S+)?(?:$|\sสำหรับ)"
)
_GATHERS = re.compile(r"(?:ให้\S{0,40}?)?รวบรวม")
# ขอความอนุเคราะห์รับนักศึกษา…เข้าฝึกประสบการณ์วิชาชีพ: whoever answers that he does has done so
_TO_ACCEPT = re.compile(
    r"อนุเคราะห์.{0,40}?รับ(?:นักศึกษา|นักเรียน|นิสิต|ผู้เรียน|ผู้เข้า|บุคลากร|คณะ|ข้าราชการ|เจ้าหน้าที่)"
    r".*?(?:ฝึก|ปฏิบัติงาน|ศึกษาดูงาน|สหกิจ|เก็บข้อมูล|เรียนรู้)"
)
_FILLED_IN = re.compile(r"กรอก|ตามแบบ|แบบสำรวจ")
_OTHER_WAY = re.compile(r"อีก(?:ทาง|ช่องทาง)หนึ่ง")
_MAKES_READY = re.compile(r"(?:จัด)?เตรียม(?:เอกสาร|หลักฐาน|โต๊ะ)")
_BRINGS_THERE = re.compile(r"นำ(?!เสนอ|เข้า|ส่ง|ไป|มา).{2,80}(?:มา|ไป)")
# ขอส่งป้าย…มาพร้อมหนังสือนี้ │เพื่อโปรดติดตั้ง…: what is to be done with what is sent
_SENT_FOR = re.compile(r"เพื่อ(?:ขอ)?(?:ได้)?(?:โปรด|กรุณา)(?!พิจารณา|ทราบ|ใช้|ดำเนิน)")
_SENDS = r"(?:จัด)?ส่ง|รายงาน|แจ้ง|จัดทำ|รวบรวม|ให้"
# มอบหมายผู้ประสานงาน ๑ คน │พร้อมแจ้งชื่อภายใน… | แต่งตั้งคณะทำงาน │และส่งสำเนาคำสั่งภายใน…
# กำหนดแพทย์ผู้รับปรึกษา │และแจ้งหมายเลขโทรศัพท์ให้ศูนย์… | แต่งตั้งผู้ใช้งาน │พร้อมแจ้งยศ ชื่อ สกุล
# แต่งตั้งผู้ประสานงาน │แล้วแจ้งแขวงทางหลวง…ภายในวันที่…
_TELLS_WHOM = re.compile(
    rf"(?:ให้)?แจ้ง(?:{'|'.join(PREFIXES)})[ก-๎]{{0,40}}?(?:ทราบ)?\s?(?:ภายใน|ไม่เกิน|ก่อน)วัน|"
    r"(?:พร้อม(?:ทั้ง|กับ)?)?(?:ให้)?(?:แจ้ง|จัดส่ง|ส่ง|เสนอ|บอก)(?:ราย)?"
    r"(?:ชื่อ|นาม|ยศ|หมายเลขโทรศัพท์|สำเนาคำสั่ง|คำสั่ง)(?!ผู้เข้า|ผู้สมัคร|ผู้ประสงค์)"
)
# ส่งแผนงานก่อสร้างถนน │และ│วางท่อประปา…ให้บริษัทภายในวันที่…: what is sent beside, to whom and by when
_SENT_WITH = re.compile(
    rf"^(?!{_SENDS})[ก-๎]\S[^ๆ]*?(?:ให้|ถึง|มายัง|ไปยัง|ต่อ)(?:บริษัท|คณะ|สมาคม|ศูนย์|{'|'.join(PREFIXES)})\S{{0,60}}?"
    r"\s?(?:ภายใน|ไม่เกิน|ไม่ช้ากว่า|ก่อนวัน)"
)
# …ที่มีอยู่ ๑ ชุด │ให้สำนักจัดการที่ดินไม่ช้ากว่าวันที่… | ส่งงบทดลอง │ให้กลุ่มตรวจสอบทุกเดือน ภายในวันที่ ๑๕
_TO_WHOM_BY = re.compile(
    rf"(?:ให้|เสนอ)(?:คณะกรรมการ|ที่ประชุม|{'|'.join(PREFIXES)})[^\s]{{0,100}}?\s?(?:ทุก|เป็นราย|ภายใน|ไม่เกิน|ไม่ช้ากว่า|ก่อนวัน)"
)
# ส่งกองส่งเสริมการอารักขาพืช │และจัดการดินปุ๋ย ภายในวันที่…: the name of an office, cut in two
_ENDS_IN_OFFICE = re.compile(
    rf"(?:ส่ง|ถึง|ให้|ต่อ|ยัง|ที่)\s?(?:{'|'.join(PREFIXES)})[ก-๎ฯ]{{2,60}}(?<!ทราบ)\s*$"
)
_OFFICE_TAIL = re.compile(
    r"(?:จัดการ|ส่งเสริม|บรรเทา|พัฒนา|แก้ไข|ปราบปราม|คุ้มครอง|ป้องกัน|ติดตาม|ประเมินผล|บำรุง|ปรับปรุง|ควบคุม|สนับสนุน|ประชาสัมพันธ์|เผยแพร่)"
)
# หักเงินสงเคราะห์จากสมาชิก │แล้วนำส่งสมาคมทุกเดือน: one thing
_COLLECTS = re.compile(r"(?:หัก|เก็บ|รวบรวม)(?:เงิน|ค่า)")
_WHOLE = re.compile(r"(?:ดำเนินการ)?[ก-๎]{6,60}ให้(?:แล้วเสร็จ|เสร็จสิ้น|เรียบร้อย)")
_ASKED_IN_CLOSING = ("report", "reply", "publish", "attend", "appoint")


def with_duty(
    found: tuple[Obligation, ...], duty: Obligation, part: Part, manner: Manner
) -> tuple[Obligation, ...]:
    """The duties with one more, or with one of them completed by it."""
    same = [one for one in found if one.action == duty.action]
    sent_for = duty.action == "other" and part.known and _SENT_FOR.match(duty.text)
    if found and _is_first_time_of(found[-1], duty):
        return (*found[:-1], completed(found[-1], duty))
    if manner == "closing" and not sent_for and not _counts_in_closing(found, duty):
        return found
    if manner == "bare" and any(_says_again(one, duty) for one in found):
        return found
    timely = find_first_due(duty.text) or duty.frequency not in (None, "once")
    if part.role == "helps" and not (timely or (duty.action == "attend" and duty.first_due)):
        return found
    brings = _BRINGS_THERE.search(duty.text) or _MAKES_READY.search(duty.text)
    if duty.action == "other" and brings and not duty.first_due:
        duty = _on_its_day(found, duty)
    if is_how_to_come(found, duty):
        return found
    if duty.action == "attend" and same:
        own = find_meeting_day(duty.text)
        another = own and manner != "closing" and own not in [one.first_due for one in same]
        return (*found, duty) if another else found
    last = found[-1] if found else None
    if last is not None and manner == "adds" and part.link == "โดย" and _as_planned(last):
        return (*found[:-1], duty)
    if duty.action == "report":  # ถือปฏิบัติด้วย / │และรายงานผล…ภายใน…: the report alone
        kept = found
        while (
            kept and not kept[-1].first_due and kept[-1].clause is None and acts_as_told(kept[-1])
        ):
            kept = kept[:-1]
        found = kept
    if last is not None and _sends_all(last, duty, manner):
        merged = f"{last.text} {duty.text}"
        return (*found[:-1], duty.model_copy(update={"text": merged}))
    if last is not None and tells_whom(last, duty):
        return (*found[:-1], completed(last, duty))
    if last is not None and last.action in SENDING and _OTHER_WAY.search(duty.text):
        return (*found[:-1], completed(last, duty))
    more = manner == "adds" and part.known and part.link != ","
    if last is not None and more and _is_more_of(last, duty):
        return (*found[:-1], last.model_copy(update={"text": f"{last.text} {duty.text}"}))
    if last is not None and _completes(last, duty, part):
        return (*found[:-1], completed(last, duty))
    return (*found, duty)


def says_how_to_send(text: str) -> bool:
    """Whether a text tells only where or when something is to be sent: ให้ส่งถึงสำนักงาน…ภายใน…"""
    return _WITHOUT_OBJECT.match(text) is not None or _TO_WHOM_BY.match(text) is not None


def tells_first_time(text: str) -> bool:
    """Whether a text only tells when something is sent for the first time: รายงานครั้งแรกวันที่…"""
    return _FIRST_TIME.match(text) is not None


def tells_whom(last: Obligation, duty: Obligation) -> bool:
    """Whether a duty only tells whom the last appoints, or sends the order: one thing."""
    timeless = duty.first_due is None and "ภายใน" not in duty.text
    same = timeless or last.first_due in (None, duty.first_due)
    same &= last.clause in (None, duty.clause)
    return (
        last.action == "appoint"
        and same
        and duty.action in SENDING
        and _TELLS_WHOM.match(duty.text) is not None
    )


def _is_first_time_of(last: Obligation, duty: Obligation) -> bool:
    """Whether a duty only tells the first day of the last, even in the closing:
    …เป็นรายไตรมาส │โดยรายงานครั้งแรกภายในวันที่…"""
    recurs = last.frequency not in (None, "once")
    same = duty.first_due is not None and last.first_due in (None, duty.first_due)
    return recurs and same and tells_first_time(duty.text)


def acts_as_told(duty: Obligation) -> bool:
    """Whether a duty only bids to act as told."""
    return duty.action == "other" and not duty.frequency and _ACTS.search(duty.text) is not None


def _sends_all(last: Obligation, duty: Obligation, manner: Manner) -> bool:
    """Whether what others fill in is gathered and sent: ขอให้จังหวัดแจ้ง…กรอกข้อมูลตามแบบ │แล้วให้จังหวัด
    รวบรวมส่ง…"""
    timeless = last.first_due is None and last.frequency in (None, "once")
    gathers = manner == "adds" and duty.action in SENDING and _GATHERS.match(duty.text)
    return timeless and bool(gathers) and _FILLED_IN.search(last.text) is not None


def _as_planned(last: Obligation) -> bool:
    """Whether a duty only bids to do as was planned, and what follows says what: ขอให้ถือปฏิบัติตาม
    แผนบูรณาการ │โดยให้อำเภอจัดตั้งศูนย์…"""
    timeless = last.first_due is None and last.frequency is None
    return last.action == "other" and timeless and _AS_PLANNED.search(last.text) is not None


def _on_its_day(found: Sequence[Obligation], duty: Obligation) -> Obligation:
    """What is to be brought to something is due on its day: นำพวงมาลาไปถวายสักการะ."""
    day = next((one.first_due for one in reversed(found) if one.action == "attend"), None)
    return duty.model_copy(update={"first_due": day, "frequency": "once"}) if day else duty


def _says_again(one: Obligation, duty: Obligation) -> bool:
    told = (duty.action, duty.frequency, duty.first_due)
    return duty.first_due is not None and told == (one.action, one.frequency, one.first_due)


def is_how_to_come(found: Sequence[Obligation], duty: Obligation) -> bool:
    """Whether a request is but how to come to what one is invited to: โปรดนำบัตรประจำตัวมาด้วย."""
    timeless = duty.first_due is None and duty.frequency is None
    comes = any(one.action == "attend" for one in found) and _COMES_SO.match(duty.text)
    return duty.action == "other" and timeless and bool(comes or _BRINGS.search(duty.text))


def _counts_in_closing(found: tuple[Obligation, ...], duty: Obligation) -> bool:
    """The closing sentence mostly says again what was asked."""
    told = (duty.first_due, duty.frequency)
    said = [(one.first_due, one.frequency) for one in found if one.first_due or one.frequency]
    if duty.action == "other" and any(told) and told not in said:
        return True  # จึงเรียนมาเพื่อทราบและโปรดสำรองข้อมูล…ก่อนวันที่…
    if duty.action == "other" and not found and _WHOLE.search(duty.text):
        return True  # จึงเรียนมาเพื่อโปรดดำเนินการตรวจรับพัสดุให้แล้วเสร็จ
    if duty.action not in _ASKED_IN_CLOSING or any(one.action == duty.action for one in found):
        return False
    timely = duty.action in ("report", "reply") and duty.frequency is not None
    return duty.action == "publish" or duty.first_due is not None or timely


def _is_more_of(last: Obligation, duty: Obligation) -> bool:
    """Whether a duty without a time of its own is but how the last is to be done."""
    timeless = duty.first_due is None and duty.frequency is None
    return timeless and duty.action in ("other", "monitor") and last.action == duty.action


def _completes(last: Obligation, duty: Obligation, part: Part) -> bool:
    """Whether a duty is but the day, way or place of the last."""
    sends = last.action in SENDING and duty.action in SENDING
    ends = last.action in (*SENDING, "other", "monitor") and duty.action == "other"
    how = last.action == "other" and duty.action == "reply" and part.link == "โดย"
    if not last.first_due and last.frequency in (None, "once") and _goes_on(last, duty, part):
        return True
    if last.first_due or not (sends or ends or how):
        return False
    if duty.action == "reply" and (_WISH.match(last.text) or _WISH.match(duty.text)):
        return True
    links = ("โดย", "ทั้งนี้", "และ", "", *([","] if last.frequency not in (None, "once") else []))
    links = (*links, "แล้ว") if last.action in SENDING else links  # กรอกแบบ…│แล้วส่งคณะภายใน…
    return part.link in links and _WITHOUT_OBJECT.match(duty.text) is not None


def _goes_on(last: Obligation, duty: Obligation, part: Part) -> bool:
    """Whether what was cut off as a duty says whom else, what else or when of the last, which tells
    no time."""
    timely = duty.first_due is not None or duty.frequency not in (None, "once")
    if not timely:
        return False
    if last.action in SENDING and _TO_WHOM_BY.match(duty.text):
        return True
    if last.action in SENDING and part.link == "และ":
        named = _ENDS_IN_OFFICE.search(last.text) and _OFFICE_TAIL.match(duty.text)
        return bool(named or _SENT_WITH.search(duty.text))
    collects = last.action == "other" and _COLLECTS.search(last.text)
    return bool(collects) and part.link in ("และ", "แล้ว") and duty.text.startswith("นำส่ง")


def completed(last: Obligation, duty: Obligation) -> Obligation:
    """A duty with what another tells of its day, way and place."""
    told = {
        name: getattr(last, name) or getattr(duty, name)
        for name in ("deliver_to", "frequency", "due_day", "first_due", "first_period", "channels")
    }
    told["format"] = last.format or duty.format
    return last.model_copy(update={**told, "text": f"{last.text} {duty.text}"})


def granted_by_answer(duty: Obligation, duties: Sequence[Obligation]) -> bool:
    """Whether a duty is a favour that the reply asked for in the same letter grants."""
    answered = any(one.action == "reply" and one is not duty for one in duties)
    return answered and duty.action != "reply" and _TO_ACCEPT.search(duty.text) is not None
