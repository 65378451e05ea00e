"""What a run found: figures for a table, and whatever was not as it should be."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles


@dataclass
class Figures:
    """The outcome of one kind of fault."""

    title: str
    counts: Counter[str] = field(default_factory=Counter)
    rows: list[tuple[str, str]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        """One more of a kind; a kind is shown even when there is none of it."""
        self.counts[what] += number

    def expect(self, what: str, wrong: bool, said: str) -> None:
        """Count something that must never be."""
        self.counts[what] += int(wrong)
        if wrong:
            self.failures.append(f"{what}: {said}")

    def seconds(self, what: str, measured: Sequence[float]) -> None:
        """The middle, the 95th percentile and the most of some durations, in milliseconds."""
        if len(measured) > 1:
            parts = quantiles(measured, n=100)
            for name, value in (("median", parts[49]), ("95 %", parts[94])):
                self.rows.append((f"{what}, {name}", f"{value * 1000:.0f} ms"))
            self.rows.append((f"{what}, longest", f"{max(measured) * 1000:.0f} ms"))

    def table(self) -> str:
        """The figures as Markdown."""
        rows = [(what, f"{number:,}") for what, number in self.counts.items()] + self.rows
        lines = ["| figure | value |", "| --- | ---: |", *(f"| {a} | {b} |" for a, b in rows)]
        return "\n".join([*lines, *(f"\n{remark}" for remark in self.remarks)])
