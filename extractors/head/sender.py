"""A line in which somebody speaks: the sender tells what he does, a certificate for whom it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.text.offices import PREFIXES, SEATS, is_part, name_end, starts_office
from pipeline.models import Line

_TITLE = re.compile(r"^\s*(?:ประกาศ|คำสั่ง|ระเบียบ|ข้อบังคับ)\s*")
_SPEAKS = re.compile(
    r"^\s*[ก-๎]{5,}\s?(?:\([ก-๎.]+\)\s?)?(?:ขอ(?:เชิญ|แจ้ง|ประกาศ)|ได้(?:กำหนด|รับ|จัด)|มีความประสงค์|จะดำเนิน)"
)
# สำนักงาน… (what the letterhead says) ได้ตรวจสอบ…: the sender speaks
_ACTS = re.compile(
    r"\s?(?:\([ก-๎.\s]+\)\s?)?(?:ได้|ขอ|มี|โดย|จึง|จะ|พิจารณา|เห็น|กำหนด|เป็น|แจ้ง|ร่วม|ดำเนิน|จัด|ตรวจ|ในฐานะ|ออก|รับ|แต่งตั้ง|ประกาศ|มอบหมาย|เปิด)"
)
_SURELY_ACTS = re.compile(r"\s?(?:ได้(?!รับ)|ขอ(?!ง)|จึง|แต่งตั้ง|มีความประสงค์|กำหนดจัด|จะ(?=จัด|ดำเนิน))")
_SHORTEST_NAME = 5  # letters of a sender's name
# ขอรับรองว่า… | ขอมอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า
_CERTIFIES = re.compile(r"ขอรับรองว่า|ให้ไว้เพื่อ(?:แสดง|รับรอง)|มอบ\S{0,12}(?:บัตร|คุณ)\S{0,10}ให้(?:แก่|ไว้)")


def certifies(text: str) -> bool:
    """Whether a line says for whom a certificate is: the text of one begins with it.

    >>> certifies("ขอมอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า"), certifies("หนังสือรับรอง")
    (True, False)
    """
    return _CERTIFIES.search(text) is not None


def speaks(text: str) -> bool:
    """Whether a line says who does something: กรม… ขอแจ้ง…"""
    return _SPEAKS.match(text) is not None


def sender_speaks(letterhead: Iterable[Line], text: str) -> bool:
    """Whether a line begins with the name in the letterhead, or in the title, and goes on with what
    it does."""
    plain = text.strip()
    for name in _senders([_TITLE.sub("", line.text) for line in letterhead]):
        if plain.startswith(name) and _ACTS.match(plain, len(name)):
            return True
        kind = next((word for word in PREFIXES if name.startswith(word)), None)
        if kind and plain.startswith(kind) and _SURELY_ACTS.match(plain, len(kind)):
            return True  # โรงเรียน│แต่งตั้ง…, under คำสั่งโรงเรียน…
    return False


def _senders(letterhead: list[str]) -> set[str]:
    names: set[str] = set()
    for place, text in enumerate(letterhead):
        if not starts_office(text):
            continue
        name = text[: name_end(text)].strip()
        pieces = {name}
        if place + 1 < len(letterhead) and not is_part(text):  # a name over two lines
            below = letterhead[place + 1]
            pieces.add(name + below[: name_end(below)].strip())
        for piece in pieces:
            for seat, body in SEATS:
                if piece.startswith(seat):
                    names.add(body + piece[len(seat) :])
        names |= pieces
    return {name for name in names if len(name) >= _SHORTEST_NAME}
