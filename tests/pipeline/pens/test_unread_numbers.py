"""Behind a label that nothing follows the pen's reader looks for an order's number."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from pipeline.models import Box, Line, Page, Word
from pipeline.pens.unread_numbers import with_booked_numbers, with_unread_numbers

ROWS = Path(__file__).parents[1] / "data" / "handwriting"
WIDE, HIGH = 2480, 3508


def box(left: float, top: float, right: float, bottom: float) -> Box:
    return Box(left / WIDE, top / HIGH, right / WIDE, bottom / HIGH)


LABEL = Line("ที่", 1, box(300, 450, 340, 495), 0.93, (Word("ที่", box(300, 450, 340, 495), 0.93),))


def paper(row: np.ndarray | None = None) -> np.ndarray:
    page = np.full((HIGH, WIDE, 3), 255, np.uint8)
    if row is not None:
        page[497 - row.shape[0] : 497, 370 : 370 + row.shape[1]][row < 128] = (25, 25, 30)
    return page


def order() -> np.ndarray:
    """97/2568, drawn."""
    drawn = np.full((60, 330), 255, np.uint8)
    cv2.putText(drawn, "97/2568", (4, 50), cv2.FONT_HERSHEY_SIMPLEX, 1.7, 0, 4)
    return drawn


def told(picture: np.ndarray, *others: Line) -> list[str]:
    page = Page(1, (LABEL, *others), aspect=WIDE / HIGH)
    return [line.text for line in with_unread_numbers(page, picture).lines]


def test_figures_stroke_and_year_are_the_number() -> None:
    assert told(paper(order())) == ["ที่ 97/2568"]


def test_a_blank_or_other_figures_are_none() -> None:
    assert told(paper()) == ["ที่"]
    row = cv2.imread(str(ROWS / "03.png"), cv2.IMREAD_GRAYSCALE)  # ๔๕๑
    assert told(paper(row)) == ["ที่"]


def test_what_print_follows_is_told_already() -> None:
    printed = Line("97/2568", 1, box(372, 450, 700, 495), 0.93)
    assert told(paper(order()), printed) == ["ที่", "97/2568"]


def label(text: str, right: int, top: int = 450) -> Line:
    """A label whose every character is a word, as the recogniser boxes them."""
    step = (right - 300) / len(text)
    words = tuple(
        Word(sign, box(round(300 + step * at), top, round(300 + step * (at + 1)), top + 45), 0.93)
        for at, sign in enumerate(text)
        if sign.strip()
    )
    return Line(text, 1, box(300, top, right, top + 45), 0.93, words)


def drawn(text: str) -> np.ndarray:
    row = np.full((60, 60 * len(text)), 255, np.uint8)
    cv2.putText(row, text, (4, 50), cv2.FONT_HERSHEY_SIMPLEX, 1.7, 0, 4)
    return row


def test_behind_the_letters_of_a_code_stands_the_rest_of_a_letters_number() -> None:
    """ที่ นน 0023/458, of which print's reader told no more than a few figures, wrongly."""
    code = label("ที่ นน", 345)
    apart = Line("0029", 1, box(380, 440, 500, 495), 0.6)
    page = Page(1, (code, apart), aspect=WIDE / HIGH)
    (line,) = with_unread_numbers(page, paper(drawn("0023/458"))).lines
    assert line.text == "ที่ นน 0023/458"
    assert line.written[0].as_print == "0029"


def test_figures_alone_are_the_number_of_a_form_in_a_book() -> None:
    picture, number = paper(drawn("378")), label("เลขที่", 345)
    bare = Page(1, (number,), aspect=WIDE / HIGH)
    assert with_booked_numbers(bare, picture) == bare
    book = replace(bare, lines=(label("เล่มที่ ๘", 400, 380), number))
    assert [one.text for one in with_booked_numbers(book, picture).lines][1] == "เลขที่ 378"


def test_a_label_of_a_received_stamp_is_no_forms() -> None:
    dotted, received = label("เลขที่ ..", 345), label("วันที่รับ", 400, 510)
    page = Page(1, (dotted, received), aspect=WIDE / HIGH)
    assert with_booked_numbers(page, paper(drawn("378"))) == page
