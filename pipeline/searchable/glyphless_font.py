"""A font that draws nothing and says everything: for text that is found and copied, never seen.

The letters of a document are numbered as they come, two bytes each, and a ToUnicode map tells what
each number means. Every number has one of two glyphs: boxes as large as a letter, which a viewer
marks when text is selected, and never paints, as the text is set invisible. Nothing depends on how
a real font would shape Thai, so tone marks, sara am and spaces come out as they went in.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name

_EM = 1000  # units
_LETTER, _MARK = 1, 2  # glyphs; 0 would be .notdef, which PDF/A-2 lets no text show (6.2.11.8)
_WIDTHS = {0: 500, _LETTER: 500, _MARK: 250}  # per glyph. A mark needs some: readers of PDFs take
# two letters that begin at one place for one letter drawn bold.
_ASCENT, _DESCENT = 800, -200
_BLOCK = 100  # entries that one bfchar may have (Adobe Technical Note 5411, 1.4.1)
_NAME = "SarabanBlank"  # whole, not a subset: no prefix


class GlyphlessFont:
    """The numbers of the letters met so far. Put it into a PDF once all text is encoded."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def encode(self, letters: Iterable[str]) -> bytes:
        """The letters as a string operand of this font, two bytes each.

        A letter may stand for several characters, which then are found and copied in its place.
        """
        numbers = (self._numbers.setdefault(each, len(self._numbers) + 1) for each in letters)
        return b"".join(struct.pack(">H", number) for number in numbers)

    @staticmethod
    def width(letters: Iterable[str]) -> float:
        """How far the letters reach, in ems."""
        return sum(_WIDTHS[_glyph(each)] for each in letters) / _EM

    def add_to(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """The Type 0 font object, made in `pdf`."""
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/" + _NAME),
            Flags=4,  # symbolic: its numbers mean nothing outside this file
            FontBBox=[0, _DESCENT, _EM, _ASCENT],
            ItalicAngle=0,
            Ascent=_ASCENT,
            Descent=_DESCENT,
            CapHeight=_ASCENT,
            StemV=80,
            FontFile2=pdf.make_stream(_TRUETYPE, Length1=len(_TRUETYPE)),
        )
        marks = [n for each, n in self._numbers.items() if _glyph(each) == _MARK]
        widths = [entry for n in marks for entry in (n, Array([_WIDTHS[_MARK]]))]
        glyphs = (0, *(_glyph(each) for each in self._numbers))
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name("/" + _NAME),
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            DW=_WIDTHS[_LETTER],
            W=Array(widths),
            CIDToGIDMap=pdf.make_stream(b"".join(struct.pack(">H", glyph) for glyph in glyphs)),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/" + _NAME),
                Encoding=Name("/Identity-H"),
                DescendantFonts=[pdf.make_indirect(descendant)],
                ToUnicode=pdf.make_stream(_to_unicode(self._numbers)),
            )
        )


def _glyph(letter: str) -> int:
    return _MARK if unicodedata.category(letter[0]) == "Mn" else _LETTER


def _to_unicode(numbers: Mapping[str, int]) -> bytes:
    """The CMap from numbers to UTF-16 (ISO 32000-1, 9.10.3)."""
    entries = [
        f"<{number:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
        for letter, number in numbers.items()
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for first in range(0, len(entries), _BLOCK):
        block = entries[first : first + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _truetype() -> bytes:
    """A TrueType font of two boxes, with the tables that PDF asks for (9.9, table 126)."""
    count = len(_WIDTHS)
    outlines = [b"", *(_box(width) for glyph, width in _WIDTHS.items() if glyph)]
    ends = [sum(map(len, outlines[:number])) // 2 for number in range(count + 1)]
    tables = {
        b"glyf": b"".join(outlines),
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0, _EM, 0, 0),
            *(0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 0, 0),
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH",
            *(0x00010000, _ASCENT, _DESCENT, 0, max(_WIDTHS.values()), 0, 0, 0),
            *(1, 0, 0, 0, 0, 0, 0, 0, count),
        ),
        b"hmtx": b"".join(struct.pack(">Hh", width, 0) for width in _WIDTHS.values()),
        b"loca": struct.pack(f">{count + 1}H", *ends),
        b"maxp": struct.pack(">IH13H", 0x00010000, count, *(4, 1, 0, 0, 1), *(0,) * 8),
    }
    start = 12 + 16 * len(tables)
    directory, body = b"", b""
    for tag, data in tables.items():
        directory += struct.pack(">4sIII", tag, _checksum(data), start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    powers = len(tables).bit_length() - 1
    search = 16 << powers
    header = struct.pack(
        ">IHHHH", 0x00010000, len(tables), search, powers, 16 * len(tables) - search
    )
    font = bytearray(header + directory + body)
    adjustment = font.index(tables[b"head"]) + 8
    struct.pack_into(">I", font, adjustment, (0xB1B0AFBA - _checksum(font)) & 0xFFFFFFFF)
    return bytes(font)


def _box(width: int) -> bytes:
    """The outline of a rectangle from the descent to the ascent. With none, Chromium would mark
    selected text as a line of no height."""
    head = struct.pack(">hhhhh", 1, 0, _DESCENT, width, _ASCENT)
    points = struct.pack(">HH4B", 3, 0, *(1,) * 4)  # the last point, no instructions; on the curve
    height = _ASCENT - _DESCENT
    return head + points + struct.pack(">8h", 0, 0, width, 0, _DESCENT, height, 0, -height)


def _checksum(data: bytes | bytearray) -> int:
    return sum(_words(bytes(data) + bytes(-len(data) % 4))) & 0xFFFFFFFF


def _words(data: bytes) -> Iterator[int]:
    return (word for (word,) in struct.iter_unpack(">I", data))


_TRUETYPE = _truetype()
