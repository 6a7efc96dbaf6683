"""What each citation of the synthetic archive means, and how well the links made agree with it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from benchmarks.linking.archive import DAYS_OFF, Made
from extractors.number import number_key
from index import tables
from index.catalogue import Catalogue
from index.comparing import differs_by_one_digit
from index.links.offered import AT_MOST, near
from index.load import load

_Name = tuple[str, str, str]  # number key, date, issuer

_ABSENT = -1
_SHOWN = 100_000  # rows held at a time
_AT_ONCE = 500


class Truth:
    """For each citation the place of the document meant, and whether it is mistyped: a few bytes
    each, as there are millions. `namesakes` are the mistyped citations that name, to the letter,
    another document of the same office and day, `ambiguous` those that two documents are one slip
    away from: nobody can tell either by what is cited."""

    def __init__(self) -> None:
        self.begins = array("q")  # of each document: where its citations begin
        self.targets = array("q")
        self.mistyped = array("b")
        self.namesakes: set[int] = set()
        self.ambiguous: set[int] = set()
        self._named: list[_Name] = []  # of each document
        self._slips: dict[int, _Name] = {}  # what mistyped citations name

    def add(self, made: Sequence[Made]) -> None:
        """Add documents in the order of their places."""
        for (_, record), meant in made:
            assert record.number and record.date and record.issuer
            number, day = number_key(record.number.value), record.date.value
            self._named.append((number, day, record.issuer.value))
            self.begins.append(len(self.targets))
            for target, citation in zip(meant, record.citations, strict=True):
                self.targets.append(_ABSENT if target is None else target)
                said = number_key(citation.number or ""), citation.date or "", citation.issuer or ""
                slip = target is not None and said != self._named[target]
                if slip:
                    self._slips[len(self.mistyped)] = said
                self.mistyped.append(slip)

    def __getstate__(self) -> dict[str, Any]:
        borne = set(self._named)
        namesakes = {place for place, said in self._slips.items() if said in borne}
        of_day: dict[tuple[str, str], list[str]] = {}
        for number, day, issuer in borne:
            of_day.setdefault((day, issuer), []).append(number)
        ambiguous = {
            place
            for place, said in self._slips.items()
            if place not in namesakes and _a_slip_away(said, borne, of_day) > 1
        }
        # names are needed only while documents are added
        told = {"namesakes": namesakes, "ambiguous": ambiguous, "_named": [], "_slips": {}}
        return {**self.__dict__, **told}


def _a_slip_away(
    said: _Name, borne: set[_Name], of_day: Mapping[tuple[str, str], Sequence[str]]
) -> int:
    """How many documents are one slip, as the archive has them, away from what is cited."""
    number, day, issuer = said
    digit = sum(differs_by_one_digit(number, one) for one in of_day.get((day, issuer), ()))
    given = date.fromisoformat(day)
    days = [(given + timedelta(days=off)).isoformat() for off in DAYS_OFF]
    return digit + sum((number, one, issuer) in borne for one in days)


def place_of(id_: str) -> int:
    """The place of a document by its id: its SHA-256 is the place, written backwards."""
    return int(id_.split("-")[0][::-1], 16)


def _citations(truth: Truth, ids: Sequence[str]) -> Iterator[int]:
    """The places of the citations of these documents."""
    ends = [*truth.begins[1:], len(truth.targets)]
    for place in map(place_of, ids):
        yield from range(truth.begins[place], ends[place])


def _offered(connection: Connection, open_ones: Mapping[str, Mapping[str, int]]) -> int:
    """How many of these citations, which lead nowhere, offer what they mean."""
    found, ids = 0, list(open_ones)
    for start in range(0, len(ids), _AT_ONCE):
        documents = list(load(connection, ids[start : start + _AT_ONCE]))
        nearest = near(connection, documents)
        for one in documents:
            for slot, place in open_ones[one.id].items():
                found += place in map(place_of, nearest[one.id, slot][:AT_MOST])
    return found


def quality(
    catalogue: Catalogue, truth: Truth, linked_ids: Sequence[str] | None = None
) -> dict[str, Any]:
    """Precision by certainty, of exact links also without namesakes; recall of true and of
    mistyped citations, and of the mistyped that can be told; the share of the true ones that are
    linked as exact. `recall_offered` counts with those found the mistyped that lead nowhere, but
    offer what is meant. Of all citations, or of those of `linked_ids`."""
    right: Counter[str] = Counter()
    open_ones: dict[str, dict[str, int]] = {}  # mistyped: by document, slot → the place meant
    all_: Counter[str] = Counter()
    telling: Counter[str] = Counter()
    found: Counter[str] = Counter()
    sure = 0
    untold = truth.namesakes | truth.ambiguous
    link = tables.link.c
    of_linked = range(len(truth.targets)) if linked_ids is None else _citations(truth, linked_ids)
    counted = set(of_linked)
    linked = select(link.from_id, link.slot, link.to_id, link.certainty)
    with catalogue.reading() as connection:
        for some in connection.execute(linked).partitions(_SHOWN):
            for from_id, slot, to_id, certainty in some:
                at = truth.begins[place_of(from_id)] + int(slot.split("/")[1])
                if at not in counted:
                    continue  # of one that was looked at again for another's sake
                if to_id is None:
                    if truth.mistyped[at]:
                        open_ones.setdefault(from_id, {})[slot] = truth.targets[at]
                    continue
                agrees = truth.targets[at] == place_of(to_id)
                all_[certainty] += 1
                telling[certainty] += at not in truth.namesakes
                right[certainty] += agrees
                found["mistyped" if truth.mistyped[at] else "true"] += agrees
                found["telling"] += agrees and bool(truth.mistyped[at]) and at not in untold
                sure += agrees and certainty == "exact" and not truth.mistyped[at]
        found["offered"] = found["mistyped"] + _offered(connection, open_ones)
    meant = [bool(truth.mistyped[at]) for at in counted if truth.targets[at] != _ABSENT]
    total = {"mistyped": sum(meant), "true": len(meant) - sum(meant)}
    total["telling"] = total["mistyped"] - len(untold & counted)
    total["offered"] = total["mistyped"]
    figures: dict[str, Any] = {
        f"precision_{name}": round(right[name] / all_[name], 6) for name in sorted(all_)
    }
    figures["precision_exact_but_namesakes"] = round(right["exact"] / telling["exact"], 6)
    figures |= {f"links_{name}": all_[name] for name in sorted(all_)}
    figures["true_exact"] = round(sure / total["true"], 4)
    return figures | {f"recall_{name}": round(found[name] / total[name], 4) for name in total}
