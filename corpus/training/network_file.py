"""The network inside a model file, as a tree that can be read, changed and written back.

Only the layers that Tesseract's own line models use are understood. Weights are held as float32
whatever the file holds (int8 × the scale of its row), each row being one output and its last
column the bias.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

CONTAINERS = {"Series", "Parallel", "Replicated", "ParBidiLSTM", "DepParUDLSTM", "Par2dLSTM"}
REVERSALS = {"RTLReversed", "TTBReversed", "XYTranspose"}
CONNECTED = {"Logistic", "LinLogistic", "LinTanh", "Tanh", "Relu", "Linear", "Softmax"}
LSTMS = {"LSTM", "SummLSTM"}
LAYER_RATES, ADAM = 64, 128  # network flags
INT8, ADAM_MODE, DOUBLE = 1, 4, 128  # modes of a weight matrix
GATES = ("cell", "input", "forget", "output")


@dataclass
class Node:
    """One layer: `extra` are its own integers, `weights` its matrices (LSTM: in GATES' order)."""

    kind: str
    flags: int
    inputs: int
    outputs: int
    name: str
    extra: tuple[int, ...] = ()
    weights: list[NDArray[np.float32]] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def walk(self) -> list[Node]:
        return [self, *(node for child in self.children for node in child.walk())]

    @property
    def weight_count(self) -> int:
        return sum(matrix.size for node in self.walk() for matrix in node.weights)


@dataclass
class Recogniser:
    """The `lstm` component: the network and what Tesseract keeps beside it."""

    root: Node
    spec: str
    flags: int
    null: int


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.position = data, 0

    def take(self, layout: str) -> Any:
        values = struct.unpack_from("<" + layout, self.data, self.position)
        self.position += struct.calcsize("<" + layout)
        return values[0] if len(values) == 1 else values

    def text(self) -> str:
        return str(self.take(f"{self.take('I')}s").decode())

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.position)
        self.position += values.nbytes
        return values

    def matrix(self, training: bool) -> NDArray[np.float32]:
        mode = self.take("B")
        if not mode & DOUBLE:
            raise ValueError("a weight matrix of the old single precision form")
        rows, columns = self.take("ii")
        if mode & INT8:
            self.take("b")
            whole = self.array("i1", rows * columns).reshape(rows, columns)
            # the array of scales may be padded to a whole number of registers
            scales = self.array("<f8", self.take("I"))[:rows]
            return (whole * scales[:, None]).astype(np.float32)
        self.take("d")
        values = self.array("<f8", rows * columns).reshape(rows, columns).astype(np.float32)
        for _ in range((1 + bool(mode & ADAM_MODE)) if training else 0):  # the optimiser's state
            height, width, _empty = self.take("iid")
            self.array("<f8", height * width)
        return values

    def node(self) -> Node:
        self.take("b")
        kind = self.text()
        training, _backprop = self.take("bb")
        flags, inputs, outputs, _count = self.take("iiii")
        node = Node(kind, flags, inputs, outputs, self.text())
        if kind in CONTAINERS | REVERSALS:
            node.children = [self.node() for _ in range(self.take("I"))]
            if flags & LAYER_RATES:
                self.array("<f4", self.take("I"))
        elif kind == "Input":
            node.extra = self.take("iiiii")
        elif kind in {"Convolve", "Maxpool", "Reconfig"}:
            node.extra = self.take("ii")
        elif kind in LSTMS:
            node.extra = (self.take("i"),)
            node.weights = [self.matrix(training == 1) for _ in GATES]
        elif kind in CONNECTED:
            node.weights = [self.matrix(training == 1)]
        else:
            raise ValueError(f"a layer of unknown kind: {kind}")
        return node


def read_recogniser(data: bytes) -> Recogniser:
    reader = _Reader(data)
    root = reader.node()
    spec = reader.text()
    flags, _iteration, _sample, null = reader.take("iiii")
    return Recogniser(root, spec, flags, null)


def write_recogniser(recogniser: Recogniser, int8: bool) -> bytes:
    """The component's bytes, ready to recognise with (no optimiser state), int8 or double."""
    flags = (recogniser.flags | 1) if int8 else (recogniser.flags & ~1)
    tail = struct.pack("<iiiifff", flags, 0, 0, recogniser.null, 0.999, 1e-3, 0.5)
    return _node_bytes(recogniser.root, int8) + _text_bytes(recogniser.spec) + tail


def _text_bytes(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<I", len(data)) + data


def _node_bytes(node: Node, int8: bool) -> bytes:
    flags = node.flags & ~(LAYER_RATES | ADAM)
    head = b"\0" + _text_bytes(node.kind) + struct.pack("<bb", 0, 0)
    head += struct.pack("<iiii", flags, node.inputs, node.outputs, node.weight_count)
    head += _text_bytes(node.name)
    if node.kind in CONTAINERS | REVERSALS:
        children = b"".join(_node_bytes(child, int8) for child in node.children)
        return head + struct.pack("<I", len(node.children)) + children
    head += struct.pack(f"<{len(node.extra)}i", *node.extra)
    return head + b"".join(_matrix_bytes(matrix, int8) for matrix in node.weights)


def to_int8(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """Each row as whole numbers of -127..127 and the scale that gives its values back."""
    scales = np.abs(matrix).max(axis=1).astype(np.float64) / 127
    divisor = np.where(scales == 0, 1.0, scales)
    return np.rint(matrix / divisor[:, None]).astype(np.int8), scales


def _matrix_bytes(matrix: NDArray[np.float32], int8: bool) -> bytes:
    rows, columns = matrix.shape
    if not int8:
        head = struct.pack("<Biid", DOUBLE, rows, columns, 0.0)
        return head + matrix.astype("<f8").tobytes()
    whole, scales = to_int8(matrix)
    head = struct.pack("<Biib", DOUBLE | INT8, rows, columns, 0)
    return head + whole.tobytes() + struct.pack("<I", rows) + scales.astype("<f8").tobytes()
