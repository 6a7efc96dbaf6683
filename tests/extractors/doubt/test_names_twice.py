"""A person who is named twice, and not alike, was misread once."""

from __future__ import annotations

import pytest

from extractors.doubt.doubts import is_doubtful
from extractors.doubt.names_twice import with_names_compared
from extractors.record import Committee, Member, Record, Signatory

SURE = {"page": 1, "box": (0, 0, 1, 1), "confidence": 0.97}


def paper(signed: str | None = None, *members: str) -> Record:
    listed = tuple(
        Member(order=None, name=name, position=None, role="member", role_text=None, **SURE)
        for name in members
    )
    return Record(
        pages=(1, 1),
        kind="order",
        circular=False,
        template=False,
        signatory=Signatory(name=signed, position=None, acting_for=None, **SURE),
        committees=(Committee(name=None, members=listed),) if listed else (),
    )


def doubted(*papers: Record) -> list[str]:
    told: list[str] = []
    for record in with_names_compared(papers):
        people = [record.signatory, *(m for c in record.committees for m in c.members)]
        told += [one.name for one in people if one and one.name and is_doubtful(one)]
    return told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("นางอุษา ควนกาหสง", "นางอุษา ควนกาหลง"),
        ("นายวิเชียร อนุสาสนินันท์", "นายวิเชียร อนุศาสนินันท์"),
        ("นายสุวิทย์ แซ่ลิม", "ว่าที่ร้อยตรี สุวิทย์ แซ่ลิ้ม"),  # the title is not the name
    ],
)
def test_both_are_doubted(one: str, other: str) -> None:
    assert doubted(paper(one), paper(other)) == [one, other]
    assert doubted(paper(one, other)) == [one, other]


def test_of_three_the_one_that_stands_alone_is() -> None:
    right, wrong = "นางอุษา ควนกาหลง", "นางอุษา ควนกาหสง"
    assert doubted(paper(right), paper(wrong, right)) == [wrong]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("นายสมชาย ใจดี", "นายสมชาย ใจดี"),
        ("นายสมชาย ใจดี", "นายสมหมาย ใจดี"),  # short names: two men
        ("นายประเสริฐ นามบุญลือ", "นางประไพ นามบุญลือ"),
        ("นายเอก ดี", "นายเอก ดำ"),
    ],
)
def test_other_persons_are_not(one: str, other: str) -> None:
    assert doubted(paper(one), paper(other)) == []


@pytest.mark.parametrize(("post", "both"), [("เลขาธิการ", True), ("รองเลขาธิการ", False)])
def test_who_signs_in_one_post_is_doubted_where_his_title_was_misread(
    post: str, both: bool
) -> None:
    """ฉาย is no title, so the names begin apart; who has another post may be another."""
    first, second = paper("ฉายวิมล สุขประเสริฐ"), paper("นายวิมล สุชประเสริฐ")
    assert first.signatory and second.signatory
    signed = first.signatory.model_copy(update={"position": "เลขาธิการ"})
    other = second.signatory.model_copy(update={"position": post})
    papers = (
        first.model_copy(update={"signatory": signed}),
        second.model_copy(update={"signatory": other}),
    )
    assert doubted(*papers) == ([signed.name, other.name] if both else [])
