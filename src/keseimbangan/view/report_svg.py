"""The drawings of a report in HTML: inline SVG without scripts, each with its values in words."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import pi
from typing import NamedTuple

from keseimbangan import formats
from keseimbangan.domain.elements import Element
from keseimbangan.view.charts import Measure
from keseimbangan.view.words import ELEMENT_SYMBOLS, element

# As wide as a card takes them, so that their letters come out as large as the text around them.
WIDTH, HALF = 760, 420


class Column(NamedTuple):
    """One of several columns: its label, its value in words, its minutes by element."""

    label: str
    value: str
    minutes: Mapping[Element, int]


def ring(minutes: Mapping[Element, int], middle: str, label: str) -> str:
    """Shares as a ring, from the top clockwise, with a figure in its middle."""
    radius, whole = 70, sum(minutes.values()) or 1
    around = 2 * pi * radius
    arcs, begun = [], 0.0
    for one, value in minutes.items():
        length = around * value / whole
        # A hairline between the arcs keeps them apart without colour.
        arcs.append(
            f'<circle class="fill-{one.value}" style="fill:none;stroke:var(--{one.value})" r="70"'
            f' stroke-width="24" stroke-dasharray="{max(length - 2, 0):.1f} {around:.1f}"'
            f' stroke-dashoffset="{-begun:.1f}"/>'
        )
        begun += length
    return (
        f'<svg viewBox="-90 -90 180 180" role="img" aria-label="{escape(label)}">'
        f'<g transform="rotate(-90)">{"".join(arcs)}</g>'
        f'<text text-anchor="middle" y="7" style="font-size:22px;font-weight:650">'
        f"{escape(middle)}</text></svg>"
    )


def against(measures: Mapping[Element, Measure], hours: Mapping[Element, str], label: str) -> str:
    """A bar for each element: done, paler what else was planned, a line at the intention.

    Each has its own scale: what matters is how near it comes to what was meant.
    """
    left, right, row = 84, 66, 40
    room = HALF - left - right
    body: list[str] = []
    for index, (one, measure) in enumerate(measures.items()):
        top, most = index * row + 8, measure.most or 1
        body += [
            f'<text x="0" y="{top + 16}">{ELEMENT_SYMBOLS[one]} {escape(element(one))}</text>',
            _box("track", left, top, room, 22),
            _box(f"fill-{one.value} meant", left, top, room * measure.planned / most, 22),
            _box(f"fill-{one.value}", left, top, room * measure.done / most, 22),
            *_aim(measure, left, top, room, most),
            f'<text x="{HALF}" y="{top + 16}" text-anchor="end">{escape(hours[one])}</text>',
        ]
    return _drawing(HALF, len(measures) * row + 6, label, body)


def columns(values: Sequence[Column], label: str) -> str:
    """Stacked columns with their totals above and their labels below."""
    height, base = 210, 178
    most = max((sum(column.minutes.values()) for column in values), default=0) or 1
    step = WIDTH / max(len(values), 1)
    body = [f'<line class="rule" x1="0" x2="{WIDTH}" y1="{base}" y2="{base}"/>']
    for index, column in enumerate(values):
        middle = step * (index + 0.5)
        top = float(base)
        for one, minutes in column.minutes.items():
            size = 150 * minutes / most
            top -= size
            body.append(_column(f"fill-{one.value}", middle, top, min(step * 0.62, 76), size))
        body.append(_label(middle, top - 7, column.value, ""))
        body.append(_label(middle, base + 18, column.label, "faint"))
    return _drawing(WIDTH, height, label, body)


def by_hour(seconds: Sequence[int], first: int, last: int, label: str) -> str:
    """Focus in each hour of the day."""
    height, base, hours = 150, 122, range(first, last + 1)
    most, step = max(seconds) or 1, HALF / len(hours)
    body = [f'<line class="rule" x1="0" x2="{HALF}" y1="{base}" y2="{base}"/>']
    for index, hour in enumerate(hours):
        middle, size = step * (index + 0.5), 100 * seconds[hour] / most
        body.append(_column("fill-focus", middle, base - size, step * 0.7, size))
        if hour % 2 == 0:
            body.append(_label(middle, base + 18, f"{hour:02d}", "faint"))
    return _drawing(HALF, height, label, body)


def levels(values: Sequence[tuple[str, float]], label: str) -> str:
    """Levels of 0 to 10 as points on a line, each with its figure."""
    height, base, step = 180, 146, WIDTH / max(len(values), 1)
    points = [(step * (i + 0.5), base - 12.5 * level) for i, (_name, level) in enumerate(values)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    body = [
        f'<line class="rule" x1="0" x2="{WIDTH}" y1="{base}" y2="{base}"/>',
        f'<polyline points="{path}" style="fill:none;stroke:var(--focus);stroke-width:2"/>',
    ]
    for (x, y), (name, level) in zip(points, values, strict=True):
        body.append(f'<circle class="fill-focus" cx="{x:.1f}" cy="{y:.1f}" r="5"/>')
        body.append(_label(x, y - 11, formats.decimal(level), ""))
        body.append(_label(x, base + 18, name, "faint"))
    return _drawing(WIDTH, height, label, body)


def _aim(measure: Measure, left: int, top: int, room: int, most: int) -> Iterator[str]:
    if measure.intended is not None:
        x = left + room * measure.intended / most
        ends = f'y1="{top - 5}" y2="{top + 27}"'
        yield f'<line class="aim" x1="{x:.1f}" x2="{x:.1f}" {ends}/>'


def _box(kind: str, x: float, y: float, width: float, height: float) -> str:
    size = f'width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"'
    return f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" {size} rx="4"/>'


def _column(kind: str, middle: float, top: float, width: float, height: float) -> str:
    return _box(kind, middle - width / 2, top, width, max(height - 1, 0)) if height else ""


def _label(x: float, y: float, text: str, kind: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle"'
    return f'<text {place} class="{kind}">{escape(text)}</text>'


def _drawing(width: int, height: int, label: str, body: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label)}">'
        f"{''.join(body)}</svg>"
    )
