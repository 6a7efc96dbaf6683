"""What else a document says about its date, where the day is written by hand."""

from __future__ import annotations

from extractors.dates import find_dates, is_date_line
from extractors.head.blocks import cut_blocks
from extractors.receipt import read_receipts
from extractors.record import Field
from extractors.written import no_later_than, witnessed
from pipeline.models import Document

_FAR_LIKELIER = 0.1  # of its chance another reading has at most


def weighed(date: Field, document: Document) -> Field:
    """The date with what the document's stamps say of it.

    A letter is not received before it is dated, so later readings are dropped. A date stamp, such
    as beside a signature, is a witness if it bears one of the readings; of a reading that another
    is far likelier than it is none, as who decides sets his own day some days later.
    """
    received = sorted(one.date for one in read_receipts(document) if one.date)
    if received:
        date = no_later_than(date, received[0], "it was received on that day")
    stamped = _stamped_days(document) - set(received)
    best = max((one.chance for one in date.readings), default=0.0)
    likely = [one for one in date.readings if one.chance > _FAR_LIKELIER * best]
    told = [one.value for one in likely if one.value in stamped]
    if len(told) != 1:
        return date
    settled = witnessed(date, told[0], "a date stamp in the document bears the same day")
    return settled.model_copy(update={"readings": ()})  # nothing is left to choose


def _stamped_days(document: Document) -> set[str]:
    """Dates that stand alone on a line in a stamp, or at the foot with all of it in print."""
    lines = [line for page in document.pages for stamp in page.stamps for line in stamp.lines]
    lines += [line for line in cut_blocks(document).closing if not line.written]
    dates = (find_dates(line.text)[0] for line in lines if is_date_line(line.text))
    return {date.value for date in dates if date.value and date.precision == "day"}
