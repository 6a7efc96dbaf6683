"""A grammar says which sign may follow which."""

from pipeline.pens.row_grammar import Grammar, any_of, in_turn, maybe, one_of, times, word, words


def allows(grammar: Grammar, text: str) -> bool:
    return grammar.is_whole(grammar.after_all(text))


def test_parts_stand_in_turn_some_of_them_or_none() -> None:
    grammar = Grammar.of(in_turn(maybe(word("ที่")), times(one_of("12"), 1, 2), words(["ก", "ขค"])))
    assert all(allows(grammar, text) for text in ("1ก", "ที่12ขค", "22ขค"))
    assert not any(allows(grammar, text) for text in ("ก", "121ก", "1ข", "ที1ก", "1กข"))


def test_what_began_one_way_does_not_end_another() -> None:
    grammar = Grammar.of(any_of(in_turn(one_of("ก"), one_of("1")), in_turn(one_of("ข"), word("2"))))
    assert allows(grammar, "ก1") and allows(grammar, "ข2")
    assert not allows(grammar, "ก2")


def test_what_follows_a_prefix_is_a_grammar_of_its_own() -> None:
    grammar = Grammar.of(in_turn(word("กห"), times(one_of("12"), 2, 2)))
    behind = grammar.behind("กห1")
    assert behind is not None and allows(behind, "2") and not allows(behind, "21")
    assert behind.signs(behind.start) == {"1", "2"}
    assert grammar.behind("กห12") is None and grammar.behind("ข") is None
