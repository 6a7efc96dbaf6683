"""Papers to learn from: their clauses, which of them begin a request, and what the rules found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from benchmarks.score.cases import Case, cases, true_pages
from corpus.training.asking.first_sight import Json, Seen
from extractors.describe import read_record
from extractors.obligations.judge.asked_clauses import AskedClause, Told, cut_clauses, places_of
from extractors.obligations.judge.clause_signs import signs_of
from extractors.obligations.judge.judged import LETTERS
from extractors.obligations.rules import body_of
from extractors.record import Action, Kind, Obligation
from extractors.text.clauses import Paragraph
from pipeline.models import Document
from pipeline.plain_text import page_from_text
from pipeline.split import split
from tests.extractors import print_shop

TABLE = Path(__file__).with_name("requests.tsv")


@dataclass(frozen=True)
class Paper:
    """`asks[i]` is what clause i asks for, None if it begins no request. `found` are the duties
    that rules told at first sight, None where that is not known."""

    batch: str
    name: str
    body: Sequence[Paragraph]
    kind: Kind
    written: str | None
    asked: tuple[str, ...]
    found: tuple[Obligation, ...] | None
    clauses: Sequence[AskedClause]
    asks: tuple[Action | None, ...]

    @cached_property
    def told(self) -> Sequence[Told]:
        """Where the duties that rules told stand."""
        return places_of(self.found or (), self.body, self.clauses)

    @cached_property
    def signs(self) -> Sequence[Sequence[str]]:
        """The signs of its clauses, with what the rules told."""
        return signs_of(self.clauses, self.body, self.told, self.kind)

    @cached_property
    def blind(self) -> Sequence[Sequence[str]]:
        """The signs of its clauses as if the rules had told nothing."""
        return signs_of(self.clauses, self.body, [], self.kind)


def short(duty: Obligation) -> str:
    """A duty as papers tell it: "report monthly 2024-11-05"."""
    return f"{duty.action} {duty.frequency or '-'} {duty.first_due or '-'}"


def from_tests(seen: Sequence[Seen]) -> Iterator[Paper]:
    """The letters among the papers that the tests hold; those whose requests nobody has placed are
    left out."""
    for one in seen:
        if one.kind not in LETTERS:
            continue
        page = page_from_text(one.text, 1) if one.typed else None
        document = Document((page,)) if page else split(print_shop.pages(one.text))[0]
        body = body_of(document)
        clauses = cut_clauses(body)
        found, now = _duties(one.first), _duties(one.now)
        places = _by_hand(one, clauses)
        if places is None:
            if sorted(map(short, now)) != sorted(one.asked):
                continue
            places = firsts(places_of(now, body, clauses))
        asks = tuple(places.get(place) for place in range(len(clauses)))
        written = one.written
        yield Paper(
            one.batch,
            one.name,
            body,
            one.kind,
            written,
            one.asked,
            found,
            clauses,
            asks,  # type: ignore[arg-type]
        )


def from_corpus(folder: Path) -> Iterator[Paper]:
    """The letters of the half that rules may be written on, from true text."""
    for case in cases(folder):
        if case.half == "rules" and case.text_path.exists():
            yield from _of_case(case)


def _of_case(case: Case) -> Iterator[Paper]:
    pages = true_pages(case)
    for told in case.truth["documents"]:
        first, last = told["pages"]
        document = Document(tuple(page for page in pages if first <= page.number <= last))
        if told["kind"] not in LETTERS:
            continue
        record = read_record(document, told["kind"])
        body = body_of(document)
        clauses = cut_clauses(body)
        asked = [
            Obligation(**{**duty, "text": duty["text"].rstrip(" …")})
            for duty in told["obligations"]
        ]
        places = firsts(places_of(asked, body, clauses))
        asks = tuple(places.get(place) for place in range(len(clauses)))
        batch = f"corpus/{sum(map(ord, case.name)) % 4}"
        written = record.date.value if record.date else None
        yield Paper(
            batch,
            case.name,
            body,
            record.kind,
            written,
            tuple(map(short, asked)),
            None,
            clauses,
            asks,
        )


def _duties(told: Sequence[Json]) -> tuple[Obligation, ...]:
    return tuple(Obligation.model_validate(one) for one in told)


def _by_hand(one: Seen, clauses: Sequence[AskedClause]) -> dict[int, Action] | None:
    """The clauses that begin a paper's requests as `requests.tsv` tells them, with the action."""
    if one.batch.startswith("papers/") and not one.asked:
        return {}
    if one.name not in _table():
        return None
    squeezed = ["".join(clause.text.split()) for clause in clauses]
    text = "".join(squeezed)
    starts = [len("".join(squeezed[:place])) for place in range(len(clauses))]
    found: dict[int, Action] = {}
    for asked, words in _table()[one.name]:
        at = text.find("".join(words.split()))
        if at < 0:
            raise ValueError(f"{one.name}: no clause begins {words}")
        place = sum(start <= at for start in starts) - 1
        found.setdefault(place, asked.split()[0])  # type: ignore[arg-type]
    return found


def firsts(told: Sequence[Told]) -> dict[int, Action]:
    """What the clauses ask for; of two things in one clause the first, which its words begin."""
    return {one.first: one.duty.action for one in reversed(told)}


@cache
def _table() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in TABLE.read_text("utf-8").splitlines():
        if not row.startswith("#"):
            name, asked, words = row.split("\t")
            found[name].append((asked, words))
    return found
