"""A letter of a name that print confuses is told by the lists of names, and stays in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.describe import describe
from extractors.doubt.listed_names import as_listed
from pipeline.models import Document
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    ("read", "listed"),
    [
        ("นางสาวซลธิชา มั่นคง", "นางสาวชลธิชา มั่นคง"),
        ("พ.ต.อ.สมซาย มั่นคง", "พ.ต.อ.สมชาย มั่นคง"),
        ("นายสมชาย มั่นคง", "นายสมชาย มั่นคง"),
        ("นายสมชาย ฆชฎวงศ์", "นายสมชาย ฆชฎวงศ์"),  # of no list, however it is read
    ],
)
def test_a_word_of_no_list_is_read_as_the_listed_one_that_looks_alike(
    read: str, listed: str
) -> None:
    assert as_listed(read) == listed


@pytest.mark.parametrize(("origin", "name"), [("scan", "นายสมชาย มั่นคง"), ("docx", "นายสมซาย มั่นคง")])
def test_what_was_typed_stays_as_it_is(origin: str, name: str) -> None:
    letter = """
ที่ ดง ๐๔๕/๒๕๖๘
เรื่อง  ขอเชิญประชุม
เรียน  นายอำเภอดอนงาม
      ด้วยจังหวัดจะประชุมในวันศุกร์
~ขอแสดงความนับถือ
~(นายสมซาย มั่นคง)
~ปลัดจังหวัดดอนงาม
"""
    (page,) = pages(letter)
    signed = describe(Document((replace(page, origin=origin),))).signatory
    assert signed is not None and signed.name == name
    assert origin != "scan" or (signed.confidence or 0.0) <= 0.5
