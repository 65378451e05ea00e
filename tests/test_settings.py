"""Settings: what a file says, what is wrong in it and where, and what comes without one."""

import string
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keseimbangan import i18n
from keseimbangan.domain.elements import Element
from keseimbangan.domain.planning_wishes import PlanningWishes
from keseimbangan.domain.workdays import WorkingDay
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.settings import (
    BadSetting,
    BrokenSettings,
    SettingsContradict,
    SettingsUnreadable,
    UnknownSetting,
)
from keseimbangan.setting_values import KEYS, plain
from keseimbangan.settings import (
    Settings,
    language_of,
    load,
    read_value,
    settings_of,
)
from keseimbangan.system_zone import system_zone
from keseimbangan.view.settings import value_text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pengaturan.toml"


def loaded(path: Path, text: str, **environment: str) -> Settings:
    path.write_text(text, encoding="utf-8")
    return load(path, {"TZ": "Asia/Jakarta", **environment})


def fault(path: Path, text: str) -> KeseimbanganError:
    with pytest.raises(KeseimbanganError) as caught:
        loaded(path, text)
    return caught.value


def test_without_a_file_everything_has_its_default(path: Path) -> None:
    assert load(path, {"TZ": "Asia/Jakarta"}) == Settings()
    assert load(path / "below" / "nothing", {"TZ": "Asia/Jakarta"}) == Settings()


def test_every_key_of_a_file_is_taken(path: Path) -> None:
    settings = loaded(
        path,
        """
        bahasa = "en"
        zona = "WITA"
        lokasi = "WFH"
        mendesak_hari = 3

        [jam_kerja]
        jumat = "07.30-16.30, 11.30-13.00"
        sabtu = "08.00-12.00"
        senin = "libur"

        [niat]
        pulih = "14 jam"
        kembang = 3.5

        [fokus]
        menit = 50
        jeda = 10
        putaran = 2
        jeda_panjang = "30m"
        jeda_kecil = 0
        bunyi = false
        """,
    )
    assert (settings.language, settings.zone, settings.location) == ("en", "Asia/Makassar", "home")
    assert settings.urgent_days == 3
    assert settings.profile[0] is None
    assert settings.profile[4] == WorkingDay(time(7, 30), time(16, 30), time(11, 30), time(13))
    assert settings.profile[5] == WorkingDay(time(8), time(12))
    assert settings.intentions == {Element.RECOVERY: 14 * 60, Element.GROWTH: 210}
    assert (settings.focus_minutes, settings.break_minutes, settings.rounds) == (50, 10, 2)
    assert (settings.long_break_minutes, settings.micro_break_minutes) == (30, 0)
    assert settings.sound is False


def test_dotted_keys_and_inline_tables_are_the_same_as_tables(path: Path) -> None:
    assert loaded(path, "fokus.menit = 30").focus_minutes == 30
    assert loaded(path, "fokus = {menit = 30}").focus_minutes == 30


def test_what_is_meant_for_work_is_the_hours_of_work_unless_said(path: Path) -> None:
    assert Settings().intention(Element.WORK) == 2250
    assert Settings().intention(Element.RECOVERY) is None
    assert loaded(path, '[niat]\nkerja = "30 jam"').intention(Element.WORK) == 1800


def test_the_language_of_the_environment_comes_before_that_of_the_file(path: Path) -> None:
    assert loaded(path, 'bahasa = "en"', KESEIMBANGAN_BAHASA="id").language == "id"
    assert loaded(path, 'bahasa = "id"', KESEIMBANGAN_BAHASA="EN").language == "en"


def test_a_language_of_the_environment_that_is_none_is_said(path: Path) -> None:
    with pytest.raises(BadSetting) as caught:
        load(path, {"KESEIMBANGAN_BAHASA": "fr"})
    assert "KESEIMBANGAN_BAHASA" in str(caught.value)
    assert "id, en" in str(caught.value)


