"""One document as rows that a person can read: every field that it has, in Thai or English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractors.doubt.doubts import DOUBTFUL, goes_to_review, missing
from extractors.record import Record
from saraban.messages import Language, message
from saraban.notes import note_in
from saraban.words import day, period

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


def heading(document: Json, language: Language = "th") -> str:
    """What kind of document it is, in a few words."""
    first, last = document["pages"]
    pages = {"number": first} if first == last else {"first": first, "last": last}
    return " · ".join(
        part
        for part in (
            message(f"kind.{document['kind']}", language),
            message("fields.circular", language) if document["circular"] else "",
            message("fields.template", language) if document["template"] else "",
            document["urgency"],
            document["secrecy"],
            message("common.page" if first == last else "common.pages", language, **pages),
        )
        if part
    )


def rows(document: Json, language: Language = "th") -> Iterator[Row]:
    """The rows of a record (`document` of the schema)."""
    say = _Say(language)
    for key in ("number", "date", "issuer", "subject"):
        if document[key]:
            yield _field(say, say(key), document[key], is_date=key == "date")
    yield from _listed(say("recipients"), (_field(say, "", one) for one in document["recipients"]))
    for role in ("reference", "enclosure", "body"):
        cited = [one for one in document["citations"] if one["role"] == role]
        yield from _listed(
            say(role), (evident("", _citation(say, one), one, language) for one in cited)
        )
    enclosed = (joined(one["title"], one["quantity"]) for one in document["enclosures"])
    yield from _listed(say("enclosures"), (Row("", one) for one in enclosed))
    if signatory := document["signatory"]:
        acting = signatory["acting_for"] and say("acting_for", whom=signatory["acting_for"])
        signed = joined(signatory["name"], signatory["position"], acting)
        yield evident(say("signatory"), signed, signatory, language)
    if contact := document["contact"]:
        numbers = (*contact["phones"], *contact["faxes"], *contact["emails"])
        yield Row(say("contact"), joined(contact["office"], contact["officer"], *numbers))
    receipts = (evident("", _receipt(say, one), one, language) for one in document["receipts"])
    yield from _listed(say("receipts"), receipts)
    yield from _listed(say("links"), (Row("", one["url"]) for one in document["links"]))
    for committee in document["committees"]:
        yield Row(say("committee"), committee["name"] or "")
        for member in committee["members"]:
            yield evident("", _member(member), member, language)
    for duty in document["obligations"]:
        name = say("clause", clause=duty["clause"]) if duty["clause"] else say("duty")
        yield evident(name, _obligation(say, duty), duty, language)
    if report := document["report"]:
        as_of = report["as_of"] and say("as_of", day=say.day(report["as_of"]))
        said = joined(report["reporting_unit"], say.period(report["period"]), as_of)
        yield Row(say("report"), said, "" if document["template"] else _unfilled(say, report))
        yield from (Row("", " | ".join(cells)) for cells in report["rows"])


def evident(name: str, value: str, found: Json, language: Language = "th") -> Row:
    """One value of the schema as a row, with the ink it came from."""
    settled = not goes_to_review(found.get("confidence"), found.get("note"))
    return Row(name, value, _doubt(found, language), settled, _evidence(found))


def doubts(document: Json, language: Language = "th") -> list[str]:
    """The names of the fields that a clerk should compare with the paper, each once.

    What was written by hand need not be if another document says the same.
    """
    found: dict[str, None] = {}
    name = ""
    for row in rows(document, language):
        name = row.name or name
        if row.doubt and not row.settled:
            found[name] = None
    return list(found)


def to_check(record: Record, language: Language = "th") -> list[str]:
    """The names of the fields that a clerk should compare with the paper, and of those that were
    not found on it."""
    say = _Say(language)
    unsure = doubts(record.model_dump(mode="json"), language)
    return [*unsure, *(say("not_found", field=say(name)) for name in missing(record))]


@dataclass(frozen=True, slots=True)
class _Say:
    """Words, days and periods in one language."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        return message(f"fields.{key}", self.language, **values)

    def day(self, iso: str | None) -> str:
        return day(iso, self.language)

    def period(self, span: Json | None) -> str:
        return period(span, self.language)


def joined(*parts: Any) -> str:
    """The parts that are there, set apart by spaces."""
    return " ".join(str(part) for part in parts if part)


def _listed(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows under one name, which stands before the first."""
    for position, row in enumerate(rows):
        yield row._replace(name="" if position else name)


def _field(say: _Say, name: str, field: Json, is_date: bool = False) -> Row:
    value = say.day(field["value"]) if is_date else field["value"]
    return evident(name, value, field, say.language)


def _evidence(value: Json) -> Json:
    return {key: value[key] for key in ("page", "box", "confidence") if key in value}


def _doubt(value: Json, language: Language) -> str:
    confidence = value.get("confidence", 1.0)
    percent = f"{confidence:.0%}"
    unsure = _Say(language)("unsure", percent=percent) if confidence < DOUBTFUL else ""
    note = note_in(value.get("note") or "", language)
    return "; ".join(part for part in (unsure, note) if part)


def _citation(say: _Say, citation: Json) -> str:
    """As one reads it out; as printed where neither number nor date was made out."""
    date = citation["date"] and say("dated", day=say.day(citation["date"]))
    if not citation["number"] and not date:
        return str(citation["text"])
    number = citation["number"] and say("cited_number", number=citation["number"])
    return joined(citation["issuer"], number, date)


def _receipt(say: _Say, receipt: Json) -> str:
    number = receipt["number"] and say("received_number", number=receipt["number"])
    time = receipt["time"] and say("at", time=receipt["time"])
    return joined(receipt["office"], number, say.day(receipt["date"]), time)


def _member(member: Json) -> str:
    order = f"{member['order']}." if member["order"] is not None else "-"
    role = member["role_text"] and f"— {member['role_text']}"
    return joined(order, member["name"], member["position"], role)


def _unfilled(say: _Say, report: Json) -> str:
    """What is left blank in a report that was sent: its unit, the day of its data, its table or
    half of it. A dash says that there is nothing to tell, and is no blank."""
    cells = [cell.strip(" .…_") for row in report["rows"][1:] for cell in row[1:]]
    blank = cells.count("")
    missing = [
        say(name, blank=blank, all=len(cells))
        for name, left in (
            ("blank_unit", not report["reporting_unit"]),
            ("blank_as_of", not report["as_of"]),
            ("blank_table", bool(cells) and blank == len(cells)),
            ("blank_cells", len(cells) / 2 <= blank < len(cells)),
        )
        if left
    ]
    return say("blank", what=", ".join(missing)) if missing else ""


def _obligation(say: _Say, duty: Json) -> str:
    action = message(f"review.choice.{duty['action']}", say.language)
    to = duty["deliver_to"] and say("deliver_to", whom=duty["deliver_to"])
    begins = duty["first_period"] and say("begins", period=say.period(duty["first_period"]))
    first = duty["first_due"] and say("first_due", day=say.day(duty["first_due"]))
    return joined(f"[{action}]", to, begins, first, duty["text"])
