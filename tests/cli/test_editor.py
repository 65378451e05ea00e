"""Writing an entry in one's own editor: nothing written is lost, nothing is left lying about."""

import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.journal_steps import entry, flat
from tests.harness import fingerprint
from tests.in_process import Imbang

# Each call of the editor takes the next of the bodies; `form` is the file, `text` what is in it.
SCRIPT = """
import os, sys
from pathlib import Path
form, log = Path(sys.argv[-1]), Path(__file__).with_name("calls")
calls = log.read_text().splitlines() if log.exists() else []
log.write_text("\\n".join([*calls, repr(sys.argv[1:])]))
text = form.read_text(encoding="utf-8")
bodies = {bodies}
exec(bodies[min(len(calls), len(bodies) - 1)])
"""

Editor = Callable[..., dict[str, str]]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """An editor that does with the form what its bodies say, one for each time it is opened."""

    def make(*bodies: str, options: str = "") -> dict[str, str]:
        path = tmp_path / "an editor.py"
        path.write_text(SCRIPT.replace("{bodies}", repr(bodies)))
        return {"EDITOR": f'"{sys.executable}" "{path}" {options}'}

    return make


def fill(field: str, value: str) -> str:
    """A body that fills in one field."""
    return f'form.write_text(text.replace("\\n{field}:", "\\n{field}: {value}"), encoding="utf-8")'


def left_behind(imbang: Imbang) -> list[str]:
    return sorted(path.name for path in imbang.home.glob("*") if path != imbang.store)


def test_what_is_filled_in_becomes_an_entry(imbang: Imbang, editor: Editor) -> None:
    body = 'form.write_text(text.replace("tingkat:", "tingkat: 6") + "# panjang\\nsekali\\n")'
    result = imbang("jurnal", "tulis", "--editor", answers=[], env=editor(body)).ok()
    assert "Catatan jurnal disimpan." in result.out
    assert entry(imbang)["level"] == 6
    assert entry(imbang)["note"] == "# panjang\nsekali"
    assert left_behind(imbang) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_the_form_is_closed_to_others_while_it_is_open(
    imbang: Imbang, editor: Editor, tmp_path: Path
) -> None:
    seen = tmp_path / "seen.json"
    body = (
        "import json\n"
        "modes = [oct(path.stat().st_mode & 0o777) for path in (form, form.parent)]\n"
        f"Path({str(seen)!r}).write_text(json.dumps([modes, str(form)]))"
    )
    umask = os.umask(0)
    try:
        imbang("jurnal", "tulis", "--editor", answers=[""], env=editor(body)).ok()
    finally:
        os.umask(umask)
    modes, path = json.loads(seen.read_text())
    assert modes == ["0o600", "0o700"]
    assert Path(path).is_relative_to(imbang.home)


def test_swap_and_backup_copies_of_the_editor_go_too(imbang: Imbang, editor: Editor) -> None:
    body = 'form.with_name(".formulir.txt.swp").write_text(text)\n' + fill("tingkat", "3")
    imbang("jurnal", "tulis", "--editor", answers=[], env=editor(body)).ok()
    assert left_behind(imbang) == []


def test_flags_are_filled_in_beforehand(imbang: Imbang, editor: Editor) -> None:
    options = ("--tingkat", "4", "--pemicu", "rapat", "--pemicu", "bising", "--minggu", "2026-W47")
    body = fill("penyebab", "x")
    imbang("jurnal", "tulis", "--editor", *options, answers=[], env=editor(body)).ok()
    kept = entry(imbang)
    assert (kept["level"], kept["triggers"]) == (4, ["rapat", "bising"])
    assert (kept["week"], kept["main_cause"]) == ("2026-W47", "x")


def test_visual_comes_before_editor_and_options_are_passed(
    imbang: Imbang, editor: Editor, tmp_path: Path
) -> None:
    chosen = editor(fill("tingkat", "3"), options="--wait -n")
    both = {"VISUAL": chosen["EDITOR"], "EDITOR": "no-such-editor"}
    imbang("jurnal", "tulis", "--editor", answers=[], env=both).ok()
    assert "['--wait', '-n', " in (tmp_path / "calls").read_text()


@pytest.mark.parametrize("command", ["no-such-editor", "no-such-editor --wait", "'unbalanced"])
def test_an_editor_that_is_not_there_is_named(imbang: Imbang, command: str) -> None:
    result = imbang.refused(
        1, "jurnal", "tulis", "--editor", answers=[], env={"EDITOR": command, "VISUAL": ""}
    )
    assert "tidak ditemukan. Sebutkan editor Anda dalam VISUAL atau EDITOR" in flat(result.err)


