"""Hits in the columns of the register: narrowed, counted by facet, sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from extractors.record import Model
from index import register
from index.catalogue import Catalogue
from index.columns import FACETS, Columns, Facet
from index.query_model import EARLIEST, LATEST, Span

Bools = NDArray[np.bool_]
Floats = NDArray[np.float32]
_SHOWN = 12  # values of a facet


class FacetValue(Model):
    """A value by which hits may be narrowed, a name for it, and how many hits have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Limits:
    """What hits are narrowed to. `dates`: of each group one span must hold; `issuer` is a part of
    the name; `exactly` holds chosen values of facets."""

    dates: tuple[tuple[Span, ...], ...] = ()
    issuer: str | None = None
    exactly: Mapping[Facet, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.dates or self.issuer is not None or self.exactly)


def narrowed(catalogue: Catalogue, columns: Columns, limits: Limits) -> Bools:
    """For each place of the columns, whether its document meets the limits and may be seen."""
    count = len(columns.ids)
    met: Bools = columns.facets["kind"][:count] >= 0
    if not catalogue.cleared:
        met &= ~columns.secret[:count]
    for spans in limits.dates:
        some = np.zeros(count, np.bool_)
        for first, last in spans:
            start, end = columns.start[:count], columns.end[:count]
            some |= (start > 0) & (start <= _day(last)) & (end >= _day(first))
        met &= some
    if limits.issuer is not None:
        codes = columns.codes["issuer"]
        keys = [codes.find(key) for key in register.issuers_named(catalogue, limits.issuer)]
        met &= np.isin(columns.facets["issuer"][:count], keys)
    for facet, value in limits.exactly.items():
        met &= columns.facets[facet][:count] == columns.codes[facet].find(value)
    return met


def _day(iso: str) -> int:
    return 0 if iso == EARLIEST else 99999999 if iso == LATEST else int(iso.replace("-", ""))


def counted(
    catalogue: Catalogue, columns: Columns, found: Bools
) -> dict[Facet, tuple[FacetValue, ...]]:
    """How many of the documents found have each value, most first; years the latest first."""
    places = np.flatnonzero(found)
    facets: dict[Facet, tuple[FacetValue, ...]] = {}
    for facet in FACETS:
        often = np.bincount(columns.facets[facet][places], minlength=1)
        often[0] = 0  # those that have none
        codes = [int(code) for code in np.argsort(-often, kind="stable")[:_SHOWN] if often[code]]
        values = [columns.codes[facet].texts[code] for code in codes]
        if facet == "year":
            values.sort(reverse=True)
        names = register.issuer_names(catalogue, values) if facet == "issuer" else {}
        facets[facet] = tuple(
            FacetValue(
                value=value,
                name=names.get(value, value),
                count=int(often[columns.codes[facet].find(value)]),
            )
            for value in values
        )
    return facets


def best_first(columns: Columns, found: Bools, score: Floats, most: int) -> Sequence[int]:
    """The places of the best documents; of equal ones the latest first."""
    places = np.flatnonzero(found)
    if len(places) > 4 * most:
        least = np.partition(score[places], len(places) - most)[len(places) - most]
        places = places[score[places] >= least]
    order = np.lexsort((-places, -columns.start[places], -score[places]))
    return [int(place) for place in places[order][:most]]


def latest_first(columns: Columns, found: Bools, most: int) -> Sequence[int]:
    """The places of the latest documents, undated ones last."""
    places = np.flatnonzero(found)
    if len(places) > 4 * most:
        dates = columns.start[places]
        least = np.partition(dates, len(places) - most)[len(places) - most]
        places = places[dates >= least]
    order = np.lexsort((-places, -columns.start[places]))
    return [int(place) for place in places[order][:most]]
