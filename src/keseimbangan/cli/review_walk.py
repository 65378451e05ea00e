"""The Friday review, guided. Each answer is kept as it is given: who is interrupted goes on there.

What was answered before is shown and may be kept; that is also how a finished review is changed.
"""

from dataclasses import replace

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.cli.prompts import ask_optional, confirm
from keseimbangan.cli.review_answers import read_priority
from keseimbangan.cli.review_decisions import ask_decisions
from keseimbangan.cli.review_place import place_blocks
from keseimbangan.cli.review_sitting import Change, Sitting
from keseimbangan.domain.period import week_name
from keseimbangan.domain.review import (
    MOST_PRIORITIES,
    Priority,
    ReviewStep,
    arrive,
    offered,
    step_after,
)
from keseimbangan.i18n import _
from keseimbangan.store.tasks import Tasks
from keseimbangan.view import tasks as task_view
from keseimbangan.view.review import ReviewPage, achieved, title


def walk(sitting: Sitting) -> None:
    """Ask what has not been answered, or everything once more."""
    try:
        _show_achieved(sitting, sitting.page())
        _ask_all(sitting)
    except (KeyboardInterrupt, EOFError):
        how = _("Jawaban Anda tersimpan. Lanjutkan dengan: imbang evaluasi {week}")
        sitting.env.note(how.format(week=week_name(sitting.week.first)))
        raise


def _show_achieved(sitting: Sitting, page: ReviewPage) -> None:
    sitting.env.note(title(page))
    sitting.heading(1, _("Yang tercapai"))
    for line in achieved(page):
        sitting.env.output.messages.print(line)


def _ask_all(sitting: Sitting) -> None:
    questions = {
        ReviewStep.DECISIONS: ask_decisions,
        ReviewStep.LEARNED: _ask_learned,
        ReviewStep.WINS: _ask_wins,
        ReviewStep.PRIORITIES: _ask_priorities,
        ReviewStep.BLOCKS: place_blocks,
    }
    begun = sitting.page().review.step
    step = ReviewStep.DECISIONS if sitting.redo else begun
    sitting.keep(_at(step, sitting.env))
    while step in questions:
        questions[step](sitting)
        step = step_after(step)
        sitting.keep(_at(step, sitting.env))


def _ask_learned(sitting: Sitting) -> None:
    sitting.heading(3, _("Pelajaran"))
    written = sitting.page().review.learned
    if written:
        sitting.env.note(written)
        if sitting.redo and confirm(sitting.env, _("Tulis ulang?"), _("--pelajaran")):
            written = None
    question = _("Apa yang Anda pelajari? (kosongkan bila cukup)")
    while more := _more_learned(sitting.env, question, written):
        written = more
        sitting.keep(_learn(more))
        question = _("Ada lagi? (kosongkan bila cukup)")


def _more_learned(env: Env, question: str, written: str | None) -> str | None:
    def joined(text: str) -> str:
        return params.note(f"{written}\n{text}" if written else text)

    return ask_optional(env, question, _("--pelajaran"), joined)


def _ask_wins(sitting: Sitting) -> None:
    sitting.heading(4, _("Kemenangan kecil"))
    wins = sitting.page().review.wins
    for text in wins:
        sitting.env.note(f"★ {text}")
    if wins and sitting.redo and confirm(sitting.env, _("Tulis ulang?"), _("--kemenangan")):
        sitting.keep(lambda review: replace(review, wins=()))
    question = _("Satu hal kecil yang berhasil (kosongkan bila cukup):")
    while win := ask_optional(sitting.env, question, _("--kemenangan"), params.short_text):
        sitting.keep(_add_win(win))
        question = _("Ada lagi? (kosongkan bila cukup)")


def _ask_priorities(sitting: Sitting) -> None:
    sitting.heading(5, _("Tiga prioritas pekan depan"))
    chosen = sitting.page().review.priorities
    for place, one in enumerate(chosen, 1):
        sitting.env.note(f"{place}. {one.text}")
    if chosen and sitting.redo and confirm(sitting.env, _("Pilih ulang?"), _("--prioritas")):
        sitting.keep(lambda review: replace(review, priorities=()))
        chosen = ()
    if len(chosen) < MOST_PRIORITIES:
        _offer(sitting)
    for place in range(len(chosen) + 1, MOST_PRIORITIES + 1):
        priority = _asked_priority(sitting.env, place)
        if priority is None:
            return
        sitting.keep(_add_priority(priority))


def _offer(sitting: Sitting) -> None:
    with sitting.env.reading() as db:
        tasks = Tasks(db).open()
    for task in offered(tasks, sitting.around.today, sitting.around.urgent_days):
        sitting.env.output.messages.print(task_view.line(task, sitting.around))


def _asked_priority(env: Env, place: int) -> Priority | None:
    def read(text: str) -> Priority:
        with env.reading() as db:
            return read_priority(db, params.title(text))

    question = _("Prioritas {n}: nomor tugas atau tulisan (kosongkan bila cukup)").format(n=place)
    return ask_optional(env, question, _("--prioritas"), read)


def _at(step: ReviewStep, env: Env) -> Change:
    return lambda review: arrive(review, step, env.now())


def _learn(text: str) -> Change:
    return lambda review: replace(review, learned=text)


def _add_win(win: str) -> Change:
    return lambda review: replace(review, wins=(*review.wins, win))


def _add_priority(priority: Priority) -> Change:
    return lambda review: replace(review, priorities=(*review.priorities, priority))
