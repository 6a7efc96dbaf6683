"""Whom a letter addresses: ผู้ว่าราชการจังหวัด ทุกจังหวัด are seventy-six units, and จังหวัดตรัง is one.

A letter is addressed to the head of a unit; the unit is what reports and what gives orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.names import name_key
from index.units import Group, districts, in_group, province_in, provinces

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
_OF = re.compile(r"\s*(?:ใน(?:สังกัด|เขต|พื้นที่|กำกับ|จังหวัด|อำเภอ)|สังกัด).*$")
_EVERY = re.compile(r"(?:^|\s)ทุก(?:แห่ง|จังหวัด|อำเภอ|เทศบาล|ตำบล|กรม|กระทรวง|แห่งทั่วประเทศ|\S*)")
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

    def covers(self, unit: str, issuer: str | None = None) -> str | None:
        """The unit addressed by `issuer` that a unit is, or that an office of it speaks for; else
        None. สำนักงาน…จังหวัดตรัง speaks for จังหวัดตรัง.
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
        if self.every and self.kind == "อำเภอ" and issuer:
            district = _district(key, issuer)
            return district if district and self._holds(district) else None
        if self.every and self.kind and key.startswith(name_key(self.kind)):
            return unit if key not in self.without else None
        return None

    def _holds(self, name: str) -> bool:
        key = name_key(name)
        if self.every:
            return key not in self.without
        return any(name_key(one) == key for one in self.names)

    def units(self, issuer: str | None = None, groups: Iterable[Group] = ()) -> tuple[str, ...]:
        """Every unit by name: those that the office listed for this address, the provinces, the
        districts of the issuer's province (of the whole country with their provinces, where the
        issuer is of none), and those named. Any other line stands as it is.
        """
        listed = in_group(groups, self.text, issuer)
        if listed:
            return listed
        if self.every and self.kind == "จังหวัด":
            names = tuple(f"จังหวัด{province}" for province in provinces())
            return tuple(name for name in names if self._holds(name))
        if self.every and self.kind == "อำเภอ" and issuer:
            return tuple(name for name in _districts(issuer) if self._holds(name))
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
        every = _EVERY.search(rest)
        if every:  # ผู้อำนวยการโรงเรียนในสังกัด ทุกโรงเรียน: their names begin with โรงเรียน
            unit += _OF.sub("", rest[: every.start()]).strip()
        names = () if every else tuple(_named(rest, unit))
        without = frozenset(
            name_key(name) for name in _named(excepted["names"] if excepted else "", unit)
        )
        return Addressees(text, unit, every is not None, names, without)
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


def addressed(recipients: Iterable[str], unit: str, issuer: str | None = None) -> str | None:
    """The unit among all the addressees of a letter by `issuer` that `unit` is or speaks for, None
    if there is none."""
    for recipient in recipients:
        name = addressees(recipient).covers(unit, issuer)
        if name is not None:
            return name
    return None


def _districts(issuer: str) -> tuple[str, ...]:
    """The districts that ทุกอำเภอ means in a letter of this issuer."""
    province = province_in(issuer)
    if province is not None:
        return tuple(f"อำเภอ{name}" for name in districts()[province])
    return tuple(
        f"อำเภอ{name} จังหวัด{province}" for province, names in districts().items() for name in names
    )


def _district(office: str, issuer: str) -> str | None:
    """The one addressed district that an office (its name key) is or speaks for: its name ends in
    the district's, the province left out where no other has a district of that name."""
    known = {name_key(name): name for name in _districts(issuer)}
    if office in known:
        return known[office]
    found = [name for key, name in known.items() if office.endswith(key)]
    if not found and "จังหวัด" not in office:
        found = [name for key, name in known.items() if office.endswith(key.split("จังหวัด")[0])]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1)
def _provinces_by_key() -> dict[str, str]:
    names = (f"จังหวัด{province}" for province in provinces())
    return {name_key(name): name for name in names}
