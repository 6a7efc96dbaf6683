"""The office that a piece of print names, as an issuer with its evidence."""

from __future__ import annotations

import re

from extractors.record import Field
from extractors.text.offices import UNNAMED, office_name
from extractors.text.passage import Evidence, Passage
from pipeline.models import Line


def named_office(evidence: Evidence, note: str | None = None) -> Field | None:
    """The office that a piece of print names; None if it is only a form's own word."""
    name = office_name(evidence.text)
    return Field.of(evidence, name, note) if name and not UNNAMED.fullmatch(name) else None


def office_on(line: Line, note: str | None = None) -> Field | None:
    """The office that a whole line names; None if it is only a form's own word."""
    return named_office(Passage.of([line]).whole(), note)


DEPARTMENT = re.compile(r"\s*กรม(?!ทหาร)[ก-๎]{4}")
# กรมการแพทย์ │กระทรวงสาธารณสุข, on one line of a letterhead: where the department belongs
_OF_A_MINISTRY = re.compile(r"(?P<own>กรม\S+)\s+กระทรวง[ก-๎]+")


def without_ministry(found: Field) -> Field:
    """A department of a letterhead without the ministry behind it, which stands as an address."""
    whole = _OF_A_MINISTRY.fullmatch(found.value)
    return found.model_copy(update={"value": whole["own"]}) if whole else found
