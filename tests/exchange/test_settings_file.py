"""Changing one key of a settings file changes nothing else in it."""

import os
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan.errors.settings import SettingsUnwritable
from keseimbangan.exchange import settings_file
from keseimbangan.exchange.settings_file import change
from tests.harness import fingerprint

HEADING = "Pengaturan"

BY_HAND = """\
# Pengaturan saya

bahasa = "id"   # nanti en

[fokus]  # pagi saja
menit = 25

# Pekan yang saya inginkan
[niat]
pulih = "14 jam"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "pengaturan.toml"


def changed(path: Path, text: str, **changes: object) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    change(path, {key.replace("__", "."): value for key, value in changes.items()}, HEADING)  # type: ignore[misc]
    return path.read_bytes().decode()


def test_a_new_file_begins_with_what_it_is(path: Path) -> None:
    change(path, {"zona": "Asia/Makassar", "fokus.menit": 30, "fokus.bunyi": False}, HEADING)
    assert path.read_text() == (
        '# Pengaturan\nzona = "Asia/Makassar"\n\n[fokus]\nmenit = 30\nbunyi = false\n'
    )


def test_comments_and_order_stay_and_a_new_key_joins_its_table(path: Path) -> None:
    assert changed(path, BY_HAND, bahasa="en", fokus__jeda=7, zona="WIB") == (
        BY_HAND.replace('"id"', '"en"')
        .replace("menit = 25\n", "menit = 25\njeda = 7\n")
        .replace("nanti en\n", 'nanti en\nzona = "WIB"\n')
    )


def test_a_key_is_taken_out_alone(path: Path) -> None:
    assert changed(path, BY_HAND, bahasa=None) == BY_HAND.replace(
        'bahasa = "id"   # nanti en\n', ""
    )


def test_taking_out_what_is_not_there_changes_nothing(path: Path) -> None:
    assert changed(path, BY_HAND, zona=None, jam_kerja__senin=None) == BY_HAND


def test_a_table_that_has_become_empty_goes(path: Path) -> None:
    assert changed(path, "[fokus]\nmenit = 1\n[niat]\npulih = 1\n", fokus__menit=None) == (
        "[niat]\npulih = 1\n"
    )


def test_the_line_ends_of_windows_stay(path: Path) -> None:
    after = changed(path, "bahasa = 'id'\r\n# zona saya\r\nzona = 'WIB'\r\n", zona="WIT")
    assert after == "bahasa = 'id'\r\n# zona saya\r\nzona = \"WIT\"\r\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_file_and_directory_are_their_owners_alone_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        change(path, {"zona": "WIB"}, HEADING)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_where_the_file_is_a_link_the_file_it_points_to_is_changed(path: Path) -> None:
    path.parent.mkdir()
    kept = path.parent / "dotfiles.toml"
    kept.write_text("zona = 'WIB'\n")
    path.symlink_to(kept)
    change(path, {"zona": "WIT"}, HEADING)
    assert path.is_symlink()
    assert tomllib.loads(kept.read_text()) == {"zona": "WIT"}


def test_hidden_files_of_the_persons_own_beside_it_stay(path: Path) -> None:
    path.parent.mkdir()
    own = path.with_name(".starship.toml")
    own.write_text("x")
    os.utime(own, (0, 0))
    change(path, {"zona": "WIB"}, HEADING)
    assert own.exists()


def test_a_directory_that_cannot_be_made_is_said(path: Path) -> None:
    path.parent.write_text("x")
    with pytest.raises(SettingsUnwritable) as caught:
        change(path, {"zona": "WIB"}, HEADING)
    assert str(path) in str(caught.value)
    assert caught.value.exit_code == 3


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_text(BY_HAND)
    before = fingerprint(path.parent)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsUnwritable):
        change(path, {"zona": "WIB"}, HEADING)
    assert fingerprint(path.parent) == before


def test_a_file_that_would_come_out_otherwise_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_text(BY_HAND)
    monkeypatch.setattr(settings_file.tomlkit, "dumps", lambda _document: 'bahasa = "fr"\n')
    with pytest.raises(SettingsUnwritable):
        change(path, {"zona": "WIB"}, HEADING)
    assert path.read_text() == BY_HAND


KEYS = ("bahasa", "zona", "fokus.menit", "fokus.jeda", "niat.pulih", "jam_kerja.senin")
VALUES = st.none() | st.integers(0, 99) | st.booleans() | st.text(max_size=8)
BEFORE = ("", BY_HAND, "fokus.menit = 1\nzona = 'x'\nfokus.jeda = 2\n", "niat = {pulih = 3}\n")


@given(
    st.sampled_from(BEFORE),
    st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4), max_size=4),
)
def test_whatever_is_changed_the_file_says_that_and_all_it_said_before(
    text: str, many: list[dict[str, str | int | bool | None]]
) -> None:
    wanted = settings_file._flat(tomllib.loads(text))
    for changes in many:
        text = settings_file._changed(text, changes)
        wanted = {key: value for key, value in {**wanted, **changes}.items() if value is not None}
    assert settings_file._flat(tomllib.loads(text)) == wanted
