"""`imbang urung --daftar` and the settings: each step under the name of what it changed."""

from tests.in_process import Imbang


def titles(imbang: Imbang) -> list[str]:
    steps = imbang("urung", "--daftar", "--json").ok().json["steps"]
    return [change["title"] for step in steps for change in step["changes"]]


def listed(imbang: Imbang) -> list[str]:
    lines = imbang("urung", "--daftar").ok().out.splitlines()
    return [line.partition("07.30 ")[2] for line in lines if "07.30" in line]


def test_each_step_is_listed_with_the_setting_that_it_changed(imbang: Imbang) -> None:
    imbang("atur", "ubah", "zona", "WIB").ok()
    imbang("atur", "ubah", "fokus.menit", "30").ok()
    imbang("atur", "ubah", "bahasa", "id").ok()
    assert listed(imbang) == ["atur ubah: bahasa", "atur ubah: fokus.menit", "atur ubah: zona"]
    assert titles(imbang) == ["bahasa", "fokus.menit", "zona"]


def test_what_a_setting_became_is_said_where_a_later_step_knows_it(imbang: Imbang) -> None:
    imbang("mulai", "--hari-kerja", "5", "--menit", "30", "--ya").ok()
    imbang("atur", "ubah", "fokus.menit", "45").ok()
    imbang("atur", "buang", "fokus.menit").ok()
    imbang("atur", "ubah", "fokus.menit", "50").ok()
    assert listed(imbang) == [
        "atur ubah: fokus.menit",
        "atur buang: fokus.menit = bawaan",
        "atur ubah: fokus.menit = 45",
        "mulai: hari_kerja, fokus.menit = 30",
    ]


def test_undone_steps_about_different_settings_keep_their_own_names(imbang: Imbang) -> None:
    imbang("atur", "ubah", "fokus.menit", "30").ok()
    imbang("atur", "ubah", "fokus.jeda", "10").ok()
    imbang("urung", 2).ok()
    assert sorted(listed(imbang)) == ["atur ubah: fokus.jeda = 10", "atur ubah: fokus.menit = 30"]
    assert titles(imbang) == ["fokus.jeda", "fokus.menit"]
    imbang("ulang").ok()
    said = imbang("urung").ok().out
    assert "seperti semula  1 pengaturan: fokus.menit = bawaan\n" in said
