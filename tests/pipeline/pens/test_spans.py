"""A line of print with a written number put into it: in a pen's colour, or large and black."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.pens.spans import find_written
from pipeline.tesseract import ReadWord

ROWS = Path(__file__).parents[1] / "data" / "handwriting"
BASELINE, BODY = 300, 30
LINE = (100, BASELINE - 40, 420, BASELINE + 10)  # as Strip.box: a third of a body of room


def _printed() -> tuple[np.ndarray, list[ReadWord]]:
    """Print of capitals 30 pixels high, with the words that a recogniser would be sure of."""
    page = np.full((500, 1000, 3), 250, np.uint8)
    words = []
    for place, letter in enumerate("HEADING"):
        x = 100 + place * 40
        cv2.putText(page, letter, (x, BASELINE), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (30, 30, 30), 4)
        words.append(ReadWord(letter, (x, BASELINE - BODY, x + 32, BASELINE), 0.96))
    return page, words


def _with_writing(page, height, ink):
    """A written row at 440 on the baseline, `height` pixels high, in that colour."""
    row = cv2.imread(str(ROWS / "03.png"), cv2.IMREAD_GRAYSCALE)
    scale = height / row.shape[0]
    row = cv2.resize(row, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    top, left = BASELINE + 6 - row.shape[0], 440
    window = page[top : top + row.shape[0], left : left + row.shape[1]]
    window[row < 128] = ink
    return (left, top, left + row.shape[1], BASELINE + 6)


@pytest.mark.parametrize(
    ("height", "ink", "reason"),
    [(44, (40, 60, 190), "in another ink"), (80, (20, 20, 20), "taller than print")],
)
def test_writing_is_found_and_told_why(height, ink, reason):
    page, words = _printed()
    place = _with_writing(page, height, ink)
    (span,) = find_written(page, LINE, words)
    assert reason in span.reasons
    assert "not read surely" in span.reasons
    assert span.words == ()
    assert abs(span.box[0] - place[0]) < 15
    assert abs(span.box[2] - place[2]) < 15


def test_the_misread_words_that_writing_covers_are_named():
    page, words = _printed()
    left, _, right, _ = _with_writing(page, 44, (40, 60, 190))
    words.append(ReadWord("dj", (left, BASELINE - BODY, right, BASELINE), 0.2))
    (span,) = find_written(page, LINE, words)
    assert span.words == (len(words) - 1,)


def test_the_picture_holds_the_writing_alone():
    page, words = _printed()
    _with_writing(page, 44, (40, 60, 190))
    (span,) = find_written(page, LINE, words)
    assert (span.picture < 128).sum() > 200
    assert span.picture[:, 0].min() > 200


def test_a_number_read_surely_in_its_middle_is_found_once():
    page, words = _printed()
    for place, (digit, sure) in enumerate((("4", 0.3), ("0", 0.96), ("8", 0.3))):
        x, low = 440 + place * 34, 0 if sure > 0.9 else 16
        at = (x, BASELINE + low)
        cv2.putText(page, digit, at, cv2.FONT_HERSHEY_SIMPLEX, 1.4, (20, 20, 20), 4)
        words.append(ReadWord(digit, (x, BASELINE - BODY, x + 30, BASELINE), sure))
    (span,) = find_written(page, LINE, words)
    assert span.words == (7, 8, 9)


def test_print_that_was_read_surely_is_not_writing():
    page, words = _printed()
    assert find_written(page, LINE, words) == ()


def test_print_that_was_read_with_doubt_is_not_writing():
    page, words = _printed()
    doubted = [ReadWord(word.text, word.box, 0.4) for word in words[:2]] + words[2:]
    assert find_written(page, LINE, doubted) == ()


def test_a_doubted_digit_that_touches_the_slash_of_its_code_is_print():
    page, words = _printed()
    place = _with_writing(page, 80, (20, 20, 20))
    digit = (place[0] - 40, BASELINE - BODY, place[0] - 25, BASELINE)
    slash = (place[0] - 25, BASELINE - BODY, place[0] - 10, BASELINE)
    cv2.rectangle(page, digit[:2], slash[2:], (30, 30, 30), 4)
    doubted = [*words, ReadWord("๕", digit, 0.5), ReadWord("๖", slash, 0.93)]
    (span,) = find_written(page, LINE, doubted)
    assert span.box[0] < digit[2]
    behind_a_code = [*words, ReadWord("๕", digit, 0.5), ReadWord("/", slash, 0.93)]
    (span,) = find_written(page, LINE, behind_a_code)
    assert span.box[0] > slash[2] - 5


def test_a_sign_that_stands_in_no_number_was_misread_however_surely():
    page, words = _printed()
    left, _, right, _ = _with_writing(page, 80, (20, 20, 20))
    words.append(ReadWord("/?", (left - 30, BASELINE - BODY, left + 40, BASELINE), 0.96))
    words.append(ReadWord("%", (left + 40, BASELINE - BODY, right, BASELINE), 0.96))
    (span,) = find_written(page, LINE, words)
    assert abs(span.box[0] - left) < 15
    assert "not read surely" in span.reasons
