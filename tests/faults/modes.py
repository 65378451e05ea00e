"""Who may read what the program writes: every file and folder of a home, at every moment.

Looked at after each operation on the disk, so that what is there for a moment only is seen, too.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.faults import locks
from tests.faults.calls import Command, commands, every
from tests.faults.figures import Figures
from tests.faults.homes import Place, empty, filled, locked, ready
from tests.faults.old_stores import old_store, versions
from tests.faults.operations import Counter, watched
from tests.in_process import Imbang

LOCKED = "locked"
UMASKS = (0o000, 0o022, 0o077)


class Looks(Counter):
    """Remembers every mode that anything below a folder ever had."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.found: set[tuple[str, int, bool]] = set()

    def __call__(self, operation: str, half: Callable[[], object] | None) -> bool:
        self.look()
        return super().__call__(operation, half)

    def look(self) -> None:
        """The modes as they are now."""
        for path in (self.folder, *self.folder.rglob("*")):
            try:
                mode = path.lstat().st_mode
            except FileNotFoundError:
                continue
            name = str(path.relative_to(self.folder.parent))
            self.found.add((name, stat.S_IMODE(mode), stat.S_ISDIR(mode)))


def run(figures: Figures, root: Path, umasks: Sequence[int] = UMASKS) -> None:
    """Every command under every umask, on stores of every kind."""
    figures.announce("commands", "folders and files looked at")
    starts = [("filled", filled(root / "filled"))]
    starts += [
        (f"schema {version}", old_store(root / f"old-{version}", version))
        for version in versions()[:-1]
    ]
    if locks.available():
        starts.append((LOCKED, locked(root / "locked")))
    with locks.keys_once(10):
        for bits in umasks:
            for name, start in starts:
                for command in _some(name):
                    _try(figures, start, root, command, bits, name)
            _new_home(figures, root, bits)
            _faults_own_log(figures, root, bits)
            _editor(figures, root, bits)


def _some(name: str) -> tuple[Command, ...]:
    if name == "filled":
        return every()
    files = ("data cadangkan", "data ekspor", "data pulihkan") if name == LOCKED else ()
    return tuple(each for each in commands() if each.name in ("tugas tambah", *files))


def _try(
    figures: Figures, start: Place, root: Path, command: Command, bits: int, name: str
) -> None:
    place = start.copy(root / "tried")
    ready(place, command.name)
    with _umask(bits), _looking(place.home) as looks:
        place.run(command.call)
    figures.count("commands")
    _judge(figures, looks, f"{command.name}, {name}, umask {bits:03o}")
    _outputs(figures, place, start, f"{command.name}, umask {bits:03o}")


def _outputs(figures: Figures, place: Place, start: Place, said: str) -> None:
    """What a person sent somewhere is theirs: who may read it is told, not judged."""
    known = {path.name for path in start.here.rglob("*")}
    for path in place.here.rglob("*"):
        if path.name not in known and path.is_file():
            mode = stat.S_IMODE(path.stat().st_mode)
            figures.detail(f"files for which a person gave the name: {mode:04o} ({said[-9:]})")


def _new_home(figures: Figures, root: Path, bits: int) -> None:
    """A home several folders deep, none of which is there."""
    for words in (("tugas", "tambah", "A"), ("atur", "ubah", "zona", "WITA"), ("tugas",)):
        place = empty(root / f"new-{bits:o}-{len(words)}")
        deep = Place(place.root / "a" / "b" / "c")
        with _umask(bits), _looking(place.root / "a") as looks:
            Imbang(deep.home, place.here)(*words, env={"KESEIMBANGAN_HOME": str(deep.home)}).ok()
        _judge(figures, looks, f"{' '.join(words)} in a new folder, umask {bits:03o}")


def _faults_own_log(figures: Figures, root: Path, bits: int) -> None:
    from keseimbangan.cli.bug import reported

    home = root / f"log-{bits:o}"
    with _umask(bits), _looking(home) as looks:
        reported(ZeroDivisionError(), home / "log")
    _judge(figures, looks, f"the log of a fault, umask {bits:03o}")


def _editor(figures: Figures, root: Path, bits: int) -> None:
    """The form that an editor is given, looked at by the editor itself."""
    place = empty(root / f"editor-{bits:o}")
    script, seen = place.here / "editor.sh", place.here / "seen"
    script.write_text(f'stat -c "%a %F %n" "$1" "$(dirname "$1")" > "{seen}"; echo >> "$1"\n')
    chosen = {"VISUAL": f"sh {script}", "KESEIMBANGAN_HOME": str(place.home)}
    with _umask(bits), _looking(place.home) as looks:
        imbang = Imbang(place.home, place.here)
        imbang("jurnal", "tulis", "--tingkat", "5", "--editor", env=chosen, answers=["t"])
    for line in seen.read_text().splitlines():
        mode, kind, name = line.split(maxsplit=2)[0], "directory" in line, line.split()[-1]
        looks.found.add((Path(name).name, int(mode, 8), kind))
    _judge(figures, looks, f"the form in an editor, umask {bits:03o}")


def _judge(figures: Figures, looks: Looks, said: str) -> None:
    for name, mode, folder in sorted(looks.found):
        figures.count("folders and files looked at")
        wrong = mode != (0o700 if folder else 0o600)
        figures.expect("open to others", wrong and mode & 0o077 != 0, f"{said}: {name} {mode:04o}")
        figures.expect("odd otherwise", wrong and not mode & 0o077, f"{said}: {name} {mode:04o}")


@contextmanager
def _looking(folder: Path) -> Iterator[Looks]:
    looks = Looks(folder)
    with watched(looks):
        yield looks
    looks.look()


@contextmanager
def _umask(bits: int) -> Iterator[None]:
    before = os.umask(bits)
    try:
        yield
    finally:
        os.umask(before)
