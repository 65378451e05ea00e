"""Stores that were damaged outside the program, and what its commands make of them.

Refused with a remedy, or answered exactly as before the damage; what SQLite cannot see, because it
keeps no checksums, is counted by itself.
"""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from keseimbangan.store.files import BACKUPS
from tests.faults.calls import commands
from tests.faults.figures import Figures
from tests.faults.homes import Place, filled
from tests.faults.locks import connect
from tests.harness import Result

PAGE = 4096
WRITE = ("tugas", "tambah", "Sesudahnya")
OUTCOMES = ("answered as before", "another content, unseen", "refused")
Mutation = Callable[[Path, random.Random], object]


def _bits(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _bit in range(chance.choice((1, 1, 8, 64))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _bits_in_rows(path: Path, chance: random.Random) -> None:
    """Where something is written: most of a page is empty."""
    content = bytearray(path.read_bytes())
    written = [at for at, byte in enumerate(content) if byte and at >= 100]
    content[chance.choice(written)] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _cut(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(1, len(content))])


def _cut_at_page(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: PAGE * chance.randrange(1, len(content) // PAGE)])


def _filled_page(byte: bytes) -> Mutation:
    def mutate(path: Path, chance: random.Random) -> None:
        content = bytearray(path.read_bytes())
        at = PAGE * chance.randrange(len(content) // PAGE)
        content[at : at + PAGE] = byte * PAGE
        path.write_bytes(content)

    return mutate


def _swapped_pages(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    one, other = (PAGE * at for at in chance.sample(range(1, len(content) // PAGE), 2))
    first, second = content[one : one + PAGE], content[other : other + PAGE]
    content[one : one + PAGE], content[other : other + PAGE] = second, first
    path.write_bytes(content)


def _said(sql: str) -> Mutation:
    def mutate(path: Path, _chance: random.Random) -> None:
        with closing(connect(path)) as db:
            db.execute(sql)
            db.commit()

    return mutate


def _dropped_table(path: Path, chance: random.Random) -> None:
    with closing(connect(path)) as db:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        db.execute(f"DROP TABLE {chance.choice(db.execute(named).fetchall())[0]}")
        db.commit()


def _odd_value(path: Path, chance: random.Random) -> None:
    """What another program wrote past the checks: no such word, no such day."""
    with closing(connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        table, column = chance.choice(_text_columns(db))
        odd = chance.choice(("zzz", "", "2026-13-45"))
        db.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = ?', (odd,))
        db.commit()


def _stray_bytes(path: Path, chance: random.Random) -> None:
    with closing(connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        table, column = chance.choice(_text_columns(db))
        db.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = CAST(x\'ff41\' AS TEXT)')
        db.commit()


def _text_columns(db: sqlite3.Connection) -> list[tuple[str, str]]:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    return [
        (table, column)
        for (table,) in db.execute(named).fetchall()
        for _cid, column, kind, *_rest in db.execute(f'PRAGMA table_info("{table}")')
        if kind == "TEXT" and _fills(db, table, column)
    ]


def _fills(db: sqlite3.Connection, table: str, column: str) -> bool:
    # A value that must be unique can be given to one row only.
    (rows,) = db.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return rows == 1 or (rows > 1 and column not in ("uid", "week", "month", "day", "name"))


def _replaced(content: bytes) -> Mutation:
    return lambda path, _chance: path.write_bytes(content)


def _folder(path: Path, _chance: random.Random) -> None:
    path.unlink()
    path.mkdir()


# By kind: how, how often, and whether the change can be such that SQLite itself cannot tell.
MUTATIONS: dict[str, tuple[Mutation, int, bool]] = {
    "bits anywhere": (_bits, 8, True),
    "one bit where something is written": (_bits_in_rows, 8, True),
    "cut off anywhere": (_cut, 4, False),
    "cut off between pages": (_cut_at_page, 4, False),
    "a page of zeros": (_filled_page(b"\x00"), 5, False),
    "a page of ones": (_filled_page(b"\xff"), 3, False),
    "two pages changed places": (_swapped_pages, 3, True),
    "another application's id": (_said("PRAGMA application_id = 7"), 1, False),
    "a newer schema": (_said("PRAGMA user_version = 9999"), 1, False),
    "a table dropped": (_dropped_table, 2, False),
    "a value of no meaning": (_odd_value, 3, True),
    "bytes that are no text": (_stray_bytes, 3, True),
    "a text file": (_replaced(b"catatan\n" * 900), 1, False),
    "an empty file": (_replaced(b""), 1, False),
    "a folder": (_folder, 1, False),
}


def run(figures: Figures, root: Path, stores: int, seed: int, reads: int | None = None) -> None:
    """Damage that many stores and call commands on each: all, or `reads` chosen ones."""
    figures.announce("mutated stores", *(f"stores: {each}" for each in OUTCOMES))
    figures.announce("commands that read", "commands that write")
    chance = random.Random(seed)
    start = _backed_up(root / "filled")
    right = _answers(start)
    kinds = [kind for kind, (_how, often, _unseen) in MUTATIONS.items() for _time in range(often)]
    for number in range(stores):
        kind = kinds[number % len(kinds)] if stores >= len(kinds) else chance.choice(kinds)
        asked = list(right) if reads is None else chance.sample(list(right), reads)
        _try(figures, start, root, kind, {words: right[words] for words in asked}, chance)


def _backed_up(root: Path) -> Place:
    """A home with a backup, where the program can make one."""
    place = filled(root)
    if any(command.words == ("data", "cadangkan") for command in commands()):
        place.run(("data", "cadangkan")).ok()
    return place


def _answers(start: Place) -> dict[tuple[str, ...], str]:
    """What every command that only reads says of the whole store."""
    answers = {}
    for command in commands():
        place = start.copy(start.root.with_name("asked"))
        result = place.run((*command.call, "--json"))
        if result.code == 0 and not _wrote(place, start):
            answers[command.call] = _without_paths(result.out, place)
    return answers


def _wrote(place: Place, start: Place) -> bool:
    return _files(place) != _files(start)


def _files(place: Place) -> dict[str, bytes]:
    """What a command that only reads leaves as it is; what SQLite keeps for a moment aside."""
    return {
        str(path.relative_to(place.root)): path.read_bytes()
        for path in place.root.rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


def _without_paths(text: str, place: Place) -> str:
    return text.replace(str(place.root), "")


def _try(
    figures: Figures,
    start: Place,
    root: Path,
    kind: str,
    right: dict[tuple[str, ...], str],
    chance: random.Random,
) -> None:
    mutate, _often, unseen = MUTATIONS[kind]
    place = start.copy(root / "mutated")
    mutate(place.store, chance)
    figures.count("mutated stores")
    refused = wrong = False
    for words, answer in right.items():
        result = place.run((*words, "--json"))
        figures.count("commands that read")
        _check(figures, place, result, f"{kind}, {' '.join(words)}")
        refused |= result.code == 3
        # The size of the file is told by `data apa`, and may have changed.
        other = _without_paths(result.out, place) != answer and words[0] != "data"
        wrong |= result.code == 0 and other
    _write(figures, place, kind)
    outcome = _outcome(refused, wrong)
    figures.count(f"stores: {outcome}")
    figures.detail(f"{kind}: {outcome}")
    figures.expect(
        "silently accepted though SQLite could tell",
        wrong and not refused and not unseen,
        kind,
    )


def _outcome(refused: bool, wrong: bool) -> str:
    answered, another, refusal = OUTCOMES
    if refused:
        return refusal
    return another if wrong else answered


def _write(figures: Figures, place: Place, kind: str) -> None:
    before = place.store.read_bytes() if place.store.is_file() else b""
    result = place.run((*WRITE, "--json"))
    figures.count("commands that write")
    _check(figures, place, result, f"{kind}, {' '.join(WRITE)}")
    after = place.store.read_bytes() if place.store.is_file() else b""
    figures.expect("changed by a command that refused", result.code != 0 and before != after, kind)


def _check(figures: Figures, place: Place, result: Result, said: str) -> None:
    figures.expect("tracebacks", "Traceback" in result.err, f"{said}: {result.err[-500:]}")
    figures.expect("exit 70", result.code == 70, f"{said}: {_last_log(place)}")
    odd = result.code not in (0, 1, 3, 70)
    figures.expect("other exit codes", odd, f"{said}: {result.code} {result.err[:300]}")
    if result.code == 3:
        error = json.loads(result.err)["error"]
        figures.expect("refused without a remedy", not error["hint"], said)
        backups = _good_backups(place)
        if backups and error["code"] == "store_damaged":
            figures.detail("refusals that could name a backup")
            told = f"{error['message']} {error['hint']}"
            offered = any(str(backup) in told for backup in backups)
            figures.expect("backups not offered", not offered, f"{said}: {error}")


def _good_backups(place: Place) -> list[Path]:
    return sorted((place.home / BACKUPS).glob("*.db"))


def _last_log(place: Place) -> str:
    logs = sorted(place.home.rglob("galat-*.txt"))
    return logs[-1].read_text(encoding="utf-8") if logs else "no log"
