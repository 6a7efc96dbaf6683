"""Text that a scanned page carried before it was read: out of the way, its look untouched."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Dictionary

Instruction = ContentStreamInstruction | ContentStreamInlineImage

_SHOW = frozenset({"Tj", "TJ", "'", '"'})
_UNSEEN = 3  # text rendering mode (ISO 32000-1, table 106)
_DEPTH = 4  # forms within forms


def remove_unseen(pdf: pikepdf.Pdf, page: pikepdf.Page) -> bool:
    """Remove invisible text from a page and its forms; whether text that is seen is left.

    A scanner's own layer is invisible text, and knows no Thai more often than not.
    """
    return _clean(pdf, page.obj, _DEPTH)


def silence(page: pikepdf.Page) -> None:
    """Tell readers that what is drawn says nothing (ActualText: ISO 32000-1, 14.9.4).

    For letters that are seen but do not say what they show; readers that ignore ActualText find
    them besides ours.
    """
    page.contents_add(b"/Span << /ActualText () >> BDC\n", prepend=True)
    page.contents_add(b"\nEMC\n")


def _clean(pdf: pikepdf.Pdf, drawn: pikepdf.Object, depth: int) -> bool:
    """Rewrite what a page or form draws without its invisible text; whether other text is left."""
    resources = drawn.get("/Resources")
    in_forms = False
    for form in _forms(resources):
        if depth == 0:
            return True
        in_forms |= _clean(pdf, form, depth - 1)
    instructions = list(pikepdf.parse_content_stream(drawn))
    kept = list(_without_unseen(instructions))
    seen = any(str(each.operator) in _SHOW for each in kept)
    if not seen:
        kept = [each for each in kept if str(each.operator) != "Tf"]
        if isinstance(resources, Dictionary) and "/Font" in resources:
            # a copy, since other pages may share it
            drawn["/Resources"] = Dictionary({k: v for k, v in resources.items() if k != "/Font"})
    if len(kept) < len(instructions):
        content = pikepdf.unparse_content_stream(kept)
        if drawn.get("/Type") == "/Page":
            drawn["/Contents"] = pdf.make_stream(content)
        else:
            drawn.write(content)
    return seen or in_forms


def _forms(resources: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    pictures = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    if isinstance(pictures, Dictionary):
        for name in pictures.keys():  # noqa: SIM118 - a pikepdf dictionary is no iterator of keys
            if pictures[name].get("/Subtype") == "/Form":
                yield pictures[name]


def _without_unseen(instructions: list[Instruction]) -> Iterator[Instruction]:
    """All but the text of those text objects in which nothing is seen.

    Within one text object each piece begins where the last one ended, so it goes whole or stays.
    """
    mode, saved = 0, list[int]()
    text: list[Instruction] = []
    inside = seen = False
    for each in instructions:
        operator = str(each.operator)
        if operator == "q":
            saved.append(mode)
        elif operator == "Q" and saved:
            mode = saved.pop()
        elif operator == "Tr":
            mode = int(each.operands[0])
        elif operator == "BT":
            inside, seen, text = True, False, []
        elif operator in _SHOW:
            seen |= mode != _UNSEEN
        if not inside:
            yield each
            continue
        text.append(each)
        if operator == "ET":
            inside = False
            yield from (one for one in text if seen or str(one.operator) not in _SHOW)
    yield from text if inside else ()
