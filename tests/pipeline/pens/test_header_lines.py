"""Which lines bear a number or a date, and which part of them a pen may have filled in."""

from dataclasses import replace

import pytest

from pipeline.models import Box, Candidate, Line, Page, Word, Writing
from pipeline.pens.filled_lines import joined
from pipeline.pens.header_lines import header_line, open_order, year_beside


def line(text: str, doubtful: str = "", confidence: float = 0.93) -> Line:
    """A line of which every sign is a word, read surely but for those of `doubtful`."""
    box = Box(0.1, 0.1, 0.4, 0.12)
    start = text.find(doubtful) if doubtful else len(text)
    inside = range(start, start + len(doubtful))
    words = tuple(
        Word(sign, Box(0.1 + at / 200, 0.1, 0.105 + at / 200, 0.12), 0.3 if at in inside else 0.93)
        for at, sign in enumerate(text)
        if sign != " "
    )
    return Line(text, 1, box, confidence, words)


@pytest.mark.parametrize(
    ("text", "doubtful", "kind", "part", "sure"),
    [
        ("ที่ กษ ๐๓๐๒.๔/ว ๒๕๖๑", "", "letter", "/ว ๒๕๖๑", True),
        ("ที่ กษ ๐๓๐๒.๔/$๘ 9", "$๘", "letter", "/$๘ 9", False),
        ("ที่ กษ ๐๓๐๒.๔/ว ๒๕๖๑", "๒๕๖", "letter", "/ว ๒๕๖๑", False),
        ("ที่ กษ ๐๓๐๒.๔/", "", "letter", "/", False),  # left blank, or in another ink
        ("ที่ กษ ๐๓๐๒", "", "letter", "", False),
        ("ที่ ภก ๐๐๓๓/รพ.๒/๔๗๗", "๔๗๗", "letter", "/๔๗๗", False),
        ("ที่ ตช ๐๐๒๐(นว).๕(๑๐)/ ", "", "letter", "/ ", False),  # a ว that makes no circular
        ("ที่ ตช ๐๐๑๕.(จร)/ว ๗๑๔", "", "letter", "/ว ๗๑๔", True),
        ("ที่ ตช ๐๐๒๒.(กค)(๒)/๖๑", "๖๑", "letter", "/๖๑", False),
        ("ที่ มท ๕๕๗๑๔-๑๙/๘๒", "๘๒", "letter", "/๘๒", False),  # a branch of a state enterprise
        ("ที่ ๐๐๑๗.๒๔(๘)/", "", "letter", "/", False),  # within the police no letters
        ("ที่ อว ๘๓๙๓(๘).๒/๑๑๔", "๑๑๔", "letter", "/๑๑๔", False),  # a section of a faculty
        ("ที่ ตผ ๐๐๔๘ ชย/๘๗๕๔๓", "๕", "letter", "/๘๗๕๔๓", False),  # a branch in a province
        (". ที่ ตง ๐๐๐๔/", "", "letter", "/", False),  # behind a speck of the paper
        ("ที่ กษ ๐๓๐๒/๑๒ วันที่ ๕ มีนาคม ๒๕๖๖", "๑๒", "letter", "/๑๒", False),
        ("ที่ ๘๔/๒๕๖๒", "", "order", "๘๔", True),
        ("ที่ ต-๑ /๒๕๖๒", "ต-๑", "order", "ต-๑", False),
        ("ที่      /๒๕๖๒", "", "order", "", False),
        ("๙ กันยายน ๒๕๖๕", "", "day", "๙ ", True),
        ("9 R กันยายน ๒๕๖๕", "9 R", "day", "9 R ", False),
        ("กันยายน ๒๕๖๕", "", "day", "", False),
        ("สั่ง ณ วันที่ 9 ๙ป ตุลาคม พ.ศ. ๒๕๖๒", "9 ๙ป", "day", " 9 ๙ป ", False),
        ("เมษายน พุทธศักราช ๒๕๖๗", "", "day", "", False),  # the era in full
        ("สั่ง ณ วันที่ ๗ เมษายน บุทธศักราช ๒๕๖๗", "", "day", " ๗ ", True),
        ("วันที่ ๒๕ ต.ค. ๖๖", "", "day", " ๒๕ ", True),
        ("ที่ ๒๕ ตุลาคม ๒๕๖๖", "", "day", " ๒๕ ", True),  # วัน- ends the line before
    ],
)
def test_the_part_that_is_filled_in_last(text, doubtful, kind, part, sure):
    found = header_line(line(text, doubtful))
    assert found is not None
    assert (found.kind, text[found.start : found.end], found.sure) == (kind, part, sure)


@pytest.mark.parametrize(
    "text",
    [
        "ที่ปรึกษา",
        "ที่ประชุมมีมติ",
        "เรื่อง การจัดประชุม",
        "ตามหนังสือลงวันที่ ๙ กันยายน ๒๕๖๕",  # a cited letter's
        "ประจำเดือน กันยายน ๒๕๖๕",
        "ปีงบประมาณ ๒๕๖๕",
        "สอบถามได้ในวันและเวลาราชการ จนถึงวันที่ ๙ กันยายน ๒๕๖๕",
    ],
)
def test_other_lines_are_left_alone(text):
    assert header_line(line(text)) is None


def at(text: str, left: float, right: float) -> Line:
    return Line(text, 1, Box(left, 0.1, right, 0.12), 0.93)


def test_a_year_apart_from_its_number_belongs_to_the_line_before_it() -> None:
    year, far = at("/๒๕๖๖", 0.6, 0.65), at("/๒๕๖๗", 0.8, 0.85)
    for text in (
        "ที่",
        "เลขที่",
        "คำสั่งจังหวัดตาก ที่ ...",
        "ที่ สกช.",
        "ที่ ม.อ. ",
        "เลขที่ กฟช. บ.(ปก)",
        "ท วก",
        "เลขที่คำร้อง",
    ):
        number = at(text, 0.4, 0.54)
        assert year_beside(number, [far, year]) is year
        assert open_order(number).start == len(text)
    assert year_beside(at("คำสั่งจังหวัดตาก", 0.4, 0.54), [year]) is None
    assert year_beside(at("ที่", 0.4, 0.54), [far]) is None  # too far to be one number
    assert year_beside(at("ที่", 0.4, 0.54), [at("จังหวัด", 0.56, 0.6), year]) is None


def test_number_and_year_become_one_line() -> None:
    writing = Writing(Box(0.55, 0.1, 0.59, 0.12), (Candidate("๑๙", 0.9),), ("in another ink",))
    number = replace(at("ที่ ๑๙", 0.4, 0.59), written=(writing,))
    year, other = at(" /๒๕๖๖", 0.6, 0.65), at("เรื่อง แผน", 0.2, 0.5)
    page = joined(Page(1, (number, year, other)), writing, year)
    assert [line.text for line in page.lines] == ["ที่ ๑๙/๒๕๖๖", "เรื่อง แผน"]
    assert page.lines[0].box == Box(0.4, 0.1, 0.65, 0.12)
    assert page.lines[0].written == (writing,)
