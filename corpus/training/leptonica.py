"""Line images scaled and stretched exactly as Tesseract does it before its network.

Scaling goes through Debian's Leptonica, the library Tesseract itself uses, so that the network
learns from the very pixels it will meet.
"""

from __future__ import annotations

import ctypes
from ctypes.util import find_library

import numpy as np
from numpy.typing import NDArray

_lib = ctypes.CDLL(find_library("lept") or "liblept.so.5")
_lib.pixCreate.restype = _lib.pixScale.restype = _lib.pixGetData.restype = ctypes.c_void_p
_lib.pixScale.argtypes = [ctypes.c_void_p, ctypes.c_float, ctypes.c_float]
for _name in ("pixGetData", "pixGetWpl", "pixGetWidth", "pixGetHeight"):
    getattr(_lib, _name).argtypes = [ctypes.c_void_p]


def _to_pix(grey: NDArray[np.uint8]) -> int:
    height, width = grey.shape
    pix: int = _lib.pixCreate(width, height, 8)
    stride = _lib.pixGetWpl(pix)
    padded = np.zeros((height, stride * 4), np.uint8)
    padded[:, :width] = grey
    words = padded.reshape(height, stride, 4)[:, :, ::-1]  # each word most significant byte first
    data = np.ascontiguousarray(words).tobytes()
    ctypes.memmove(_lib.pixGetData(pix), data, len(data))
    return pix


def _from_pix(pix: int) -> NDArray[np.uint8]:
    height, width, stride = (
        _lib.pixGetHeight(pix),
        _lib.pixGetWidth(pix),
        _lib.pixGetWpl(pix),
    )
    data = ctypes.string_at(_lib.pixGetData(pix), height * stride * 4)
    words = np.frombuffer(data, np.uint8).reshape(height, stride, 4)[:, :, ::-1]
    return np.ascontiguousarray(words.reshape(height, stride * 4)[:, :width])


def _destroy(pix: int) -> None:
    _lib.pixDestroy(ctypes.byref(ctypes.c_void_p(pix)))


def scale_to_height(grey: NDArray[np.uint8], height: int) -> NDArray[np.uint8]:
    """A grey line image (rows, columns) brought to `height` rows."""
    pix = _to_pix(grey)
    factor = ctypes.c_float(height / grey.shape[0])
    scaled = _lib.pixScale(pix, factor, factor)
    result = _from_pix(scaled)
    _destroy(pix)
    _destroy(scaled)
    if result.shape[0] != height:  # rounding of the factor; Tesseract scales a second time
        return scale_to_height(result, height)
    return result


def stretch(grey: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Pixel values to -1 (ink) .. 1 (paper), by the extremes along the middle row.

    Ink is the lower quartile of the row's local minima, paper the upper quartile of its maxima.
    """
    row = grey[grey.shape[0] // 2].astype(int)
    black, white = 0.0, 255.0
    if len(row) >= 3:
        before, here, after = row[:-2], row[1:-1], row[2:]
        low = ((here < before) & (here <= after)) | ((here <= before) & (here < after))
        high = ((here > before) & (here >= after)) | ((here >= before) & (here > after))
        black = _quantile(here[low], 0.25, 0.0)
        white = _quantile(here[high], 0.75, 255.0)
    contrast = (white - black) / 2
    if contrast <= 0:
        contrast = 1.0
    # an int8 network holds nothing beyond the two ends
    return np.clip((grey - black) / contrast - 1, -1, 1).astype(np.float32)


def _quantile(values: NDArray[np.int_], part: float, otherwise: float) -> float:
    """Tesseract's quantile of a histogram of whole numbers (interpolated inside a bucket)."""
    if len(values) == 0:
        values = np.array([int(otherwise)])
    counts = np.bincount(values, minlength=256)
    target = min(max(part * len(values), 1.0), float(len(values)))
    total = np.cumsum(counts)
    bucket = int(np.searchsorted(total, target))
    return float(bucket + 1 - (total[bucket] - target) / counts[bucket])
