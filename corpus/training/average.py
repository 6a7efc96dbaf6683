"""Average the weights of models of one run: `python -m corpus.training.average A B … --out C`.

An early model has kept more of what it knew of typefaces that it is not trained on, a late one
reads the faces of its lines better; their mean does both nearly as well as either ("model soups",
Wortsman et al. 2022: models fine-tuned from one start lie in one basin).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from corpus.training.train import export, open_model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    models = [open_model(path) for path in given.models]
    mean = models[0]
    with torch.no_grad():
        for weights in zip(*(model.reader.parameters() for model in models), strict=True):
            weights[0].copy_(torch.stack(weights).mean(0))
    export(mean, mean.reader, given.out)


if __name__ == "__main__":
    main()
