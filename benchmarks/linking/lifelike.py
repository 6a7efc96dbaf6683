"""An archive as an office of a province has it: letters of thousands of senders, most of whose
numbers it never sees, that cite what they continue.

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

from benchmarks.linking.archive import ABSENT, DAYS, FIRST, SLIPS, Made, Named, citation, filed
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
# A letter is of the matter of what it cites: of 19 pairs whose two subjects are known (the seen,
# and sample letters) 15 share 0.4 of their runs of four letters or more. Of pairs that have nothing
# to do with each other 0.9 % do. In two of the 19 the subject is the same, or nearly.
CONTINUES, SAME_SUBJECT = 15 / 19, 2 / 19
TELLS_SUBJECT = 2 / 66  # of citations with number and day in sample letters say เรื่อง …
# Two seen letters of one sender, numbered one after the other on one day, were of one matter; of
# two others nothing is known. One in ten is assumed.
MATTER_AGAIN = 0.1
# A cited letter is as likely to be some days old as months or years. Seen: 0, 23, 24 and 24 days,
# and fourteen years.

_HEADS = (
    *("ขอส่ง", "รายงานผล", "แจ้ง", "ขอความร่วมมือ", "ขอเชิญประชุม", "แต่งตั้งคณะกรรมการ", "ติดตามผล"),
    *("การดำเนินงาน", "แนวทาง", "ซักซ้อมความเข้าใจ", "เร่งรัด", "ขอให้จัดส่งข้อมูล", "มาตรการ", ""),
)
_TAILS = ("", "", "", " ประจำปีงบประมาณ พ.ศ. {year}", " ประจำปี {year}", " ไตรมาสที่ {quarter}")
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
    last_matter: str = ""
    series: dict[str, Running] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that may be cited, and its place in the archive; None if it never came."""

    named: Named
    matter: str
    subject: str
    place: int | None


def documents(count: int, seed: int) -> Iterator[Made]:
    """As `archive.documents`."""
    rng = random.Random(seed)
    words = Words(rng)
    days = [one for n in range(DAYS) if (one := FIRST + timedelta(days=n)).weekday() < 5]
    senders, shares = _senders(rng, words, count / len(days))
    known: list[Sent] = []
    of_matter: dict[str, list[int]] = {}

    def sent(place: int | None, moment: float, matter: str, subject: str) -> Sent:
        sender = rng.choices(senders, cum_weights=shares)[0]
        if not matter:
            again = rng.random() < MATTER_AGAIN and sender.last_matter
            matter = again or words.draw(rng, 3, 6)
        sender.last_matter = matter
        day = days[int(moment)]
        named = _next(rng, sender, day, moment)
        one = Sent(named, matter, subject or _subject(rng, matter, day), place)
        of_matter.setdefault(matter, []).append(len(known))
        return one

    for place in range(count):
        moment = place * len(days) / count
        while rng.random() < ABSENT:
            known.append(sent(None, moment, "", ""))
        cited = _cited(rng, known, of_matter, moment) if place > 50 else []
        continued = cited[0] if cited and rng.random() < CONTINUES else None
        matter = continued.matter if continued else ""
        same = continued and rng.random() < SAME_SUBJECT / CONTINUES
        own = sent(place, moment, matter, continued.subject if continued and same else "")
        known.append(own)
        said = [
            citation(
                rng,
                one.named,
                rng.random() < SLIPS,
                one.subject if rng.random() < TELLS_SUBJECT else None,
            )
            for one in cited
        ]
        yield filed(place, own.named, own.subject, said), [one.place for one in cited]


def _cited(
    rng: random.Random, known: list[Sent], of_matter: dict[str, list[int]], moment: float
) -> list[Sent]:
    """Letters to cite: one of any age, others mostly of its matter, where there are such."""
    a_day = len(known) / moment
    found: dict[int, None] = {}

    def of_any_age() -> int:
        age = math.exp(rng.uniform(0, math.log(moment))) * a_day if moment > 1 else 0
        return max(0, len(known) - 1 - int(age + rng.random() * a_day))

    found[of_any_age()] = None
    matter = known[next(iter(found))].matter
    wanted = rng.choice((2, 3, 3, 4))
    while len(found) < wanted:
        others = [n for n in of_matter[matter][-10:] if n not in found]
        goes_on = others and rng.random() < CONTINUES
        found[rng.choice(others) if goes_on else of_any_age()] = None
    return [known[n] for n in found]


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


def _subject(rng: random.Random, matter: str, day: date) -> str:
    year = day.year + 543 + (day.month > 9)
    tail = rng.choice(_TAILS).format(year=year, quarter=(day.month + 2) % 12 // 3 + 1)
    return f"{rng.choice(_HEADS)}{matter}{tail}"


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
