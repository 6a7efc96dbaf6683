"""What a letter only tells, though it was taken for a request: what somebody did, does or will do,
where no word bids anybody.

The judge knows letters of every manner, also short ones that bid without a word of bidding
(ช่างประปาปิดวาล์ว ภายใน ๕ มี.ค.). A letter that closes as letters do (จึงเรียนมาเพื่อ…) has such words
where it asks. The chances below were found on 2,000 letters of 22 authors: of what was told with
less, two in three were told wrong.
"""

from __future__ import annotations

import re

from extractors.obligations.asking_words import SERVING
from extractors.obligations.judge.reading import Reading
from extractors.obligations.judge.ways import Way
from extractors.obligations.part import SENDING

_CLOSES = re.compile(r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง|เสนอ|นมัสการ|ส่ง|บันทึก)มา")
_UNLIKELY = (
    0.25  # chance of a clause below which it is no request if only the judge takes it for one
)
_UNLIKELY_BY_RULE = 0.15  # the same of what a rule takes for one
_TIED = re.compile(r"และ|แล้ว|พร้อม")  # ตรวจสอบข้อเท็จจริง│และรายงานผลภายในวันที่…: of one with it
_LIKELY = 0.6  # from here on a clause may ask without a word of bidding
_BIDS = re.compile(
    r"ขอ(?!ง|บ|นแก่น)|โปรด|กรุณา|ใคร่|รบกวน|วอน|ต้อง|ห้าม|งด|พึง|เชิญ|ควร|อย่า(?!ง)|ช่วย|ฝาก|ดัง(?:ต่อไป)?นี้"
    rf"|(?:^|\s|และ|โดย|กับ|จึง|หมาย|กำหนด)ให้(?!การ|ความ|บริการ|แล้ว)|ให้\s?{SERVING}|จึง(?:แจ้ง|มอบ|สั่ง|กำหนด)"
)


def is_only_told(way: Way, reading: Reading) -> bool:
    """Whether a way to read a clause tells as asked what a letter only relates."""
    if way.duty.clause is not None or not any(_CLOSES.match(one.text) for one in reading.body):
        return False
    chance = _chance(way, reading)
    if way.known:
        unlikely = way.ruled and chance < _UNLIKELY_BY_RULE
        return unlikely and not _is_sent_besides(way, reading)
    if chance < _UNLIKELY:
        return True
    item = reading.body[reading.clauses[way.place].place]
    said = reading.before(way.place) + way.duty.text
    return item.marker is None and chance < _LIKELY and _BIDS.search(said) is None


def _is_sent_besides(way: Way, reading: Reading) -> bool:
    """Whether what is to be sent by a day is tied to what is likely asked before it, with which a
    judge may take it for one."""
    sent = way.duty.action in SENDING and way.duty.first_due
    clause = reading.clauses[way.place]
    if not sent or not _TIED.match(clause.text):
        return False
    before = zip(reading.clauses[: way.place], reading.chances, strict=False)
    return any(one.place == clause.place and chance >= _LIKELY for one, chance in before)


def _chance(way: Way, reading: Reading) -> float:
    """The chance of the clause with which a way begins, or of that with its verb."""
    verbs = [one.verb for one in reading.told if one.first == way.place] if way.ruled else []
    return max(reading.chances[place] for place in (way.place, *verbs))
