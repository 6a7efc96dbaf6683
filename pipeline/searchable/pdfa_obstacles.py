"""What in a PDF forbids saying that it meets PDF/A-2b (ISO 19005-2, level B)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

_FONTS = "It has fonts of its own, which are kept but were not checked against PDF/A."
_COLOURS = "It has colours for a printing press, which are kept but were not checked against PDF/A."
_LAYERS = "It has layers that can be switched, which are kept but were not checked against PDF/A."
_PICTURES = "It has pictures packed in a way that is kept but was not checked against PDF/A."
_DRAWING = "It is drawn with means that PDF/A forbids or that were not checked; they are kept."
_SIZE = "It has a page larger or smaller than PDF/A allows."

# Operators of ISO 32000-1, annex A, less those that set CMYK (k, K), and less pictures within
# the drawing itself (BI, ID, EI), whose colours are not looked at here.
_PLAIN = """
    b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J l m M MP n q Q
    re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "
"""
# LZW is written anew as Flate when the copy is saved; JPEG 2000 (JPX) has rules of its own.
_FILTERS = """
    /ASCIIHexDecode /ASCII85Decode /FlateDecode /RunLengthDecode /CCITTFaxDecode /JBIG2Decode
    /DCTDecode /LZWDecode
"""
_PRESS = "/DeviceCMYK /CMYK /DeviceN /Separation"
_STATE = "/Type /LW /LC /LJ /ML /D /SA /CA /ca /AIS /TK /OP /op /OPM /FL /SM"  # of ExtGState
_INTENTS = "/RelativeColorimetric /AbsoluteColorimetric /Perceptual /Saturation"  # 6.2.6
_DEEPEST = 28  # q within q (6.1.13)
_SHORTEST, _LONGEST = 3, 14400  # sides of a page (6.1.13)


def obstacles(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Why it cannot be said that the pages meet PDF/A-2b, in words; nothing for plain scans.

    Doubt counts as a reason: a claim that nobody checked is none. Ask before text is laid under.
    """
    found: dict[str, None] = {}
    if "/OCProperties" in pdf.Root:
        found[_LAYERS] = None
    for item in dictionaries(pdf):
        found.update(dict.fromkeys(_faults_of(item)))
    for page in pdf.pages:
        if not _drawn_plainly(page.obj):
            found[_DRAWING] = None
        for box in (page.mediabox, page.cropbox):
            x0, y0, x1, y1 = (float(each) for each in box.as_list())
            if not all(_SHORTEST <= side <= _LONGEST for side in (abs(x1 - x0), abs(y1 - y0))):
                found[_SIZE] = None
    return tuple(found)


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream that the pages reach, nested ones too, each once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[pikepdf.Object] = [page.obj for page in pdf.pages]
    while waiting:
        item = waiting.pop()
        if isinstance(item, pikepdf.Array):
            waiting += [each for each in item.as_list() if isinstance(each, pikepdf.Object)]
        elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            if item.is_indirect:
                if item.objgen in seen:
                    continue
                seen.add(item.objgen)
            yield item
            values = [value for name, value in item.items() if name != "/Parent"]
            waiting += [value for value in values if isinstance(value, pikepdf.Object)]


def _faults_of(item: pikepdf.Object) -> Iterator[str]:
    type_, subtype = str(item.get("/Type")), str(item.get("/Subtype"))
    names = set(_names(item))
    if type_ == "/Font" or "/Font" in item:
        yield _FONTS
    if names & set(_PRESS.split()):
        yield _COLOURS
    if "/OC" in item:
        yield _LAYERS
    if isinstance(item, pikepdf.Stream):
        if not set(_names(item.get("/Filter"))) <= set(_FILTERS.split()):
            yield _PICTURES
        if "/F" in item or subtype == "/PS":  # its bytes lie in another file; a printer's program
            yield _DRAWING
        if "/N" in item and not _is_profile(item.read_bytes()[:128]):
            yield _COLOURS
    if subtype == "/Form" and not ("/Resources" in item and _drawn_plainly(item)):
        yield _DRAWING
    if any(key in item for key in ("/PatternType", "/HalftoneType", "/Ref")):
        yield _DRAWING
    if "/Intent" in item and str(item["/Intent"]) not in _INTENTS.split():
        yield _DRAWING
    states = item.get("/ExtGState")
    if isinstance(states, pikepdf.Dictionary):
        for state in states.values():
            if not set(state.keys()) <= set(_STATE.split()):
                yield _DRAWING


def _names(value: pikepdf.Object | None) -> Iterator[str]:
    """A name; the names in an array; those among the values of a dictionary and in their arrays."""
    if isinstance(value, pikepdf.Name):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        for each in value.as_list():
            if isinstance(each, (pikepdf.Name, pikepdf.Array)):
                yield from _names(each)
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        for each in value.values():
            if isinstance(each, (pikepdf.Name, pikepdf.Array)):
                yield from _names(each)


def _is_profile(header: bytes) -> bool:
    """Whether an ICC profile is one that PDF/A-2 takes (6.2.4.2): its version and its class."""
    return header[8:9] < b"\5" and header[12:16] in (b"prtr", b"mntr", b"scnr", b"spac")


def _drawn_plainly(drawn: pikepdf.Object) -> bool:
    """Whether a page or form uses only operators that PDF/A-2 has (6.2.2), and no CMYK."""
    try:
        instructions = pikepdf.parse_content_stream(drawn)
    except (pikepdf.PdfError, TypeError, ValueError):
        return False
    plain = set(_PLAIN.split())
    depth = 0
    for each in instructions:
        operator = str(each.operator)
        if operator not in plain:
            return False
        if operator == "ri" and str(each.operands[0]) not in _INTENTS.split():
            return False
        depth += {"q": 1, "Q": -1}.get(operator, 0)
        if depth > _DEEPEST:
            return False
    return True
