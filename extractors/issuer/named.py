"""The office that a piece of print names, as an issuer with its evidence."""

from __future__ import annotations

from extractors.record import Field
from extractors.text.offices import UNNAMED, office_name
from extractors.text.passage import Evidence


def named_office(evidence: Evidence, note: str | None = None) -> Field | None:
    """The office that a piece of print names; None if it is only a form's own word."""
    name = office_name(evidence.text)
    return Field.of(evidence, name, note) if name and not UNNAMED.fullmatch(name) else None
