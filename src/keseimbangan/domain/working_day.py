"""The hours of a weekday or a shift: start, break, end, on the wall clock."""

from dataclasses import field
from datetime import time

from keseimbangan.frozen import dataclass

DAY_MINUTES = 24 * 60

# The code words of the three shifts that most rosters know, and of a day off by the roster.
MORNING, AFTERNOON, NIGHT, OFF = "morning", "afternoon", "night", "off"

# Start and end in minutes since a midnight.
Stretch = tuple[int, int]


@dataclass(frozen=True)
class WorkingDay:
    """The hours of one weekday or shift, wall clock; a break needs both its ends.

    Only what is `overnight` may run into the next day, for 24 hours at most. `name` is that of a
    shift.
    """

    start: time
    end: time
    break_start: time | None = None
    break_end: time | None = None
    overnight: bool = field(default=False, kw_only=True)
    name: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        marks = self._marks()
        if len(marks) == 3 or marks != sorted(set(marks)):
            raise ValueError("a working day runs start, break, end")

    @property
    def ends(self) -> Stretch:
        """Start and end in minutes since the midnight before its start."""
        marks = self._marks()
        return marks[0], marks[-1]

    @property
    def pause(self) -> Stretch | None:
        """The break in the same minutes, if there is one."""
        marks = self._marks()
        return (marks[1], marks[2]) if len(marks) == 4 else None

    @property
    def work(self) -> list[Stretch]:
        """Start and end of each part of the work in the same minutes, the break left out."""
        marks = self._marks()
        return list(zip(marks[::2], marks[1::2], strict=True))

    @property
    def minutes(self) -> int:
        """Minutes of work, the break excluded, on whichever day they fall."""
        return sum(end - start for start, end in self.work)

    def _marks(self) -> list[int]:
        given = (self.start, self.break_start, self.break_end, self.end)
        marks = [each.hour * 60 + each.minute for each in given if each is not None]
        if not self.overnight:
            return marks
        return [marks[0], *(m if m > marks[0] else m + DAY_MINUTES for m in marks[1:])]
