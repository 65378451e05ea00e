"""The Friday review in a real terminal: asked, interrupted, gone on with, changed."""

import signal
from collections.abc import Sequence
from typing import Any

import pytest

from tests.cli.review_steps import FRIDAY, WEEK, a_week, numbers, review, task
from tests.harness import Terminals, ended
from tests.in_process import Imbang

DECISION = "Apa keputusan Anda"
LEARNED, WIN = "Apa yang Anda pelajari", "Satu hal kecil yang berhasil"
MORE, PRIORITY = "Ada lagi", "Prioritas {n}: nomor tugas"


@pytest.fixture
def week(imbang: Imbang) -> Imbang:
    """The program over a store in which a week stands."""
    a_week(imbang)
    return imbang


def answered(child: Any, steps: Sequence[tuple[str, str]]) -> None:
    for question, line in steps:
        child.expect_exact(question)
        child.sendline(line)


def begin(terminal: Terminals, *words: str, now: str = FRIDAY) -> Any:
    return terminal("evaluasi", *words, now=now, size=(50, 60))


def test_the_whole_review_is_asked_and_carried_out(terminal: Terminals, week: Imbang) -> None:
    child = begin(terminal)
    child.expect_exact("Susun laporan")
    answered(
        child,
        [
            ("2  Telaah staf", "j"),
            ("Tenggat yang baru:", "kemarin"),
            ("Tenggat yang baru:", "senin"),
            ("3  Notula rapat", "d"),
            ("Kepada siapa?", "Ibu Sri"),
            ("Tanyakan lagi kapan", "rabu"),
            ("4  Pindai arsip", "x"),
            ("Jawab dengan salah satu huruf", "s"),
            (LEARNED, "Mulai pagi"),
            (MORE, "Kurangi rapat"),
            (MORE, ""),
            (WIN, "Pulang tepat waktu"),
            (MORE, ""),
            (PRIORITY.format(n=1), "99"),
            (PRIORITY.format(n=1), "5"),
            (PRIORITY.format(n=2), "Sore tanpa rapat"),
            (PRIORITY.format(n=3), ""),
            ("'Rancang survei': Sen 30 Nov 07.30–09.00 (1 j 30 m)?", "p"),
            ("'Sore tanpa rapat': Sel 1 Des 07.30–09.00", "w"),
            ("Kapan?", "senin 08.00-09.00"),
            ("Waktu itu sudah terisi 'Rancang survei'", "selasa 14.00-15.00"),
        ],
    )
    assert ended(child) == 0
    found = review(week)
    assert found["step"] == "finished"
    assert found["learned"] == "Mulai pagi\nKurangi rapat"
    assert task(week, 2)["due"] == "2026-11-30"
    assert task(week, 3)["delegate"]["follow_up"] == "2026-12-02"
    assert task(week, 4)["status"] == "dropped"
    days = ("blok", "daftar", "--dari", "2026-11-30", "--sampai", "2026-12-06", "--json")
    blocks = week(*days).ok().json["blocks"]
    assert [(one["title"], one["kind"], one["task"]) for one in blocks] == [
        ("Rancang survei", "focus", 5),
        ("Sore tanpa rapat", "focus", None),
    ]
    assert blocks[0]["starts_at"] == "2026-11-30T07:30:00+07:00"
    assert blocks[1]["starts_at"] == "2026-12-01T14:00:00+07:00"


def test_an_interrupted_review_goes_on_where_it_stopped(terminal: Terminals, week: Imbang) -> None:
    child = begin(terminal)
    answered(child, [("2  Telaah staf", "b"), ("3  Notula rapat", "s")])
    child.expect_exact("4  Pindai arsip")
    child.expect_exact(DECISION)
    child.sendintr()
    assert ended(child) == 130
    assert f"imbang evaluasi {WEEK}" in " ".join(child.log.getvalue().split())
    found = review(week)
    assert [one["choice"] for one in found["decisions"]] == ["keep", "drop"]
    assert found["step"] == "decisions"

    child = begin(terminal)
    child.expect_exact("Yang tertunda")
    child.expect_exact("4  Pindai arsip")
    child.sendline("b")
    answered(child, [(LEARNED, "satu"), (MORE, "")])
    child.expect_exact(WIN)
    child.kill(signal.SIGKILL)
    assert ended(child) == 128 + signal.SIGKILL

    child = begin(terminal)
    child.expect_exact(WIN)
    asked = child.before
    assert DECISION not in asked
    assert LEARNED not in asked
    answered(child, [("", "a"), (MORE, "")])
    child.expect_exact(PRIORITY.format(n=1))
    child.sendeof()
    assert ended(child) == 130
    assert (review(week)["step"], review(week)["wins"]) == ("priorities", ["a"])


def test_a_closed_window_loses_nothing(terminal: Terminals, week: Imbang) -> None:
    child = begin(terminal)
    answered(child, [("2  Telaah staf", "s")])
    child.expect_exact("3  Notula rapat")
    child.kill(signal.SIGHUP)
    ended(child)
    assert task(week, 2)["status"] == "dropped"
    assert numbers(review(week)["postponed"]) == [2, 3, 4]


