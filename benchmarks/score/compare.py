"""What was read of a file beside its truth: one verdict for every value of either side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.score.fields import FIELDS, NEAR, Field, Json, plain


@dataclass(frozen=True)
class Verdict:
    """A value of the truth, a value that was read, or both where they were taken for the same.

    `kind` and `pages` are those of the true document. `handwritten`: a pen wrote (part of) it.
    """

    field: str
    kind: str
    pages: tuple[int, int]
    expected: Json | None
    found: Json | None
    similarity: float
    handwritten: bool = False

    @property
    def right(self) -> bool:
        return self.similarity >= NEAR

    @property
    def exact(self) -> bool:
        """Right to the letter in all that was asked."""
        if not self.right or self.expected is None or self.found is None:
            return False
        return self.similarity == 1.0


SPLIT = "split"


def compare(found: Sequence[Json], truth: Sequence[Json], whole: bool = True) -> list[Verdict]:
    """All verdicts on the documents of one file.

    `whole` False: the truth does not cover the file, and documents beyond it are not judged.
    """
    verdicts: list[Verdict] = []
    for told, read in pairs(found, truth):
        if told is None:
            if whole and read is not None:
                verdicts += _beyond(read)
            continue
        verdicts.append(_split(told, read))
        written = frozenset(told.get("handwritten", ()))
        for field in FIELDS:
            if field.needs in told and field.name not in told.get("unrecorded", ()):
                verdicts += _field(field, told, read, field.needs in written)
    return verdicts


def pairs(
    found: Sequence[Json], truth: Sequence[Json]
) -> Iterator[tuple[Json | None, Json | None]]:
    """Documents that share the most pages belong together; each is used once."""
    shared = sorted(
        (
            (-_pages_shared(told, read), i, j)
            for i, told in enumerate(truth)
            for j, read in enumerate(found)
            if _pages_shared(told, read)
        ),
    )
    partner: dict[int, int] = {}
    for _, i, j in shared:
        if i not in partner and j not in partner.values():
            partner[i] = j
    for i, told in enumerate(truth):
        yield told, found[partner[i]] if i in partner else None
    for j, read in enumerate(found):
        if j not in partner.values():
            yield None, read


def _pages_shared(told: Json, read: Json) -> int:
    (first, last), (start, end) = told["pages"], read["pages"]
    return int(max(0, min(last, end) - max(first, start) + 1))


def _split(told: Json, read: Json | None) -> Verdict:
    pages = (told["pages"][0], told["pages"][1])
    seen = {"value": tuple(read["pages"]), "page": read["pages"][0]} if read else None
    right = seen is not None and seen["value"] == pages
    return Verdict(SPLIT, told["kind"], pages, {"value": pages}, seen, float(right))


def _beyond(read: Json) -> Iterator[Verdict]:
    """A document where the truth has none: its range and every value it claims are wrong."""
    pages = (read["pages"][0], read["pages"][1])
    seen = {"value": pages, "page": pages[0]}
    yield Verdict(SPLIT, read["kind"], pages, None, seen, 0.0)
    for field in FIELDS:
        for item in field.items(read):
            if item.get("value") is not False:
                yield Verdict(field.name, read["kind"], pages, None, item, 0.0)


def _field(field: Field, told: Json, read: Json | None, handwritten: bool) -> Iterator[Verdict]:
    expected = list(field.items(told))
    found = list(field.items(read)) if read else []
    pages = (told["pages"][0], told["pages"][1])
    ranked = sorted(
        (
            (-field.same(one, other), abs(i - j), i, j)
            for i, one in enumerate(expected)
            for j, other in enumerate(found)
        ),
    )
    meant: dict[int, tuple[int | None, float]] = {}
    used: set[int] = set()
    for nearness, _, i, j in ranked:
        single = not field.listed
        if i not in meant and j not in used and (single or -nearness > _MEANT):
            meant[i] = (j, -nearness)
            used.add(j)
    for i, one in enumerate(expected):
        chosen, near = meant.get(i, (None, 0.0))
        other = found[chosen] if chosen is not None else None
        yield Verdict(field.name, told["kind"], pages, one, other, near, handwritten)
    for j, other in enumerate(found):
        if j not in used:
            yield Verdict(field.name, told["kind"], pages, None, other, 0.0, handwritten)


_MEANT = 0.3  # a wrong value less like the true one was not meant for it


def shown(item: Json | None) -> str:
    """A value in one line, without its evidence."""
    if item is None:
        return "—"
    parts = [
        str(value)
        for key, value in item.items()
        if key not in _EVIDENCE and value not in (None, "", [], ())
        and not (key == "text" and ("value" in item or item.get("number") or item.get("date")))
    ]  # fmt: skip
    return plain(" · ".join(parts)) or "(empty)"


_EVIDENCE = frozenset({"page", "box", "confidence", "note", "role_text", "first_period", "order"})
