"""The same network in PyTorch, for training in batches; its weights go both ways.

The layers of `[1,48,0,1 Ct3,3,16 Mp3,3 Lfys64 Lfx96 Lrx96 Lfx384 O1c1]` as Tesseract computes
them: a 3 × 3 convolution (noise beyond the edges), maxima of 3 × 3, a recurrent column reader from
top to bottom, then along the line forwards, backwards, forwards, and one score per symbol.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from corpus.training.network_file import Node, Recogniser

HEIGHT = 48  # pixels of a line image
STEP = 3  # pixels of width per time step of the output


class LineReader(nn.Module):
    """Line images to symbol scores."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(1, 16, 3)
        self.column = nn.LSTM(16, 64, batch_first=True)
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
        batch, height, width = images.shape
        framed = torch.rand(batch, 1, height + 2, width + 2) * 2 - 1
        framed[:, 0, 1:-1, 1:-1] = images
        # the greatest tanh is the tanh of the greatest, at a ninth of the work
        maxima = torch.tanh(nn.functional.max_pool2d(self.convolution(framed), STEP))
        time = maxima.shape[3]
        columns = maxima.permute(3, 0, 2, 1).reshape(time * batch, maxima.shape[2], 16)
        _all, (last, _state) = self.column(_rounded(columns, coarse))
        along = _rounded(last[0].reshape(time, batch, 64), coarse)
        along = _rounded(self.forward1(along)[0], coarse)
        order = _mirror(steps, time)
        turned = self.backward(_reorder(along, order))[0]
        along = _rounded(_reorder(turned, order), coarse)
        along = _rounded(self.forward2(along)[0], coarse)
        scores: Tensor = self.output(along)
        return scores


def _rounded(values: Tensor, coarse: bool) -> Tensor:
    """To 1/127ths, gradients passing as if nothing had been done."""
    if not coarse:
        return values
    return values + (torch.round(values * 127) / 127 - values).detach()


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
    reader = LineReader(layers["Output"].outputs)
    with torch.no_grad():
        matrix = layers["ConvNL"].weights[0]
        kernel = matrix[:, :9].reshape(16, 1, 3, 3).transpose(0, 1, 3, 2)  # x outside y
        reader.convolution.weight.copy_(torch.from_numpy(kernel.copy()))
        reader.convolution.bias.copy_(torch.from_numpy(matrix[:, 9]))  # type: ignore[union-attr]
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
    """Put the reader's weights into the tree of a model file (same shapes but for the output)."""
    layers = _layers(recogniser)
    with torch.no_grad():
        kernel = reader.convolution.weight.transpose(2, 3).reshape(16, 9)
        layers["ConvNL"].weights = [_with_bias(kernel, reader.convolution.bias)]
        for name, lstm in _lstms(reader):
            weights = torch.cat([lstm.weight_ih_l0, lstm.weight_hh_l0], 1)
            stacked = _with_bias(weights, lstm.bias_ih_l0 + lstm.bias_hh_l0)
            gates: list[np.ndarray] = [np.empty(0)] * 4
            for gate, part in zip(TORCH_GATES, np.split(stacked, 4), strict=True):
                gates[gate] = part
            layers[name].weights = gates
        layers["Output"].weights = [_with_bias(reader.output.weight, reader.output.bias)]
        layers["Output"].outputs = recogniser.root.outputs = reader.output.out_features


def _with_bias(weights: Tensor, bias: Tensor | None) -> np.ndarray:
    assert bias is not None
    return torch.cat([weights, bias[:, None]], 1).numpy().astype(np.float32)


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
