"""Writes a network of letters as ONNX Runtime runs it: one letter at once, in numbers of eight
bits."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from corpus.training.asking.lessons import net_signs
from corpus.training.asking.letter_network import NOTHING, LetterNetwork
from extractors.obligations.judge.clause_net import HEADS
from extractors.obligations.judge.letter_reader import NETWORK

_FORM = 17  # of ONNX's operators


class OneLetter(nn.Module):
    """The network for a single letter, with steps that ONNX knows."""

    def __init__(self, network: LetterNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(
        self,
        pieces: torch.Tensor,
        clauses: torch.Tensor,
        begins: torch.Tensor,
        does: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Of each clause the log odds that it begins a request, and scores of each action; `begins`
        and `does` are tables of clauses × signs."""
        network = self.network
        rows = network.seen(pieces[None], None)[0]
        numbers = torch.arange(begins.shape[0])
        inside = clauses[None, :] == numbers[:, None]  # clauses × pieces
        greatest = torch.where(inside[..., None], rows[None], NOTHING).amax(1)
        mean = inside.float() @ rows / inside.sum(1, keepdim=True)
        first = rows[inside.int().argmax(1)]
        pooled = torch.cat([greatest, first, mean], -1)
        found = {}
        for head, signs in zip(HEADS, (begins, does), strict=True):
            into = network.into(head, pooled, signs)
            carried = network.gru[head](into[None])[0][0]
            found[head] = network.out[head](torch.cat([into, carried], -1))
        return found["begins"][:, 0], found["does"]


def write(network: LetterNetwork, file: Path = NETWORK) -> None:
    told = [torch.zeros(3, len(net_signs()[head])) for head in HEADS]
    pieces, clauses = torch.tensor([0, 5, 6, 7, 8, 9]), torch.tensor([-1, 0, 0, 1, 1, 2])
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            OneLetter(network).eval(),
            (pieces, clauses, *told),
            str(plain),
            input_names=["pieces", "clauses", *HEADS],
            output_names=["log_odds", "scores"],
            dynamic_axes={
                "pieces": {0: "pieces"},
                "clauses": {0: "pieces"},
                **{head: {0: "clauses"} for head in HEADS},
            },
            opset_version=_FORM,
            dynamo=False,
        )
        # seven bits of eight: sums of eight overflow on processors without VNNI; unsigned weights,
        # which do not, take twice the time
        quantize_dynamic(
            plain, file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    model = onnx.load(file)
    for head in HEADS:
        model.metadata_props.add(key=head, value="\n".join(net_signs()[head]))
    onnx.save(model, file)
