"""PDFs that cannot be read, those that can in spite of something, and what is said about them."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pipeline.errors import FileRefused
from pipeline.intake.pdf_check import check_pdf


def pdf(path: Path, pages: int = 1, **options: object) -> Path:
    with pikepdf.new() as made:
        for _ in range(pages):
            page = made.add_blank_page(page_size=(595, 842))
            page.Contents = made.make_stream(b"0 0 m 595 842 l S " * 200)
        made.save(path, **options)
    return path


def scan_pdf(path: Path) -> Path:
    """As a scanner makes it: one page, one picture."""
    Image.effect_noise((400, 560), 60).convert("L").save(path, "PDF", resolution=72)
    return path


def cut(path: Path, share: float) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def hole(path: Path) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + data[len(data) // 2 + 100 :])
    return path


def circular_page_tree(path: Path) -> Path:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.Root.Pages.Kids[0] = made.Root.Pages
        made.save(path)
    return path


def big_picture_pdf(path: Path) -> Path:
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(595, 842))
        picture = made.make_stream(
            zlib.compress(b"\0" * 1000),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=40_000,
            Height=40_000,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB,
            Filter=pikepdf.Name.FlateDecode,
        )
        name = page.add_resource(picture, pikepdf.Name.XObject)
        page.Contents = made.make_stream(f"595 0 0 842 0 0 cm {name} Do".encode())
        made.save(path)
    return path


def content_bomb_pdf(path: Path) -> Path:
    pack = zlib.compressobj(9)
    data = b"".join(pack.compress(b" " * (1 << 20)) for _ in range(220)) + pack.flush()
    with pikepdf.new() as made:
        page = made.add_blank_page()
        page.Contents = made.make_stream(data, Filter=pikepdf.Name.FlateDecode)
        made.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return path


REFUSED: list[tuple[str, Callable[[Path], object], str]] = [
    ("half of a scan", lambda path: cut(scan_pdf(path), 0.5), "damaged_pdf"),
    ("all but the end", lambda path: cut(scan_pdf(path), 0.98), "damaged_pdf"),
    ("hole in a picture", lambda path: hole(scan_pdf(path)), "damaged_pdf"),
    ("header", lambda path: path.write_bytes(b"%PDF-1.7\n%%EOF\n"), "damaged_pdf"),
    ("garbage", lambda path: path.write_bytes(b"%PDF-1.4\n" + os.urandom(3000)), "damaged_pdf"),
    ("pages in a circle", circular_page_tree, "damaged_pdf"),
    ("no pages", lambda path: pdf(path, pages=0), "no_pages"),
    ("too many pages", lambda path: pdf(path, pages=2001), "too_many_pages"),
    ("wall of a picture", big_picture_pdf, "image_too_large"),
    ("bomb of spaces", content_bomb_pdf, "zip_bomb"),
    (
        "password",
        lambda path: pdf(path, encryption=pikepdf.Encryption(owner="clerk", user="secret")),
        "encrypted_pdf",
    ),
]


@pytest.mark.parametrize(("what", "make", "code"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused(tmp_path: Path, what: str, make: Callable[[Path], object], code: str) -> None:
    make(tmp_path / "letter.pdf")
    with pytest.raises(FileRefused) as refusal:
        check_pdf(tmp_path / "letter.pdf")
    assert refusal.value.code == code, what


def test_mended_pdf_is_accepted_with_a_note(tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "letter.pdf")
    data = path.read_bytes()
    start = data.rindex(b"startxref")
    path.write_bytes(data[:start] + b"startxref\n7\n%%EOF\n")
    assert "damaged" in " ".join(check_pdf(path))


def test_pdf_that_lost_a_page_is_refused(tmp_path: Path) -> None:
    path = pdf(tmp_path / "letter.pdf", pages=3)
    data = path.read_bytes()
    at = data.index(b"/Type /Page\n") if b"/Type /Page\n" in data else data.index(b"/Type /Page ")
    path.write_bytes(data[:at] + b"/Type /Pxxx" + data[at + 11 :])
    broken = path.read_bytes().replace(b"startxref", b"startxxxx")
    path.write_bytes(broken)
    with pytest.raises(FileRefused) as refusal:
        check_pdf(path)
    assert refusal.value.code == "damaged_pdf"


def test_attachment_is_said(tmp_path: Path) -> None:
    path = pdf(tmp_path / "letter.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as made:
        made.attachments["more.txt"] = b"more"
        made.save(path)
    assert "attached files" in " ".join(check_pdf(path))


def test_sound_pdf_needs_no_word(tmp_path: Path) -> None:
    assert check_pdf(scan_pdf(tmp_path / "letter.pdf")) == ()
