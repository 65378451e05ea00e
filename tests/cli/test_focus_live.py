"""The live countdown, driven for real in a pseudo-terminal. A minute there lasts two seconds."""

import os
import re
import signal
import sys
import termios
import time

import pexpect
import pytest

from tests.harness import ended, heed_signals

PACE = {"KESEIMBANGAN_LAJU": "30"}
LATER = "2026-11-23T09:30:00+07:00"
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|.)")


def plain(text: str) -> str:
    """What a person reads of what the terminal got."""
    return _ESCAPES.sub("", text)


def echoes(child) -> bool:
    """Whether the terminal shows what is typed, line by line, as a shell wants it."""
    local = termios.tcgetattr(child.child_fd)[3]
    return bool(local & termios.ECHO) and bool(local & termios.ICANON)


def left_of(child) -> int:
    """Seconds left at the next drawing."""
    child.expect(r"(\d\d):(\d\d)\x1b")
    return int(child.match[1]) * 60 + int(child.match[2])


def counted_down(child, seconds) -> None:
    """Wait until so many of 25 minutes are gone."""
    while left_of(child) > 25 * 60 - seconds:
        pass


@pytest.fixture
def live(imbang, terminal):
    """`live("--menit", 1)` starts a countdown for an open task and waits until it is drawn."""
    imbang("tugas", "tambah", "Susun laporan", "--estimasi", "2j").ok()

    def start(*options, word="mulai", env=None, **keywords):
        task = (1,) if word == "mulai" else ()
        child = terminal("fokus", word, *task, *options, env=PACE | (env or {}), **keywords)
        child.expect("Susun laporan")
        return child

    return start


@pytest.fixture
def sessions(imbang):
    """The sessions in the store, newest first."""
    return lambda: imbang("fokus", "riwayat", "--json", now=LATER).ok().json["sessions"]


class TestRound:
    def test_a_round_is_counted_down_and_kept(self, live, sessions):
        child = live("--menit", 1, "--putaran", 1)
        child.expect("Putaran 1 dari 1 selesai: 1 m.")
        child.expect("lewati")
        child.send("s")
        assert ended(child) == 0
        assert "Putaran fokus selesai." in child.log.getvalue()
        assert "1 m dari 2 j" in plain(child.log.getvalue())
        assert [(one["state"], one["focused_minutes"]) for one in sessions()] == [("completed", 1)]

    def test_the_session_is_in_the_store_from_its_first_second(self, live, sessions):
        child = live("--menit", 25)
        assert [one["number"] for one in sessions()] == [1]
        child.send("b")
        ended(child)

    def test_the_screen_fits_sixty_columns_and_needs_no_colour(self, live):
        child = live("--menit", 1, size=(24, 60), env={"NO_COLOR": "1"})
        child.send("?")
        child.expect("tutup bantuan")
        child.send("?g" + "panjang " * 12)
        child.expect("menyela")
        child.send("\r")
        child.expect("1 gangguan")
        child.send("b")
        assert ended(child) == 0
        log = child.log.getvalue()
        drawn = log[: log.rindex("█")]
        assert max(len(line) for line in re.split(r"[\r\n]+", plain(drawn))) <= 60
        assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", log)
        assert "█" in drawn
        assert "░" in drawn

    def test_a_narrow_terminal_gets_a_narrow_bar(self, live):
        child = live("--menit", 25, size=(10, 30))
        left_of(child)
        child.send("b")
        assert ended(child) == 0

    def test_a_pause_holds_the_count_until_it_is_lifted(self, live, sessions):
        child = live("--menit", 25)
        child.send("p")
        child.expect("ditahan")
        before = left_of(child)
        time.sleep(0.5)
        child.expect("ditahan")
        assert left_of(child) == before
        child.send(" ")
        child.expect("p tahan")
        time.sleep(0.5)
        while left_of(child) >= before:
            pass
        child.send("b")
        assert ended(child) == 0
        assert sessions()[0]["state"] == "stopped"

    def test_an_interruption_is_noted_while_the_time_goes_on(self, live, sessions):
        child = live("--menit", 25)
        before = left_of(child)
        child.send("g")
        child.expect("Apa yang menyela")
        child.send("telepon Bürox\x7f")
        child.expect("Büro")
        time.sleep(0.3)
        assert left_of(child) < before
        child.send("\r")
        child.expect("1 gangguan")
        assert [one["note"] for one in sessions()[0]["interruptions"]] == ["telepon Büro"]
        child.send("b")
        assert ended(child) == 0

    def test_a_note_can_be_given_up_and_keys_within_it_are_letters(self, live, sessions):
        child = live("--menit", 25)
        child.send("g")
        child.expect("Apa yang menyela")
        child.send("pbq?")
        child.expect(r"> pbq\?")
        child.send("\x1b")
        child.expect("p tahan")
        child.send("b")
        assert ended(child) == 0
        assert sessions()[0]["interruptions"] == []

    def test_what_hides_does_not_get_into_a_note(self, live, sessions):
        child = live("--menit", 25)
        child.send("g")
        child.expect("Apa yang menyela")
        child.send("x\x15ta\u202emu\x1b[31m\t\r")
        child.expect("1 gangguan")
        child.send("b")
        assert ended(child) == 0
        assert sessions()[0]["interruptions"][0]["note"] == "tamu"

    def test_arrows_and_other_keys_do_nothing(self, live):
        child = live("--menit", 25)
        child.send("\x1b[A\x1b[15~\x1bOPxyz\t")
        left_of(child)
        child.send("b")
        assert ended(child) == 0

    def test_after_an_hour_it_rings_and_asks_to_stand_up(self, live, own_home):
        (own_home / "pengaturan.toml").write_text("[fokus]\njeda_kecil = 1\n", encoding="utf-8")
        child = live("--menit", 25)
        child.expect("berdiri dan berjalan lima menit")
        child.send("b")
        ended(child)
        assert child.log.getvalue().count("\x07") == 1

    @pytest.mark.parametrize(("wanted", "rings"), [("true", 1), ("false", 0)])
    def test_it_rings_when_the_round_ends_unless_it_shall_be_quiet(
        self, live, own_home, wanted, rings
    ):
        (own_home / "pengaturan.toml").write_text(f"[fokus]\nbunyi = {wanted}\n", encoding="utf-8")
        child = live("--menit", 1, "--putaran", 1)
        child.expect("lewati")
        child.send("s")
        ended(child)
        assert child.log.getvalue().count("\x07") == rings


