"""The verbs of a request: what it turns on, what it hands on, what says nothing by itself.

A word counts as a verb where it stands as one: not after การ or ผู้ (การรายงาน, ผู้เข้ารับการอบรม),
not in the name of an office (สำนักงานประชาสัมพันธ์จังหวัด), not after ที่ (แบบที่ส่งมาด้วย).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors.obligations.verb_objects import Role, with_object
from extractors.record import Action
from extractors.text import table
from extractors.text.segment import ordinary_words, segment

# Words in การ after which a verb begins, which the dictionary would else take for its การ:
# ส่วนราชการ│รายงานผล, ดำเนินการ│ติดตาม
_IN_KAN = re.compile(
    r"(?:(?:ส่วน|หน่วย|ข้า)ราช|ผู้ประกอบ|องค์|กรรม|ผู้อำนวย|เลขาธิ|ผู้บัญชา|ผู้กำกับ|ผู้บังคับ|ผู้จัด|ดำเนิน|ปฏิบัติ|สถานประกอบ|โครง)การ(?=[ก-ฮเ-ไ])|ฝ่าย(?=เสนอ)"
    r"|เจ้าหน้าที่(?=[ก-ฮเ-ไ])"
)
_PAPER = re.compile(
    r"(?:รายงาน|สรุป)(?:(?!ให้(?!บริการ|ความ|คำ)|ถึง|ต่อ|ทราบ)\S)+\s?(?:และ|รวมทั้ง|ตลอดจน)(?!ให้|ขอ|โปรด)\s?"
)
_DAY_TOLD = re.compile(r"[2๒][45๔๕][\d๐-๙]{2} $")  # ส่งคำสั่ง…ภายในวันที่…๒๕๖๗│ รายงานผล…และ…
_LISTS = re.compile(r"ได้แก่|ประกอบด้วย|อาทิ")
# after other nouns a verb may stand, if there is no surer one: ให้ผู้มีหน้าที่│รายงาน
_NO_AGENT = frozenset(
    (
        "การ",
        "ความ",
        "ผู้",
        "ผู้ที่",
        "ได้",
        "ได้รับ",
        "รับ",
        "เคย",
        "ที่",
        "ซึ่ง",
        "เพื่อ",
        "ว่า",
        "คำ",
        "ถูก",
        "กำหนด",
        "สามารถ",
    )
)
# ผู้ที่ประสงค์จะ│สมัคร…, ที่ต้องการขอรับ│จัดสรร…: what those who are meant wish for
_WISHED = re.compile(r"(?:ประสงค์|สนใจ|ต้องการ)(?:ที่)?(?:จะ)?(?:ขอ|ใคร่)?(?:เข้า|รับ)?$")
_PAPER_ASKING = re.compile(r"(?:แบบ|ใบ|คำ|หนังสือ|เรื่อง|บันทึก|โครงการ)(?:คำ)?ขอ$")
_WHO_DOES = re.compile(r"(?:^|[\s]|แพทย์|เจ้าหน้าที่|พนักงาน|ให้)ผู้(?:ตรวจ|ควบคุม|กำกับ|ดูแล|สอน|ฝึก|รักษา|ทำ)$")
# ฝ่ายที่มีแผนจะ│ใช้จ่าย│เงินในไตรมาสที่ 3 แจ้งยอด…: what is said of those who are asked
_OF_WHOM = re.compile(
    r"(?<=[ก-๎])(?:ที่|ซึ่ง)(?:ยัง|ไม่|มี|จะ|ได้|เคย|กำลัง|อยู่)(?:(?!และ|แล้ว|พร้อม|โดย|ให้)\S)*$"
)
_ENTRANT = re.compile(r"(?:ผู้|การ|รับ|นำ|สมัคร|สอบ|คัดเลือก|ต้องการ|ประสงค์)(?:จะ)?เข้า$")
_COUNTED = re.compile(r"(?:[\d๐-๙]|หนึ่ง|สอง|สาม)\s?(?:ชุด|เรื่อง|เครื่อง|ห้อง|แผน)$")
_SET_BY = re.compile(r"ที่(?!ประชุม)[ก-๎ฯ]{2,30}\s?$")
_QUOTED = 80  # letters within which a quotation ends
_NOT_TO_DO = ("ว่าจะ", "ไม่ต้อง", "ไม่จำเป็นต้อง", "ที่ต้อง", "ที่จะต้อง", "ที่ควร", "ที่อาจ")
_NO_VERBS = ("นำร่อง", "ศึกษานิเทศก์", "ศึกษาธิการ", "ตรวจราชการแผ่นดิน")
_TOLD_OF = ("report", "reply", "attend", "publish")  # และ after a noun may begin these


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at `text[start:end]` and what it asks for; None: nothing but courtesy."""

    start: int
    end: int
    action: Action | None
    role: Role = ""
    negated: bool = False


