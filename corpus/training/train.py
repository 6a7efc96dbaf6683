"""Train the recogniser: `python -m corpus.training.train --minutes 100`; again to go on.

Reads the files that `corpus.training.lines` makes, each once. The learning rate is held, then
falls to nothing over the last part of the given time. A moving average of the weights is what is
measured and exported. Checkpoints and models are written to work/; a run picks up from there.
"""

from __future__ import annotations

import argparse
import copy
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from corpus.training import network
from corpus.training.figures import Figures, compare
from corpus.training.fronts import STEP
from corpus.training.held_out import held_out
from corpus.training.leptonica import scale_to_height, stretch
from corpus.training.network_file import Recogniser, read_recogniser, write_recogniser
from corpus.training.texts import NEW_SYMBOLS
from corpus.training.traineddata import (
    Charset,
    extend_charset,
    read_charset,
    read_components,
    write_components,
)

WORK = Path(__file__).parent / "work"
POOL = 4  # files whose lines are sorted by width together
BATCH_PIXELS = 15_000  # width of all lines of a batch, padding included
AVERAGE = 0.998  # of the weights, a step
WARM_UP = 150  # steps
CHOICE_LINES = 1000


@dataclass
class Model:
    """A model file being trained: its components, and the network taken out of it."""

    parts: dict[str, bytes]
    recogniser: Recogniser
    charset: Charset
    reader: network.LineReader


def open_model(base: Path) -> Model:
    """A model file with the symbols that letters need and it lacks."""
    parts = read_components(base)
    recogniser = read_recogniser(parts["lstm"])
    charset = read_charset(parts, recogniser.null)
    reader = network.load(recogniser)
    parts, charset = extend_charset(parts, charset, NEW_SYMBOLS)
    if charset.outputs > reader.output.out_features:
        network.grow(reader, charset.outputs)
    parts["config"] = b"preserve_interword_spaces 1\n"
    return Model(parts, recogniser, charset, reader)


def export(model: Model, reader: network.LineReader, path: Path, int8: bool = True) -> None:
    """Write a model file that Tesseract reads.

    The old dictionaries are left out: they know no numerals and turn rare words into common ones.
    """
    network.store(reader, model.recogniser)
    parts = {name: data for name, data in model.parts.items() if not name.endswith("-dawg")}
    partial = path.with_suffix(".partial")
    write_components(partial, parts | {"lstm": write_recogniser(model.recogniser, int8)})
    partial.rename(path)


def batches(
    folder: Path, charset: Charset, rng: np.random.Generator
) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
    """Batches of lines of like width: pictures, their steps, targets, lengths of the targets.

    Waits for files; deletes what it has read.
    """
    while True:
        paths = sorted(folder.glob("*.npz"))[:POOL]
        if len(paths) < POOL:
            time.sleep(1)
            continue
        lines: list[tuple[np.ndarray, str]] = []
        for path in paths:
            with np.load(path) as file:
                pieces = np.split(file["pixels"], np.cumsum(file["widths"])[:-1], axis=1)
                lines += zip(pieces, file["texts"].tolist(), strict=True)
            path.unlink()
        lines.sort(key=lambda line: line[0].shape[1])
        groups: list[list[tuple[np.ndarray, str]]] = [[]]
        for line in lines:
            if (len(groups[-1]) + 1) * line[0].shape[1] > BATCH_PIXELS:
                groups.append([])
            groups[-1].append(line)
        for index in rng.permutation(len(groups)):
            yield collate(groups[index], charset)


