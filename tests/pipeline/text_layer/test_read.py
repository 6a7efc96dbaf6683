"""A text layer is believed only where it is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from pipeline.layout import rows
from pipeline.text_layer.bare_letters import doubt_about_bare_letters
from pipeline.text_layer.characters import Character, PdfText, _with_whole_widths
from pipeline.text_layer.lines import lines_of
from pipeline.text_layer.read import _as_drawn, read_text_layer, text_layer_page
from pipeline.text_layer.soundness import doubt_about_ink, doubt_about_language

BORN = Path(__file__).parents[1] / "data" / "born_digital.pdf"
LETTER = 3
LETTER_HEAD = [
    "ที่ นน ๐๐๒๓.๔/๔๘๓๕\tศาลากลางจังหวัดน่าน",
    "ถนนน่าน - พะเยา นน ๕๕๐๐๐",
    "๒๒ เมษายน ๒๕๖๔",
    "เรื่อง รายงานผลการดำเนินงานตามคู่มือมาตรฐานการจัดบริการสาธารณะขององค์กรปกครองส่วนท้องถิ่น",
    "ไตรมาสที่ ๒",
    "เรียน อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
]


def test_a_printed_letter_is_read_as_it_stands() -> None:
    page = text_layer_page(BORN, LETTER)
    assert page is not None and page.origin == "text_layer"
    text = [row.text for row in rows(page.lines)]
    assert text[:6] == LETTER_HEAD
    assert all(line.confidence == 1.0 and line.page == LETTER for line in page.lines)
    assert all(0 < line.box.left < line.box.right < 1 for line in page.lines)
    assert [word.text for word in page.lines[-1].words] == page.lines[-1].text.split(" ")
    middles = [line.box.middle for line in page.lines]
    assert middles == sorted(middles)


def changed(tmp_path: Path, change: Callable[[pikepdf.Pdf, pikepdf.Page], None]) -> Path:
    path = tmp_path / "changed.pdf"
    with pikepdf.open(BORN) as pdf:
        del pdf.pages[: LETTER - 1]
        del pdf.pages[1:]
        change(pdf, pdf.pages[0])
        pdf.save(path)
    return path


def paint(drawing: str) -> Callable[[pikepdf.Pdf, pikepdf.Page], None]:
    def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.contents_coalesce()
        before = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(b"q " + before + b" Q " + drawing.encode())

    return change


def cover_with_picture(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    grey = Image.effect_noise((100, 140), 50)
    picture = pdf.make_stream(
        grey.tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=100,
        Height=140,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray,
    )
    name = page.add_resource(picture, pikepdf.Name.XObject)
    page.contents_add(f"q 595 0 0 842 0 0 cm {name} Do Q".encode(), prepend=True)


def make_invisible(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.contents_coalesce()
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"BT", b"BT 3 Tr "))


def put_stamp(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.Annots = pdf.make_indirect(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Stamp,
                Rect=[400, 700, 500, 760],
            )
        ]
    )


def turn(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.rotate(90, relative=True)


SPOILT: list[tuple[Callable[[pikepdf.Pdf, pikepdf.Page], None], str]] = [
    (cover_with_picture, "the page is a picture"),
    (make_invisible, "text is invisible"),
    (put_stamp, "something was put upon the page"),
    (turn, "text is turned"),
    (paint("1 g 0 300 595 300 re f"), "the page does not show what the text says"),
    (
        paint(" ".join(f"{x} {y} 5 8 re f" for x in range(90, 500, 9) for y in (60, 80, 100))),
        "the page shows more than the text says",
    ),
]


@pytest.mark.parametrize(("change", "reason"), SPOILT, ids=[case[1] for case in SPOILT])
def test_doubt_about_the_page(
    tmp_path: Path, change: Callable[[pikepdf.Pdf, pikepdf.Page], None], reason: str
) -> None:
    assert read_text_layer(changed(tmp_path, change), 1) == (None, reason)


def test_page_that_lies_on_its_side_in_the_file_and_is_shown_upright(tmp_path: Path) -> None:
    def lay_down(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        _, _, width, height = (float(side) for side in page.mediabox)
        page.contents_coalesce()
        laid = f"0 1 -1 0 {height} 0 cm ".encode()
        page.Contents = pdf.make_stream(laid + page.Contents.read_bytes())
        page.mediabox = [0, 0, height, width]
        page.rotate(90, relative=False)

    upright, laid = (
        text_layer_page(path, number)
        for path, number in ((BORN, LETTER), (changed(tmp_path, lay_down), 1))
    )
    assert upright is not None and laid is not None
    assert laid.text == upright.text
    for one, other in zip(laid.lines, upright.lines, strict=True):
        assert one.box.as_tuple() == pytest.approx(other.box.as_tuple(), abs=0.002)


def test_empty_page_has_no_text_layer(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "blank.pdf")
    assert text_layer_page(tmp_path / "blank.pdf", 1) is None


def sound_text() -> str:
    page = text_layer_page(BORN, LETTER)
    assert page is not None
    return page.text


def test_sound_text_is_not_doubted() -> None:
    assert doubt_about_language(sound_text()) is None


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: re.sub("[่-๋]", "", text), "marks are lost"),
        (
            lambda text: re.sub("([่-๋][^่-๋]*)[่-๋]", r"\1", text),
            "marks are lost",
        ),
        (lambda text: text.replace("า", "ำ"), "า and ำ are confused"),
        (lambda text: text.replace("ำ", "า"), "า and ำ are confused"),
        (lambda text: text.replace("ำ", " า"), "vowels have lost their consonants"),
        (lambda text: re.sub("[ัิ-ู็์]", "", text), "marks are lost"),
        (lambda text: text.replace("ั", "ัั"), "marks are lost"),
        (lambda text: re.sub("ง(?=[ก-ฮ])", "ง ", text), "words are broken up"),
        (
            lambda text: re.sub("([ก-ฮ][^ก-ฮ]*[ก-ฮ])", r"\1 ", text),
            "vowels have lost their consonants",
        ),
        (lambda text: "fl':i':il.Jfl1'H11':i " * 30 + text[:300], "too little of it is Thai"),
        (lambda text: text[:100], "too little Thai to judge by"),
    ],
)
def test_doubt_about_the_language(spoil: Callable[[str], str], reason: str) -> None:
    assert doubt_about_language(spoil(sound_text())) == reason


def test_short_words_are_not_taken_for_broken_ones() -> None:
    text = "โปรดนำครู ๒ คน กับเด็ก ๙ คน ไปดูวัด ๓ วัด ในวันนี้ และให้ทำที่พัก ๒ คืน\n"
    assert doubt_about_language(text * 5) is None


def glyphs(*drawn: tuple[str, float], font: str = "THSarabunPSK") -> list[Character]:
    """Glyphs of 16 points whose pens stand where given, each 6 wide; marks lie over the one before.

    A mark is drawn as Word does it: the pen has moved on, the ink lies to its left.
    """
    made = []
    for text, x in drawn:
        back = 6 if re.match("[ัิ-ฺ็-๎\uf700-\uf71a]", text) else 0
        made.append(
            Character(
                text=text,
                left=x - back,
                top=90,
                right=x - back + 5.5,
                bottom=100,
                x=x,
                end=x if back else x + 6,
                y=100,
                size=16,
                font=font,
                upright=True,
                visible=True,
            )
        )
    return made


def test_words_and_columns_by_the_way_of_the_pen() -> None:
    drawn = glyphs(("ก", 10), ("า", 16), ("ร", 22), ("ท", 31), ("ี", 37), ("่", 37), ("ม", 80))
    lines = lines_of(drawn, 1, 200, 200)
    assert [line.text for line in lines] == ["การ ที่", "ม"]
    assert [word.text for word in lines[0].words] == ["การ", "ที่"]
    cut = lines_of(glyphs(("ก", 10), ("ข", 18)), 1, 200, 200, [(16.5, 0, 17, 200)])
    assert [line.text for line in cut] == ["ก", "ข"]


def test_a_glyph_named_with_its_marks_is_as_wide_as_its_consonant() -> None:
    """Of มู pdfium tells the ink, not the way of the pen: a gap before ล is none."""
    named = [replace(each, end=each.right) for each in glyphs(("มู", 10), ("ดำ", 34))]
    alone = glyphs(("ม", 60), ("า", 70), ("น", 80))
    wide = [replace(each, end=each.x + 8) for each in alone]
    moo, dam, *_ = _with_whole_widths([*named, *wide])
    assert moo.end == 18  # as ม alone
    assert dam.end == 34 + 5.5 + 2.5 + 8  # as far beyond its ink as the others, and a whole า


def test_a_rule_typed_of_dashes_is_no_lack_of_ink() -> None:
    """What is typed as ______ is drawn as a rule, and rules are taken from the ink before."""
    letters = glyphs(*(("ก", 10 + 8 * place) for place in range(20)))
    rule = glyphs(*(("_", 10 + 8 * place) for place in range(20)))
    ink = np.zeros((800, 800), np.uint8)
    for letter in letters:
        ink[360:400, round(4 * letter.left) : round(4 * letter.right)] = 255
    below = [replace(each, top=149, bottom=150, y=150) for each in rule]
    assert doubt_about_ink(PdfText(200, 200, (*letters, *below), (), False), ink) is None
    moved = [replace(each, top=140, bottom=150, y=150) for each in letters]
    assert doubt_about_ink(PdfText(200, 200, (*letters, *moved), (), False), ink) is not None


def test_marks_that_the_layer_leaves_out_are_seen_on_the_page() -> None:
    letters = glyphs(*(("ก", 10 + 8 * place) for place in range(20)))
    page = PdfText(200, 200, tuple(letters), (), False)
    ink = np.zeros((800, 800), np.uint8)
    assert doubt_about_bare_letters(page, ink) is None
    for letter in letters[:4]:
        ink[343:355, round(4 * letter.left) + 6 : round(4 * letter.right) - 4] = 255
    assert doubt_about_bare_letters(page, ink) == "marks are lost"
    named = tuple(replace(each, text="กี") for each in letters[:4])
    told = replace(page, characters=(*named, *letters[4:]))
    assert doubt_about_bare_letters(told, ink) is None


def test_the_order_of_drawing_does_not_matter() -> None:
    drawn = glyphs(("ท", 10), ("ี", 16), ("่", 16), ("พ", 20), ("ร", 26))
    assert lines_of(drawn[::-1], 1, 200, 200) == lines_of(drawn, 1, 200, 200)


@pytest.mark.parametrize(
    ("font", "named", "drawn"),
    [
        ("ABCDEE+THSarabunPSK", "ข\uf70bอม\uf719ล ป\uf702", "ข้อมูล ปี"),
        ("ABCDEE+THSarabunIT๙", "พ.ศ. 2564", "พ.ศ. ๒๕๖๔"),
        ("THSarabunPSK", "พ.ศ. 2564", "พ.ศ. 2564"),
        ("ABCDEE+Wingdings2", "\uf0a3", "□"),
        ("ABCDEE+Unknown", "\uf0a3", "\ufffd"),
        ("THSarabunPSK", "ก\u200bข\x01", "กข\ufffd"),
    ],
)
def test_glyphs_that_show_other_than_they_name(font: str, named: str, drawn: str) -> None:
    characters = glyphs(*((text, 10.0 * x) for x, text in enumerate(named)), font=font)
    assert "".join(character.text for character in _as_drawn(characters)) == drawn
