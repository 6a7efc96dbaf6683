"""What the picture of a chain says, in the reader's language."""

from __future__ import annotations

from saraban import answers
from saraban.exports.chain_svg import Words
from saraban.messages import Language, message
from saraban.words import day, period


def chain_words(language: Language) -> Words:
    """The words of `chain_svg`."""

    def edge(relation: str, certainty: str, clause: str | None) -> str:
        named = message(f"up.{relation}", language)
        if clause:
            named += " " + message("due.clause", language, clause=clause)
        return f"{named}\n{message(f'certainty.{certainty}', language)}"

    kinds = {key: message(f"kind.{key}", language) for key in answers.KINDS}
    kinds["unresolved"] = message("certainty.unresolved", language)
    return Words(
        title=message("trace.picture", language),
        kinds=kinds,
        edge=edge,
        more=lambda count: message("trace.more", language, count=count),
        day=lambda iso: day(iso, language),
        period=lambda span: period(span, language),
    )