def test_blocks_that_were_settled_are_not_offered_again(terminal: Terminals, week: Imbang) -> None:
    week(
        "evaluasi",
        *("--putuskan", "2=biarkan", "--putuskan", "3=biarkan", "--putuskan", "4=biarkan"),
        now=FRIDAY,
    ).ok()
    child = begin(terminal)
    answered(child, [(LEARNED, ""), (WIN, ""), (PRIORITY.format(n=1), "satu")])
    answered(child, [(PRIORITY.format(n=2), "dua"), (PRIORITY.format(n=3), "")])
    answered(child, [("'satu': Sen 30 Nov", "l")])
    child.expect_exact("'dua': Sen 30 Nov")
    child.sendintr()
    assert ended(child) == 130
    child = begin(terminal)
    child.expect_exact("Blok pekan depan")
    child.expect_exact("'dua': Sen 30 Nov")
    assert "'satu'" not in child.before
    child.sendline("p")
    assert ended(child) == 0
    assert review(week)["step"] == "finished"


def test_a_finished_review_is_shown_and_asked_again_on_purpose(
    terminal: Terminals, week: Imbang
) -> None:
    week("evaluasi", "--putuskan", "4=singkirkan", "--pelajaran", "lama", now=FRIDAY).ok()
    week("evaluasi", "--kemenangan", "a", "--prioritas", "5", "--selesai", now=FRIDAY).ok()
    child = begin(terminal)
    child.expect_exact("ubah dengan --ulangi")
    assert ended(child) == 0

    child = begin(terminal, "--ulangi")
    answered(
        child,
        [
            ("disingkirkan. Ubah?", "y"),
            (DECISION, "b"),
            ("2  Telaah staf", "b"),
            ("3  Notula rapat", "b"),
            ("Tulis ulang?", "y"),
            (LEARNED, "baru"),
            (MORE, ""),
            ("Tulis ulang?", ""),
            (WIN, "b"),
            (MORE, ""),
            ("Pilih ulang?", "y"),
            (PRIORITY.format(n=1), "lain"),
            (PRIORITY.format(n=2), ""),
            ("'lain'", "l"),
        ],
    )
    assert ended(child) == 0
    found = review(week)
    assert (found["learned"], found["wins"]) == ("baru", ["a", "b"])
    assert found["priorities"] == [{"text": "lain", "task": None}]
    assert task(week, 4)["status"] == "open"


def test_a_late_review_offers_no_block_in_a_week_that_is_over(
    terminal: Terminals, week: Imbang
) -> None:
    child = begin(terminal, WEEK, now="2026-12-14T09:00:00+07:00")
    answered(child, [(DECISION, "b")] * 3)
    answered(child, [(LEARNED, ""), (WIN, ""), (PRIORITY.format(n=1), "satu")])
    answered(child, [(PRIORITY.format(n=2), "")])
    child.expect_exact("Tidak ada blok yang perlu diusulkan.")
    assert ended(child) == 0


def test_a_task_closed_in_another_terminal_does_not_stop_the_review(
    terminal: Terminals, week: Imbang
) -> None:
    child = begin(terminal)
    child.expect_exact("2  Telaah staf")
    child.expect_exact(DECISION)
    week("tugas", "selesai", 2, now=FRIDAY).ok()
    child.sendline("s")
    child.expect_exact("sudah ditutup")
    answered(child, [("3  Notula rapat", "b"), ("4  Pindai arsip", "b")])
    child.expect_exact(LEARNED)
    child.sendintr()
    assert ended(child) == 130
    assert task(week, 2)["status"] == "done"


def test_showing_asks_nothing_even_on_a_terminal(terminal: Terminals, week: Imbang) -> None:
    for words in (("--tampil",), ("--format", "md"), ("--json",)):
        child = begin(terminal, *words)
        assert ended(child) == 0
        assert DECISION not in child.log.getvalue()


def test_the_questions_are_all_within_sixty_columns(terminal: Terminals, week: Imbang) -> None:
    child = begin(terminal)
    answered(child, [(DECISION, "b")] * 3)
    answered(child, [(LEARNED, ""), (WIN, ""), (PRIORITY.format(n=1), "5")])
    answered(child, [(PRIORITY.format(n=2), ""), ("'Rancang survei'", "w")])
    child.expect_exact("Kapan?")
    child.sendintr()
    ended(child)
    lines = child.log.getvalue().splitlines()
    assert [line for line in lines if len(line.rstrip()) > 62 and "\x1b" not in line] == []


def test_the_reflection_is_asked_and_gone_on_with(terminal: Terminals, imbang: Imbang) -> None:
    child = terminal("refleksi", now=FRIDAY)
    answered(child, [("Apa yang berhasil", "Pagi"), ("Apa yang perlu diperbaiki", "Sore")])
    child.expect_exact("Bagaimana Anda akan menyesuaikannya")
    child.sendintr()
    assert ended(child) == 130
    child = terminal("refleksi", now=FRIDAY)
    answered(child, [("Bagaimana Anda akan menyesuaikannya", ""), ("Satu kebiasaan", "Jalan")])
    assert ended(child) == 0
    told = imbang("refleksi", "--json", now=FRIDAY).ok().json["reflection"]
    assert (told["worked"], told["improve"], told["habit"]) == ("Pagi", "Sore", "Jalan")
