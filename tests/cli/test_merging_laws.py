"""Laws of exchanging files: whatever is done on several computers, they come to the same.

`tests/store/test_merging.py` holds them to rows of every kind; here they are held to commands.
`--hypothesis-profile=long` tries forty times as many stories.
"""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from keseimbangan.store.database import reading
from keseimbangan.store.outgoing import leaving
from keseimbangan.store.portable import PARTS, shape
from tests.in_process import Imbang
from tests.undo.calls import CALLS, Call, prepare

BEGIN = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
# What runs is left where it runs; restoring takes a whole file back, not rows of it.
_CALLS = [call for call in CALLS if call.words[0] != "fokus" and call.words[1:2] != ("pulihkan",)]
_OTHERS = [
    Call(("urung",)),
    Call(("ulang",)),
    Call(("kalender", "ekspor", "--dari", "hari ini", "--sampai", "+14 hari", "--timpa")),
]


class Deed(NamedTuple):
    """A call on one of the computers, so many seconds after the one before; or its file goes on."""

    place: int
    call: Call | None
    wait: int


DEEDS = st.builds(
    Deed,
    st.integers(0, 2),
    st.sampled_from([*_CALLS, *_OTHERS * 4, None, None, None, None]),
    st.sampled_from([0, 0, 1, 3600]),
)
# One clock is right, another an hour ahead or behind, and the third one is in another zone.
CLOCKS = st.sampled_from([(0, 0, 0), (0, 60, 0), (0, -60, 60)])


class Computer(Imbang):
    """A home of its own with a clock of its own."""

    def __init__(self, home: Path, cwd: Path, ahead: int, zone: int) -> None:
        super().__init__(home, cwd)
        self._ahead, self._zone = timedelta(minutes=ahead), timedelta(hours=7 + zone)

    def at(self, moment: datetime, *words: Any, **options: Any) -> Any:
        wall = (moment + self._ahead + self._zone).replace(tzinfo=None).isoformat()
        now = f"{wall}+{int(self._zone.total_seconds()) // 3600:02}:00"
        environment = {"KESEIMBANGAN_HOME": str(self.home)}
        return self(*words, now=now, env=environment, **options)


def hand_on(one: Computer, other: Computer, moment: datetime) -> None:
    """The file of one computer, brought into another twice: the second time it changes nothing."""
    one.at(moment, "data", "ekspor", "-o", "berkas.json", "--timpa").ok()
    previewed, first, again = (
        other.at(moment, "data", "impor", "berkas.json", "--json", *words).ok().json["import"]
        for words in (("--tinjau",), (), ())
    )
    assert previewed["tables"] == first["tables"]
    assert previewed["differences"] == first["differences"]
    assert not any(each["new"] or each["changed"] for each in again["tables"])


def content(computer: Computer) -> dict[str, list[Any]]:
    """All that the store of a computer says, without the numbers, which are its own."""
    with reading(computer.store, BEGIN) as db:
        found = {
            each.name: [dict(row) for row in each.rows] for each in leaving(db, with_journal=True)
        }
    for name, rows in found.items():
        this = shape(name)
        assert this is not None
        # What a part says belongs to the version of its owner, its name and stamps do not.
        left = ("id", "uid", "created_at", "changed_at") if name in PARTS else ("id",)
        for row in rows:
            row |= {
                one.column: row[one.column] and row[one.column]["uid"] for one in this.references
            }
            for column in left:
                del row[column]
        rows.sort(key=repr)
    return found