@cache
def _kind(kind: str) -> frozenset[str]:
    """The words of a kind in `data/verb_words.tsv`."""
    return frozenset(row["word"] for row in table.rows("verb_words") if row["kind"] == kind)


@cache
def _phrases() -> dict[str, tuple[tuple[str, Action | None, Role], ...]]:
    """The phrases of the table by their first two letters, the longest first."""
    found: dict[str, list[tuple[str, Action | None, Role]]] = {}
    for row in table.rows("actions"):
        action = None if row["action"] == "-" else row["action"]
        one = row["phrase"], action, row.get("role", "")
        found.setdefault(row["phrase"][:2], []).append(one)  # type: ignore[arg-type]
    return {key: tuple(sorted(value, key=lambda one: -len(one[0]))) for key, value in found.items()}


def find_verbs(text: str) -> list[Verb]:
    """The verbs of a text in order, those within a longer one left out.

    >>> [(verb.action, verb.role) for verb in find_verbs("จัดทำแผน แล้วส่งให้กองแผนงาน")]
    [('other', 'makes'), ('reply', 'sends')]
    """
    return list(_verbs_of(text))


@lru_cache(maxsize=256)  # rules and judge ask for those of the same clauses of a page
def _verbs_of(text: str) -> tuple[Verb, ...]:
    found: list[Verb] = []
    doubtful: list[Verb] = []
    place, before, negated = 0, "", False
    noun_ends = wished_ends = -1
    named = [match.span(match.lastgroup or 0) for match in _office_names().finditer(text)]
    for word in _words(text):
        goes_on = negated and bool(word.strip()) and word not in _kind("ends")
        negated = goes_on or word in _kind("negates")
        if word.strip() and (not found or place >= found[-1].end):
            in_name = any(start <= place < end for start, end in named)
            verb = None if in_name else _verb_at(text, place, word, negated)
            tied = text[noun_ends:place] in ("และ", "หรือ")
            runs_on = noun_ends == place > 0  # งานป้องกัน│ปราบปราม, รายวิชาที่เปิด│สอน
            told = (tied or runs_on) and verb and verb.action not in _TOLD_OF
            if verb and found and _is_listed_paper(text, place, found[-1]):
                pass  # จัดเตรียมข้อมูล│ รายงานผล│ และแผนที่
            elif verb and text.endswith(_NOT_TO_DO, 0, place):
                pass  # พิจารณาว่าจะ│เปิดเผยได้หรือไม่ | โดยไม่ต้อง│ส่งแบบตอบรับอีก | กำลังไฟที่ต้อง│ใช้
            elif verb and text.startswith(_NO_VERBS, place):
                pass  # ศูนย์พัฒนาเด็กเล็ก│นำร่อง
            elif verb and word == "กำหนด" and _SET_BY.search(text[:place]):
                pass  # ตามวันที่ศูนย์ฯ│กำหนด
            elif verb and _is_quoted(text, place):
                pass  # ติดป้าย “รอ│ส่งคืน”
            elif verb and _is_wished(text, place, verb, wished_ends):
                wished_ends = verb.end  # ผู้สนใจ│เข้าร่วม│อบรม
            elif verb and _is_compound(text[:place], word, verb):
                doubtful.append(verb)
            elif verb and (told or _is_noun(word, before, text[:place])):
                noun_ends = place + len(word)  # การสรรหา│และ│เลือกสรร
                doubtful += [verb] if before not in _NO_AGENT else []
            elif verb:
                found.append(verb)
        place, before = place + len(word), word
    return tuple(found or doubtful[:1])


