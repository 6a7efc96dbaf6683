"""Lines are found from letters; marks go to the line they stand above; columns stay apart."""

import cv2
import numpy as np

from pipeline.lines import body_height, find_strips
from pipeline.shapes import find_shapes

BODY = 26


def letters(ink: np.ndarray, left: int, top: int, count: int, body: int = BODY) -> int:
    """Draw `count` letter-like frames in a row; return where the row ends."""
    for _ in range(count):
        cv2.rectangle(ink, (left, top), (left + body - 8, top + body - 1), 255, 4)
        left += body
    return left


def strips_of(ink: np.ndarray, barriers: tuple[tuple[int, int, int, int], ...] = ()):
    return find_strips(255 - ink, find_shapes(ink), barriers)


def test_the_body_height_is_that_of_most_letters() -> None:
    heights = np.array([BODY] * 40 + [BODY + 10] * 6 + [11] * 30)
    assert body_height(heights, heights * 10) == BODY


def test_rows_come_from_the_top_and_columns_from_the_left() -> None:
    ink = np.zeros((500, 1200), np.uint8)
    letters(ink, 700, 100, 8)
    letters(ink, 100, 103, 8)  # the same row, drawn after and a little lower
    letters(ink, 100, 200, 20)
    boxes = [strip.box for strip in strips_of(ink)]
    assert [(box[0], round(box[1], -2)) for box in boxes] == [(98, 100), (698, 100), (98, 200)]


def test_a_tone_mark_above_is_cut_with_its_line_and_not_with_the_one_above_it() -> None:
    ink = np.zeros((400, 800), np.uint8)
    letters(ink, 100, 100, 15)
    letters(ink, 100, 155, 15)
    cv2.rectangle(ink, (210, 136), (216, 145), 255, -1)  # ten pixels under the upper line
    upper, lower = strips_of(ink)
    column = 213 - lower.origin[0]
    assert lower.picture[140 - lower.origin[1], column] == 0
    assert upper.picture[140 - upper.origin[1], 213 - upper.origin[0]] == 255


def test_vowels_as_tall_as_letters_over_three_letters_of_a_line_are_its_marks() -> None:
    ink = np.zeros((400, 900), np.uint8)
    letters(ink, 100, 100, 20)
    for place in range(3):  # …ที่ ครั้งที่, in bold: vowel and tone mark are one shape
        left = 240 + 57 * place
        cv2.rectangle(ink, (left, 74), (left + 14, 94), 255, 3)
    (line,) = strips_of(ink)
    assert line.box[1] > 74
    assert line.picture[75 - line.origin[1], 242 - line.origin[0]] == 0


def test_a_word_in_letters_taller_than_print_may_be_is_one_line_beside_it() -> None:
    ink = np.zeros((500, 1400), np.uint8)
    large = 3 * BODY
    end = letters(ink, 100, 100, 3, large)  # ด่วน
    cv2.rectangle(ink, (end, 72), (end + large - 20, 100 + large), 255, 8)  # ที่, its marks joined
    letters(ink, end + large, 100, 2, large)
    for row in range(3):
        letters(ink, 100, 250 + 60 * row, 40)
    word, *rows = strips_of(ink)
    assert word.box[0] == 98 and word.box[2] > end + 2 * large
    assert [strip.box[2] - strip.box[0] for strip in rows] == [rows[0].box[2] - rows[0].box[0]] * 3


def test_tall_letters_of_a_title_are_no_large_print_with_the_emblem_beside_it() -> None:
    ink = np.zeros((500, 1600), np.uint8)
    for left in (100, 175, 250):  # pieces of the emblem's rim, as tall as large print
        cv2.rectangle(ink, (left, 56), (left + 52, 150), 255, 4)
    end = letters(ink, 345, 100, 2)
    for left in (end, end + 30):  # ไฟ
        cv2.rectangle(ink, (left, 69), (left + 18, 99 + BODY), 255, 4)
    letters(ink, end + 60, 100, 30)
    letters(ink, 345, 200, 30)
    boxes = [strip.box for strip in strips_of(ink)]
    assert [box[0] for box in boxes if box[2] > 1000] == [343, 343]


