"""An archive as an office of a province has it: letters of thousands of senders, most of whose
numbers it never sees, that cite what they continue (`matters.py`).

Where each parameter comes from stands beside it. "Seen" are real letters and numbers that people
read: seventeen public files, the packet, and a list of reference numbers with their days.
"""

from __future__ import annotations

import csv
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib.resources import files
from itertools import accumulate

from benchmarks.linking.archive import DAYS, FIRST, Made, Named
from benchmarks.linking.matters import letters
from benchmarks.search.letters import Words
from index.units import districts, provinces

# Numbers that a sender gives out a working day: median and spread (standard deviation of the
# logarithm) of 27 seen numbers with their days, which lie between 0.4 and 130 a day.
A_DAY, SPREAD = 4.7, 1.63
_UNEVEN = 0.5  # spread of one day's numbers about the sender's usual. Assumed
# Letters come from senders by rank 1, 1/2, 1/3 … (Zipf): the own province's offices, its districts
# and towns, the departments, all others. Assumed, as is that of a sender's numbers at most half
# reach one archive: no register of incoming letters was seen.
HELD_MOST = 0.5
# Of twelve seen letters and orders with numbers six were circulars, three letters, three orders.
SERIES = {"circular": 6, "letter": 3, "order": 3}

_PROVINCIAL = (  # offices that every province has
    *("จังหวัด", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "สำนักงานสาธารณสุขจังหวัด"),
    *("ที่ทำการปกครองจังหวัด", "สำนักงานเกษตรจังหวัด", "สำนักงานพัฒนาชุมชนจังหวัด", "สำนักงานคลังจังหวัด"),
    *("สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัด", "สำนักงานปศุสัตว์จังหวัด", "สำนักงานประมงจังหวัด"),
    *("สำนักงานแรงงานจังหวัด", "สำนักงานที่ดินจังหวัด"),
)
_DEPARTMENTS = 160


@dataclass(slots=True)
class Running:
    """Where one series of a sender's numbers stands: they begin with 1 every calendar year."""

    year: int = 0
    number: int = 0
    moment: float = 0.0  # working days since the archive began


@dataclass(slots=True)
class Sender:
    """An office and its code; it gives out `a_day` numbers a working day."""

    name: str
    code: str
    a_day: float = 0.0
    series: dict[str, Running] = field(default_factory=dict)


def documents(count: int, seed: int) -> Iterator[Made]:
    """As `archive.documents`."""
    rng = random.Random(seed)
    words = Words(rng)
    days = [one for n in range(DAYS) if (one := FIRST + timedelta(days=n)).weekday() < 5]
    senders, shares = _senders(rng, words, count / len(days))

    def named_next(day: date, moment: float) -> Named:
        return _next(rng, rng.choices(senders, cum_weights=shares)[0], day, moment)

    return letters(count, rng, words, days, named_next)


def _next(rng: random.Random, sender: Sender, day: date, moment: float) -> Named:
    """The next number of a sender in one of its series: it grows with the days that went by, as
    the sender gives many numbers to others."""
    name = rng.choices(list(SERIES), list(SERIES.values()))[0]
    running = sender.series.setdefault(name, Running())
    if running.year != day.year:
        begun = moment - (day - date(day.year, 1, 1)).days * 5 / 7
        running.year, running.number, running.moment = day.year, 0, begun
    passed = max(0.0, moment - running.moment)
    uneven = math.exp(rng.gauss(0, _UNEVEN / math.sqrt(max(1.0, passed))))
    share = SERIES[name] / sum(SERIES.values())
    running.number += max(1, round(sender.a_day * share * passed * uneven))
    running.moment = moment
    if name == "order":
        return Named("order", sender.name, f"{running.number}/{day.year + 543}", day.isoformat())
    sign = "ว " if name == "circular" else ""
    number = f"{sender.code}/{sign}{running.number}"
    return Named("external_letter", sender.name, number, day.isoformat())


def _senders(
    rng: random.Random, words: Words, letters_a_day: float
) -> tuple[list[Sender], list[float]]:
    """Who writes, and the running sums of their shares."""
    codes = {row["name_th"]: row["code"] for row in _rows("provinces.tsv")}
    own = rng.choice(provinces())
    of: dict[str, list[Sender]] = {}
    for province in provinces():
        code = codes[province]
        offices = [
            Sender(f"{name}{province}", f"{code} {place:04}")
            for place, name in enumerate(_PROVINCIAL, 14)
        ]
        local = [
            one
            for place, name in enumerate(districts()[province], 1)
            for one in (
                Sender(f"อำเภอ{name}", f"{code} {place:02}18"),
                Sender(f"เทศบาลตำบล{name}", f"{code} 5{place:02}01"),
            )
        ]
        rng.shuffle(local)
        of[province] = [*offices, *local]
    ministries = [row["code"] for row in _rows("ministries.tsv")]
    departments = [
        Sender(
            f"กรม{words.draw(rng, 2, 3)}",
            f"{rng.choice(ministries)} {place:02}{rng.randrange(1, 30):02}",
        )
        for place in range(_DEPARTMENTS)
    ]
    others = [one for name in provinces() if name != own for one in of[name]]
    rng.shuffle(others)
    senders = [*of[own], *departments, *others]
    weights = [1 / rank for rank in range(1, len(senders) + 1)]
    for sender, weight in zip(senders, weights, strict=True):
        held = letters_a_day * weight / sum(weights)
        sender.a_day = max(A_DAY * math.exp(rng.gauss(0, SPREAD)), held / HELD_MOST)
    return senders, list(accumulate(weights))


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("extractors").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    yield from csv.DictReader(lines, delimiter="\t")
