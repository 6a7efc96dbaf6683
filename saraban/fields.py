"""One document as rows that a clerk can read: every field that it has, named in Thai."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from extractors.doubts import DOUBTFUL, goes_to_review, missing
from extractors.record import Record
from saraban.notes import in_thai
from saraban.words import ACTIONS, KINDS, thai_date, thai_period

Json = dict[str, Any]


class Row(NamedTuple):
    """A field's name (empty: more of the one above), its value, what is doubtful about it (or was,
    if that is settled), and the page, box and confidence it came from (empty where the schema gives
    none)."""

    name: str
    value: str
    doubt: str = ""
    settled: bool = False
    evidence: Json = {}  # noqa: RUF012 (never changed)


def heading(document: Json) -> str:
    """What kind of document it is, in a few words."""
    first, last = document["pages"]
    return " · ".join(
        part
        for part in (
            KINDS[document["kind"]],
            "เวียน" if document["circular"] else "",
            "ตัวอย่าง/แบบเปล่า" if document["template"] else "",
            document["urgency"],
            document["secrecy"],
            f"หน้า {first}" if first == last else f"หน้า {first}–{last}",
        )
        if part
    )


def rows(document: Json) -> Iterator[Row]:
    """The rows of a record (`document` of the schema)."""
    for name, key in (("ที่", "number"), ("วันที่", "date"), ("จาก", "issuer"), ("เรื่อง", "subject")):
        if document[key]:
            yield _field(name, document[key], is_date=key == "date")
    yield from _listed("เรียน", (_field("", one) for one in document["recipients"]))
    for role, name in (
        ("reference", "อ้างถึง"),
        ("enclosure", "ส่งหนังสือมาด้วย"),
        ("body", "กล่าวถึง"),
    ):
        cited = [one for one in document["citations"] if one["role"] == role]
        yield from _listed(name, (evident("", _citation(one), one) for one in cited))
    enclosed = (joined(one["title"], one["quantity"]) for one in document["enclosures"])
    yield from _listed("สิ่งที่ส่งมาด้วย", (Row("", one) for one in enclosed))
    if signatory := document["signatory"]:
        acting = signatory["acting_for"] and f"แทน {signatory['acting_for']}"
        signed = joined(signatory["name"], signatory["position"], acting)
        yield evident("ลงนาม", signed, signatory)
    if contact := document["contact"]:
        numbers = (*contact["phones"], *contact["faxes"], *contact["emails"])
        yield Row("ติดต่อ", joined(contact["office"], contact["officer"], *numbers))
    yield from _listed("รับ", (evident("", _receipt(one), one) for one in document["receipts"]))
    yield from _listed("ลิงก์", (Row("", one["url"]) for one in document["links"]))
    for committee in document["committees"]:
        yield Row("คณะกรรมการ", committee["name"] or "")
        for member in committee["members"]:
            yield evident("", _member(member), member)
    for duty in document["obligations"]:
        name = f"ข้อ {duty['clause']}" if duty["clause"] else "ให้"
        yield evident(name, _obligation(duty), duty)
    if report := document["report"]:
        as_of = report["as_of"] and f"ข้อมูล ณ {thai_date(report['as_of'])}"
        said = joined(report["reporting_unit"], thai_period(report["period"]), as_of)
        yield Row("รายงาน", said, "" if document["template"] else _unfilled(report))
        yield from (Row("", " | ".join(cells)) for cells in report["rows"])


def evident(name: str, value: str, found: Json) -> Row:
    """One value of the schema as a row, with the ink it came from."""
    settled = not goes_to_review(found.get("confidence"), found.get("note"))
    return Row(name, value, _doubt(found), settled, _evidence(found))


def doubts(document: Json) -> list[str]:
    """The names of the fields that a clerk should compare with the paper, each once.

    What was written by hand need not be if another document says the same.
    """
    found: dict[str, None] = {}
    name = ""
    for row in rows(document):
        name = row.name or name
        if row.doubt and not row.settled:
            found[name] = None
    return list(found)


def to_check(record: Record) -> list[str]:
    """The names of the fields that a clerk should compare with the paper, and of those that were
    not found on it."""
    unsure = doubts(record.model_dump(mode="json"))
    return [*unsure, *(f"{_NAMES[name]} (ไม่พบ)" for name in missing(record))]


_NAMES = {
    "number": "ที่",
    "date": "วันที่",
    "issuer": "จาก",
    "subject": "เรื่อง",
    "recipients": "เรียน",
    "signatory": "ลงนาม",
}


def joined(*parts: Any) -> str:
    """The parts that are there, set apart by spaces."""
    return " ".join(str(part) for part in parts if part)


def _listed(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows under one name, which stands before the first."""
    for position, row in enumerate(rows):
        yield row._replace(name="" if position else name)


def _field(name: str, field: Json, is_date: bool = False) -> Row:
    value = thai_date(field["value"]) if is_date else field["value"]
    return evident(name, value, field)


def _evidence(value: Json) -> Json:
    return {key: value[key] for key in ("page", "box", "confidence") if key in value}


def _doubt(value: Json) -> str:
    confidence = value.get("confidence", 1.0)
    unsure = f"อ่านไม่ชัด {confidence:.0%}" if confidence < DOUBTFUL else ""
    return "; ".join(part for part in (unsure, in_thai(value.get("note") or "")) if part)


def _citation(citation: Json) -> str:
    """As one reads it out; as printed where neither number nor date was made out."""
    date = citation["date"] and f"ลงวันที่ {thai_date(citation['date'])}"
    if not citation["number"] and not date:
        return str(citation["text"])
    return joined(citation["issuer"], citation["number"] and f"ที่ {citation['number']}", date)


def _receipt(receipt: Json) -> str:
    number = receipt["number"] and f"เลขรับ {receipt['number']}"
    time = receipt["time"] and f"{receipt['time']} น."
    return joined(receipt["office"], number, thai_date(receipt["date"]), time)


def _member(member: Json) -> str:
    order = f"{member['order']}." if member["order"] is not None else "-"
    role = member["role_text"] and f"— {member['role_text']}"
    return joined(order, member["name"], member["position"], role)


def _unfilled(report: Json) -> str:
    """What is left blank in a report that was sent: its unit, the day of its data, its table or
    half of it. A dash says that there is nothing to tell, and is no blank."""
    cells = [cell.strip(" .…_") for row in report["rows"][1:] for cell in row[1:]]
    blank = cells.count("")
    missing = [
        name
        for name, left in (
            ("หน่วยงาน", not report["reporting_unit"]),
            ("วันที่ของข้อมูล", not report["as_of"]),
            ("ตาราง", bool(cells) and blank == len(cells)),
            (f"{blank} จาก {len(cells)} ช่องในตาราง", len(cells) / 2 <= blank < len(cells)),
        )
        if left
    ]
    return f"กรอกไม่ครบ ว่างไว้: {', '.join(missing)}" if missing else ""


def _obligation(duty: Json) -> str:
    to = duty["deliver_to"] and f"ให้ {duty['deliver_to']}"
    period = duty["first_period"] and f"เริ่ม {thai_period(duty['first_period'])}"
    first = duty["first_due"] and f"ครั้งแรกภายใน {thai_date(duty['first_due'])}"
    return joined(f"[{ACTIONS[duty['action']]}]", to, period, first, duty["text"])