def test_large_print_of_one_size_stays_one_line_with_its_marks() -> None:
    ink = np.zeros((400, 1400), np.uint8)
    letters(ink, 300, 60, 12, 2 * BODY)  # บันทึกข้อความ
    letters(ink, 100, 200, 40)
    assert len(strips_of(ink)) == 2


def test_a_vowel_with_its_tone_mark_as_tall_as_a_letter_makes_no_line_of_its_own() -> None:
    ink = np.zeros((300, 900), np.uint8)
    letters(ink, 100, 150, 25)
    cv2.rectangle(ink, (300, 122), (318, 145), 255, 3)
    assert len(strips_of(ink)) == 1


def test_a_tall_mark_over_a_single_letter_belongs_to_it_and_single_numbers_stay_apart() -> None:
    ink = np.zeros((400, 300), np.uint8)
    letters(ink, 100, 100, 1)
    cv2.rectangle(ink, (102, 70), (118, 90), 255, 3)
    letters(ink, 100, 145, 1)  # the next number of a list, as tight as print is set
    assert len(strips_of(ink)) == 2


def test_no_line_crosses_a_rule_between_two_cells() -> None:
    ink = np.zeros((300, 900), np.uint8)
    end = letters(ink, 100, 150, 10)
    letters(ink, end + 14, 150, 10)
    assert len(strips_of(ink)) == 1
    assert len(strips_of(ink, ((end + 2, 50, end + 5, 250),))) == 2


def test_a_drawing_and_what_lies_in_it_is_not_print() -> None:
    ink = np.zeros((600, 900), np.uint8)
    cv2.rectangle(ink, (400, 40), (560, 200), 255, 22)  # an emblem's outline
    letters(ink, 440, 100, 3)
    letters(ink, 100, 400, 20)
    (only,) = strips_of(ink)
    assert only.box[0] == 98


def test_an_empty_page_has_no_lines() -> None:
    assert strips_of(np.zeros((300, 300), np.uint8)) == ()


def test_small_print_under_the_text_is_a_line_too() -> None:
    ink = np.zeros((400, 900), np.uint8)
    letters(ink, 100, 100, 25)
    letters(ink, 100, 300, 20, body=16)
    text, note = strips_of(ink)
    assert text.box[3] < 200 and note.box[1] > 280 and note.box[2] > 400


def test_a_few_specks_in_a_row_are_no_small_print() -> None:
    ink = np.zeros((400, 900), np.uint8)
    letters(ink, 100, 100, 25)
    letters(ink, 100, 300, 3, body=16)
    assert len(strips_of(ink)) == 1


def test_a_dash_far_from_both_days_that_it_joins_stays_in_their_row() -> None:
    ink = np.zeros((300, 1200), np.uint8)
    end = letters(ink, 100, 150, 20)
    dash = end + round(2.2 * BODY)
    cv2.rectangle(ink, (dash, 162), (dash + 12, 165), 255, -1)
    letters(ink, dash + 12 + round(2.2 * BODY), 150, 6)
    strips = strips_of(ink)
    assert any(
        0 <= dash + 5 - strip.origin[0] < strip.picture.shape[1]
        and strip.picture[163 - strip.origin[1], dash + 5 - strip.origin[0]] == 0
        for strip in strips
    )


def test_a_last_word_whose_vowel_touches_it_is_cut_as_high_as_other_lines() -> None:
    ink = np.zeros((400, 900), np.uint8)
    letters(ink, 100, 100, 25)
    letters(ink, 100, 200, 1, body=BODY + 14)  # ปี
    line, word = strips_of(ink)
    assert word.box[3] - word.box[1] == line.box[3] - line.box[1]


def test_figures_lower_than_letters_are_of_their_line() -> None:
    ink, low = np.zeros((400, 1200), np.uint8), 15  # with its strokes 18 of 29: ๓ of such a face
    end = letters(ink, 100, 200, 20)
    for _ in range(5):
        cv2.rectangle(ink, (end + 8, 200 + BODY - low), (end + BODY - 2, 200 + BODY - 1), 255, 4)
        end += BODY + 6
    letters(ink, 100, 300, 20)
    first, _ = strips_of(ink)
    assert first.box[2] >= end - 16
    assert np.count_nonzero(first.picture < 128) == np.count_nonzero(ink[190:240])
