"""Steps: what a row was and became, as told by the images on the far side of each step."""

from datetime import UTC, datetime

from keseimbangan.domain.steps import Change, Effect, Step, seen_from_now

AT = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
A, B, C = {"title": "A"}, {"title": "B"}, {"title": "C"}


def step(number: int, *, undone: bool = False) -> Step:
    return Step(number, AT, "tugas ubah", undone)


def test_a_row_is_added_changed_removed_or_came_and_went() -> None:
    def effect(before: dict[str, str] | None, after: dict[str, str] | None) -> Effect | None:
        return Change("tasks", 1, before, after).effect

    assert (effect(None, A), effect(A, B), effect(A, None)) == tuple(Effect)
    assert effect(None, None) is None


def test_taking_back_turns_a_change_around() -> None:
    added = Change("tasks", 1, None, A)
    assert (added.turned, added.turned.effect) == (Change("tasks", 1, A, None), Effect.REMOVED)
    assert Change("tasks", 1, A, B).turned.content == A


def test_a_row_is_known_by_what_it_became_or_by_what_it_was() -> None:
    assert Change("tasks", 1, A, B).content == B
    assert Change("tasks", 1, A, None).content == A
    assert Change("tasks", 1, None, None).content == {}


def test_done_steps_are_followed_back_from_the_row_as_it_is() -> None:
    images = [
        (step(3), [("tasks", 1, B)]),
        (step(2), [("tasks", 1, A), ("tasks", 2, C)]),
        (step(1), [("tasks", 1, None)]),
    ]
    found = seen_from_now(images, {("tasks", 1): C})
    assert [one.changes for one in found] == [
        (Change("tasks", 1, B, C),),
        (Change("tasks", 1, A, B), Change("tasks", 2, C, None)),
        (Change("tasks", 1, None, A),),
    ]


def test_undone_steps_are_followed_on_from_the_row_as_it_is() -> None:
    images = [
        (step(1, undone=True), [("tasks", 1, A)]),
        (step(2, undone=True), [("tasks", 1, None)]),
    ]
    found = seen_from_now(images, {})
    assert [one.changes for one in found] == [
        (Change("tasks", 1, None, A),),
        (Change("tasks", 1, A, None),),
    ]
