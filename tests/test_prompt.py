"""`imbang-prompt` says in one line what runs, quickly, and never makes trouble."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs.macos import MacOS
from platformdirs.windows import get_win_folder_from_env_vars

from keseimbangan import prompt
from keseimbangan.domain import focus
from keseimbangan.domain import focus_steps as steps
from keseimbangan.domain.blocks import Block
from keseimbangan.domain.focus import FocusSession, FocusState
from keseimbangan.domain.period import Period
from keseimbangan.domain.recurrence import occurrences
from keseimbangan.store.database import Database, changing, reading
from keseimbangan.store.focus import Focus
from tests.harness import fingerprint

# Monday, 23 November 2026, 08.00 in Jakarta.
START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
WIB = "Asia/Jakarta"


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def begun(**changes: Any) -> FocusSession:
    return replace(steps.begin("s1", START, WIB), **changes)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keseimbangan.db"


@pytest.fixture
def keep(path: Path) -> Callable[[FocusSession], FocusSession]:
    def kept(session: FocusSession) -> FocusSession:
        with changing(path, START) as db:
            return Focus(db).add(session)

    return kept


class TestFocus:
    def test_a_running_session_shows_the_minutes_left_and_its_task(self, imbang):
        imbang("tugas", "tambah", "Susun laporan").ok()
        imbang("fokus", "mulai", 1, now="2026-11-23T08:00:00+07:00").ok()
        assert prompt.line(imbang.store, after(8)) == "● 17m Susun laporan"

    def test_a_started_minute_counts_as_one(self, path, keep):
        keep(begun(background=True))
        assert prompt.line(path, START) == "● 25m"
        assert prompt.line(path, START + timedelta(seconds=1)) == "● 25m"
        assert prompt.line(path, after(24.5)) == "● 1m"
        assert prompt.line(path, after(26)) == "● 0m"

    def test_a_paused_session_stands_still(self, path, keep):
        keep(steps.pause(begun(background=True), after(10)))
        assert prompt.line(path, after(60)) == "‖ 15m"

    def test_a_break_shows_the_minutes_left_and_then_nothing(self, path, keep):
        ended = steps.stop(begun(background=True), after(25))
        keep(steps.start_break(ended, after(25)))
        assert prompt.line(path, after(27)) == "○ 3m"
        assert prompt.line(path, after(30)) == ""

    def test_a_session_left_behind_wants_a_word(self, path, keep):
        keep(begun())
        assert prompt.line(path, after(2)) == "?"

    def test_an_ended_session_is_nothing(self, path, keep):
        keep(steps.stop(begun(), after(1)))
        assert prompt.line(path, after(1)) == ""


class TestBlocks:
    def add(self, imbang, title, hours, *options):
        day = ["--hari", "2026-11-23"]
        imbang("blok", "tambah", title, hours, *day, *options).ok()

    def test_the_planned_block_that_runs_shows_its_end(self, imbang):
        self.add(imbang, "Rapat", "08.00-10.00")
        assert prompt.line(imbang.store, after(0)) == "■ Rapat → 10.00"
        assert prompt.line(imbang.store, after(0), ":") == "■ Rapat → 10:00"
        assert prompt.line(imbang.store, after(-1)) == ""
        assert prompt.line(imbang.store, after(120)) == ""

    def test_a_session_comes_before_a_block(self, imbang):
        self.add(imbang, "Rapat", "08.00-10.00")
        imbang("fokus", "mulai", now="2026-11-23T08:00:00+07:00").ok()
        assert prompt.line(imbang.store, after(5)) == "● 20m"

    def test_of_two_blocks_the_one_that_began_last_is_shown(self, imbang):
        self.add(imbang, "Rapat", "08.00-10.00")
        self.add(imbang, "Telepon", "08.30-09.00", "--tumpuk")
        assert prompt.line(imbang.store, after(45)) == "■ Telepon → 09.00"
        assert prompt.line(imbang.store, after(75)) == "■ Rapat → 10.00"

    def test_a_recurring_block_shows_on_its_days(self, imbang):
        self.add(imbang, "Apel", "08.00-08.30", "--ulang", "tiap senin")
        week = 7 * 24 * 60
        assert prompt.line(imbang.store, after(3 * week + 10)) == "■ Apel → 08.30"
        assert prompt.line(imbang.store, after(3 * week + 24 * 60 + 10)) == ""

    def test_an_occurrence_that_was_taken_out_is_nothing(self, imbang):
        self.add(imbang, "Apel", "08.00-08.30", "--ulang", "tiap hari")
        with sqlite3.connect(imbang.store) as db:
            db.execute(
                "INSERT INTO exclusions (uid, created_at, changed_at, series_id, recurrence_id)"
                " VALUES ('x', '', '', 1, '2026-11-24T08:00')"
            )
        db.close()
        assert prompt.line(imbang.store, after(24 * 60 + 10)) == ""
        assert prompt.line(imbang.store, after(48 * 60 + 10)) == "■ Apel → 08.30"

    def test_a_night_shift_is_still_shown_after_midnight(self, imbang):
        self.add(imbang, "Piket", "22.00-01.00", "--ulang", "tiap hari")
        assert prompt.line(imbang.store, after(16.5 * 60)) == "■ Piket → 01.00"

    def test_a_skipped_block_is_nothing(self, imbang):
        self.add(imbang, "Rapat", "08.00-10.00")
        imbang("blok", "lewati", 1, now="2026-11-23T08:10:00+07:00").ok()
        assert prompt.line(imbang.store, after(20)) == ""


class TestTitles:
    def titled(self, path: Path, title: str) -> str:
        with changing(path, START) as db:
            add_task(db, title)
            Focus(db).add(begun(background=True, task=1))
        return prompt.line(path, START)

    def test_what_could_steer_the_terminal_is_left_out(self, path):
        assert self.titled(path, "a\x1b[31mb\r\n\u202ec\x07\x9bd") == "● 25m a[31mbcd"

    def test_a_long_title_is_cut(self, path):
        line = self.titled(path, "Menyusun " + "x" * 200)
        assert line.endswith("…")
        assert len(line) == len("● 25m ") + prompt.LONGEST_TITLE


def add_task(db: Database, title: str) -> None:
    """A title that no command would let in."""
    columns = "uid, created_at, changed_at, title, status, important, urgent, triaged, element"
    db.change(
        f"INSERT INTO tasks ({columns}, postponed) VALUES"
        " ('t1', :changed_at, :changed_at, :title, 'open', 0, 0, 0, 'work', 0)",
        {"title": title},
    )


class TestTrouble:
    def test_without_a_store_there_is_no_line_and_no_store(self, path):
        assert prompt.line(path, START) == ""
        assert not path.exists()

    @pytest.mark.parametrize("content", [b"", b"this is no database" * 100])
    def test_a_file_that_is_no_store_gives_no_line(self, path, content):
        path.write_bytes(content)
        assert prompt.line(path, START) == ""

    def test_reading_leaves_no_trace(self, path, keep):
        keep(begun(background=True))
        before = fingerprint(path.parent)
        assert prompt.line(path, START)
        assert fingerprint(path.parent) == before

    def test_a_store_that_is_being_written_is_read_as_it_was(self, path, keep):
        session = keep(begun(background=True))
        with changing(path, START) as db:
            Focus(db).save(steps.stop(session, after(5)))
            assert prompt.line(path, after(5)) == "● 20m"
        assert prompt.line(path, after(5)) == ""

    def test_a_directory_of_a_strange_name_is_no_trouble(self, tmp_path):
        path = tmp_path / "50% #1? ya" / "keseimbangan.db"
        with changing(path, START) as db:
            Focus(db).add(begun(background=True))
        assert prompt.line(path, START) == "● 25m"


class TestProgram:
    def call(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, *arguments]
        return subprocess.run(command, capture_output=True, check=False, **options)

    def test_it_prints_the_line_in_any_locale(self, imbang):
        imbang("tugas", "tambah", "Büro").ok()
        imbang("fokus", "mulai", 1).ok()
        for locale in ("C", "C.UTF-8"):
            environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0"}
            done = self.call("-m", "keseimbangan.prompt", env=environment)
            assert (done.returncode, done.stderr) == (0, b"")
            assert done.stdout.decode() == "● 25m Büro\n"

    def test_it_prints_nothing_when_nothing_runs(self):
        done = self.call("-m", "keseimbangan.prompt")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

    def test_a_clock_that_makes_no_sense_is_no_trouble(self):
        environment = {**os.environ, "KESEIMBANGAN_SEKARANG": "nanti"}
        done = self.call("-m", "keseimbangan.prompt", env=environment)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

    @pytest.mark.parametrize("end", [">&-", "| true"])
    def test_a_reader_that_has_gone_is_no_trouble(self, imbang, installed, end):
        imbang("fokus", "mulai").ok()
        result = installed.shell(f"sleep 0.1; {sys.executable} -m keseimbangan.prompt {end}")
        assert (result.code, result.err) == (0, "")

    def test_it_imports_next_to_nothing(self):
        heavy = (
            *("typer", "rich", "dataclasses", "platformdirs", "gettext"),
            *("keseimbangan.i18n", "keseimbangan.settings", "keseimbangan.domain"),
        )
        code = "import sys, keseimbangan.prompt as p; p.main(); print(*sys.modules)"
        loaded = self.call("-c", code).stdout.decode().split()
        assert "keseimbangan.prompt" in loaded
        assert not set(heavy) & set(loaded)


class TestPath:
    def test_the_home_of_the_environment_comes_first(self, monkeypatch, tmp_path):
        monkeypatch.setenv("KESEIMBANGAN_HOME", str(tmp_path))
        assert prompt.store_path() == str(tmp_path / "keseimbangan.db")

    def test_a_relative_home_begins_where_the_person_stands(self, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("KESEIMBANGAN_HOME", "rumah")
        assert prompt.store_path() == str(tmp_path / "rumah" / "keseimbangan.db")

    def test_a_tilde_is_the_persons_own_directory(self, monkeypatch, tmp_path):
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("USERPROFILE", str(tmp_path))
        monkeypatch.setenv("KESEIMBANGAN_HOME", "~/rumah")
        assert Path(prompt.store_path()) == tmp_path / "rumah" / "keseimbangan.db"

    @pytest.mark.parametrize("named", [None, "", "relative", "/tmp/data"])
    def test_else_it_is_where_the_platform_puts_such(self, monkeypatch, named):
        monkeypatch.delenv("KESEIMBANGAN_HOME")
        if named is None:
            monkeypatch.delenv("XDG_DATA_HOME", raising=False)
        else:
            monkeypatch.setenv("XDG_DATA_HOME", named)
        usual = platformdirs.user_data_path("keseimbangan", appauthor=False)
        assert Path(prompt.store_path()) == usual / "keseimbangan.db"

    def test_so_it_is_on_a_mac(self, monkeypatch):
        for variable in ("KESEIMBANGAN_HOME", "XDG_DATA_HOME"):
            monkeypatch.delenv(variable)
        usual = MacOS("keseimbangan", appauthor=False).user_data_dir
        monkeypatch.setattr(sys, "platform", "darwin")
        assert Path(prompt.store_path()) == Path(usual) / "keseimbangan.db"

    def test_so_it_is_on_windows(self, monkeypatch, tmp_path):
        monkeypatch.delenv("KESEIMBANGAN_HOME")
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
        usual = get_win_folder_from_env_vars("CSIDL_LOCAL_APPDATA")
        monkeypatch.setattr(sys, "platform", "win32")
        assert Path(prompt.store_path()) == Path(usual) / "keseimbangan" / "keseimbangan.db"


def test_the_program_and_the_prompt_look_in_the_same_place(imbang):
    imbang("tugas", "tambah", "Telaah").ok()
    assert Path(prompt.store_path()) == imbang.store


moments = st.integers(-4000, 40_000).map(lambda seconds: START + timedelta(seconds=seconds))
running = st.builds(
    FocusSession,
    number=st.none(),
    uid=st.just("s1"),
    started_at=st.just(START),
    zone=st.just(WIB),
    planned_minutes=st.integers(1, 60),
    break_minutes=st.integers(1, 10),
    long_break_minutes=st.integers(1, 30),
    round=st.integers(1, 2),
    rounds=st.integers(1, 2),
    focused_seconds=st.integers(0, 4000),
    seen_at=st.none() | moments,
    paused_at=st.none() | moments,
    background=st.booleans(),
)


def row_of(session: FocusSession) -> sqlite3.Row:
    with reading(Path("nowhere.db"), START) as db:
        Focus(db).add(session)
        row = db.one("SELECT * FROM focus_sessions")
    assert row is not None
    return row


@given(session=running, now=moments)
def test_a_running_session_is_seen_as_the_domain_sees_it(session, now):
    row = row_of(session)
    assert prompt.seconds_left(row, now) == focus.remaining_seconds(session, now)
    assert prompt.is_dangling(row, now) == focus.is_dangling(session, now)


@given(session=running, began=moments, now=moments)
def test_a_break_is_seen_as_the_domain_sees_it(session, began, now):
    session = replace(session, state=FocusState.BREAK, ended_at=began, break_started_at=began)
    left = focus.break_remaining_seconds(session, now)
    assert prompt.break_seconds_left(row_of(session), now) == left


days = st.lists(st.sampled_from(prompt._DAYS), min_size=1, unique=True).map(",".join)
rules = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 5)),
    st.builds("FREQ=DAILY;BYDAY={}".format, days),
    st.just("FREQ=WEEKLY"),
    st.builds("FREQ=WEEKLY;INTERVAL={};BYDAY={}".format, st.integers(1, 3), days),
    st.builds("FREQ=WEEKLY;INTERVAL=2;BYDAY={};WKST=SU".format, days),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, st.integers(1, 31)),
    st.builds("FREQ=MONTHLY;BYDAY={}".format, st.sampled_from(["1MO", "-1FR", "3WE"])),
)


@given(rule=rules, until=st.none() | st.integers(0, 60), ahead=st.integers(-3, 70))
def test_a_rule_is_read_as_the_domain_reads_it(rule, until, ahead):
    if until is not None:
        last = (START + timedelta(days=until)).strftime("%Y%m%dT235959")
        rule = f"{rule};UNTIL={last}"
    series = Block(1, "b1", "Apel", START, after(30), WIB, rule=rule)
    start = series.wall.start + timedelta(days=ahead)
    expected = bool(occurrences(series, Period(start, start + timedelta(minutes=1))))
    assert prompt.occurs(rule, series.wall.start, start) == expected
