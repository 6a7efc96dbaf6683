"""Names of fields and kinds, and persons, as people type them into a search box."""

from __future__ import annotations

import re

from extractors.record import Kind
from extractors.text.people import split_person, without_title
from index.query_dates import Found
from index.query_model import FieldName, Label, Reading

# What may stand before a colon.
FIELDS: dict[str, FieldName] = {
    "เรื่อง": "subject",
    "subject": "subject",
    "จาก": "issuer",
    "ผู้ออก": "issuer",
    "from": "issuer",
    "ถึง": "recipients",
    "เรียน": "recipients",
    "to": "recipients",
    "ชื่อ": "names",
    "ลงนาม": "names",
    "name": "names",
}
KIND_FIELD, FILE_FIELD = ("ชนิด", "ประเภท", "kind"), ("แฟ้ม", "ไฟล์", "file")

# Kinds as the regulation on correspondence (B.E. 2526) and offices call them.
KINDS: dict[str, Kind] = {
    "หนังสือภายนอก": "external_letter",
    "external letter": "external_letter",
    "บันทึกข้อความ": "memo",
    "หนังสือภายใน": "memo",
    "บันทึก": "memo",
    "memo": "memo",
    "หนังสือประทับตรา": "stamped_letter",
    "stamped letter": "stamped_letter",
    "คำสั่ง": "order",
    "order": "order",
    "ระเบียบ": "regulation",
    "regulation": "regulation",
    "ข้อบังคับ": "bylaw",
    "bylaw": "bylaw",
    "ประกาศ": "announcement",
    "announcement": "announcement",
    "แถลงการณ์": "statement",
    "statement": "statement",
    "ข่าว": "news",
    "news": "news",
    "หนังสือรับรอง": "certificate",
    "certificate": "certificate",
    "รายงานการประชุม": "minutes",
    "minutes": "minutes",
    "รายงานผล": "report",
    "แบบรายงาน": "report",
    "report": "report",
    "แบบฟอร์ม": "form",
    "form": "form",
}
_SHOWN: dict[Kind, str] = {kind: name for name, kind in reversed(KINDS.items()) if name[0] > "z"}
_NAMES = "|".join(sorted(map(re.escape, KINDS), key=len, reverse=True))
# คำสั่ง | คำสั่งจังหวัดแพร่ | คำสั่งที่: the kind, then nothing, an office or the word ที่
_KIND = re.compile(
    rf"(?<!\S)(?P<kind>{_NAMES})(?=\s|$|ที่|จังหวัด|อำเภอ|กรม|กระทรวง|สำนัก|เทศบาล|องค์การ|โรงเรียน"
    r"|มหาวิทยาลัย|คณะ|ศูนย์|กอง|กรุงเทพ|อบต|อบจ|\ue000)",
    re.I,
)
_PERSON_START = re.compile(r"(?<!\S)\S")


def kind_named(text: str) -> Kind | None:
    """The kind that a word names, in Thai, in English or by its code."""
    word = text.strip().lower()
    return KINDS.get(word) or next((kind for kind in KINDS.values() if kind == word), None)


def kind_label(kind: Kind) -> Label:
    return Label(f"ชนิด {_SHOWN.get(kind, kind)}", f"kind {kind}")


def find_kinds(text: str) -> list[Found]:
    """(start, end, readings) of kinds named in words: the kind, or just the word."""
    found: list[Found] = []
    for match in _KIND.finditer(text):
        kind, word = KINDS[match["kind"].lower()], match["kind"]
        ways = (Reading("kind", kind, kind_label(kind)), words_reading(word))
        found.append((match.start(), match.end(), ways))
    return found


def find_persons(text: str) -> list[Found]:
    """(start, end, readings) of persons named with a title; the title is left out."""
    found: list[Found] = []
    for match in _PERSON_START.finditer(text):
        start = match.start()
        if found and start < found[-1][1]:
            continue
        said = re.split('[\ue000"“”|]|\\sOR\\s|\\sหรือ\\s', text[start:])[0]
        person = split_person(said)
        if person is None:
            continue
        end = start + len(said.rstrip()) - len(person.rest)
        bare = without_title(person.name)
        label = Label(f"บุคคล {bare}", f"person {bare}")
        found.append(
            (start, start + len(text[start:end].rstrip()), (Reading("name", bare, label),))
        )
    return found


def words_reading(text: str) -> Reading:
    return Reading("words", text, Label(f"คำ “{text}”", f"word “{text}”"))


def phrase_reading(text: str) -> Reading:
    return Reading("phrase", text, Label(f"ข้อความ “{text}”", f"phrase “{text}”"))
