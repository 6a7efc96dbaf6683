"""How well, and how honestly, the shipped reader reads hands that it was not trained on.

Single drawings and composed rows of the writers held out; chances against how often they hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.training.handwriting import drawings, glyphs, rows
from corpus.training.handwriting.given import materials_parser
from pipeline.pens import digits
from pipeline.pens.digits import Candidate

_TEMPERATURES = (0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0, 2.5, 3.0)
_BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.001)

Reading = tuple[str, tuple[Candidate, ...]]  # what stands there, what was read


def main() -> None:
    parser = materials_parser(__doc__)
    parser.add_argument("--rows", type=int, default=600)
    given = parser.parse_args()
    for clean in (True, False):
        single = _singles(given.drawings, clean=clean)
        name = f"single drawings, {'cleaned' if clean else 'all but blanks'}"
        _tell(f"{name}, read as a row of any signs", single)
        alone = [(truth, tuple(c for c in read if c.text in glyphs.THAI)) for truth, read in single]
        _tell(f"{name}, known to be one Thai digit", alone)
    if wrong := [(t, r[0].text if r else "") for t, r in _singles(given.drawings, clean=True)]:
        print("  misread:", " ".join(f"{t}→{r}" for t, r in wrong if t != r))
    strangers = glyphs.load(
        given.drawings, given.mnist, glyphs.find_fonts(*given.fonts), held_out=True
    )
    for real_pens in (False, True):
        print("rows as real pens write them:" if real_pens else "rows drawn with a finger:")
        made = [
            rows.compose(strangers, np.random.default_rng(seed), real_pens=real_pens)
            for seed in range(given.rows)
        ]
        _measure(made)


def _measure(made: Sequence[rows.Row]) -> None:
    half = len(made) // 2
    _print_temperatures(made[:half])
    read = [(row.text, digits.read_digits(row.picture, thai=_kind(row.text))) for row in made]
    for name, part in (
        ("all rows", read),
        ("rows of 1–3 Thai digits, ว or not", [r for r in read if _short_thai(r[0])]),
        ("rows of Arabic digits", [r for r in read if _kind(r[0]) is False]),
    ):
        _tell(name, part)
    _print_reliability(read[half:])
    _print_confusions(read)


def _print_confusions(readings: Sequence[Reading]) -> None:
    """How often a sign of the first reading is another, in rows of which all but one are right."""
    told: Counter[str] = Counter()
    taken: Counter[tuple[str, str]] = Counter()
    for truth, read in readings:
        first = read[0].text if read else ""
        told.update(first)
        wrong = [(a, b) for a, b in zip(first, truth, strict=False) if a != b]
        if len(first) == len(truth) and len(wrong) == 1:
            taken.update(wrong)
    for (read_as, meant), count in taken.most_common(12):
        print(f"  read {read_as}, meant {meant}: {count} of {told[read_as]}")


def _singles(path: Path, *, clean: bool) -> list[Reading]:
    people = drawings.read(path, range(drawings.FIRST_HELD_OUT, 300), clean=clean)
    return [
        (glyphs.THAI[digit], digits.read_digits(_framed(mask), thai=True, most=50))
        for person in people
        for digit, mask in person.items()
    ]


def _framed(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(np.pad(255 - mask, 6, constant_values=255), np.uint8)


def _kind(text: str) -> bool | None:
    thai, arabic = (any(sign in kind for sign in text) for kind in (glyphs.THAI, glyphs.ARABIC))
    return thai if thai != arabic else None


def _short_thai(text: str) -> bool:
    digits = text.removeprefix("ว")
    return len(digits) <= 3 and all(sign in glyphs.THAI for sign in digits)


def _tell(name: str, readings: Sequence[Reading]) -> None:
    first = np.mean([bool(read) and read[0].text == truth for truth, read in readings])
    three = np.mean([truth in [c.text for c in read[:3]] for truth, read in readings])
    print(f"{name}: {len(readings)}, right {first:.1%}, among the first three {three:.1%}")


def _print_temperatures(made: Sequence[rows.Row]) -> None:
    """The surprise at the truth, by temperature; the least is the one to ship."""
    for temperature in _TEMPERATURES:
        digits.TEMPERATURE = temperature
        surprise = []
        for row in made:
            read = digits.read_digits(row.picture, thai=_kind(row.text), most=24)
            chance = next((c.chance for c in read if c.text == row.text), 0.0)
            surprise.append(-np.log(max(chance, 1e-4)))
        print(f"temperature {temperature}: surprise {np.mean(surprise):.3f}")
    digits.TEMPERATURE = _SHIPPED


def _print_reliability(readings: Sequence[Reading]) -> None:
    chances = np.array([read[0].chance if read else 0.0 for _, read in readings])
    right = np.array([bool(read) and read[0].text == truth for truth, read in readings])
    gap = 0.0
    for low, high in pairwise(_BINS):
        inside = (chances >= low) & (chances < high)
        if inside.any():
            said, held = chances[inside].mean(), right[inside].mean()
            gap += abs(said - held) * inside.mean()
            print(
                f"chance {low:.2f}–{high:.2f}: {inside.sum()} rows, "
                f"said {said:.2f}, held {held:.2f}"
            )
    print(f"expected calibration error {gap:.3f}")


_SHIPPED = digits.TEMPERATURE

if __name__ == "__main__":
    main()
