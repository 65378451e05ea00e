"""How much a gap holds: never less than the best that trying everything finds."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.domain.planning_room import LATER, NEVER, Grid, Segment, rooms_of

GRID = Grid(minutes=5, longest=6, pause=2, shortest=2, least=2)


def best(start: int, end: int, before: tuple[int, int], after: tuple[int, int]) -> int:
    """The most work of one gap, by trying every slot."""

    @cache
    def most(slot: int, begun: int, ended: int) -> int:
        if slot >= end:
            fits = after[0] - ended >= GRID.pause or ended <= before[1]
            return 0 if fits or after[1] - begun <= GRID.longest else -(10**6)
        run = slot if slot - ended >= GRID.pause else begun
        found = most(slot + 1, begun, ended)
        for stop in range(slot + GRID.least, end + 1):
            if stop - run <= GRID.longest:
                found = max(found, stop - slot + most(stop, run, stop))
        return found

    return most(start, *before)


@given(
    st.integers(1, 24),
    st.integers(0, 3),
    st.integers(1, 8),
    st.integers(0, 3),
    st.integers(1, 8),
    st.booleans(),
    st.booleans(),
)
def test_no_gap_holds_more_than_is_said(
    length: int, left: int, lead: int, right: int, tail: int, first: bool, last: bool
) -> None:
    before = (-left - lead, -left) if first else NEVER
    after = (length + right, length + right + tail) if last else LATER
    room = rooms_of([Segment(0, length, before, after)], GRID)
    assert room[0] >= best(0, length, before, after)
    assert room[1] == 0


def test_a_free_gap_holds_whole_stretches_with_pauses() -> None:
    assert [GRID.full(n) for n in (0, 1, 2, 6, 7, 8, 10, 14, 16)] == [0, 0, 2, 6, 6, 6, 8, 12, 12]
