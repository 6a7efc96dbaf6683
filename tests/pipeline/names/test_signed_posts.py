"""Posts of signatories' stamps, read anew where the parting of inks left pieces of letters."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Box, Line, Page, Stamp
from pipeline.names.signed_posts import below_a_name, with_signed_posts

FONT = "/usr/share/fonts/truetype/tlwg/Loma.ttf"
POST = "ผู้อำนวยการกองคลัง รักษาราชการแทน"
WIDTH, HEIGHT, ROW = 2000, 1000, 700  # pixels; the post's baseline


def picture() -> np.ndarray:
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    font = ImageFont.truetype(FONT, 46)
    draw = ImageDraw.Draw(page)
    draw.text((1200, ROW - 75), "(นายวิชัย มั่นคง)", font=font, fill=(45, 55, 150), anchor="ms")
    draw.text((1200, ROW), POST, font=font, fill=(45, 55, 150), anchor="ms")
    return np.asarray(page)


def line(text: str, left: int, right: int, base: int, confidence: float = 0.93) -> Line:
    box = Box(left / WIDTH, (base - 48) / HEIGHT, right / WIDTH, (base + 13) / HEIGHT)
    return Line(text, 1, box, confidence)


NAME = line("(นายวิชัย มั่นคง)", 1030, 1370, ROW - 75)


@pytest.mark.parametrize(
    "read", ["ผู้อำนวยการกองคลัง รักษ เร ชการแทน", "ผู้อำนวยการกองคลัง รักษาราชการแทน"]
)
def test_a_post_whose_ink_was_parted_is_read_from_all_of_it(read: str) -> None:
    post, piece = line(read, 830, 1570, ROW), line("าษช", 1300, 1360, ROW, 0.5)
    stamp = Stamp(1, NAME.box.union(post.box), (NAME, post))
    page = with_signed_posts(Page(1, (), stamps=(stamp,), marks=(piece,), aspect=2.0), picture())
    assert page.stamps[0].lines[0] == NAME
    became = page.stamps[0].lines[1]
    assert became.text == POST and not page.marks
    if read != POST:  # what was read at first stays on record
        assert became.confidence <= 0.6
        assert (became.changes[0].read, became.changes[0].became) == (read, POST)


def test_what_stands_under_no_name_is_no_post_of_a_signatory() -> None:
    received = Stamp(1, NAME.box, (line("เทศบาลตำบลท่าไม้", 830, 1570, ROW - 75), NAME))
    assert not list(below_a_name(received))
    page = Page(1, (), stamps=(received,), aspect=2.0)
    assert with_signed_posts(page, picture()) is page
