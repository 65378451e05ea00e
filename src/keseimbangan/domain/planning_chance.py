"""Numbers without a pattern that are the same in every call."""

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Chance:
    """Lehmer's generator (Park and Miller 1988, multiplier 48271)."""

    __slots__ = ("state",)

    def __init__(self) -> None:
        self.state = 1

    def below(self, bound: int) -> int:
        """A whole number from 0 up to, not including, `bound`."""
        self.state = self.state * 48271 % 2147483647
        return self.state % bound

    def some(self, things: Sequence[_T], count: int) -> list[_T]:
        """That many of some things, or all there are, in any order."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]
