"""`imbang fokus` without its live screen: in the background, from scripts, after accidents."""

from datetime import UTC, datetime, timedelta

import pytest

from keseimbangan.domain import focus_steps as steps
from keseimbangan.store.database import changing
from keseimbangan.store.focus import Focus

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
MONDAY = "2026-11-23T08:00:00+07:00"
SESSION_KEYS = [
    *("number", "uid", "task", "block", "started_at", "ended_at", "planned_minutes"),
    *("focused_minutes", "state", "paused_at", "round", "rounds", "interruptions"),
]


def at(clock: str, day: str = "2026-11-23") -> str:
    """`08.10` on a Monday in Jakarta."""
    return f"{day}T{clock.replace('.', ':')}:00+07:00"


@pytest.fixture
def task(imbang):
    """An open task with an estimate."""
    return imbang("tugas", "tambah", "Susun laporan", "--estimasi", "2j", "--json").json["task"]


@pytest.fixture
def running(imbang, task):
    """A background session of 25 minutes since 08.00."""
    imbang("fokus", "mulai", task["number"], now=at("08.00")).ok()


class TestStart:
    def test_without_a_terminal_it_starts_in_the_background_and_returns(self, imbang, task):
        result = imbang("fokus", "mulai", task["number"], now=MONDAY).ok()
        assert "Sesi fokus berjalan di latar." in result.out
        assert "Susun laporan" in result.out
        assert "25:00" in result.out
        assert "`imbang fokus berhenti`" in result.err

    def test_the_document_of_a_session_has_the_keys_of_the_contract(self, imbang, task):
        document = imbang("fokus", "mulai", task["number"], "--json", now=MONDAY).ok().json
        session = document["session"]
        assert list(session) == SESSION_KEYS
        assert session["number"] == 1
        assert session["task"] == task["number"]
        assert session["started_at"] == "2026-11-23T08:00:00+07:00"
        assert (session["state"], session["ended_at"], session["block"]) == ("running", None, None)
        assert (session["planned_minutes"], session["focused_minutes"]) == (25, 0)
        assert (session["round"], session["rounds"]) == (1, 4)

    def test_lengths_and_rounds_can_be_chosen(self, imbang):
        plan = ["--menit", "50", "--jeda", "10", "--putaran", "2", "--jeda-panjang", "1j"]
        session = imbang("fokus", "mulai", *plan, "--json").ok().json["session"]
        assert (session["planned_minutes"], session["rounds"]) == (50, 2)

    def test_the_english_words_do_the_same(self, imbang):
        plan = ["--minutes", "50", "--break", "10", "--rounds", "2", "--long-break", "60"]
        result = imbang("focus", "start", *plan, "--background", "--json", lang="en").ok()
        assert result.json["session"]["planned_minutes"] == 50

    def test_lengths_come_from_the_settings_where_none_is_given(self, imbang, own_home):
        own_home.mkdir(exist_ok=True)
        text = "[fokus]\nmenit = 45\nputaran = 2\n"
        (own_home / "pengaturan.toml").write_text(text, encoding="utf-8")
        session = imbang("fokus", "mulai", "--json").ok().json["session"]
        assert (session["planned_minutes"], session["rounds"]) == (45, 2)

    def test_a_session_needs_no_task(self, imbang):
        assert imbang("fokus", "mulai", "--json").ok().json["session"]["task"] is None

    def test_a_second_session_is_refused_and_both_ways_out_are_named(self, imbang, running):
        result = imbang.refused(1, "fokus", "mulai", now=at("08.10"))
        assert "Sesi fokus 1 (Susun laporan) masih berjalan." in result.err
        assert "`imbang fokus berhenti`" in result.err
        assert "`imbang fokus pantau`" in result.err

    def test_the_refusal_comes_as_json_too(self, imbang, running):
        result = imbang.refused(1, "fokus", "mulai", "--json", now=at("08.10"))
        assert result.error["code"] == "focus_already_running"

    @pytest.mark.parametrize(
        ("option", "value"),
        [
            ("--menit", "0"),
            ("--menit", "-5"),
            ("--menit", "100 jam"),
            ("--menit", "sebentar"),
            ("--menit", ""),
            ("--jeda", "0"),
            ("--jeda", "3j"),
            ("--jeda-panjang", "5j"),
            ("--putaran", "0"),
            ("--putaran", "13"),
            ("--putaran", "dua"),
            ("--blok", "0"),
        ],
    )
    def test_absurd_plans_are_refused(self, imbang, running, option, value):
        result = imbang.refused(2, "fokus", "mulai", option, value)
        assert len(result.err.strip()) > 20

    def test_a_task_that_is_not_there_is_refused(self, imbang, task):
        result = imbang.refused(1, "fokus", "mulai", 99)
        assert "Tugas nomor 99 tidak ada." in result.err

    def test_a_closed_task_is_refused(self, imbang, task):
        imbang("tugas", "selesai", task["number"]).ok()
        result = imbang.refused(1, "fokus", "mulai", task["number"])
        assert "sudah ditutup" in result.err

    def test_what_a_person_typed_is_shown_as_typed(self, imbang):
        imbang("tugas", "tambah", "[bold]Telaah[/bold] :smile:").ok()
        result = imbang("fokus", "mulai", 1, now=MONDAY).ok()
        assert "[bold]Telaah[/bold] :smile:" in result.out