def test_a_file_that_begins_with_a_mark_as_windows_writes_it_is_read(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbfbahasa = "en"\r\nmendesak_hari = 4\r\n')
    assert load(path, {}).urgent_days == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('zona = "WIB"\nfokus.menit = \n', 2),
        ('bahasa = "id', 1),
        ("bahasa = id", 1),
        ("\n\nini bukan pengaturan", 3),
        ("[fokus\nmenit = 1", 1),
        ("bahasa = 'id'\nbahasa = 'en'\n", 2),
        ("[fokus]\nmenit = 1\n# akhir\nx =", 4),
    ],
)
def test_a_file_that_is_no_toml_is_said_with_its_line(path: Path, text: str, line: int) -> None:
    problem = fault(path, text)
    assert isinstance(problem, BrokenSettings)
    assert problem.line == line
    assert f"{path} baris {line} " in str(problem)
    assert problem.exit_code == 2


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("bahsa = 'id'", "bahsa", 1),
        ("# bahsa\n\nbahsa = 'id'", "bahsa", 3),
        ("menit = 3\n[fokus]\nmenit = 25", "menit", 1),
        ("[fokus]\njeda = 5\nmnit = 25", "fokus.mnit", 3),
        ("[fokus] # sesi\nmnit = 25", "fokus.mnit", 2),
        ("fokus.mnit = 25", "fokus.mnit", 1),
        ("jeda = 1\n", "jeda", 1),
        ("fokus = { menit = 25, mnit = 3 }", "fokus.mnit", 1),
        ("zona = 'WIB'\nfokus = 25", "fokus", 2),
        ("[[fokus]]\nmenit = 25", "fokus", None),
        ('"ba hsa" = 1', "ba hsa", None),
    ],
)
def test_a_key_that_is_not_known_is_said_with_its_line(
    path: Path, text: str, key: str, line: int | None
) -> None:
    problem = fault(path, text)
    assert isinstance(problem, UnknownSetting)
    assert (problem.key, problem.line) == (key, line)
    assert str(path) in str(problem)
    assert f"imbang atur buang {key}" in str(problem)


def test_a_typo_is_met_with_the_key_that_was_meant(path: Path) -> None:
    assert "Mungkin maksud Anda 'fokus.menit'." in str(fault(path, "[fokus]\nmnit = 1"))


@pytest.mark.parametrize(
    "text",
    [
        "bahasa = 'fr'",
        "bahasa = ['id']",
        "bahasa = 1",
        "zona = 'Jakarta'",
        "zona = ''",
        "zona = '../../etc/passwd'",
        "zona = 'Asia'",
        "lokasi = 'kafe'",
        "mendesak_hari = -1",
        "mendesak_hari = 31",
        "mendesak_hari = true",
        "mendesak_hari = 2.5",
        "mendesak_hari = '٣'",
        "mendesak_hari = '1_0'",
        "mendesak_hari = 1979-05-27",
        "fokus.menit = 0",
        "fokus.menit = 241",
        "fokus.menit = '5 jam'",
        "fokus.menit = 'lama'",
        "fokus.bunyi = 'mungkin'",
        "niat.pulih = '200 jam'",
        "niat.pulih = '-3 jam'",
        "niat.pulih = ''",
        "jam_kerja.senin = '16.00-07.30'",
        "jam_kerja.senin = '07.30-16.00, 17.00-18.00'",
        "jam_kerja.senin = '07.30-16.00, 12.00'",
        "jam_kerja.senin = '22.00-06.00'",
        "jam_kerja.senin = 07:30:00",
        "jam_kerja.senin = ''",
    ],
)
def test_a_value_that_does_not_fit_is_said_with_what_would(path: Path, text: str) -> None:
    problem = fault(path, f"# satu\n{text}\n")
    assert isinstance(problem, BadSetting)
    assert problem.line == 2
    assert problem.forms
    assert problem.forms in str(problem)


def test_a_file_that_cannot_be_opened_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(SettingsUnreadable) as caught:
        load(path, {})
    assert (str(path) in str(caught.value), caught.value.exit_code) == (True, 3)


def test_a_file_that_is_not_utf_8_is_said(path: Path) -> None:
    path.write_bytes(b"zona = '\xff'")
    with pytest.raises(SettingsUnreadable):
        load(path, {})


