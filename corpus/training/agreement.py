"""Do PyTorch and Tesseract read the same with the same weights?

`python -m corpus.training.agreement MODEL.traineddata` reads the held-out lines with both and
prints how many readings are alike to the letter. Small differences are expected: Tesseract sums
over paths (a beam), we take the likeliest symbol of each step; beyond a line's edges both put
noise, each its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from corpus.training.figures import compare
from corpus.training.held_out import SETS, held_out, read_with_tesseract
from corpus.training.train import open_model, read_lines


def main() -> None:
    torch.set_num_threads(1)
    path = Path(sys.argv[1])
    model = open_model(path)
    for name in SETS:
        lines = held_out(name)
        ours = read_lines(model.reader.eval(), model.charset, [line.strip for line in lines])
        theirs = read_with_tesseract(path, lines)
        figures = compare(zip(theirs, ours, strict=True))
        print(
            f"{path.name}, {name}: {figures.exact} of {figures.lines} lines read alike; "
            f"{figures.edits} edits in {figures.letters} letters"
        )


if __name__ == "__main__":
    main()
