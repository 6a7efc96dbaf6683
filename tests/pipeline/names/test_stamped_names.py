"""Names in brackets are read at other widths where nobody bears the name that was read."""

from collections.abc import Sequence

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.names.stamped_names import best_known, is_doubtful_name
from pipeline.second_look import with_second_look
from pipeline.tesseract import ReadLine, ReadWord, read_strips

FONT = "/usr/share/fonts/truetype/tlwg/Loma-Bold.ttf"


def reading(text: str, confidence: float = 0.93) -> ReadLine:
    words = text.split()
    return ReadLine(text, tuple(ReadWord(word, (0, 0, 9, 9), confidence) for word in words))


def pressed(text: str, ink: float) -> np.ndarray:
    """The text in small bold letters whose strokes have run, `ink` from 0 (little) to 1 (much)."""
    font = ImageFont.truetype(FONT, 84)
    wide = int(font.getlength(text)) + 60
    drawn = Image.new("L", (wide, 180), 0)
    ImageDraw.Draw(drawn).text((30, 120), text, font=font, fill=255, anchor="ls")
    spread = cv2.GaussianBlur(np.asarray(drawn, np.float32) / 255, (0, 0), 3.0)
    full = (spread > 0.45 - 0.25 * ink).astype(np.float32)
    small = cv2.resize(full, None, fx=0.42, fy=0.42, interpolation=cv2.INTER_AREA)
    return np.asarray(255 - 190 * cv2.GaussianBlur(small, (0, 0), 0.6), np.uint8)


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("(นายกผล มีสุข)", True),  # nobody is called so
        ("(นายกมล มีสุข)", False),
        ("(พันตำรวจเอก สมชาย มีสุข)", False),  # the name stands apart from the rank
        ("ายกผล มีสุข)", True),  # a bracket is lost
        ("นายกผล มีสุข เป็นกรรมการ", False),  # no signature
        ("(ดูรายละเอียดด้านหลัง)", True),  # read again in vain
    ],
)
def test_a_name_is_doubtful_if_no_given_name_is_known(text: str, doubtful: bool) -> None:
    assert is_doubtful_name(reading(text, 0.9)) is doubtful


def test_a_rare_name_in_clear_print_is_believed() -> None:
    assert not is_doubtful_name(reading("(นายกผล มีสุข)", 0.93))


def test_a_name_that_was_not_surely_read_is_doubtful() -> None:
    assert is_doubtful_name(reading("(นายกมล มีสุข)", 0.5))


def test_the_best_known_reading_is_taken_and_stays_in_doubt() -> None:
    first, known = reading("(นายกผล มีสุข)"), reading("(นายกมล มีสุข)")
    chosen = best_known(first, [reading("(นายกล มีสข)"), known])
    assert chosen.text == known.text
    assert {word.confidence for word in chosen.words} == {0.85}


def test_the_first_reading_stays_where_no_other_is_known_or_like_it() -> None:
    first = reading("(นายกผล มีสุข)")
    assert best_known(first, [reading("(นายกล มีสุข)")]) is first
    assert best_known(first, [reading("(นายสมชาย ใจดีงาม)")]) is first


def test_names_that_a_stamp_pressed_are_read_more_often_than_at_first() -> None:
    names = ("กมล รอดพ้น", "วิชัย ภูผาทอง", "อรุณี ชูศรี", "สมพงษ์ พลเยี่ยม", "ประไพ ตันติกุล")
    stamps = [(f"(นาย{name})", ink) for name in names for ink in (0.5, 0.8, 1.0)]
    pictures = [pressed(text, ink) for text, ink in stamps]
    first = read_strips(pictures)
    looked = with_second_look(pictures, first, 0)
    texts = [text for text, _ in stamps]
    assert right(looked, texts) > right(first, texts)


def right(read: Sequence[ReadLine], texts: Sequence[str]) -> int:
    pairs = zip(read, texts, strict=True)
    return sum("".join(one.text.split()) == "".join(text.split()) for one, text in pairs)
