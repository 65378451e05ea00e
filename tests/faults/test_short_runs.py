"""The harness in small: a few seconds of each kind of fault. The long runs: docs/reliability.md."""

from pathlib import Path

import pytest

from tests.faults import (
    clock,
    concurrency,
    full_disk,
    hostile,
    kills,
    migrations,
    modes,
    mutations,
)
from tests.faults.figures import Figures


def sound(figures: Figures) -> None:
    """Nothing was as it should not be, and something was tried."""
    assert figures.counts.total() > 0
    assert not figures.failures, "\n".join(figures.failures[:10])


def test_commands_that_are_killed_leave_nothing_half_done(
    figures: Figures, root: Path, seed: int
) -> None:
    kills.run(figures, root, 16, seed, quick=True)
    sound(figures)


def test_processes_that_write_at_once_lose_nothing(figures: Figures, root: Path) -> None:
    concurrency.run(figures, root, processes=4, writes=12)
    sound(figures)


def test_programs_that_are_started_at_once_lose_nothing(figures: Figures, root: Path) -> None:
    concurrency.run_installed(figures, root, processes=3, writes=2)
    sound(figures)


def test_an_operation_that_fails_leaves_the_old_state_or_the_new_one(
    figures: Figures, root: Path, seed: int
) -> None:
    full_disk.injected(figures, root, 2, seed, share=0.1)
    sound(figures)


def test_a_store_that_may_not_grow_says_so(figures: Figures, root: Path, seed: int) -> None:
    full_disk.page_limit(figures, root, 2, seed, share=0.2)
    sound(figures)


def test_a_disk_without_room_leaves_the_old_state_or_the_new_one(
    figures: Figures, root: Path, seed: int
) -> None:
    if not full_disk.small_disk(figures, root, 3, seed, share=0.12):
        pytest.skip("no small file system can be mounted here: the run by hand does it as root")
    sound(figures)


def test_a_damaged_store_is_refused_or_answers_as_before(
    figures: Figures, root: Path, seed: int
) -> None:
    mutations.run(figures, root, 48, seed, reads=4)
    sound(figures)


def test_every_schema_there_was_becomes_the_present_one(
    figures: Figures, root: Path, seed: int
) -> None:
    migrations.run(figures, root, examples=2, kills=2, seed=seed)
    sound(figures)


def test_no_clock_invents_or_loses_anything(figures: Figures, root: Path, seed: int) -> None:
    clock.run(figures, root, 2, seed)
    sound(figures)


def test_hostile_text_is_refused_or_stays_text(figures: Figures, root: Path, seed: int) -> None:
    hostile.run(figures, root, 4, seed)
    sound(figures)


def test_nobody_else_may_read_what_the_program_writes(figures: Figures, root: Path) -> None:
    modes.run(figures, root, umasks=(0o000,))
    sound(figures)
