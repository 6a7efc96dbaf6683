"""Average two exported models: `python -m corpus.training.handwriting.average A B --out C`.

B was trained on from A, on rows of other kinds: A reads the rows that it learnt a little better, B
the new ones; their mean does both nearly as well ("model soups", Wortsman et al. 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
from onnx import numpy_helper


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs=2)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    mean, other = (onnx.load(str(path)) for path in given.models)
    pairs = zip(mean.graph.initializer, other.graph.initializer, strict=True)
    for one, weights in pairs:
        value = (numpy_helper.to_array(one) + numpy_helper.to_array(weights)) / 2
        one.CopyFrom(numpy_helper.from_array(value, one.name))
    onnx.save(mean, str(given.out))


if __name__ == "__main__":
    main()
