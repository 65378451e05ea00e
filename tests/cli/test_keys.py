"""What a terminal sends, as keys."""

import pytest

from keseimbangan.cli.keys import named


@pytest.mark.parametrize(
    ("raw", "keys"),
    [
        ("p", ["p"]),
        ("ü界", ["ü", "界"]),
        (" ", [" "]),
        ("\r", ["enter"]),
        ("\n", ["enter"]),
        ("\x7f\b", ["backspace", "backspace"]),
        ("\x15", ["clear"]),
        ("\x1b", ["escape"]),
        ("\x03", ["interrupt"]),
        ("\x1b[A\x1b[1;5C\x1b[3~\x1bOP", []),
        ("a\x1b[Ab", ["a", "b"]),
        ("\t\x00\x04\u202e\u2028", []),
        ("", []),
    ],
)
def test_keys_are_characters_or_names_and_nothing_else_gets_through(raw, keys):
    assert named(raw) == keys