class TestBlocks:
    def block(self, imbang, *options):
        hours = ["08.00-10.00", "--hari", "2026-11-23"]
        result = imbang("blok", "tambah", "Telaah", *hours, *options, "--json", now=at("07.30"))
        return result.ok().json["block"]["number"]

    def test_a_block_can_be_named(self, imbang):
        number = self.block(imbang)
        session = imbang("fokus", "mulai", "--blok", number, "--json").ok().json["session"]
        assert session["block"] == number

    def test_a_block_that_is_not_there_is_refused(self, imbang, task):
        result = imbang.refused(1, "fokus", "mulai", "--blok", 99)
        assert "Blok nomor 99 tidak ada." in result.err

    def test_the_block_that_runs_now_is_meant_with_its_task(self, imbang, task):
        number = self.block(imbang, "--tugas", task["number"])
        session = imbang("fokus", "mulai", "--json", now=at("09.00")).ok().json["session"]
        assert (session["block"], session["task"]) == (number, task["number"])

    def test_a_block_whose_task_is_closed_is_meant_without_it(self, imbang, task):
        number = self.block(imbang, "--tugas", task["number"])
        imbang("tugas", "selesai", task["number"]).ok()
        session = imbang("fokus", "mulai", "--json", now=at("09.00")).ok().json["session"]
        assert (session["block"], session["task"]) == (number, None)

    def test_no_block_is_meant_that_is_over(self, imbang):
        self.block(imbang)
        session = imbang("fokus", "mulai", "--json", now=at("10.00")).ok().json["session"]
        assert session["block"] is None

    def test_nobody_focuses_in_a_meeting_or_a_rest(self, imbang):
        self.block(imbang, "--jenis", "rapat")
        session = imbang("fokus", "mulai", "--json", now=at("09.00")).ok().json["session"]
        assert session["block"] is None

    def test_a_block_for_one_task_is_not_meant_by_a_session_for_another(self, imbang, task):
        self.block(imbang, "--tugas", task["number"])
        imbang("tugas", "tambah", "Lain").ok()
        session = imbang("fokus", "mulai", 2, "--json", now=at("09.00")).ok().json["session"]
        assert (session["block"], session["task"]) == (None, 2)


