"""Whether a Word file (.docx) is safe to unpack and whole enough to read."""

from __future__ import annotations

import errno
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException, sax  # type: ignore[import-untyped]

from pipeline.refusals import refused

MAX_PARTS = 5_000
MAX_UNPACKED = 300 << 20  # bytes; a letter with fifty photographs unpacks to less
MAX_XML_PART = 64 << 20  # a thousand pages of text have about 20 MB of XML
_MAX_RATIO = 1_000  # deflate packs honest XML about 10 to 100 times
_RATIO_FROM = 16 << 20  # bytes unpacked from which the ratio counts
_CHUNK = 1 << 16

_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_OTHER_KINDS = (b"macroEnabled", b"template.main")  # of .docm, .dotm, .dotx
_XML = (".xml", ".rels")
_ENCRYPTED = 1  # bit of the ZIP flags

_REMOTE = "The file refers to a template or picture elsewhere; it was not fetched."


def check_word(path: Path, main: str = _MAIN) -> tuple[str, ...]:
    """Notes for a person about a Word file, or another Office file with `main` for its chief part.

    Everything is unpacked once, counted and thrown away: what the ZIP's headers say about sizes is
    not trusted. Raises FileRefused: zip_bomb, unsafe_word, encrypted_word, damaged_word.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _check(archive, main)
    except DefusedXmlException as error:
        raise refused("unsafe_word", detail="its XML declares entities") from error
    except SAXException as error:
        raise refused("damaged_word", detail="its XML is broken") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise refused("damaged_word", detail=str(error)[:200] or "cut off") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # the container points before the file's beginning
            raise
        raise refused("damaged_word", detail="its ZIP container is broken") from error


def _check(archive: zipfile.ZipFile, main: str) -> tuple[str, ...]:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise refused("zip_bomb", detail=f"{len(parts)} parts")
    for needed in (_TYPES, main):
        if needed not in archive.namelist():
            raise refused("damaged_word", detail=f"it has no {needed}")
    unpacked = 0
    for part in parts:
        if _leads_outside(part.filename):
            raise refused("unsafe_word", detail="a part whose name leads outside the file")
        if part.flag_bits & _ENCRYPTED:
            raise refused("encrypted_word")
        unpacked = _count(archive, part, unpacked)
    for part in parts:
        if part.filename.endswith(_XML):
            with archive.open(part) as stream:
                sax.parse(stream, ContentHandler(), forbid_dtd=True)
    if any(kind in archive.read(_TYPES) for kind in _OTHER_KINDS):
        raise refused("unsupported_type", kind="an Office template, or one with macros")
    return _notes(archive)


def _leads_outside(name: str) -> bool:
    """ZIP slip: no part of an Office file has such a name (ECMA-376 part 2, 6.2.2)."""
    return (
        name.startswith(("/", "\\"))
        or "\\" in name
        or ":" in name.partition("/")[0]
        or ".." in PurePosixPath(name).parts
    )


def _count(archive: zipfile.ZipFile, part: zipfile.ZipInfo, unpacked: int) -> int:
    """Unpack one part to nowhere; the bytes unpacked so far, with it."""
    limit = MAX_XML_PART if part.filename.endswith(_XML) else MAX_UNPACKED
    size = 0
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit or unpacked + size > MAX_UNPACKED:
                raise refused("zip_bomb", detail=f"over {(unpacked + size) >> 20} MB")
            if size > _RATIO_FROM and size > _MAX_RATIO * max(1, part.compress_size):
                raise refused("zip_bomb", detail="packed over a thousand times")
    return unpacked + size


def _notes(archive: zipfile.ZipFile) -> tuple[str, ...]:
    relations = [name for name in archive.namelist() if name.endswith(".rels")]
    return (_REMOTE,) if any(_refers_outside(archive.open(name)) for name in relations) else ()


def _refers_outside(stream: IO[bytes]) -> bool:
    """Whether a relationship part points at something that Word would load from elsewhere."""
    handler = _Outside()
    with stream:
        sax.parse(stream, handler, forbid_dtd=True)
    return handler.found


class _Outside(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.found = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: ARG002, N802 - sax's
        kind = str(attrs.get("Type", "")).rpartition("/")[2]
        if attrs.get("TargetMode") == "External" and kind != "hyperlink":
            self.found = True
