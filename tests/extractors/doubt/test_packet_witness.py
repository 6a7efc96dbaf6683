"""What the papers of one file say of each other makes a value sure or doubtful."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.describe import describe_all
from extractors.doubt.contradictions import with_contradictions
from extractors.doubt.doubts import DOUBTFUL, is_doubtful
from extractors.doubt.packet_witness import with_packet_witnesses
from extractors.record import Citation, Field, Reading, Receipt, Record
from pipeline.models import Document

Typed = Callable[..., Document]


def field(value: str, confidence: float = 0.97, note: str | None = None) -> Field:
    return Field(
        page=2, box=(0, 0, 1, 1), confidence=confidence, text=value, value=value, note=note
    )


def cited(number: str | None, date: str | None, confidence: float = 0.95) -> Citation:
    return Citation(
        page=1,
        box=(0, 0, 1, 1),
        confidence=confidence,
        role="enclosure",
        text="สำเนาหนังสือ",
        issuer=None,
        number=number,
        date=date,
    )


def paper(number: str | None = None, date: str | None = None, *citations: Citation) -> Record:
    return Record(
        pages=(1, 1),
        kind="external_letter",
        circular=False,
        template=False,
        number=field(number) if number else None,
        date=field(date) if date else None,
        citations=citations,
    )


COVER = "ยส 0033/ว 2619"


def test_a_digit_that_differs_from_the_covering_letters_makes_both_doubtful() -> None:
    cover = paper(COVER, "2026-05-12", cited("สธ 0405.4/ว 1057", "2026-04-28"))
    circular = paper("สธ 0505.4/ว 1057", "2026-04-28")  # a speck over the ๔
    told = with_packet_witnesses([cover, circular])
    assert told[1].number and is_doubtful(told[1].number)
    assert told[1].number.note == (
        "another paper of the same file (page 1) gives this number as สธ 0405.4/ว 1057"
    )
    assert is_doubtful(told[0].citations[0])
    assert told[0].number and not is_doubtful(told[0].number)
    assert told[1].date and not is_doubtful(told[1].date)


def test_what_both_say_alike_is_sure_however_the_ink_looks() -> None:
    cover = paper(COVER, "2026-05-12", cited("สธ 0405.4/ว 1057", "2026-04-28", 0.4))
    circular = paper("สธ 0405.4/ว1057", "2026-04-28").model_copy(
        update={"number": field("สธ 0405.4/ว1057", 0.3), "date": field("2026-04-28", 0.3)}
    )
    told = with_packet_witnesses([cover, circular])
    for value in (told[1].number, told[1].date, told[0].citations[0]):
        assert value and (value.confidence or 0.0) >= DOUBTFUL and not is_doubtful(value)


def test_a_day_that_differs_makes_the_day_doubtful_and_not_the_number() -> None:
    cover = paper(COVER, "2021-02-15", cited("84/2562", "2019-01-18"))
    order = paper("84/2562", "2019-01-13")
    told = with_packet_witnesses([cover, order])
    assert told[1].date and is_doubtful(told[1].date) and "2019-01-18" in (told[1].date.note or "")
    assert told[1].number and not is_doubtful(told[1].number)
    assert is_doubtful(told[0].citations[0])


@pytest.mark.parametrize(
    "other",
    [
        cited("สธ 0405.4/ว 1058", "2026-04-29"),  # of another day: another circular
        cited("สธ 0405.4/ว 1057", "2026-04-28"),  # the very one, beside its neighbour
    ],
)
def test_neighbours_are_no_misreadings(other: Citation) -> None:
    cover = paper(COVER, "2026-05-12", other, cited("สธ 0405.4/ว 1075", None))
    told = with_packet_witnesses([cover, paper("สธ 0405.4/ว 1057", "2026-04-28")])
    assert told[1].number and not is_doubtful(told[1].number)


def test_what_was_doubted_for_a_reason_stays_so() -> None:
    cover = paper(COVER, None, cited("84/2562", None))
    order = paper().model_copy(
        update={"number": field("84/2562", 0.5, "a code that is in no list")}
    )
    told = with_packet_witnesses([cover, order])
    assert told[1].number == order.number


def test_a_pens_readings_are_left_to_the_archives_witnesses() -> None:
    pen = field("84/2562", 0.5).model_copy(
        update={"readings": (Reading(text="๘๔", value="84/2562", chance=0.5),)}
    )
    order = paper().model_copy(update={"number": pen})
    told = with_packet_witnesses([paper(COVER, None, cited("84/2562", None)), order])
    assert told[1].number == pen


def test_an_orders_own_annex_is_a_witness_too() -> None:
    order = paper("1726/2567", "2024-06-14", cited("1728/2567", "2024-06-14"))
    (told,) = with_packet_witnesses([order])
    assert told.number and is_doubtful(told.number)


def test_a_file_of_one_paper_has_no_witness() -> None:
    alone = paper(COVER, "2026-05-12", cited("84/2562", "2019-01-18"))
    assert with_packet_witnesses([alone]) == (alone,)


def test_a_number_of_another_year_than_the_day_is_doubted_with_it() -> None:
    told = with_contradictions(paper("84/2562", "2018-01-18"))
    assert told.number and told.date
    assert is_doubtful(told.number) and is_doubtful(told.date)
    kept = with_contradictions(paper("84/2562", "2019-01-18"))
    assert kept.number and kept.date
    assert not is_doubtful(kept.number) and not is_doubtful(kept.date)


def test_nothing_cites_a_paper_of_a_later_day() -> None:
    told = with_contradictions(paper(COVER, "2026-05-12", cited("มท 0810/ว 1", "2027-04-28")))
    assert told.date and is_doubtful(told.date) and is_doubtful(told.citations[0])
    before = paper(COVER, "2026-05-12", cited("มท 0810/ว 1", "2026-05"))  # a month is no day
    assert with_contradictions(before) == before


def test_nothing_is_received_before_it_was_written() -> None:
    stamp = Receipt(
        page=1, box=(0, 0, 1, 1), confidence=0.9, office=None, number="12", date="2026-05-11",
        time=None,
    )  # fmt: skip
    told = with_contradictions(paper(COVER, "2026-05-12").model_copy(update={"receipts": (stamp,)}))
    assert told.date and is_doubtful(told.date) and is_doubtful(told.receipts[0])


def test_the_papers_of_a_file_are_compared_as_they_are_described(typed: Typed) -> None:
    cover = typed(
        """
ที่ ยส ๐๐๓๓/ว ๒๖๑๙
วันที่ ๑๒ พฤษภาคม ๒๕๖๙
เรื่อง มาตรการป้องกันโรค
เรียน นายอำเภอทุกอำเภอ
สิ่งที่ส่งมาด้วย สำเนาหนังสือกรมควบคุมโรค ที่ สธ ๐๔๐๕.๔/ว ๑๐๕๗ ลงวันที่ ๒๘ เมษายน ๒๕๖๙
ด้วยกรมควบคุมโรคแจ้งมาตรการป้องกันโรค รายละเอียดตามสิ่งที่ส่งมาด้วย
"""
    )
    circular = typed(
        """
ที่ สธ ๐๕๐๕.๔/ว ๑๐๕๗
วันที่ ๒๘ เมษายน ๒๕๖๙
เรื่อง มาตรการป้องกันโรค
เรียน ผู้ว่าราชการจังหวัดทุกจังหวัด
"""
    )
    told = describe_all([cover, circular])
    assert told[1].number and "0405.4" in (told[1].number.note or "")
