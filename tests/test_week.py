"""One person's week through the program: both languages, all three Indonesian zones."""

import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.harness import Installed, Result, Terminals, ended
from tests.in_process import Imbang

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")

ZONES = {
    "WIB": ("Asia/Jakarta", "+07:00"),
    "WITA": ("Asia/Makassar", "+08:00"),
    "WIT": ("Asia/Jayapura", "+09:00"),
}
# A week is a hundred calls: each zone and each language once in processes of their own, the other
# weeks in this one but for what they do in a terminal.
INSTALLED = (("WIB", "id"), ("WIT", "en"))
Program = Installed | Imbang

# Twelve tasks of a Monday: title, further words, then the two answers of triage and what follows.
TASKS = [
    ("Laporan triwulan", ["--tenggat", "jumat"], "y", "t", []),
    ("Tanggapi temuan audit", ["--tenggat", "besok"], "y", None, ["2j"]),
    ("Peta jalan data", [], "y", "t", ["30/11"]),
    ("Materi lokakarya", ["--estimasi", "4j"], "y", "t", [""]),
    (
        "Konfirmasi daftar hadir",
        ["--tenggat", "hari ini"],
        "t",
        None,
        ["d", "Rina", "", "", "rabu"],
    ),
    ("Undangan rapat", [], "t", "y", ["s"]),
    ("Rapikan arsip lama", [], "t", "t", ["y"]),
    ("Baca edaran lama", [], "t", "t", ["t"]),
    ("Telaah anggaran", ["--estimasi", "90m"], "y", "y", []),
    ("Susun jadwal piket", [], "y", "t", ["kamis"]),
    ("Cuti Desember", ["--unsur", "pribadi"], "y", "t", ["senin depan"]),
    ("Balas surat [bold]dinas[/]", [], "y", "y", [""]),
]


class Person:
    """Someone in a zone who speaks a language; calls are stamped with their wall clock."""

    def __init__(self, zone: str, lang: str, program: Program, terminal: Terminals) -> None:
        self.name, self.offset = ZONES[zone]
        self.lang, self.program, self.terminal_of = lang, program, terminal
        self.env = {"TZ": self.name}

    def at(self, moment: str) -> str:
        """`23 07:20` in November 2026 where the person is."""
        day, clock = moment.split()
        month = "12" if len(day) == 1 else "11"
        return f"2026-{month}-{day:0>2}T{clock}:00{self.offset}"

    def says(self, indonesian: str, english: str) -> list[str]:
        """The command words of the person's language."""
        return (indonesian if self.lang == "id" else english).split()

    def run(self, moment: str, words: list[str], *rest: str, stdin: str | None = None) -> Result:
        """A call that goes well."""
        call = self.program(
            *words, *rest, now=self.at(moment), lang=self.lang, stdin=stdin, env=self.env
        )
        return call.ok()

    def json(self, moment: str, words: list[str], *rest: str) -> Any:
        """The document of a call that goes well."""
        return self.run(moment, words, *rest, "--json").json

    def terminal(self, moment: str, words: list[str], *rest: str, **env: str) -> Any:
        """A call in a terminal."""
        return self.terminal_of(
            *words, *rest, now=self.at(moment), lang=self.lang, env=self.env | env
        )


@pytest.fixture(params=[(zone, lang) for zone in ZONES for lang in ("id", "en")], ids="-".join)
def person(
    request: pytest.FixtureRequest, imbang: Imbang, installed: Installed, terminal: Terminals
) -> Person:
    program = installed if request.param in INSTALLED else imbang
    return Person(*request.param, program, terminal)


def test_a_week(person: Person, cwd: Path) -> None:
    monday_morning(person)
    triage(person)
    interruptions(person)
    focus_with_a_killed_terminal(person)
    the_day_goes_on(person)
    journal(person)
    friday(person)
    calendar(person, cwd)
    end_of_month(person)


def monday_morning(person: Person) -> None:
    blocks = person.json("23 07:20", person.says("blok templat A", "block template A"))["blocks"]
    assert len(blocks) == 9
    assert {block["zone"] for block in blocks} == {person.name}
    assert blocks[0]["starts_at"] == person.at("23 07:30")
    for day in ("24", "25", "26", "27"):
        person.run(
            "23 07:21",
            person.says("blok templat B", "block template B"),
            *person.says("--hari", "--day"),
            f"{day}/11",
        )
    person.run(
        "23 07:22",
        person.says("blok tambah", "block add"),
        "Senam pagi",
        "06.00-06.45",
        *person.says("--hari --unsur --ulang", "--day --element --repeat")[:1],
        "selasa",
        *person.says("--unsur pulih", "--element recovery"),
        *person.says("--ulang", "--repeat"),
        "tiap selasa dan kamis",
    )


