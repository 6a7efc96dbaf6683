"""A large archive that nobody wrote: letters of many offices that cite each other, with slips.

Filed straight into the catalogue's tables, without pages. Who is meant by each citation is known.
No office has such letters: what one is about has nothing to do with what it cites, so that no
subject tells a mistyped citation, and they are written on Sundays too. `complete.py` mends both.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert

from extractors.record import Citation, Field, Kind, Record
from index import tables
from index.catalogue import Catalogue
from index.rows import rows_of
from index.units import provinces

CITATIONS = 3  # of a document, on average
SLIPS = 0.05  # of the citations name a number or a date wrongly
ABSENT = 0.05  # of the letters never reached the archive; they take their numbers, and are cited
DAYS_OFF = (-10, -1, 1, 10)  # that a mistyped day is from the one meant
FIRST, DAYS = date(2001, 10, 1), 20 * 365
_BATCH = 2_000
_PARTS = ("citation", "reading", "enclosure", "obligation", "report", "title_band")
_CODES = "กขคงจชซญดตถทธนบปผพฟภมยรลวศสหอ"
_WORDS = (
    *("การ", "จัด", "ทำ", "แผน", "งบ", "ประมาณ", "โครงการ", "อบรม"),
    *("สำรวจ", "ข้อมูล", "บุคลากร", "พัสดุ", "น้ำ", "ป่า", "ถนน", "สุขภาพ"),
)


Document = tuple[str, Record]  # with the SHA-256 of its file
Made = tuple[Document, list[int | None]]
"""A document, and for each of its citations the place of the document meant (None: absent)."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a letter cites of another."""

    kind: Kind
    issuer: str
    number: str
    date: str


def documents(count: int, seed: int) -> Iterator[Made]:
    """Documents in the order of their dates."""
    rng = random.Random(seed)
    offices = offices_of(rng)
    running: dict[tuple[str, int], int] = {}
    known: list[tuple[Named, int | None]] = []
    for place in range(count):
        day = FIRST + timedelta(days=place * DAYS // count)
        while rng.random() < ABSENT:
            known.append((next_of(rng, offices, running, day), None))
        own = next_of(rng, offices, running, day)
        cited, meant = [], []
        for _ in range(rng.choice((2, 3, 3, 4)) if place > 50 else 0):
            named, target = rng.choice(known)
            cited.append(citation(rng, named, rng.random() < SLIPS))
            meant.append(target)
        known.append((own, place))
        subject = " ".join(rng.sample(_WORDS, 5))
        yield filed(place, own, subject, cited), meant


def filed(place: int, own: Named, subject: str, cited: Sequence[Citation]) -> Document:
    """A document of the archive; its SHA-256 is its place, written backwards."""
    record = Record(
        pages=(1, 1),
        kind=own.kind,
        circular="/ว" in own.number,
        template=False,
        number=Field(text=own.number, value=own.number),
        date=Field(text=own.date, value=own.date),
        issuer=Field(text=own.issuer, value=own.issuer),
        subject=Field(text=subject, value=subject),
        citations=tuple(cited),
    )
    return f"{place:064x}"[::-1], record


def fill(catalogue: Catalogue, made: Sequence[Document]) -> None:
    """File documents without pages, unlinked."""
    at = catalogue.moment
    for start in range(0, len(made), _BATCH):
        rows: dict[Any, list[dict[str, Any]]] = {}
        for sha256, record in made[start : start + _BATCH]:
            source = {"sha256": sha256, "name": "a.pdf", "media_type": "application/pdf"}
            source |= {"size": 1, "page_count": 1, "accessioned_at": at, "notes": []}
            rows.setdefault(tables.source, []).append(source)
            parts = rows_of(record, sha256, 1)
            rows.setdefault(tables.document, []).append(parts.document)
            for name in _PARTS:
                rows.setdefault(tables.metadata.tables[name], []).extend(getattr(parts, name))
            state = {"document_id": parts.document["id"], "linked": False, "index_version": None}
            rows.setdefault(tables.index_state, []).append(state)
        with catalogue.writing() as connection:
            for table, values in rows.items():
                if values:
                    connection.execute(insert(table), values)


def offices_of(rng: random.Random) -> list[tuple[str, str, Kind]]:
    """Name, code and kind of letters: departments with codes, provinces that give orders."""
    found: list[tuple[str, str, Kind]] = []
    for place in range(160):
        name = "กรม" + "".join(rng.sample(_WORDS, 2)) + rng.choice(_CODES)
        code = f"{rng.choice(_CODES)}{rng.choice(_CODES)} {place:02}{rng.randrange(1, 30):02}"
        found.append((name, code, "external_letter"))
    found += [(f"จังหวัด{name}", "", "order") for name in provinces()]
    return found


def next_of(
    rng: random.Random,
    offices: Sequence[tuple[str, str, Kind]],
    running: dict[tuple[str, int], int],
    day: date,
) -> Named:
    """The next letter of an office; circulars and orders count from 1 each calendar year."""
    name, code, kind = rng.choice(offices)
    number = running.get((name, day.year), 0) + 1
    running[name, day.year] = number
    if kind == "order":
        return Named(kind, name, f"{number}/{day.year + 543}", day.isoformat())
    return Named(kind, name, f"{code}/ว {number}", day.isoformat())


def citation(rng: random.Random, named: Named, slip: bool, subject: str | None = None) -> Citation:
    """How a letter is cited, with its subject where that is told; with a slip in number or day."""
    number, day = named.number, named.date
    if slip and rng.random() < 0.8:
        number = _mistyped(rng, number)
    elif slip:
        day = (date.fromisoformat(day) + timedelta(days=rng.choice(DAYS_OFF))).isoformat()
    issuer = named.issuer
    text = f"{issuer} ที่ {number} ลงวันที่ {day}" + (f" เรื่อง {subject}" if subject else "")
    return Citation(
        role="reference", text=text, kind=named.kind, issuer=issuer, number=number, date=day
    )


def _mistyped(rng: random.Random, number: str) -> str:
    """One digit of the running number replaced, doubled, left out, or changed about with its
    neighbour."""
    slash = number.index("/")
    of_running = range(slash) if number[0].isdigit() else range(slash, len(number))
    running = [place for place in of_running if number[place].isdigit()]
    place = rng.choice(running)
    way = rng.choice(("replace", "replace", "double", "drop", "swap"))
    if way == "drop" and len(running) > 1:
        return number[:place] + number[place + 1 :]
    if way == "double":
        return number[:place] + number[place] + number[place:]
    if way == "swap" and place + 1 in running and number[place] != number[place + 1]:
        return number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    others = [digit for digit in "123456789" if digit != number[place]]
    return number[:place] + rng.choice(others) + number[place + 1 :]
