"""Which pages make a document: the machine's split and what persons did with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.corrections.arrange import arranged
from index.corrections.model import Action, Correction, standing

PACKET = ((1,), (2, 3), (4, 5), (6,), (7,))


def done(id_: int, action: Action, page: int, undoes: int | None = None) -> Correction:
    return Correction(id_, "", "", "0" * 64, page, action, undoes=undoes)


def pages(*events: Correction) -> list[tuple[int, ...]]:
    return [group.pages for group in arranged(PACKET, standing(events)).groups]


def test_split_join_and_exclude() -> None:
    assert pages(done(1, "split", 3)) == [(1,), (2,), (3,), (4, 5), (6,), (7,)]
    assert pages(done(1, "join", 4)) == [(1,), (2, 3, 4, 5), (6,), (7,)]
    assert pages(done(1, "exclude", 6)) == [(1,), (2, 3), (4, 5), (7,)]
    assert pages(done(1, "split", 3), done(2, "join", 3)) == list(PACKET)


def test_a_document_is_named_by_the_page_it_began_with() -> None:
    events = [done(1, "exclude", 2), done(2, "join", 4)]
    group = arranged(PACKET, events).groups[1]
    assert (group.begin, group.pages) == (2, (3, 4, 5))
    assert arranged(PACKET, events).holder(4) == group


def test_pages_that_lie_out_of_order_are_split_as_they_are_read() -> None:
    (first, second) = arranged([(3, 1, 2)], [done(1, "split", 1)]).groups
    assert (first.begin, first.pages, second.begin, second.pages) == (3, (3,), 1, (1, 2))


def test_what_does_not_fit_changes_nothing_and_is_told() -> None:
    first, gone = done(1, "join", 1), done(2, "split", 9)
    found = arranged(PACKET, [first, gone])
    assert [group.pages for group in found.groups] == list(PACKET)
    assert found.unfit == (first, gone)


ACTS: list[Action] = ["split", "join", "exclude"]
EVENTS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(1, 9)), max_size=12)


@given(EVENTS)
def test_no_page_is_lost_or_doubled(acts: list[tuple[Action, int]]) -> None:
    events = [done(n, action, page) for n, (action, page) in enumerate(acts, 1)]
    found = arranged(PACKET, events)
    laid = [page for group in found.groups for page in group.pages]
    assert sorted([*laid, *found.excluded]) == [1, 2, 3, 4, 5, 6, 7]
    assert len({group.begin for group in found.groups}) == len(found.groups), "each has its name"
    for page in (1, 3, 5):
        assert page in found.excluded or found.holder(page) is not None


@given(EVENTS)
def test_all_taken_back_is_the_machines_split(acts: list[tuple[Action, int]]) -> None:
    events = [done(n, action, page) for n, (action, page) in enumerate(acts, 1)]
    undone = [done(len(acts) + one.id, "undo", one.page, one.id) for one in events]
    assert pages(*events, *undone) == list(PACKET)
