"""Train the reader of written rows on one core: new rows are composed while it learns.

`make -C corpus/training/handwriting model DRAWINGS=...` runs it; it goes on from a checkpoint.
"""

from __future__ import annotations

import argparse
import copy
import math
import time
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from corpus.training.handwriting import glyphs, rows
from corpus.training.handwriting.network import export, greedy, reader, unfold
from pipeline.pens.digits import HEIGHT, SIGNS, WIDTH, prepare

_BATCH, _NEW = 48, 9  # rows learnt in a step, and how many of them are composed for it
_POOL = 30_000
_CHECK = 120  # seconds
_EXPORT = 900

Example = tuple[NDArray[np.float32], str]


def examples(
    hands: glyphs.Hands, count: int, rng: np.random.Generator, real_pens: bool | None = None
) -> list[Example]:
    made: list[Example] = []
    while len(made) < count:
        row = rows.compose(hands, rng, real_pens=real_pens)
        views = (prepare(row.picture), prepare(row.picture, whole=False))
        made += [(ink, row.text) for ink in views if ink is not None]
    return made


def batch(chosen: list[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Inks padded with paper, the texts as one run of classes, steps and lengths of each."""
    width = min(WIDTH, 2 * math.ceil(max(ink.shape[1] for ink, _ in chosen) / 2) + 8)
    inks = np.zeros((len(chosen), 1, HEIGHT, width), np.float32)
    for place, (ink, _) in enumerate(chosen):
        inks[place, 0, :, : ink.shape[1]] = ink[:, :width]
    classes = [SIGNS.index(sign) + 1 for _, text in chosen for sign in text]
    return (
        torch.from_numpy(inks),
        torch.tensor(classes),
        torch.full((len(chosen),), width // 2),
        torch.tensor([len(text) for _, text in chosen]),
    )


def wrong_rows(network: nn.Module, held: list[Example]) -> float:
    network.eval()
    wrong = 0
    with torch.no_grad():
        for start in range(0, len(held), 64):
            part = held[start : start + 64]
            read = greedy(network(batch(part)[0]))
            wrong += sum(text != truth for text, (_, truth) in zip(read, part, strict=True))
    network.train()
    return wrong / len(held)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drawings", type=Path, required=True)
    parser.add_argument("--mnist", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, nargs="+", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--start", type=Path, help="an exported model to start from")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    faces = glyphs.find_fonts(*given.fonts)
    hands = glyphs.load(given.drawings, given.mnist, faces)
    strangers = glyphs.load(given.drawings, given.mnist, faces, held_out=True)
    held = [
        examples(strangers, 400, np.random.default_rng(1), real_pens) for real_pens in (False, True)
    ]
    train(hands, held, given)


def train(hands: glyphs.Hands, held: list[list[Example]], given: argparse.Namespace) -> None:
    rng = np.random.default_rng(given.seed)
    network = reader()
    checkpoint = given.work / "checkpoint.pt"
    if given.start and not checkpoint.exists():
        unfold(network, given.start, batch(held[0][:64] + held[1][:64])[0])
    if checkpoint.exists():
        network.load_state_dict(torch.load(checkpoint))
        rng = np.random.default_rng(given.seed + int(checkpoint.stat().st_mtime))
    network.to(memory_format=torch.channels_last)
    mean = copy.deepcopy(network)
    learner = torch.optim.AdamW(network.parameters(), lr=given.rate, weight_decay=1e-3)
    loss_of = nn.CTCLoss(zero_infinity=True)
    pool = examples(hands, 2500, rng)
    start = told = exported = time.monotonic()
    steps, losses = 0, []
    while (gone := (time.monotonic() - start) / 60 / given.minutes) < 1:
        for group in learner.param_groups:
            group["lr"] = (
                given.rate * min(1, (steps + 1) / 200) * (0.51 + 0.49 * math.cos(math.pi * gone))
            )
        pool = (pool + examples(hands, _NEW * 4, rng))[-_POOL:]
        chosen = [pool[i] for i in rng.integers(len(pool), size=_BATCH * 4)]
        chosen.sort(key=lambda example: example[0].shape[1])
        for part in rng.permutation(4):
            inks, classes, ticks, lengths = batch(chosen[part * _BATCH : (part + 1) * _BATCH])
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
        if time.monotonic() - told > _CHECK:
            told = time.monotonic()
            torch.save(mean.state_dict(), checkpoint)
            print(
                f"{steps} steps, {len(pool)} rows, loss {np.mean(losses[-200:]):.3f}, "
                f"wrong {_wrong(mean, held)} of rows held out",
                flush=True,
            )
        if time.monotonic() - exported > _EXPORT:
            exported = time.monotonic()
            export(mean, given.work / f"handwriting-{round((exported - start) / 60)}.onnx")
    torch.save(mean.state_dict(), checkpoint)
    export(mean, given.work / "handwriting.onnx")
    print(f"{steps} steps, wrong {_wrong(mean, held)}", flush=True)


def _wrong(mean: nn.Module, held: list[list[Example]]) -> str:
    return ", ".join(f"{wrong_rows(mean, kind):.3f}" for kind in held)


def _follow(mean: nn.Module, network: nn.Module, keep: float) -> None:
    """A moving average of the weights and of what the batch norms have seen."""
    with torch.no_grad():
        pairs = zip(mean.state_dict().values(), network.state_dict().values(), strict=True)
        for old, new in pairs:
            if old.dtype.is_floating_point:
                old.lerp_(new, 1 - keep)
            else:
                old.copy_(new)


if __name__ == "__main__":
    main()
