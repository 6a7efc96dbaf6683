"""What the door lets in, and what it refuses, each with a stable code."""

from __future__ import annotations

import hashlib
import json
import os
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pikepdf
import pytest
from PIL import Image

from pipeline import media_type
from pipeline.errors import FileRefused
from pipeline.intake.accept import look_at
from pipeline.refusals import ADVICE

DOCX_TYPES = (
    '<?xml version="1.0"?><Types xmlns='
    '"http://schemas.openxmlformats.org/package/2006/content-types"/>'
)


def pdf(path: Path, pages: int = 1, encryption: pikepdf.Encryption | None = None) -> Path:
    with pikepdf.new() as made:
        for _ in range(pages):
            page = made.add_blank_page(page_size=(595, 842))
            page.Contents = made.make_stream(b"0 0 m 595 842 l S " * 200)
        made.save(path, encryption=encryption or False)
    return path


def word(path: Path) -> Path:
    made = docx.Document()
    made.add_paragraph("ที่ ทดสอบ ๑/๒๕๖๔")
    made.save(str(path))
    return path


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", DOCX_TYPES)
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def image(path: Path, **options: object) -> Path:
    Image.effect_noise((200, 280), 60).convert("RGB").save(path, **options)
    return path


def hole(path: Path, size: int) -> Path:
    """Bytes lost in the middle, as a bad copy loses them."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + data[len(data) // 2 + size :])
    return path


def png_of_size(path: Path, width: int, height: int) -> Path:
    """A true 1-bit PNG, all white, packed to a few kilobytes by the row."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    pack = zlib.compressobj(9)
    row = b"\0" + b"\xff" * (width // 8)
    data = b"".join(pack.compress(row) for _ in range(height)) + pack.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )
    return path


def cut(path: Path, share: float) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    b"<x>&b;</x>"
)
PASSWORD = pikepdf.Encryption(owner="clerk", user="secret")
RESTRICTED = pikepdf.Encryption(
    owner="clerk", user="", allow=pikepdf.Permissions(extract=False, print_highres=False)
)

