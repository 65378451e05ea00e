"""A clock that is set back, forward and elsewhere in the middle of things.

Random walks of calls and jumps; after each step everything that was ever written is looked for.
"""

import json
import random
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from keseimbangan.store.log_tables import LOG_TABLES
from tests.faults.figures import Figures
from tests.faults.homes import Place, empty, problems
from tests.faults.locks import connect
from tests.harness import Result
from tests.in_process import Imbang

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
STEPS = 25
JUMPS = {
    "an hour back": timedelta(hours=-1),
    "two minutes back": timedelta(minutes=-2),
    "a year forward": timedelta(days=365),
    "a year back": timedelta(days=-365),
    "to the next day": timedelta(days=1),
    "nine hours of sleep": timedelta(hours=9),
    "five minutes on": timedelta(minutes=5),
    "a session on": timedelta(minutes=26),
    "not at all": timedelta(),
}
# The machine's; those of Berlin and New York have hours that come twice or never.
ZONES = ("Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "America/New_York", "UTC")
SETTINGS = ("WIB", "WITA", "WIT", "Europe/Berlin")
WEEK = "2026-W48"
# What is written before the clock moves, and must stand still: title, wall clock, zone.
KEPT = (
    ("blok", "tambah", "Tetap", "13.00-14.00", "--hari", "2026-11-25"),
    ("blok", "tambah", "Malam", "22.00-01.00", "--hari", "2026-11-25"),
    ("blok", "tambah", "Berulang", "08.00-08.30", "--hari", "2026-11-23", "--ulang", "tiap hari"),
    ("tugas", "tambah", "Tugas", "--tenggat", "2026-11-27"),
    ("jurnal", "tulis", "--tingkat", "4", "--catatan", "catatan"),
)
WALKED: tuple[tuple[str, ...], ...] = (
    ("fokus", "mulai", "1", "--latar"),
    ("fokus", "mulai", "1", "--latar", "--buang"),
    ("fokus", "mulai", "--latar", "--sampai-kini"),
    ("fokus", "jeda"),
    ("fokus", "lanjut"),
    ("fokus", "gangguan", "telepon"),
    ("fokus", "berhenti"),
    ("fokus", "berhenti", "--buang"),
    ("fokus", "berhenti", "--sampai-kini"),
    ("fokus", "berhenti", "--simpan", "10m"),
    ("fokus", "status"),
    ("evaluasi", WEEK, "--pelajaran", "{n}"),
    ("evaluasi", WEEK, "--kemenangan", "menang {n}"),
    ("evaluasi", WEEK, "--prioritas", "utama {n}"),
    ("blok", "lewati", "3", "--pada", "{day}"),
    ("blok", "selesai", "3", "--pada", "{day}", "--nyata", "08.00-08.20"),
    ("tugas", "tambah", "Tugas {n}"),
    ("hari",),
    ("minggu",),
    ("laporan",),
    ("fokus", "riwayat"),
    ("atur", "ubah", "zona", "{zone}"),
)


class Walk:
    """One person's home under a clock that cannot be trusted."""

    def __init__(self, figures: Figures, place: Place, chance: random.Random) -> None:
        self.figures, self.place, self.chance = figures, place, chance
        self.now, self.zone, self.said = START, ZONES[0], ""
        self.sessions: dict[int, tuple[Any, ...]] = {}
        self.review: dict[str, str] = {}

    def begin(self) -> None:
        """What must stand still."""
        for words in KEPT:
            self.call(words)
        self.blocks = self._blocks()
        self.occurrences = self._occurrences()

    def step(self, number: int) -> None:
        """A jump, a call, and a look at everything."""
        jump = self.chance.choice(list(JUMPS))
        self.now = min(max(self.now + JUMPS[jump], _year(2020)), _year(2035))
        if self.chance.random() < 0.2:
            self.zone = self.chance.choice(ZONES)
        before = self._rows()
        pattern = self.chance.choice(WALKED)
        day = f"2026-{self.chance.choice(('11-26', '11-27', '12-01'))}"
        chosen = {"n": str(number), "day": day, "zone": self.chance.choice(SETTINGS)}
        words = tuple(word.format(**chosen) for word in pattern)
        self.said = f"{' '.join(words)} after {jump}, TZ {self.zone}, {self.now:%Y-%m-%d %H:%M}"
        self.figures.detail(f"clock set {jump}")
        result = self.call(words)
        self._judge(words, result, before)

    def call(self, words: tuple[str, ...]) -> Result:
        """The program at this moment in this zone."""
        imbang = Imbang(self.place.home, self.place.here)
        environment = {"KESEIMBANGAN_HOME": str(self.place.home), "TZ": self.zone}
        return imbang(*words, now=self.now.isoformat(), env=environment)

    def _judge(self, words: tuple[str, ...], result: Result, before: dict[str, int]) -> None:
        figures, said = self.figures, self.said
        figures.count("calls")
        odd = result.code not in (0, 1, 2)
        figures.expect("odd exit codes", odd, f"{said}: {result.code} {result.err}")
        after = self._rows()
        less = [name for name in before if after.get(name, 0) < before[name]]
        figures.expect("rows lost", bool(less), f"{said}: {less}")
        refused = result.code != 0 and {k: v for k, v in after.items() if v != before.get(k, 0)}
        figures.expect("rows made by a refused command", bool(refused), f"{said}: {refused}")
        figures.expect("blocks moved", self._blocks() != self.blocks, said)
        self._judge_sessions(words)
        self._judge_review(words, result)

    def _judge_review(self, words: tuple[str, ...], result: Result) -> None:
        if words[0] == "evaluasi" and result.code == 0:
            self.review[words[2]] = words[3]
        learned = [row[0] for row in self._read("SELECT learned FROM weekly_reviews") if row[0]]
        items = [row[0] for row in self._read("SELECT text FROM review_items")]
        kept = {"--pelajaran": learned, "--kemenangan": items, "--prioritas": items}
        lost = [each for each, text in self.review.items() if text not in kept[each]]
        self.figures.expect("answers of a review lost", bool(lost), f"{self.said}: {lost}")

    def _judge_sessions(self, words: tuple[str, ...]) -> None:
        for row in self._read(
            "SELECT id, started_at, ended_at, focused_seconds, planned_minutes FROM focus_sessions"
        ):
            number, started, ended, focused, planned = row
            settled = {"--simpan", "--sampai-kini"} & set(words) or self.sessions.get(number)
            most = planned * 60 if not settled else 10**9
            invented = not 0 <= focused <= most
            self.figures.expect("focus invented", invented, f"{self.said}: {row}")
            lasted = _seconds(started, ended)
            backwards = lasted is not None and lasted < focused
            said = f"{self.said}: {row}"
            self.figures.expect("sessions shorter than their focus", backwards, said)
            known = self.sessions.get(number)
            if ended is not None:
                changed = known is not None and known != row
                self.figures.expect("ended sessions changed", changed, f"{said} {known}")
                self.sessions[number] = row

    def end(self, root: Path) -> None:
        """Back at the beginning everything is as it was."""
        self.now, self.zone = START, ZONES[0]
        self.call(("atur", "ubah", "zona", "WIB"))
        again = self._occurrences()
        self.figures.expect("occurrences lost", not again >= self.occurrences, self.said)
        found = problems(self.place, root / "state")
        self.figures.expect("damaged stores", bool(found), str(found))

    def _occurrences(self) -> frozenset[tuple[str, str]]:
        """The recurring block on days that the walk leaves alone."""
        words = ("blok", "daftar", "--dari", "2026-12-07", "--sampai", "2026-12-20", "--json")
        result = self.call(words)
        blocks = json.loads(result.out)["blocks"] if result.code == 0 else []
        return frozenset((block["title"], block["starts_at"]) for block in blocks)

    def _rows(self) -> dict[str, int]:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        return {
            name: self._read(f'SELECT count(*) FROM "{name}"')[0][0]
            for (name,) in self._read(named)
            # The log forgets by the clock, after ninety days.
            if name not in ("review_items", *LOG_TABLES)
        }

    def _blocks(self) -> list[Any]:
        return self._read(
            "SELECT title, starts_at, ends_at, zone, rule FROM blocks WHERE series_id IS NULL "
            "ORDER BY id"
        )

    def _read(self, sql: str) -> list[Any]:
        if not self.place.store.exists():
            return []
        with closing(connect(self.place.store)) as db:
            return db.execute(sql).fetchall()


def run(figures: Figures, root: Path, walks: int, seed: int) -> None:
    """That many walks of 25 steps."""
    figures.announce("walks", "calls")
    for number in range(walks):
        walk = Walk(figures, empty(root / f"walk-{number}"), random.Random(seed + number))
        walk.begin()
        for step in range(STEPS):
            walk.step(step)
        walk.end(root)
        figures.count("walks")


def _seconds(start: str, end: str | None) -> float | None:
    if end is None:
        return None
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()


def _year(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=UTC)