class TestStatus:
    def test_it_is_what_the_bare_word_shows(self, imbang):
        assert "Tidak ada sesi fokus yang berjalan." in imbang("fokus").ok().out

    def test_reading_makes_no_store(self, imbang):
        imbang("fokus", "status").ok()
        assert not imbang.store.exists()

    def test_a_running_session_is_counted_by_the_clock(self, imbang, running):
        document = imbang("fokus", "status", "--json", now=at("08.10")).ok().json
        assert document["remaining_seconds"] == 900
        assert document["session"]["focused_minutes"] == 10
        assert (document["completed_today"], document["minutes_today"]) == (0, 10)

    def test_nothing_runs_in_the_document_either(self, imbang):
        assert imbang("fokus", "status", "--json").ok().json == {
            "session": None,
            "remaining_seconds": None,
            "completed_today": 0,
            "minutes_today": 0,
            "micro_break_due": False,
        }

    def test_a_session_whose_time_is_up_waits_for_a_word(self, imbang, running):
        result = imbang("fokus", "status", now=at("08.30")).ok()
        assert "Waktunya habis. Akhiri dengan `imbang fokus berhenti`." in result.out

    def test_a_session_left_behind_is_shown_as_such(self, imbang, running):
        result = imbang("fokus", "status", now=at("09.30")).ok()
        assert "? terputus" in result.out
        document = imbang("fokus", "status", "--json", now=at("09.30")).ok().json
        assert document["session"]["state"] == "dangling"
        assert document["remaining_seconds"] is None

    def test_the_brief_line_is_that_of_the_prompt(self, imbang, running):
        result = imbang("fokus", "status", "--ringkas", now=at("08.08")).ok()
        assert result.out == "● 17m Susun laporan\n"

    def test_the_brief_line_is_empty_when_nothing_runs(self, imbang):
        assert imbang("fokus", "status", "--ringkas").ok().out == "\n"

    def test_after_an_hour_of_focus_it_is_time_to_stand_up(self, imbang):
        imbang("fokus", "mulai", "--menit", 90, now=at("08.00")).ok()
        assert "berdiri dan berjalan" not in imbang("fokus", now=at("08.59")).ok().out
        assert "berdiri dan berjalan lima menit" in imbang("fokus", now=at("09.00")).ok().out

    def test_the_reminder_can_be_switched_off(self, imbang, own_home):
        own_home.mkdir(exist_ok=True)
        text = "[fokus]\njeda_kecil = 0\n"
        (own_home / "pengaturan.toml").write_text(text, encoding="utf-8")
        imbang("fokus", "mulai", "--menit", 90, now=at("08.00")).ok()
        assert "berdiri" not in imbang("fokus", now=at("09.10")).ok().out

    @pytest.mark.parametrize("lang", ["id", "en"])
    def test_no_screen_is_wider_than_sixty_columns(self, imbang, running, lang):
        imbang("fokus", "gangguan", "x" * 100, now=at("08.01")).ok()
        for words in (("status",), ("riwayat",), ("berhenti",)):
            out = imbang("fokus", *words, columns=60, lang=lang, now=at("08.10")).ok().out
            assert max(len(line) for line in out.splitlines()) <= 60


class TestInterruption:
    def test_it_is_noted_with_its_hour_and_time_goes_on(self, imbang, running):
        result = imbang("fokus", "gangguan", "telepon", "dari", "kantor", now=at("08.05")).ok()
        assert "08.05  telepon dari kantor" in result.out
        document = imbang("fokus", "status", "--json", now=at("08.10")).ok().json
        noted = {"at": "2026-11-23T08:05:00+07:00", "note": "telepon dari kantor"}
        assert document["session"]["interruptions"] == [noted]
        assert document["session"]["focused_minutes"] == 10

    def test_without_a_session_there_is_nothing_to_interrupt(self, imbang, task):
        result = imbang.refused(1, "fokus", "gangguan", "telepon")
        assert "Tidak ada sesi fokus yang berjalan." in result.err

    @pytest.mark.parametrize("note", ["", "  ", "a\x1b[31mb", "dua\nbaris", "x" * 1001])
    def test_what_is_no_line_of_text_is_refused(self, imbang, running, note):
        imbang.refused(2, "fokus", "gangguan", note, now=at("08.05"))

    def test_a_note_must_be_given(self, imbang, running):
        assert "CATATAN" in imbang.refused(2, "fokus", "gangguan", now=at("08.05")).err

    def test_a_session_left_behind_must_be_settled_first(self, imbang, running):
        result = imbang.refused(1, "fokus", "gangguan", "telepon", now=at("10.00"))
        assert "--simpan LAMA, --sampai-kini, atau --buang" in result.err


