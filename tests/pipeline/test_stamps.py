"""Coloured impressions, down to a single word: a missed ลับ would show a secret to anybody."""

from pathlib import Path

from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan

LETTERS = Path(__file__).parents[2] / "corpus" / "built" / "letters" / "rules"


def test_a_word_stamped_alone_is_read() -> None:
    page = read_scan(render_pdf_page(LETTERS / "court-letter-secret.pdf", 1))
    alone = [stamp for stamp in page.stamps if [line.text for line in stamp.lines] == ["ลับ"]]
    assert len(alone) == 2  # at the head and at the foot, as the regulation on secrecy has it
    assert alone[0].box.top < 0.05 and alone[1].box.bottom > 0.95