def triage(person: Person) -> None:
    for title, words, *_answers in TASKS:
        person.run("23 07:25", person.says("tugas tambah", "task add"), title, *words)
    child = person.terminal("23 07:30", person.says("tugas triase", "task triage"))
    for position, (title, _words, important, urgent, further) in enumerate(TASKS, 1):
        child.expect_exact(f"[{position}/12]")
        child.expect_exact(title)
        for answer in (important, urgent, *further):
            if answer is None:
                # What is due so soon is urgent without a question.
                continue
            child.expect(r"(\?|\]|:|\)|>) $")
            child.sendline(answer)
    assert ended(child) == 0, child.log.getvalue()
    tasks = {
        t["title"]: t
        for t in person.json("23 07:40", person.says("tugas daftar", "task list"))["tasks"]
    }
    assert all(task["triaged"] for task in tasks.values())
    # One was dropped; the delegated one stays to be asked after.
    assert len(tasks) == 11
    assert tasks["Laporan triwulan"]["quadrant"] == "schedule"
    assert tasks["Tanggapi temuan audit"]["quadrant"] == "do"
    assert tasks["Tanggapi temuan audit"]["estimate_minutes"] == 120
    assert tasks["Konfirmasi daftar hadir"]["delegate"] == {
        "to": "Rina",
        "instruction": None,
        "expected_result": None,
        "follow_up": "2026-11-25",
    }
    assert tasks["Susun jadwal piket"]["due"] == "2026-11-26"
    assert tasks["Baca edaran lama"]["quadrant"] == "eliminate"
    assert (
        "[bold]dinas[/]" in person.run("23 07:41", person.says("tugas matriks", "task matrix")).out
    )


def interruptions(person: Person) -> None:
    add = person.says("blok tambah", "block add")
    refused = person.program(
        *add,
        "Rapat dadakan",
        "13.30-14.00",
        now=person.at("23 08:00"),
        lang=person.lang,
        env=person.env,
    )
    assert refused.code == 1
    assert "--tumpuk" in refused.err if person.lang == "id" else "--stack" in refused.err
    moved = person.json(
        "23 08:00", add, "Rapat dadakan", "13.00-13.30", *person.says("--geser", "--push")
    )
    assert moved["moved"][0]["title"] in (
        "Kolaborasi dan rapat",
        "Collaboration and meetings",
    )
    day = person.json("23 08:01", person.says("hari", "today"))
    assert not [w for w in day["warnings"] if w["code"] == "overlap"]


def focus_with_a_killed_terminal(person: Person) -> None:
    child = person.terminal(
        "23 08:05", person.says("fokus mulai", "focus start"), "2", KESEIMBANGAN_LAJU="40"
    )
    child.expect_exact("Tanggapi temuan audit")
    # A minute passes in a second and a half; any faster, and a busy machine looks like a sleep.
    child.expect(r"2[0-3][.:]\d\d")
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    status = person.json("23 09:30", person.says("fokus status", "focus status"))
    assert status["session"]["state"] == "dangling"
    stop = person.json(
        "23 09:31",
        person.says("fokus berhenti", "focus stop"),
        *person.says("--simpan", "--keep"),
        "12m",
    )
    assert stop["session"]["focused_minutes"] == 12
    task = person.json("23 09:32", person.says("tugas lihat", "task show"), "2")["task"]
    assert task["spent_minutes"] == 12


def the_day_goes_on(person: Person) -> None:
    done = person.json(
        "23 09:40",
        person.says("blok selesai", "block done"),
        "1",
        *person.says("--nyata", "--actual"),
        "07.40-09.20",
    )["block"]
    assert (done["actual_starts_at"], done["actual_ends_at"]) == (
        person.at("23 07:40"),
        person.at("23 09:20"),
    )
    person.run(
        "23 16:05",
        person.says("tugas selesai", "task done"),
        "2",
        *person.says("--hasil", "--result"),
        "Surat jawaban 700/12",
        *person.says("--bukti", "--evidence"),
        "jawaban.pdf",
    )
    person.run("24 06:50", person.says("blok selesai", "block done"), _series(person))
    person.run("26 07:00", person.says("blok lewati", "block skip"), _series(person))


def _series(person: Person) -> str:
    listed = person.json(
        "23 09:45",
        person.says("blok daftar", "block list"),
        *person.says("--rangkaian", "--series"),
    )["blocks"]
    return str(listed[0]["number"])


def journal(person: Person) -> None:
    write = person.says("jurnal tulis", "journal write")
    flags = person.says("--tingkat --pemicu --catatan", "--level --trigger --note")
    for day, level in (("23", "7"), ("24", "5"), ("25", "8")):
        person.run(
            f"{day} 20:00",
            write,
            flags[0],
            level,
            flags[1],
            "rapat",
            flags[2],
            "-",
            stdin="Rahasia: rapat tiga kali.\nBaris kedua 🙂 مرحبا\n",
        )
    patterns = person.run("25 20:10", person.says("jurnal pola", "journal patterns")).out
    assert "3" in patterns
    assert "Rahasia" not in patterns