def collate(
    lines: list[tuple[np.ndarray, str]], charset: Charset
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    pictures = [stretch(picture) for picture, _text in lines]
    widest = max(picture.shape[1] for picture in pictures)
    # noise beyond a line's end, as Tesseract has it there
    shape = (len(lines), network.HEIGHT, widest + 2)
    images = np.random.default_rng(widest).uniform(-1, 1, shape).astype(np.float32)
    for row, picture in zip(images, pictures, strict=True):
        row[:, : picture.shape[1]] = picture
    steps = torch.tensor([picture.shape[1] // STEP for picture in pictures])
    codes = [charset.encode(text) for _picture, text in lines]
    targets = torch.tensor([code for line in codes for code in line])
    return torch.from_numpy(images), steps, targets, torch.tensor([len(line) for line in codes])


def read_lines(reader: network.LineReader, charset: Charset, strips: list[np.ndarray]) -> list[str]:
    """Readings without Tesseract: the likeliest symbol at each step."""
    pictures = [scale_to_height(strip, network.HEIGHT) for strip in strips]
    order = sorted(range(len(strips)), key=lambda i: pictures[i].shape[1])
    readings = [""] * len(strips)
    with torch.no_grad():
        for start in range(0, len(order), 25):
            chosen = order[start : start + 25]
            images, steps, _targets, _lengths = collate(
                [(pictures[i], "") for i in chosen], charset
            )
            best = reader(images, steps, coarse=True).argmax(2)
            for column, i in enumerate(chosen):
                readings[i] = charset.decode(best[: steps[column], column].tolist())
    return readings


def evaluate(reader: network.LineReader, charset: Charset) -> Figures:
    """Figures on the lines that checkpoints are chosen by."""
    lines = held_out("choosing", CHOICE_LINES)
    readings = read_lines(reader, charset, [line.strip for line in lines])
    return compare(zip((line.text for line in lines), readings, strict=True))


def rate(part: float, step: int, peak: float, held: float) -> float:
    """The learning rate when `part` (0..1) of the time is over; `held` of it is at the peak."""
    fall = max(0.0, min(1.0, (1 - part) / (1 - held)))
    return peak * min(1.0, (step + 1) / WARM_UP) * (0.01 + 0.99 * fall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="Debian's tha.traineddata")
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--held", type=float, default=0.65, help="part of the time at that rate")
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--folder", type=Path, default=WORK)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    model = open_model(options.base)
    reader, average = model.reader, copy.deepcopy(model.reader)
    optimiser = torch.optim.Adam(reader.parameters(), lr=options.rate, betas=(0.9, 0.98))
    checkpoint = options.folder / "checkpoint.pt"
    step, best = 0, 2.0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        reader.load_state_dict(state["reader"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        step, best = state["step"], state["best"]
    first, began, losses, seen = step, time.monotonic(), [], 0
    for batch in batches(options.folder / "lines", model.charset, np.random.default_rng(step)):
        part = (time.monotonic() - began) / 60 / options.minutes
        for group in optimiser.param_groups:
            group["lr"] = rate(part, step - first, options.rate, options.held)
        losses.append(learn(reader, optimiser, batch, model.charset.null))
        seen += len(batch[1])
        step += 1
        follow(average, reader, step, AVERAGE)
        if step % 50 == 0:
            note = {"step": step, "minutes": round(part * options.minutes, 1), "lines": seen}
            note |= {"loss": round(float(np.mean(losses)), 4), "rate": group["lr"]}
            print(json.dumps(note), flush=True)
            losses = []
        if step % 500 == 0 or part >= 1:
            figures = evaluate(average, model.charset)
            print(f"step {step}: {figures}", flush=True)
            if (loss := figures.cer + figures.thai_digits.rate) <= best:
                best = loss
                export(model, average, options.folder / "best_int.traineddata")
                export(model, average, options.folder / "best_float.traineddata", int8=False)
            export(model, average, options.folder / f"step_{step}.traineddata", int8=False)
            state = {"reader": reader.state_dict(), "average": average.state_dict()}
            state |= {"optimiser": optimiser.state_dict(), "step": step, "best": best}
            torch.save(state, checkpoint.with_suffix(".partial"))
            checkpoint.with_suffix(".partial").rename(checkpoint)
        if part >= 1:
            return


def learn(
    reader: network.LineReader,
    optimiser: torch.optim.Optimizer,
    batch: tuple[Tensor, Tensor, Tensor, Tensor],
    null: int,
) -> float:
    """One step; the loss a letter."""
    images, steps, _targets, lengths = batch
    with torch.autocast("cpu", torch.bfloat16):
        scores = reader(images, steps, coarse=True)
    chances = scores.float().log_softmax(2)
    return descend(reader, optimiser, text_loss(chances, batch, null) / lengths.sum())


def text_loss(chances: Tensor, batch: tuple[Tensor, Tensor, Tensor, Tensor], null: int) -> Tensor:
    """How far the chances (log) are from the texts of a batch, summed."""
    _images, steps, targets, lengths = batch
    return torch.nn.functional.ctc_loss(
        chances, targets, steps, lengths, blank=null, reduction="sum", zero_infinity=True
    )


def follow(
    average: network.LineReader, reader: network.LineReader, step: int, longest: float
) -> None:
    """Move the average of the weights towards those of a step; the later, the less."""
    keep = min(longest, (1 + step) / (20 + step))
    with torch.no_grad():
        for mean, weight in zip(average.parameters(), reader.parameters(), strict=True):
            mean.lerp_(weight, 1 - keep)


def descend(reader: network.LineReader, optimiser: torch.optim.Optimizer, loss: Tensor) -> float:
    """One step of the weights down the loss; the loss."""
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimiser.step()
    return loss.item()


if __name__ == "__main__":
    main()
