"""Every command of the table can be called by the harness, so that none is left out of it."""

import pytest

from tests.faults.calls import Command, commands
from tests.faults.homes import Place, filled, ready


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return filled(tmp_path_factory.mktemp("calls") / "filled")


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_command_has_a_right_call(start: Place, root, command: Command) -> None:
    place = start.copy(root)
    ready(place, command.name)
    result = place.run(command.call)
    assert result.code == 0, (
        f"{' '.join(command.call)}: {result.err}\nGive it words in tests/faults/calls.py."
    )
