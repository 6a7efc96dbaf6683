"""Real documents with what a careful person read off them, as cases of the same form.

Their truth is one list in `truth.json`, written for people: values as printed, in Thai, with
remarks in brackets. Here each is put into the words of the extraction schema. A key that is null
or empty there was absent or not recorded, so it is left out and not scored; nor is anything on
pages that the list does not speak of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.score.cases import Case
from extractors.committee.roles import read_role
from extractors.dates import parse_date
from extractors.number import parse_number
from extractors.text.people import split_person
from pipeline.thai_digits import arabic

Json = dict[str, Any]

_KINDS = {
    "หนังสือภายนอก": "external_letter",
    "บันทึกข้อความ": "memo",
    "หนังสือประทับตรา": "stamped_letter",
    "คำสั่ง": "order",
    "ประกาศ": "announcement",
    "แบบรายงาน": "report",
}
_ADDRESS = re.compile(
    r"\s(?:\(|ตำบล|ต\.|ถนน|เลขที่|อำเภอ|อ\.|กรุงเทพ|กระทรวง(?=.*\d)|จังหวัด(?=.*\d)|โทร)"
)
_WRITTEN = {"number": "number", "order": "number", "date": "date", "day": "date"}
_CIRCULAR = re.compile(r"/\s?ว\s?[\d๐-๙]")
_STAMP = re.compile(r"(?:^|เลข(?:ที่)?รับ\s*)(?P<number>\d{3,6})\b")
_TIME = re.compile(r"เวลา\s*(?P<hour>\d{2})[:.](?P<minute>\d{2})")


def real_cases(folder: Path) -> Iterator[Case]:
    """The cases of a folder with `truth.json`; `level` is how the file came (scan, text, Word)."""
    told = json.loads((folder / "truth.json").read_text("utf-8"))
    files = dict.fromkeys(one["file"] for one in told)
    for name in files:
        mine = [one for one in told if one["file"] == name]
        documents = [_document(one) for one in mine]
        layer = mine[0]["layer"]
        level = "word" if "docx" in layer else "born" if "born-digital" in layer else "real scan"
        yield Case(folder / name, {"documents": documents}, level, "measure", whole=False)


def _document(told: Json) -> Json:
    first, _, last = told["pages"].split()[0].partition("-")
    document: Json = {
        "pages": [int(first), int(last or first)],
        "kind": next(kind for thai, kind in _KINDS.items() if told["kind"].startswith(thai)),
        "circular": "เวียน" in told["kind"] or bool(_CIRCULAR.search(told["number"] or "")),
        "unrecorded": [
            "committees",
            "duties",
        ],  # names and duties of committees: their members only
        "handwritten": sorted(set(_handwritten(told))),
    }
    if told["number"]:
        document["number"] = {"value": _number(told["number"])}
    if told["date_iso"]:
        document["date"] = {"value": told["date_iso"]}
    if told["issuer"]:
        document["issuer"] = {"value": arabic(_ADDRESS.split(told["issuer"])[0])}
    if told["subject"]:
        document["subject"] = {"value": arabic(told["subject"])}
    if told["recipient"] and not told["recipient"].startswith("["):
        document["recipients"] = [{"value": arabic(told["recipient"])}]
    if told["urgency"]:
        document["urgency"] = told["urgency"]
    if references := [one for one in told["references"] if "number" in one]:
        document["citations"] = [_citation(one) for one in references]
    if told["attachments"]:
        document["enclosures"] = [_enclosure(one["text"]) for one in told["attachments"]]
    if told["signatory"]:
        document["signatory"] = _signatory(told["signatory"])
    if told["committee"] and any(word in told["kind"] for word in ("คำสั่ง", "ประกาศ")):
        document["committees"] = [
            {"name": None, "members": [_member(one) for one in told["committee"]]}
        ]
    if told["received_stamps"]:
        document["receipts"] = [_receipt(one) for one in told["received_stamps"]]
    return document


def _number(text: str) -> str:
    text = re.sub(r"\s\(.*", "", text)
    parsed = parse_number(text)
    return parsed.value if parsed else arabic(text).removeprefix("ที่").strip()


def _handwritten(told: Json) -> Iterator[str]:
    for said in told["handwritten_fields"]:
        if said.startswith("ว") or said.isdigit():  # the running number alone
            yield "number"
        else:
            yield from (field for word, field in _WRITTEN.items() if said.startswith(word))


def _citation(told: Json) -> Json:
    return {
        "text": told["text"],
        "number": _number(told["number"]) if told["number"] else None,
        "date": told.get("date_iso"),
    }


def _enclosure(text: str) -> Json:
    title = re.sub(r"^[\d๐-๙]+\.\s*", "", text)
    title, _, quantity = title.partition(" จำนวน ")
    return {"title": title, "quantity": arabic(quantity) or None}


def _signatory(text: str) -> Json:
    """Of "name position (remark); approved: …" the first; only the name where the rest is loose."""
    signed = re.sub(r"^ตรวจถูกต้อง\s*", "", re.split(r"[;(]", text)[0]).strip()
    person = split_person(signed)
    return {"name": person.name if person else " ".join(signed.split()[:2])}


def _member(told: Json) -> Json:
    name = (told["name"] or "").removesuffix(" (office)")
    office = not name or name != told["name"]
    role = read_role(told["role"])
    return {
        "name": None if office else name,
        "position": (name or told.get("position")) if office else told.get("position"),
        "role": role.role if role else "other",
    }


def _receipt(text: str) -> Json:
    before_date = text.split("วันที่")[0]
    number, time = _STAMP.search(arabic(before_date)), _TIME.search(arabic(text))
    told = {
        "number": number["number"] if number else None,
        "date": parse_date(text),
        "time": f"{time['hour']}:{time['minute']}" if time else None,
    }
    return {part: value for part, value in told.items() if value}
