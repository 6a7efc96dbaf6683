"""What a pen writes in the heads of papers besides digits: days with their month, offices' codes.

Spaces are where a pen may leave room; the reader is not asked for them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np

from pipeline.pens.letters import CONSONANTS
from pipeline.thai_digits import thai
from pipeline.thai_months import MONTHS, SHORT_MONTHS

Rng = np.random.Generator

_OF_THE_TABLES = 0.5
_COMMON = "กขคงจชดตทนบปผพภมยรลวศสหอธฉฝซถฐ"


@cache
def _codes() -> tuple[str, ...]:
    """The letter codes of the tables that ship."""
    lines: list[str] = []
    for name in ("ministries.tsv", "provinces.tsv"):
        text = (files("extractors") / "data" / name).read_text("utf-8")
        rows = [line for line in text.splitlines() if not line.startswith("#")]
        lines += [row.split("\t")[0] for row in rows[1:]]
    return tuple(code for code in lines if 1 < len(code) <= 4 and code.isalpha())


def choose_text(rng: Rng) -> str:
    kind = rng.random()
    if kind < 0.47:
        text = day(rng)
    elif kind < 0.87:
        text = number(rng)
    elif kind < 0.93:
        text = "/".join(str(rng.integers(1, most)) for most in (32, 13, 70))
    else:
        text = str(rng.integers(1, 10 ** int(rng.integers(1, 7))))
    return thai(text) if rng.random() < 0.72 else text


def day(rng: Rng) -> str:
    short = rng.random() < 0.42
    month = str(rng.choice(SHORT_MONTHS if short else MONTHS))
    if short and rng.random() < 0.15:
        month = month[:-1] if rng.random() < 0.6 else month.replace(".", "", 1)
    year = str(rng.integers(2555, 2575)) if rng.random() < 0.85 else str(rng.integers(2400, 2600))
    if rng.random() < (0.6 if short else 0.1):
        year = year[2:]
    if rng.random() < 0.12:
        year = f"พ.ศ. {year}"
    day = str(rng.integers(1, 32))
    before = "เดือน " if rng.random() < 0.06 else ""
    if rng.random() < 0.1:
        day = f"วันที่ {day}"
    kind = rng.random()
    if kind < 0.12:  # the month alone, between print
        return f"{before}{month}"
    if kind < 0.2:
        return f"{day} {before}{month}"
    if kind < 0.26:
        return f"{before}{month} {year}"
    return f"{day} {before}{month} {year}"


def number(rng: Rng) -> str:
    """ศธ ๐๔๒๕๗.๐๕/๑๒ | วก ๑๑๘ | กบ.๕๔๗ | สก.ทร. ๓๔/๒๕๖๗ | ๐๖๘๔.๐๓(อ)/ว ๓๔ | พิเศษ/๕๔ | ๔๗๘-๖๖"""
    kind = rng.random()
    running = str(
        rng.integers(1, 10 ** int(rng.choice((1, 2, 3, 4, 5), p=(0.1, 0.3, 0.35, 0.2, 0.05))))
    )
    label = "ที่ " if rng.random() < 0.1 else ""
    if kind < 0.14:
        return f"{label}{_letters(rng)} {running}"
    if kind < 0.24:  # its unit by points
        units = ".".join(_letters(rng, 3) for _ in range(int(rng.integers(1, 4))))
        year = f"/{rng.integers(2560, 2575)}" if rng.random() < 0.6 else ""
        return f"{label}{units}.{' ' if rng.random() < 0.5 else ''}{running}{year}"
    if kind < 0.34:
        year = str(rng.integers(2555, 2575))
        return f"{label}{running}/{year[2:] if rng.random() < 0.15 else year}"
    between = rng.random()
    if between < 0.25:
        running = f"ว {running}" if rng.random() < 0.5 else f"ว{running}"
    elif between < 0.33:
        running = f"({_letters(rng, 1)}) {running}"
    elif between < 0.39:
        running = f"{_letters(rng, 1)} {running}"
    elif between < 0.43:
        running = f"พิเศษ {running}" if rng.random() < 0.5 else "พิเศษ"
    if kind < 0.44:
        return f"/{running}" if rng.random() < 0.6 else running
    if kind < 0.5:
        return f"{label}{running}-{rng.integers(55, 75)}"
    if kind < 0.57:  # a university's short code: อว ๖๙.๕.๑/๔๕๖
        code = str(rng.integers(10, 100))
    else:
        code = str(rng.integers(10 ** int(rng.choice((2, 3, 4), p=(0.15, 0.25, 0.6)))))
        code = code.zfill(int(rng.choice((3, 4, 5), p=(0.1, 0.7, 0.2))))
    for _ in range(int(rng.choice((0, 1, 2, 3), p=(0.35, 0.4, 0.2, 0.05)))):
        code += f".{str(rng.integers(100)).zfill(int(rng.integers(1, 4)))}"
    if rng.random() < 0.1:
        inside = _letters(rng, 3) if rng.random() < 0.5 else str(rng.integers(1, 20))
        code += f"({inside})"
    letters = "" if rng.random() < 0.08 else f"{_letters(rng, 2)} "
    if rng.random() < 0.04:
        letters += f"({_letters(rng, 3)}) "
    stroke = str(rng.choice(("/", "/ ", " /"), p=(0.7, 0.2, 0.1)))
    end = rng.random()
    if end < 0.12:
        return f"{label}{letters}{code}"
    if end < 0.18:
        return f"{label}{letters.strip() or code}"
    return f"{label}{letters}{code}{stroke}{running}"


def _letters(rng: Rng, most: int = 4) -> str:
    """The code of a ministry or a province, or letters as they come."""
    if most >= 2 and rng.random() < _OF_THE_TABLES:
        return str(rng.choice(_codes()))
    count = min(most, int(rng.choice((1, 2, 3, 4), p=(0.15, 0.6, 0.17, 0.08))))
    signs = CONSONANTS if rng.random() < 0.15 else _COMMON
    return "".join(rng.choice(list(signs), count))
