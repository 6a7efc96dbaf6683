"""Letters of every kind: `letters/rules/` to write extractors on, `letters/measure/` to measure.

One JSON file describes one file of the built corpus: its documents (template, words, truth) and the
sheets of paper they were scanned as. Words become pages in flow.py; the pages that a document fills
are found there, not written by hand. What the JSON may say stands in corpus/README.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from markupsafe import Markup

from corpus import (
    browser,
    flow,
    fonts,
    markup,
    page_text,
    pages,
    raster,
    rubber,
    short_truth,
    truth,
    wear,
)

HERE = Path(__file__).parent
HALVES = ("rules", "measure")
_PART = "part"  # the truth of a programme or list that is a part of the document before it
_NUMBERING = ("number", "from", "at", "digits", "call")


@dataclass(frozen=True)
class Letter:
    """One file of the corpus as its JSON describes it; `level` is the one that is committed."""

    name: str
    half: str
    level: str
    about: str
    documents: list[dict[str, Any]]
    sheets: list[Any] | None

    @property
    def families(self) -> list[str]:
        """The layout families of its documents: the folders of their templates."""
        return sorted({document["template"].split("/")[0] for document in self.documents})


@dataclass(frozen=True)
class Drawn:
    """A letter on paper: its sheets in the file's order, and the truth of each document."""

    sheets: list[flow.Sheet]
    truths: list[truth.Truth]

    @property
    def images(self) -> list[raster.Image]:
        return [sheet.image for sheet in self.sheets]


def read_letters(half: str) -> list[Letter]:
    """The letters of one half, by name."""
    return [_read(path, half) for path in sorted((HERE / "letters" / half).glob("*.json"))]


def draw(chromium: browser.Browser, letter: Letter, seed: int) -> Drawn:
    """Print a letter, and put its sheets in the order that they were scanned in."""
    documents = flow.draw(chromium, html(letter), [seed, *letter.name.encode()])
    documents = [
        _with_pressed(sheets, document.get("pressed", []), [seed, number, *letter.name.encode()])
        for number, (document, sheets) in enumerate(zip(letter.documents, documents, strict=True))
    ]
    documents = [
        _with_worn(sheets, document.get("worn", []), [seed, number, *letter.name.encode(), 1])
        for number, (document, sheets) in enumerate(zip(letter.documents, documents, strict=True))
    ]
    all_pages = [
        [number, page]
        for number, sheets in enumerate(documents, start=1)
        for page in range(1, len(sheets) + 1)
    ]
    order = letter.sheets or all_pages
    if lost := [page for page in all_pages if page not in [entry[:2] for entry in order]]:
        raise ValueError(f"{letter.name}: no sheet for [document, page] {lost}")
    sheets, owners = [], []
    for entry in order:
        sheet, owner = _sheet(entry, documents)
        sheets.append(sheet)
        owners.append(owner or (owners[-1] if owners else 1))
    whole = _wholes(letter)
    truths = []
    for number, document in enumerate(letter.documents, start=1):
        if document["truth"] not in (None, _PART):
            mine = [page for page, owner in enumerate(owners, start=1) if whole[owner] == number]
            fields = short_truth.expand(document["truth"])
            truths.append(truth.document((mine[0], mine[-1]), document["kind"], **fields))
    return Drawn(sheets, truths)


def html(letter: Letter) -> str:
    """The letter's documents as one HTML text for Chromium."""
    environment = pages.environment()
    for name in ("rich", "lead", "stamped", "number_apart"):
        environment.filters[name] = getattr(markup, name)
    environment.filters["numbered"] = markup.numbered
    environment.filters["qr"] = pages.qr_code
    drawn = []
    for document in letter.documents:
        template = environment.get_template(document["template"])
        drawn.append(Markup(template.render(w=wrapped(document["words"]), **_setting(document))))
    base = environment.get_template("letters/base.html.j2")
    return base.render(documents=drawn, faces=fonts.faces())


def _with_pressed(
    sheets: list[flow.Sheet], stamps: list[dict[str, Any]], seed: list[int]
) -> list[flow.Sheet]:
    """A document's sheets with received stamps pressed on them, the later over the earlier."""
    rng = np.random.default_rng(seed)
    for stamp in stamps:
        place = stamp.get("page", 1) - 1
        pressed = rubber.press_stamp(sheets[place].image, stamp, rng)
        high, wide = pressed.image.shape[:2]
        lines = tuple(
            page_text.TextLine(text, page_text.fractions(box, wide, high), hand)
            for text, box, hand in pressed.lines
        )
        text = replace(sheets[place].text, stamps=(*sheets[place].text.stamps, lines))
        sheets = [*sheets[:place], flow.Sheet(pressed.image, text), *sheets[place + 1 :]]
    return sheets


def _with_worn(
    sheets: list[flow.Sheet], blemishes: list[dict[str, Any]], seed: list[int]
) -> list[flow.Sheet]:
    """A document's sheets as they were handed down: what a reader reads stays the same."""
    rng = np.random.default_rng(seed)
    worn = list(sheets)
    for blemish in blemishes:
        place = blemish.get("page", 1) - 1
        image = wear.wear(worn[place].image, worn[place].text, blemish, rng)
        worn[place] = replace(worn[place], image=image)
    return worn


class Words(dict[str, Any]):
    """A document's words; a word that the data leaves out is None, so that templates may ask."""

    def __missing__(self, key: str) -> None:
        return None


def wrapped(words: Any) -> Any:
    """All mappings within the words as `Words`."""
    if isinstance(words, dict):
        return Words({key: wrapped(value) for key, value in words.items()})
    return [wrapped(value) for value in words] if isinstance(words, list) else words


def _wholes(letter: Letter) -> dict[int, int]:
    """For the number of each document drawn that of the document it is, or is a part of."""
    found: dict[int, int] = {}
    for number, document in enumerate(letter.documents, start=1):
        found[number] = found[number - 1] if document["truth"] == _PART else number
    return found


def _read(path: Path, half: str) -> Letter:
    data = json.loads(path.read_text(encoding="utf-8"))
    setting = data.get("setting", {})
    for document in data["documents"]:
        document["setting"] = {**setting, **document.get("setting", {})}
    return Letter(
        path.stem, half, data["level"], data["about"], data["documents"], data.get("sheets")
    )


def _setting(document: dict[str, Any]) -> dict[str, Any]:
    """CSS variables of the article, and how its pages are numbered."""
    setting = document["setting"]
    style = "".join(
        f"--{name}: {value};" for name, value in setting.items() if name not in _NUMBERING
    )
    return {
        "setting": style,
        "numbering": {name: setting[name] for name in _NUMBERING if name in setting},
    }


def _sheet(entry: Any, documents: list[list[flow.Sheet]]) -> tuple[flow.Sheet, int | None]:
    """A sheet of the file, and the number of the document it is a page of.

    "blank": an empty back, of the document before it. [2, 1]: page 1 of document 2; [2, 1, 180]:
    the same laid on the glass turned by 180 degrees clockwise.
    """
    if entry == "blank":
        return flow.blank(), None
    number, page, *turn = entry
    if page > len(documents[number - 1]):
        raise ValueError(f"document {number} has {len(documents[number - 1])} pages, not {page}")
    sheet = documents[number - 1][page - 1]
    return (sheet.turned(turn[0]) if turn else sheet), number
