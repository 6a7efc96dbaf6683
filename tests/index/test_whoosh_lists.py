"""Lists of documents come back from Whoosh's files as they were gathered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from whoosh.fields import ID, Schema
from whoosh.index import create_in

from index.whoosh_lists import CountedWords, ListsWriter, read_lengths, read_list

SCHEMA = Schema(id=ID(stored=True, unique=True), text=CountedWords(str.split))
MANY = 9000  # more than a block


def text_of(place: int) -> str:
    """every: once in each | odd: once or twice in every second | rare: in two of all."""
    said = ["every"]
    if place % 2:
        said += ["odd"] * (1 + place % 4 // 2)
    if place in (3, 8500):
        said += ["rare"] * 5
    return " ".join(said)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Any:
    index = create_in(str(tmp_path_factory.mktemp("lists")), SCHEMA)
    for part in (range(8000), range(8000, MANY)):
        writer = ListsWriter(index)
        for place in part:
            writer.add_document(id=str(place), text=text_of(place))
        writer.commit(merge=False)
    return index


def lists(index: Any, word: str) -> dict[str, float]:
    """How often each document holds a word, by id, of all segments."""
    found = {}
    with index.reader() as reader:
        for leaf, _ in reader.leaf_readers():
            places, often = read_list(leaf, "text", word)
            for place, times in zip(places, often, strict=True):
                found[leaf.stored_fields(int(place))["id"]] = float(times)
    return found


def expected(word: str) -> dict[str, float]:
    counted = {str(place): float(text_of(place).split().count(word)) for place in range(MANY)}
    return {id_: times for id_, times in counted.items() if times}


@pytest.mark.parametrize("word", ["every", "odd", "rare", "never"])
def test_what_is_written_is_read(index: Any, word: str) -> None:
    assert lists(index, word) == expected(word)


def test_segments_made_one_hold_the_same_but_for_what_was_taken_out(
    index: Any, tmp_path: Path
) -> None:
    writer = ListsWriter(index)
    writer.delete_by_term("id", "8500")
    writer.commit(optimize=True)
    assert lists(index, "rare") == {"3": 5.0}
    whole = expected("odd")
    assert lists(index, "odd") == {id_: times for id_, times in whole.items() if id_ != "8500"}


def test_lengths_are_those_that_whoosh_tells(index: Any) -> None:
    with index.reader() as reader:
        for leaf, _ in reader.leaf_readers():
            told = [leaf.doc_field_length(place, "text") for place in range(leaf.doc_count_all())]
            assert read_lengths(leaf, "text").tolist() == told
            assert not read_lengths(leaf, "id").any()