class TestPause:
    def test_a_pause_is_not_counted(self, imbang, running):
        imbang("fokus", "jeda", now=at("08.10")).ok()
        assert "‖ ditahan" in imbang("fokus", now=at("08.30")).ok().out
        imbang("fokus", "lanjut", now=at("08.40")).ok()
        document = imbang("fokus", "status", "--json", now=at("08.45")).ok().json
        assert document["session"]["focused_minutes"] == 15
        assert document["session"]["paused_at"] is None

    def test_a_paused_session_waits_as_long_as_it_takes(self, imbang, running):
        imbang("fokus", "jeda", now=at("08.10")).ok()
        document = imbang("fokus", "status", "--json", now=at("16.00")).ok().json
        assert document["session"]["state"] == "running"
        assert document["session"]["paused_at"] == "2026-11-23T08:10:00+07:00"

    def test_twice_is_refused(self, imbang, running):
        imbang.refused(1, "fokus", "lanjut", now=at("08.05"))
        imbang("fokus", "jeda", now=at("08.10")).ok()
        result = imbang.refused(1, "fokus", "jeda", now=at("08.11"))
        assert "`imbang fokus lanjut`" in result.err

    @pytest.mark.parametrize("word", ["jeda", "lanjut"])
    def test_without_a_session_there_is_nothing_to_pause(self, imbang, task, word):
        imbang.refused(1, "fokus", word)


class TestStop:
    def test_what_was_counted_goes_to_the_task(self, imbang, running):
        result = imbang("fokus", "berhenti", now=at("08.20")).ok()
        assert "Sesi fokus dihentikan." in result.out
        assert "20 m dari 25 m" in result.out
        assert "20 m dari 2 j" in result.out
        task = imbang("tugas", "lihat", 1, "--json").json["task"]
        assert task["spent_minutes"] == 20

    def test_a_session_that_reached_its_time_is_completed(self, imbang, running):
        result = imbang("fokus", "berhenti", "--json", now=at("08.30")).ok()
        session = result.json["session"]
        assert (session["state"], session["focused_minutes"]) == ("completed", 25)
        assert session["ended_at"] == "2026-11-23T08:25:00+07:00"

    def test_nothing_to_stop_is_said(self, imbang, task):
        imbang.refused(1, "fokus", "berhenti")

    def test_a_running_session_may_be_cut_by_a_word(self, imbang, running):
        result = imbang("fokus", "berhenti", "--simpan", "5m", "--json", now=at("08.20")).ok()
        assert result.json["session"]["focused_minutes"] == 5


class TestBreak:
    """A break of five minutes since 08.25, counted down in a terminal that is not ours."""

    @pytest.fixture
    def resting(self, imbang, running):
        with changing(imbang.store, START) as db:
            later = START + timedelta(minutes=25)
            session = steps.stop(Focus(db).get(1), later)
            Focus(db).save(steps.start_break(session, later))

    def test_it_is_shown_with_what_is_left_of_it(self, imbang, resting):
        assert "○ jeda" in imbang("fokus", now=at("08.27")).ok().out
        document = imbang("fokus", "status", "--json", now=at("08.27")).ok().json
        assert (document["session"]["state"], document["remaining_seconds"]) == ("break", 180)
        assert document["completed_today"] == 1

    def test_it_is_over_when_its_time_is_although_nobody_wrote_that_down(self, imbang, resting):
        document = imbang("fokus", "status", "--json", now=at("08.30")).ok().json
        assert (document["session"], document["completed_today"]) == (None, 1)
        imbang.refused(1, "fokus", "berhenti", now=at("08.30"))

    def test_stopping_ends_it_and_the_round_stays_completed(self, imbang, resting):
        result = imbang("fokus", "berhenti", "--json", now=at("08.27")).ok()
        assert result.json["session"]["state"] == "completed"
        assert imbang("fokus", "status", "--json", now=at("08.27")).json["session"] is None

    def test_the_next_session_ends_it(self, imbang, resting):
        imbang("fokus", "mulai", now=at("08.27")).ok()
        sessions = imbang("fokus", "riwayat", "--json", now=at("08.27")).json["sessions"]
        assert [one["state"] for one in sessions] == ["running", "completed"]

    @pytest.mark.parametrize("words", [["jeda"], ["lanjut"], ["gangguan", "tamu"]])
    def test_it_cannot_be_paused_or_interrupted(self, imbang, resting, words):
        imbang.refused(1, "fokus", *words, now=at("08.27"))


