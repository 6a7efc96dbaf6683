"""Thai official letters that nobody wrote, as many as are asked for, and as a scan of each reads.

Runs of words are drawn as the sample letters of the corpus have them, with rare words of the
dictionary between, and set into the sentences that letters are made of. A part of the letters is
misread here and there, by the pairs of letters that OCR of Thai mixes up.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from pathlib import Path

from extractors.record import Field, Kind, Record, Signatory, Urgency
from extractors.text.segment import ordinary_words, segment
from index.official import full_date
from index.units import provinces
from pipeline.thai_digits import thai

FIRST, DAYS = date(2010, 10, 1), 14 * 365
CORPUS = Path(__file__).parents[2] / "corpus"
RARE = 0.12  # share of words that are drawn from the dictionary
MISREAD_LETTERS = 0.35  # share of the letters in which something is misread
MISREAD = 0.004  # of their characters

# Letters that OCR takes for each other: small difference in the head, marks that fade or double.
CONFUSED = (
    *("กถ", "ดค", "คต", "บป", "ผฝ", "พฟ", "ขช", "ซช", "ฎฏ", "นม", "ทห", "อฮ", "ลส", "รธ", "ภถ"),
    *("ิี", "ืึ", "ิื", "ุู", "่้", "้๊", "ัิ", "็์", "ใไ", "เแ"),
)
_LOST = "ัิีึืุู่้์็ะ"  # may fade away altogether

_WORD = re.compile(r"[ก-๎]{2,}")
_KINDS: tuple[tuple[Kind, str, int], ...] = (
    ("external_letter", "", 62),
    ("order", "คำสั่ง", 14),
    ("memo", "บันทึกข้อความ", 10),
    ("announcement", "ประกาศ", 8),
    ("stamped_letter", "", 6),
)
_URGENCIES: tuple[Urgency | None, ...] = (None, None, None, None, "ด่วน", "ด่วนมาก", "ด่วนที่สุด")
_GIVEN = (
    *("สมชาย", "วิชัย", "ประเสริฐ", "อนุชา", "ธีรพงษ์", "กิตติพงศ์", "ณัฐวุฒิ", "พรชัย", "สุรศักดิ์"),
    *("สมศรี", "วันเพ็ญ", "จันทร์เพ็ญ", "สุภาพร", "อรทัย", "กาญจนา", "พิมพ์ชนก", "นงลักษณ์", "รัตนา"),
)
_FAMILY = ("ศรี", "วงศ์", "ทอง", "สุข", "เจริญ", "พงษ์", "แก้ว", "บุญ", "ชัย", "รัตน์", "ธรรม", "มงคล")
_OPENINGS = (
    "ด้วย{office}ได้กำหนดให้มีการ{a}เกี่ยวกับ{b}และ{c}",
    "ตามหนังสือที่อ้างถึง {office}ขอให้จังหวัดดำเนินการ{a} {b} และ{c}",
    "ตามที่คณะรัฐมนตรีมีมติเห็นชอบ{a}เพื่อ{b}ของ{c} นั้น",
)
_MIDDLES = (
    "ในการนี้ จึงขอให้{a}พิจารณา{b} โดยคำนึงถึง{c} {d}",
    "ทั้งนี้ ให้หน่วยงาน{a}จัดทำ{b} พร้อมทั้ง{c}และ{d}",
    "เพื่อให้การ{a}เป็นไปด้วยความเรียบร้อย จึงกำหนดแนวทาง{b} {c} และ{d}",
    "{a}ได้ตรวจสอบ{b}แล้ว พบว่า{c}ยังไม่เป็นไปตาม{d}",
)
_CLOSINGS = (
    "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป",
    "จึงเรียนมาเพื่อโปรดทราบและถือปฏิบัติ",
    "จึงเรียนมาเพื่อทราบ",
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it was written: its values, its text, and what a scan of it reads."""

    place: int
    record: Record
    text: str
    read: str

    @property
    def sha256(self) -> str:
        return f"{self.place:012x}"[::-1].ljust(64, "0")

    @property
    def id(self) -> str:
        return f"{self.sha256[:12]}-1"


class Words:
    """Runs of words as the sample letters of the corpus have them: after each word one that
    follows it there, now and then one of the dictionary, so that there are rare words too."""

    def __init__(self, rng: random.Random) -> None:
        self._after: dict[str, list[str]] = {}
        for text in _corpus_texts():
            words = [word for word in segment(text) if _WORD.fullmatch(word)]
            for one, other in pairwise(words):
                self._after.setdefault(one, []).append(other)
        self._starts = [word for word, others in self._after.items() for _ in others]
        usual = sorted(word for word in ordinary_words() if 4 <= len(word) <= 12)
        self._rare = [word for word in rng.sample(usual, 12_000) if _WORD.fullmatch(word)]
        self._rare_weights = list(accumulate(1 / (n + 20) for n in range(len(self._rare))))

    def draw(self, rng: random.Random, least: int = 2, most: int = 6) -> str:
        word = rng.choice(self._starts)
        found = [word]
        for _ in range(rng.randint(least, most) - 1):
            if rng.random() < RARE or word not in self._after:
                word = rng.choices(self._rare, cum_weights=self._rare_weights)[0]
            else:
                word = rng.choice(self._after[word])
            found.append(word)
        return "".join(found)


