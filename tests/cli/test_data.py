"""`imbang data apa`: what is held, where it is, and that it goes nowhere."""

import sys
from pathlib import Path

import pytest

from keseimbangan import i18n
from keseimbangan.store import compiled
from keseimbangan.view.data import holding_text, size_text
from tests.in_process import Imbang

SECRET = "rapat dengan atasan yang melelahkan"


@pytest.fixture
def filled(imbang: Imbang) -> Imbang:
    imbang("tugas", "tambah", SECRET, now="2026-11-02T08:00:00+07:00").ok()
    imbang("tugas", "tambah", "Dua", now="2026-11-20T23:30:00+07:00").ok()
    imbang("skp", "tambah", "Satu").ok()
    imbang("atur", "zona", "WIB").ok()
    return imbang


def test_every_table_of_the_store_is_named_explained_and_counted(filled: Imbang) -> None:
    tables = {each["name"]: each for each in filled("data", "--json").ok().json["tables"]}
    assert set(tables) == {*compiled.TABLES, "steps"}
    assert tables["tasks"]["rows"] == 2
    assert tables["tasks"]["oldest"] == "2026-11-02T08:00:00+07:00"
    assert tables["tasks"]["newest"] == "2026-11-20T23:30:00+07:00"
    assert tables["targets"]["rows"] == 1
    assert tables["stress_entries"] == {
        "name": "stress_entries",
        "description": holding_text("stress_entries"),
        "rows": 0,
        "oldest": None,
        "newest": None,
    }


def test_file_sizes_and_permissions_are_told(filled: Imbang) -> None:
    document = filled("data", "apa", "--json").ok().json
    store = document["store"]
    assert store["path"] == str(filled.store)
    assert store["bytes"] >= filled.store.stat().st_size
    assert document["settings"]["path"] == str(filled.home / "pengaturan.toml")
    assert document["settings"]["files"] == 1
    # Two days on which something was written before anything else was.
    assert document["backups"]["files"] == 2
    if sys.platform != "win32":
        assert (store["mode"], document["settings"]["mode"]) == ("0600", "0600")


def test_it_is_said_plainly_that_nothing_is_sent(filled: Imbang) -> None:
    assert filled("data", "--json").json["sent_anywhere"] is False
    out = " ".join(filled("data").ok().out.split())
    assert "tidak mengirim apa pun" in out
    assert "tidak pernah membuka sambungan jaringan" in out


def test_the_screen_names_days_and_places_but_nothing_that_was_written(filled: Imbang) -> None:
    out = filled("data", columns=200).ok().out
    assert "2–20 November 2026" in out
    assert str(filled.store) in out
    assert "hanya Anda yang dapat membukanya" in out
    assert SECRET not in out


def test_backups_and_logs_are_counted(imbang: Imbang) -> None:
    folder = imbang.home / "cadangan"
    folder.mkdir(mode=0o700, parents=True)
    for name in ("a.db", "b.db"):
        (folder / name).write_bytes(b"x" * 600)
    document = imbang("data", "--json").ok().json
    assert (document["backups"]["files"], document["backups"]["bytes"]) == (2, 1200)
    assert "2 berkas, 1,2 KB" in imbang("data").out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_store_that_others_can_read_is_said_with_the_remedy(filled: Imbang) -> None:
    filled.store.chmod(0o644)
    out = filled("data", columns=300).ok().out
    assert f"chmod -R go= {filled.store}" in out
    assert filled("data", "--json").json["store"]["mode"] == "0644"


def test_where_nothing_is_held_nothing_is_made(imbang: Imbang) -> None:
    out = imbang("data").ok().out
    assert "belum ada" in out
    assert all(each["rows"] == 0 for each in imbang("data", "--json").ok().json["tables"])
    assert not imbang.home.exists()


def test_every_line_fits_sixty_columns_but_a_path(filled: Imbang) -> None:
    lines = filled("data", columns=60).ok().out.splitlines()
    assert all(len(line) <= 60 for line in lines if str(filled.home) not in line)


def test_english_words_do_the_same(filled: Imbang) -> None:
    assert filled("data", "what", "--json", lang="en").ok().json["store"]["files"] == 1


def test_a_damaged_store_is_named(imbang: Imbang, own_home: Path) -> None:
    own_home.mkdir()
    imbang.store.write_text("bukan basis data " * 99)
    assert imbang.store.name in imbang.refused(3, "data").err


@pytest.mark.parametrize(
    ("size", "indonesian", "english"),
    [
        (0, "0 byte", "0"),
        (999, "999 byte", "999"),
        (1000, "1 KB", "1 KB"),
        (12_500, "12,5 KB", "12.5 KB"),
        (3_210_000, "3,2 MB", "3.2 MB"),
        (7 * 10**12, "7000 GB", "7000 GB"),
    ],
)
def test_sizes_are_written_as_the_language_does(size: int, indonesian: str, english: str) -> None:
    assert size_text(size) == indonesian
    i18n.activate("en")
    assert size_text(size).startswith(english)
