"""A number that nothing found bears: the nearest ones are offered, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extractors.record import Record
from index.catalogue import Catalogue
from index.nearest import nearest_numbers
from index.search import search
from index.whoosh_index import open_index

Put = Callable[..., list[str]]
Make = Callable[..., Record]


def test_of_numbers_as_near_those_of_the_office_that_is_named_come_first(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    for number, issuer in (
        ("11/2564", "จังหวัดตรัง"),
        ("21/2564", "จังหวัดแพร่"),
        ("31/2564", "จังหวัดน่าน"),
    ):
        put(record(kind="order", number=number, issuer=issuer), name=f"{issuer}.pdf")
    with open_index(tmp_path / "index", catalogue) as index:
        found = search(catalogue, index, "คำสั่งจังหวัดน่าน 41/2564")
    assert [one.instead for one in found.suggestions] == ["31/2564", "11/2564", "21/2564"]
    assert found.suggestions[0].query == "คำสั่งจังหวัดน่าน 31/2564"


def test_a_number_that_another_office_bears_offers_the_nearest_of_the_one_named(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    for number, issuer in (("298/2567", "จังหวัดตรัง"), ("208/2567", "จังหวัดแพร่")):
        put(record(kind="order", number=number, issuer=issuer), name=f"{issuer}.pdf")
    with open_index(tmp_path / "index", catalogue) as index:
        found = search(catalogue, index, "คำสั่งจังหวัดแพร่ 298/2567")
        assert [one.instead for one in found.suggestions][:1] == ["208/2567"]
        assert search(catalogue, index, "คำสั่งจังหวัดตรัง 298/2567").suggestions == ()


def test_a_digit_is_rather_wrong_than_missing(catalogue: Catalogue, put: Put, record: Make) -> None:
    for running in ("12", "125", "1275", "157", "129"):
        put(record(number=f"กข 0012/{running}"), name=f"{running}.pdf")
    near = nearest_numbers(catalogue, "กข 0012/127")
    assert near == [f"กข 0012/{one}" for one in ("125", "129", "157", "12", "1275")]
