"""Learns the network of whole letters: `python -m corpus.training.asking.letter_network`.

Needs torch, which the project itself does not; about five minutes of one core for each of the
networks. Writes extractors/data/letter_net.npz, which `extractors.obligations.judge.letter_net`
reads. The papers are those of `python -m corpus.training.asking`, which is to be run first: it
leaves what the rules found at first sight.
"""

from __future__ import annotations

import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from math import ceil

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from corpus.training.asking.__main__ import DATA, papers_to_learn
from corpus.training.asking.lessons import SEEDS, net_signs
from corpus.training.asking.letter_lessons import (
    Batch,
    LetterLesson,
    batch_of,
    letter_lesson,
    own_words,
    shuffled,
)
from extractors.obligations.judge.clause_judge import ACTIONS
from extractors.obligations.judge.clause_net import HEADS, PLACES, as_bytes, as_kept
from extractors.obligations.judge.letter_net import DILATIONS
from extractors.text.word_vectors import word_vectors

_SIDE_BY_SIDE = 2
_WIDE, _OWN = 96, 24
_EPOCHS, _AT_ONCE = 10, 16
_RATE, _DECAY = 2e-3, 2e-2
_DROPPED, _DROPPED_WORDS, _DROPPED_OWN = 0.3, 0.1, 0.3
_OF_ACTION = 0.3  # weight of the second head
_LONGEST = 1500  # words of a paper that is learnt from
_NOTHING = -1e4  # less than any number of a word


