"""Which shapes of a line a pen wrote together, told from what speaks for each."""

from dataclasses import replace

from pipeline.pens.shapes import INK, Shape, groups

BODY = 30.0
PEN, PRINT = frozenset({INK}), frozenset[str]()


UNREAD = frozenset({"not read surely"})


def shape(index: int, left: int, right: int, reasons: frozenset[str], *, sure: bool) -> Shape:
    weight = 1.2 if INK in reasons else 0.9 if reasons else 0.0
    return Shape(index, left, 100, right, 140, weight, "", sure, reasons)


def test_a_pale_piece_of_a_coloured_sign_belongs_to_it() -> None:
    spiral = shape(1, 100, 130, PRINT, sure=False)  # the ๑ of ๑๘, too pale to tell its colour
    head = shape(2, 106, 118, PEN, sure=True)  # broken off within it
    (found,) = groups([spiral, head, shape(3, 140, 170, PEN, sure=False)], BODY)
    assert [one.index for one in found] == [1, 2, 3]


def test_print_that_a_long_tail_hangs_over_does_not() -> None:
    stroke = shape(1, 100, 115, PRINT, sure=True)  # the printed / of the code
    (found,) = groups([stroke, shape(2, 98, 160, PEN, sure=False)], BODY)
    assert [one.index for one in found] == [2]


def test_where_something_was_filled_in_less_tells_that_a_pen_did() -> None:
    unread = [shape(1, 100, 120, UNREAD, sure=False)]
    assert groups(unread, BODY) == []
    assert groups(unread, BODY, (300, 400)) == []
    assert groups(unread, BODY, (90, 200)) == [unread]


def test_the_rest_of_a_number_may_stand_apart_but_print_ends_it() -> None:
    coloured = shape(1, 100, 120, PEN, sure=False)
    apart = shape(2, 170, 190, UNREAD, sure=False)  # ว   973
    assert groups([coloured, apart], BODY, (300, 400)) == [[coloured]]  # its colour ends it
    tall = replace(
        coloured, weight=1.5, reasons=frozenset({"not read surely", "taller than print"})
    )
    assert groups([tall, apart], BODY) == [[tall, apart]]
    between = shape(3, 130, 160, PRINT, sure=True)
    assert groups([tall, between, apart], BODY) == [[tall]]
