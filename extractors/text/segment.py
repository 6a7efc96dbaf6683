"""Cuts Thai text into words: PyThaiNLP's newmm with a dictionary of official terms.

One engine serves index and query alike; `dictionary_version` changes when its words do, so
that an index cut by another dictionary can be told.
"""

from __future__ import annotations

import csv
import gc
import hashlib
import json
import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

ENGINE = "newmm"
_TOLD_AGAIN = 6  # letters of an unknown word and its neighbours that are not the same by chance
_PLAIN = frozenset("ๆฯณ")  # words and signs of one letter
_THAI = re.compile(r"[ก-๎]+")


def _table(name: str) -> list[str]:
    """The lines of a data table, comments left out."""
    text = files("extractors").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def terms() -> frozenset[str]:
    """Official terms, and names of ministries and provinces (with จังหวัด before them)."""
    found = {line.strip() for line in _table("terms.txt")}
    for row in csv.DictReader(_table("provinces.tsv"), delimiter="\t"):
        found |= {row["name_th"], f"จังหวัด{row['name_th']}"}
    for row in csv.DictReader(_table("ministries.tsv"), delimiter="\t"):
        found.add(row["name_th"].split(" (")[0])
    return frozenset(found)


@lru_cache(maxsize=1)
def dictionary_version() -> str:
    """Twelve hex digits that change with the engine or the terms."""
    words = "\n".join([ENGINE, *sorted(terms())])
    return hashlib.sha256(words.encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """The words of the general dictionary, without the official terms."""
    from pythainlp.corpus import thai_words

    return frozenset(thai_words())


@lru_cache(maxsize=1)
def personal_names() -> frozenset[str]:
    """Given names and surnames of Thais that are in PyThaiNLP's lists."""
    from pythainlp.corpus import thai_family_names, thai_female_names, thai_male_names

    return frozenset(thai_family_names() | thai_female_names() | thai_male_names())


@lru_cache(maxsize=1)
def common_words(most: int = 2000) -> frozenset[str]:
    """The words that Thai text uses most, as the Thai National Corpus counts them."""
    from pythainlp.corpus import tnc

    counted = tnc.unigram_word_freqs()
    return frozenset(sorted(counted, key=lambda word: (-counted[word], word))[:most])


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    """The trie; built on first use, since it takes a third of a second."""
    from pythainlp.util import dict_trie

    words = ordinary_words() | terms()
    collecting = gc.isenabled()
    gc.disable()  # it would look through the growing trie again and again, in vain: twice as slow
    try:
        return dict_trie(words)
    finally:
        if collecting:
            gc.freeze()  # nor later: it stays, and looking through it costs 0.1 s each time
            gc.enable()


def unknown_letters(text: str, elsewhere: str = "") -> int:
    """How many letters of a text stand in Thai words that no dictionary knows, nor the text
    `elsewhere` (the rest of a paper, say) with the words around them.

    >>> unknown_letters("ขอเชิญประชุม"), unknown_letters("ขอเซีญประชบฺ") > 4
    (0, True)
    """
    unknown = 0
    words = segment(text)
    for place, word in enumerate(words):
        if _THAI.fullmatch(word) and word not in _PLAIN:
            known = len(word) > 1 and (word in ordinary_words() or word in terms())
            around = "".join(words[max(0, place - 1) : place + 2]).strip()
            told = len(around) >= _TOLD_AGAIN and around in elsewhere
            unknown += 0 if known or told else len(word)
    return unknown


def falls_apart(name: str) -> int:
    """How far a name falls apart into letters that no dictionary knows and small words, as one does
    whose letters were misread: จังหวัดลำพูน is one word, จงหวดลาพูน are four."""
    return unknown_letters(name) + len(segment(name))


def segment(text: str) -> list[str]:
    """The words of a text in order, white space included: joined they give the text again.

    >>> segment("เรียน ผู้ว่าราชการจังหวัด")
    ['เรียน', ' ', 'ผู้ว่าราชการจังหวัด']
    """
    return list(_words_of(text))


@lru_cache(maxsize=256)  # rules, judge and doubts cut the same clauses and names of a page
def _words_of(text: str) -> tuple[str, ...]:
    from pythainlp.tokenize import word_tokenize

    return tuple(
        word_tokenize(
            text,
            engine=ENGINE,
            custom_dict=_dictionary(),
            keep_whitespace=True,
            join_broken_num=False,
        )
    )


@lru_cache(maxsize=4096)  # all clauses ask of the same words
def word_class(word: str) -> str:
    """What a word mostly is in the Orchid corpus: VACT (doing), VSTA (being), NCMN (a thing), …; of
    a compound that is not in it, what its longest first part is. Empty if nothing is known.

    >>> word_class("พ่น"), word_class("ซ่อมท่อ"), word_class("น้ำยา")
    ('VACT', 'VACT', 'NCMN')
    """
    parts = (word[:end] for end in range(len(word), 1, -1))
    return next((kind for part in parts if (kind := _classes().get(part))), "")


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Word → its class in the Orchid corpus. PyThaiNLP's tagger goes through them one by one."""
    from pythainlp.corpus import corpus_path

    table = Path(corpus_path(), "pos_orchid_unigram.json").read_text(encoding="utf-8-sig")
    found: dict[str, str] = json.loads(table)
    return found
