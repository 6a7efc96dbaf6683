"""PDF/A-2b (ISO 19005-2, level B): what a file needs to say so, and what forbids saying it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

_KEPT_IN_CATALOG = frozenset({"/Type", "/Pages", "/OCProperties"})
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_KEPT_IN_PAGE = frozenset({"/Type", "/Parent", "/Contents", "/Group", "/UserUnit", *_INHERITED})
_PAGE_TREE_DEPTH = 50

_FONTS = "It has fonts of its own, which are kept but were not checked against PDF/A."
_COLOURS = "It has colours for a printing press (CMYK), which are kept; PDF/A asks for a profile."
_LAYERS = "It has layers that can be switched, which are kept but were not checked against PDF/A."
_PICTURES = "It has JPEG 2000 pictures, which are kept but were not checked against PDF/A."
_DRAWING = "It is drawn with means that PDF/A forbids or that were not checked, which are kept."

# Operators of ISO 32000-1, annex A, less those that set CMYK (k, K), and less pictures within the
# drawing itself (BI, ID, EI), whose colours are not looked at here.
_PLAIN = """
    b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J l m M MP n q Q
    re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "
"""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:source>{source}</dc:source>
<xmp:CreatorTool>saraban</xmp:CreatorTool>
<pdf:Producer>saraban</pdf:Producer>
{claim}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_CLAIM = "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def strip(pdf: pikepdf.Pdf) -> None:
    """Leave the pages and what they show; actions, forms, attachments and old metadata go.

    What a note or a stamp put onto a page looks like becomes part of the page.
    """
    if "/AcroForm" in pdf.Root or any("/Annots" in page.obj for page in pdf.pages):
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("screen")
    _keep_only(pdf.Root, _KEPT_IN_CATALOG)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for page in pdf.pages:
        for key in _INHERITED:
            value = _inherited(page.obj, key)
            if value is not None:
                page.obj[key] = value
        _keep_only(page.obj, _KEPT_IN_PAGE)
    for item in _dictionaries(pdf):
        if item.get("/Subtype") == "/Image":
            # both let a reader show another picture than the page's own (6.2.8.1)
            for key in ("/Interpolate", "/Alternates", "/OPI"):
                if key in item:
                    del item[key]
        if "/Metadata" in item:
            del item["/Metadata"]


def obstacles(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Why it cannot be said that the pages meet PDF/A-2b, in words; nothing for plain scans.

    Doubt counts as a reason: a claim that nobody checked is none. Ask before text is laid under.
    """
    found: dict[str, None] = {}
    if "/OCProperties" in pdf.Root:
        found[_LAYERS] = None
    for item in _dictionaries(pdf):
        found.update(dict.fromkeys(_faults_of(item)))
    for page in pdf.pages:
        if not _drawn_plainly(page.obj):
            found[_DRAWING] = None
    return tuple(found)


def finish(pdf: pikepdf.Pdf, title: str, source: str, claim: bool) -> None:
    """Say what colours mean, and what the file is; that it is PDF/A-2b only with `claim`."""
    profile = pdf.make_stream(_srgb(), N=3, Alternate=Name.DeviceRGB)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        RegistryName="http://www.color.org",
        Info="sRGB IEC61966-2.1",
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    xmp = _XMP.format(title=_xml(title), source=_xml(source), claim=_CLAIM if claim else "").encode(
        "utf-8"
    )
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


@cache
def _srgb() -> bytes:
    """The sRGB profile that Little CMS builds, less its date: the same bytes on every day."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07e000010001000000000000")  # 1 January 2016 (ICC.1, 7.2.1)
    profile[84:100] = bytes(16)  # the profile's identifier, which counts the date; 0: not given
    return bytes(profile)


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _keep_only(holder: pikepdf.Object, kept: frozenset[str]) -> None:
    for key in [key for key in holder.keys() if key not in kept]:  # noqa: SIM118 - no iterator
        del holder[key]


def _inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """What a page says, or the nearest of the nodes above it (ISO 32000-1, 7.7.3.4)."""
    node: pikepdf.Object | None = page
    for _ in range(_PAGE_TREE_DEPTH):
        if node is None or key in node:
            break
        node = node.get("/Parent")
    return node.get(key) if node is not None else None


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
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
            names = [name for name in item.keys() if name != "/Parent"]  # noqa: SIM118
            waiting += [item[name] for name in names if isinstance(item[name], pikepdf.Object)]


def _faults_of(item: pikepdf.Object) -> Iterator[str]:
    names = {str(value) for value in _names(item)}
    if item.get("/Type") == "/Font":
        yield _FONTS
    if "/DeviceCMYK" in names or "/DeviceN" in names or "/Separation" in names:
        yield _COLOURS
    if "/JPXDecode" in names:
        yield _PICTURES
    if "/OC" in item:
        yield _LAYERS
    forbidden = (
        "/Crypt" in names or item.get("/Subtype") == "/PS" or item.get("/Type") == "/Halftone"
    )
    outside = isinstance(item, pikepdf.Stream) and "/F" in item  # its bytes are in another file
    if forbidden or outside or any(key in item for key in ("/TR", "/TR2", "/HTP", "/HT", "/Ref")):
        yield _DRAWING
    if item.get("/Subtype") == "/Form" and not _drawn_plainly(item):
        yield _DRAWING
    if item.get("/Type") == "/Pattern" and item.get("/PatternType") == 1:
        yield _DRAWING


def _names(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Names among the values, and among the arrays that are values."""
    for key in item.keys():  # noqa: SIM118
        value = item[key]
        if isinstance(value, pikepdf.Name):
            yield value
        elif isinstance(value, pikepdf.Array):
            yield from (each for each in value.as_list() if isinstance(each, pikepdf.Name))


def _drawn_plainly(drawn: pikepdf.Object) -> bool:
    """Whether a page or form uses only operators that PDF/A-2 has (6.2.2), and no CMYK."""
    try:
        operators = {str(each.operator) for each in pikepdf.parse_content_stream(drawn)}
    except (pikepdf.PdfError, TypeError, ValueError):
        return False
    return operators <= set(_PLAIN.split())
