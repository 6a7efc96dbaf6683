"""Families of wordings: other words that mean the same bear the same sign."""

from __future__ import annotations

import pytest

from extractors.obligations.judge.clause_likeness import likeness


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("แขวนไว้ที่ประตูตู้คอนเทนเนอร์", "shows"),
        ("บอกกล่าวผู้ป่วยและญาติ", "shows"),
        ("ห้ามก่อไฟนอกจุดที่กำหนด", "forbids"),
        ("ให้นักสังคมสงเคราะห์ผู้นั้นไปเบิกความ", "goes"),
        ("อยู่ต้อนรับคณะกรรมการ", "comes"),
        ("ฉีกใบตอบรับท้ายหนังสือนี้", "sends"),
        ("โอนค่าสมัครเข้าบัญชี", "money"),
        ("มอบพนักงานหนึ่งคนเป็นผู้รับผิดชอบ", "appoints"),
        ("เดินตรวจเวลากลางคืน", "watches"),
        ("คีย์ลงระบบทุกวันพฤหัสบดี", "rhythm"),
        ("จดผลลงสมุดเดือนละครั้ง", "recurs"),
    ],
)
def test_family(text: str, family: str) -> None:
    assert f"like:{family}" in likeness(text)


def test_plain_telling_is_like_nothing() -> None:
    assert likeness("กรมย้ายที่ทำการแล้ว") == ()
