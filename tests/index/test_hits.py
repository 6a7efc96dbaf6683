"""What is found is narrowed, counted, sorted and put right; who may not see secrets sees none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractors.record import Committee, Member, Record, Signatory
from index.catalogue import Catalogue
from index.search import SearchResult, search
from index.whoosh_index import open_index
from pipeline.plain_text import page_from_text

Put = Callable[..., list[str]]
Make = Callable[..., Record]

SIGNED = Signatory(name="นายกิตตินันท์ ศรีสุวรรณ", position="นายอำเภอ", acting_for=None)
MEMBER = Member(order=1, name="นางสมศรี ใจดี", position=None, role="chair", role_text=None)


@pytest.fixture
def ids(put: Put, record: Make) -> dict[str, str]:
    """A small archive: name → id."""
    letters = {
        "water": record(
            number="กข 0012.3/ว 123",
            date="2021-02-15",
            issuer="กรมทดสอบ",
            subject="มาตรฐานการจัดบริการสาธารณะ",
            recipients=["ผู้ว่าราชการจังหวัดตรัง"],
            urgency="ด่วน",
            signatory=SIGNED,
        ),
        "order": record(
            kind="order",
            number="117/2564",
            date="2021-03-01",
            issuer="จังหวัดแพร่",
            subject="แต่งตั้งคณะทำงานติดตามน้ำเสีย",
            committees=(Committee(name=None, members=(MEMBER,)),),
        ),
        "memo": record(
            kind="memo",
            number="กข 0012.3/45",
            date="2020-12",
            issuer="กรมทดสอบ",
            subject="ขออนุมัติเบิกจ่ายค่าน้ำเสีย",
        ),
        "secret": record(
            number="กข 0012.3/ว 124",
            date="2021-02-16",
            issuer="กรมทดสอบ",
            subject="แผนเผชิญเหตุน้ำเสียของอ่างเก็บน้ำแม่ยม",
            urgency="ด่วนที่สุด",
            secrecy="ลับ",
        ),
    }
    return {name: put(one, name=f"{name}.pdf")[0] for name, one in letters.items()}


Ask = Callable[..., SearchResult]


@pytest.fixture
def ask(catalogue: Catalogue, ids: dict[str, str], tmp_path: Path) -> Iterator[Ask]:
    with open_index(tmp_path / "index", catalogue) as index:

        def asked(query: str, cleared: bool = True, **options: object) -> SearchResult:
            seen = catalogue.seen_by(cleared)
            return search(seen, index, query, **options)  # type: ignore[arg-type]

        yield asked


@pytest.fixture
def names(ask: Ask, ids: dict[str, str]) -> Callable[..., set[str]]:
    """The names of the letters that a query finds."""
    known = {id_: name for name, id_ in ids.items()}

    def found(query: str, **options: object) -> set[str]:
        return {known[hit.id] for hit in ask(query, **options).hits}

    return found


Names = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("เรื่อง:น้ำเสีย จาก:กรมทดสอบ", {"memo", "secret"}),
        ("ถึง:ตรัง", {"water"}),
        ("น้ำเสีย -เบิกจ่าย", {"order", "secret"}),
        ("-น้ำเสีย", {"water"}),
        ("เบิกจ่าย OR แต่งตั้ง", {"memo", "order"}),
        ("117/2564 OR ก.พ. 2564", {"order", "water", "secret"}),
        ("นายกิตตินันท์ ศรีสุวรรณ", {"water"}),
        ("กิตตินันท์", {"water"}),
        ("ว่าที่ร้อยตรี สมศรี ใจดี", {"order"}),  # by another title than she bears there
        ("ปีงบ 2564", {"water", "order", "memo", "secret"}),
        ("ธ.ค. 2563", {"memo"}),
        ("2020-12-07", {"memo"}),  # its day is blank
        ("ม.ค.–มี.ค. 2564 น้ำเสีย", {"order", "secret"}),
        ("กข 0012.3", {"water", "memo", "secret"}),
        ("ชนิด:คำสั่ง", {"order"}),
        ("คำสั่งจังหวัดแพร่ 117/2564", {"order"}),
        ("แฟ้ม:memo", {"memo"}),
        ("12/2563", {"memo"}),  # December, as nobody bears the number
        ("นํ้าเสีย", {"order", "memo", "secret"}),  # marks out of order
    ],
)
def test_the_language_finds(names: Names, query: str, expected: set[str]) -> None:
    assert names(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("มาตรฐนการจัดบริการ", {"water"}),  # mistyped
        ("กิตตินันธ์", {"water"}),
        ("บริกรสาธารณะ มาตรฐาน", {"water"}),
        ("มาตรฐาน บริการ สาธารณะ จังหวัดเลย", {"water"}),  # one of many words is wrong
        ("มตารฐานกรจัดบรกาิร", {"water"}),  # hardly a word is left
        ("แต่งตังคณทำงาน จังหวดแพร่", {"order"}),
    ],
)
def test_what_is_nearly_as_typed_is_found_too(
    ask: Ask, names: Names, query: str, expected: set[str]
) -> None:
    assert names(query) == expected
    assert ask(query).nearly


def test_who_types_a_subject_gets_it_first(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    """Others have the words too, and more often."""
    said = "การจัดสรรงบประมาณ อาคารเรียน อาคาร งบประมาณ จัดสรร เรียน " * 5
    subjects = ["อาคารเรียนและการจัดสรรงบประมาณ", "การจัดสรรงบประมาณอาคารเรียน", "งบประมาณอาคาร"]
    ids = [
        put(
            record(subject=one),
            name=f"{n}.pdf",
            pages=[page_from_text(f"{said if n != 1 else one}", 1)],
        )
        for n, one in enumerate(subjects)
    ]
    with open_index(tmp_path / "index", catalogue) as index:
        found = search(catalogue, index, "การจัดสรรงบประมาณอาคารเรียน")
    assert [hit.id for hit in found.hits][:1] == ids[1]
    assert len(found.hits) >= 2


def test_a_word_misread_on_paper_is_found(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    page = page_from_text("การเบิกค่ารักษาพยาบาลของข้าราชการ ให้ใช้หลักเกณฆ์ใหม่", 1)
    (id_,) = put(record(subject="แจ้งแนวทาง"), name="misread.pdf", pages=[page])
    with open_index(tmp_path / "index", catalogue) as index:
        found = search(catalogue, index, "หลักเกณฑ์ ข้าราชการ")
    assert [hit.id for hit in found.hits] == [id_]
    assert found.nearly


@pytest.mark.parametrize(
    ("query", "instead"),
    [
        ("กข 0012.3/ว 132", "กข 0012.3/ว 123"),  # digits changed about
        ("ว 223", "กข 0012.3/ว 123"),
        ("118/2564", "117/2564"),
        ("117/2563", "117/2564"),
        ("กข 0013.3/45", "กข 0012.3/45"),
    ],
)
def test_a_number_that_nobody_bears_offers_the_nearest(ask: Ask, query: str, instead: str) -> None:
    assert instead in [one.instead for one in ask(query).suggestions]


def test_a_number_that_is_borne_offers_nothing(ask: Ask) -> None:
    assert ask("กข 0012.3/ว 123").suggestions == ()


def test_a_long_list_does_without_passages(ask: Ask) -> None:
    with_, without = ask("น้ำเสีย"), ask("น้ำเสีย", passages=False)
    assert [one.id for one in with_.hits] == [one.id for one in without.hits]
    assert all(one.snippet for one in with_.hits) and not any(one.snippet for one in without.hits)


def test_a_mistyped_word_offers_the_right_one(ask: Ask) -> None:
    assert ask("แต่งตั่ง คณะทำงาน").suggestions[0].query == "แต่งตั้ง คณะทำงาน"


def test_facets_count_what_is_found(ask: Ask) -> None:
    counts = ask("น้ำเสีย", count=True).counts
    assert {one.value: one.count for one in counts["kind"]} == {
        "external_letter": 1,
        "memo": 1,
        "order": 1,
    }
    assert [(one.name, one.count) for one in counts["issuer"]] == [("กรมทดสอบ", 2), ("จังหวัดแพร่", 1)]
    assert [(one.value, one.count) for one in counts["year"]] == [("2021", 2), ("2020", 1)]
    assert [(one.value, one.count) for one in counts["unit"]] == [("กข 0012.3", 2)]
    assert [(one.value, one.count) for one in counts["urgency"]] == [("ด่วนที่สุด", 1)]


@pytest.mark.parametrize("query", ["น้ำเสีย", ""])
def test_a_facet_narrows_to_as_many_as_it_counts(ask: Ask, query: str) -> None:
    for facet, values in ask(query, count=True).counts.items():
        for value in values:
            exactly = {facet: value.value}
            assert ask(query, exactly=exactly).total == value.count, (facet, value)
            assert ask(query, exactly=exactly, count=True).total == value.count


def test_the_latest_first_and_page_by_page(ask: Ask, ids: dict[str, str]) -> None:
    found = [hit.id for hit in ask("น้ำเสีย", sort="date").hits]
    assert found == [ids["order"], ids["secret"], ids["memo"]]
    pages = [ask("น้ำเสีย", sort="date", limit=1, offset=offset) for offset in range(4)]
    assert [hit.id for page in pages for hit in page.hits] == found
    assert {page.total for page in pages} == {3}


SECRET = "กข 0012.3/ว 124"


@pytest.mark.parametrize(
    "query",
    [
        SECRET,
        "ว 124",
        "แผนเผชิญเหตุ",
        "แม่ยม",
        "16 ก.พ. 2564",
        "ด่วนที่สุด",
        "น้ำเสีย",
        "-เบิกจ่าย",
        "กข 0012.3",
        "",
    ],
)
def test_secrets_are_nowhere(ask: Ask, ids: dict[str, str], query: str) -> None:
    found = ask(query, cleared=False, count=True)
    assert ids["secret"] not in [hit.id for hit in found.hits]
    assert found.total == len(found.hits)
    assert "ด่วนที่สุด" not in [one.value for one in found.counts["urgency"]]
    assert sum(one.count for one in found.counts["kind"]) == found.total
    assert "แม่ยม" not in found.model_dump_json(exclude={"query"})


@pytest.mark.parametrize("query", ["กข 0012.3/ว 125", "ว 125", "เผชิญเหตุดื", "แม่ยน อ่างเก็บ"])
def test_nor_are_they_suggested(ask: Ask, query: str) -> None:
    told = [one.query + one.instead for one in ask(query, cleared=False).suggestions]
    assert not [one for one in told if "124" in one or "แม่ยม" in one or "เผชิญ" in one]


def test_who_is_cleared_finds_them(ask: Ask, ids: dict[str, str]) -> None:
    assert [hit.id for hit in ask("แม่ยม").hits] == [ids["secret"]]
    assert SECRET in [one.instead for one in ask("กข 0012.3/ว 125").suggestions]


def test_a_new_document_is_found_within_two_seconds(
    catalogue: Catalogue, ids: dict[str, str], put: Put, record: Make, tmp_path: Path
) -> None:
    folder = tmp_path / "index"
    with open_index(folder, catalogue) as before:
        assert search(catalogue, before, "ปลากะพง").total == 0
        started = time.monotonic()
        (new,) = put(record(subject="การเลี้ยงปลากะพง", date="2021-05-01"), name="new.pdf")
        with open_index(folder, catalogue) as after:
            found = search(catalogue, after, "ปลากะพง", count=True, sort="date")
        assert time.monotonic() - started < 2
        assert [hit.id for hit in found.hits] == [new]
        assert search(catalogue, before, "น้ำเสีย").total == 3, "who reads goes on reading"
