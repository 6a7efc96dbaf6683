"""Words that a recogniser may have misread: the keywords of official papers.

Source: the regulation on correspondence (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖),
clauses 9 to 27 and its sample forms.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

# item of a letter → the words that open it
ITEMS: dict[str, tuple[str, ...]] = {
    "office": ("ส่วนราชการ", "ส่วนงาน", "หน่วยงาน", "ฝ่าย/สำนัก", "กอง/สำนัก", "สำนัก/กอง"),
    "sender": ("จาก",),
    "number": ("ที่", "เลขที่", "No.", "Ref."),
    "date": ("วันที่",),
    "subject": ("เรื่อง", "หัวข้อข่าว", "พาดหัวข่าว", "หัวเรื่อง"),
    "recipient": ("กราบเรียน/เรียน", "กราบเรียน", "เรียน", "ถึง", "นมัสการ", "กราบทูล", "เจริญพร", "เสนอ"),
    "reference": ("อ้างถึง",),
    "enclosure": ("สิ่งที่ส่งมาด้วย", "สิ่งที่แนบมาด้วย", "เอกสารแนบ"),
}

# How the text of a letter or order begins, after its head. The weak ones also begin the second
# line of a subject (…การดำเนินงาน / ตามคู่มือ…), so they need a paragraph's indent or gap.
OPENERS = (
    "ด้วย",
    "ตามที่",
    "ตามหนังสือ",
    "ตามคำสั่ง",
    "ตามประกาศ",
    "ตามบันทึก",
    "อนุสนธิ",
    "เนื่องจาก",
    "เนื่องด้วย",
    "เนื่องใน",
    "สืบเนื่อง",
    "โดยที่",
    "อาศัยอำนาจ",
    "อาศัยมติ",
    "อาศัยระเบียบ",
    "อาศัยความ",
    "อาศัยข้อ",
    "บัดนี้",
    "จึง",
    "เพื่อให้",
    "เพื่ออนุวัติ",
    "สำนักงานขอส่ง",
    "พร้อมหนังสือนี้",
    "พร้อมนี้",
    "ข้าพเจ้า",
    "เรื่องเดิม",
    "ต้นเรื่อง",
    "ความเป็นมา",
    "ข้อพิจารณา",
    "ข้อกฎหมาย",
    "หลักการและเหตุผล",
    "ผู้มาประชุม",
    "ผู้เข้าประชุม",
    "ผู้เข้าร่วมประชุม",
    "เริ่มประชุม",
    "ข้อเท็จจริง",
    "หนังสือฉบับนี้",
    "หนังสือรับรองฉบับนี้",
    "ใบรับรองฉบับนี้",
    "ขอรับรองว่า",
    "ให้ไว้เพื่อแสดงว่า",
    "ให้ไว้เพื่อรับรองว่า",
    "ขอมอบเกียรติบัตร",
    "ขอมอบวุฒิบัตร",
    "เกียรติบัตรฉบับนี้",
    "วุฒิบัตรฉบับนี้",
)
WEAK_OPENERS = ("ตาม", "เพื่อ", "ใน", "โดย", "ขอ", "กรม", "จังหวัด", "สำนักงาน", "มหาวิทยาลัย", "ทั้งนี้")

# A line that begins like an opener and yet goes on with a subject: จัดซื้อวัสดุ / ด้วยวิธีเฉพาะเจาะจง
NO_OPENERS = ("ตามบันทึกข้อตกลง", "ด้วยวิธี", "ด้วยระบบ", "ด้วยการ", "ด้วยเงิน", "ตามที่กำหนด", "ตามที่ได้รับ")

# What the end of a document begins with, the signature block below it.
CLOSINGS = (
    "ขอแสดงความนับถือ",
    "แสดงความนับถือ",
    "ขอนมัสการ",
    "สั่ง ณ วันที่",
    "ประกาศ ณ วันที่",
    "ประกาศใช้ ณ วันที่",
    "ออกประกาศ ณ วันที่",
    "ให้ไว้ ณ วันที่",
    "แถลง ณ วันที่",
    "ออกให้ ณ วันที่",
    "ออกให้ไว้ ณ วันที่",
    "ให้ไว้เมื่อวันที่",
    "ออกให้เมื่อวันที่",
    "มอบให้ ณ วันที่",
    "Given on",
    "Given this",
    "Issued on",
)

# ตามระเบียบที่อ้างถึง … | ตามหนังสือและประกาศที่อ้างถึง ๑ …: what was cited above is taken up
_AS_CITED = re.compile(r"\s*(?:ตาม|จาก)[ก-๎]{2,40}\s?(?:ราชการ)?ที่\s?อ้าง(?:ถึง|อิง)")
_REASONS = re.compile(r"\s*(?:หลักการ|เหตุผล)(?:\s*$|\s+(?:เพื่อ|ให้|โดยที่|เนื่องจาก|ด้วย))")
_LONG = 8  # letters of a skeleton
_BULLET = re.compile(r"[\s\-–—•·.:*'‘’\"“”`´,|/]*")  # list marks, and dirt read as marks
_LETTER_LOST = re.compile(r"[ะ-ฺ็-๎]")  # ้างถึง: no word begins with a mark, so a letter was lost
_FEWEST_LEFT = 4  # signs of a word without its first letter
_DROPPED = re.compile(r"[\s่-๎็.]")
_ALIKE = str.maketrans("ีึืู", "ิิิุ")


@cache
def _skeleton_of_sign(sign: str) -> str:
    return _DROPPED.sub("", sign).translate(_ALIKE)


@lru_cache(maxsize=8_192)
def skeleton(text: str) -> str:
    """The text without the marks that are misread most: tones, spaces, dots; ี ึ ื alike.

    >>> skeleton("เรื่อง") == skeleton("เรือง")
    True
    >>> skeleton("สิ่งทีส่ งมาดวย") == skeleton("สิ่งที่ส่งมาด้วย")
    True
    """
    return "".join(map(_skeleton_of_sign, text))


@lru_cache(maxsize=32_768)  # several rooms ask the same of one line
def after_word(text: str, word: str, start: int = 0, loose: bool = True) -> int | None:
    """Where `word` ends if `text` begins with it at `start`, bullets and spaces skipped; else None.

    With `loose`, one letter in ten of a word of five letters or more may be misread, besides what
    `skeleton` forgives. A short word must then stand alone and not grow: เครื่องมือ is no เรื่อง. A
    text that begins with a mark lost the letter under it.

    >>> after_word("้างถึง หนังสือ", "อ้างถึง"), after_word("างถึง หนังสือ", "เรียน")
    (6, None)
    """
    found = _BULLET.match(text, start)
    begin = found.end() if found else start
    if _LETTER_LOST.match(text, begin):
        word = word[1:]
        if len(word) < _FEWEST_LEFT:
            return None
    if text.startswith(word, begin):
        end = begin + len(word)
        return end + 1 if loose and re.match(r"[ัิ-ฺ็-๎]", text[end : end + 1]) else end
    if not loose:
        return None
    wanted = skeleton(word)
    first = next(filter(None, map(skeleton, text[begin : begin + len(word)])), "")
    if first != wanted[:1]:  # a word begins as it is spelt, whatever is misread after
        return None
    allowed = 0 if len(wanted) < 5 else max(1, len(wanted) // 10)
    best: tuple[int, int, int] | None = None
    piece = ""
    for end in range(begin, min(len(text), begin + 2 * len(word) + 4)):
        kept = skeleton(text[end])
        piece += kept
        if not kept or len(piece) < len(wanted) - allowed:
            continue
        if len(piece) > len(wanted) + (allowed if len(wanted) >= _LONG else 0):
            break
        distance = Levenshtein.distance(piece, wanted, score_cutoff=allowed)
        candidate = (distance, abs(len(piece) - len(wanted)), end + 1)
        if distance <= allowed and (best is None or candidate < best):
            best = candidate
    if best is None:
        return None
    end = best[2]
    if best[0] and len(wanted) < _LONG and re.match(r"[ก-๎]", text[end : end + 1]):
        return None
    while end < len(text) and re.match(r"[ัิ-ฺ็-๎]", text[end]):
        end += 1
    return end


def begins_with(text: str, words: tuple[str, ...], loose: bool = True) -> bool:
    """Whether the text begins with one of the words."""
    may_begin = that_may_begin(text, words)
    return any(after_word(text, word, loose=loose) is not None for word in may_begin)


def that_may_begin(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the words that `after_word` may find at the beginning of a text, in order: by their
    first letter, which is never misread; all where it was lost.

    >>> that_may_begin("เรือง การจัดซื้อ", ("ที่", "เรื่อง", "เรียน"))
    ('เรื่อง', 'เรียน')
    """
    if _LETTER_LOST.match(_BULLET.sub("", text, count=1)):
        return words
    return _by_first_letter(words).get(_first_letter(text), ())


@cache
def _by_first_letter(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    firsts = {_first_letter(word) for word in words}
    return {one: tuple(word for word in words if _first_letter(word) == one) for one in firsts}


@lru_cache(maxsize=64)  # a line is compared with one list of words after the other
def _first_letter(text: str) -> str:
    """The first sign of the skeleton of a text behind bullets and spaces; empty if it has none."""
    return next(filter(None, map(_skeleton_of_sign, _BULLET.sub("", text, count=1))), "")


def opens_body(text: str) -> bool:
    """Whether a line begins as the text under a head does: ด้วย…, ตามที่…, อาศัยอำนาจ…"""
    if _AS_CITED.match(text) or gives_reasons(text):
        return True
    return begins_with(text, OPENERS, loose=False) and not begins_with(text, NO_OPENERS, False)


def gives_reasons(text: str) -> bool:
    """Whether a line says why a bylaw is made: หลักการ ให้มี… | เหตุผล เพื่อ…

    >>> gives_reasons("หลักการ ให้มีเทศบัญญัติว่าด้วยตลาด"), gives_reasons("หลักการบริหาร")
    (True, False)
    """
    return _REASONS.match(text) is not None
