"""The truth of letters is written short in their JSON, and made whole here.

A field is its text alone ("๓๔/๒๕๖๖": the value follows), or text and value (dates always so, and
whatever is normalised by more than digits and spaces). Nothing is read off the words: only what a
person wrote down as true.
"""

from __future__ import annotations

import re
from typing import Any

from pipeline.thai_digits import arabic

Fields = dict[str, Any]
_CITATION: Fields = {"kind": None, "issuer": None, "number": None, "date": None}
_OBLIGATION: Fields = {
    "clause": None,
    "action": "other",
    "text": "",
    "deliver_to": None,
    "frequency": None,
    "due_day": None,
    "first_due": None,
    "first_period": None,
    "channels": [],
    "format": None,
}
_CONTACT: Fields = {"office": None, "phones": [], "faxes": [], "emails": [], "officer": None}
_RECEIPT: Fields = {"office": None, "number": None, "date": None, "time": None}
_REPORT: Fields = {
    "title": None,
    "reporting_unit": None,
    "as_of": None,
    "period": None,
    "rows": [],
}
_QUARTERS = {
    1: ("10-01", "12-31"),
    2: ("01-01", "03-31"),
    3: ("04-01", "06-30"),
    4: ("07-01", "09-30"),
}


def expand(short: Fields) -> Fields:
    """The fields of a document as the schema has them."""
    fields = dict(short)
    for name in ("number", "date", "issuer", "subject"):
        fields[name] = field(short.get(name))
    fields["recipients"] = [field(recipient) for recipient in short.get("recipients", [])]
    fields["citations"] = [_whole(_CITATION, c) for c in short.get("citations", [])]
    fields["enclosures"] = [
        {"title": e[0], "quantity": e[1]} if isinstance(e, list) else e
        for e in short.get("enclosures", [])
    ]
    if isinstance(signatory := short.get("signatory"), list):
        fields["signatory"] = dict(zip(("name", "position", "acting_for"), signatory, strict=True))
    if contact := short.get("contact"):
        fields["contact"] = _whole(_CONTACT, contact)
    fields["receipts"] = [_whole(_RECEIPT, r) for r in short.get("receipts", [])]
    fields["links"] = [
        {"url": link[0], "from": link[1]} if isinstance(link, list) else link
        for link in short.get("links", [])
    ]
    fields["committees"] = [_committee(c) for c in short.get("committees", [])]
    fields["obligations"] = [_obligation(o) for o in short.get("obligations", [])]
    if report := short.get("report"):
        fields["report"] = _whole(_REPORT, report)
        fields["report"]["period"] = period(report.get("period"))
    return fields


def field(short: Any) -> Fields | None:
    """None, "text", ["text", "value"] or a whole field."""
    if short is None or isinstance(short, dict):
        return short
    if isinstance(short, str):
        return {"text": short, "value": plain(short)}
    text, value = short
    return {"text": text, "value": value}


def plain(text: str) -> str:
    """Arabic digits, single spaces."""
    return re.sub(r"\s+", " ", arabic(text)).strip()


def period(short: Any) -> Fields | None:
    """[2566, 2] is quarter 2, [2566, "H1"] a half year, [2566, "03"] March, [2566, null] a year."""
    if short is None or isinstance(short, dict):
        return short
    year, part = short
    before, after = year - 544, year - 543
    if isinstance(part, int):
        start, end = _QUARTERS[part]
        own = before if part == 1 else after
        return _period(year, part, f"{own}-{start}", f"{own}-{end}")
    if part == "H1":
        return _period(year, None, f"{before}-10-01", f"{after}-03-31")
    if part == "H2":
        return _period(year, None, f"{after}-04-01", f"{after}-09-30")
    if part is None:
        return _period(year, None, f"{before}-10-01", f"{after}-09-30")
    month = int(part)
    own = before if month >= 10 else after
    leap = own % 4 == 0 and (own % 100 != 0 or own % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    last = days[month - 1]
    return _period(year, None, f"{own}-{month:02}-01", f"{own}-{month:02}-{last}")


def _period(year: int, quarter: int | None, start: str, end: str) -> Fields:
    return {"fiscal_year": year, "quarter": quarter, "start": start, "end": end}


def _committee(short: Fields) -> Fields:
    members = [
        dict(zip(("order", "name", "position", "role", "role_text"), m, strict=True))
        if isinstance(m, list)
        else m
        for m in short["members"]
    ]
    return {"name": short.get("name"), "members": members, "duties": short.get("duties", [])}


def _obligation(short: Fields) -> Fields:
    whole = _whole(_OBLIGATION, short)
    whole["first_period"] = period(short.get("first_period"))
    return whole


def _whole(absent: Fields, short: Fields) -> Fields:
    if unknown := short.keys() - absent.keys() - {"role", "text", "page"}:
        raise ValueError(f"no such fields: {sorted(unknown)}")
    return {**absent, **short}
