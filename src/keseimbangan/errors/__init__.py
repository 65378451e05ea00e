"""One tree of errors. Each class owns its exit code and builds its sentence from data.

A message is a fact, a hint is a remedy. They are built when asked, so that they come in the
language that is then active. The families stand here, the members in one module per noun.
"""

from abc import ABC, abstractmethod

_QUOTED = 60


class KeseimbanganError(Exception, ABC):
    """What the program can say in a sentence. `code` is stable: scripts read it."""

    exit_code = 1
    code = "error"

    @abstractmethod
    def message(self) -> str:
        """The fact, one sentence."""

    def hint(self) -> str | None:
        """The remedy, one sentence, where there is one."""
        return None

    def __str__(self) -> str:
        return " ".join(part for part in (self.message(), self.hint()) if part)


class FactError(KeseimbanganError):
    """A fact stands in the way: not found, an overlap, a refusal."""

    exit_code = 1


class UsageProblem(KeseimbanganError):
    """The words of the call cannot be understood or may not be used so."""

    exit_code = 2
    code = "usage"


class StoreProblem(KeseimbanganError):
    """The store cannot be used: damaged, newer, locked, full disk, read-only."""

    exit_code = 3
    code = "store"


def quoted(text: str) -> str:
    """A text as an error repeats it: what is longer than 60 characters only in part."""
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
