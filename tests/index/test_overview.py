"""The archive in figures, as a viewer may see them."""

from __future__ import annotations

from collections.abc import Callable

from extractors.record import Field, Record
from index.catalogue import Catalogue
from index.overview import overview

Put = Callable[..., list[str]]
Make = Callable[..., Record]


def test_documents_are_counted_by_month_and_kind(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    doubtful = Field(text="จังหวัดแพร่", value="จังหวัดแพร่", confidence=0.3)
    put(  # kinds of which no field is missed, so that only what was read is doubted
        record(date="2021-02-15", kind="news"),
        record(date="2021-02", kind="report"),
        record(date="2021-03-11", kind="news", issuer=doubtful),
        record(kind="form"),
        record(date="2021-03-12", kind="news", secrecy="ลับ"),
    )
    found = overview(catalogue)
    assert (found.total, found.undated, found.clear, found.doubtful_values) == (5, 1, 4, 1)
    assert found.kinds == {"news": 3, "form": 1, "report": 1}
    assert found.months == {
        ("2021-02", "news"): 1,
        ("2021-02", "report"): 1,
        ("2021-03", "news"): 2,
    }
    seen = overview(catalogue.seen_by(cleared=False))
    assert (seen.total, seen.kinds["news"]) == (4, 2)
    assert seen.months["2021-03", "news"] == 1


def test_only_the_latest_months_are_shown(catalogue: Catalogue, put: Put, record: Make) -> None:
    put(*(record(date=f"20{year}-05-01") for year in range(10, 20)))
    assert [month for month, _ in overview(catalogue, months=2).months] == ["2018-05", "2019-05"]


def test_an_empty_archive(catalogue: Catalogue) -> None:
    found = overview(catalogue)
    assert (found.total, found.months) == (0, {})