@settings(max_examples=max(2, settings.default.max_examples // 50))
@given(st.integers(0, 45), st.lists(DEEDS, min_size=4, max_size=12), CLOCKS)
def test_three_computers_that_hand_their_files_round_come_to_the_same(
    begun: int, deeds: list[Deed], clocks: tuple[int, int, int]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        cwd = Path(name, "cwd")
        cwd.mkdir()
        prepare(cwd)
        ring = [
            Computer(Path(name, f"home{place}"), cwd, ahead, zone)
            for place, (ahead, zone) in enumerate(zip(clocks, (0, 0, 2), strict=True))
        ]
        moment = BEGIN
        ring[0].at(moment, "tugas", "tambah", "Yang pertama").ok()
        for call in CALLS[:begun]:
            ring[0].at(moment, *call.words, answers=call.answers)
        ring[0].at(moment, "fokus", "berhenti")
        for other in ring[1:]:
            hand_on(ring[0], other, moment)
        for place, call, wait in deeds:
            moment += timedelta(seconds=wait)
            if call is None:
                hand_on(ring[place], ring[place - 1], moment)
            else:
                code = ring[place].at(moment, *call.words, answers=call.answers).code
                assert code in (0, 1, 2, 130), call
        for place in (0, 1, 2, 0, 1):
            hand_on(ring[place], ring[(place + 1) % 3], moment)
        first, *others = (content(each) for each in ring)
        for other in others:
            assert other == first


SERIES = Call(("blok", "tambah", "Apel", "07.00-07.30", "--ulang", "tiap senin"))
WHOLE = Call(("blok", "hapus", "1", "--semua", "--ya"))
DAYS = ("2026-11-30", "2026-12-07")
# On the series that all have: it is deleted, a day of it is changed, or a file goes on.
FAMILY = st.builds(
    Deed,
    st.integers(0, 2),
    st.sampled_from(
        [
            *[WHOLE, None, None],
            *(Call(("blok", "ubah", "1", "--pada", day, "--judul", "x")) for day in DAYS),
        ]
    ),
    st.sampled_from([60, 3600]),
)


@settings(max_examples=max(3, settings.default.max_examples // 30))
@example([Deed(0, WHOLE, 60), Deed(1, Call(("blok", "ubah", "1", "--pada", DAYS[0])), 60)])
@example(
    [
        Deed(0, WHOLE, 60),
        *(Deed(2, Call(("blok", "ubah", "1", "--pada", DAYS[1])), 60), Deed(0, None, 60)),
        *(Deed(1, Call(("blok", "ubah", "1", "--pada", DAYS[0])), 60), Deed(2, WHOLE, 60)),
    ]
)
@given(st.lists(FAMILY, min_size=2, max_size=10))
def test_what_was_changed_after_the_last_deletion_of_its_series_is_on_every_computer(
    deeds: list[Deed],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        cwd = Path(name, "cwd")
        cwd.mkdir()
        ring = [Computer(Path(name, f"home{place}"), cwd, 0, 0) for place in range(3)]
        ring[0].at(BEGIN, *SERIES.words).ok()
        for other in ring[1:]:
            hand_on(ring[0], other, BEGIN)
        changed, deleted, moment = {}, "", BEGIN
        for count, (place, call, wait) in enumerate(deeds):
            moment += timedelta(seconds=wait)
            if call is None:
                hand_on(ring[place], ring[place - 1], moment)
            elif call == WHOLE:
                if ring[place].at(moment, *call.words).code == 0:
                    deleted = moment.isoformat()
            elif ring[place].at(moment, *call.words[:5], "--judul", f"ke-{count}").code == 0:
                changed[call.words[4]] = (moment.isoformat(), f"ke-{count}")
        moment += timedelta(minutes=1)
        for place in (0, 1, 2) * 3:
            hand_on(ring[place], ring[(place + 1) % 3], moment)
        first, *others = (content(each) for each in ring)
        assert others == [first, first]
        titles = {row["title"] for row in first["blocks"]}
        assert titles >= {title for at, title in changed.values() if at > deleted}
        if not any(at > deleted for at, _ in changed.values()):
            assert not deleted or not titles


@settings(max_examples=max(2, settings.default.max_examples // 50))
@example(28, "urung")
@given(st.integers(0, len(CALLS)), st.sampled_from(["", "urung"]))
def test_a_file_that_comes_into_a_new_home_goes_out_of_it_as_it_was(begun: int, then: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        cwd = Path(name, "cwd")
        cwd.mkdir()
        prepare(cwd)
        old, new = (Computer(Path(name, each), cwd, 0, 0) for each in ("old", "new"))
        for call in CALLS[:begun]:
            old.at(BEGIN, *call.words, answers=call.answers)
        if then:
            old.at(BEGIN, then)
        # One that runs would be left out.
        old.at(BEGIN, "fokus", "berhenti")
        old.at(BEGIN, "data", "ekspor", "-o", "lama.json").ok()
        new.at(BEGIN, "data", "impor", "lama.json").ok()
        new.at(BEGIN, "data", "ekspor", "-o", "baru.json").ok()
        assert (cwd / "baru.json").read_bytes() == (cwd / "lama.json").read_bytes()
