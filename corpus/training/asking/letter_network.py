"""The network of letters in torch: the first layers of a language model, and behind them two heads
that go from clause to clause."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from corpus.training.asking.lessons import net_signs
from corpus.training.asking.letter_lessons import Batch
from corpus.training.asking.letter_pieces import numbers_of_shipped, shipped
from corpus.training.asking.pretrained import Pretrained
from extractors.obligations.judge.clause_judge import ACTIONS
from extractors.obligations.judge.clause_net import HEADS
from extractors.obligations.judge.letter_reader import PLACES

_LAYERS = 4  # of twelve: each takes two milliseconds of a letter
_WIDE = 96
_DROPPED, _DROPPED_PIECES = 0.2, 0.08
NOTHING = -1e4  # less than any number of a piece


class Layer(nn.Module):
    """A layer of a transformer as in BERT (Devlin and others 2018): attention, then twice a
    linear one, a norm behind each."""

    def __init__(self, own: Pretrained, number: int) -> None:
        super().__init__()
        width, _, self.heads, within, *_ = own.directory.sizes
        self.qkv = _linear(own, [f"l{number}.{one}" for one in "qkv"], width)
        self.ao = _linear(own, [f"l{number}.ao"], width)
        self.aln = _norm(own, f"l{number}.aln")
        self.fi = _linear(own, [f"l{number}.fi"], width)
        self.fo = _linear(own, [f"l{number}.fo"], within)
        self.oln = _norm(own, f"l{number}.oln")

    def forward(self, rows: torch.Tensor, there: torch.Tensor | None) -> torch.Tensor:
        papers, length, width = rows.shape
        asked, keys, told = (
            one.view(papers, length, self.heads, width // self.heads).transpose(1, 2)
            for one in self.qkv(rows).chunk(3, -1)
        )
        seen = functional.scaled_dot_product_attention(asked, keys, told, attn_mask=there)
        rows = self.aln(rows + self.ao(seen.transpose(1, 2).reshape(papers, length, width)))
        bent: torch.Tensor = self.oln(rows + self.fo(functional.gelu(self.fi(rows))))
        return bent


def _linear(own: Pretrained, names: list[str], width: int) -> nn.Linear:
    weights = np.concatenate([own.weights(f"{name}.w", width) for name in names])
    layer = nn.Linear(width, len(weights))
    layer.weight.data = torch.tensor(weights)
    layer.bias.data = torch.tensor(np.concatenate([own.floats(f"{name}.b") for name in names]))
    return layer


def _norm(own: Pretrained, name: str) -> nn.LayerNorm:
    weights = torch.tensor(own.floats(f"{name}.w"))
    norm = nn.LayerNorm(len(weights), 1e-12)
    norm.weight.data, norm.bias.data = weights, torch.tensor(own.floats(f"{name}.b"))
    return norm


class LetterNetwork(nn.Module):
    """The pieces' numbers and places are as in the language model, and stay so."""

    def __init__(self, own: Pretrained) -> None:
        super().__init__()
        width = own.directory.sizes[0]
        table = own.weights("emb.word", width)[numbers_of_shipped(own)]
        self.register_buffer("table", torch.tensor(table))
        places = own.floats("emb.pos").reshape(-1, width)[:PLACES]
        self.register_buffer("places", torch.tensor(places + own.floats("emb.type")[:width]))
        self.norm = _norm(own, "emb.ln").requires_grad_(False)
        self.enc = nn.ModuleList(Layer(own, number) for number in range(_LAYERS))
        told = {head: 3 * width + len(net_signs()[head]) for head in HEADS}
        sizes = {"begins": 1, "does": len(ACTIONS)}
        self.cl = nn.ModuleDict({head: nn.Linear(told[head], _WIDE) for head in HEADS})
        self.gru = nn.ModuleDict(
            {
                head: nn.GRU(_WIDE, _WIDE // 2, batch_first=True, bidirectional=True)
                for head in HEADS
            }
        )
        self.out = nn.ModuleDict({head: nn.Linear(2 * _WIDE, sizes[head]) for head in HEADS})
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Log odds that clauses begin a request, papers × clauses, and scores of each action."""
        pooled = self.pooled(self.seen(batch["pieces"], batch["there"]), batch)
        found = {}
        for head in HEADS:
            into = self.into(head, pooled, batch[head])
            packed = nn.utils.rnn.pack_padded_sequence(
                self.drop(into), batch["lengths"], batch_first=True, enforce_sorted=False
            )
            carried, _ = nn.utils.rnn.pad_packed_sequence(
                self.gru[head](packed)[0], batch_first=True, total_length=pooled.shape[1]
            )
            found[head] = self.out[head](self.drop(torch.cat([into, carried], -1)))
        return found["begins"][..., 0], found["does"]

    def seen(self, pieces: torch.Tensor, there: torch.Tensor | None) -> torch.Tensor:
        """What is made of each piece with all others."""
        if self.training:
            lost = torch.rand(pieces.shape) < _DROPPED_PIECES
            pieces = torch.where(lost, shipped().unk_id(), pieces)
        rows = self.norm(self.table[pieces] + self.places[torch.arange(pieces.shape[1]) % PLACES])
        for layer in self.enc:
            rows = layer(rows, there if there is None else there[:, None, None, :])
        return self.drop(rows)

    def pooled(self, rows: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Of the pieces of each clause the greatest, the first and the mean numbers."""
        most = batch["begins"].shape[1]
        of = torch.where(batch["clauses"] < 0, most, batch["clauses"])
        papers = torch.arange(len(rows))[:, None]
        blank = torch.full((len(rows), most + 1, rows.shape[2]), NOTHING)
        greatest = blank.scatter_reduce(1, of[..., None].expand_as(rows), rows, "amax")[:, :most]
        greatest = torch.where(greatest <= NOTHING, 0.0, greatest)
        total = torch.zeros_like(blank).index_put((papers.expand_as(of), of), rows, accumulate=True)
        counts = torch.stack([(of == clause).sum(1) for clause in range(most)], dim=1)
        first = torch.stack([(of == clause).int().argmax(1) for clause in range(most)], dim=1)
        mean = total[:, :most] / counts.clamp(min=1)[..., None]
        return torch.cat([greatest, rows[papers, first], mean], -1)

    def into(self, head: str, pooled: torch.Tensor, signs: torch.Tensor) -> torch.Tensor:
        return functional.gelu(self.cl[head](torch.cat([pooled, self.drop(signs)], -1)))
