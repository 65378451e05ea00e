"""`imbang atur`: looking at settings, changing them, taking them back, and repairing the file."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from keseimbangan.setting_values import KEYS
from tests.in_process import Imbang


@pytest.fixture
def path(own_home: Path) -> Path:
    own_home.mkdir()
    return own_home / "pengaturan.toml"


def setting(imbang: Imbang, key: str) -> dict[str, object]:
    return imbang("atur", "lihat", key, "--json").ok().json["setting"]


def test_every_key_stands_on_one_line_of_sixty_columns(imbang: Imbang) -> None:
    lines = imbang("atur", columns=60).ok().out.splitlines()
    for key in KEYS:
        (line,) = [line for line in lines if key in line.split()]
        assert len(line) <= 60
    assert not imbang.home.exists(), "looking creates nothing"


def test_the_list_says_where_the_file_is(imbang: Imbang) -> None:
    out = imbang("atur", columns=300).ok().out
    assert str(imbang.home / "pengaturan.toml") in out


def test_the_document_holds_value_default_source_and_meaning_of_each_key(imbang: Imbang) -> None:
    document = imbang("atur", "--json").ok().json
    assert [each["key"] for each in document["settings"]] == list(KEYS)
    by_key = {each["key"]: each for each in document["settings"]}
    assert by_key["zona"] == {
        "key": "zona",
        "value": "Asia/Jakarta",
        "default": "Asia/Jakarta",
        "source": "default",
        "meaning": "zona waktu Anda",
    }
    assert by_key["jam_kerja.jumat"]["value"] == {
        "start": "07:30",
        "end": "16:30",
        "break_start": "11:30",
        "break_end": "13:00",
    }
    assert by_key["jam_kerja.sabtu"]["value"] is None
    assert by_key["niat.kerja"]["value"] == 2250
    assert by_key["niat.pulih"]["value"] is None
    assert document["faults"] == []
    assert document["path"] == str(imbang.home / "pengaturan.toml")


def test_a_setting_that_is_changed_is_in_force_from_the_next_command(imbang: Imbang) -> None:
    result = imbang("atur", "ubah", "zona", "wita").ok()
    assert result.out.startswith("Pengaturan diubah.")
    assert setting(imbang, "zona") == {
        "key": "zona",
        "value": "Asia/Makassar",
        "default": "Asia/Jakarta",
        "source": "file",
        "meaning": "zona waktu Anda",
    }
    assert "•" in imbang("atur").out


def test_a_value_of_several_words_needs_no_quotes(imbang: Imbang) -> None:
    imbang("atur", "ubah", "jam_kerja.jumat", "07.00-16.00,", "11.30-13.00").ok()
    imbang("atur", "ubah", "niat.pulih", "14", "jam").ok()
    text = (imbang.home / "pengaturan.toml").read_text()
    assert tomllib.loads(text) == {
        "jam_kerja": {"jumat": "07.00-16.00, 11.30-13.00"},
        "niat": {"pulih": "14j"},
    }


def test_a_key_alone_shows_it_and_with_a_value_changes_it(imbang: Imbang) -> None:
    imbang("atur", "fokus.menit", "50").ok()
    assert imbang("atur", "fokus.menit", "--json").ok().json["setting"]["value"] == 50


def test_taking_a_setting_back_brings_the_default(imbang: Imbang, path: Path) -> None:
    path.write_text("# milik saya\nmendesak_hari = 5\n")
    result = imbang("atur", "buang", "mendesak_hari", "--json").ok()
    assert result.json["setting"]["value"] == 2
    assert path.read_text() == "# milik saya\n"
    imbang("atur", "buang", "mendesak_hari").ok()


def test_comments_of_the_person_stay(imbang: Imbang, path: Path) -> None:
    path.write_text("# milik saya\nmendesak_hari = 5 # lima\n")
    imbang("atur", "ubah", "mendesak_hari", "3").ok()
    assert path.read_text() == "# milik saya\nmendesak_hari = 3 # lima\n"


def test_a_change_of_language_is_in_force_from_the_next_command(imbang: Imbang) -> None:
    imbang("atur", "ubah", "bahasa", "en").ok()
    assert imbang("settings", "show", "bahasa", "--json").ok().json["setting"]["value"] == "en"


def test_english_words_do_the_same(imbang: Imbang) -> None:
    imbang("settings", "set", "lokasi", "home").ok()
    assert setting(imbang, "lokasi")["value"] == "home"
    imbang("settings", "unset", "lokasi").ok()
    assert setting(imbang, "lokasi")["value"] == "office"
    assert len(imbang("settings", "list", "--json").ok().json["settings"]) == len(KEYS)


def test_a_language_that_the_environment_overrules_is_said(imbang: Imbang) -> None:
    result = imbang("atur", "ubah", "bahasa", "en", lang="id").ok()
    assert "KESEIMBANGAN_BAHASA" in result.err
    assert imbang("atur", "lihat", "bahasa", "--json", lang="id").json["setting"] == {
        "key": "bahasa",
        "value": "id",
        "default": "id",
        "source": "environment",
        "meaning": "bahasa layar (id, en)",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ubah", "zonna", "WIB"), "Mungkin maksud Anda 'zona'."),
        (("lihat", "zonna"), "Mungkin maksud Anda 'zona'."),
        (("buang", "zonna"), "Mungkin maksud Anda 'zona'."),
        (("ubah", "zona", "Jakarta"), "Gunakan: WIB, WITA, WIT, Asia/Jakarta."),
        (("ubah", "fokus.menit", "0"), "Gunakan: 1–240."),
        (("ubah", "fokus.menit", "5", "jam"), "Gunakan: 1–240 menit."),
        (("ubah", "jam_kerja.senin", "16.00-07.30"), "atau libur"),
        (("ubah", "zona", ""), "Gunakan: "),
        (("ubah", "zona"), "NILAI belum diisi."),
        (("ubah",), "KUNCI belum diisi."),
        (("pelengkap", "tcsh"), "powershell"),
    ],
)
def test_what_cannot_be_understood_is_said_with_a_remedy_and_changes_nothing(
    imbang: Imbang, arguments: tuple[str, ...], said: str
) -> None:
    imbang("atur", "ubah", "zona", "WIB").ok()
    assert said in imbang.refused(2, "atur", *arguments).err


def test_a_wrong_line_stops_every_command_and_says_how_to_be_rid_of_it(
    imbang: Imbang, path: Path
) -> None:
    path.write_text("zona = 'WIB'\nbahsa = 'id'\n")
    result = imbang.refused(2, "tugas", "daftar")
    assert f"{path} baris 2: pengaturan 'bahsa' tidak dikenal." in result.err.replace("\n", " ")
    assert "imbang atur buang bahsa" in result.err.replace("\n", " ")


def test_a_wrong_line_is_listed_and_can_be_taken_out(imbang: Imbang, path: Path) -> None:
    path.write_text("zona = 'WIT' # timur\nbahsa = 'id'\nfokus.menit = 0\n")
    assert "bahsa" in imbang("atur").ok().err
    faults = imbang("atur", "--json").ok().json["faults"]
    assert [fault["code"] for fault in faults] == ["unknown_setting", "bad_setting"]
    imbang("atur", "buang", "bahsa").ok()
    imbang("atur", "ubah", "fokus.menit", "30").ok()
    assert path.read_text() == "zona = 'WIT' # timur\nfokus.menit = 30\n"
    imbang("tugas", "daftar").ok()


def test_a_file_that_is_no_toml_is_said_by_its_line_and_left_alone(
    imbang: Imbang, path: Path
) -> None:
    path.write_text("zona = WIB\n")
    for arguments in (("atur",), ("atur", "zona", "WIB"), ("atur", "buang", "zona"), ("tugas",)):
        assert "baris 1" in imbang.refused(2, *arguments).err


def test_help_is_there_whatever_the_file_says(imbang: Imbang, path: Path) -> None:
    path.write_text("=")
    assert "imbang" in imbang("--help").ok().out
    assert "keseimbangan" in imbang("--version").ok().out


def test_a_fault_is_said_in_the_language_of_the_file(imbang: Imbang, path: Path) -> None:
    path.write_text("bahasa = 'en'\nzona = 'Jakarta'\n")
    assert "Asia/Jakarta" in imbang.refused(2, "task", "list").err


def test_a_home_that_cannot_be_written_is_said(imbang: Imbang) -> None:
    imbang.home.write_text("a file")
    result = imbang.refused(3, "atur", "ubah", "zona", "WIB")
    assert "tidak ada yang diubah" in result.err.replace("\n", " ")


def test_text_that_would_steer_a_terminal_is_shown_harmlessly(imbang: Imbang) -> None:
    err = imbang.refused(2, "atur", "ubah", "zona", "\x1b[31mWIB").err
    assert "\x1b" not in err
    assert "[bold]x[/bold]" in imbang.refused(2, "atur", "lihat", "[bold]x[/bold]").err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_of_a_shell_serves_both_names(imbang: Imbang, shell: str) -> None:
    result = imbang("atur", "pelengkap", shell).ok()
    assert "_IMBANG_COMPLETE" in result.out
    assert "_KESEIMBANGAN_COMPLETE" in result.out
    assert result.err == ""
    document = imbang("atur", "pelengkap", shell, "--json").ok().json["completion"]
    assert document["script"] == result.out
    assert document["installation"].startswith("Pasang: imbang atur pelengkap ")
    assert document["shell"] == shell


def test_settings_cost_the_everyday_commands_no_toml_writer(imbang: Imbang, path: Path) -> None:
    path.write_text("zona = 'WIT'\n")
    code = (
        "import sys; from keseimbangan.cli.run import run; run(['tugas', 'daftar'])\n"
        "assert 'tomlkit' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=30)


def test_a_wish_for_planning_that_contradicts_another_is_refused_with_what_would_do(
    imbang: Imbang,
) -> None:
    refused = imbang.refused(2, "atur", "rencana.kisi", "15")
    assert "imbang atur ubah rencana.potongan 30" in refused.err
    for key, value in (("potongan", "30"), ("jeda", "15"), ("kisi", "15")):
        imbang("atur", f"rencana.{key}", value).ok()
    assert setting(imbang, "rencana.kisi")["value"] == 15
    imbang.refused(2, "atur", "buang", "rencana.jeda")
    imbang("atur", "buang", "rencana.kisi").ok()


def test_the_hour_at_which_planning_ends_can_be_set_and_taken_back(imbang: Imbang) -> None:
    imbang("atur", "rencana.tutup", "pukul 15.30").ok()
    assert setting(imbang, "rencana.tutup")["value"] == "15:30"
    imbang("atur", "rencana.tutup", "–").ok()
    assert setting(imbang, "rencana.tutup")["value"] is None
