"""A believable eight weeks of one civil servant, the same for the same day: what `demo` shows.

References between the parts are positions in its lists, because nothing has a number yet.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus, natural_element
from keseimbangan.domain.elements import Element
from keseimbangan.domain.focus import FocusSession, FocusState, Interruption
from keseimbangan.domain.holidays import shipped_on
from keseimbangan.domain.journal import StressEntry
from keseimbangan.domain.period import ONE_DAY, DaySpan, Period, instant, week_name, week_of
from keseimbangan.domain.tasks import Delegation, Impact, Task, TaskStatus

WEEKS = 8
SATURDAY = 5

Texts = Mapping[str, Any]


@dataclass(frozen=True)
class Sample:
    """Everything to be kept. A session's `task` and `block` are positions, not numbers."""

    targets: Sequence[str]
    tasks: Sequence[Task]
    series: Sequence[Block]
    blocks: Sequence[Block]
    sessions: Sequence[FocusSession]
    entries: Sequence[StressEntry]


class SampleMaker:
    """Makes a sample up to an instant, in a language and a zone, from texts of both languages."""

    def __init__(self, now: datetime, today: date, zone: str, language: str, texts: Texts) -> None:
        self.now, self.today, self.zone = now, today, zone
        self.language, self.texts = language, texts
        # Seeded by the day: the demo is the same whoever runs it, however often.
        self._random = random.Random(today.toordinal())
        self.first = week_of(today).first - timedelta(weeks=WEEKS)
        self._waiting: list[Texts] = []

    def make(self) -> Sample:
        """The eight weeks."""
        past = [day for day in self._workdays() if day < self.today]
        done = [self._done_task(day) for day in past if self._chance(0.75)]
        tasks = [*done, *self._open_tasks()]
        blocks = [block for day in self._workdays() for block in self._day(day)]
        return Sample(
            targets=[self._say(target) for target in self.texts["target"]],
            tasks=tasks,
            series=self.series(),
            blocks=blocks,
            sessions=list(self._sessions(blocks, done)),
            entries=list(self._entries()),
        )

    def series(self) -> list[Block]:
        """The four that recur: assembly, dinner, walk, course."""
        rows = (
            ("assembly", "FREQ=WEEKLY;BYDAY=MO", 0, "07:30", "08:00", BlockKind.MEETING, None),
            ("dinner", "FREQ=DAILY", 0, "18:30", "19:30", BlockKind.FAMILY, None),
            ("walk", "FREQ=WEEKLY;BYDAY=TU,TH", 1, "05:45", "06:15", BlockKind.OTHER, "recovery"),
            ("course", "FREQ=WEEKLY;BYDAY=WE", 2, "19:45", "20:45", BlockKind.OTHER, "growth"),
        )
        made = []
        for name, rule, weekday, start, end, kind, element in rows:
            day = self.first + timedelta(days=weekday)
            period = self._period(day, start, end)
            block = self._block(self._say(self.texts["series"][name]), period, kind)
            own = Element(element) if element else block.element
            made.append(replace(block, rule=rule, element=own, protected=name == "dinner"))
        return made

    def happened(self, occurrence: Block) -> Block | None:
        """A past occurrence of a series as it went, or None when nobody ticked it off."""
        if occurrence.ends_at > self.now or self._chance(0.1):
            return None
        status = BlockStatus.DONE if self._chance(0.85) else BlockStatus.SKIPPED
        return replace(occurrence, number=None, uid=self.uid(), status=status)

    def say(self, *keys: str) -> str:
        """A text of the sample by its path."""
        found: Any = self.texts
        for key in keys:
            found = found[key]
        return self._say(found)

    def pick(self, name: str) -> str:
        """One of a list of texts."""
        return self._say(self._random.choice(self.texts[name]))

    def say_all(self, name: str) -> list[str]:
        """All of a list of texts."""
        return [self._say(text) for text in self.texts[name]]

    def uid(self) -> str:
        """A UUID, the same in each run."""
        return str(UUID(int=self._random.getrandbits(128), version=4))

    def _day(self, day: date) -> Iterator[Block]:
        friday = day.weekday() == 4
        plan = [
            ("08:00", "10:00", BlockKind.FOCUS, "focus"),
            ("10:15", "11:15" if friday else "11:45", BlockKind.MEETING, "meeting"),
            ("13:00", "14:15", BlockKind.ADMINISTRATION, "administration"),
            ("14:30", "15:30", BlockKind.FOCUS, "focus"),
        ]
        for start, end, kind, texts in plan:
            if day == self.today or self._chance(0.9):
                text = self._random.choice(self.texts[texts])
                block = self._block(self._say(text), self._period(day, start, end), kind)
                yield self._lived(replace(block, target=text.get("target")))
        buffer = self._period(day, "15:30", "16:00")
        yield self._lived(self._block(self._buffer(), buffer, BlockKind.BUFFER))
        if day < self.today and self._chance(0.12):
            evening = self._period(day, "19:45", "21:15")
            yield self._lived(self._block(self.pick("evening"), evening, BlockKind.MEETING))

    def _buffer(self) -> str:
        return {"id": "Penyangga", "en": "Buffer"}[self.language]

    def _lived(self, block: Block) -> Block:
        """A past block as it went: mostly done, sometimes longer, sometimes not at all."""
        if block.ends_at > self.now:
            return block
        luck = self._random.random()
        if luck < 0.12:
            return replace(block, status=BlockStatus.SKIPPED)
        if luck < 0.35:
            late = timedelta(minutes=self._random.choice((-15, -10, 10, 20)))
            return replace(
                block,
                status=BlockStatus.DONE,
                actual_starts_at=block.starts_at,
                actual_ends_at=min(block.ends_at + late, self.now),
            )
        return replace(block, status=BlockStatus.DONE)

    def _done_task(self, day: date) -> Task:
        text = self._next_done()
        return Task(
            number=None,
            uid=self.uid(),
            title=self._say(text),
            status=TaskStatus.DONE,
            important="target" in text,
            triaged=True,
            due=day,
            estimate_minutes=text["minutes"],
            target=text.get("target"),
            done_at=instant(day, time(15, self._random.randrange(60)), self.zone),
            result=self._say(text["result"]),
            evidence=text["evidence"] or None,
            indicator=text.get("indicator"),
            realisation=text.get("realisation"),
            akhlak=tuple(Akhlak(value) for value in text.get("akhlak", ())),
        )

    def _next_done(self) -> Texts:
        # One after the other in a new order each round: nobody does the same task twice a week.
        if not self._waiting:
            self._waiting = self._random.sample(self.texts["done"], len(self.texts["done"]))
        return self._waiting.pop()

    def _open_tasks(self) -> Iterator[Task]:
        for text in self.texts["open"]:
            delegate = text.get("delegate")
            due = text.get("due")
            yield Task(
                number=None,
                uid=self.uid(),
                title=self._say(text),
                status=TaskStatus.DELEGATED if delegate else TaskStatus.OPEN,
                important=text.get("important", False),
                urgent=text.get("urgent", False),
                triaged=True,
                due=None if due is None else _weekday(self.today + timedelta(days=due)),
                estimate_minutes=text["minutes"],
                target=text.get("target"),
                impact=Impact(text["impact"]) if "impact" in text else None,
                element=Element(text.get("element", "work")),
                delegate=self._delegation(delegate) if delegate else None,
            )

    def _delegation(self, text: Texts) -> Delegation:
        follow_up = self.today + timedelta(days=text["follow_up"])
        return Delegation(text["to"], self._say(text), None, follow_up)

    def _sessions(self, blocks: Sequence[Block], done: Sequence[Task]) -> Iterator[FocusSession]:
        for position, block in enumerate(blocks):
            if block.kind is BlockKind.FOCUS and block.status is BlockStatus.DONE:
                yield from self._rounds(position, block, done)

    def _rounds(self, position: int, block: Block, done: Sequence[Task]) -> Iterator[FocusSession]:
        cycle, task = self.uid(), self._task_of(block, done)
        rounds = max(1, block.minutes // 30)
        for number in range(1, rounds + 1):
            begin = block.starts_at + timedelta(minutes=30 * (number - 1))
            whole = self._chance(0.85)
            seconds = 1500 if whole else self._random.randrange(300, 1400)
            end = begin + timedelta(seconds=seconds)
            yield FocusSession(
                number=None,
                uid=self.uid(),
                started_at=begin,
                zone=self.zone,
                planned_minutes=25,
                break_minutes=5,
                state=FocusState.COMPLETED if whole else FocusState.STOPPED,
                task=task,
                block=position,
                cycle=cycle,
                round=number,
                rounds=rounds,
                focused_seconds=seconds,
                seen_at=end,
                ended_at=end,
                interruptions=() if whole else (self._interruption(end),),
            )

    def _task_of(self, block: Block, done: Sequence[Task]) -> int | None:
        soon = [i for i, task in enumerate(done) if 0 <= _days_ahead(task, block) < 4]
        return self._random.choice(soon) if soon else None

    def _interruption(self, at: datetime) -> Interruption:
        return Interruption(self.uid(), at, self.pick("interruption"))

    def _entries(self) -> Iterator[StressEntry]:
        for week in range(WEEKS):
            for weekday in (1, 3) if self._chance(0.5) else (3,):
                day = self.first + timedelta(weeks=week, days=weekday)
                yield self._entry(day)

    def _entry(self, day: date) -> StressEntry:
        text = self._random.choice(self.texts["stress"])
        level = min(10, max(0, text["level"] + self._random.choice((-1, 0, 0, 1))))
        return StressEntry(
            number=None,
            uid=self.uid(),
            week=week_name(day),
            written_at=instant(day, time(20, 15), self.zone),
            zone=self.zone,
            level=level,
            triggers=tuple(text["triggers"]),
            main_cause=self._say(text["cause"]),
            coping=self._say(text["coping"]),
            helped=text["helped"],
            demand=text["demand"],
            control=text["control"],
        )

    def _workdays(self) -> list[date]:
        days = DaySpan(self.first, self.today + ONE_DAY)
        # On a holiday the example has nothing to show but rest; of its own day it must show work.
        return [
            day for day in days if day.weekday() < 5 and (day == self.today or not shipped_on(day))
        ]

    def _block(self, title: str, period: Period, kind: BlockKind) -> Block:
        return Block(
            number=None,
            uid=self.uid(),
            title=title,
            starts_at=period.start,
            ends_at=period.end,
            zone=self.zone,
            element=natural_element(kind),
            kind=kind,
        )

    def _period(self, day: date, start: str, end: str) -> Period:
        return Period(
            instant(day, time.fromisoformat(start), self.zone),
            instant(day, time.fromisoformat(end), self.zone),
        )

    def _say(self, text: Texts) -> str:
        return str(text[self.language])

    def _chance(self, probability: float) -> bool:
        return self._random.random() < probability


def _days_ahead(task: Task, block: Block) -> int:
    return (task.due - block.day).days if task.due else -1


def _weekday(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day
