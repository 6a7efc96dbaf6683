"""The two passages that a link rests on: what the one document says, and what answers to it in the
other, each with the page and box it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.record import BoxTuple, Evident, Field
from index.filed import Filed
from index.links.model import Link
from index.official import thai_period


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document; page and box where they were read, None where that is not known."""

    document: Filed
    text: str
    page: int | None = None
    box: BoxTuple | None = None


def passages(link: Link, maker: Filed, target: Filed | None) -> tuple[Passage, Passage | None]:
    """What makes the link, and what it leads to."""
    return _said(link, maker), _meant(link, target) if target else None


def _said(link: Link, maker: Filed) -> Passage:
    if link.orphaned:
        return _passage(maker, link.cited_as or "", None)
    name, _, place = link.slot.partition("/")
    record = maker.record
    if name == "citation" and int(place) < len(record.citations):
        citation = record.citations[int(place)]
        return _passage(maker, citation.text, citation)
    if name == "enclosure" and int(place) < len(record.enclosures):
        enclosure = record.enclosures[int(place)]
        return _passage(maker, " ".join(filter(None, (enclosure.title, enclosure.quantity))), None)
    if link.relation == "answers" and record.report is not None:
        report = record.report
        period = thai_period(report.period.model_dump()) if report.period else ""
        said = (report.title or maker.subject or "", report.reporting_unit or "", period)
        return _passage(maker, " · ".join(part for part in said if part), record.subject)
    return _passage(maker, maker.subject or link.cited_as or "", record.subject)


def _meant(link: Link, target: Filed) -> Passage:
    record = target.record
    for duty in record.obligations:
        if link.clause is not None and duty.clause == link.clause:
            return _passage(target, duty.text, duty)
    fields: list[Field | None]
    if link.slot.startswith("enclosure"):
        fields = [record.subject]
    else:
        fields = [record.number, record.date, record.issuer, record.subject]
    known = [one for one in fields if one is not None]
    title = record.report.title if record.report and not known else None
    text = " · ".join(one.text for one in known) or title or ""
    return _passage(target, text, known[0] if known else None)


def _passage(document: Filed, text: str, found: Evident | None) -> Passage:
    page = found.page if found else None
    return Passage(document, text, page or document.record.pages[0], found.box if found else None)