class TestLeftBehind:
    """A session since 08.00 that nobody ended, found at 09.30."""

    FOUND = at("09.30")

    @pytest.mark.parametrize("word", ["berhenti", "mulai"])
    def test_without_a_terminal_the_missing_answer_names_its_flags(self, imbang, running, word):
        result = imbang.refused(2, "fokus", word, now=self.FOUND)
        assert "Sesi fokus 1 di latar belum diakhiri: 25 m habis pada" in result.err
        assert "--simpan, --sampai-kini, atau --buang" in result.err
        assert "␊" not in result.err

    @pytest.mark.parametrize(
        ("flags", "minutes", "state"),
        [
            (["--simpan", "40m"], 40, "completed"),
            (["--simpan", "10"], 10, "stopped"),
            (["--simpan", "0"], 0, "stopped"),
            (["--sampai-kini"], 90, "completed"),
            (["--buang"], 0, "stopped"),
        ],
    )
    def test_it_is_settled_by_a_flag(self, imbang, running, flags, minutes, state):
        result = imbang("fokus", "berhenti", *flags, "--json", now=self.FOUND).ok()
        session = result.json["session"]
        assert (session["focused_minutes"], session["state"]) == (minutes, state)

    def test_two_answers_are_one_too_many(self, imbang, running):
        result = imbang.refused(2, "fokus", "berhenti", "--buang", "--simpan", "5", now=self.FOUND)
        assert "tidak dapat dipakai bersama" in result.err

    def test_no_more_can_be_kept_than_went_by(self, imbang, running):
        result = imbang.refused(1, "fokus", "berhenti", "--simpan", "2j", now=self.FOUND)
        assert "Simpan paling lama 1 j 30 m." in result.err

    def test_a_person_is_asked_once_and_may_mistype(self, imbang, running):
        answers = ["?", "s", "lama", "3j", "40"]
        result = imbang("fokus", "berhenti", answers=answers, now=self.FOUND).ok()
        assert "40 m dari 25 m" in result.out
        assert "Simpan paling lama 1 j 30 m." in result.err

    @pytest.mark.parametrize(("answer", "minutes"), [("k", 90), ("b", 0)])
    def test_the_other_answers_need_no_number(self, imbang, running, answer, minutes):
        result = imbang("fokus", "berhenti", answers=[answer], now=self.FOUND).ok()
        assert "[k] sampai kini, 1 j 30 m  [b] buang sisanya, tinggal 0 m" in result.err
        session = imbang("fokus", "riwayat", "--json").json["sessions"][0]
        assert session["focused_minutes"] == minutes

    def test_starting_asks_the_same_and_goes_on(self, imbang, running):
        result = imbang("fokus", "mulai", answers=["s", "20"], now=self.FOUND).ok()
        assert "Sesi fokus 1 dicatat 20 m." in result.err
        sessions = imbang("fokus", "riwayat", "--json", now=self.FOUND).json["sessions"]
        assert [one["state"] for one in sessions] == ["running", "stopped"]

    def test_starting_takes_the_flags(self, imbang, running):
        imbang("fokus", "mulai", "--buang", now=self.FOUND).ok()
        sessions = imbang("fokus", "riwayat", "--json", now=self.FOUND).json["sessions"]
        assert [one["focused_minutes"] for one in sessions] == [0, 0]

    def test_a_flag_does_not_end_a_session_that_somebody_tends_to(self, imbang, running):
        imbang.refused(1, "fokus", "mulai", "--buang", now=at("08.10"))

    def test_what_is_wrong_with_the_call_is_said_before_the_question(self, imbang, running):
        result = imbang.refused(1, "fokus", "mulai", 99, answers=["b"], now=self.FOUND)
        assert "Tugas nomor 99 tidak ada." in result.err
        assert "belum diakhiri" not in result.err

    def test_leaving_the_question_changes_nothing(self, imbang, running):
        imbang.refused(130, "fokus", "berhenti", answers=[], now=self.FOUND)


def test_a_pause_after_the_time_is_up_names_the_end(imbang):
    imbang("fokus", "mulai", "--latar", now=at("08.00")).ok()
    paused = imbang("fokus", "jeda", now=at("08.26")).ok()
    assert "Waktunya habis. Akhiri dengan `imbang fokus berhenti`." in paused.err
    assert "fokus lanjut" not in paused.err


def test_an_estimate_is_never_shown_as_time_that_was_spent(imbang):
    imbang("tugas", "tambah", "Susun laporan", "--estimasi", "3j", now=at("08.00")).ok()
    imbang("fokus", "mulai", 1, "--latar", now=at("08.00")).ok()
    assert "0 m dari 3 j" in imbang("fokus", "berhenti", now=at("08.00")).ok().out
    assert "0 m dari 3 j" in imbang("tugas", "lihat", 1, now=at("08.00")).ok().out


