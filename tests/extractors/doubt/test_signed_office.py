"""A post under a signature whose office is spelt almost as the issuer of the paper."""

from __future__ import annotations

import pytest

from extractors.doubt.signed_office import with_signed_office
from extractors.record import DOUBT, Field, Record, Signatory


def record(post: str, issuer: str, confidence: float = 0.75) -> Record:
    signed = Signatory(name="นายเอก มั่นคง", position=None, acting_for=post, confidence=confidence)
    told = Field(text=issuer, value=issuer, confidence=0.98)
    return Record(
        pages=(1, 1),
        kind="external_letter",
        circular=False,
        template=False,
        issuer=told,
        signatory=signed,
    )


@pytest.mark.parametrize(
    ("post", "issuer", "told"),
    [
        ("นายอำเภยบ้านไร่ใต้", "อำเภอบ้านไร่ใต้", "นายอำเภอบ้านไร่ใต้"),
        ("นายกเทศมนตรีเมืองบ้านทุ่มเหนีอ", "เทศบาลเมืองบ้านทุ่มเหนือ", "นายกเทศมนตรีเมืองบ้านทุ่มเหนือ"),
        ("ผู้อำนวยการโรงเรียนบ้านดง", "โรงเรียนบ้านดอน", "ผู้อำนวยการโรงเรียนบ้านดง"),  # another
        ("เจ้าพนักงานที่ดินจังหวัดดอนงาม", "สำนักงานที่ดินจังหวัดดอนงาม", "เจ้าพนักงานที่ดินจังหวัดดอนงาม"),
        (
            "ประธานกรรมการส่งเสริมธรรมาภิบาลดอนงาม",
            "คณะกรรมการส่งเสริมธรรมาภิบาลดอนงาม",
            "ประธานกรรมการส่งเสริมธรรมาภิบาลดอนงาม",
        ),
        (
            "ค์การบริหารส่วนตำบลท่าไม้",
            "องค์การบริหารส่วนตำบลท่าไม้",
            "นายกองค์การบริหารส่วนตำบลท่าไม้",
        ),
        ("ศบาลตำบลท่าไม้", "เทศบาลตำบลท่าไม้", "นายกเทศมนตรีตำบลท่าไม้"),
        ("ผู้ว่าราชการจังหวัดแพร่", "กรมการปกครอง", "ผู้ว่าราชการจังหวัดแพร่"),
        ("ผู้อำนวยการโรงเรียนบ้านวัง ๒", "โรงเรียนบ้านวัง ๑", "ผู้อำนวยการโรงเรียนบ้านวัง ๒"),
    ],
)
def test_the_office_of_a_post_is_spelt_as_the_issuer(post: str, issuer: str, told: str) -> None:
    signed = with_signed_office(record(post, issuer)).signatory
    assert signed is not None and signed.acting_for == told
    assert (signed.confidence or 0) <= DOUBT or told == post


def test_a_post_that_was_surely_read_stays() -> None:
    sure = record("นายอำเภยบ้านไร่ใต้", "อำเภอบ้านไร่ใต้", confidence=0.99)
    assert with_signed_office(sure) == sure


def test_a_post_that_lost_letters_of_the_issuer_is_in_doubt() -> None:
    worn = record("ผู้อำนวยการวิทยาลัยการผท่าไม้", "วิทยาลัยการอาชีพท่าไม้")
    told = with_signed_office(worn).signatory
    assert told and told.acting_for == "ผู้อำนวยการวิทยาลัยการผท่าไม้"
    assert told.confidence is not None and told.confidence <= DOUBT
