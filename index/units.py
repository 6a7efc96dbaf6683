"""The units that an address means: provinces and districts as shipped, and the office's own groups.

`data/districts.tsv` and the table of provinces name what the law names. Whatever else an office
writes to (ผู้อำนวยการโรงเรียน ทุกโรงเรียน) only the office can list: in `units.tsv` of the archive's
folder, a file of three columns that a spreadsheet edits: addressee, issuer (blank: any), unit.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from index.names import name_key
from pipeline.errors import UnitsRefused

COLUMNS = ("addressee", "issuer", "unit")
_PROVINCE = re.compile(r"จังหวัด\s*(?P<name>[ก-๎]+)")


@dataclass(frozen=True, slots=True)
class Group:
    """One unit of a group that the office listed; `issuer` blank if whoever writes means it."""

    addressee: str
    issuer: str
    unit: str


@lru_cache(maxsize=1)
def provinces() -> tuple[str, ...]:
    """The names of the seventy-six provinces, กรุงเทพมหานคร not being one."""
    return tuple(row["name_th"] for row in _rows("extractors", "data/provinces.tsv"))


@lru_cache(maxsize=1)
def districts() -> dict[str, tuple[str, ...]]:
    """The names of the districts by the name of their province."""
    found: dict[str, list[str]] = {}
    for row in _rows("index", "data/districts.tsv"):
        found.setdefault(row["province"], []).append(row["district"])
    return {province: tuple(names) for province, names in found.items()}


def province_in(office: str | None) -> str | None:
    """The province that an office is of, by its name; None if it names none.

    >>> province_in("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตรัง"), province_in("กรมการปกครอง")
    ('ตรัง', None)
    """
    for found in _PROVINCE.finditer(office or ""):
        names = [name for name in provinces() if found["name"].startswith(name)]
        if names:
            return max(names, key=len)
    return None


def read_groups(path: Path) -> tuple[Group, ...]:
    """The groups that the office listed; none if it has no such file. Raises UnitsRefused."""
    if not path.exists():
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t"))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnitsRefused(
            f"{path} is not text in UTF-8 with tabs ({error}); save it so."
        ) from None
    for number, row in enumerate(rows, 2):
        if not row.get("addressee") or not row.get("unit"):
            raise UnitsRefused(
                f"Row {number} of {path} lacks its addressee or unit; the columns are "
                f"{', '.join(COLUMNS)}, with tabs between them."
            )
    return tuple(Group(row["addressee"], row.get("issuer") or "", row["unit"]) for row in rows)


def in_group(groups: Iterable[Group], addressee: str, issuer: str | None) -> tuple[str, ...]:
    """The units that the office listed for an address of an issuer."""
    key, of = name_key(addressee), name_key(issuer or "")
    return tuple(
        group.unit
        for group in groups
        if name_key(group.addressee) == key and name_key(group.issuer) in ("", of)
    )


def _rows(package: str, name: str) -> list[dict[str, str]]:
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))
