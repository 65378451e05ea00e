"""Applied plans in the store, and what planning asks of tasks and blocks."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from keseimbangan.domain.blocks import Block
from keseimbangan.domain.period import Period
from keseimbangan.domain.planning_values import Reason
from keseimbangan.domain.plans import AppliedPlan, PlanPiece
from keseimbangan.store import compiled
from keseimbangan.store.blocks import block_of
from keseimbangan.store.database import Database, Row
from keseimbangan.store.values import from_day, from_instant, to_day, to_instant


class Plans:
    """Reading and keeping applied plans."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, plan: AppliedPlan, pieces: Sequence[PlanPiece]) -> AppliedPlan:
        """Keep a plan with its pieces, in place of what earlier ones said about their blocks."""
        self.replaced(piece.block_uid for piece in pieces)
        number = self._db.insert(compiled.INSERT_PLAN, _plan_values(plan))
        self._db.insert_all(
            compiled.INSERT_PLAN_PIECE, (_values(piece) | {"plan_id": number} for piece in pieces)
        )
        return replace(plan, number=number)

    def replaced(self, block_uids: Iterable[str]) -> None:
        """Note that what was planned for these blocks has been decided anew."""
        self._db.change(compiled.REPLACE_PLAN_PIECES, {"uids": json.dumps(list(block_uids))})

    def pieces(self, period: Period) -> list[tuple[int, PlanPiece]]:
        """The pieces that start in a period, by start, each with the number of its plan."""
        rows = self._db.all(
            compiled.PLAN_PIECES_BETWEEN,
            start=from_instant(period.start),
            end=from_instant(period.end),
        )
        return [(row["plan_id"], _piece(row)) for row in rows]

    def among(self, numbers: Iterable[int]) -> list[AppliedPlan]:
        """The plans with these numbers, the earliest first."""
        listed = json.dumps(sorted(set(numbers)))
        return [_plan(row) for row in self._db.all(compiled.PLANS_AMONG, numbers=listed)]

    def made(self, uids: Iterable[str]) -> set[str]:
        """Those among the uids of blocks that a plan has made."""
        rows = self._db.all(compiled.PLANNED_BLOCKS_AMONG, uids=json.dumps(list(uids)))
        return {row["block_uid"] for row in rows}

    def blocks_named(self, uids: Iterable[str]) -> dict[str, Block]:
        """The blocks that are still there among the uids, by uid."""
        rows = self._db.all(compiled.BLOCKS_NAMED, uids=json.dumps(list(uids)))
        return {row["uid"]: block_of(row) for row in rows}

    def task_blocks_from(self, start: datetime) -> list[Block]:
        """Single blocks of tasks that start at an instant or later."""
        rows = self._db.all(compiled.TASK_BLOCKS_FROM, start=from_instant(start))
        return [block_of(row) for row in rows]


def _plan(row: Row) -> AppliedPlan:
    return AppliedPlan(
        number=row["id"],
        uid=row["uid"],
        first=to_day(row["first"]),
        last=to_day(row["last"]),
        zone=row["zone"],
        applied_at=to_instant(row["applied_at"]),
    )


def _plan_values(plan: AppliedPlan) -> dict[str, Any]:
    return {
        "uid": plan.uid,
        "first": from_day(plan.first),
        "last": from_day(plan.last),
        "zone": plan.zone,
        "applied_at": from_instant(plan.applied_at),
    }


def _piece(row: Row) -> PlanPiece:
    return PlanPiece(
        uid=row["uid"],
        task=row["task_id"],
        block_uid=row["block_uid"],
        title=row["title"],
        starts_at=to_instant(row["starts_at"]),
        ends_at=to_instant(row["ends_at"]),
        reason=Reason(row["reason"]),
        position=row["position"],
        replaced=bool(row["replaced"]),
    )


def _values(piece: PlanPiece) -> dict[str, Any]:
    return {
        "uid": piece.uid,
        "task_id": piece.task,
        "block_uid": piece.block_uid,
        "title": piece.title,
        "starts_at": from_instant(piece.starts_at),
        "ends_at": from_instant(piece.ends_at),
        "reason": piece.reason,
        "position": piece.position,
        "replaced": piece.replaced,
    }
