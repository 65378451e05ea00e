"""Telling content that nobody could have written from a fault of the program."""

from pathlib import Path
from types import TracebackType

_HERE = str(Path(__file__).parent)
# They call what the commands do; a frame of theirs says nothing about where an error began.
_BELOW_ALL = {
    str(Path(__file__).with_name(name)) for name in ("database.py", "complaints.py", "log.py")
}


def is_of_a_row(error: ValueError) -> bool:
    """Whether an error arose where a row becomes a value: no such word, no such day, no text.

    The program's own INSERTs are checked by the tables, so only damage can bring such a row.
    """
    if isinstance(error, UnicodeDecodeError):
        return True
    step: TracebackType | None = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name.startswith(_HERE) and name not in _BELOW_ALL:
            return True
        step = step.tb_next
    return False
