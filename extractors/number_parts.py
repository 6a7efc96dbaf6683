"""The parts of a number out of what a pattern of `number_forms` found."""

from __future__ import annotations

import re

from extractors.letter_number import LetterNumber

_WITH_YEAR = re.compile(r"/2[45]\d\d$")  # 118/2567: what an office counts by the year


def letter_of(match: re.Match[str]) -> LetterNumber:
    """The number of a letter that a pattern of its parts found."""
    groups = match.groupdict()
    parts = tuple(
        " ".join(part.split()) for part in (groups.get("parts") or "").split("/") if part.strip()
    )
    bracket = groups.get("bracket")
    return LetterNumber(
        code=_code(groups["code"], match) if groups.get("code") else None,
        bracket=re.sub(r"\s", "", bracket) if bracket else None,
        unit=_unit(groups["unit"]),
        parts=parts,
        circular=bool(groups.get("circular")),
        series=groups.get("series"),
        running=_running(groups.get("running")),
        slash="circular" in groups,
    )


def _code(printed: str, match: re.Match[str]) -> str:
    """มท. → มท; the dots of another code are its own: รร.วน 114, and close to the figures รฟช.1204.

    Annex 1 gives two letters and at least four digits, and no year: กค.12/2566 and สท.0417/118/2567
    count in their own way.
    """
    bare = re.sub(r"[\s.]", "", printed)
    dotted = "." in printed.strip(" .")  # ม.อ.
    yearly = _WITH_YEAR.search(match.groupdict().get("running") or "")
    annex = len(bare) == 2 and not (dotted or yearly) and re.match(r"\d{4}", match["unit"])
    if annex or not printed.strip().endswith("."):
        return re.sub(r"\s", "", printed) if dotted and len(bare) > 2 else bare
    spaced = match.string[match.end("code") : match.start("unit")].isspace()
    return re.sub(r"\s", "", printed) + (" " if spaced or printed[-1].isspace() else "")


def _running(printed: str | None) -> str | None:
    """12 | ชม.2345 | ล 41, as printed; behind bare letters there is always a space."""
    plain = " ".join((printed or "").split())
    return re.sub(r"^([ก-ฮ]+)(?=\d)", r"\1 ", plain) or None


def _unit(printed: str) -> str:
    """0302 . 4 → 0302.4; the province of 0056ชม stands apart: 0056 ชม; (ลป) as printed."""
    close = re.sub(r"\s(?!\()", "", re.sub(r"\s+", " ", printed))
    return re.sub(r"(?<=\d)(?=[ก-ฮ])", " ", close)


def order_of(match: re.Match[str]) -> LetterNumber:
    """The number of an order that a pattern of figures and a year found."""
    return LetterNumber(
        circular=bool(match["circular"]), running=match["running"], year=match["year"]
    )
