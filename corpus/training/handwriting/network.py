"""The network that reads rows: convolutions only, so that OpenCV runs it from ONNX."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from pipeline.pens.digits import HEIGHT, SIGNS, WIDTH

LIKE_DIGITS = 15  # layers of a reader of letters that are those of the reader of digits
_HEIGHT_LEFT = HEIGHT // 2 // 2 // 2 // 2


def _block(inside: int, outside: int, size: tuple[int, int], **more: object) -> list[nn.Module]:
    return [
        nn.Conv2d(inside, outside, size, bias=False, **more),  # type: ignore[arg-type]
        nn.BatchNorm2d(outside),
        nn.ReLU(),
    ]


def reader() -> nn.Sequential:
    """batch × 1 × HEIGHT × width → batch × classes × 1 × width / 2."""
    return nn.Sequential(
        *_block(1, 16, (5, 5), stride=2, padding=2),
        *_block(16, 32, (3, 3), padding=1),
        nn.MaxPool2d((2, 1)),
        *_block(32, 56, (3, 3), padding=1),
        nn.MaxPool2d((2, 1)),
        *_block(56, 96, (3, 3), padding=1),
        nn.MaxPool2d((2, 1)),
        nn.Dropout2d(0.1),
        *_block(96, 176, (_HEIGHT_LEFT, 5), padding=(0, 2)),
        *_block(176, 176, (1, 5), padding=(0, 2)),
        nn.Dropout(0.15),
        nn.Conv2d(176, len(SIGNS) + 1, (1, 1)),
    )


def letter_reader(classes: int, height: int) -> nn.Sequential:
    """As `reader`, its first layers alike, narrower then but looking farther along the row: letters
    with their marks are wider than digits, and tell each other in months."""
    left = height // 2 // 2 // 2 // 2
    return nn.Sequential(
        *list(reader())[:LIKE_DIGITS],
        nn.Dropout2d(0.1),
        *_block(96, 136, (left, 5), padding=(0, 2)),
        *_block(136, 136, (1, 5), padding=(0, 2)),
        *_block(136, 136, (1, 5), padding=(0, 4), dilation=(1, 2)),
        nn.Dropout(0.1),
        nn.Conv2d(136, classes, (1, 1)),
    )


def folded(network: nn.Sequential) -> nn.Sequential:
    """A copy of the network without dropout, its batch norms merged into its convolutions."""
    kept: list[nn.Module] = []
    for layer in copy.deepcopy(network).eval():
        if isinstance(layer, nn.BatchNorm2d):
            kept[-1] = nn.utils.fuse_conv_bn_eval(kept[-1], layer)  # type: ignore[type-var]
        elif not isinstance(layer, nn.Dropout | nn.Dropout2d):
            kept.append(layer)
    return nn.Sequential(*kept).eval()


def export(network: nn.Sequential, path: Path, size: tuple[int, int] = (HEIGHT, WIDTH)) -> None:
    """Write the ONNX file that the pipeline ships, of one fixed size (rows, columns)."""
    example = torch.zeros(1, 1, *size)
    torch.onnx.export(
        folded(network),
        (example,),
        str(path),
        input_names=["ink"],
        output_names=["scores"],
        opset_version=13,
        dynamo=False,
    )


def unfold(network: nn.Sequential, path: Path, inks: Tensor) -> None:
    """Take over the weights of an exported model, in which the batch norms are merged.

    Each norm is set to what it must be to change nothing on `inks`, rows as they are learnt from.
    Of a narrower model the channels are doubled up until there are enough.
    """
    stored = [numpy_helper.to_array(each) for each in onnx.load(str(path)).graph.initializer]
    wide = [layer.out_channels for layer in network if isinstance(layer, nn.Conv2d)]
    stored = stored[: 2 * len(wide)]  # it may be the first layers only
    waiting = iter([torch.from_numpy(each) for each in _widened(stored, wide)])
    network.eval()
    bias = torch.zeros(0)
    with torch.no_grad():
        for layer in network:
            if isinstance(layer, nn.Conv2d):
                layer.weight.copy_(next(waiting))
                bias = next(waiting)
                if layer.bias is not None:
                    layer.bias.copy_(bias)
            elif isinstance(layer, nn.BatchNorm2d):
                spread, middle = torch.var_mean(inks, dim=(0, 2, 3))
                layer.running_var, layer.running_mean = spread, middle
                layer.weight.copy_((spread + layer.eps).sqrt())
                layer.bias.copy_(middle + bias)
            inks = layer(inks)
    network.train()


def _widened(stored: list[NDArray[np.float32]], wide: list[int]) -> list[NDArray[np.float32]]:
    """Weights and biases in turn with `wide` channels to each convolution, which say the same but
    for a little noise (Net2Net, Chen et al. 2016): a channel that is there twice counts half."""
    rng = np.random.default_rng(1)
    own = np.arange(stored[0].shape[1])  # which of the narrower model's channels each is
    grown = []
    for weight, bias, count in zip(stored[::2], stored[1::2], wide, strict=True):
        share = 1 / np.bincount(own)[own]
        weight = weight[:, own] * share[None, :, None, None]
        own = np.concatenate(
            [np.arange(len(bias)), rng.integers(len(bias), size=count - len(bias))]
        )
        weight = weight[own]
        if count > len(bias):
            weight = weight + rng.normal(0, 0.05 * weight.std(), weight.shape)
        grown += [weight.astype(np.float32), bias[own].astype(np.float32)]
    return grown


def greedy(scores: Tensor, signs: str = SIGNS) -> list[str]:
    """The best sign of each step, repeats and blanks left out: batch × classes × 1 × steps."""
    texts = []
    for row in scores[:, :, 0].argmax(1).tolist():
        told = [now for before, now in zip([0, *row], row, strict=False) if now and now != before]
        texts.append("".join(signs[index - 1] for index in told))
    return texts