class TestHistory:
    @pytest.fixture
    def three(self, imbang, task):
        for day, hour in (("2026-11-20", "08"), ("2026-11-23", "08"), ("2026-11-23", "13")):
            imbang("fokus", "mulai", 1, now=at(f"{hour}.00", day)).ok()
            imbang("fokus", "gangguan", "tamu", now=at(f"{hour}.05", day)).ok()
            imbang("fokus", "berhenti", now=at(f"{hour}.25", day)).ok()

    def test_sessions_come_newest_first_with_their_sum(self, imbang, three):
        result = imbang("fokus", "riwayat", now=at("16.00")).ok()
        rows = [line.split()[0] for line in result.out.splitlines()[1:4]]
        assert rows == ["3", "2", "1"]
        assert "3 sesi, 1 j 15 m fokus. 3 gangguan." in result.out
        assert "Susun laporan" in result.out

    def test_both_days_of_a_span_belong_to_it(self, imbang, three):
        span = ["--dari", "20/11", "--sampai", "2026-11-20"]
        sessions = imbang("fokus", "riwayat", *span, "--json").ok().json["sessions"]
        assert [one["number"] for one in sessions] == [1]

    def test_from_a_day_on_reaches_to_today(self, imbang, three):
        result = imbang("fokus", "riwayat", "--dari", "senin ini", "--json", now=at("16.00"))
        assert [one["number"] for one in result.ok().json["sessions"]] == [3, 2]

    def test_what_is_left_out_is_said(self, imbang, three):
        result = imbang("fokus", "riwayat", "--dari", "20/11", "--jumlah", 1, now=at("16.00")).ok()
        assert "2 sesi lain tidak ditampilkan; tambahkan --jumlah 3." in result.out

    def test_without_a_span_older_sessions_are_mentioned_too(self, imbang, three):
        result = imbang("fokus", "riwayat", "--jumlah", 2, now=at("16.00")).ok()
        assert "Masih ada yang lebih lama; tambahkan --jumlah 4." in result.out
        assert "Masih ada" not in imbang("fokus", "riwayat", "--jumlah", 3).ok().out

    def test_without_sessions_the_first_step_is_named(self, imbang):
        assert "imbang fokus mulai" in imbang("fokus", "riwayat").ok().out
        assert imbang("fokus", "riwayat", "--json").json == {"sessions": []}

    @pytest.mark.parametrize(
        "span", [["--dari", "31-02"], ["--dari", "besok", "--sampai", "kemarin"], ["--jumlah", "0"]]
    )
    def test_what_is_no_span_is_refused(self, imbang, three, span):
        imbang.refused(2, "fokus", "riwayat", *span)


def test_the_countdown_needs_a_terminal(imbang, running):
    result = imbang.refused(2, "fokus", "pantau", now=at("08.10"))
    assert "Hitung mundur memerlukan terminal." in result.err


def test_a_background_cycle_is_one_round_at_a_time(imbang, task):
    """Nobody is there to begin the next round, so nothing begins by itself."""
    imbang("fokus", "mulai", 1, now=at("08.00")).ok()
    imbang("fokus", "berhenti", now=at("08.26")).ok()
    assert imbang("fokus", "status", "--json", now=at("08.27")).json["session"] is None
    assert imbang("fokus", "status", "--json", now=at("08.27")).json["completed_today"] == 1


def test_a_session_on_a_recurring_block_is_held_on_that_day_alone(imbang):
    add = ("blok", "tambah", "Menulis", "08.00-10.00", "--jenis", "fokus", "--ulang", "tiap hari")
    imbang(*add, now="2026-11-23T07:00:00+07:00").ok()
    imbang("fokus", "mulai", "--latar", now="2026-11-23T08:00:00+07:00").ok()
    imbang("fokus", "berhenti", now="2026-11-23T08:20:00+07:00").ok()
    show = ("blok", "lihat", 1, "--pada")
    monday = imbang(*show, "2026-11-23", now="2026-11-23T09:00:00+07:00").ok()
    tuesday = imbang(*show, "2026-11-24", now="2026-11-23T09:00:00+07:00").ok()
    assert "20 m" in monday.out
    assert "20 m" not in tuesday.out
