"""The questions at the end of a task, in a real terminal."""

from tests.harness import Installed, Terminals, ended


def test_a_finished_task_is_asked_about_and_control_d_ends_the_questions(
    installed: Installed, terminal: Terminals
) -> None:
    measure = ("--indikator", "Jumlah laporan", "--target", "12 laporan")
    installed("skp", "tambah", "Menyusun laporan", *measure).ok()
    installed("tugas", "tambah", "Laporan TW3", "--skp", 1).ok()
    child = terminal("tugas", "selesai", 1)
    child.expect_exact("Jumlah laporan: berapa laporan (boleh kosong)?")
    child.sendline("2")
    child.expect_exact("Hasilnya (boleh kosong):")
    child.sendeof()
    child.expect_exact("Tugas selesai.")
    assert ended(child) == 0
    kept = installed("tugas", "lihat", 1, "--json").ok().json["task"]
    assert (kept["status"], kept["realisation"], kept["result"]) == ("done", 2, None)


def test_control_c_at_a_question_leaves_the_task_open(
    installed: Installed, terminal: Terminals
) -> None:
    installed("skp", "tambah", "Menyusun laporan").ok()
    installed("tugas", "tambah", "Laporan TW3", "--skp", 1).ok()
    child = terminal("tugas", "selesai", 1)
    child.expect_exact("Hasilnya (boleh kosong):")
    child.sendintr()
    assert ended(child) == 130
    assert installed("tugas", "lihat", 1, "--json").ok().json["task"]["status"] == "open"