class TestCycle:
    def test_rounds_and_breaks_follow_each_other_up_to_the_long_break(self, live, sessions):
        child = live("--menit", 1, "--jeda", 1, "--putaran", 2, "--jeda-panjang", 2)
        child.expect("Putaran 1 dari 2 selesai")
        child.expect("Jeda")
        assert 40 <= left_of(child) <= 60
        child.expect("Jeda selesai. Tekan spasi untuk putaran 2.", timeout=20)
        child.send(" ")
        child.expect("2/2")
        child.expect("Putaran 2 dari 2 selesai", timeout=20)
        child.expect("Jeda")
        assert left_of(child) > 60
        child.send("s")
        assert ended(child) == 0
        assert "2 putaran selesai, 2 m fokus." in plain(child.log.getvalue())
        assert [(one["round"], one["state"]) for one in sessions()] == [
            (2, "completed"),
            (1, "completed"),
        ]

    def test_nothing_is_counted_while_nobody_has_come_back_from_a_break(self, live, sessions):
        child = live("--menit", 1, "--jeda", 1, "--putaran", 2)
        child.expect("Tekan spasi untuk putaran 2.", timeout=20)
        time.sleep(1)
        child.send("b")
        assert ended(child) == 0
        assert [one["state"] for one in sessions()] == ["completed"]

    def test_a_break_can_be_skipped(self, live, sessions):
        child = live("--menit", 1, "--putaran", 2)
        child.expect("lewati")
        child.send("s")
        child.expect("2/2")
        child.expect("p tahan")
        child.send("b")
        assert ended(child) == 0
        assert [one["state"] for one in sessions()] == ["stopped", "completed"]

    def test_ctrl_c_in_a_break_ends_it(self, live, sessions):
        child = live("--menit", 1, "--putaran", 2)
        child.expect("lewati")
        child.sendintr()
        assert ended(child) == 130
        assert [one["state"] for one in sessions()] == ["completed"]

    def test_a_session_started_elsewhere_ends_a_break(self, live, imbang, sessions):
        child = live("--menit", 1, "--jeda", 5, "--putaran", 2)
        child.expect("lewati")
        imbang("fokus", "mulai", now="2026-11-23T07:31:30+07:00").ok()
        child.expect("Sesi ini sudah diakhiri di terminal lain.")
        assert ended(child) == 0
        assert [one["state"] for one in sessions()][1] == "completed"


