"""The law of undo: any commands followed by as many undos leave everything as it was.

`--hypothesis-profile=long` tries forty times as many sequences.
"""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bad_values import commands
from tests.in_process import Imbang
from tests.undo.calls import CALLS, NO_STEP, Call, prepare
from tests.undo.state import done_steps, fresh, run, state


def test_every_command_is_known_to_write_or_not_to() -> None:
    written = {" ".join(call.words[:2]) for call in CALLS} | {call.words[0] for call in CALLS}
    names = {command.name for command in commands()}
    unknown = names - written - NO_STEP.keys()
    assert not unknown, "add a call to CALLS in tests/undo/calls.py, or a reason to NO_STEP"
    assert not NO_STEP.keys() - names
    assert not NO_STEP.keys() & {name for name in written if name in names}


def test_each_command_is_one_step_that_can_be_undone_and_done_again(
    imbang: Imbang, cwd: Path
) -> None:
    prepare(cwd)
    states = [state(imbang)]
    for call in CALLS:
        before = done_steps(imbang.store)
        assert run(imbang, call) in (0, 130), call
        assert done_steps(imbang.store) == before + 1, call
        states.append(state(imbang))
        assert states[-1] != states[-2], call
    for number, call in reversed(list(enumerate(CALLS))):
        imbang("urung").ok()
        assert state(imbang) == states[number], call
    for number, call in enumerate(CALLS, 1):
        imbang("ulang").ok()
        assert state(imbang) == states[number], call
    imbang("urung", len(CALLS)).ok()
    assert state(imbang) == states[0]
    imbang("ulang", len(CALLS)).ok()
    assert state(imbang) == states[-1]


# Numbers that exist early, so that calls in any order meet something; then every call as it is.
_NUMBERED = [call for call in CALLS if set(call.words) & {"1", "2", "3"}]
_OUTSIDE = Call(("kalender", "ekspor", "--dari", "hari ini", "--sampai", "+14 hari", "--timpa"))
_SEQUENCES = st.lists(st.sampled_from([*CALLS, *_NUMBERED, _OUTSIDE]), min_size=3, max_size=8)


@settings(max_examples=max(1, settings.default.max_examples // 10))
@given(st.integers(0, 30), _SEQUENCES)
def test_any_commands_followed_by_as_many_undos_leave_everything_as_it_was(
    begun: int, sequence: list[Call]
) -> None:
    with fresh() as imbang:
        # Some history first, so that there is something to change and to delete.
        for call in CALLS[:begun]:
            run(imbang, call)
        before, steps = state(imbang), done_steps(imbang.store)
        for call in sequence:
            run(imbang, call)
        after, count = state(imbang), done_steps(imbang.store) - steps
        assert count <= len(sequence)
        if count:
            imbang("urung", count).ok()
            assert state(imbang) == before
            imbang("ulang", count).ok()
        assert state(imbang) == after
