"""Exports of other programs, as those programs write them, become tasks, blocks and entries."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keseimbangan.domain.arrivals import LONG_AGO, SkipReason
from keseimbangan.domain.blocks import BlockStatus
from keseimbangan.domain.elements import Element
from keseimbangan.domain.tasks import Impact, TaskKind, TaskStatus
from keseimbangan.errors.exchange import ForeignFileBroken, ImportFileUnreadable
from keseimbangan.exchange import jrnl, super_productivity, taskwarrior, timewarrior

ZONE = "Asia/Jakarta"

# As `task export` of 3.0 writes them.
TASKWARRIOR = [
    {
        "id": 1,
        "description": "Susun laporan triwulan",
        "due": "20261126T170000Z",
        "entry": "20261120T010203Z",
        "modified": "20261122T030405Z",
        "priority": "H",
        "project": "kantor.laporan",
        "status": "pending",
        "tags": ["next", "apbd"],
        "uuid": "a360fc44-315c-4366-b70c-ea7e7520b749",
        "annotations": [{"entry": "20261121T180000Z", "description": "Tunggu data keuangan"}],
        "urgency": 15.3,
    },
    {
        "id": 0,
        "description": "Beli beras",
        "end": "20261119T100000Z",
        "entry": "20261118T010203Z",
        "modified": "20261119T100001Z",
        "status": "completed",
        "tags": ["keluarga"],
        "uuid": "b360fc44-315c-4366-b70c-ea7e7520b749",
    },
    {
        "id": 3,
        "description": "Perpanjang SIM",
        "entry": "20261118T010203Z",
        "status": "waiting",
        "wait": "20261231T170000Z",
        "uuid": "c360fc44-315c-4366-b70c-ea7e7520b749",
    },
    {
        "id": 4,
        "description": "Absen",
        "entry": "20261118T010203Z",
        "parent": "e360fc44-315c-4366-b70c-ea7e7520b749",
        "priority": "L",
        "status": "pending",
        "uuid": "d360fc44-315c-4366-b70c-ea7e7520b749",
    },
    {
        "id": 5,
        "description": "Absen",
        "entry": "20261118T010203Z",
        "recur": "daily",
        "mask": "-",
        "status": "recurring",
        "uuid": "e360fc44-315c-4366-b70c-ea7e7520b749",
    },
    {
        "id": 0,
        "description": "Salah ketik",
        "end": "20261119T100000Z",
        "entry": "20261118T010203Z",
        "status": "deleted",
        "uuid": "f360fc44-315c-4366-b70c-ea7e7520b749",
    },
]

TIMEWARRIOR = [
    {
        "id": 3,
        "start": "20261120T010000Z",
        "end": "20261120T023000Z",
        "tags": ["kerja", "rapat anggaran"],
    },
    {
        "id": 2,
        "start": "20261120T030000Z",
        "end": "20261120T031500Z",
        "tags": ["belajar"],
        "annotation": "Membaca Perpres 21/2023",
    },
    {"id": 1, "start": "20261123T000000Z", "tags": ["kerja"]},
    {"id": 4, "start": "20261110T000000Z", "end": "20261112T000000Z", "tags": ["lupa berhenti"]},
]

JRNL = {
    "tags": {"@rapat": 1, "@stres7": 1},
    "entries": [
        {
            "title": "Rapat dadakan lagi.",
            "body": "Tiga jam tanpa hasil. @rapat @stres7",
            "date": "2026-11-20",
            "time": "16:45",
            "tags": ["@rapat", "@stres7"],
            "starred": False,
        },
        {
            "title": "Hari yang tenang.",
            "body": "",
            "date": "2026-11-21",
            "time": "20:00",
            "tags": [],
            "starred": True,
        },
    ],
}

SUPER = {
    "timestamp": 1795400000000,
    "lastUpdate": 1795400000000,
    "crossModelVersion": 4.3,
    "data": {
        "task": {
            "ids": ["a", "b", "c"],
            "entities": {
                "a": {
                    "id": "a",
                    "title": "Siapkan paparan",
                    "projectId": "p",
                    "tagIds": ["EM_IMPORTANT", "t", "TODAY"],
                    "subTaskIds": ["b"],
                    "timeEstimate": 5400000,
                    "timeSpent": 1800000,
                    "timeSpentOnDay": {"2026-11-20": 1800000},
                    "isDone": False,
                    "created": 1795000000000,
                    "dueDay": "2026-11-27",
                    "notes": "Untuk rapat pimpinan",
                    "attachments": [],
                },
                "b": {
                    "id": "b",
                    "title": "Grafik",
                    "parentId": "a",
                    "tagIds": [],
                    "timeEstimate": 0,
                    "timeSpent": 0,
                    "isDone": True,
                    "created": 1795000000000,
                    "doneOn": 1795100000000,
                },
                "c": {
                    "id": "c",
                    "title": "Cek surel",
                    "repeatCfgId": "r",
                    "tagIds": [],
                    "isDone": False,
                    "created": 1795000000000,
                    "dueWithTime": 1795370400000,
                },
            },
        },
        "archiveYoung": {
            "task": {
                "ids": ["d"],
                "entities": {
                    "d": {
                        "id": "d",
                        "title": "Lama",
                        "isDone": True,
                        "created": 1790000000000,
                        "doneOn": 1790100000000,
                    }
                },
            },
            "timeTracking": {},
        },
        "project": {"ids": ["p"], "entities": {"p": {"id": "p", "title": "Paparan"}}},
        "tag": {
            "ids": ["t", "EM_IMPORTANT", "TODAY"],
            "entities": {
                "t": {"id": "t", "title": "belajar"},
                "EM_IMPORTANT": {"id": "EM_IMPORTANT", "title": "important"},
                "TODAY": {"id": "TODAY", "title": "Today"},
            },
        },
        "taskRepeatCfg": {"ids": ["r"], "entities": {"r": {"id": "r", "title": "Cek surel"}}},
    },
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "x.json"


def written(file: Path, document: Any) -> Path:
    file.write_text(document if isinstance(document, str) else json.dumps(document))
    return file


def test_taskwarriors_tasks_keep_status_priority_due_day_and_words(file: Path) -> None:
    found = taskwarrior.read(written(file, TASKWARRIOR), ZONE)
    report, rice, licence, roll = (arrival.task for arrival in found.tasks)
    assert report.uid == "a360fc44-315c-4366-b70c-ea7e7520b749"
    # Midnight in Jakarta is five in the afternoon of the day before, by UTC.
    assert report.due == date(2026, 11, 27)
    assert (report.important, report.impact) == (True, Impact.HIGH)
    assert not report.triaged
    assert report.note == (
        "2026-11-22: Tunggu data keuangan\nProyek: kantor.laporan\nTag: next, apbd"
    )
    assert (rice.status, rice.element) == (TaskStatus.DONE, Element.LIFE)
    assert rice.done_at == datetime(2026, 11, 19, 10, tzinfo=UTC)
    assert (licence.status, licence.not_before) == (TaskStatus.OPEN, date(2027, 1, 1))
    assert licence.note is None
    assert (roll.kind, roll.parent, roll.impact) == (TaskKind.ROUTINE, None, Impact.LOW)
    assert found.tasks[0].changed_at == datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
    assert [(each.position, each.reason) for each in found.skipped] == [
        (5, SkipReason.TEMPLATE),
        (6, SkipReason.DELETED),
    ]


def test_a_task_is_for_the_later_of_the_days_it_waits_for_unless_it_is_due_before(
    file: Path,
) -> None:
    days = {"wait": "20261122T170000Z", "scheduled": "20261124T170000Z"}
    (arrival,) = taskwarrior.read(written(file, [TASKWARRIOR[0] | days]), ZONE).tasks
    assert (arrival.task.due, arrival.task.not_before) == (date(2026, 11, 27), date(2026, 11, 25))
    late = TASKWARRIOR[0] | days | {"due": "20261123T170000Z"}
    (arrival,) = taskwarrior.read(written(file, [late]), ZONE).tasks
    assert (arrival.task.due, arrival.task.not_before) == (date(2026, 11, 24), None)
    assert "Menunggu sampai 2026-11-25" in (arrival.task.note or "")


def test_what_of_taskwarriors_tasks_has_no_place_here_is_counted(file: Path) -> None:
    more = {
        "depends": ["b360fc44-315c-4366-b70c-ea7e7520b749"],
        "until": "20261231T170000Z",
        "effort": 3,
        "imask": 1.0,
        "recur": "weekly",
    }
    other = TASKWARRIOR[1] | {"depends": "a360fc44-315c-4366-b70c-ea7e7520b749", "priority": "1"}
    found = taskwarrior.read(written(file, [TASKWARRIOR[0] | more, other]), ZONE)
    assert found.fields == {"depends": 2, "until": 1, "effort": 1, "priority": 1}


def test_taskwarriors_older_form_has_an_object_to_a_line(file: Path) -> None:
    lines = "\n".join(json.dumps(task) for task in TASKWARRIOR)
    found = taskwarrior.read(written(file, lines), ZONE)
    assert found == taskwarrior.read(written(file, TASKWARRIOR), ZONE)


def test_timewarriors_intervals_are_blocks_that_are_done(file: Path) -> None:
    found = timewarrior.read(written(file, TIMEWARRIOR), ZONE)
    meeting, reading = (arrival.block for arrival in found.blocks)
    assert (meeting.title, meeting.status) == ("kerja, rapat anggaran", BlockStatus.DONE)
    assert (meeting.minutes, meeting.zone, meeting.element) == (90, ZONE, Element.WORK)
    assert (reading.title, reading.note) == ("Membaca Perpres 21/2023", "belajar")
    assert reading.element is Element.GROWTH
    assert [each.reason for each in found.skipped] == [SkipReason.RUNNING, SkipReason.TOO_LONG]


def test_an_interval_is_the_same_though_its_number_has_changed(file: Path) -> None:
    before = timewarrior.read(written(file, TIMEWARRIOR), ZONE)
    renumbered = [each | {"id": each["id"] + 1} for each in TIMEWARRIOR]
    assert timewarrior.read(written(file, renumbered), ZONE) == before


def test_entries_of_jrnl_have_the_level_of_a_tag_or_none_at_all(file: Path) -> None:
    found = jrnl.read(written(file, JRNL), None)
    (entry,) = found.entries
    assert (entry.level, entry.tags) == (7, ("rapat", "stres7"))
    assert entry.wall == datetime(2026, 11, 20, 16, 45)  # noqa: DTZ001
    assert entry.text == "Rapat dadakan lagi.\nTiga jam tanpa hasil. @rapat @stres7"
    assert [(each.position, each.reason) for each in found.skipped] == [(2, SkipReason.NO_LEVEL)]


def test_a_level_that_is_told_is_that_of_the_entries_that_tell_none(file: Path) -> None:
    found = jrnl.read(written(file, JRNL), 3)
    assert [entry.level for entry in found.entries] == [7, 3]


def test_entries_that_say_the_same_in_the_same_minute_are_two(file: Path) -> None:
    twice = {"entries": [JRNL["entries"][0]] * 2}  # type: ignore[index]
    found = jrnl.read(written(file, twice), None)
    assert len({entry.uid for entry in found.entries}) == 2
    assert found == jrnl.read(file, None)


def test_super_productivitys_backup_brings_tasks_pieces_and_the_archive(file: Path) -> None:
    found = super_productivity.read(written(file, SUPER), ZONE)
    slides, chart, mail, old = (arrival.task for arrival in found.tasks)
    assert (slides.title, slides.due, slides.estimate_minutes) == (
        "Siapkan paparan",
        date(2026, 11, 27),
        90,
    )
    assert (slides.important, slides.urgent, slides.triaged) == (True, False, True)
    assert slides.element is Element.GROWTH
    assert slides.note == (
        "Untuk rapat pimpinan\nProyek: Paparan\nTag: belajar\nWaktu terpakai: 30 m"
    )
    assert found.tasks[1].parent == slides.uid
    assert (chart.status, chart.estimate_minutes, chart.note) == (TaskStatus.DONE, None, None)
    assert (mail.kind, mail.triaged, mail.due) == (TaskKind.ROUTINE, False, date(2026, 11, 23))
    assert old.status is TaskStatus.DONE
    assert [(each.title, each.reason) for each in found.skipped] == [
        ("Cek surel", SkipReason.TEMPLATE)
    ]


def test_in_newer_backups_a_deadline_is_the_day_it_is_due_and_the_planned_day_comes_first(
    file: Path,
) -> None:
    task = {"id": "x", "title": "Paparan", "dueDay": "2026-11-25"}
    instant = int(datetime(2026, 11, 26, 18, tzinfo=UTC).timestamp() * 1000)

    def days(**fields: Any) -> tuple[date | None, date | None]:
        entities = {"x": task | fields}
        document = {"data": {"task": {"ids": ["x"], "entities": entities}}}
        (arrival,) = super_productivity.read(written(file, document), ZONE).tasks
        return arrival.task.not_before, arrival.task.due

    assert days() == (None, date(2026, 11, 25))
    assert days(deadlineDay="2026-11-28") == (date(2026, 11, 25), date(2026, 11, 28))
    # At one in the morning in Jakarta.
    assert days(deadlineWithTime=instant) == (date(2026, 11, 25), date(2026, 11, 27))
    assert days(deadlineDay="2026-11-24") == (None, date(2026, 11, 24))
    # In files that still have both, the hour is the newer one.
    assert days(dueWithTime=instant) == (None, date(2026, 11, 27))


def test_what_is_done_and_does_not_say_when_was_done_when_it_last_changed(file: Path) -> None:
    lines = [TASKWARRIOR[2] | {"status": "completed"}]
    (arrival,) = taskwarrior.read(written(file, lines), ZONE).tasks
    assert arrival.task.done_at == datetime(2026, 11, 18, 1, 2, 3, tzinfo=UTC)
    task = {"id": "x", "title": "Paparan", "isDone": True, "created": 1795000000000}
    document = {"data": {"task": {"entities": {"x": task}}}}
    (arrival,) = super_productivity.read(written(file, document), ZONE).tasks
    assert arrival.task.done_at == datetime.fromtimestamp(1795000000, UTC)


def test_what_hangs_on_a_task_there_and_has_no_place_here_is_counted(file: Path) -> None:
    task = {"id": "x", "title": "Paparan", "attachments": [{"path": "a"}], "issueId": "GH-1"}
    other = {"id": "y", "title": "Lain", "attachments": [], "issueId": None, "remindAt": 5}
    data = {
        "task": {"entities": {"x": task, "y": other}},
        "note": {"entities": {"n": {"content": "Catatan"}, "m": {"content": "Lagi"}}},
        "simpleCounter": {"entities": {}},
    }
    found = super_productivity.read(written(file, {"data": data}), ZONE)
    assert found.fields == {"attachments": 1, "issueId": 1, "remindAt": 1, "note": 2}


def test_in_older_backups_the_same_stands_at_the_top(file: Path) -> None:
    data: dict[str, Any] = SUPER["data"]  # type: ignore[assignment]
    older = {name: data[name] for name in ("task", "project", "tag", "taskRepeatCfg")}
    older["taskArchive"] = data["archiveYoung"]["task"]
    found = super_productivity.read(written(file, older), ZONE)
    assert found == super_productivity.read(written(file, SUPER), ZONE)


def test_what_a_title_cannot_hold_goes_into_the_note(file: Path) -> None:
    task = TASKWARRIOR[0] | {"description": "x" * 300 + "\x1b[2J\u202e", "annotations": []}
    (arrival,) = taskwarrior.read(written(file, [task]), ZONE).tasks
    assert len(arrival.task.title) == 200
    assert (arrival.task.note or "").startswith("x" * 300 + "[2J\n")


def test_what_has_no_readable_stamp_is_older_than_anything_here(file: Path) -> None:
    task = TASKWARRIOR[0] | {"modified": "kemarin", "entry": "99999999T999999Z"}
    (arrival,) = taskwarrior.read(written(file, [task]), ZONE).tasks
    assert arrival.changed_at == LONG_AGO


def test_a_task_whose_due_day_cannot_be_read_does_not_come_in_without_it(file: Path) -> None:
    task = TASKWARRIOR[0] | {"due": "besok"}
    found = taskwarrior.read(written(file, [task]), ZONE)
    assert ([each.reason for each in found.skipped], found.tasks) == ([SkipReason.NO_TIME], [])
    rows = {"x": {"id": "x", "title": "Rapat", "dueDay": "besok"}}
    found = super_productivity.read(written(file, {"task": {"entities": rows}}), ZONE)
    assert ([each.reason for each in found.skipped], found.tasks) == ([SkipReason.NO_TIME], [])


def test_the_same_task_twice_comes_once(file: Path) -> None:
    found = taskwarrior.read(written(file, [TASKWARRIOR[0]] * 2), ZONE)
    assert len(found.tasks) == 1
    assert found.skipped[0].reason is SkipReason.TWICE


READERS = {
    "taskwarrior": lambda path: taskwarrior.read(path, ZONE),
    "timewarrior": lambda path: timewarrior.read(path, ZONE),
    "jrnl": lambda path: jrnl.read(path, 5),
    "super-productivity": lambda path: super_productivity.read(path, ZONE),
}


@pytest.mark.parametrize("program", READERS)
@pytest.mark.parametrize(
    "content", ["", "bukan JSON", "[" * 5000, "1" * 5000, '{"a": 1}', "[1]", '"x"', "\x00", "null"]
)
def test_a_file_of_something_else_is_refused(program: str, content: str, file: Path) -> None:
    written(file, content)
    with pytest.raises(ForeignFileBroken):
        READERS[program](file)


@pytest.mark.parametrize("program", READERS)
def test_a_file_that_is_not_there_is_refused(program: str, file: Path) -> None:
    with pytest.raises(ImportFileUnreadable):
        READERS[program](file)


KEYS = st.sampled_from(
    sorted(
        {name for each in TASKWARRIOR for name in each}
        | {name for each in TIMEWARRIOR for name in each}
        | {"entries", "data", "task", "entities", "title", "body", "date", "time", "isDone"}
    )
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["pending", "20261120T010203Z", "2026-11-20", "07:30", "a" * 300]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)


@pytest.mark.parametrize("program", READERS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=VALUES)
def test_whatever_stands_in_a_file_it_is_understood_skipped_or_refused(
    program: str, document: Any, file: Path
) -> None:
    written(file, document)
    with suppress(ForeignFileBroken):
        assert READERS[program](file).skipped is not None
