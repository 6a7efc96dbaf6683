"""Coloured impressions, down to a single word: a missed ลับ would show a secret to anybody."""

from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.cleanup.skew import turn
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan
from pipeline.stamps.impressions import find_impressions

LETTERS = Path(__file__).parents[3] / "corpus" / "built" / "letters" / "rules"


def test_a_word_stamped_alone_is_read() -> None:
    page = read_scan(render_pdf_page(LETTERS / "court-letter-secret.pdf", 1))
    alone = [stamp for stamp in page.stamps if [line.text for line in stamp.lines] == ["ลับ"]]
    assert len(alone) == 2  # at the head and at the foot, as the regulation on secrecy has it
    assert alone[0].box.top < 0.05 and alone[1].box.bottom > 0.95


def test_a_name_is_straightened_by_its_letters_and_not_by_the_signature_over_it() -> None:
    layer = Image.new("L", (1400, 900), 255)
    font = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Loma.ttf", 44)
    for row, text in enumerate(("(นายเอก มั่นคง)", "ผู้อำนวยการโรงเรียนบ้านตัวอย่าง")):
        ImageDraw.Draw(layer).text((700, 400 + 70 * row), text, font=font, fill=40, anchor="mm")
    tilted = turn(np.asarray(layer), -1.5).copy()
    flourish = np.array([(480, 300), (560, 190), (600, 340), (680, 250), (760, 330), (1010, 240)])
    cv2.polylines(tilted, [flourish.astype(np.int32)], False, 40, 9, cv2.LINE_AA)
    (impression,) = find_impressions(tilted)
    assert abs(impression.skew - 1.5) < 0.4
    assert len(impression.strips) == 2