@pytest.mark.skipif(sys.platform == "win32", reason="a script there needs a suffix to be run")
def test_where_none_is_named_a_usual_one_is_taken(imbang: Imbang, tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    place = {"PATH": str(folder), "EDITOR": "", "VISUAL": " "}
    result = imbang.refused(1, "jurnal", "tulis", "--editor", answers=[], env=place)
    assert "Tidak ada editor teks yang ditemukan." in result.err
    (folder / "nano").write_text('#!/bin/sh\necho "tingkat: 2" > "$1"\n')
    (folder / "nano").chmod(0o755)
    imbang("jurnal", "tulis", "--editor", answers=[], env=place).ok()
    assert entry(imbang)["level"] == 2


def test_an_editor_that_cannot_be_run_is_named(imbang: Imbang, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF")
    broken.chmod(0o755)
    result = imbang("jurnal", "tulis", "--editor", answers=["t"], env={"EDITOR": str(broken)}).ok()
    assert "tidak ditemukan" in flat(result.err)


def test_a_form_that_the_editor_removed_is_said(imbang: Imbang, editor: Editor) -> None:
    env = editor("form.unlink()")
    result = imbang("jurnal", "tulis", "--editor", answers=["t"], env=env).ok()
    assert "Formulir tidak dapat" in result.err
    assert not imbang.store.exists()


def test_without_a_terminal_no_editor_is_opened(imbang: Imbang, editor: Editor) -> None:
    result = imbang.refused(2, "jurnal", "tulis", "--editor", env=editor(fill("tingkat", "3")))
    assert "Editor hanya dapat dibuka dari terminal." in result.err


def test_a_note_from_stdin_and_an_editor_exclude_each_other(imbang: Imbang, editor: Editor) -> None:
    call = ("jurnal", "tulis", "--editor", "--catatan", "-")
    result = imbang.refused(2, *call, answers=[], env=editor(fill("tingkat", "3")))
    assert "--editor dan --catatan - tidak dapat dipakai bersama." in flat(result.err)


def test_a_form_left_as_it_was_records_nothing(imbang: Imbang, editor: Editor) -> None:
    result = imbang("jurnal", "tulis", "--editor", answers=[""], env=editor("pass")).ok()
    assert "Formulir belum berubah." in result.err
    assert "Tidak ada yang dicatat." in result.err
    assert not imbang.store.exists()
    assert left_behind(imbang) == []


def test_an_editor_that_returns_at_once_can_be_waited_for(imbang: Imbang, editor: Editor) -> None:
    slow = editor("pass", fill("tingkat", "7"))
    imbang("jurnal", "tulis", "--editor", answers=["y"], env=slow).ok()
    assert entry(imbang)["level"] == 7


def test_a_form_emptied_of_everything_records_nothing(imbang: Imbang, editor: Editor) -> None:
    emptied = editor('form.write_text("# sudah\\n")')
    result = imbang("jurnal", "tulis", "--editor", "--tingkat", "4", answers=[], env=emptied).ok()
    assert "Tidak ada yang dicatat." in result.err
    assert not imbang.store.exists()


def test_a_form_that_cannot_be_read_is_offered_again_as_it_stands(
    imbang: Imbang, editor: Editor
) -> None:
    wrong = fill("tingkat", "11") + '\nform.write_text(form.read_text() + "jangan hilang")'
    right = 'form.write_text(text.replace("tingkat: 11", "tingkat: 10"))'
    result = imbang("jurnal", "tulis", "--editor", answers=[""], env=editor(wrong, right)).ok()
    assert "Ruas 'tingkat' pada baris 7 formulir: Angka '11'" in flat(result.err)
    assert "Buka lagi formulirnya? Bila tidak, isinya dibuang. [Y/t]" in flat(result.err)
    assert entry(imbang)["level"] == 10
    assert entry(imbang)["note"] == "jangan hilang"


def test_a_form_without_a_level_is_offered_again(imbang: Imbang, editor: Editor) -> None:
    bodies = editor(fill("penyebab", "rapat"), fill("tingkat", "2"))
    result = imbang("jurnal", "tulis", "--editor", answers=["y"], env=bodies).ok()
    assert "Tingkat stres belum diisi." in result.err
    assert (entry(imbang)["level"], entry(imbang)["main_cause"]) == (2, "rapat")


def test_letting_go_of_a_form_records_nothing(imbang: Imbang, editor: Editor) -> None:
    result = imbang(
        "jurnal", "tulis", "--editor", answers=["t"], env=editor(fill("tingkat", "x"))
    ).ok()
    assert "Tidak ada yang dicatat." in result.err
    assert not imbang.store.exists()
    assert left_behind(imbang) == []


def test_no_answer_at_the_question_ends_it_and_leaves_nothing(
    imbang: Imbang, editor: Editor
) -> None:
    result = imbang("jurnal", "tulis", "--editor", answers=[], env=editor(fill("tingkat", "x")))
    assert result.code == 130
    assert left_behind(imbang) == []


def test_an_editor_that_fails_records_nothing_unless_asked_again(
    imbang: Imbang, editor: Editor
) -> None:
    failing = fill("tingkat", "8") + "\nsys.exit(3)"
    result = imbang("jurnal", "tulis", "--editor", answers=["t"], env=editor(failing)).ok()
    assert "berakhir dengan kode 3. Formulir belum dicatat." in flat(result.err)
    assert not imbang.store.exists()
    again = editor("sys.exit(1)", "sys.exit(1)", fill("kendali", "1"))
    call = ("jurnal", "tulis", "--editor", "--tingkat", "8")
    imbang(*call, answers=["y", "y"], env=again).ok()
    assert (entry(imbang)["level"], entry(imbang)["control"]) == (8, 1)


def test_line_ends_and_marks_of_windows_are_read(imbang: Imbang, editor: Editor) -> None:
    body = (
        'changed = text.replace("tingkat:", "tingkat: 6") + "satu\\ndua"\n'
        'form.write_bytes(changed.replace("\\n", "\\r\\n").encode("utf-8-sig"))'
    )
    imbang("jurnal", "tulis", "--editor", answers=[], env=editor(body)).ok()
    assert (entry(imbang)["level"], entry(imbang)["note"]) == (6, "satu\ndua")


def test_a_form_saved_in_another_encoding_is_offered_again(imbang: Imbang, editor: Editor) -> None:
    latin = 'form.write_bytes(text.replace("tingkat:", "tingkat: 6").encode() + b"caf\\xe9")'
    result = imbang("jurnal", "tulis", "--editor", answers=["t"], env=editor(latin)).ok()
    assert "Formulir itu tidak disimpan sebagai teks UTF-8." in result.err
    assert not imbang.store.exists()


def test_an_entry_is_changed_in_its_form(imbang: Imbang, editor: Editor) -> None:
    told = ("--pemicu", "rapat", "--penyebab", "lama", "--catatan", "satu\ndua", "--kendali", "2")
    imbang("jurnal", "tulis", "--tingkat", 4, *told).ok()
    before = entry(imbang)
    body = (
        'assert "pemicu: rapat\\n" in text and "catatan:\\nsatu\\ndua\\n" in text\n'
        'form.write_text(text.replace("penyebab: lama", "penyebab:").replace("dua", "tiga"))'
    )
    call = ("jurnal", "ubah", 1, "--editor", "--terbantu", 9)
    result = imbang(*call, answers=[], env=editor(body)).ok()
    assert "Catatan jurnal diubah." in result.out
    assert entry(imbang) == before | {"main_cause": None, "note": "satu\ntiga", "helped": 9}


def test_an_entry_whose_form_is_left_as_it_was_does_not_change(
    imbang: Imbang, editor: Editor
) -> None:
    imbang("jurnal", "tulis", "--tingkat", 4).ok()
    before = fingerprint(imbang.home)
    result = imbang("jurnal", "ubah", 1, "--editor", answers=[""], env=editor("pass")).ok()
    assert "Tidak ada yang diubah." in result.err
    assert fingerprint(imbang.home) == before


def test_a_note_of_a_single_dash_is_a_note_in_a_form(imbang: Imbang, editor: Editor) -> None:
    imbang("jurnal", "tulis", "--tingkat", 4).ok()
    body = editor('form.write_text(text + "-\\n")')
    imbang("jurnal", "ubah", 1, "--editor", answers=[], env=body).ok()
    assert entry(imbang)["note"] == "-"


def test_an_entry_that_does_not_exist_opens_no_editor(
    imbang: Imbang, editor: Editor, tmp_path: Path
) -> None:
    imbang.refused(1, "jurnal", "ubah", 9, "--editor", answers=[], env=editor("pass"))
    assert not (tmp_path / "calls").exists()


def test_what_a_killed_program_left_is_removed_a_day_later(imbang: Imbang, editor: Editor) -> None:
    imbang.home.mkdir(parents=True)
    old, young = imbang.home / ".formulir-old", imbang.home / ".formulir-young"
    for folder, moment in ((old, "2026-11-21"), (young, "2026-11-23")):
        folder.mkdir()
        (folder / "formulir.txt").write_text("tingkat: 9")
        seconds = datetime.fromisoformat(f"{moment}T00:00+07:00").timestamp()
        os.utime(folder, (seconds, seconds))
    imbang("jurnal", "tulis", "--editor", answers=[""], env=editor("pass")).ok()
    assert left_behind(imbang) == [".formulir-young"]


def test_a_home_that_cannot_be_written_is_said(
    imbang: Imbang, editor: Editor, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    place = {**editor("pass"), "KESEIMBANGAN_HOME": str(tmp_path / "file" / "home")}
    result = imbang("jurnal", "tulis", "--editor", answers=[], env=place)
    assert result.code == 3
    assert "Formulir tidak dapat disimpan atau dibaca di" in result.err
