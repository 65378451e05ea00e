"""The same rules for OR-tools CP-SAT: which slot belongs to which task with a deadline."""

from collections.abc import Sequence
from typing import NamedTuple

from ortools.sat.python import cp_model

from keseimbangan.domain.planning_days import Day
from keseimbangan.domain.planning_values import Need

Cells = dict[int, dict[tuple[int, int], cp_model.IntVar]]


class Answer(NamedTuple):
    """`status` as the solver names it; the value found, and what no plan can exceed, in slots."""

    status: str
    value: int
    bound: int
    pieces: dict[int, list[tuple[int, int, int]]]


def meet_all(days: Sequence[Day], needs: Sequence[Need], seconds: float) -> Answer:
    """A plan in which every task is done before its deadline, if there is one."""
    model, cells = _model(days, needs, whole=True)
    return _solve(model, cells, seconds)


def most_placed(days: Sequence[Day], needs: Sequence[Need], seconds: float) -> Answer:
    """The most slots of some tasks that fit before their deadlines."""
    model, cells = _model(days, needs, whole=False)
    model.maximize(sum(cell for own in cells.values() for cell in own.values()))
    return _solve(model, cells, seconds)


def _solve(model: cp_model.CpModel, cells: Cells, seconds: float) -> Answer:
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.parameters.random_seed = 1
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(solver.status_name(status), 0, 0, {})
    pieces = {task: _pieces(solver, own) for task, own in cells.items()}
    return Answer(
        solver.status_name(status),
        round(solver.objective_value),
        int(solver.best_objective_bound + 1e-6),
        pieces,
    )


def _model(
    days: Sequence[Day], needs: Sequence[Need], *, whole: bool
) -> tuple[cp_model.CpModel, Cells]:
    model = cp_model.CpModel()
    cells: Cells = {need.task: {} for need in needs}
    for need in needs:
        _add_need(model, days, need, cells[need.task], whole)
    for number, day in enumerate(days):
        _add_day(model, number, day, list(cells.values()))
    return model, cells


def _add_need(
    model: cp_model.CpModel,
    days: Sequence[Day],
    need: Need,
    own: dict[tuple[int, int], cp_model.IntVar],
    whole: bool,
) -> None:
    starts = []
    for number in range(need.first, need.last + 1):
        day = days[number]
        for segment in day.segments:
            slots = range(segment.start, segment.end)
            if need.meeting:
                slots = range(max(slots.start, day.meetings[0]), min(slots.stop, day.meetings[1]))
            for slot in slots:
                own[number, slot] = model.new_bool_var(f"w{need.task}_{number}_{slot}")
            starts += _add_pieces(model, need, number, slots, own)
    total = sum(own.values())
    short = need.units <= need.shortest
    if whole:
        model.add(total == need.units)
    elif short:
        done = model.new_bool_var(f"d{need.task}")
        model.add(total == need.units * done)
    else:
        model.add(total <= need.units)
    if short and starts:
        model.add(sum(starts) <= 1)


def _add_pieces(
    model: cp_model.CpModel,
    need: Need,
    number: int,
    slots: range,
    own: dict[tuple[int, int], cp_model.IntVar],
) -> list[cp_model.IntVar]:
    """A piece that starts lasts for its shortest length at least."""
    starts = []
    for slot in slots:
        start = model.new_bool_var(f"s{need.task}_{number}_{slot}")
        starts.append(start)
        before = own[number, slot - 1] if slot > slots.start else 0
        model.add(start >= own[number, slot] - before)
        if slot + need.shortest > slots.stop:
            model.add(start == 0)
            continue
        for later in range(slot, slot + need.shortest):
            model.add_implication(start, own[number, later])
    return starts


def _add_day(
    model: cp_model.CpModel,
    number: int,
    day: Day,
    owners: Sequence[dict[tuple[int, int], cp_model.IntVar]],
) -> None:
    """One task at a time, the buffer, and a pause in every stretch."""
    open_slots = [slot for segment in day.segments for slot in range(segment.start, segment.end)]
    work: dict[int, cp_model.IntVar] = {}
    for slot in open_slots:
        work[slot] = model.new_bool_var(f"work{number}_{slot}")
        model.add(sum(own[number, slot] for own in owners if (number, slot) in own) == work[slot])
    model.add(sum(work.values()) <= day.budget)
    _add_pauses(model, day, work)


def _add_pauses(model: cp_model.CpModel, day: Day, work: dict[int, cp_model.IntVar]) -> None:
    fixed = {
        slot
        for segment in day.segments
        for first, last in (segment.before, segment.after)
        if abs(first) < 10**6
        for slot in range(first, last)
    }
    busy = sorted({*work, *fixed})
    for slot in busy:
        for later in (slot + day.grid.longest + gap for gap in range(max(1, day.grid.pause))):
            if later not in work and later not in fixed:
                continue
            if slot not in work and later not in work and not _only_fixed(slot, later, work):
                continue
            _add_pause(model, day, work, fixed, slot, later)


def _only_fixed(slot: int, later: int, work: dict[int, cp_model.IntVar]) -> bool:
    return any(between in work for between in range(slot + 1, later))


def _add_pause(
    model: cp_model.CpModel,
    day: Day,
    work: dict[int, cp_model.IntVar],
    fixed: set[int],
    slot: int,
    later: int,
) -> None:
    """Work at both ends of more than the longest stretch: somewhere between there is a pause."""
    pauses = []
    for begin in range(slot + 1, later - day.grid.pause + 1):
        inside = range(begin, begin + day.grid.pause)
        if any(between in fixed for between in inside):
            continue
        may = [work[between] for between in inside if between in work]
        if not may:
            return
        pause = model.new_bool_var(f"pause{slot}_{later}_{begin}")
        for cell in may:
            model.add_implication(pause, ~cell)
        pauses.append(pause)
    ends = [work[end] for end in (slot, later) if end in work]
    model.add_bool_or([*pauses, *(~end for end in ends)])


def _pieces(
    solver: cp_model.CpSolver, own: dict[tuple[int, int], cp_model.IntVar]
) -> list[tuple[int, int, int]]:
    pieces: list[tuple[int, int, int]] = []
    for (number, slot), cell in sorted(own.items(), key=lambda pair: pair[0]):
        if not solver.value(cell):
            continue
        if pieces and pieces[-1][0] == number and pieces[-1][2] == slot:
            pieces[-1] = (number, pieces[-1][1], slot + 1)
        else:
            pieces.append((number, slot, slot + 1))
    return pieces
