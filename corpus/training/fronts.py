"""The network's first layers: 48 × width pixels to 16 features for every 3 × 3 of them.

`PixelFront` is that of Tesseract's own models, `Ct3,3,16 Mp3,3`: a 3 × 3 convolution about every
pixel and the maxima of 3 × 3. Moving nine values to each pixel is a third of the whole reading.
`CellFront` is `S3,3 Cr3,3,64 Ft16`: the nine pixels of a cell are one step of nine values, a
3 × 3 convolution looks at a cell and its neighbours, and a second layer makes 16 features of that.
It costs a fifth, sees farther (9 × 9 pixels for 5 × 5), and learns to tell what the other tells:
greatest of nine are sums of what stands above zero (ReLU), which tanh tells half as well.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from corpus.training.network_file import Node, Recogniser

STEP = 3  # pixels of width per time step of the output
FEATURES = 16
_HIDDEN = 64
_CELL = STEP * STEP
_SPECS = {"pixels": "Ct3,3,16Mp3,3", "cells": f"S3,3Cr3,3,{_HIDDEN}Ft{FEATURES}"}


def rounded(values: Tensor, coarse: bool) -> Tensor:
    """To 1/127ths if `coarse`, gradients passing as if nothing had been done."""
    if not coarse:
        return values
    return values + (torch.round(values * 127) / 127 - values).detach()


def framed(values: Tensor) -> Tensor:
    """(batch, depth, rows, columns) with a frame of noise, as Tesseract has it beyond the edges."""
    batch, depth, rows, columns = values.shape
    whole = torch.rand(batch, depth, rows + 2, columns + 2) * 2 - 1
    whole[:, :, 1:-1, 1:-1] = values
    return whole


class PixelFront(nn.Module):
    """A convolution about each pixel, maxima of 3 × 3."""

    def __init__(self) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(1, FEATURES, 3)

    def forward(self, images: Tensor, coarse: bool = False) -> Tensor:
        """(batch, 48, width) to (batch, 16, 16, width // 3)."""
        # the greatest tanh is the tanh of the greatest, at a ninth of the work
        greatest = nn.functional.max_pool2d(self.convolution(framed(images[:, None])), STEP)
        return rounded(torch.tanh(greatest), coarse)

    def load(self, layers: dict[str, Node]) -> None:
        _put(self.convolution, layers["ConvNL"].weights[0])

    def store(self, recogniser: Recogniser) -> None:
        layers = {node.name: node for node in recogniser.root.walk()}
        layers["ConvNL"].weights = [_matrix(self.convolution)]


class CellFront(nn.Module):
    """Cells of 3 × 3 pixels, a convolution about each cell, a layer that makes features of it."""

    def __init__(self) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(_CELL, _HIDDEN, 3)
        self.features = nn.Conv2d(_HIDDEN, FEATURES, 1)

    def forward(self, images: Tensor, coarse: bool = False) -> Tensor:
        """(batch, 48, width) to (batch, 16, 16, width // 3)."""
        batch, height, width = images.shape
        time = width // STEP
        parts = images[:, :, : time * STEP].reshape(batch, height // STEP, STEP, time, STEP)
        cells = parts.permute(0, 4, 2, 1, 3).reshape(batch, _CELL, height // STEP, time)
        # the int8 model holds nothing above 1
        hidden = rounded(torch.relu(self.convolution(framed(cells))).clamp(max=1), coarse)
        return rounded(torch.tanh(self.features(hidden)), coarse)

    def load(self, layers: dict[str, Node]) -> None:
        _put(self.convolution, layers["ConvNL"].weights[0])
        _put(self.features, layers[f"Ft{FEATURES}"].weights[0])

    def store(self, recogniser: Recogniser) -> None:
        """Its layers take the place of those that are there."""
        root = recogniser.root
        above = next(i for i, node in enumerate(root.children) if node.kind == "XYTranspose")
        convolve = Node("Convolve", 0, _CELL, 9 * _CELL, "Convolve", (1, 1))
        matrices = [_matrix(self.convolution)], [_matrix(self.features)]
        relu = Node("Relu", 0, 9 * _CELL, _HIDDEN, "ConvNL", weights=matrices[0])
        root.children[1:above] = [
            Node("Reconfig", 0, 1, _CELL, "Reconfig", (STEP, STEP)),
            Node("Series", 0, _CELL, _HIDDEN, "ConvSeries", children=[convolve, relu]),
            Node("Tanh", 0, _HIDDEN, FEATURES, f"Ft{FEATURES}", weights=matrices[1]),
        ]
        recogniser.spec = recogniser.spec.replace(_SPECS["pixels"], _SPECS["cells"])


def front_of(root: Node) -> PixelFront | CellFront:
    """The front of a model file, float."""
    layers = {node.name: node for node in root.walk()}
    front = CellFront() if "Reconfig" in layers else PixelFront()
    with torch.no_grad():
        front.load(layers)
    return front


def _put(convolution: nn.Conv2d, matrix: NDArray[np.float32]) -> None:
    """Tesseract stacks the neighbours column by column, the depth of each inside."""
    across, down = convolution.kernel_size
    depth = convolution.in_channels
    kernel = matrix[:, :-1].reshape(-1, across, down, depth).transpose(0, 3, 2, 1)
    convolution.weight.copy_(torch.from_numpy(kernel.copy()))
    assert convolution.bias is not None
    convolution.bias.copy_(torch.from_numpy(matrix[:, -1].copy()))


def _matrix(convolution: nn.Conv2d) -> NDArray[np.float32]:
    with torch.no_grad():
        kernel = convolution.weight.permute(0, 3, 2, 1).reshape(convolution.out_channels, -1)
        assert convolution.bias is not None
        return with_bias(kernel, convolution.bias)


def with_bias(weights: Tensor, bias: Tensor) -> NDArray[np.float32]:
    """A matrix as Tesseract has it: a row an output, the bias last."""
    return torch.cat([weights, bias[:, None]], 1).numpy().astype(np.float32)
