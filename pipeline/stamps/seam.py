"""The way of least ink along a row, by which what hangs together over two rows is parted."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.intp]

_BEND = 0.1  # cost of a step up or down beside that of a pixel of ink


def least_ink(inked: Mask, level: Rows, room: int) -> Rows:
    """For each column the row at which `inked` is parted: at most `room` above or below `level`,
    and no more than one row from that of the column before.

    >>> least_ink(np.array([[1, 1], [0, 1], [1, 0]], bool), np.array([1, 1]), 1).tolist()
    [1, 2]
    """
    rows = np.clip(level + np.arange(-room, room + 1)[:, None], 0, inked.shape[0] - 1)
    cost = inked[rows, np.arange(inked.shape[1])].astype(np.float64)
    ways = np.zeros(cost.shape, np.intp)
    for column in range(1, cost.shape[1]):
        walled = np.pad(cost[:, column - 1], 1, constant_values=np.inf)
        before = np.stack([walled[:-2] + _BEND, walled[1:-1], walled[2:] + _BEND])
        ways[:, column] = before.argmin(axis=0) - 1
        cost[:, column] += before.min(axis=0)
    place = int(cost[:, -1].argmin())
    found = np.empty(cost.shape[1], np.intp)
    for column in range(cost.shape[1] - 1, -1, -1):
        found[column] = rows[place, column]
        place += int(ways[place, column])
    return found
