"""The archive's answers as the JSON of the contract: what commands print, and the HTTP API says."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, get_args

from extractors.dates import common_year, parse_date
from extractors.record import Kind
from flows.archive import Archive
from index import due as dues
from index import search as searching
from index import trace as traces
from index import verify as verification
from index.due import DueItem
from index.find import find_document
from index.names import date_span
from index.search import SearchResult
from index.trace import Language
from index.units import read_groups
from index.verify import OnOriginal
from index.whoosh_index import IndexDamaged, discard
from pipeline.errors import BadOption
from pipeline.thai_digits import arabic
from saraban.fields import doubts

Json = dict[str, Any]

KINDS: tuple[str, ...] = get_args(Kind)


def search(
    archive: Archive,
    query: str,
    kind: str | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    issuer: str | None = None,
    limit: int = 20,
    sort: str = "relevance",
) -> Json:
    """Documents by words, number, date, kind and issuer; dates as a person types them.

    Without words everything that is left by the other limits, the latest first. Raises BadQuery
    for what cannot be looked for, BadOption for what is no kind, date or order.
    """
    options = {"kind": kind, "issuer": issuer or None, "limit": limit, "sort": _sort(sort)}
    return find(archive, query, date_from, date_to, **options).model_dump(mode="json")


def find(
    archive: Archive,
    query: str,
    date_from: str | None = None,
    date_to: str | None = None,
    **options: Any,
) -> SearchResult:
    """The same with all that pages show; `options` are those of index.search.search."""
    kind = options.get("kind")
    if kind is not None and kind not in KINDS:
        raise BadOption(f"There is no kind “{kind}”; the kinds are: {', '.join(KINDS)}.")
    options["date_from"] = _span(date_from)[0] if date_from else None
    options["date_to"] = _span(date_to)[1] if date_to else None
    try:
        with archive.open_index() as index:
            return searching.search(archive.catalogue, index, query, **options)
    except IndexDamaged:
        discard(archive.home.index)
        with archive.open_index() as index:
            return searching.search(archive.catalogue, index, query, **options)


def _sort(sort: str) -> Literal["relevance", "date"]:
    if sort == "relevance":
        return "relevance"
    if sort == "date":
        return "date"
    raise BadOption(f"“{sort}” is no order; sort by relevance or date.")


def _span(typed: str) -> tuple[str, str]:
    """The first and the last day that a typed date, month or year can mean. Raises BadOption."""
    digits = arabic(typed.strip())
    year = common_year(digits) if len(digits) == 4 and digits.isdecimal() else None
    if year is not None:
        return f"{year}-01-01", f"{year}-12-31"
    found = parse_date(typed)
    if found is None:
        raise BadOption(f"“{typed}” is not a date; write 2021-02-15 or 15 ก.พ. 2564.")
    return date_span(found)


def register(archive: Archive) -> list[Json]:
    """SUMMARY + `doubts` of every document, in the order in which they were filed."""
    filed = archive.catalogue.documents(archive.catalogue.ids())
    filed.sort(key=lambda one: (one.accessioned_at, one.sha256, one.ordinal))
    return [
        {
            **one.summary.model_dump(mode="json"),
            "doubts": doubts(one.record.model_dump(mode="json")),
        }
        for one in filed
    ]


def show(archive: Archive, typed: str) -> Json:
    """SUMMARY with `document` and `source` as the schema has them. Raises NotFound, Ambiguous."""
    filed = archive.catalogue.document(find_document(archive.catalogue, typed))
    source = archive.catalogue.source(filed.sha256)
    return {
        **filed.summary.model_dump(mode="json"),
        "document": filed.record.model_dump(mode="json"),
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "page_count": source.page_count,
        },
    }


def trace(archive: Archive, typed: str, language: Language = "en") -> Json:
    """TRACE, its reasons in English or Thai. Raises NotFound, Ambiguous."""
    id_ = find_document(archive.catalogue, typed)
    return traces.trace(archive.catalogue, id_, language).model_dump(mode="json")


def due(
    archive: Archive,
    as_of: str | None = None,
    directive: str | None = None,
    unit: str | None = None,
) -> list[Json]:
    """What is due by a day (today's if None); of one directive or unit, if given.

    Raises BadOption for what is no day, NotFound and Ambiguous for the directive, UnitsRefused.
    """
    return [item.model_dump(mode="json") for item in due_items(archive, as_of, directive, unit)]


def due_lines(
    archive: Archive,
    as_of: str | None = None,
    directive: str | None = None,
    unit: str | None = None,
) -> list[Json]:
    """The lines of `due`, each also with what the contract leaves out: `received_by`, what its day
    of receipt is known by, and `doubtful`, whether nobody has compared the demand with the
    paper."""
    items = due_items(archive, as_of, directive, unit)
    return [
        {**one.model_dump(mode="json"), "received_by": one.received_by, "doubtful": one.doubtful}
        for one in items
    ]


def due_items(
    archive: Archive,
    as_of: str | None = None,
    directive: str | None = None,
    unit: str | None = None,
    latest: int | None = None,
) -> list[DueItem]:
    """What `due` tells, of the `latest` periods only if so many are named. Raises as that does."""
    groups = read_groups(archive.home.units)
    day = day_of(as_of)
    id_ = find_document(archive.catalogue, directive) if directive else None
    return dues.due(archive.catalogue, day, id_, unit, groups, latest)


def day_of(typed: str | None) -> date:
    """The day that a person types, the last one of a month; today if none. Raises BadOption."""
    return date.fromisoformat(_span(typed)[1]) if typed else date.today()


def verify(archive: Archive, on_original: OnOriginal | None = None) -> Json:
    """How much was checked, and what is wrong."""
    report = verification.verify(archive.catalogue, archive.store, archive.home.index, on_original)
    return report.model_dump(mode="json")
