"""What an order lays in running text on those who serve:
จึงให้หัวหน้าหอผู้ป่วยทุกหอจัดส่งเวชระเบียน…ภายในวันที่…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.obligations.asking_words import SERVING
from extractors.obligations.clause_duties import duties_from
from extractors.obligations.duty import is_dated
from extractors.obligations.duty_action import OTHER_RHYTHM
from extractors.obligations.list_sentences import OWN
from extractors.obligations.named import DOES
from extractors.obligations.verbs import find_verbs
from extractors.record import Kind, Obligation
from extractors.text.clauses import Paragraph
from extractors.text.listing import announces_list
from pipeline.thai_digits import arabic

_LEADS = r"(?:^|\s|จึง|และ|โดย|ทั้งนี้\s?)(?:มีคำสั่ง|สั่งการ|สั่ง|กำหนด|มอบหมาย|กำชับ|ขอ)?(?P<asks>ให้)\s?"
# จึงให้│… | และให้│… | โดยกำชับให้│…
_BIDS = re.compile(rf"{_LEADS}(?!คณะ|ผู้ใด){SERVING}")
# …ให้พักราชการ นาย ก … และให้│ส่งมอบทรัพย์สิน… | ให้│ปิดสถานศึกษา…: whom is told before, or is plain
_BIDS_TO_DO = re.compile(rf"{_LEADS}(?!คณะ|กรรมการ|ผู้ใด)(?:{SERVING}|(?={DOES}|ปิด|งด|หยุด|ระงับ|กลับ))")
_BIDS_OWN = re.compile(rf"{_LEADS}(?:{OWN}|หัวหน้า(?!คณะ|ครอบครัว))")
_SEATS = re.compile(r"(?:แต่งตั้ง|จัดตั้ง)\S{0,40}(?:คณะ|กรรมการ|ชุด|ทีม|ศูนย์)|เป็น(?:ประธาน)?กรรมการ")
# ด้วยกรมแจ้งให้… │จึงให้…: before it stands what others said
_RELATES = re.compile(r"(?:ด้วย|ตาม|เนื่อง|โดยที่|อนุสนธิ|อาศัย|เพื่อ|กรณี)")
_SO = re.compile(r"จึง(?=\S*ให้)")
_BARE = re.compile(r"\s(?=ให้)")  # เพื่อความเรียบร้อย │ให้…
_ELSE = re.compile(r"\s(?:หาก|มิฉะนั้น|(?:และ)?ให้(?:คณะ|กรรมการ))")
# หากผู้ใดไม่สามารถอยู่เวรได้ │ให้ยื่นขอเปลี่ยนเวร…
_IN_A_CASE = re.compile(r"(?:^|\s)(?:และ)?(?:หาก|ถ้า|(?:ใน)?กรณี|เมื่อ(?=พบ|มี|เกิด)|ผู้ใด)[^ๆ]{0,80}$")
# a committee's duties, an office given, a right
_NO_DUTY = re.compile(
    r"(?<!เจ้า)(?<!ปฏิบัติ)หน้าที่|รักษา(?:ราช)?การ|เป็น(?:ประธาน|กรรมการ|เลขานุการ|ผู้)|คัดค้าน|อุทธรณ์|ร้องทุกข์|ตั้งแต่\S*วันที่.*ถึงวันที่"
)


def of_ordered_text(body: Sequence[Paragraph], kind: Kind, written: str | None) -> list[Obligation]:
    """What the paragraphs without a number bid those who serve, or are the issuer's own, to do on a
    day or again and again."""
    found: list[Obligation] = []
    seats = any(_SEATS.search(item.text) for item in body)
    asks = _BIDS_OWN if kind == "announcement" else _BIDS if seats else _BIDS_TO_DO
    for place, item in enumerate(body):
        if item.marker is not None:
            continue
        text = item.text
        turn = [one.start() for one in (_SO if _SO.search(text) else _BARE).finditer(text)]
        turn = turn if _RELATES.match(text) else [0]
        bids = [*asks.finditer(text, turn[0])] if turn else []
        for match, after in zip(bids, [*bids[1:], None], strict=False):
            last = after.start() if after else len(text)
            over = _ELSE.search(text, match.end(), last)
            end = over.start() if over else last
            if _IN_A_CASE.search(text[: match.start("asks")]):
                continue
            if after is None and announces_list(text):
                continue  # …ถือปฏิบัติระหว่างวันที่… ดังนี้
            if _NO_DUTY.search(text, match.end(), end) or not find_verbs(text[match.end() : end]):
                continue
            before = tuple(one.text for one in body[:place])
            duties = duties_from(item, match.start("asks"), end, written, match.end(), before)
            found += [one for one in duties if is_dated(one) or _recurs(one)]
    return found


def _recurs(duty: Obligation) -> bool:
    """Whether something is told again and again, in a rhythm that has no word: ทุกวันจันทร์."""
    told = duty.action in ("report", "monitor", "publish")
    return told and OTHER_RHYTHM.search(arabic(duty.text)) is not None
