"""The program's own file: what was written is read, and nothing else is, whoever made it."""

import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.errors.exchange import ExportFileBroken, ExportFileTooLarge, TooManyRows
from keseimbangan.exchange import store_file
from keseimbangan.exchange.store_file import Header, StoreFile, write

HEADER = Header("keseimbangan", 1, 0x4B534D42, 2, "2026-11-23T00:30:00Z", True)
PATH = Path("x.json")
ROWS = st.dictionaries(st.text(max_size=5), st.none() | st.integers() | st.text() | st.booleans())
TABLES = st.dictionaries(st.text(min_size=1, max_size=9), st.lists(ROWS, max_size=4), max_size=4)


def document(tables: dict[str, list[dict[str, Any]]]) -> bytes:
    file = io.BytesIO()
    counts = write(file, HEADER, ((name, iter(rows)) for name, rows in tables.items()))
    assert counts == {name: len(rows) for name, rows in tables.items()}
    return file.getvalue()


def read(content: bytes) -> dict[str, list[Any]]:
    found = StoreFile(PATH, io.BytesIO(content))
    assert found.header == HEADER
    tables: dict[str, list[Any]] = {}
    for row in found.rows():
        assert row.position == len(tables.setdefault(row.table, [])) + 1
        tables[row.table].append(json.loads(row.text))
    return tables


@given(TABLES)
def test_what_is_written_is_read(tables: dict[str, list[dict[str, Any]]]) -> None:
    content = document(tables)
    assert json.loads(content)["tables"] == tables
    assert read(content) == {name: rows for name, rows in tables.items() if rows}


@given(TABLES, st.integers(0, 12))
def test_another_programs_layout_of_the_same_is_read_too(
    tables: dict[str, list[dict[str, Any]]], indent: int
) -> None:
    content = json.dumps(json.loads(document(tables)), indent=indent or None).encode("utf-8-sig")
    assert read(content) == {name: rows for name, rows in tables.items() if rows}


def test_a_row_across_the_pieces_in_which_a_file_is_read_is_whole() -> None:
    rows = [{"n": place, "x": "é" * 40_000} for place in range(5)]
    assert read(document({"tasks": rows})) == {"tasks": rows}


def test_nothing_in_the_file_steers_a_terminal_that_shows_it() -> None:
    content = document({"tasks": [{"title": "\x1b[2J\x9b31m\u202e\u2028 é"}]}).decode()
    assert all(sign.isprintable() or sign == "\n" for sign in content)
    assert "é" in content


def test_every_beginning_of_a_file_is_no_file() -> None:
    content = document({"tasks": [{"title": "a"}, {"title": "b"}], "blocks": []}).rstrip()
    for end in range(len(content)):
        with pytest.raises(ExportFileBroken):
            read(content[:end])


WHOLE = document({"tasks": [{"title": "a"}]}).decode()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[]",
        "null",
        "bukan JSON sama sekali",
        "\x00" * 100,
        "PK\x03\x04" + "x" * 100,
        "[" * 100_000,
        '{"a":' * 100_000,
        "1" * 100_000,
        WHOLE + "x",
        WHOLE + WHOLE,
        WHOLE.replace('"keseimbangan"', '"lain"'),
        WHOLE.replace('"schema": 2', '"schema": "2"'),
        WHOLE.replace('"schema": 2', '"schema": true'),
        WHOLE.replace('"schema": 2', '"schema": 1e999'),
        WHOLE.replace('"schema": 2', '"schema": ' + "9" * 5000),
        WHOLE.replace('"schema": 2,', ""),
        WHOLE.replace('"schema": 2', '"schema": 2, "schema": 2'),
        WHOLE.replace('"journal": true', '"journal": 1'),
        WHOLE.replace('"a"', "NaN"),
        WHOLE.replace('"a"', "-Infinity"),
        WHOLE.replace('"a"', "9" * 5000),
        WHOLE.replace('"a"', "[" * 100_000),
        WHOLE.replace('"a"', '"a", "title": "b"'),
        WHOLE.replace('"a"', '"' + "x" * 1_200_000 + '"'),
        WHOLE.replace('"tables": {', '"tables": ['),
        WHOLE.replace('"tasks"', '"' + "x" * 200 + '"'),
        WHOLE.replace('"tasks": [', '"tasks": {'),
    ],
    ids=lambda content: content[:12],
)
def test_a_file_that_is_not_ours_or_not_whole_is_refused(content: str) -> None:
    with pytest.raises(ExportFileBroken):
        read(content.encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ExportFileBroken):
        read(WHOLE.encode().replace(b'"a"', b'"\xff\xfe"'))


@given(st.binary(max_size=200))
def test_noise_is_refused(noise: bytes) -> None:
    with pytest.raises(ExportFileBroken):
        read(noise)


class Endless(io.RawIOBase):
    """A gigabyte that nobody stored."""

    def __init__(self, head: bytes, again: bytes) -> None:
        self.given, self._head, self._again = 0, head, again

    def read(self, size: int = -1) -> bytes:
        piece = self._head or self._again * max(1, size // len(self._again))
        self._head = b""
        self.given += len(piece)
        return piece


@pytest.mark.parametrize("again", [b" ", b"[", b'"', b"1", b"a,", b'{"a":1},', b'{"a":[1]},'])
def test_a_gigabyte_is_given_up_on_with_little_of_it_in_memory(
    again: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_file, "MOST_BYTES", 500_000)
    head = WHOLE.partition('{"title"')[0].encode()
    endless = Endless(head, again)
    tracemalloc.start()
    with pytest.raises((ExportFileBroken, ExportFileTooLarge)):
        for _row in StoreFile(PATH, endless).rows():  # type: ignore[arg-type]
            pass
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert endless.given < 700_000
    assert most < 12_000_000


def test_more_rows_than_a_life_has_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_file, "MOST_ROWS", 5)
    rows = {"tasks": [{"n": 1}] * 3, "blocks": [{"n": 1}] * 3}
    with pytest.raises(TooManyRows):
        read(document(rows))
