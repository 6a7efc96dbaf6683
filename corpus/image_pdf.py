"""Write scans as PDF files that hold nothing but one image a page, and always the same bytes."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import numpy as np
import PIL.Image
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from corpus.raster import Image

_PHOTOMETRIC, _STRIP_OFFSETS, _ROWS_PER_STRIP, _STRIP_LENGTHS = 262, 273, 278, 279  # TIFF tags


def write(images: list[Image], dpi: int, target: Path, quality: int | None = None) -> None:
    """One page an image. With a `quality` JPEG, as scanners write; else exact: grey images of two
    tones as fax (CCITT group 4), others with a palette."""
    with Pdf.new() as pdf:
        for image in images:
            if quality:
                picture = _jpeg(pdf, image, quality)
            else:
                picture = _fax(pdf, image) if two_tones(image) else _palette(pdf, image)
            height, width = image.shape[:2]
            size = [width * 72 / dpi, height * 72 / dpi]
            page = pdf.add_blank_page(page_size=(size[0], size[1]))
            page.Resources = Dictionary(XObject=Dictionary(Scan=picture))
            drawing = f"q {size[0]:.4f} 0 0 {size[1]:.4f} 0 0 cm /Scan Do Q".encode()
            page.Contents = Stream(pdf, drawing)
        target.parent.mkdir(parents=True, exist_ok=True)
        pdf.save(target, deterministic_id=True)


def _jpeg(pdf: Pdf, image: Image, quality: int | None) -> Stream:
    data = io.BytesIO()
    PIL.Image.fromarray(image).save(data, "JPEG", quality=quality, optimize=True)
    stream = _image(pdf, data.getvalue(), image)
    stream.ColorSpace = Name.DeviceGray if image.ndim == 2 else Name.DeviceRGB
    stream.Filter = Name.DCTDecode
    return stream


def _palette(pdf: Pdf, image: Image) -> Stream:
    """At most 64 colours: greys for print, and the tones of the inks."""
    colours = 16 if image.ndim == 2 else 64
    flat = (
        PIL.Image.fromarray(image)
        .convert("RGB")
        .quantize(colours, PIL.Image.Quantize.FASTOCTREE, dither=PIL.Image.Dither.NONE)
    )
    indices = np.asarray(flat, dtype=np.uint8)
    # PNG's "up" predictor: a row is stored as its difference from the row above it.
    above = np.vstack([np.zeros_like(indices[:1]), indices[:-1]])
    rows = np.hstack([np.full((len(indices), 1), 2, np.uint8), indices - above])
    stream = _image(pdf, zlib.compress(rows.tobytes(), 9), image)
    palette = bytes(flat.getpalette() or [])
    last = len(palette) // 3 - 1
    stream.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, last, pdf.make_stream(palette)])
    stream.Filter = Name.FlateDecode
    stream.DecodeParms = Dictionary(
        Predictor=15, Colors=1, BitsPerComponent=8, Columns=image.shape[1]
    )
    return stream


def two_tones(image: Image) -> bool:
    """Whether a grey image is black and white alone."""
    return image.ndim == 2 and bool(np.isin(image, (0, 255)).all())


def _fax(pdf: Pdf, image: Image) -> Stream:
    data = io.BytesIO()
    height, width = image.shape
    PIL.Image.fromarray(image).convert("1", dither=PIL.Image.Dither.NONE).save(
        data, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: height}
    )
    with PIL.Image.open(data) as tiff:
        (start,), (length,) = (tiff.tag_v2[tag] for tag in (_STRIP_OFFSETS, _STRIP_LENGTHS))
        white_is_zero = tiff.tag_v2[_PHOTOMETRIC] == 0
    stream = _image(pdf, data.getvalue()[start : start + length], image)
    stream.BitsPerComponent = 1
    stream.ColorSpace = Name.DeviceGray
    stream.Filter = Name.CCITTFaxDecode
    stream.DecodeParms = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=not white_is_zero)
    return stream


def _image(pdf: Pdf, data: bytes, image: Image) -> Stream:
    stream = Stream(pdf, data)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Height, stream.Width = image.shape[0], image.shape[1]
    stream.BitsPerComponent = 8
    return stream