def friday(person: Person) -> None:
    day = person.json("27 14:00", person.says("hari", "today"))
    assert "review_due" in [warning["code"] for warning in day["warnings"]]
    page = person.json("27 14:05", person.says("evaluasi --tampil", "review --show"))["review"]
    open_ones = {task["title"]: str(task["number"]) for task in page["postponed"]}
    assert "Laporan triwulan" in open_ones
    decide = person.says("--putuskan", "--decide")[0]
    keep = {"id": "biarkan", "en": "keep"}[person.lang]
    postpone = {"id": "jadwalkan:senin depan", "en": "reschedule:next monday"}[person.lang]
    decisions = [
        word
        for title, number in open_ones.items()
        for word in (decide, f"{number}={postpone if title == 'Laporan triwulan' else keep}")
    ]
    words = person.says(
        "--pelajaran --kemenangan --prioritas --selesai", "--learned --win --priority --finish"
    )
    review = person.json(
        "27 14:20",
        person.says("evaluasi", "review"),
        *decisions,
        words[0],
        "Rapat sesudah makan siang.",
        words[1],
        "Pulang tepat waktu",
        words[2],
        open_ones["Laporan triwulan"],
        words[2],
        "Lokakarya",
        words[3],
    )
    assert review["review"]["finished_at"] is not None
    assert [one["choice"] for one in review["review"]["decisions"]].count("reschedule") == 1
    task = person.json(
        "27 14:21", person.says("tugas lihat", "task show"), open_ones["Laporan triwulan"]
    )["task"]
    assert (task["due"], task["postponed"]) == ("2026-11-30", 1)
    after = person.json("27 14:22", person.says("hari", "today"))
    assert "review_due" not in [warning["code"] for warning in after["warnings"]]


def calendar(person: Person, cwd: Path) -> None:
    words = person.says("kalender ekspor --minggu", "calendar export --week")
    target = person.says("--ke", "--output")
    first = person.json("27 15:00", words, "2026-W48", *target, "blok.ics")
    events = _events(cwd / "blok.ics")
    span = person.says("--minggu", "--week")
    listed = person.json("27 15:01", person.says("blok daftar", "block list"), *span, "2026-W48")
    blocks = [block for block in listed["blocks"] if block["status"] != "skipped"]
    assert len(events) == len(blocks) == first["new"]
    for event, block in zip(events, sorted(blocks, key=_start), strict=True):
        assert block["title"] in str(event["SUMMARY"])
        assert event["DTSTART"].dt == datetime.fromisoformat(block["starts_at"])
        assert event["DTEND"].dt == datetime.fromisoformat(block["ends_at"])
    assert b"Rahasia" not in (cwd / "blok.ics").read_bytes()
    again = person.json("27 15:02", words, "2026-W48", *target, "blok.ics")
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, len(blocks))
    assert [event["UID"] for event in _events(cwd / "blok.ics")] == [e["UID"] for e in events]


def _events(path: Path) -> list[Any]:
    found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return sorted(found, key=lambda event: (event["DTSTART"].dt, str(event["SUMMARY"])))


def _start(block: dict[str, Any]) -> tuple[datetime, str]:
    return datetime.fromisoformat(block["starts_at"]), f"[{block['kind']}] {block['title']}"


def end_of_month(person: Person) -> None:
    flags = person.says(
        "--berhasil --perbaiki --sesuaikan --kebiasaan", "--worked --improve --adjust --habit"
    )
    person.run(
        "30 16:00",
        person.says("refleksi", "reflection"),
        flags[0],
        "Pagi utuh",
        flags[1],
        "Rapat malam",
        flags[2],
        "Usul jam rapat",
        flags[3],
        "Tutup laptop 16.30",
    )
    report = person.json("1 08:00", person.says("laporan 2026-11", "report 2026-11"))
    assert (report["from"], report["to"]) == ("2026-11-01", "2026-12-01")
    assert report["stress"] is None
    # The morning block ran from 07.40 to 09.20; the exercise on Tuesday took its 45 minutes.
    assert report["elements"]["work"]["done_minutes"] == 100
    assert report["elements"]["recovery"]["done_minutes"] == 45
    assert report["focus"]["minutes"] == 12
    told = person.run("1 08:01", person.says("laporan 2026-11", "report 2026-11")).out
    assert "Tutup laptop 16.30" in told
    assert "Rahasia" not in told
    stress = person.json(
        "1 08:02", person.says("laporan 2026-11 --dengan-stres", "report 2026-11 --with-stress")
    )["stress"]
    assert stress["entries"] == 3
