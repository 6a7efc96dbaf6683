"""The bench of describing: pages that nobody has seen, time by room."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.describe import forget, measured
from extractors.text import table
from extractors.text.offices import starts_office
from tests.extractors import print_shop

_LETTER = """
ที่ กข ๐๐๑๒/ว ๑๒๓\tศาลากลางจังหวัดน่าน
เรื่อง  ขอให้รายงานผล
เรียน  นายอำเภอทุกอำเภอ
  ด้วยจังหวัดต้องรายงานผล จึงขอให้อำเภอรายงานผลภายในวันที่ ๕ มีนาคม ๒๕๖๗
<<PAGE>>
  จึงเรียนมาเพื่อพิจารณา
"""


def test_what_was_read_is_forgotten_and_what_was_loaded_is_not() -> None:
    assert starts_office("กรมการปกครอง")
    forget()
    assert starts_office.cache_info().currsize == 0
    assert table.rows.cache_info().currsize > 0


def test_the_pages_of_each_file_are_counted_and_its_time_taken() -> None:
    spent: defaultdict[str, float] = defaultdict(float)
    assert list(measured([print_shop.pages(_LETTER)], spent, warm=False)) == [2]
    assert spent[""] > 0