class TestEnds:
    def test_the_terminal_is_as_before_when_the_session_is_stopped(self, live):
        child = live("--menit", 25)
        assert not echoes(child)
        child.send("b")
        child.expect("Sesi fokus dihentikan.")
        child.expect(r"\r\n$")
        assert echoes(child)
        assert ended(child) == 0
        assert child.log.getvalue().rindex("\x1b[?25h") > child.log.getvalue().rindex("\x1b[?25l")

    @pytest.mark.parametrize("keys", ["", "g", "gtelepon", "p", "?"])
    def test_ctrl_c_counts_and_keeps_the_session(self, live, sessions, keys):
        child = live("--menit", 25)
        child.send(keys)
        left_of(child)
        child.sendintr()
        child.expect("Sesi fokus dihentikan.")
        assert ended(child) == 130
        assert sessions()[0]["state"] == "stopped"

    def test_what_was_counted_up_to_ctrl_c_is_kept_to_the_second(self, live, sessions, imbang):
        child = live("--menit", 25)
        counted_down(child, 62)
        child.sendintr()
        assert ended(child) == 130
        assert sessions()[0]["focused_minutes"] == 1

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_a_signal_leaves_a_session_that_is_settled_later(self, live, imbang, sessions, number):
        child = live("--menit", 25)
        counted_down(child, 75)
        child.kill(number)
        assert ended(child) == 128 + number
        assert sessions()[0]["state"] == "dangling"
        imbang("fokus", "berhenti", "--buang", now=LATER).ok()
        assert sessions()[0]["focused_minutes"] == 1

    def test_a_closed_terminal_leaves_a_session_that_is_settled_later(self, live, sessions):
        child = live("--menit", 25)
        counted_down(child, 80)
        child.close(force=False)
        (session,) = sessions()
        assert session["state"] == "dangling"
        assert session["focused_minutes"] == 1

    def test_a_killed_process_loses_less_than_a_heartbeat(self, live, imbang, sessions):
        child = live("--menit", 25)
        counted_down(child, 80)
        child.kill(signal.SIGKILL)
        assert ended(child) == 137
        (session,) = sessions()
        assert (session["state"], session["focused_minutes"]) == ("dangling", 1)
        result = imbang("fokus", "berhenti", "--simpan", "10m", now=LATER).ok()
        assert "10 m dari 25 m" in result.out

    def test_the_next_start_asks_about_a_killed_session(self, live, terminal, sessions):
        child = live("--menit", 25)
        left_of(child)
        child.kill(signal.SIGKILL)
        ended(child)
        child = terminal("fokus", "mulai", now=LATER, env=PACE)
        child.expect("buang sisanya")
        child.sendline("s")
        child.expect("Berapa lama seluruhnya")
        child.sendline("7m")
        child.expect("25:00|24:5")
        child.send("b")
        assert ended(child) == 0
        assert [one["focused_minutes"] for one in sessions()] == [0, 7]

    def test_ctrl_z_gives_the_terminal_back_and_fg_goes_on(self, imbang, cwd):
        given = dict(os.environ) | PACE | {"PS1": "siap> "}
        bash = ["--norc", "--noprofile", "-i"]
        shell = pexpect.spawn(
            "bash",
            bash,
            env=given,
            cwd=str(cwd),
            encoding="utf-8",
            timeout=20,
            preexec_fn=heed_signals,
        )
        try:
            shell.expect("siap> ")
            shell.sendline(f"{sys.executable} -m keseimbangan fokus mulai")
            shell.expect("p tahan")
            shell.send("\x1a")
            shell.expect("Stopped|Dihentikan|Berhenti")
            shell.expect("siap> ")
            shell.sendline("stty -a | grep -ow -e '-\\?echo' -e '-\\?icanon'; echo selesai")
            shell.expect("icanon\r\necho\r\nselesai")
            shell.sendline("fg")
            shell.expect("p tahan|Tidak terhitung")
            shell.sendintr()
            shell.expect("Sesi fokus dihentikan.")
            shell.expect("siap> ")
        finally:
            shell.close(force=True)


