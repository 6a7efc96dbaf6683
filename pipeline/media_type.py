"""What a file is, told by its bytes: its name may lie."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import puremagic

from pipeline.refusals import refused

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOC = "application/msword"  # read through LibreOffice
XLS = "application/vnd.ms-excel"  # so, too

OFFICE = frozenset({DOCX, XLSX, DOC, XLS})  # their pages are made up: no pictures of paper

_HEAD = 4096
_PDF_WITHIN = 1024  # readers look for %PDF- in the first 1024 bytes (ISO 32000-1, annex H.3.4.1)

# Signatures at the very start of a file.
_READ = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),  # BigTIFF
    (b"MM\x00+", TIFF),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"L\x00\x00\x00\x01\x14\x02\x00")  # the last is .lnk
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

# The part that names the kind of an Office file (ECMA-376).
_OFFICE_KINDS = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX))
_ENCRYPTED = "EncryptedPackage"
# The stream that names the kind of an old one ([MS-DOC] 2.1.1, [MS-XLS] 2.1.2).
_OLD_KINDS = (("WordDocument", DOC), ("Workbook", XLS), ("Book", XLS))


def media_type_of(path: Path) -> str:
    """The media type of a file that can be read.

    Raises FileRefused for every other kind, with advice that fits it.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for signature, media_type in _READ:
        if head.startswith(signature):
            return media_type
    if head.startswith(_PROGRAMS):
        raise refused("executable")
    if head.startswith(_OLE):
        return _ole_type(path)
    if head.startswith(_ZIP):
        return _zip_type(path)
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return PDF
    raise refused("unsupported_type", kind=_guess(head))


def _ole_type(path: Path) -> str:
    """Old Office files and password-protected new ones share a container; streams tell them apart.

    [MS-OFFCRYPTO] 2.3.2 names the stream of an encrypted .docx. Raises FileRefused.
    """
    wanted = {name: f"\0{name}\0".encode("utf-16-le") for name, _ in _OLD_KINDS}
    wanted[_ENCRYPTED] = _ENCRYPTED.encode("utf-16-le")
    found: set[str] = set()
    with path.open("rb") as file:
        before = b"\0\0"
        while chunk := file.read(1 << 20):
            found.update(name for name, mark in wanted.items() if mark in before + chunk)
            before = chunk[-64:]
    if _ENCRYPTED in found:
        raise refused("encrypted_word")
    for name, media_type in _OLD_KINDS:
        if name in found:
            return media_type
    raise refused("old_word")


def _zip_type(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, UnicodeDecodeError, ValueError, NotImplementedError) as error:
        raise refused("damaged_word", detail="its ZIP container is broken") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # the container points before the file's beginning
            raise
        raise refused("damaged_word", detail="its ZIP container is broken") from error
    for part, media_type in _OFFICE_KINDS:
        if part in names:
            return media_type
    if "xl/workbook.bin" in names:
        raise refused("spreadsheet")
    if any(name.startswith("word/") for name in names):
        raise refused("damaged_word", detail="it has no word/document.xml")
    raise refused("unsupported_type", kind="a ZIP file")


def _guess(head: bytes) -> str:
    """A name for a kind that is not read, for the message only."""
    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        matches = []
    if matches and matches[0].name:
        return str(matches[0].name)
    try:
        head[: _HEAD - 4].decode("utf-8")
    except UnicodeDecodeError:
        return "unknown"
    return "plain text"
