"""What the demo's civil servant keeps for the office: indicators, talks, leave, places, overtime.

A generator of its own leaves the rest of the sample as it is, whatever is added here.
"""

import random
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import NamedTuple
from uuid import UUID

from keseimbangan.domain.blocks import Block, BlockKind, BlockStatus, WorkLocation
from keseimbangan.domain.dialogues import Dialogue
from keseimbangan.domain.leave import ANNUAL, Leave
from keseimbangan.domain.locations import LocationDay
from keseimbangan.domain.overtime import Overtime
from keseimbangan.domain.period import instant, local, week_of
from keseimbangan.domain.planning_values import Reason
from keseimbangan.domain.plans import AppliedPlan, PlanPiece
from keseimbangan.domain.sample import SampleMaker
from keseimbangan.domain.shifts import Shift
from keseimbangan.domain.targets import Aspect, Indicator

FRIDAY, SATURDAY = 4, 5
EVENING = time(19, 45)
HOME_WEEKS = 6


class Office(NamedTuple):
    """Everything to be kept. The targets and indicators of the texts count from 1."""

    indicators: Sequence[Indicator]
    dialogue: Dialogue
    leave: Leave
    places: Sequence[LocationDay]
    overtimes: Sequence[Overtime]
    shift: Shift
    plan: tuple[AppliedPlan, Sequence[PlanPiece]]


class OfficeMaker:
    """Makes it beside the weeks of a sample, from the same texts."""

    def __init__(self, maker: SampleMaker) -> None:
        self._maker, self.today = maker, maker.today
        self._random = random.Random(-maker.today.toordinal())

    def make(self, blocks: Sequence[Block]) -> Office:
        """The office side of weeks with these blocks."""
        return Office(
            indicators=self._indicators(),
            dialogue=self._dialogue(),
            leave=self._leave(),
            places=self._places(),
            overtimes=self._overtimes(blocks),
            shift=self._shift(),
            plan=self._plan([block for block in blocks if block.day == self.today]),
        )

    def _indicators(self) -> list[Indicator]:
        return [
            Indicator(
                None,
                self._uid(),
                text["target"],
                Aspect(text["aspect"]),
                str(text[self._maker.language]),
                text["amount"],
                str(text["unit"][self._maker.language]),
            )
            for text in self._maker.texts["indicator"]
        ]

    def _dialogue(self) -> Dialogue:
        say = self._maker.say
        day = self._maker.first + timedelta(weeks=4, days=2)
        later = _from_monday(self.today + timedelta(days=7))
        uid, partner = self._uid(), say("dialogue", "partner")
        note, agreed = say("dialogue", "note"), say("dialogue", "agreement")
        return Dialogue(None, uid, day, partner, 1, note, agreed, later)

    def _leave(self) -> Leave:
        monday = _from_monday(self.today + timedelta(weeks=3))
        return Leave(None, self._uid(), ANNUAL, monday, monday + timedelta(days=1))

    def _places(self) -> list[LocationDay]:
        friday = week_of(self.today).first + timedelta(days=FRIDAY)
        days = [friday - timedelta(weeks=week) for week in reversed(range(HOME_WEEKS))]
        output = self._maker.say("home", "output")
        return [
            LocationDay(
                None,
                self._uid(),
                day,
                WorkLocation.HOME,
                output=output if day < self.today else None,
            )
            for day in days
        ]

    def _overtimes(self, blocks: Sequence[Block]) -> list[Overtime]:
        late = [
            block
            for block in blocks
            if block.status is BlockStatus.DONE
            and local(block.starts_at, block.zone).time() == EVENING
        ]
        letter = self._maker.texts["overtime"]["letter"]
        return [
            # Of all but the first nobody wrote an order, as it goes.
            Overtime(
                None,
                self._uid(),
                block.starts_at,
                block.ends_at,
                block.zone,
                None if place else letter,
                block.title,
            )
            for place, block in enumerate(late)
        ]

    def _shift(self) -> Shift:
        ahead = timedelta(days=7 + (SATURDAY - self.today.weekday()) % 7)
        return Shift(None, self._uid(), self.today + ahead, "morning", time(7), time(14))

    def _plan(self, blocks: Sequence[Block]) -> tuple[AppliedPlan, list[PlanPiece]]:
        zone, today = self._maker.zone, self.today
        plan = AppliedPlan(None, self._uid(), today, today, zone, instant(today, time(7, 40), zone))
        planned = [block for block in blocks if block.kind is BlockKind.FOCUS]
        pieces = [
            PlanPiece(
                self._uid(),
                None,
                block.uid,
                block.title,
                block.starts_at,
                block.ends_at,
                Reason.FILLS_GAP if place else Reason.MORNING,
                place,
            )
            for place, block in enumerate(planned)
        ]
        return plan, pieces

    def _uid(self) -> str:
        return str(UUID(int=self._random.getrandbits(128), version=4))


def _from_monday(day: date) -> date:
    """The day itself if it is a Monday, else the Monday after it."""
    return day + timedelta(days=-day.weekday() % 7)
