"""A picture as a page of a PDF, not a pixel changed."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

from pipeline.images import StoredPicture
from pipeline.resolution import paper_dpi

# EXIF orientation: where the left and lower edge of the stored picture lie on the upright page,
# as a matrix of fractions of its width (a, c, e) and height (b, d, f)
_UPRIGHT = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
_PNG_SIGNATURE = 8  # bytes before the first chunk, IHDR
_PNG_DEPTH = 8  # place of the bit depth in IHDR


def add_picture_page(pdf: pikepdf.Pdf, picture: StoredPicture) -> None:
    """Append a page of the size that the picture has on paper, showing it upright."""
    dpi = paper_dpi(picture.width, picture.height, picture.dpi)
    width, height = picture.width * 72 / dpi, picture.height * 72 / dpi
    if picture.orientation > 4:
        width, height = height, width
    matrix = " ".join(
        f"{part * (height if place % 2 else width):.4f}"
        for place, part in enumerate(_UPRIGHT[picture.orientation])
    )
    page = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, round(width, 4), round(height, 4)],
        Resources=Dictionary(XObject=Dictionary(Scan=_image(pdf, picture))),
        Contents=pdf.make_stream(f"q {matrix} cm /Scan Do Q\n".encode("ascii")),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _image(pdf: pikepdf.Pdf, picture: StoredPicture) -> pikepdf.Object:
    bits = 8
    how: dict[str, pikepdf.Object]
    if picture.is_jpeg:
        data, how = picture.data, {"Filter": Name.DCTDecode}
    else:
        # The data of a PNG are what PDF calls Flate with a PNG predictor (ISO 32000-1, 7.4.4.4).
        chunks = list(_chunks(picture.data))
        bits = chunks[0][1][_PNG_DEPTH]
        data = b"".join(chunk for kind, chunk in chunks if kind == b"IDAT")
        predictor = Dictionary(
            Predictor=15, Colors=picture.colours, BitsPerComponent=bits, Columns=picture.width
        )
        how = {"Filter": Name.FlateDecode, "DecodeParms": predictor}
    return pdf.make_stream(
        data,
        **how,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        BitsPerComponent=bits,
        ColorSpace=Name.DeviceGray if picture.colours == 1 else Name.DeviceRGB,
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _PNG_SIGNATURE
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12