def test_what_is_wrong_can_be_left_out_so_that_it_can_be_repaired(path: Path) -> None:
    path.write_text("bahsa = 'id'\nfokus.menit = 0\nfokus.jeda = 7\n")
    settings = load(path, {"KESEIMBANGAN_BAHASA": "fr"}, strict=False)
    assert (settings.focus_minutes, settings.break_minutes) == (25, 7)
    path.write_text("=")
    assert load(path, {"TZ": "Asia/Jakarta"}, strict=False) == Settings()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("bahasa = 'en'\nsalah = 1", "en"),
        ('  bahasa="en" # English\n=', "en"),
        ("# bahasa = 'en'", "id"),
        ("bahasa = 'fr'", "id"),
        ("", "id"),
    ],
)
def test_the_language_is_known_even_where_the_file_is_wrong(
    path: Path, text: str, language: str
) -> None:
    path.write_text(text)
    assert language_of(path, {}) == language
    assert language_of(path, {"KESEIMBANGAN_BAHASA": "id"}) == "id"
    assert language_of(path / "nothing", {"KESEIMBANGAN_BAHASA": "en"}) == "en"


@pytest.mark.parametrize(
    ("variable", "zone"),
    [
        ("Asia/Jayapura", "Asia/Jayapura"),
        (":Asia/Makassar", "Asia/Makassar"),
        ("UTC", "Asia/Jakarta"),
        ("Etc/UTC", "Asia/Jakarta"),
        ("WIB-7", "Asia/Jakarta"),
        ("/etc/localtime", "Asia/Jakarta"),
        ("Nowhere/Atlantis", "Asia/Jakarta"),
    ],
)
def test_the_zone_of_the_machine_is_taken_where_it_is_a_place(variable: str, zone: str) -> None:
    assert system_zone({"TZ": variable}) == zone


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_a_default_can_be_typed_as_it_is_shown_and_kept_as_it_is_written(
    key: str, language: str
) -> None:
    i18n.activate(language)
    value = settings_of({}, {"TZ": "Asia/Jakarta"}).value(key)
    if value is not None or key.startswith("jam_kerja."):
        assert read_value(key, value_text(key, value)) == value
        assert read_value(key, plain(key, value)) == value


@given(st.integers(0, 7 * 24 * 60), st.sampled_from(i18n.LANGUAGES))
def test_every_intention_can_be_typed_as_it_is_shown(minutes: int, language: str) -> None:
    i18n.activate(language)
    assert read_value("niat.pulih", value_text("niat.pulih", minutes)) == minutes
    assert read_value("niat.pulih", plain("niat.pulih", minutes)) == minutes


@given(st.sampled_from(sorted(KEYS)), st.text(max_size=30) | st.text(string.printable, max_size=9))
def test_a_value_is_read_or_refused_and_a_read_one_is_kept(key: str, text: str) -> None:
    try:
        value = read_value(key, text)
    except BadSetting:
        return
    assert read_value(key, plain(key, value)) == value


@pytest.mark.parametrize("text", ["14", "14 jam", "14j", "14,0 jam", "14h"])
def test_a_bare_number_for_a_week_is_hours(text: str) -> None:
    assert read_value("niat.pulih", text) == 14 * 60


def test_minutes_can_be_said_as_a_length_of_time() -> None:
    assert read_value("fokus.menit", "1j30m") == 90
    assert read_value("fokus.menit", "50") == 50


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("[rencana]\nkisi = 15", "rencana.potongan (25) tidak cocok dengan rencana.kisi (15)"),
        ("[rencana]\npotongan = 27", "rencana.potongan (27) tidak cocok dengan rencana.kisi (5)"),
        ("[rencana]\npotongan = 120", "(120) tidak cocok dengan rencana.terpanjang (90)"),
        ("[rencana]\nrapat_selesai = '08.00'", "(08.00) tidak cocok dengan rencana.rapat_mulai"),
    ],
)
def test_wishes_for_planning_that_contradict_each_other_are_refused_with_their_line(
    tmp_path: Path, text: str, fact: str
) -> None:
    path = tmp_path / "pengaturan.toml"
    path.write_text(text)
    with pytest.raises(SettingsContradict) as caught:
        load(path, {})
    assert fact in caught.value.message()
    assert "baris 2" in caught.value.message()
    assert caught.value.hint()
    assert load(path, {}, strict=False).planning == PlanningWishes()
