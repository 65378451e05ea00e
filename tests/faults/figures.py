"""What a run found: figures for a table, and whatever was not as it should be."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import quantiles


@dataclass
class Figures:
    """The outcome of one kind of fault."""

    title: str
    counts: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    details: Counter[str] = field(default_factory=Counter)
    rows: list[tuple[str, str]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def announce(self, *what: str) -> None:
        """What will be counted, in the order in which it is to be read."""
        for each in what:
            self.count(each, 0)

    def count(self, what: str, number: int = 1) -> None:
        """One more of what was done; it is shown even when there is none of it."""
        self.counts[what] += number

    def detail(self, what: str, number: int = 1) -> None:
        """One more of a kind of what was done, or of what came of it."""
        self.details[what] += number

    def expect(self, what: str, wrong: bool, said: str) -> None:
        """Count something that must never be."""
        self.wrong[what] += int(wrong)
        if wrong:
            self.failures.append(f"{what}: {said}")

    def seconds(self, what: str, measured: Sequence[float]) -> None:
        """The middle, the 95th percentile and the most of some durations, in milliseconds."""
        if len(measured) > 1:
            parts = quantiles(measured, n=100)
            for name, value in (("median", parts[49]), ("95 %", parts[94])):
                self.rows.append((f"{what}, {name}", f"{value * 1000:.0f} ms"))
            self.rows.append((f"{what}, longest", f"{max(measured) * 1000:.0f} ms"))

    def add(self, other: "Figures") -> None:
        """What another process found, too."""
        for mine, theirs in (
            (self.counts, other.counts),
            (self.wrong, other.wrong),
            (self.details, other.details),
        ):
            mine.update(theirs)
        self.failures += other.failures

    def table(self) -> str:
        """The figures as Markdown: what was done, what must not be, the details."""
        details = [*_shown(sorted(self.details.items())), *self.rows]
        lines = [
            *_part("done", _shown(self.counts.items())),
            *_part("must be 0", _shown(sorted(self.wrong.items()))),
            *_part("in detail", details),
        ]
        return "\n".join(
            [
                "| figure | value |",
                "| --- | ---: |",
                *lines,
                *(f"\n{remark}" for remark in self.remarks),
            ]
        )


def _shown(counted: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    return [(what, f"{number:,}") for what, number in counted]


def _part(title: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    return (
        [f"| **{title}** | |", *(f"| {what} | {value} |" for what, value in rows)] if rows else []
    )
