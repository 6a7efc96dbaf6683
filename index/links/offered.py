"""What a citation that leads nowhere could mean: offered to a person, who alone may say so.

Reckoned when somebody looks, as it hangs on all that the archive holds by then.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from extractors.record import Citation
from index.catalogue import Catalogue
from index.comparing import compare_issuers, compare_numbers
from index.filed import Filed
from index.links.candidates import cited_candidates
from index.links.glance import Asked
from index.links.model import Link, Target
from index.links.rows import rejected
from index.links.verdicts import is_on_the_matter, judge

AT_MOST = 5
_CITATION = "citation/"  # how the slot of a citation begins
Rank = tuple[float, bool, str]


def offered(catalogue: Catalogue, links: Collection[Link]) -> dict[tuple[str, str], list[Filed]]:
    """By document and slot, for each unresolved citation among the links, the nearest documents
    that the archive holds and that may be seen, the likeliest first, `AT_MOST` of them."""
    asked = [one for one in links if one.to_id is None and one.slot.startswith(_CITATION)]
    citing = {one.id: one for one in catalogue.documents({link.from_id for link in asked})}
    with catalogue.reading() as connection:
        ids = near(connection, list(citing.values()))
    wanted = {
        (link.from_id, link.slot): found
        for link in asked
        if (found := ids.get((link.from_id, link.slot)))
    }
    known = {
        one.id: one for one in catalogue.documents({i for some in wanted.values() for i in some})
    }
    return {
        key: [known[id_] for id_ in some if id_ in known][:AT_MOST]
        for key, some in wanted.items()
        if any(id_ in known for id_ in some)
    }


def near(connection: Connection, documents: Sequence[Filed]) -> dict[tuple[str, str], list[str]]:
    """By document and slot of its citations the ids of what each could mean, the likeliest first;
    without what a person has said not to be meant."""
    refused = rejected(connection, [one.id for one in documents], ("cites", "encloses"))
    possible = cited_candidates(connection, documents, Asked(connection), refused, other_days=True)
    return {
        (citing.id, f"{_CITATION}{place}"): _ranked(citing, citation, some)
        for citing in documents
        for place, (citation, some) in enumerate(
            zip(citing.record.citations, possible[citing.id], strict=True)
        )
    }


def _ranked(citing: Filed, citation: Citation, possible: Sequence[Target]) -> list[str]:
    ranked = [
        (rank, one.id)
        for one in possible
        if one.id != citing.id and (rank := _rank(citing, citation, one)) is not None
    ]
    return [id_ for _, id_ in sorted(ranked, reverse=True)]


def _rank(citing: Filed, citation: Citation, candidate: Target) -> Rank | None:
    """How likely a document is meant; None if it is another letter: what the linker weighs, and
    behind it the same number of the office on another day, the latest first."""
    verdict = judge(citing, citation, candidate)
    on_matter = is_on_the_matter(citing, citation, candidate.subject)
    if verdict is not None:
        return verdict.score, on_matter, candidate.date or ""
    same = compare_numbers(citation.number, candidate.number_key) == "same"
    if same and compare_issuers(citation.issuer, candidate.issuer) != "other":
        return 0.0, on_matter, candidate.date or ""
    return None
