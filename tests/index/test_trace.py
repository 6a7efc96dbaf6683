"""The chain from a report up to the clause that asked for it, and down again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from extractors.periods import fiscal_quarter
from extractors.record import Citation, Record, Report
from index.catalogue import Catalogue
from index.links.linker import link_documents
from index.trace import trace

Put = Callable[..., list[str]]
Make = Callable[..., Record]
LINK = {"relation", "certainty", "why", "cited_as", "document"}


def quarterly(form: Record, unit: str) -> Record:
    """The packet's own form, filled."""
    assert form.report is not None
    filled = Report(
        title=form.report.title,
        reporting_unit=unit,
        as_of="2021-04-20",
        period=fiscal_quarter(2564, 2),
    )
    return form.model_copy(
        update={"pages": (1, 1), "kind": "report", "template": False, "report": filled}
    )


def test_a_report_leads_up_to_the_clause(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...]
) -> None:
    ids = put(*packet)
    (new,) = put(quarterly(packet[3], "จังหวัดแพร่"), name="report.docx")
    link_documents(catalogue, [*ids, new])
    traced = trace(catalogue, new)
    (answers,) = traced.up
    assert answers.document is not None
    assert (answers.relation, answers.certainty, answers.clause) == ("answers", "exact", "3")
    assert answers.document.id == ids[1] and "clause 3" in answers.why
    unresolved = [link for link in answers.up if link.document is None]
    assert [(one.relation, one.cited_as, one.certainty) for one in unresolved] == [
        ("cites", "มท 0892.2/ว 803", "unresolved")
    ]
    assert traced.down == ()
    thai = trace(catalogue, new, language="th").up[0]
    assert "ข้อ 3" in thai.why


def test_a_circular_leads_down_to_what_it_brought_about(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...]
) -> None:
    ids = put(*packet)
    (new,) = put(quarterly(packet[3], "จังหวัดแพร่"), name="report.docx")
    link_documents(catalogue, [*ids, new])
    down = {
        (one.relation, one.document.id) for one in trace(catalogue, ids[1]).down if one.document
    }
    assert down == {("answers", new), ("implements", ids[4]), ("encloses", ids[0])}


def test_the_json_is_the_contract_s(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...]
) -> None:
    ids = put(*packet)
    link_documents(catalogue, ids)
    dumped = json.loads(trace(catalogue, ids[1]).model_dump_json())
    assert set(dumped) == {"document", "up", "down"}

    def check(links: list[dict[str, Any]], way: str) -> None:
        for link in links:
            assert set(link) == LINK | {way}
            check(link[way], way)

    check(dumped["up"], "up")
    check(dumped["down"], "down")
    assert dumped["up"] and dumped["down"]


def letters(put: Put, record: Make, cites: dict[int, list[int]]) -> list[str]:
    """Letters numbered from 0 that cite each other."""
    ids = []
    for number, cited in cites.items():
        citations = tuple(
            Citation(
                role="reference",
                text="หนังสือ",
                issuer="กรมการปกครอง",
                number=f"มท 0300/{one + 1}",
                date="2020-01-01",
            )
            for one in cited
        )
        letter = record(
            number=f"มท 0300/{number + 1}",
            date="2020-01-01",
            issuer="กรมการปกครอง",
            subject=f"เรื่องที่ {number}",
            citations=citations,
        )
        ids += put(letter, name=f"{number}.pdf")
    return ids


def test_a_circle_ends(catalogue: Catalogue, put: Put, record: Make) -> None:
    ids = letters(put, record, {0: [1], 1: [2], 2: [0]})
    link_documents(catalogue, ids)
    up, seen = trace(catalogue, ids[0]).up, []
    while up:
        (link,) = up
        seen.append(link.document.id if link.document else None)
        up = link.up
    assert seen == [ids[1], ids[2], ids[0]]


def test_a_tangle_stays_small(catalogue: Catalogue, put: Put, record: Make) -> None:
    """Each letter cites all before it: as a tree of all ways that would be a million links."""
    ids = letters(put, record, {n: list(range(n)) for n in range(20)})
    link_documents(catalogue, ids)
    traced = trace(catalogue, ids[-1])
    assert len(traced.up) == 19
    assert len(traced.model_dump_json()) < 200_000


def test_a_long_chain_is_followed_to_its_end(catalogue: Catalogue, put: Put, record: Make) -> None:
    ids = letters(put, record, {n: [n - 1] if n else [] for n in range(40)})
    link_documents(catalogue, ids)
    depth, up = 0, trace(catalogue, ids[-1]).up
    while up:
        depth, up = depth + 1, up[0].up
    assert depth == 39