class TestGap:
    """A process that is halted for 84 seconds, as a suspended computer would halt it."""

    def halted(self, live):
        child = live("--menit", 25)
        left_of(child)
        child.kill(signal.SIGSTOP)
        time.sleep(2.8)
        child.kill(signal.SIGCONT)
        child.expect(r"Tidak terhitung 1 m sejak 07.30")
        return child

    def test_halted_time_is_asked_about_once_and_nothing_counts_meanwhile(self, live):
        child = self.halted(live)
        before = left_of(child)
        time.sleep(0.5)
        assert left_of(child) == before
        child.send("3")
        child.expect("p tahan")
        assert before - 40 <= left_of(child) <= before
        child.send("b")
        assert ended(child) == 0

    def test_all_of_it_can_be_kept(self, live, sessions):
        child = self.halted(live)
        before = left_of(child)
        child.send("2")
        child.expect("p tahan")
        assert left_of(child) <= before - 75
        child.send("b")
        assert ended(child) == 0

    def test_some_of_it_can_be_kept_but_not_more_than_there_is(self, live, sessions):
        child = self.halted(live)
        before = left_of(child)
        child.send("1")
        child.expect("Berapa lama dari")
        child.send("5j\r")
        child.expect("lebih lama daripada")
        child.send("\x151m\r")
        child.expect("p tahan")
        assert before - 100 <= left_of(child) <= before - 60
        child.send("b")
        assert ended(child) == 0

    def test_ctrl_c_at_the_question_keeps_what_was_counted_before(self, live, sessions):
        child = self.halted(live)
        child.sendintr()
        assert ended(child) == 130
        (session,) = sessions()
        assert (session["state"], session["focused_minutes"]) == ("stopped", 0)

    def test_a_session_settled_elsewhere_in_the_meantime_is_over(self, live, imbang, sessions):
        child = live("--menit", 25)
        left_of(child)
        child.kill(signal.SIGSTOP)
        time.sleep(2.8)
        imbang("fokus", "berhenti", "--simpan", "9m", now=LATER).ok()
        child.kill(signal.SIGCONT)
        child.expect("Sesi ini sudah diakhiri di terminal lain.")
        assert ended(child) == 0
        assert [one["focused_minutes"] for one in sessions()] == [9]


class TestOtherTerminals:
    NOW = "2026-11-23T07:30:20+07:00"

    def test_a_pause_and_an_interruption_from_elsewhere_are_seen(self, live, imbang):
        child = live("--menit", 25)
        imbang("fokus", "gangguan", "tamu", now=self.NOW).ok()
        child.expect("1 gangguan")
        imbang("fokus", "jeda", now=self.NOW).ok()
        child.expect("ditahan")
        imbang("fokus", "lanjut", now=self.NOW).ok()
        child.expect("p tahan")
        child.send("b")
        assert ended(child) == 0

    def test_a_stop_from_elsewhere_ends_the_countdown(self, live, imbang, sessions):
        child = live("--menit", 25)
        imbang("fokus", "berhenti", now=self.NOW).ok()
        child.expect("Sesi ini sudah diakhiri di terminal lain.")
        assert ended(child) == 0
        assert [one["state"] for one in sessions()] == ["stopped"]

    def test_a_second_countdown_is_refused(self, live, terminal):
        child = live("--menit", 25)
        for word in ("mulai", "pantau"):
            other = terminal("fokus", word, now=self.NOW)
            assert ended(other) == 1
            assert "Sesi fokus 1" in other.log.getvalue()
        child.send("b")
        assert ended(child) == 0

    def test_a_session_can_be_left_to_itself_and_watched_again(self, live, imbang, sessions):
        child = live("--menit", 25)
        left_of(child)
        child.send("q")
        child.expect("Sesi berjalan terus di latar")
        assert ended(child) == 0
        document = imbang("fokus", "status", "--json", now="2026-11-23T07:40:00+07:00").json
        assert document["session"]["focused_minutes"] in (9, 10)
        child = live(word="pantau", now="2026-11-23T07:40:00+07:00")
        assert left_of(child) < 15 * 60 + 30
        child.send("b")
        assert ended(child) == 0
        assert sessions()[0]["state"] == "stopped"


def test_a_terminal_that_cannot_draw_gets_a_background_session(terminal, sessions):
    child = terminal("fokus", "mulai", env={"TERM": "dumb"})
    assert ended(child) == 0
    assert "Sesi fokus berjalan di latar." in child.log.getvalue()


def test_the_same_keys_work_in_english(live, sessions):
    child = live("--minutes", 25, lang="en")
    child.send("gguest\r")
    child.send("?")
    left_of(child)
    child.send("b")
    assert ended(child) == 0
    assert sessions()[0]["interruptions"][0]["note"] == "guest"
