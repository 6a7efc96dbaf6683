"""How a reader of rows learns on one core: new rows are composed while it does (CTC loss)."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from corpus.training.handwriting.network import export, greedy

Rng = np.random.Generator
Example = tuple[NDArray[np.float32], str]
Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]

_CHECK = 120  # seconds


@dataclass(frozen=True)
class Course:
    """What is learnt: `compose` makes so many rows, `vary` makes one a little different each time,
    `batch` stacks rows; `wrong` says how the mean of the weights reads rows held out.

    `rows` to a step, of which `new` are composed for it; `first` to begin with, `pool` at most.
    Exported every `export_after` seconds as `name`-MINUTES.onnx, for pictures of `size`.
    """

    name: str
    compose: Callable[[int, Rng], list[Example]]
    batch: Callable[[list[Example]], Batch]
    wrong: Callable[[nn.Module], str]
    size: tuple[int, int]
    rows: int
    new: float
    first: int
    pool: int
    warming: int = 200  # steps
    export_after: float = 900
    vary: Callable[[Example, Rng], Example] = lambda example, _: example


def learn(
    network: nn.Sequential, course: Course, work: Path, rng: Rng, *, minutes: float, rate: float
) -> None:
    """Teach the network for so many minutes; a checkpoint and the model to ship lie in `work`."""
    network.to(memory_format=torch.channels_last)
    mean = copy.deepcopy(network)
    learner = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-3)
    loss_of = nn.CTCLoss(zero_infinity=True)
    pool = course.compose(course.first, rng)
    start = told = exported = time.monotonic()
    steps, losses = 0, []
    while (gone := (time.monotonic() - start) / 60 / minutes) < 1:
        for group in learner.param_groups:
            warm = min(1, (steps + 1) / course.warming)
            group["lr"] = rate * warm * (0.51 + 0.49 * math.cos(math.pi * gone))
        pool = (pool + course.compose(round(course.new * 4), rng))[-course.pool :]
        chosen = [pool[i] for i in rng.integers(len(pool), size=course.rows * 4)]
        chosen = sorted((course.vary(one, rng) for one in chosen), key=lambda one: one[0].shape[1])
        for part in rng.permutation(4):
            rows = course.batch(chosen[part * course.rows : (part + 1) * course.rows])
            inks, classes, ticks, lengths = rows
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(inks.to(memory_format=torch.channels_last))
            chances = scores.float()[:, :, 0].log_softmax(1).permute(2, 0, 1)
            loss = loss_of(chances, classes, ticks, lengths)
            learner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            learner.step()
            steps += 1
            losses.append(float(loss.detach()))
            _follow(mean, network, min(0.998, steps / (steps + 20)))
        now = time.monotonic()
        if now - told > _CHECK:
            told = now
            torch.save(mean.state_dict(), work / "checkpoint.pt")
            print(
                f"{steps} steps, {len(pool)} rows, loss {np.mean(losses[-200:]):.3f}, "
                f"wrong {course.wrong(mean)} of rows held out",
                flush=True,
            )
        if now - exported > course.export_after:
            exported = now
            export(mean, work / f"{course.name}-{round((now - start) / 60)}.onnx", course.size)
    torch.save(mean.state_dict(), work / "checkpoint.pt")
    export(mean, work / f"{course.name}.onnx", course.size)
    print(f"{steps} steps, wrong {course.wrong(mean)}", flush=True)


def stacked(chosen: Sequence[Example], signs: str, size: tuple[int, int]) -> Batch:
    """Inks padded with paper to one width, `size` (height, width) at most, the texts as one run of
    classes, steps and lengths of each."""
    height, most = size
    width = min(most, 2 * math.ceil(max(ink.shape[1] for ink, _ in chosen) / 2) + 8)
    inks = np.zeros((len(chosen), 1, height, width), np.float32)
    for place, (ink, _) in enumerate(chosen):
        inks[place, 0, :, : ink.shape[1]] = ink[:, :width]
    classes = [signs.index(sign) + 1 for _, text in chosen for sign in text]
    return (
        torch.from_numpy(inks),
        torch.tensor(classes),
        torch.full((len(chosen),), width // 2),
        torch.tensor([len(text) for _, text in chosen]),
    )


def wrong_rows(
    network: nn.Module,
    held: Sequence[Example],
    batch: Callable[[list[Example]], Batch],
    signs: str,
    rows: int,
) -> float:
    """The share of rows that the network reads otherwise, so many at a time."""
    network.eval()
    wrong = 0
    with torch.no_grad():
        for start in range(0, len(held), rows):
            part = list(held[start : start + rows])
            read = greedy(network(batch(part)[0]), signs)
            wrong += sum(text != truth for text, (_, truth) in zip(read, part, strict=True))
    network.train()
    return wrong / len(held)


def _follow(mean: nn.Module, network: nn.Module, keep: float) -> None:
    """A moving average of the weights and of what the batch norms have seen."""
    with torch.no_grad():
        pairs = zip(mean.state_dict().values(), network.state_dict().values(), strict=True)
        for old, new in pairs:
            if old.dtype.is_floating_point:
                old.lerp_(new, 1 - keep)
            else:
                old.copy_(new)
