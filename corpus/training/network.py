"""The same network in PyTorch, for training in batches; its weights go both ways.

The layers of `[1,48,0,1 … Lfys64 Lfx96 Lrx96 Lfx384 O1c1]` as Tesseract computes them: a front of
16 features for every 3 × 3 pixels, a recurrent column reader from top to bottom, then along the
line forwards, backwards, forwards, and one score per symbol. The fronts stand in fronts.py.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from corpus.training.fronts import (
    FEATURES,
    CellFront,
    PixelFront,
    front_of,
    rounded,
    with_bias,
)
from corpus.training.network_file import Node, Recogniser

HEIGHT = 48  # pixels of a line image


class LineReader(nn.Module):
    """Line images to symbol scores."""

    def __init__(self, outputs: int, front: PixelFront | CellFront) -> None:
        super().__init__()
        self.front = front
        self.column = nn.LSTM(FEATURES, 64, batch_first=True)
        self.forward1 = nn.LSTM(64, 96)
        self.backward = nn.LSTM(96, 96)
        self.forward2 = nn.LSTM(96, 384)
        self.output = nn.Linear(384, outputs)

    def forward(self, images: Tensor, steps: Tensor, coarse: bool = False) -> Tensor:
        """Scores before the softmax, (time, batch, symbol).

        `images` (batch, 48, width), -1 black to 1 white, padded on the right; `steps` the time
        steps of each line that are not padding (its width // 3). `coarse` rounds what passes
        between layers as the int8 model will, so that training feels it.
        """
        features = self.front(images, coarse)
        batch, _features, rows, time = features.shape
        columns = features.permute(3, 0, 2, 1).reshape(time * batch, rows, FEATURES)
        _all, (last, _state) = self.column(columns)
        along = rounded(last[0].reshape(time, batch, 64), coarse)
        along = rounded(self.forward1(along)[0], coarse)
        order = _mirror(steps, time)
        turned = self.backward(_reorder(along, order))[0]
        along = rounded(_reorder(turned, order), coarse)
        along = rounded(self.forward2(along)[0], coarse)
        scores: Tensor = self.output(along)
        return scores


def _mirror(steps: Tensor, time: int) -> Tensor:
    """For each line the order that turns its own steps round and leaves the padding behind."""
    place = torch.arange(time)[:, None]
    return torch.where(place < steps[None], steps[None] - 1 - place, place)


def _reorder(values: Tensor, order: Tensor) -> Tensor:
    return values.gather(0, order[:, :, None].expand(-1, -1, values.shape[2]))


def _layers(recogniser: Recogniser) -> dict[str, Node]:
    return {node.name: node for node in recogniser.root.walk() if node.weights}


# torch keeps the gates in another order: input, forget, cell, output
TORCH_GATES = (1, 2, 0, 3)


def load(recogniser: Recogniser) -> LineReader:
    """The network of a model file, float."""
    layers = _layers(recogniser)
    reader = LineReader(layers["Output"].outputs, front_of(recogniser.root))
    with torch.no_grad():
        for name, lstm in _lstms(reader):
            stacked = np.concatenate([layers[name].weights[gate] for gate in TORCH_GATES])
            inputs = lstm.input_size
            lstm.weight_ih_l0.copy_(torch.from_numpy(stacked[:, :inputs]))
            lstm.weight_hh_l0.copy_(torch.from_numpy(stacked[:, inputs:-1]))
            lstm.bias_ih_l0.copy_(torch.from_numpy(stacked[:, -1]))
            lstm.bias_hh_l0.zero_()
        matrix = layers["Output"].weights[0]
        reader.output.weight.copy_(torch.from_numpy(matrix[:, :-1]))
        reader.output.bias.copy_(torch.from_numpy(matrix[:, -1]))
    return reader


def _lstms(reader: LineReader) -> list[tuple[str, nn.LSTM]]:
    return [
        ("Lfys64", reader.column),
        ("Lfx96", reader.forward1),
        ("Lrx96", reader.backward),
        ("Lfx384", reader.forward2),
    ]


def store(reader: LineReader, recogniser: Recogniser) -> None:
    """Put the reader's weights into the tree of a model file (same shapes but for the front, which
    may be of the other kind, and the output)."""
    reader.front.store(recogniser)
    layers = _layers(recogniser)
    with torch.no_grad():
        for name, lstm in _lstms(reader):
            weights = torch.cat([lstm.weight_ih_l0, lstm.weight_hh_l0], 1)
            stacked = with_bias(weights, lstm.bias_ih_l0 + lstm.bias_hh_l0)
            gates: list[np.ndarray] = [np.empty(0)] * 4
            for gate, part in zip(TORCH_GATES, np.split(stacked, 4), strict=True):
                gates[gate] = part
            layers[name].weights = gates
        layers["Output"].weights = [with_bias(reader.output.weight, reader.output.bias)]
        layers["Output"].outputs = recogniser.root.outputs = reader.output.out_features


def grow(reader: LineReader, outputs: int) -> None:
    """Add outputs: weights at the mean of the others, a little unlikely to begin with."""
    old = reader.output
    new = nn.Linear(old.in_features, outputs)
    with torch.no_grad():
        new.weight.copy_(old.weight.mean(0).expand(outputs, -1))
        new.weight += torch.randn_like(new.weight) * 0.02
        new.bias.fill_(float(old.bias.mean()))
        new.weight[: old.out_features] = old.weight
        new.bias[: old.out_features] = old.bias
    reader.output = new
