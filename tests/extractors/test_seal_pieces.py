"""What a seal leaves among the lines of a signature is no part of it."""

from __future__ import annotations

from extractors.seal_pieces import over_print, says_again, without_seal_pieces
from pipeline.models import Box, Line


def _line(text: str, left: float, top: float, right: float, high: float = 0.014) -> Line:
    return Line(text, 1, Box(left, top, right, top + high), 0.9)


_CLOSING = _line("ขอแสดงความนับถือ", 0.58, 0.33, 0.72)
_NAME, _POST = _line("นางสาวตรี ใจงาม", 0.59, 0.41, 0.70), _line("ประธานกลุ่ม", 0.58, 0.43, 0.71)


def test_pieces_between_two_rows_or_over_print_are_left_out() -> None:
    between = _line("ดอนงาม", 0.45, 0.4225, 0.51, 0.009)
    over = _line("สหกรณ์", 0.56, 0.434, 0.63, 0.011)
    lines = without_seal_pieces((_CLOSING, _NAME, between, over, _POST))
    assert lines == (_CLOSING, _NAME, _POST)


def test_who_signs_beside_stays() -> None:
    beside = _line("(นายเอก มั่นคง)", 0.2, 0.41, 0.35)
    assert without_seal_pieces((_CLOSING, beside, _NAME, _POST)) == (_CLOSING, beside, _NAME, _POST)


def test_print_does_not_stand_on_print() -> None:
    office = _line("สำนักงานดอนงาม", 0.58, 0.36, 0.80)
    piece = _line("ดอนงาม", 0.64, 0.355, 0.70, 0.010)
    assert over_print(piece, (office, piece))
    assert not over_print(office, (office, piece))


def test_a_seal_says_again_what_stands_over_it() -> None:
    office = _line("วิทยาลัยการอาชีพดอนงาม", 0.55, 0.44, 0.80)
    rows = [_line("วิทยาลัย", 0.58, 0.463, 0.65, 0.009), _line("ตอนงาม", 0.59, 0.49, 0.65, 0.009)]
    desk = _line("งานธุรการ", 0.57, 0.50, 0.65)  # as large as the office, and it says another thing
    told = [line for line in (office, *rows, desk) if says_again(line, (office, *rows, desk))]
    assert told == rows
