"""The letters of every kind: built as written, true to their schema, and truly on the page."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from corpus import letters, markup, short_truth
from pipeline.thai_digits import arabic

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "corpus" / "built" / "letters"
SCHEMA = json.loads((ROOT / "tests/contract/extraction.schema.json").read_text(encoding="utf-8"))
SHORTEST_PIECE = 4  # letters of a wrapped line that a value may be pieced together of
LETTERS = [letter for half in letters.HALVES for letter in letters.read_letters(half)]


def truth_of(letter: letters.Letter) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(built(letter, ".truth.json").read_text(encoding="utf-8"))
    return truth


def text_of(letter: letters.Letter) -> dict[str, Any]:
    text: dict[str, Any] = json.loads(built(letter, ".text.json").read_text(encoding="utf-8"))
    return text


def built(letter: letters.Letter, suffix: str) -> Path:
    return BUILT / letter.half / f"{letter.name}{suffix}"


@pytest.fixture(params=LETTERS, ids=lambda letter: letter.name)
def letter(request: pytest.FixtureRequest) -> letters.Letter:
    found: letters.Letter = request.param
    return found


def test_truth_is_valid_and_of_this_very_file(letter: letters.Letter) -> None:
    truth = truth_of(letter)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).validate(truth)
    file = built(letter, ".pdf")
    assert truth["source"]["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    text = text_of(letter)
    assert len(text["pages"]) == truth["source"]["page_count"]
    assert (text["half"], text["level"]) == (letter.half, letter.level)


def test_truth_is_what_the_json_says(letter: letters.Letter) -> None:
    written = [
        {"kind": document["kind"], **short_truth.expand(document["truth"])}
        for document in letter.documents
        if document["truth"] not in (None, "part")
    ]
    read = truth_of(letter)["documents"]
    assert len(read) == len(written)
    for short, whole in zip(written, read, strict=True):
        assert {name: whole[name] for name in short} == short


def test_documents_stand_behind_one_another(letter: letters.Letter) -> None:
    last = 0
    for document in truth_of(letter)["documents"]:
        first, end = document["pages"]
        assert last < first <= end
        last = end


def test_every_value_of_the_truth_stands_on_its_pages(letter: letters.Letter) -> None:
    pages = text_of(letter)["pages"]
    for document in truth_of(letter)["documents"]:
        first, last = document["pages"]
        mine = pages[first - 1 : last]
        lines = [_plain(line) for page in mine for line in lines_of(page)]
        lines.append("".join(lines))
        codes = {code["text"] for page in mine for code in page["codes"]}
        for link in document["links"]:
            if link["from"] == "qr":
                assert link["url"] in codes
        for value in printed(document):
            for part in value.split("…"):
                assert is_covered(_plain(part), lines), value


def lines_of(page: dict[str, Any]) -> Iterator[str]:
    for group in (page["lines"], *page["stamps"], *page["marks"]):
        yield from (line["text"] for line in group)


def printed(document: dict[str, Any]) -> Iterator[str]:
    """The texts of a truth that must stand on the page as they are, but for digits and spaces."""
    for name in ("number", "date", "issuer", "subject"):
        if document[name]:
            yield document[name]["text"]
    yield from (recipient["text"] for recipient in document["recipients"])
    yield from (citation["text"] for citation in document["citations"])
    for enclosure in document["enclosures"]:
        yield from filter(None, (enclosure["title"], enclosure["quantity"]))
    if document["signatory"]:
        yield from filter(None, document["signatory"].values())
    if contact := document["contact"]:
        yield from filter(None, (contact["office"], contact["officer"]))
        yield from (*contact["phones"], *contact["faxes"], *contact["emails"])
    for receipt in document["receipts"]:
        yield from filter(None, (receipt["office"], receipt["number"]))
    yield from (link["url"] for link in document["links"] if link["from"] == "text")
    for committee in document["committees"]:
        yield from filter(None, (committee["name"], *committee["duties"]))
        for member in committee["members"]:
            yield from filter(None, (member["name"], member["position"], member["role_text"]))
    for obligation in document["obligations"]:
        yield from filter(None, (obligation["text"], obligation["deliver_to"]))
    if report := document["report"]:
        yield from filter(None, (report["title"], report["reporting_unit"]))
        yield from (cell for row in report["rows"] for cell in row)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", arabic(text))


def is_covered(text: str, lines: list[str]) -> bool:
    """Whether a text can be laid together of pieces of lines; a wrapped cell is not one line."""
    while text:
        longest = 0
        for line in lines:
            while longest < len(text) and text[: longest + 1] in line:
                longest += 1
        if longest < min(len(text), SHORTEST_PIECE):
            return False
        text = text[longest:]
    return True


def test_no_layout_family_stands_in_both_halves() -> None:
    halves = {
        half: {family for letter in letters.read_letters(half) for family in letter.families}
        for half in letters.HALVES
    }
    assert not halves["rules"] & halves["measure"]
    assert len(halves["rules"] | halves["measure"]) >= 25


def test_there_is_enough_of_every_kind() -> None:
    kinds = {document["kind"] for letter in LETTERS for document in truth_of(letter)["documents"]}
    assert kinds == set(SCHEMA["$defs"]["kind"]["enum"])
    assert len(LETTERS) >= 60
    assert sum(truth_of(letter)["source"]["page_count"] for letter in LETTERS) >= 150


def test_no_file_is_built_that_is_not_written() -> None:
    files = {file.with_suffix("").relative_to(BUILT).as_posix() for file in BUILT.rglob("*.pdf")}
    assert files == {f"{letter.half}/{letter.name}" for letter in LETTERS}


def test_the_built_letters_are_small() -> None:
    assert sum(file.stat().st_size for file in BUILT.rglob("*.pdf")) < 202_000_000


def test_a_field_is_written_short() -> None:
    whole = {"text": "ที่ ๑๒/๒๕๖๗", "value": "ที่ 12/2567"}
    assert short_truth.field("ที่ ๑๒/๒๕๖๗") == whole
    assert short_truth.period([2567, 1]) == {
        "fiscal_year": 2567,
        "quarter": 1,
        "start": "2023-10-01",
        "end": "2023-12-31",
    }
    assert short_truth.period([2567, "02"])["end"] == "2024-02-29"  # type: ignore[index]


def test_a_signer_s_name_may_be_stamped_with_his_post() -> None:
    sign = {"name": "(นายเอก สมมุติ)", "positions": ["นายอำเภอสมมุติ"], "stamped": True}
    words = {"body": [{"sign": sign}]}
    document = {"template": "cotton-form/page.html.j2", "setting": {}, "words": words}
    letter = letters.Letter("x", "rules", "clean", "", [document], None)
    (rubber,) = re.findall(r'class="ink dater rubber"[^>]*>(.*?)</div>', letters.html(letter))
    assert rubber == "<p>(นายเอก สมมุติ)</p><p>นายอำเภอสมมุติ</p>"


def test_marks_of_words() -> None:
    assert markup.bare("ที่ กษ ๑๐๐๕/ว [[pen ๗๓๘]][[line 20]]") == "ที่ กษ ๑๐๐๕/ว ๗๓๘"
    assert markup.number_apart("๑.๑๐ ผู้ว่าราชการจังหวัด") == ("๑.๑๐", "ผู้ว่าราชการจังหวัด")
    assert not markup.numbered("๒๕๖๗ เป็นต้นไป")
