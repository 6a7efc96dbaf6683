"""Who remembers a subject, or a name with it, finds the letter first, in whatever company."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extractors.record import Record, Signatory
from index.catalogue import Catalogue
from index.search import SearchResult, search
from index.whoosh_index import open_index
from pipeline.plain_text import page_from_text

Put = Callable[..., list[str]]
Make = Callable[..., Record]


def found(catalogue: Catalogue, folder: Path, query: str) -> SearchResult:
    with open_index(folder / "index", catalogue) as index:
        return search(catalogue, index, query)


def test_a_subject_mistyped_is_found_where_many_letters_hold_the_pieces_of_it(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    """การนาตุงรายงาน is cut into words that a dozen other letters have."""
    (wanted,) = put(record(subject="การพนาตุงรายงาน"), name="wanted.pdf")
    for n in range(12):
        text = "การ นา ตุง รายงาน ประจำเดือน"
        put(record(subject=f"ขอความร่วมมือ {n}"), name=f"{n}.pdf", pages=[page_from_text(text, 1)])
    result = found(catalogue, tmp_path, "การนาตุงรายงาน")
    assert result.hits[0].id == wanted
    assert result.nearly
    assert result.total == 13


def test_of_two_subjects_that_hold_what_was_typed_the_one_that_begins_so_is_first(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    subjects = ("การเข้าร่วมการอบรมผู้นำ", "ระเบียบการเข้าร่วมการอบรมผู้นำ")
    first, second = (put(record(subject=one), name=f"{one}.pdf")[0] for one in subjects)
    for typed in ("การเข้าร่วมการอบรม", "การเข้าร่วมกาารอบรม"):
        assert [hit.id for hit in found(catalogue, tmp_path, typed).hits] == [first, second]


def test_who_signed_tells_letters_alike_apart(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    """The other letter has the words of the name, and speaks of the matter more often."""
    letters = (
        ("การนับแต่วันเปิดการอบรม", "นายรัตนา ศรีธรรม", ""),
        ("การนับแต่วัน", "นางสมศรี ใจดี", "รัตนา รัตนา ศรีธรรม การนับแต่วัน การนับแต่วัน" * 3),
    )
    ids = [
        put(
            record(
                subject=subject,
                signatory=Signatory(name=name, position=None, acting_for=None),
            ),
            name=f"{name}.pdf",
            pages=[page_from_text(f"{subject} {text}\n({name})", 1)],
        )[0]
        for subject, name, text in letters
    ]
    result = found(catalogue, tmp_path, "นายรัตนา ศรีธรรม การนับแต่วัน")
    assert [hit.id for hit in result.hits] == ids


def test_where_a_heading_has_what_was_typed_others_alike_are_shown_too(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    """Its own letter first, then one of which the scan was misread; none that shares words only."""
    subjects = ("มาตรฐานการจัดบริการสาธารณะ", "มาตรฐานการจัดบริกาธสาธารณะ", "การจัดบริการ มาตรฐาน")
    ids = [put(record(subject=one), name=f"{one}.pdf")[0] for one in subjects]
    result = found(catalogue, tmp_path, "มาตรฐานการจัดบริการสาธารณะ")
    assert [hit.id for hit in result.hits] == ids[:2]
    assert result.nearly