def _is_compound(before: str, word: str, verb: Verb) -> bool:
    """Whether a verb is but a part of a word, or says who is meant: แบบขอ│กันเงิน, ผู้ตรวจ│รักษา"""
    worker = verb.action in ("other", "monitor") and not verb.role and _WHO_DOES.search(before)
    comes = word.startswith(("มา", "ไป", "นำ"))  # ผู้ที่ได้รับพระราชทาน│มารับ…
    said_of = verb.action in ("other", "monitor") and not comes and _OF_WHOM.search(before)
    to_come = verb.action == "attend" and before.endswith(("ซึ่งจะ", "ที่จะ"))
    return bool(worker or said_of or to_come) or _PAPER_ASKING.search(before) is not None


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place stands within quotes that are closed near behind it."""
    begun = text.rfind("“", max(0, place - _QUOTED), place)
    return begun > text.rfind("”", 0, place) and "”" in text[place : place + _QUOTED]


def _is_wished(text: str, place: int, verb: Verb, wished_ends: int) -> bool:
    """Whether a verb only says what those who are meant wish for: ผู้สนใจ│เข้าร่วม│อบรม│แจ้งชื่อ…"""
    goes_on = place == wished_ends and verb.action in ("attend", "other") and not verb.role
    return goes_on or _WISHED.search(text[:place]) is not None


@cache
def _office_names() -> re.Pattern[str]:
    """Offices whose name goes on after และ: ส่งกลับสำนักตรวจราชการ│และติดตามประเมินผล│ ภายใน…"""
    sections = "|".join(sorted(_kind("section") - {"งาน"}, key=len, reverse=True))
    rest = "|".join(sorted(_kind("of_section"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:ให้|ไปยัง|มายัง|ถึง|ต่อ|ที่)(?:งาน|ส่วน|กลุ่ม|ฝ่าย|กอง|สำนัก)[ก-๎]{{2,40}}?(?P<name>และ(?:{rest})+[ก-๎]{{0,20}}?)(?=\s|$|ทราบ|ภายใน(?:วัน|\s)|ทุก|ทาง|ก่อนวัน|ไม่เกิน|โดย))"
        r"|กลุ่ม(?:งาน)?(?P<three>นิเทศ\s?ติดตาม\s?และประเมินผล[ก-๎]*)"
        rf"|(?:{sections})[ก-๎]{{2,40}}(?P<rest>และ(?:{rest})+(?:ผล|ภายใน|งาน|คุณภาพ)*)(?=\s|$|ทราบ|ภายใน(?:วัน|\s)|โดย)"
    )


def _words(text: str) -> Iterator[str]:
    """The words of a text, cut first where a word in การ ends."""
    start = 0
    for match in _IN_KAN.finditer(text):
        yield from segment(text[start : match.end()])
        start = match.end()
    yield from segment(text[start:])


def _is_listed_paper(text: str, place: int, last: Verb) -> bool:
    """Whether a report or summary is one of the papers to be made or sent: a noun ends the list."""
    if _LISTS.search(text, last.end, place) and text.startswith(("รายงาน", "สรุป"), place):
        return True  # ส่งเอกสาร ได้แก่ สำเนาฎีกา│ และรายงานการเดินทาง
    paper = None if _DAY_TOLD.search(text, last.end, place) else _PAPER.match(text, place)
    if paper is None or last.role not in ("makes", "sends") or not text[:place].endswith(" "):
        return False
    word = next(iter(segment(text[paper.end() :])), "")
    return bool(word.strip()) and _verb_at(text, paper.end(), word, False) is None


def _is_noun(word: str, before: str, said: str) -> bool:
    named = before in _kind("section") and word in _kind("of_section")
    if before in _kind("section") and said.endswith((f"ทุก{before}", f"แต่ละ{before}")):
        return False  # ขอให้ทุกกอง│ประเมินผล…, แต่ละงาน│ส่งตัวแทน…
    if before == "เข้า" and not _ENTRANT.search(said):
        return False  # ให้ผู้รับจ้างเข้า│ซ่อมแซม…
    if _COUNTED.search(said):
        return False  # ลงนามแบบทั้ง ๓ ชุด│ส่งคืน ๒ ชุด
    described = before in _kind("described") and word in _kind("describes")
    return named or described or before in _kind("noun")


def _verb_at(text: str, start: int, word: str, negated: bool) -> Verb | None:
    """The longest phrase that begins here and holds the whole first word, or with whose object the
    dictionary makes one word of it (ยื่นข้อเสนอ)."""
    for phrase, action, role in _phrases().get(text[start : start + 2], ()):
        if not text.startswith(phrase, start):
            continue
        rest = word[len(phrase) :]
        object_in_word = len(rest) > 3 and not rest.startswith("การ") and rest in ordinary_words()
        if not rest or object_in_word:
            end = start + len(phrase)
            return Verb(start, end, *with_object(text, end, phrase, action, role), negated)
    return None


def turning(verbs: Sequence[Verb]) -> Verb | None:
    """The verb that a request with these verbs turns on: the first, or the one it hands on to.

    มอบหมายเจ้าหน้าที่เข้าร่วมประชุม asks to attend, มอบหมายเจ้าหน้าที่เป็นประธานในพิธี to appoint.
    """
    if not verbs:
        return None
    back = next((verb for verb in verbs if verb.role == "back"), None)
    if back and verbs[0].action in (None, "other", "monitor"):
        return back  # ชี้แจง…│ส่งกลับ… | ลงนามในใบตอบรับ│ส่งคืน…
    if verbs and verbs[0].role in ("makes", "brings"):  # พิมพ์แบบ│ลงนาม│ส่ง… | จัดผู้เดินแบบ│แต่งกาย│เข้าร่วม
        verbs = [verbs[0], *(verb for verb in verbs[1:] if verb.action is not None)]
    if verbs and verbs[0].role == "brings":  # จัดผู้เดินแบบ│ แต่งกาย…│ เข้าร่วม…
        return next((verb for verb in verbs if verb.action == "attend"), verbs[0])
    for verb, after in zip(verbs, (*verbs[1:], None), strict=True):
        if after is None or not _goes_on(verb, after):
            return verb
    return None


def _goes_on(verb: Verb, after: Verb) -> bool:
    if verb.role == "passes" and verb.action is None:
        return after.action == "attend"  # อนุญาตให้…เข้าร่วม
    if verb.role == "passes" and verb.action == "monitor":
        return after.action in _TOLD_OF and not after.negated  # กำชับผู้…เข้าร่วม
    if verb.role == "passes":
        serves = after.role == ("serves" if verb.action == "appoint" else "idle")
        return not (after.negated or serves or after.action is None)
    if verb.role == "brings":
        return after.action == "attend"
    if verb.role == "makes" and after.role == "makes":
        return True
    if verb.role == "makes":
        return after.action in ("reply", "report", "attend")  # รวบรวมเอกสารส่งให้… | นำบุตรมามอบตัว
    return verb.role == "idle" and after.action is not None


def read_action(text: str) -> Action:
    """What a clause asks for, by the verb that it turns on.

    >>> read_action("รายงานผลการติดตามให้จังหวัด"), read_action("ติดตามและรายงานผล")
    ('report', 'monitor')
    """
    verb = turning(find_verbs(text))
    return verb.action or "other" if verb else "other"
