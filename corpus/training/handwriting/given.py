"""What the commands here are given: where the drawings, digits and fonts lie, how long to learn."""

from __future__ import annotations

import argparse
from pathlib import Path


def materials_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser of where the materials lie."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--drawings", type=Path, required=True)
    parser.add_argument("--mnist", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, nargs="+", required=True)
    return parser


def course_parser(description: str | None, minutes: float) -> argparse.ArgumentParser:
    """The same, and how long a network learns, `minutes` unless told."""
    parser = materials_parser(description)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=minutes)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--rate", type=float, default=2e-3)
    return parser
