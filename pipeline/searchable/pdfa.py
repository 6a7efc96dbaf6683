"""PDF/A-2b (ISO 19005-2, level B): what a file needs so that it may say it is that."""

from __future__ import annotations

import re
from functools import cache
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

from pipeline.searchable.pdfa_obstacles import dictionaries

_KEPT_IN_CATALOG = frozenset({"/Type", "/Pages", "/OCProperties"})
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_KEPT_IN_PAGE = frozenset({"/Type", "/Parent", "/Contents", "/Group", "/UserUnit", *_INHERITED})
_PAGE_TREE_DEPTH = 50

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
    for item in dictionaries(pdf):
        if item.get("/Subtype") == "/Image":
            # both let a reader show another picture than the page's own (6.2.8.1)
            for key in ("/Interpolate", "/Alternates", "/OPI"):
                if key in item:
                    del item[key]
        if "/Metadata" in item:
            del item["/Metadata"]


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
