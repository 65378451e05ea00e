"""What becomes of the overdue tasks: all as proposed, one by one, or nothing."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.delegation import completed_delegation
from keseimbangan.cli.prompts import ask, choose
from keseimbangan.domain import tasks as domain
from keseimbangan.domain.catching_up import NewDue, is_overdue
from keseimbangan.domain.tasks import Task
from keseimbangan.errors.tasks import PostponedIntoPast
from keseimbangan.i18n import _, ngettext
from keseimbangan.store.tasks import Tasks

FLAG = _("--terapkan")


class Fate(StrEnum):
    """What was decided about a task."""

    DATED = "dated"
    DELEGATED = "delegated"
    DROPPED = "dropped"


# A decision is carried out on the task as the store then has it.
Deed = tuple[int, Fate, Callable[[Task], Task]]


def ask_and_apply(env: Env, found: Sequence[NewDue]) -> None:
    """Ask once about all, or about each; what was decided is kept in one step at the end."""
    answer = choose(
        env,
        _("Terapkan usulan ini?"),
        FLAG,
        [
            ("t", _("terapkan semua"), "all"),
            ("s", _("satu per satu"), "each"),
            ("b", _("biarkan"), "none"),
        ],
    )
    deeds = [_dated(env, new, new.day) for new in found] if answer == "all" else []
    if answer == "each":
        asked = [_ask(env, new, len(found) - place) for place, new in enumerate(found, 1)]
        deeds = [deed for deed in asked if deed is not None]
    env.note(_carried_out(env, deeds) if deeds else _("Tidak ada yang diubah."))


def _ask(env: Env, new: NewDue, more: int) -> Deed | None:
    task, number = new.task, new.task.number or 0
    env.note(f"{number}  {task.title}")
    day = formats.short_date(new.day)
    question = _("Apa keputusan Anda? ({n} lagi sesudah ini)") if more else _("Apa keputusan Anda?")
    answer = choose(
        env,
        question.format(n=more),
        FLAG,
        [
            ("u", _("usulan: {day}").format(day=day), "take"),
            ("l", _("hari lain"), "other"),
            ("d", _("delegasikan"), "delegate"),
            ("s", _("singkirkan"), "drop"),
            ("b", _("biarkan"), "leave"),
        ],
    )
    if answer == "other":
        read = partial(_day_ahead, env, number)
        return _dated(env, new, ask(env, _("Tenggat baru:"), FLAG, read))
    if answer == "delegate":
        delegation = completed_delegation(env, None, None, None, None)
        return number, Fate.DELEGATED, partial(domain.delegate, delegation=delegation)
    if answer == "drop":
        return number, Fate.DROPPED, partial(domain.drop, at=env.now())
    return _dated(env, new, new.day) if answer == "take" else None


def _dated(env: Env, new: NewDue, day: date) -> Deed:
    return new.task.number or 0, Fate.DATED, partial(domain.postpone, until=day, today=env.today())


def _day_ahead(env: Env, number: int, text: str) -> date:
    day = env.day(text)
    if day < env.today():
        raise PostponedIntoPast(number, day)
    return day


def _carried_out(env: Env, deeds: Sequence[Deed]) -> str:
    """Keep it all and say so; what another terminal has settled meanwhile is left as it is."""
    kept: Counter[Fate] = Counter()
    with env.changing() as db:
        shelf = Tasks(db)
        now_open = {task.number: task for task in shelf.open()}
        for number, fate, deed in deeds:
            task = now_open.get(number)
            if task is not None and is_overdue(task, env.today()):
                shelf.save(deed(task))
                kept[fate] += 1
    return " ".join(_sentence(fate, n) for fate, n in kept.items())


def _sentence(fate: Fate, n: int) -> str:
    if fate is Fate.DATED:
        text = ngettext("{n} tugas mendapat tenggat baru.", "{n} tugas mendapat tenggat baru.", n)
    elif fate is Fate.DELEGATED:
        text = ngettext("{n} tugas didelegasikan.", "{n} tugas didelegasikan.", n)
    else:
        text = ngettext("{n} tugas disingkirkan.", "{n} tugas disingkirkan.", n)
    return text.format(n=n)
