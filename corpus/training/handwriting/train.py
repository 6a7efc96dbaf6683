"""Train the reader of written rows on one core: new rows are composed while it learns.

`make -C corpus/training/handwriting model DRAWINGS=...` runs it; it goes on from a checkpoint.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import nn

from corpus.training.handwriting import glyphs, rows
from corpus.training.handwriting.given import course_parser
from corpus.training.handwriting.learning import (
    Batch,
    Course,
    Example,
    learn,
    stacked,
    wrong_rows,
)
from corpus.training.handwriting.network import reader, unfold
from pipeline.pens.digits import HEIGHT, SIGNS, WIDTH, prepare


def examples(
    hands: glyphs.Hands, count: int, rng: np.random.Generator, real_pens: bool | None = None
) -> list[Example]:
    made: list[Example] = []
    while len(made) < count:
        row = rows.compose(hands, rng, real_pens=real_pens)
        views = (prepare(row.picture), prepare(row.picture, whole=False))
        made += [(ink, row.text) for ink in views if ink is not None]
    return made


def batch(chosen: list[Example]) -> Batch:
    return stacked(chosen, SIGNS, (HEIGHT, WIDTH))


def main() -> None:
    parser = course_parser(__doc__, minutes=20)
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
    course = Course(
        name="handwriting",
        compose=lambda count, rng: examples(hands, count, rng),
        batch=batch,
        wrong=lambda mean: _wrong(mean, held),
        size=(HEIGHT, WIDTH),
        rows=48,
        new=9,
        first=2500,
        pool=30_000,
    )
    learn(network, course, given.work, rng, minutes=given.minutes, rate=given.rate)


def _wrong(mean: nn.Module, held: list[list[Example]]) -> str:
    return ", ".join(f"{wrong_rows(mean, kind, batch, SIGNS, 64):.3f}" for kind in held)


if __name__ == "__main__":
    main()
