"""The column การปฏิบัติ of the received register: what the office did with a letter, as a clerk
writes it. What was written before stays in the catalogue; the latest is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from index import correction_tables
from index.catalogue import Catalogue
from pipeline.errors import BadOption, NotFound

LONGEST = 400  # characters
_TABLE = correction_tables.handling


@dataclass(frozen=True, slots=True)
class Handled:
    """What was written, by whom and when."""

    text: str
    by: str
    at: str


def write_handling(
    catalogue: Catalogue, year: int, number: int, text: str, by: str, seen: str | None = None
) -> None:
    """Write what was done with the letter that bears this number; an empty text takes back what
    stands there. Raises BadOption for a text that is too long, or (`overtaken`) if not `seen` but
    something else stands there by now; NotFound where the viewer sees no such letter."""
    said = " ".join(text.split())
    if len(said) > LONGEST:
        raise BadOption(f"เขียนได้ไม่เกิน {LONGEST} ตัวอักษร · At most {LONGEST} characters.")
    received = correction_tables.received.c
    wanted = select(received.document_id).where(received.year == year, received.number == number)
    with catalogue.reading() as connection:
        id_ = connection.scalar(wanted)
    if id_ is None or not catalogue.documents([id_]):
        raise NotFound(f"ไม่มีเลขทะเบียนรับ {number}/{year} · No letter bears {number}/{year}.")
    row = {"year": year, "number": number, "text": said, "by": by}
    with catalogue.writing() as connection:
        there, who, _ = _latest(connection, [(year, number)]).get((year, number), ("", "", ""))
        if seen is not None and there not in (" ".join(seen.split()), said):
            raise BadOption(
                f"{who} เขียนช่องนี้ไปแล้วว่า “{there}” จึงยังไม่ได้บันทึกที่ท่านพิมพ์: “{said}” · {who} wrote "
                f"“{there}” here meanwhile; what you typed was not kept: “{said}”",
                "overtaken",
            )
        if there != said:
            connection.execute(insert(_TABLE).values(**row, at=catalogue.moment))


def handled(
    connection: Connection, numbers: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Handled]:
    """What stands beside these (year, number); nothing where nothing was written or all of it was
    taken back."""
    found = _latest(connection, numbers)
    return {key: Handled(*said) for key, said in found.items() if said[0]}


def _latest(
    connection: Connection, numbers: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], tuple[str, str, str]]:
    if not numbers:
        return {}
    of, asked = _TABLE.c, set(numbers)
    low, high = min(numbers), max(numbers)
    near = [of.year.between(low[0], high[0])]
    if low[0] == high[0]:
        near.append(of.number.between(low[1], high[1]))
    last = select(func.max(of.id)).where(*near).group_by(of.year, of.number)
    rows = connection.execute(select(_TABLE).where(of.id.in_(last)))
    return {
        (row.year, row.number): (row.text, row.by, row.at)
        for row in rows
        if (row.year, row.number) in asked
    }
