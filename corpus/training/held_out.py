"""Lines to measure with, in fonts that are never trained on (`typefaces.HELD_OUT`).

`python -m corpus.training.held_out MODEL.traineddata …` reads them with each model through
Tesseract, as the archive does, and prints the figures side by side.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image

from corpus.training import typefaces
from corpus.training.figures import Figures, compare
from corpus.training.lines import TrainingLine, make_line
from corpus.training.texts import Texts

SEED = 31337  # no seed that lines are trained on begins with it
# Lines in unseen fonts, worn and clean; worn, in the face of official print (unseen texts); and
# in faces kept apart to choose checkpoints by.
SETS = {
    "worn": (typefaces.held_out, False),
    "clean": (typefaces.held_out, True),
    "sarabun": (typefaces.sarabun, False),
    "choosing": (typefaces.choosing, False),
}


@cache
def held_out(name: str, count: int = 500) -> tuple[TrainingLine, ...]:
    """The set `name` of SETS, always the same lines."""
    texts = Texts(np.random.default_rng((SEED, len(name))))
    faces, clean = SETS[name]
    return tuple(make_line(texts, faces(), clean) for _ in range(count))


def read_with_tesseract(model: Path, lines: tuple[TrainingLine, ...]) -> list[str]:
    """What Tesseract reads with a model file, a line each (raw line, one process for all)."""
    with tempfile.TemporaryDirectory() as folder:
        stack = Path(folder) / "lines.tif"
        first, *rest = [Image.fromarray(line.strip) for line in lines]
        first.save(stack, save_all=True, append_images=rest, dpi=(300, 300))
        command = ["tesseract", str(stack), "-", "--psm", "13", "-c", "page_separator=\f"]
        command += ["--tessdata-dir", str(model.parent), "-l", model.stem]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    texts = done.stdout.split("\f")
    return [" ".join(text.split()) for text in texts[: len(lines)]]


def measure(model: Path, name: str) -> Figures:
    lines = held_out(name)
    readings = read_with_tesseract(model, lines)
    return compare(zip((line.text for line in lines), readings, strict=True))


def main() -> None:
    for path in sys.argv[1:]:
        for name in SETS:
            print(f"{Path(path).name}, {name}: {measure(Path(path), name)}", flush=True)


if __name__ == "__main__":
    main()