class LetterNetwork(nn.Module):
    """The layers, named as `letter_net` reads them."""

    def __init__(self, own: int) -> None:
        super().__init__()
        table = torch.tensor(word_vectors().table)
        self.vectors = table * scale()
        self.own = nn.Embedding(own + 1, _OWN, padding_idx=0)
        nn.init.normal_(self.own.weight, 0, 0.1)
        self.inp = nn.Linear(table.shape[1] + PLACES + 2 + _OWN, _WIDE)
        self.convs = nn.ModuleList(
            nn.Conv1d(_WIDE, _WIDE, 3, padding=one, dilation=one) for one in DILATIONS
        )
        self.norms = nn.ModuleList(nn.LayerNorm(_WIDE) for _ in DILATIONS)
        self.cl = nn.ModuleDict(
            {head: nn.Linear(3 * _WIDE + len(net_signs()[head]), _WIDE) for head in HEADS}
        )
        self.gru = nn.ModuleDict(
            {
                head: nn.GRU(_WIDE, _WIDE // 2, batch_first=True, bidirectional=True)
                for head in HEADS
            }
        )
        sizes = {"begins": 1, "does": len(ACTIONS)}
        self.out = nn.ModuleDict({head: nn.Linear(2 * _WIDE, sizes[head]) for head in HEADS})
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Log odds that clauses begin a request, papers × clauses, and scores of each action."""
        pooled = self.drop(self._pooled(self._of_words(batch), batch))
        found = {}
        most = pooled.shape[1]
        for head in HEADS:
            into = functional.gelu(self.cl[head](torch.cat([pooled, self.drop(batch[head])], -1)))
            packed = nn.utils.rnn.pack_padded_sequence(
                self.drop(into), batch["lengths"], batch_first=True, enforce_sorted=False
            )
            carried, _ = nn.utils.rnn.pad_packed_sequence(
                self.gru[head](packed)[0], batch_first=True, total_length=most
            )
            found[head] = self.out[head](self.drop(torch.cat([into, carried], -1)))
        return found["begins"][..., 0], found["does"]

    def _of_words(self, batch: Batch) -> torch.Tensor:
        """What is made of each word with those about it."""
        words, own = batch["words"], batch["own"]
        seen = self.vectors[words.clamp(min=0)]
        if self.training:
            seen = seen * (torch.rand(*words.shape, 1) > _DROPPED_WORDS)
            own = own * (torch.rand(own.shape) > _DROPPED_OWN)
        places = functional.one_hot(batch["places"], PLACES)
        flags = [(words == 0)[..., None], (words < 0)[..., None]]
        there = batch["there"][..., None]
        rows = self.drop(torch.cat([seen, places, *flags, self.own(own)], -1))
        rows = functional.gelu(self.inp(rows)) * there
        for norm, conv in zip(self.norms, self.convs, strict=True):
            near = conv((norm(rows) * there).transpose(1, 2)).transpose(1, 2)
            rows = (rows + self.drop(functional.gelu(near))) * there
        return rows

    def _pooled(self, rows: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Of the words of each clause the greatest, the first and the mean numbers."""
        of, most = batch["clauses"], batch["asks"].shape[1]
        papers = torch.arange(len(rows))[:, None]
        blank = torch.full((len(rows), most + 1, rows.shape[2]), _NOTHING)
        greatest = blank.scatter_reduce(1, of[..., None].expand_as(rows), rows, "amax")[:, :most]
        greatest = torch.where(greatest <= _NOTHING, 0.0, greatest)
        total = torch.zeros_like(blank).index_put((papers.expand_as(of), of), rows, accumulate=True)
        mean = total[:, :most] / batch["counts"][..., None]
        return torch.cat([greatest, rows[papers, batch["first"]], mean], -1)


def scale() -> float:
    """What makes the vectors' numbers of the size of 1."""
    return float(1 / word_vectors().table[1:].std())


def learn_letters(lessons: list[LetterLesson], own: int, seed: int) -> dict[str, np.ndarray]:
    """The layers of a network that has learnt from the lessons, as `letter_net` reads them."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    random.seed(seed)
    network = LetterNetwork(own)
    learner = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = _EPOCHS * ceil(len(lessons) / _AT_ONCE) + _EPOCHS
    strides = torch.optim.lr_scheduler.OneCycleLR(learner, _RATE, total_steps=steps, pct_start=0.1)
    for epoch in range(_EPOCHS):
        losses = []
        for some in shuffled(lessons, _AT_ONCE):
            batch = batch_of(some)
            loss = _missed(*network(batch), batch)
            learner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            learner.step()
            strides.step()
            losses.append(loss.item())
        print(f"network {seed}, round {epoch}: loss {np.mean(losses):.4f}", flush=True)
    return _as_read(network)


def _missed(begins: torch.Tensor, does: torch.Tensor, batch: Batch) -> torch.Tensor:
    asks = batch["asks"]
    worth = batch["worth"][:, None] * (asks >= -1)
    asked = (asks >= 0).float()
    whether = functional.binary_cross_entropy_with_logits(begins, asked, reduction="none")
    what = functional.cross_entropy(does.transpose(1, 2), asks.clamp(min=0), reduction="none")
    of_action = worth * asked
    return (whether * worth).sum() / worth.sum() + _OF_ACTION * (
        what * of_action
    ).sum() / of_action.sum().clamp(min=1)


def _as_read(network: LetterNetwork) -> dict[str, np.ndarray]:
    """Weights as rows × columns: a row of numbers times them; those of a convolution one word
    above the other."""
    found = {}
    for name, value in network.state_dict().items():
        weights = value.numpy()
        if name.startswith("convs.") and weights.ndim == 3:
            weights = np.concatenate([weights[:, :, place].T for place in range(weights.shape[2])])
        elif weights.ndim == 2 and name != "own.weight":
            weights = weights.T
        found[name] = weights
    return found


def main() -> None:
    papers = [paper for paper in papers_to_learn(keep=True) if paper.clauses]
    own = own_words(papers)
    lessons = [letter_lesson(paper, own) for paper in papers]
    lessons = [one for one in lessons if len(one.words) < _LONGEST]
    print(f"{len(lessons)} papers, {len(own)} words", flush=True)
    with ProcessPoolExecutor(_SIDE_BY_SIDE) as pool:
        learnt = list(pool.map(partial(learn_letters, lessons, len(own)), range(SEEDS)))
    texts = {"own": own, **{f"signs:{head}": names for head, names in net_signs().items()}}
    told = {name: as_bytes(one) for name, one in texts.items()}
    np.savez_compressed(
        DATA / "letter_net.npz", scale=np.float32(scale()), **told, **as_kept(learnt)
    )


if __name__ == "__main__":
    main()
