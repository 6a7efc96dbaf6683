"""What a person said of a citation stays with that citation, however the paper is read later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.describe import describe
from extractors.record import Record
from index.catalogue import Catalogue
from index.corrections import acts
from index.judgements import confirm, orphaned, reject, withdraw
from index.links import check
from index.links.linker import link_documents, relink, unlinked
from index.links.model import Link
from index.links.rows import links_of
from pipeline.models import Document, Page
from pipeline.plain_text import page_from_text

Put = Callable[..., list[str]]
Make = Callable[..., Record]

BY = "สมหญิง"
LETTER = """ที่ พร ๐๐๒๓.๓/ว ๑๑๖๒

ศาลากลางจังหวัดแพร่

๑๑ มีนาคม ๒๕๖๔

เรื่อง การติดตามการดำเนินงานตามคู่มือมาตรฐาน
เรียน นายอำเภอ ทุกอำเภอ
สิ่งที่ส่งมาด้วย {enclosures}

จึงเรียนมาเพื่อทราบ
"""
FIRST, SECOND, THIRD = (
    f"สำเนาคำสั่งจังหวัดแพร่ ที่ {number}/๒๕๖๔ ลงวันที่ ๑๑ มีนาคม ๒๕๖๔ จำนวน ๑ ฉบับ"
    for number in ("๑๑๗", "๑๑๘", "๒๑๗")
)


def letter(*citations: str) -> Page:
    said = [f"{digit}. {text}" for digit, text in zip("๑๒๓", citations, strict=False)]
    return page_from_text(LETTER.format(enclosures="\n".join(said)), 1)


@pytest.fixture
def judged(catalogue: Catalogue, put: Put, record: Make) -> tuple[str, str]:
    """A letter that encloses three orders, of which a person has said what the second is; and the
    document that is."""
    page = letter(FIRST, SECOND, THIRD)
    (citing,) = put(describe(Document((page,))), pages=[page])
    (order,) = put(record(kind="order", subject="คำสั่งที่ไม่มีเลข"), name="order.pdf")
    link_documents(catalogue, [citing, order])
    confirm(catalogue, citing, "citation/1", BY, order)
    return citing, order


def read_anew(catalogue: Catalogue, citing: str, *citations: str) -> None:
    acts.read_anew(catalogue, catalogue.document(citing).sha256, [letter(*citations)])
    link_documents(catalogue, unlinked(catalogue))
    relink(catalogue)
    with catalogue.reading() as connection:
        assert [one for one in check.check(connection) if one is not None] == []


def by_persons(catalogue: Catalogue, citing: str) -> list[tuple[str, str | None, str]]:
    said = [one for one in links_of(catalogue, [citing]) if one.made_by == BY]
    return [(one.slot, one.to_id, one.certainty) for one in said]


def of_the_program(catalogue: Catalogue, citing: str) -> list[Link]:
    return [one for one in links_of(catalogue, [citing]) if one.made_by != BY]


@pytest.mark.parametrize(
    ("citations", "slot"),
    [
        ((FIRST, SECOND, THIRD), "citation/1"),
        ((SECOND, FIRST, THIRD), "citation/0"),
        ((THIRD, FIRST, SECOND), "citation/2"),
        ((SECOND,), "citation/0"),
        ((FIRST, SECOND.replace("๑๑๘", "๑๗๘"), THIRD), "citation/1"),  # read worse by a digit
        ((THIRD, SECOND.replace("๑๑๘", "๑๙๘")), "citation/1"),
        ((FIRST, SECOND.replace("คำสั่งจังหวัดแพร่", "คำสั้งจังหวัคแพร่")), "citation/1"),
    ],
)
def test_a_judgement_follows_its_citation(
    catalogue: Catalogue, judged: tuple[str, str], citations: tuple[str, ...], slot: str
) -> None:
    citing, order = judged
    read_anew(catalogue, citing, *citations)
    assert by_persons(catalogue, citing) == [(slot, order, "confirmed")]
    assert orphaned(catalogue) == []


@pytest.mark.parametrize("citations", [(FIRST, THIRD), (THIRD,), (THIRD, FIRST), ()])
def test_a_judgement_whose_citation_is_gone_is_shown_and_moved_to_no_other(
    catalogue: Catalogue, judged: tuple[str, str], citations: tuple[str, ...]
) -> None:
    """Though 117 is one digit from 118. Read again as before, it has its place again."""
    citing, order = judged
    read_anew(catalogue, citing, *citations)
    (kept,) = orphaned(catalogue)
    assert (kept.from_id, kept.to_id, kept.cited_as) == (citing, order, "118/2564")
    assert "ดูใหม่" in kept.why.th
    assert len(of_the_program(catalogue, citing)) == len(citations)
    read_anew(catalogue, citing, FIRST, SECOND, THIRD)
    assert by_persons(catalogue, citing) == [("citation/1", order, "confirmed")]
    assert orphaned(catalogue) == []


def test_a_person_may_take_an_orphaned_judgement_back(
    catalogue: Catalogue, judged: tuple[str, str]
) -> None:
    citing, _ = judged
    read_anew(catalogue, citing, FIRST, THIRD)
    (kept,) = orphaned(catalogue)
    withdraw(catalogue, citing, kept.slot, BY)
    assert orphaned(catalogue) == by_persons(catalogue, citing) == []


def test_what_was_rejected_stays_rejected(
    catalogue: Catalogue, judged: tuple[str, str], put: Put, record: Make
) -> None:
    """The order of that number came, and a person said that it is not the one enclosed."""
    citing, _ = judged
    named: dict[str, Any] = {"kind": "order", "number": "217/2564", "issuer": "จังหวัดแพร่"}
    link_documents(catalogue, put(record(**named, date="2021-03-11"), name="named.pdf"))
    reject(catalogue, citing, "citation/2", BY)
    read_anew(catalogue, citing, THIRD, SECOND, FIRST)
    third = next(one for one in of_the_program(catalogue, citing) if one.cited_as == "217/2564")
    assert (third.slot, third.to_id) == ("citation/0", None)
