"""Charts of characters: every value has a sign of its own, so none of them needs colour."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from rich.text import Text

from keseimbangan.domain.elements import Element
from keseimbangan.view.words import ELEMENT_STYLES, ELEMENT_SYMBOLS

_LEVELS = "▁▂▃▄▅▆▇█"
NOTHING = "·"
PLANNED = "░"
INTENTION = "│"


class Measure(NamedTuple):
    """Minutes done and planned, and those intended where a person has an intention."""

    done: int
    planned: int
    intended: int | None

    @property
    def most(self) -> int:
        """The largest of the three, which fills the chart."""
        return max(self.done, self.planned, self.intended or 0)


def shares(minutes: Mapping[Element, int], width: int) -> Text:
    """One bar of the whole, `■■■■■♥♥○▲`: each element its share, none that has any left out."""
    return _signs(cells(list(minutes.values()), width), list(minutes))


def stacked(minutes: Mapping[Element, int], per_sign: int) -> Text:
    """A bar whose length tells: one sign for every `per_sign` minutes, at least one for any."""
    counts = [max(round(value / per_sign), 1 if value else 0) for value in minutes.values()]
    return _signs(counts, list(minutes))


def against(measure: Measure, element: Element, width: int) -> Text:
    """`■■■■■░░░│`: signs for what was done, shade for what else was planned, a line at the aim."""
    scale = measure.most or 1
    done, planned = (_length(value, scale, width) for value in measure[:2])
    signs = [ELEMENT_SYMBOLS[element]] * done + [PLANNED] * (planned - done)
    signs += [NOTHING] * (width - len(signs))
    style = ELEMENT_STYLES[element]
    text = Text("".join(signs[:done]), style=style).append("".join(signs[done:]), style="dim")
    if measure.intended is None:
        return text
    place = min(width - 1, _length(measure.intended, scale, width))
    return Text.assemble(text[:place], (INTENTION, "bold"), text[place + 1 :])


def sparkline(values: Sequence[int], width: int = 1) -> str:
    """`▁▃█▅·`: heights by the largest value, each `width` characters wide, a dot for nothing."""
    most = max(values, default=0)
    marks = [_level(value, most) for value in values]
    return "".join(mark * width for mark in marks)


def lined_up(rows: Sequence[Sequence[Text | str]], right: Collection[int] = ()) -> list[Text]:
    """Rows with their cells below each other, many times as quick as a Rich table."""
    cells = [[Text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    widths = [max(cell.cell_len for cell in column) for column in zip(*cells, strict=True)]
    lines: list[Text] = []
    for row in cells:
        line = Text(no_wrap=True)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
            blank = " " * (width - cell.cell_len)
            line.append(" " if place else "")
            line.append(blank if place in right else "").append_text(cell)
            line.append("" if place in right else blank)
        line.rstrip()
        lines.append(line)
    return lines


def cells(values: Sequence[int], width: int) -> list[int]:
    """`width` cells in proportion to the values: what is not zero has at least one, sum exact."""
    whole = sum(values)
    if not whole:
        return [0] * len(values)
    ideal = [value * width / whole for value in values]
    counts = [
        max(int(share), 1 if value else 0) for share, value in zip(ideal, values, strict=True)
    ]
    while sum(counts) != width:
        step = 1 if sum(counts) < width else -1
        errors = [(share - count) * step for share, count in zip(ideal, counts, strict=True)]
        chosen = [i for i, value in enumerate(values) if value and counts[i] + step > 0]
        if not chosen:
            break
        counts[max(chosen, key=lambda i: errors[i])] += step
    return counts


def per_sign(totals: Sequence[int], width: int) -> int:
    """Minutes one sign stands for, so that the longest of several bars fits: a round figure."""
    longest = max(totals, default=0)
    steps = (30, 60, 120, 180, 240, 360, 480, 720, 1440)
    return next((step for step in steps if longest <= step * width), longest // width + 1)


def _signs(counts: Sequence[int], elements: Sequence[Element]) -> Text:
    text = Text()
    for element, count in zip(elements, counts, strict=True):
        text.append(ELEMENT_SYMBOLS[element] * count, style=ELEMENT_STYLES[element])
    return text


def _length(value: int, scale: int, width: int) -> int:
    return max(round(value * width / scale), 1 if value else 0)


def _level(value: int, most: int) -> str:
    if not value or not most:
        return NOTHING
    return _LEVELS[-(-value * len(_LEVELS) // most) - 1]
