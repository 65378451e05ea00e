"""Which columns begin and end something, and how long that may be."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from keseimbangan.domain.blocks import LONGEST
from keseimbangan.store.overtimes import LONGEST as LONGEST_OVERTIME


class Span(NamedTuple):
    """A column with the beginning, one with the end; `equal` where they may be the same."""

    begin: str
    end: str
    equal: bool = False
    longest: timedelta | None = None

    def is_backwards(self, row: Mapping[str, Any]) -> bool:
        """Whether a row ends before, or as, it begins."""
        begin, end = row[self.begin], row[self.end]
        if begin is None or end is None:
            return False
        return bool(end < begin or (end == begin and not self.equal))

    @property
    def backwards_sql(self) -> str:
        """The same of a stored row, as a condition."""
        return f'"{self.end}" {"<" if self.equal else "<="} "{self.begin}"'

    @property
    def too_long_sql(self) -> str:
        """Whether a stored row takes longer than `longest`, as a condition."""
        most = self.longest.total_seconds() if self.longest else 0
        seconds = "CAST(strftime('%s', \"{}\") AS INTEGER)".format
        return f"{seconds(self.end)} - {seconds(self.begin)} > {most}"

    def is_too_long(self, row: Mapping[str, Any]) -> bool:
        """Whether a row takes longer than the domain allows at birth."""
        return self.longest is not None and row[self.end] - row[self.begin] > self.longest


_SPANS = (
    Span("starts_at", "ends_at"),
    Span("actual_starts_at", "actual_ends_at"),
    # A session that was stopped within its first second.
    Span("started_at", "ended_at", equal=True),
    Span("first", "last", equal=True),
)
_LONGEST = {"blocks": LONGEST, "overtimes": LONGEST_OVERTIME}


def spans(table: str, columns: Collection[str]) -> list[Span]:
    """The spans of a table with these columns."""
    found = [each for each in _SPANS if {each.begin, each.end} <= set(columns)]
    if table == "location_days":
        # Wall clock of one day; a shift may end on the next.
        found.append(Span("start_time", "end_time"))
    return [_bounded(table, each) for each in found]


def _bounded(table: str, span: Span) -> Span:
    return span._replace(longest=_LONGEST.get(table)) if span.begin == "starts_at" else span