def _corpus_texts() -> Iterator[str]:
    for path in sorted((CORPUS / "letters" / "rules").glob("*.json")):
        for document in json.loads(path.read_text(encoding="utf-8"))["documents"]:
            yield from _strings(document["words"])
    yield from (CORPUS / "packet" / "packet.txt").read_text(encoding="utf-8").splitlines()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def letters(count: int, seed: int = 2564) -> Iterator[Letter]:
    """`count` letters in the order of their dates; the same for the same count and seed."""
    rng = random.Random(seed)
    words = Words(rng)
    offices = _offices(rng, words)
    running: dict[tuple[str, int], int] = {}
    for place in range(count):
        day = FIRST + timedelta(days=place * DAYS // count)
        kind, title, _ = rng.choices(_KINDS, [one[2] for one in _KINDS])[0]
        office, code = rng.choice(offices)
        key = (office + kind, day.year)
        number = running[key] = running.get(key, rng.randrange(1, 400)) + 1
        yield _letter(rng, words, place, day, kind, title, office, code, number)


def _letter(
    rng: random.Random,
    words: Words,
    place: int,
    day: date,
    kind: Kind,
    title: str,
    office: str,
    code: str,
    running: int,
) -> Letter:
    circular = kind == "external_letter" and rng.random() < 0.4
    if kind == "order":
        number = f"{running}/{day.year + 543}"
    else:
        number = f"{code}/{'ว ' if circular else ''}{running}"
    subject = "การ" + words.draw(rng, 3, 6)
    recipient = f"ผู้ว่าราชการจังหวัด{rng.choice(provinces())}"
    sign = f"{rng.choice(('นาย', 'นาง', 'นางสาว'))}{rng.choice(_GIVEN)} {_family(rng)}"
    said = {"office": office, **{key: words.draw(rng) for key in "abcd"}}
    body = [rng.choice(_OPENINGS).format(**said)]
    body += [
        rng.choice(_MIDDLES).format(**{key: words.draw(rng) for key in "abcd"})
        for _ in range(rng.randint(3, 6))
    ]
    head = [f"{title}{office}"] if title else []
    text = "\n".join(
        [
            *head,
            f"ที่ {thai(number)}",
            *([office] if not title else []),
            full_date(day.isoformat()),
            f"เรื่อง {subject}",
            f"เรียน {recipient}",
            *body,
            rng.choice(_CLOSINGS),
            f"({sign})",
        ]
    )
    record = Record(
        pages=(1, 1),
        kind=kind,
        circular=circular,
        template=False,
        urgency=rng.choice(_URGENCIES),
        number=Field(text=thai(number), value=number),
        date=Field(text=full_date(day.isoformat()), value=day.isoformat()),
        issuer=_field(office),
        subject=_field(subject),
        recipients=(_field(recipient),),
        signatory=Signatory(name=sign, position=f"หัวหน้า{office}", acting_for=None),
    )
    read = text
    if rng.random() < MISREAD_LETTERS:
        read = misread(rng, text, MISREAD)
        record = record.model_copy(
            update={
                "subject": _field(misread(rng, subject, MISREAD)),
                "signatory": Signatory(
                    name=misread(rng, sign, MISREAD), position=f"หัวหน้า{office}", acting_for=None
                ),
            }
        )
    return Letter(place, record, text, read)


def misread(rng: random.Random, text: str, rate: float) -> str:
    """The text with letters mixed up or lost, as on a poor scan."""
    out = []
    for letter in text:
        if rng.random() >= rate or not "\u0e01" <= letter <= "\u0e4e":
            out.append(letter)
            continue
        others = [pair.replace(letter, "", 1) for pair in CONFUSED if letter in pair]
        if letter in _LOST and rng.random() < 0.5:
            continue
        out.append(rng.choice(others) if others else letter)
    return "".join(out)


def _offices(rng: random.Random, words: Words) -> list[tuple[str, str]]:
    """Names and codes: central departments, and offices of provinces."""
    initials = "กขคจชดตถทธนบปผพมยรลวศสอ"
    found = []
    for place in range(240):
        name = f"กรม{words.draw(rng, 1, 2)}" if place < 80 else f"สำนักงาน{words.draw(rng, 1, 2)}"
        code = f"{rng.choice(initials)}{rng.choice(initials)} {rng.randrange(1, 30):02}{place:02}"
        if rng.random() < 0.5:
            code += f".{rng.randrange(1, 9)}"
        found.append((name, code))
    found += [(f"จังหวัด{name}", f"{name[0]}{name[-1]} 0017") for name in provinces()]
    return [(name, code.replace("  ", " ")) for name, code in found if _plain(code)]


def _plain(code: str) -> bool:
    return all("\u0e01" <= letter <= "\u0e2e" for letter in code[:2])


def _family(rng: random.Random) -> str:
    return "".join(rng.sample(_FAMILY, rng.randint(2, 3)))


def _field(value: str) -> Field:
    return Field(text=value, value=value)
