"""Rules that cross make a table; lines of print fall into its cells."""

from pipeline.cleanup.rules import Rules
from pipeline.models import Box, Line
from pipeline.tables import Grid, fill, find_grids

ACROSS = tuple((100, y, 900, y + 3) for y in (100, 200, 300))
DOWN = tuple((x, 100, x + 3, 303) for x in (100, 500, 897))


def test_crossing_rules_make_a_grid_of_cells() -> None:
    (grid,) = find_grids(Rules(ACROSS, DOWN))
    assert [len(row) for row in grid.rows] == [2, 2]
    assert grid.rows[0][0] == (101, 101, 501, 201)


def test_a_cell_without_a_rule_in_it_spans_columns() -> None:
    short = (500, 200, 503, 303)  # divides the second row only
    (grid,) = find_grids(Rules(ACROSS, (DOWN[0], short, DOWN[2])))
    assert [len(row) for row in grid.rows] == [1, 2]


def test_underlines_are_no_table() -> None:
    assert find_grids(Rules(ACROSS, ())) == ()


def test_two_tables_stay_two() -> None:
    lower = tuple((left, top + 600, right, bottom + 600) for left, top, right, bottom in ACROSS)
    beside = tuple((left, top + 600, right, bottom + 600) for left, top, right, bottom in DOWN)
    assert len(find_grids(Rules(ACROSS + lower, DOWN + beside))) == 2


def test_lines_fall_into_the_cell_their_middle_lies_in() -> None:
    (grid,) = find_grids(Rules(ACROSS, DOWN))
    first = Line("ที่", 1, Box(0.2, 0.14, 0.25, 0.16))
    second = Line("รายการ", 1, Box(0.6, 0.24, 0.7, 0.26))
    table = fill(grid, (first, second), page=1, width=1000, height=1000)
    assert [[cell.lines for cell in row] for row in table.rows] == [
        [(first,), ()],
        [(), (second,)],
    ]


def test_one_row_at_the_top_of_a_page_is_a_head_and_a_row_further_down_is_none() -> None:
    """Emblem │ title │ code of the form: what is made of the emblem was not put there by hand."""
    cells = (((100, 100, 400, 300), (400, 100, 2000, 300)),)
    page = (2480, 3508)
    assert Grid((100, 100, 2000, 300), cells).is_head(page)
    assert not Grid((100, 1900, 2000, 2100), cells).is_head(page)
    assert not Grid((100, 100, 2000, 500), (*cells, *cells)).is_head(page)