# what is made, and the code it is refused with
REFUSED: list[tuple[str, Callable[[Path], object], str]] = [
    ("empty.pdf", lambda path: path.write_bytes(b""), "empty"),
    ("folder.pdf", lambda path: path.mkdir(), "folder"),
    ("link.pdf", lambda path: path.symlink_to("/etc/hostname"), "symlink"),
    ("pipe.pdf", os.mkfifo, "not_a_file"),
    ("missing.pdf", lambda path: path.unlink(missing_ok=True), "not_found"),
    ("huge.pdf", lambda path: (pdf(path), os.truncate(path, 2 << 30)), "too_large"),
    ("program.pdf", lambda path: path.write_bytes(b"MZ\x90\x00" + b"\0" * 500), "executable"),
    ("script.pdf", lambda path: path.write_bytes(b"#!/bin/sh\nexit\n"), "executable"),
    (
        "link.lnk",
        lambda path: path.write_bytes(b"L\0\0\0\x01\x14\x02\0" + b"\0" * 99),
        "executable",
    ),
    ("note.txt", lambda path: path.write_text("ไม่ใช่เอกสาร"), "unsupported_type"),
    ("photo.gif", lambda path: image(path), "unsupported_type"),
    ("noise.pdf", lambda path: path.write_bytes(bytes(range(256)) * 9), "unsupported_type"),
    (
        "old.doc",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 999),
        "old_word",
    ),
    (
        "locked.docx",
        lambda path: path.write_bytes(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + b"\0" * 999
            + "EncryptedPackage".encode("utf-16-le")
        ),
        "encrypted_word",
    ),
    ("sheet.xlsb", lambda path: zipped(path, {"xl/workbook.bin": b"x"}), "spreadsheet"),
    ("parcel.zip", lambda path: zipped(path, {"a.txt": b"a"}), "unsupported_type"),
    # PDF: one of each here, the rest in test_pdf_check.py
    ("password.pdf", lambda path: pdf(path, encryption=PASSWORD), "encrypted_pdf"),
    ("half.pdf", lambda path: cut(pdf(path), 0.5), "damaged_pdf"),
    # pictures
    ("wall.png", lambda path: png_of_size(path, 40_000, 40_000), "image_too_large"),
    ("half.png", lambda path: cut(image(path), 0.5), "damaged_image"),
    ("half.jpg", lambda path: cut(image(path), 0.5), "damaged_image"),
    ("half.tif", lambda path: cut(image(path, compression="tiff_lzw"), 0.5), "damaged_image"),
    ("head.jpg", lambda path: path.write_bytes(b"\xff\xd8\xff\xe0"), "damaged_image"),
    # Word
    (
        "bomb.docx",
        lambda path: zipped(path, {"word/document.xml": b"<x>" + b" " * (65 << 20) + b"</x>"}),
        "zip_bomb",
    ),
    (
        "crowd.docx",
        lambda path: zipped(
            path, {"word/document.xml": b"<x/>"} | {f"word/{n}.xml": b"" for n in range(5000)}
        ),
        "zip_bomb",
    ),
    (
        "slip.docx",
        lambda path: zipped(path, {"word/document.xml": b"<x/>", "../../etc/passwd": b"x"}),
        "unsafe_word",
    ),
    ("entities.docx", lambda path: zipped(path, {"word/document.xml": ENTITIES}), "unsafe_word"),
    ("bodyless.docx", lambda path: zipped(path, {"word/styles.xml": b"<x/>"}), "damaged_word"),
    ("broken.docx", lambda path: zipped(path, {"word/document.xml": b"<x>"}), "damaged_word"),
    ("half.docx", lambda path: cut(word(path), 0.5), "damaged_word"),
    ("hole.docx", lambda path: hole(word(path), 1500), "damaged_word"),
]


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # Pillow on the half TIFF
@pytest.mark.parametrize(("name", "make", "code"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused(tmp_path: Path, name: str, make: Callable[[Path], object], code: str) -> None:
    make(tmp_path / name)
    with pytest.raises(FileRefused) as refusal:
        look_at(tmp_path / name)
    assert refusal.value.code == code
    thai, _ = ADVICE[code]
    assert refusal.value.message.startswith(thai)
    assert "{" not in refusal.value.message


# what is made, and the type it is accepted as: the name does not matter
ACCEPTED: list[tuple[str, Callable[[Path], object], str]] = [
    ("letter.pdf", pdf, media_type.PDF),
    ("letter.PDF", pdf, media_type.PDF),
    ("letter.docx", pdf, media_type.PDF),
    ("letter", word, media_type.DOCX),
    ("letter.pdf", word, media_type.DOCX),
    ("restricted.pdf", lambda path: pdf(path, encryption=RESTRICTED), media_type.PDF),
    ("letter.png", image, media_type.PNG),
    ("letter.pdf", lambda path: image(path, format="JPEG"), media_type.JPEG),
    ("letter.tiff", image, media_type.TIFF),
    (
        "mail.pdf",  # some mail programs leave a line before the PDF
        lambda path: path.write_bytes(b"junk\n" + pdf(path).read_bytes()),
        media_type.PDF,
    ),
]


@pytest.mark.parametrize(("name", "make", "kind"), ACCEPTED, ids=[case[0] for case in ACCEPTED])
def test_accepted(tmp_path: Path, name: str, make: Callable[[Path], object], kind: str) -> None:
    path = tmp_path / name
    make(path)
    source = look_at(path)
    assert source.media_type == kind
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.size == path.stat().st_size
    assert source.name == name


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("หนังสือ ๑.pdf".encode(), "หนังสือ ๑.pdf"),
        ('สอง\nบรรทัด "อ้าง".pdf'.encode(), 'สอง\nบรรทัด "อ้าง".pdf'),
        ("e\u0301.pdf".encode(), "\u00e9.pdf"),
        ("หนังสือ.pdf".encode("cp874"), "หนังสือ.pdf"),
        (b"\xff\xfe.pdf", "\\xff\\xfe.pdf"),
        (b"-rf.pdf", "-rf.pdf"),
    ],
)
def test_names(tmp_path: Path, raw: bytes, name: str) -> None:
    path = tmp_path / os.fsdecode(raw)
    pdf(path)
    assert look_at(path).name == name
    json.dumps(look_at(path).name, ensure_ascii=False).encode()


def test_word_file_with_a_remote_template_is_said_and_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = word(tmp_path / "letter.docx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" TargetMode="External" Target="https://example.org/t.dotm" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'attachedTemplate"/></Relationships>',
        )

    def no_network(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr("socket.socket.connect", no_network)
    assert "not fetched" in " ".join(look_at(path).notes)


@pytest.fixture
def forbidden() -> Iterator[Path]:
    """A file that this process may not read; as root, by becoming somebody else."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = pdf(Path(folder) / "letter.pdf")
        path.chmod(0o000)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield path
        finally:
            if root:
                os.seteuid(0)


def test_unreadable(forbidden: Path) -> None:
    with pytest.raises(FileRefused) as refusal:
        look_at(forbidden)
    assert refusal.value.code == "unreadable"
