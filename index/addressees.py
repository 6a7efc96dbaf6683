"""Whom a letter addresses: ผู้ว่าราชการจังหวัด ทุกจังหวัด are seventy-six units, and จังหวัดตรัง is one.

A letter is addressed to the head of a unit; the unit is what reports and what gives orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from index.names import name_key

# The title of a head, and how the name of his unit begins. Longer titles first. Titles and units
# as the acts on the organisation of state administration (B.E. 2534), of municipalities (2496),
# of provincial (2540) and subdistrict (2537) administrative organisations name them.
HEADS: tuple[tuple[str, str], ...] = (
    ("ผู้ว่าราชการกรุงเทพมหานคร", "กรุงเทพมหานคร"),
    ("ผู้ว่าราชการจังหวัด", "จังหวัด"),
    ("นายแพทย์สาธารณสุขจังหวัด", "สำนักงานสาธารณสุขจังหวัด"),
    ("ศึกษาธิการจังหวัด", "สำนักงานศึกษาธิการจังหวัด"),
    ("ท้องถิ่นจังหวัด", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด"),
    ("ท้องถิ่นอำเภอ", "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ"),
    ("พัฒนาการจังหวัด", "สำนักงานพัฒนาชุมชนจังหวัด"),
    ("เกษตรจังหวัด", "สำนักงานเกษตรจังหวัด"),
    ("ปศุสัตว์จังหวัด", "สำนักงานปศุสัตว์จังหวัด"),
    ("นายอำเภอ", "อำเภอ"),
    ("นายกองค์การบริหารส่วนจังหวัด", "องค์การบริหารส่วนจังหวัด"),
    ("นายกองค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบล"),
    ("นายกเทศมนตรี", "เทศบาล"),
    ("นายกเมืองพัทยา", "เมืองพัทยา"),
    ("อธิบดี", ""),  # อธิบดีกรม…: the unit's own name follows the title
    ("ปลัดกระทรวง", "กระทรวง"),
    ("เลขาธิการ", ""),
    ("ผู้อำนวยการ", ""),
    ("อธิการบดี", ""),
    ("คณบดี", ""),
    ("หัวหน้า", ""),
)
_EVERY = re.compile(r"ทุก(?:แห่ง|จังหวัด|อำเภอ|เทศบาล|ตำบล|กรม|กระทรวง|แห่งทั่วประเทศ|\S*)")
_EXCEPT = re.compile(r"\(?\s*(?:ยกเว้น|เว้น)\s*(?P<names>[^)]*)\)?")
_BETWEEN = re.compile(r"\s*(?:,|และ|\s)\s*")


@dataclass(frozen=True, slots=True)
class Addressees:
    """One line of เรียน. `kind` is how the units' names begin (จังหวัด); `every` for ทุก…;
    `names` the units named in full; `without` those excepted."""

    text: str
    kind: str
    every: bool
    names: tuple[str, ...]
    without: frozenset[str]

    def covers(self, unit: str) -> str | None:
        """The addressed unit that a unit is, or that an office of it speaks for; else None.

        สำนักงาน…จังหวัดตรัง speaks for จังหวัดตรัง.
        """
        key = name_key(unit)
        if not key:
            return None
        for name in self.names:
            if key == name_key(name):
                return name
        if self.kind == "จังหวัด":
            province = _provinces_by_key().get(key[key.rfind("จังหวัด") :])
            return province if province and self._holds(province) else None
        if self.every and self.kind and key.startswith(name_key(self.kind)):
            return unit if key not in self.without else None
        return None

    def _holds(self, name: str) -> bool:
        key = name_key(name)
        if self.every:
            return key not in self.without
        return any(name_key(one) == key for one in self.names)

    def units(self) -> tuple[str, ...]:
        """Every unit by name, where the archive knows them: the provinces, and those named. A
        line such as นายอำเภอ ทุกอำเภอ stands as it is, since which districts it means is not said.
        """
        if self.every and self.kind == "จังหวัด":
            names = tuple(f"จังหวัด{province}" for province in provinces())
            return tuple(name for name in names if self._holds(name))
        return self.names or (self.text,)


@lru_cache(maxsize=1024)
def addressees(recipient: str) -> Addressees:
    """Read one line of เรียน.

    >>> addressees("นายอำเภอเมือง").names, addressees("นายอำเภอ ทุกอำเภอ").every
    (('อำเภอเมือง',), True)
    """
    text = " ".join(recipient.split())
    excepted = _EXCEPT.search(text)
    bare = _EXCEPT.sub("", text).strip() if excepted else text
    for head, unit in HEADS:
        if not bare.startswith(head):
            continue
        rest = bare[len(head) :].strip()
        every = bool(_EVERY.match(rest))
        names = () if every else tuple(_named(rest, unit))
        without = frozenset(
            name_key(name) for name in _named(excepted["names"] if excepted else "", unit)
        )
        return Addressees(text, unit, every, names, without)
    return Addressees(text, "", False, (bare,), frozenset())


def _named(rest: str, unit: str) -> list[str]:
    """ตรัง เลย และตาก → จังหวัดตรัง, จังหวัดเลย, จังหวัดตาก; names of other units stay whole."""
    if not rest:
        return [unit] if unit and unit in ("กรุงเทพมหานคร", "เมืองพัทยา") else []
    if unit != "จังหวัด":
        return [rest if rest.startswith(unit) else unit + rest]
    known = set(provinces())
    found = [piece.removeprefix("จังหวัด") for piece in _BETWEEN.split(rest)]
    return [f"จังหวัด{name}" for name in found if name in known]


def addressed(recipients: Iterable[str], unit: str) -> str | None:
    """The unit among all the addressees that `unit` is or speaks for, None if there is none."""
    for recipient in recipients:
        name = addressees(recipient).covers(unit)
        if name is not None:
            return name
    return None


@lru_cache(maxsize=1)
def provinces() -> tuple[str, ...]:
    """The names of the seventy-six provinces, กรุงเทพมหานคร not being one."""
    table = files("extractors").joinpath("data/provinces.tsv").read_text(encoding="utf-8")
    rows = [line for line in table.splitlines() if line and not line.startswith("#")]
    place = rows[0].split("\t").index("name_th")
    return tuple(row.split("\t")[place] for row in rows[1:])


@lru_cache(maxsize=1)
def _provinces_by_key() -> dict[str, str]:
    names = (f"จังหวัด{province}" for province in provinces())
    return {name_key(name): name for name in names}
