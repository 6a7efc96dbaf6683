"""A person at the review desk: what each act makes of a file's documents, and what stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from extractors.record import Record
from index.catalogue import Catalogue
from index.corrections import acts, events, machine
from index.find import find_document
from index.judgements import confirm, reject
from index.links.rows import links_of
from pipeline.errors import BadOption, NotFound
from pipeline.models import Page
from pipeline.plain_text import page_from_text
from tests.index.corrections.settling import settle

BY = "สมหญิง"


def spans(catalogue: Catalogue, sha256: str) -> dict[str, tuple[int, int]]:
    found = catalogue.documents(catalogue.ids_of(sha256))
    return {one.id.partition("-")[2]: one.record.pages for one in found}


def test_a_value_put_right_is_found_everywhere(
    catalogue: Catalogue, filed: str, tmp_path: Path
) -> None:
    id_ = f"{filed[:12]}-2"
    before = catalogue.document(id_).record
    event = acts.put_right(catalogue, id_, "number", {"value": "มท๐๘๑๐.๗/ว๒๙๖๓"}, BY)
    settle(catalogue, tmp_path)
    assert event.before == {"value": before.number and before.number.value}
    assert find_document(catalogue, "มท 0810.7/ว 2963") == id_
    shown = catalogue.document(id_).record
    assert shown.number and (shown.number.text, shown.number.confidence) == ("มท๐๘๑๐.๗/ว๒๙๖๓", 1.0)
    with catalogue.reading() as connection:
        kept = machine.current(connection, id_)
    assert kept is not None and kept.record == before, "the machine's record is kept"
    acts.undo(catalogue, event.id, BY)
    settle(catalogue, tmp_path)
    assert catalogue.document(id_).record == before


def test_a_citation_put_right_leads_to_what_it_means(
    catalogue: Catalogue, filed: str, tmp_path: Path
) -> None:
    """The packet's cover letter cites its circular by a number that is not the circular's."""
    id_, circular = f"{filed[:12]}-1", f"{filed[:12]}-2"
    cited = catalogue.document(id_).record.citations
    place = next(n for n, one in enumerate(cited) if one.number == "มท 0810.3/ว 293")
    number = catalogue.document(circular).number or ""
    acts.put_right(catalogue, id_, f"citations.{place}", {"number": number}, BY)
    settle(catalogue, tmp_path)
    (link,) = [one for one in links_of(catalogue, [id_]) if one.slot == f"citation/{place}"]
    assert (link.to_id, link.certainty) == (circular, "exact")


def test_papers_bear_each_other_witness_in_a_new_arrangement_too(
    catalogue: Catalogue, filed: str, tmp_path: Path, packet_pages: tuple[Page, ...]
) -> None:
    """The cover letter names the circular by nearly its number: one of the two is misread."""
    cover = packet_pages[0].text.replace("๐๘๑๐.๓/ว ๒๙๓", "๐๘๑๐.๗/ว ๒๙๖๓")
    acts.read_anew(catalogue, filed, [page_from_text(cover, 1)])
    acts.split(catalogue, filed, 3, BY)
    settle(catalogue, tmp_path)
    circular = catalogue.document(f"{filed[:12]}-2").record
    assert circular.pages == (2, 2)
    assert circular.number and circular.number.note == (
        "another paper of the same file (page 1) gives this number as มท 0810.7/ว 2963"
    )


def test_a_split_document_keeps_its_id_and_the_other_gets_a_new_one(
    catalogue: Catalogue, filed: str, tmp_path: Path
) -> None:
    event = acts.split(catalogue, filed, 3, BY)
    settle(catalogue, tmp_path)
    assert spans(catalogue, filed) == {
        "1": (1, 1),
        "2": (2, 2),
        "6": (3, 3),
        "3": (4, 5),
        "4": (6, 6),
        "5": (7, 7),
    }
    acts.undo(catalogue, event.id, BY)
    settle(catalogue, tmp_path)
    assert spans(catalogue, filed)["2"] == (2, 3)
    assert find_document(catalogue, f"{filed[:12]}-6") == f"{filed[:12]}-2", "an id leads for ever"
    acts.split(catalogue, filed, 3, BY)
    assert spans(catalogue, filed)["6"] == (3, 3), "the same page begins the same document again"


def test_joined_documents_are_one_and_come_apart_as_they_were(
    catalogue: Catalogue, filed: str, tmp_path: Path
) -> None:
    before = catalogue.documents(catalogue.ids_of(filed))
    event = acts.join(catalogue, filed, 7, BY)
    settle(catalogue, tmp_path)
    assert spans(catalogue, filed) == {"1": (1, 1), "2": (2, 3), "3": (4, 5), "4": (6, 7)}
    with pytest.raises(NotFound):
        catalogue.document(f"{filed[:12]}-5")
    acts.undo(catalogue, event.id, BY)
    settle(catalogue, tmp_path)
    assert catalogue.documents(catalogue.ids_of(filed)) == before


def test_a_page_taken_out_is_in_no_document_and_comes_back(
    catalogue: Catalogue, filed: str, tmp_path: Path
) -> None:
    event = acts.exclude(catalogue, filed, 6, BY)
    settle(catalogue, tmp_path)
    assert "4" not in spans(catalogue, filed)
    assert catalogue.pages(filed, 6, 6) == ()
    assert len(catalogue.pages(filed, 6, 6, excluded=True)) == 1
    acts.undo(catalogue, event.id, BY)
    settle(catalogue, tmp_path)
    assert spans(catalogue, filed)["4"] == (6, 6)


def test_a_correction_goes_with_its_page(catalogue: Catalogue, filed: str, tmp_path: Path) -> None:
    """What was said of a document holds for whatever document its page is in."""
    order = f"{filed[:12]}-5"
    acts.put_right(catalogue, order, "subject", {"value": "แต่งตั้งคณะกรรมการ"}, BY)
    acts.put_right(catalogue, order, "kind", {"value": "announcement"}, BY)
    joined = acts.join(catalogue, filed, 7, BY)
    settle(catalogue, tmp_path)
    assert catalogue.document(f"{filed[:12]}-4").subject == "แต่งตั้งคณะกรรมการ"
    acts.undo(catalogue, joined.id, BY)
    settle(catalogue, tmp_path)
    record = catalogue.document(order).record
    assert (record.kind, record.subject and record.subject.value) == (
        "announcement",
        "แต่งตั้งคณะกรรมการ",
    )


def test_judgements_outlive_splits_joins_and_removals(
    catalogue: Catalogue, filed: str, tmp_path: Path
) -> None:
    first, circular, order = (f"{filed[:12]}-{n}" for n in (1, 2, 5))
    slots = {one.slot: one for one in links_of(catalogue, [first]) if one.from_id == first}
    cited = sorted(slot for slot in slots if slot.startswith("citation/"))
    confirm(catalogue, first, cited[-1], BY, order)
    rejected = slots[cited[0]]
    reject(catalogue, first, cited[0], BY)
    settle(catalogue, tmp_path)

    def judged() -> set[tuple[str, str | None]]:
        found = links_of(catalogue, catalogue.ids())
        return {(one.from_id, one.to_id) for one in found if one.made_by == BY}

    assert judged() == {(first, order)}
    joined = acts.join(catalogue, filed, 7, BY)
    settle(catalogue, tmp_path)
    assert judged() == {(first, f"{filed[:12]}-4")}, "the order is part of the form's document now"
    acts.undo(catalogue, joined.id, BY)
    settle(catalogue, tmp_path)
    assert judged() == {(first, order)}
    acts.remove(catalogue, first, "citations.0", BY)
    settle(catalogue, tmp_path)
    assert judged() == {(first, order)}, "the slots behind have moved up, the judgement with them"
    (link,) = [one for one in links_of(catalogue, [first]) if one.made_by == BY]
    moved = int(cited[-1].partition("/")[2]) - 1
    assert link.slot == f"citation/{moved}"
    found = links_of(catalogue, [first])
    assert not any(one.slot == cited[0] and one.to_id == rejected.to_id for one in found)
    assert circular in catalogue.ids()


def test_reading_again_keeps_what_persons_said(
    catalogue: Catalogue, filed: str, tmp_path: Path, packet_pages: tuple[Page, ...]
) -> None:
    """Read by a better program: the machine's record is the new one, the person's value stays."""
    id_ = f"{filed[:12]}-5"
    acts.put_right(catalogue, id_, "subject", {"value": "เรื่องที่คนแก้"}, BY)
    acts.split(catalogue, filed, 3, BY)
    seventh = page_from_text(packet_pages[6].text.replace("๑๑๗/๒๕๖๔", "๑๑๘/๒๕๖๔"), 7)
    acts.read_anew(catalogue, filed, [*packet_pages[:6], seventh])
    settle(catalogue, tmp_path)
    shown = catalogue.document(id_)
    assert (shown.number, shown.subject) == ("118/2564", "เรื่องที่คนแก้")
    assert spans(catalogue, filed)["6"] == (3, 3)


def test_a_page_turned_is_read_anew_and_back(
    catalogue: Catalogue, filed: str, tmp_path: Path, packet_pages: tuple[Page, ...]
) -> None:
    before = catalogue.documents(catalogue.ids_of(filed))
    turned = Page(7, page_from_text("คำสั่งที่อ่านได้เมื่อหมุนแล้ว", 7).lines, rotation=180)
    event = acts.rotate(catalogue, filed, turned, BY)
    settle(catalogue, tmp_path)
    assert (event.before, event.after) == ({"degrees": 0}, {"degrees": 180})
    assert catalogue.pages(filed, 7, 7) == (turned,)
    acts.undo(catalogue, event.id, BY, read=packet_pages[6])
    settle(catalogue, tmp_path)
    assert catalogue.documents(catalogue.ids_of(filed)) == before


def test_secrecy_is_not_lost_by_splitting(
    catalogue: Catalogue, put: Callable[..., list[str]], record: Callable[..., Record]
) -> None:
    pages = (page_from_text("ลับ\nที่ กข ๑/๒", 1), page_from_text("หน้าสอง", 2))
    (id_,) = put(record(pages=(1, 2), secrecy="ลับ"), pages=pages)
    sha256 = catalogue.document(id_).sha256
    acts.split(catalogue, sha256, 2, BY)
    assert [one.record.secrecy for one in catalogue.documents(catalogue.ids())] == ["ลับ", "ลับ"]
    assert catalogue.seen_by(cleared=False).ids() == []


@pytest.mark.parametrize(
    ("act", "page"), [(acts.split, 1), (acts.join, 1), (acts.join, 3), (acts.split, 7)]
)
def test_what_makes_no_sense_is_refused_and_leaves_no_event(
    catalogue: Catalogue, filed: str, act: Callable[..., object], page: int
) -> None:
    with pytest.raises(BadOption):
        act(catalogue, filed, page, BY)
    with catalogue.reading() as connection:
        assert events.of_file(connection, filed) == []


def test_other_refusals(catalogue: Catalogue, filed: str) -> None:
    id_ = f"{filed[:12]}-1"
    with pytest.raises(NotFound):
        acts.split(catalogue, filed, 9, BY)
    with pytest.raises(NotFound):
        acts.accept(catalogue, id_, "citations.99", BY)
    for path, said in (
        ("date", {"value": "เมื่อวาน"}),
        ("kind", {"value": "จดหมาย"}),
        ("kind", {"value": ""}),
        ("pages", {"value": "1"}),
        ("number", {"box": "1"}),
        ("members", {"name": "ก"}),
        ("members", {"role": "member", "name": "", "position": ""}),
        ("members", {"role": "member", "name": "ก", "committee": "9"}),
        ("members", {"role": "member", "name": "ก", "committee": "แรก"}),
    ):
        with pytest.raises(BadOption):
            acts.put_right(catalogue, id_, path, said, BY)
    event = acts.accept(catalogue, id_, "number", BY)
    acts.undo(catalogue, event.id, BY)
    with pytest.raises(BadOption):
        acts.undo(catalogue, event.id, BY)


def test_a_document_whose_links_are_judged_does_not_lose_all_its_pages(
    catalogue: Catalogue, filed: str
) -> None:
    first, order = f"{filed[:12]}-1", f"{filed[:12]}-5"
    slot = next(one.slot for one in links_of(catalogue, [first]) if one.from_id == first)
    confirm(catalogue, first, slot, BY, order)
    with pytest.raises(BadOption):
        acts.exclude(catalogue, filed, 7, BY)
    assert order in catalogue.ids()


@pytest.mark.parametrize(
    "statement", ["UPDATE correction SET by = 'ใคร'", "DELETE FROM correction"]
)
def test_an_event_can_be_neither_changed_nor_deleted(
    catalogue: Catalogue, filed: str, statement: str
) -> None:
    acts.accept(catalogue, f"{filed[:12]}-1", "number", BY)
    with pytest.raises(DBAPIError, match="append-only"), catalogue.writing() as connection:
        connection.execute(text(statement))
