"""Pictures of pages: PNG, JPEG and TIFF files. The only file that opens them."""

from __future__ import annotations

import contextlib
import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.refusals import refused
from pipeline.resolution import scale_to

MAX_PIXELS = 150_000_000  # A4 at 1200 dpi is 139 million
MAX_IMAGE_PAGES = 2_000

# Every size is checked here from the header, before anything is decoded; Pillow's own limit
# would warn at another size.
Image.MAX_IMAGE_PIXELS = None

_FORMATS = ("PNG", "JPEG", "TIFF")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, TypeError)
_ORIENTATION = 274  # EXIF and TIFF tag
_REDUCED_IMAGE = 1  # bit of TIFF tag 254: a thumbnail of another page
_STRIPS = ((273, 279), (324, 325))  # TIFF tags: where strips or tiles lie, and their lengths


def check_image(path: Path) -> tuple[str, ...]:
    """Whether all pages can be decoded; no notes so far.

    Raises FileRefused: image_too_large, damaged_image, no_pages, too_many_pages.
    """
    with _opened(path) as image:
        frames = _frames(image)
        for frame in frames:
            image.seek(frame)
            _check_size(image)
            if image.format == "TIFF":
                _check_strips(image, path.stat().st_size)
        if image.format == "PNG":
            image.verify()  # reads all chunks and their checksums, decodes nothing
        elif image.format in ("JPEG", "MPO"):
            image.draft("L", (image.width // 8, image.height // 8))
            image.load()  # fails where the data end early
    return ()


def image_page_count(path: Path) -> int:
    """Number of pages: those of a TIFF, else 1. Raises FileRefused."""
    with _opened(path) as image:
        return len(_frames(image))


def read_image_page(path: Path, number: int = 1, dpi: int = 300) -> NDArray[np.uint8]:
    """Page `number` (from 1) as RGB, shape (height, width, 3), at about `dpi` dots per inch.

    Turned as its EXIF orientation says, transparency laid on white, deep and CMYK pictures brought
    to 8 bits of RGB. Raises FileRefused (image_too_large, damaged_image).
    """
    with _opened(path) as image:
        frames = _frames(image)
        if not 1 <= number <= len(frames):
            raise IndexError(f"page {number} of {len(frames)}")
        image.seek(frames[number - 1])
        _check_size(image)
        stated = _stated_dpi(image)
        upright = _on_white(ImageOps.exif_transpose(image))
    scale = scale_to(upright.width, upright.height, stated, dpi)
    if scale != 1.0:
        size = (max(1, round(upright.width * scale)), max(1, round(upright.height * scale)))
        upright = upright.resize(size, Image.Resampling.LANCZOS)
    return np.asarray(upright)


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A page as it is stored: `data` is the JPEG itself, else a PNG of the same pixels.

    Width and height are in pixels; `colours` is 1 for grey, 3 for RGB. `orientation` is EXIF's,
    1..8: how the stored picture is to be turned and mirrored. `dpi` is as stated, or None.
    """

    data: bytes
    is_jpeg: bool
    width: int
    height: int
    colours: int
    orientation: int
    dpi: float | None


def stored_picture(path: Path, number: int = 1) -> StoredPicture:
    """Page `number` (from 1), for keeping it in another file without loss.

    What only screens or presses understand (transparency, CMYK, 16 bits) becomes a PNG of RGB as
    in `read_image_page`. Raises FileRefused (image_too_large, damaged_image).
    """
    with _opened(path) as image:
        image.seek(_frames(image)[number - 1])
        _check_size(image)
        stated = _stated_dpi(image)
        if image.format in ("JPEG", "MPO") and image.mode in ("L", "RGB"):
            turned = int(image.getexif().get(_ORIENTATION, 1))
            orientation = turned if turned in range(1, 9) else 1
            colours = len(image.getbands())
            data = path.read_bytes()
            return StoredPicture(data, True, *image.size, colours, orientation, stated)
        plain = image.mode in ("1", "L", "RGB") and not image.has_transparency_data
        upright = ImageOps.exif_transpose(image)
        pixels = upright if plain else _on_white(upright)
        buffer = io.BytesIO()
        # made anew, so that nothing but pixels is written
        Image.frombytes(pixels.mode, pixels.size, pixels.tobytes()).save(buffer, "PNG")
    return StoredPicture(buffer.getvalue(), False, *pixels.size, len(pixels.getbands()), 1, stated)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    try:
        # Opened here: by name Pillow 13 maps an uncompressed TIFF into memory, and reads a turned
        # one by the wrong line length.
        with path.open("rb") as file, Image.open(file, formats=_FORMATS) as image:
            yield image
    except (UnidentifiedImageError, *_BROKEN) as error:
        if isinstance(error, (FileNotFoundError, PermissionError)):
            raise
        raise refused("damaged_image", detail=str(error)[:200] or "cut off") from error


def _frames(image: Image.Image) -> list[int]:
    """Indexes of the frames that are pages."""
    if image.format != "TIFF":
        return [0]
    count = getattr(image, "n_frames", 1)
    if count > MAX_IMAGE_PAGES:
        raise refused("too_many_pages", pages=count, limit=MAX_IMAGE_PAGES)
    pages = []
    for frame in range(count):
        image.seek(frame)
        if not _tag(image, 254) & _REDUCED_IMAGE:
            pages.append(frame)
    return pages or list(range(count))


def _tag(image: Image.Image, number: int) -> int:
    value = image.tag_v2.get(number, 0)  # type: ignore[attr-defined]  # TIFF only
    return value if isinstance(value, int) else 0


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise refused("image_too_large", width=image.width, height=image.height)


def _check_strips(image: Image.Image, size: int) -> None:
    tags = image.tag_v2  # type: ignore[attr-defined]  # TIFF only
    for offsets, lengths in _STRIPS:
        if offsets not in tags:
            continue
        starts, counts = tags[offsets], tags.get(lengths, ())
        if any(start + count > size for start, count in zip(starts, counts, strict=False)):
            raise refused("damaged_image", detail="its end is missing")


def _stated_dpi(image: Image.Image) -> float | None:
    stated = image.info.get("dpi")
    try:
        across = float(stated[0]) if isinstance(stated, tuple) else 0.0
    except (ValueError, ZeroDivisionError):
        return None
    return across if 0 < across < 1e6 else None


def _on_white(image: Image.Image) -> Image.Image:
    """RGB of 8 bits, whatever the mode."""
    if image.mode.startswith(("I", "F")):
        image = _eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits, 32 bits or floating point, by the range that its values fill."""
    values = np.asarray(image).astype(np.float64)
    top = float(values.max(initial=0.0))
    full = next((limit for limit in (1.0, 255.0, 65535.0) if top <= limit), max(top, 1.0))
    return Image.fromarray(np.clip(values * (255.0 / full), 0, 255).astype(np.uint8))
