"""Teach a cheaper network what a trained one says: `python -m corpus.training.distil`.

The student is the teacher with a front of cells (fronts.py). First its front learns to make the
teacher's features, then the whole of it learns the teacher's chances at every step of a line, and
a little of the text that was drawn ("knowledge distillation", Hinton et al. 2015): lines without
end tell it far more than their letters alone, so that an hour does what took the teacher five.
"""

from __future__ import annotations

import argparse
import copy
import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from corpus.training.fronts import STEP, CellFront
from corpus.training.network import LineReader
from corpus.training.train import (
    WORK,
    batches,
    descend,
    evaluate,
    export,
    follow,
    open_model,
    rate,
    text_loss,
)

FRONT_STEPS = 2500
FRONT_RATE = 5e-3
CROPS, CROP = 24, 240  # pieces of lines in a batch for the front, and their width in pixels
TRUTH = 0.25  # weight of the drawn text beside the teacher's chances
AVERAGE = 0.995  # of the weights, a step
# What was taught chances is less decided than its teacher, though as often right: 18 lines of 348
# in doubt for 10 on twelve pages of the rules half. Scores so much greater, it doubts as many.
SHARPER = 1.3
_SHOWN = 50  # steps
Batch = tuple[Tensor, Tensor, Tensor, Tensor]  # as train.batches


def crops(lines: Iterator[Batch]) -> Iterator[Tensor]:
    """Pieces of lines for the front, which sees no farther than 9 pixels."""
    waiting: list[Tensor] = []
    while True:
        while len(waiting) < CROPS:
            images, steps, _targets, _lengths = next(lines)
            for image, count in zip(images, steps.tolist(), strict=True):
                waiting += list(image[:, : count * STEP].split(CROP, 1))[:-1]
        chosen = torch.randperm(len(waiting))[:CROPS].tolist()
        yield torch.stack([waiting[i] for i in chosen])
        waiting = [one for i, one in enumerate(waiting) if i not in chosen]


def learn_features(student: LineReader, teacher: LineReader, images: Tensor) -> Tensor:
    """How far the student's features are from the teacher's."""
    with torch.no_grad():
        wanted = teacher.front(images)
    return torch.nn.functional.mse_loss(student.front(images), wanted)


def learn_chances(
    student: LineReader,
    teacher: LineReader,
    batch: Batch,
    null: int,
) -> Tensor:
    """How far the student's chances are from the teacher's, and from the text; a letter."""
    images, steps, _targets, lengths = batch
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            wanted = teacher(images, steps, coarse=True)
        scores = student(images, steps, coarse=True)
    chances, wanted = scores.float().log_softmax(2), wanted.float().log_softmax(2)
    apart = (wanted.exp() * (wanted - chances)).sum(2)
    within = torch.arange(apart.shape[0])[:, None] < steps[None]
    text = text_loss(chances, batch, null)
    return ((apart * within).sum() + TRUTH * text) / lengths.sum()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=7e-4)
    parser.add_argument("--held", type=float, default=0.5, help="part of the time at that rate")
    parser.add_argument("--seed", type=int, default=2570)
    parser.add_argument("--folder", type=Path, default=WORK)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    model = open_model(options.teacher)
    teacher, student = model.reader.eval(), copy.deepcopy(model.reader)
    student.front = CellFront()
    lines = batches(options.folder / "lines", model.charset, np.random.default_rng(options.seed))
    optimiser = torch.optim.Adam(student.front.parameters(), lr=FRONT_RATE)
    pieces = crops(lines)
    for step in range(FRONT_STEPS):
        optimiser.param_groups[0]["lr"] = FRONT_RATE * (1 - step / FRONT_STEPS)
        loss = descend(student, optimiser, learn_features(student, teacher, next(pieces)))
        if step % (4 * _SHOWN) == 0:
            print(json.dumps({"front": step, "loss": round(loss, 5)}), flush=True)
    average = copy.deepcopy(student)
    optimiser = torch.optim.Adam(student.parameters(), lr=options.rate, betas=(0.9, 0.98))
    begun, losses, seen, part, step = time.monotonic(), [], 0, 0.0, 0
    while part < 1:
        batch = next(lines)
        part = (time.monotonic() - begun) / 60 / options.minutes
        for group in optimiser.param_groups:
            group["lr"] = rate(part, step, options.rate, options.held)
        loss = learn_chances(student, teacher, batch, model.charset.null)
        losses.append(descend(student, optimiser, loss))
        seen += len(batch[1])
        step += 1
        follow(average, student, step, AVERAGE)
        if step % _SHOWN == 0:
            note = {"step": step, "minutes": round(part * options.minutes, 1), "lines": seen}
            note |= {
                "loss": round(float(np.mean(losses)), 4),
                "rate": optimiser.param_groups[0]["lr"],
            }
            print(json.dumps(note), flush=True)
            losses = []
        if step % 500 == 0 or part >= 1:
            print(f"step {step}: {evaluate(average, model.charset)}", flush=True)
            shipped = sharper(average)
            export(model, shipped, options.folder / "student_int.traineddata")
            export(model, shipped, options.folder / "student_float.traineddata", int8=False)


def sharper(student: LineReader) -> LineReader:
    """The student with greater scores: the same symbols, more decidedly."""
    made = copy.deepcopy(student)
    with torch.no_grad():
        made.output.weight.mul_(SHARPER)
        made.output.bias.mul_(SHARPER)
    return made


if __name__ == "__main__":
    main()
