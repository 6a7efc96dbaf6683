"""Text boxes of Word files: read where they are seen, whatever paragraph they are anchored to."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from pipeline.word.file import read_word_page

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
BOX = "<w:txbxContent><w:p><w:r><w:t>กล่อง</w:t></w:r></w:p></w:txbxContent>"
CM = 360_000  # EMU


def drawn(across: str, down: str) -> str:
    """A box 5 cm wide, as Word writes it."""
    return (
        f"<w:drawing><wp:anchor><wp:positionH {across}</wp:positionH><wp:positionV {down}"
        f'</wp:positionV><wp:extent cx="{5 * CM}" cy="{CM}"/>{BOX}</wp:anchor></w:drawing>'
    )


def offset(of: str, centimetres: float) -> str:
    return f'relativeFrom="{of}"><wp:posOffset>{round(centimetres * CM)}</wp:posOffset>'


def lines(tmp_path: Path, box: str, with_paragraph: int) -> list[tuple[str, float]]:
    """Text and left edge in centimetres of a page of thirty rows, with a box in one of them."""
    document = docx.Document()
    for number in range(30):
        document.add_paragraph(f"แถว {number}")
    paragraph = document.paragraphs[with_paragraph]._p
    paragraph.append(parse_xml(f"<w:r {SPACES}>{box}</w:r>"))
    document.save(str(tmp_path / "letter.docx"))
    page = read_word_page(tmp_path / "letter.docx", 1)
    width = document.sections[0].page_width
    assert width is not None
    return [(line.text, line.box.left * width.cm) for line in page.lines]


BESIDE = offset("paragraph", 0)


@pytest.mark.parametrize(
    ("box", "paragraph", "row"),
    [
        (drawn(offset("column", 0), BESIDE), 12, 12),
        (drawn(offset("column", 0), offset("paragraph", 1.5)), 12, 12),  # near enough
        # a signature at the foot, anchored to the first paragraph
        (drawn(offset("column", 0), offset("paragraph", 14.8)), 0, 20),
        # the number at the head, anchored to the last; the margin is 2.54 cm
        (drawn(offset("page", 3), offset("page", 2.6)), 29, 1),
        (drawn(offset("page", 3), offset("margin", 7.4)), 29, 10),
        (
            f'<w:pict><v:shape style="position:absolute;margin-left:0;margin-top:420pt;width:90pt">'
            f"{BOX}</v:shape></w:pict>",
            0,
            20,
        ),
    ],
)
def test_a_box_is_read_beside_what_it_stands_by(
    tmp_path: Path, box: str, paragraph: int, row: int
) -> None:
    texts = [text for text, _ in lines(tmp_path, box, paragraph)]
    assert texts.index("กล่อง") == row


@pytest.mark.parametrize(
    ("across", "left"),
    [
        (offset("column", 4), 3.175 + 4),  # from the left margin
        (offset("page", 4), 4),
        ('relativeFrom="margin"><wp:align>right</wp:align>', 21.59 - 3.175 - 5),
        ('relativeFrom="margin"><wp:align>center</wp:align>', (21.59 - 5) / 2),
    ],
)
def test_where_a_box_stands_across_the_page(tmp_path: Path, across: str, left: float) -> None:
    found = dict(lines(tmp_path, drawn(across, BESIDE), 3))
    assert found["กล่อง"] == pytest.approx(left, abs=0.02)
