"""A document to its record: asks every room of this floor its one question.

    document ─┬─ kind, circular, template, urgency, secrecy     what it is
              ├─ number, date, issuer, subject, recipients      its head
              ├─ citations, enclosures                          what it speaks of
              ├─ signatory, contact, receipts, links            its foot and margins
              └─ committees, obligations, report                what it does

Every room takes the same `Document` and keeps to itself; what one must know of another (the kind
decides whether there are obligations) is handed over here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extractors.citations import read_citations
from extractors.committee.appointing import appoints
from extractors.committee.read import read_committees
from extractors.contact import read_contact
from extractors.doubt.confidence import with_confidence
from extractors.doubt.contradictions import with_contradictions
from extractors.doubt.date_neighbours import with_other_days
from extractors.doubt.lists_in_doubt import with_doubtful_lists
from extractors.doubt.member_doubts import with_member_doubts
from extractors.doubt.names_twice import with_names_compared
from extractors.doubt.packet_witness import with_packet_witnesses
from extractors.doubt.partly_read import unread_persons, with_doubt
from extractors.doubt.signed_office import with_signed_office
from extractors.effects import with_effects
from extractors.enclosures import read_enclosures
from extractors.issuer.read import read_issuer
from extractors.kind import is_circular, is_template, read_kind
from extractors.letterhead import read_date, read_number
from extractors.obligations.judge.judged import Duties, read_duties
from extractors.receipt import read_receipts
from extractors.recipients import read_recipients
from extractors.record import DOUBT, Field, Kind, Record, Signatory
from extractors.report import read_report
from extractors.signatory import read_signatory
from extractors.subject import read_subject
from extractors.text.people import is_post
from extractors.urgency import read_secrecy, read_urgency
from extractors.weblinks import read_links
from pipeline.models import Box, Document, Page

# ผู้สมัคร, ผู้ทำคำขอ: who fills in a form is no post
_WHO_FILLS_IN = re.compile(r"ผู้(?!อำนวย|ว่า|จัดการ|บัญชา|บังคับ|กำกับ|พิพากษา|ช่วย)")
_EITHER = re.compile(r"หรือ|/")
_WHO_FILLS_IN_LAST = re.compile(rf"(?:^|\s){_WHO_FILLS_IN.pattern}\S*$")  # ครู ผู้ขออนุญาต


def describe(document: Document, kind: Kind | None = None) -> Record:
    """All fields of one document, each with the ink it came from; `kind` is given where a person
    said what it is, else read.

    Boxes are those of the page as it was scanned, not of the page as it was straightened; the
    confidence of a value is its chance of being right (`extractors.doubt.confidence`).
    """
    pages = {page.number: page for page in document.pages}
    told = with_confidence(read_record(document, kind).model_dump(by_alias=True), pages)
    record = with_doubtful_lists(Record.model_validate(_on_paper(told, pages)))
    return with_signed_office(with_contradictions(record))


def describe_all(
    documents: Sequence[Document], kinds: Mapping[int, Kind] | None = None
) -> tuple[Record, ...]:
    """All fields of the documents of one file, which may bear each other witness; `kinds` by the
    place of those of which a person said what they are."""
    said = kinds or {}
    records = [describe(document, said.get(place)) for place, document in enumerate(documents)]
    return with_names_compared(with_packet_witnesses(records))


def read_record(document: Document, kind: Kind | None = None) -> Record:
    """All fields as the rooms give them: boxes of the straight page, confidences of the ink."""
    kind = kind or read_kind(document)
    day = read_date(document)
    template = is_template(document)
    filled_in = kind == "form" and not template  # its remark asked whoever has filled it in
    duties = Duties(()) if filled_in else read_duties(document, kind, day.value if day else None)
    appointing = appoints(document, kind)
    record = Record(
        pages=(document.first, document.last),
        kind=kind,
        circular=is_circular(document),
        template=template,
        urgency=read_urgency(document),
        secrecy=read_secrecy(document),
        number=read_number(document),
        date=with_other_days(day, document),
        issuer=read_issuer(document),
        subject=read_subject(document),
        recipients=read_recipients(document),
        citations=with_effects(read_citations(document), document),
        enclosures=read_enclosures(document),
        signatory=_signatory(document, kind),
        contact=None if kind == "form" else read_contact(document),
        receipts=read_receipts(document),
        links=read_links(document),
        committees=with_member_doubts(read_committees(document)) if appointing else (),
        obligations=duties.told,
        report=read_report(document, kind),
    )
    signed = record.signatory.name if record.signatory else None
    missing = unread_persons(document, record.committees, signed) if appointing else ()
    committees, doubts = with_doubt(record.committees, missing)
    record = record.model_copy(update={"committees": committees})
    return _with_notes(record, (*document.notes, *doubts, *duties.notes))


def _signatory(document: Document, kind: Kind) -> Signatory | None:
    """Nobody signs a stamped letter by name; of a blank form only the post is told that waits for
    one, of a filled one who filled it in."""
    if kind == "stamped_letter":
        return None
    signed = read_signatory(document)
    if kind == "form" and signed and signed.name and not is_template(document):
        post = _WHO_FILLS_IN_LAST.sub("", signed.position or "").strip()
        return signed.model_copy(update={"position": post or None})
    if kind == "form":
        post = signed.position or "" if signed and signed.name is None else ""
        anyones = _EITHER.search(post) is not None  # อธิการบดีหรือผู้ได้รับมอบหมาย
        if signed is None or not is_post(post) or _WHO_FILLS_IN.match(post) or anyones:
            return None
        sure = min(DOUBT, signed.confidence or 0.0)  # nobody has signed: a person is to judge
        return signed.model_copy(update={"confidence": sure})
    return signed


def _with_notes(record: Record, notes: tuple[str, ...]) -> Record:
    """What was done to the document's pages, said with the first field that has a note to bear."""
    for name in ("subject", "number", "date", "issuer") if notes else ():
        field: Field | None = getattr(record, name)
        if field is not None:
            said = "; ".join([*([field.note] if field.note else []), *notes])
            return record.model_copy(update={name: field.model_copy(update={"note": said})})
    return record


def _on_paper(value: Any, pages: Mapping[int, Page]) -> Any:
    """The same nested values with every box moved to where it lies on its page's paper."""
    if isinstance(value, dict):
        moved = {key: _on_paper(inner, pages) for key, inner in value.items()}
        if moved.get("box") is not None:
            box = pages[moved["page"]].on_paper(Box(*moved["box"]))
            moved["box"] = tuple(round(side, 5) for side in box.as_tuple())
        return moved
    if isinstance(value, tuple | list):
        return tuple(_on_paper(inner, pages) for inner in value)
    return value
