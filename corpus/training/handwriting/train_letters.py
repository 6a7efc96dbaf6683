"""Train the reader of written letters on one core: `make -C corpus/training/handwriting letters`.

Its first layers begin as those of the reader of digits; it goes on from a checkpoint.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch

from corpus.training.handwriting import glyphs, letter_rows
from corpus.training.handwriting.given import course_parser
from corpus.training.handwriting.learning import (
    Batch,
    Course,
    Example,
    learn,
    stacked,
    wrong_rows,
)
from corpus.training.handwriting.letter_rows import Writers
from corpus.training.handwriting.network import LIKE_DIGITS, letter_reader, unfold
from pipeline.pens.digits import prepare
from pipeline.pens.letters import HEIGHT, SIGNS, WIDTH


def examples(writers: Writers, count: int, rng: np.random.Generator) -> list[Example]:
    made: list[Example] = []
    while len(made) < count:
        row = letter_rows.compose(writers, rng)
        ink = prepare(row.picture, size=(HEIGHT, WIDTH))
        if ink is not None:
            made.append((ink, row.text))
    return made


def varied(example: Example, rng: np.random.Generator) -> Example:
    """A row a little wider or narrower, higher or lower, its ink stronger or weaker."""
    ink, text = example
    wide = min(WIDTH, max(16, round(ink.shape[1] * rng.uniform(0.86, 1.14))))
    varied = cv2.resize(ink, (wide, HEIGHT), interpolation=cv2.INTER_LINEAR)
    varied = np.roll(varied, int(rng.integers(-2, 3)), axis=0) ** float(rng.uniform(0.7, 1.4))
    return np.asarray(varied, np.float32), text


def batch(chosen: list[Example]) -> Batch:
    return stacked(chosen, SIGNS, (HEIGHT, WIDTH))


def main() -> None:
    parser = course_parser(__doc__, minutes=58)
    parser.add_argument("--start", type=Path, required=True, help="an exported reader of digits")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.manual_seed(given.seed)
    hands = glyphs.load(given.drawings, given.mnist, [])
    strangers = glyphs.load(given.drawings, given.mnist, [], held_out=True)
    learnt = Writers(
        letter_rows.find(letter_rows.LIKE_HANDS, given.fonts),
        letter_rows.find(letter_rows.LOOPED, given.fonts),
        hands,
    )
    others = Writers(letter_rows.find(letter_rows.HELD_OUT, given.fonts), [], strangers)
    train(learnt, examples(others, 150, np.random.default_rng(1)), given)


def train(writers: Writers, held: list[Example], given: argparse.Namespace) -> None:
    rng = np.random.default_rng(given.seed)
    network = letter_reader(len(SIGNS) + 1, HEIGHT)
    checkpoint = given.work / "checkpoint.pt"
    if checkpoint.exists():
        network.load_state_dict(torch.load(checkpoint))
        rng = np.random.default_rng(given.seed + int(checkpoint.stat().st_mtime))
    else:
        unfold(network[:LIKE_DIGITS], given.start, batch(examples(writers, 64, rng))[0])
        network.train()
    course = Course(
        name="letters",
        compose=lambda count, rng: examples(writers, count, rng),
        batch=batch,
        wrong=lambda mean: f"{wrong_rows(mean, held, batch, SIGNS, 32):.3f}",
        size=(HEIGHT, WIDTH),
        rows=32,
        new=3,
        first=400,
        pool=20_000,
        warming=100,
        export_after=600,
        vary=varied,
    )
    learn(network, course, given.work, rng, minutes=given.minutes, rate=given.rate)


if __name__ == "__main__":
    main()
