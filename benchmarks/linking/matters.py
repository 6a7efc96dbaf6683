"""What letters are about and what they cite: affairs that go on from letter to letter.

Where each parameter comes from stands beside it. Pairs are of a letter and one that it cites, both
subjects known.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.linking.archive import ABSENT, SLIPS, Made, Named, citation, filed
from benchmarks.search.letters import Words

# A letter is of the matter of what it cites: of 19 pairs of November 2026 (seen letters, and sample
# letters) 15 share 0.4 of their runs of four letters or more, of 31 others since (letters of the
# corpus, by authors who knew nothing of this) 21: 36 of 50. Of pairs that have nothing to do with
# each other 0.9 % do. In two of the 19 the subject is the same, or nearly.
SHARED, SAME_SUBJECT = 36 / 50, 2 / 19
# A letter is so often of the matter of the first that it cites; the others that it cites are of the
# first one's matter where there are such. Of all that is cited `SHARED` is then of its matter.
# (Until 29 November 2026 the pairs' share was taken for each of these steps, so that of all that
# was cited only 56 % was of the letter's matter.)
CONTINUES = 0.82
TELLS_SUBJECT = 2 / 66  # of citations with number and day in sample letters say เรื่อง …
# Two seen letters of one sender, numbered one after the other on one day, were of one matter; of
# two others nothing is known. One in ten is assumed.
MATTER_AGAIN = 0.1
# A cited letter is as likely to be some days old as months or years. Seen: 0, 23, 24 and 24 days,
# and fourteen years.

_RECENT = 10  # letters of a matter that are cited
_HEADS = (
    *("ขอส่ง", "รายงานผล", "แจ้ง", "ขอความร่วมมือ", "ขอเชิญประชุม", "แต่งตั้งคณะกรรมการ", "ติดตามผล"),
    *("การดำเนินงาน", "แนวทาง", "ซักซ้อมความเข้าใจ", "เร่งรัด", "ขอให้จัดส่งข้อมูล", "มาตรการ", ""),
)
_TAILS = ("", "", "", " ประจำปีงบประมาณ พ.ศ. {year}", " ประจำปี {year}", " ไตรมาสที่ {quarter}")


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that may be cited, and its place in the archive; None if it never came."""

    named: Named
    matter: str
    subject: str
    place: int | None


class _Sent:
    """All letters sent so far."""

    def __init__(self) -> None:
        self.all: list[Sent] = []
        self._of_matter: dict[str, list[int]] = {}
        self._last_matter: dict[str, str] = {}  # of each sender

    def add(
        self, rng: random.Random, words: Words, named: Named, place: int | None, after: Sent | None
    ) -> Sent:
        """A letter, of the matter of that `after` which it was written, or of another."""
        matter = after.matter if after else ""
        if not matter and rng.random() < MATTER_AGAIN:
            matter = self._last_matter.get(named.issuer, "")
        matter = matter or words.draw(rng, 3, 6)
        same = after is not None and rng.random() < SAME_SUBJECT / SHARED
        subject = after.subject if after and same else _subject(rng, matter, named.date)
        one = Sent(named, matter, subject, place)
        self._last_matter[named.issuer] = matter
        self._of_matter.setdefault(matter, []).append(len(self.all))
        self.all.append(one)
        return one

    def cited(self, rng: random.Random, moment: float) -> list[Sent]:
        """Letters to cite: one of any age, others of its matter, where there are such."""
        a_day = len(self.all) / moment
        wanted = rng.choice((2, 3, 3, 4))

        def of_any_age() -> int:
            age = math.exp(rng.uniform(0, math.log(moment))) * a_day if moment > 1 else 0
            return max(0, len(self.all) - 1 - int(age + rng.random() * a_day))

        first = of_any_age()
        of_its_matter = self._of_matter[self.all[first].matter][-_RECENT:]
        found = {first: None}
        while len(found) < wanted:
            others = [one for one in of_its_matter if one not in found]
            found[rng.choice(others) if others else of_any_age()] = None
        return [self.all[one] for one in found]


def letters(
    count: int,
    rng: random.Random,
    words: Words,
    days: Sequence[date],
    named_next: Callable[[date, float], Named],
) -> Iterator[Made]:
    """Letters in the order of their days, each with what it cites. `named_next` names the next
    letter of some sender, of a day and a moment (days of `days` since the archive began)."""
    sent = _Sent()
    for place in range(count):
        moment = place * len(days) / count
        day = days[int(moment)]
        while rng.random() < ABSENT:
            sent.add(rng, words, named_next(day, moment), None, None)
        cited = sent.cited(rng, moment) if place > 50 else []
        goes_on = cited and rng.random() < CONTINUES
        named = named_next(day, moment)
        own = sent.add(rng, words, named, place, cited[0] if goes_on else None)
        said = [
            citation(
                *(rng, one.named, rng.random() < SLIPS),
                one.subject if rng.random() < TELLS_SUBJECT else None,
            )
            for one in cited
        ]
        yield filed(place, own.named, own.subject, said), [one.place for one in cited]


def _subject(rng: random.Random, matter: str, iso: str) -> str:
    day = date.fromisoformat(iso)
    year = day.year + 543 + (day.month > 9)
    tail = rng.choice(_TAILS).format(year=year, quarter=(day.month + 2) % 12 // 3 + 1)
    return f"{rng.choice(_HEADS)}{matter}{tail}"
