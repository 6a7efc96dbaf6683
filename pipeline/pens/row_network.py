"""The networks that look along a row of writing: convolutions only, run by OpenCV from ONNX."""

from __future__ import annotations

import threading
from functools import cache
from importlib.resources import files

import cv2
import numpy as np
import numpy.typing as npt

HEIGHT, WIDTH = 48, 320  # of a network's picture

_NETS_IN_USE = threading.Lock()  # OpenCV's nets keep their last input: one row at a time


def step_chances(
    name: str,
    signs: int,
    ink: npt.NDArray[np.float32],
    temperature: float,
    size: tuple[int, int] = (HEIGHT, WIDTH),
) -> npt.NDArray[np.float64]:
    """The chance of each class (blank first, then the signs) at each step of two columns.

    `name` is a file of pipeline/data, `ink` as high as
    its `size` and up to as wide, 0 paper to 1 ink; the result is
    steps × classes. A temperature above 1 makes it less sure of itself.
    """
    framed = np.zeros((1, 1, *size), np.float32)
    framed[0, 0, :, : ink.shape[1]] = ink
    with _NETS_IN_USE:
        net = _net(name)
        net.setInput(framed)
        scores = np.array(net.forward(), dtype=np.float64)
    scores = scores.reshape(signs + 1, -1).T[: (ink.shape[1] + 1) // 2] / temperature
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(scores / scores.sum(axis=1, keepdims=True))


@cache
def _net(name: str) -> cv2.dnn.Net:
    return cv2.dnn.readNetFromONNX(str(files("pipeline") / "data" / name))
