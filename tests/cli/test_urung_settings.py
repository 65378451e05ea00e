"""`imbang urung` and the file of the settings."""

from tests.in_process import Imbang
from tests.undo.state import settings


def test_a_setting_goes_back_to_what_the_file_said_and_keeps_what_was_added_by_hand(
    imbang: Imbang,
) -> None:
    imbang("atur", "zona", "WITA").ok()
    imbang("atur", "zona", "WIT").ok()
    path = imbang.home / "pengaturan.toml"
    path.write_text(path.read_text() + "mendesak_hari = 3 # sendiri\n")
    assert "seperti semula  1 pengaturan: zona" in imbang("urung").ok().out
    assert settings(imbang.home) == {"zona": "Asia/Makassar", "mendesak_hari": 3}
    assert "# sendiri" in path.read_text()
    imbang("urung").ok()
    assert settings(imbang.home) == {"mendesak_hari": 3}
    imbang("ulang", 2).ok()
    assert settings(imbang.home) == {"zona": "Asia/Jayapura", "mendesak_hari": 3}


def test_a_language_that_was_changed_changes_back(imbang: Imbang) -> None:
    imbang("atur", "bahasa", "en").ok()
    assert imbang("undo").ok().code == 0
    assert "Tidak ada" in imbang("urung").err


def test_settings_that_are_broken_stop_the_undoing_before_anything_is_changed(
    imbang: Imbang,
) -> None:
    imbang("atur", "zona", "WITA").ok()
    imbang("tugas", "tambah", "A").ok()
    (imbang.home / "pengaturan.toml").write_text("zona = [")
    imbang.refused(2, "urung", 2, "--json")


def test_a_setting_is_changed_also_where_the_store_is_damaged(imbang: Imbang) -> None:
    imbang.home.mkdir()
    imbang.store.write_text("bukan basis data" * 100)
    result = imbang("atur", "zona", "WITA").ok()
    assert "tidak dapat diurungkan" in result.err
    assert settings(imbang.home) == {"zona": "Asia/Makassar"}
