"""An enclosure named by its title alone → the document of the same packet that bears the title.

`exact` if the titles are the same but for particles and spaces; `probable` if words differ that
can be one word written in two ways. An enclosure that is not in the packet makes no link.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.record import Enclosure
from index.filed import Filed
from index.links.model import Link
from index.links.reasons import because, titles_fact
from index.names import name_key
from index.similarity import Agreement, compare
from index.titles import head_of


def enclosed(letter: Filed, packet: Sequence[Filed], taken: frozenset[str]) -> list[Link]:
    """Links of the enclosures that no citation covers. `taken` are documents of the packet that a
    numbered citation already names. One document is one enclosure, the best pair first."""
    pairs: list[tuple[float, int, Filed, Agreement]] = []
    for place, enclosure in enumerate(letter.record.enclosures):
        if _is_cited(letter, enclosure):
            continue
        for document in packet:
            if document.id == letter.id or document.id in taken:
                continue
            agreement = _agreement(enclosure.title, document)
            if agreement.level != "different":
                pairs.append((agreement.score, place, document, agreement))
    links: list[Link] = []
    places: set[int] = set()
    documents: set[str] = set()
    for score, place, document, agreement in sorted(
        pairs, key=lambda pair: (-pair[0], pair[1], pair[2].ordinal)
    ):
        if place in places or document.id in documents:
            continue
        places.add(place)
        documents.add(document.id)
        links.append(
            Link(
                from_id=letter.id,
                slot=f"enclosure/{place}",
                relation="encloses",
                to_id=document.id,
                certainty="exact" if agreement.level == "same" else "probable",
                score=round(score, 3),
                why=because("same_packet", titles_fact(agreement.level, agreement.in_words)),
                cited_as=letter.record.enclosures[place].title,
            )
        )
    return sorted(links, key=lambda link: link.slot)


def _is_cited(letter: Filed, enclosure: Enclosure) -> bool:
    """Whether the enclosure has a number or a date, and so is a citation too."""
    title = name_key(enclosure.title)
    return any(
        citation.role == "enclosure"
        and (citation.number or citation.date)
        and (name_key(citation.text) in title or title in name_key(citation.text))
        for citation in letter.record.citations
    )


def _agreement(title: str, document: Filed) -> Agreement:
    none = Agreement("different", 0.0)
    kinds, sample, bare = head_of(title)
    if document.record.kind not in kinds or (sample and not document.record.template):
        return none
    own = [document.subject] if document.subject else []
    if document.record.report is not None and document.record.report.title:
        own.append(document.record.report.title)
    units = [document.issuer] if document.issuer else []
    found = [compare(bare, head_of(one)[2], units) for one in dict.fromkeys(own)]
    return max(found, key=lambda agreement: agreement.score, default=none)
