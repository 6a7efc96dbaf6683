"""What PDF/A-2b asks for; what is taken from a PDF, what stays, and when nothing is claimed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.intake.accept import look_at
from pipeline.rasterise import render_pdf_page
from pipeline.searchable.pdf import make_searchable
from tests.pipeline.searchable.checks import (
    EVERYTHING,
    HELVETICA,
    THAI,
    drawn,
    made,
    page_of,
    picture,
    said,
)


def test_what_pdfa_asks_for(tmp_path: Path) -> None:
    original = look_at(picture(tmp_path / "ก & <ข>.jpg"))
    copy = make_searchable(original, [page_of(*EVERYTHING)], tmp_path / "out.pdf")
    assert copy.is_pdfa
    assert copy.path.read_bytes().startswith(b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n")  # 6.1.2
    with pikepdf.open(copy.path) as pdf:
        assert not pdf.check_pdf_syntax()
        assert not pdf.is_encrypted and "/Info" not in pdf.trailer
        assert len(pdf.trailer["/ID"].as_list()) == 2
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
            assert metadata["dc:title"] == "ก & <ข>.jpg"
            assert metadata["dc:source"] == f"urn:sha256:{original.sha256}"
        assert "/Filter" not in pdf.Root.Metadata  # 6.6.2.1: plain text
        (intent,) = pdf.Root.OutputIntents.as_list()
        profile = intent.DestOutputProfile.read_bytes()
        assert profile[8] < 5 and profile[12:20] == b"mntrRGB " and profile[36:40] == b"acsp"
        assert len(profile) == int.from_bytes(profile[:4])
        font = pdf.pages[0].resources.Font.SarabanBlank
        below = font.DescendantFonts[0]
        assert len(below.FontDescriptor.FontFile2.read_bytes()) == int(
            below.FontDescriptor.FontFile2.Length1
        )
        used = len(set("".join(EVERYTHING)))
        glyphs = np.frombuffer(below.CIDToGIDMap.read_bytes(), ">u2")
        assert len(glyphs) == used + 1 and set(glyphs[1:]) == {1, 2}  # 6.2.11.8: no .notdef
        blocks = [
            int(line.split()[0])
            for line in font.ToUnicode.read_bytes().decode("ascii").splitlines()
            if line.endswith("beginbfchar")
        ]
        assert sum(blocks) == used and max(blocks) == 100


@pytest.mark.parametrize(
    ("content", "resources", "word"),
    [
        (b"0 0 0 1 k 9 9 9 9 re f", Dictionary(), "drawn"),
        (b"/Lovely ri 9 9 9 9 re f", Dictionary(), "drawn"),
        (b"/G gs 9 9 9 9 re f", Dictionary(ExtGState=Dictionary(G=Dictionary(TR=Name.I))), "drawn"),
        (b"q " * 30 + b"9 9 9 9 re f " + b"Q " * 30, Dictionary(), "drawn"),
        (b"", Dictionary(ColorSpace=Dictionary(C=Array([Name.Indexed, Array([Name.Separation])]))),
         "colours"),
    ],
)  # fmt: skip
def test_no_claim_that_was_not_checked(
    tmp_path: Path, content: bytes, resources: Dictionary, word: str
) -> None:
    copy = made(drawn(tmp_path / "a.pdf", content, resources), page_of(*THAI))
    assert not copy.is_pdfa and any(word in note for note in copy.notes)
    assert said(copy.path, "-raw").splitlines() == list(THAI)


def test_a_scan_as_a_mac_keeps_it_is_pdfa(tmp_path: Path) -> None:
    original = drawn(tmp_path / "a.pdf", b"q Q q /Perceptual ri q 9 9 9 9 re f Q Q")
    assert made(original, page_of(*THAI)).is_pdfa


def test_actions_go_and_the_look_of_notes_stays(tmp_path: Path) -> None:
    plain = drawn(tmp_path / "a.pdf", b"9 9 9 9 re f")
    with pikepdf.open(plain) as pdf:
        look = pdf.make_stream(
            b"1 0 0 rg 0 0 60 40 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 60, 40],
            Resources=Dictionary(),
        )  # fmt: skip
        stamp = Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=[100, 100, 160, 140], F=4,
            AP=Dictionary(N=look),
        )  # fmt: skip
        pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(stamp)])
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        pdf.attachments["a.txt"] = b"a"
        pdf.save(tmp_path / "b.pdf")
    copy = made(tmp_path / "b.pdf", page_of(*THAI))
    assert copy.is_pdfa
    with pikepdf.open(copy.path) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/Metadata"}
        assert "/Annots" not in pdf.pages[0].obj
    before, after = (render_pdf_page(p, 1, 72) for p in (tmp_path / "b.pdf", copy.path))
    assert before[480, 130].tolist() == [255, 0, 0]
    assert np.array_equal(before, after)


def test_the_scanners_own_unseen_text_goes(tmp_path: Path) -> None:
    original = drawn(
        tmp_path / "a.pdf",
        b"9 9 9 9 re f BT 3 Tr /F 12 Tf 50 500 Td (mn oloo.n/o) Tj ET",
        HELVETICA,
    )
    copy = made(original, page_of(*THAI))
    assert copy.is_pdfa
    assert said(copy.path, "-raw").splitlines() == list(THAI)
    with pikepdf.open(copy.path) as pdf:  # nothing is left that names the fonts that are gone
        assert set(pdf.pages[0].resources.Font.keys()) == {"/SarabanBlank"}
        assert b"/F 12 Tf" not in b"".join(part.read_bytes() for part in pdf.pages[0].Contents)


def test_letters_that_are_seen_stay_but_say_nothing(tmp_path: Path) -> None:
    original = drawn(
        tmp_path / "a.pdf",
        b"BT /F 12 Tf 50 500 Td (seen) Tj ET q BT 3 Tr /F 12 Tf 50 400 Td (unseen) Tj ET Q",
        HELVETICA,
    )
    copy = made(original, page_of(*THAI))
    assert said(copy.path, "-raw").splitlines() == list(THAI)
    assert np.array_equal(render_pdf_page(original, 1), render_pdf_page(copy.path, 1))
    assert not copy.is_pdfa
    assert any("letters" in note for note in copy.notes)


def test_a_sound_text_layer_is_left_alone(tmp_path: Path) -> None:
    original = drawn(tmp_path / "a.pdf", b"BT /F 12 Tf 50 500 Td (sound) Tj ET", HELVETICA)
    copy = made(original, page_of("sound", origin="text_layer"))
    assert said(copy.path) == "sound"
    assert not copy.is_pdfa  # its font is not embedded
    with pikepdf.open(copy.path) as pdf, pdf.open_metadata() as metadata:
        assert "pdfaid:part" not in metadata


def test_resources_may_stand_above_the_page(tmp_path: Path) -> None:
    with pikepdf.open(drawn(tmp_path / "a.pdf", b"/Grey gs 10 10 50 50 re f")) as pdf:
        del pdf.pages[0].obj["/Resources"]
        state = Dictionary(ExtGState=Dictionary(Grey=Dictionary(ca=0.5)))
        pdf.Root.Pages.Resources = state
        pdf.save(tmp_path / "b.pdf")
    copy = made(tmp_path / "b.pdf", page_of(*THAI))
    assert said(copy.path, "-raw").splitlines() == list(THAI)
    shown = render_pdf_page(copy.path, 1, 72)
    assert np.array_equal(shown, render_pdf_page(tmp_path / "b.pdf", 1, 72))
    assert shown[560, 30, 0] in range(100, 150)
