"""Hostile text through every field of every command, and out again through every output.

Refused without a byte changed, or kept exactly as it was typed; and text wherever it is shown.
"""

import json
import os
import pickle
import random
import zipfile
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from tests.faults import outputs
from tests.faults.calls import LENGTHS, Command, Parameter, commands
from tests.faults.figures import Figures
from tests.faults.homes import Place, filled, ready
from tests.faults.hostile_texts import texts
from tests.harness import Result

# So many texts share a home before everything in it is shown.
BATCH = 20
_FORMS = ("html", "csv", "md", "json", "ics")
_WORDS = {"JUDUL", "TEKS", "CATATAN", "KATA", "NAMA"}
# A file's name is a place and no text; a template's is one of a list; a repeat is a rule.
_NO_TEXT = {("blok templat", "NAMA"), ("blok tambah", "--ulang"), ("blok ubah", "--ulang")}
# Its meaning depends on the words: a word of the list of triggers, a task's number.
_READ_AS = {"--pemicu", "--prioritas"}


def is_text(command: Command, parameter: Parameter) -> bool:
    """Whether a person's own words go in here, to be kept."""
    words = parameter.reader in LENGTHS or parameter.metavar in _WORDS
    place = parameter.metavar in ("BERKAS", "FOLDER")
    return words and not place and (command.name, parameter.name) not in _NO_TEXT


class Hostility:
    """One run: the home to copy, and what the program's pages consist of without hostile text."""

    def __init__(self, figures: Figures, root: Path, seed: int) -> None:
        self.figures, self.root, self.chance = figures, root, random.Random(seed)
        self.start = filled(root / "filled")
        self.fields = [
            (command, parameter)
            for command in commands()
            for parameter in command.parameters
            if is_text(command, parameter)
        ]

    def run(self, given: list[tuple[str, str]]) -> None:
        """Some texts in one home, then all that can be shown of it."""
        place = self.start.copy(self.root / "batch")
        for _family, text in given:
            self.figures.count("texts")
            for command in dict.fromkeys(command for command, _parameter in self.fields):
                self._through(place, command, text)
            self._elsewhere(place, text)
        self._show(place)

    def _through(self, place: Place, command: Command, text: str) -> None:
        mine = [each for one, each in self.fields if one == command]
        together = self._call(place, command, mine, text)
        if together.code == 0:
            self.figures.count("fields filled", len(mine))
            return
        for each in mine:
            result = self._call(place, command, [each], text)
            if result.code == 1:
                # Done already to this one; a home of its own has no such past.
                alone = self.start.copy(self.root / "alone")
                result = self._call(alone, command, [each], text)
            done = "fields filled" if result.code == 0 else "fields that refused the text"
            self.figures.count(done)

    def _call(self, place: Place, command: Command, fields: list[Parameter], text: str) -> Result:
        ready(place, command.name)
        words = list(command.call)
        for field in fields:
            if field.position is None:
                words += [field.name, text]
            else:
                words[len(command.words) + field.position] = text
        before = _stamp(place)
        result = place.run((*words, "--json"))
        said = f"{command.name} {[field.name for field in fields]} {text[:60]!r}"
        self._judge(result, said)
        if result.code:
            self.figures.expect("refused and changed", _stamp(place) != before, said)
        elif self._is_kept(fields, text):
            kept = text.strip() in set(outputs.strings(json.loads(result.out)))
            self.figures.expect("not kept as typed", not kept, f"{said} {result.out[:200]}")
        return result

    @staticmethod
    def _is_kept(fields: list[Parameter], text: str) -> bool:
        return not any(field.name in _READ_AS for field in fields) and text != "-"

    def _elsewhere(self, place: Place, text: str) -> None:
        """A field that takes no text: a number, a date, a word of a list, a file."""
        others = [
            (command, each)
            for command in commands()
            for each in command.parameters
            if (command, each) not in self.fields
        ]
        for command, field in self.chance.sample(others, 2):
            result = self._call_only(place.copy(self.root / "alone"), command, field, text)
            self._judge(result, f"{command.name} {field.name} {text[:60]!r}")
            self.figures.count("fields of other kinds")

    def _call_only(self, place: Place, command: Command, field: Parameter, text: str) -> Result:
        words = list(command.call)
        if field.position is None:
            return place.run((*words, field.name, text, "--json"))
        words[len(command.words) + field.position :] = [text]
        return place.run((*words, "--json"))

    def _judge(self, result: Result, said: str) -> None:
        self.figures.count("calls")
        odd = result.code not in (0, 1, 2) and not (result.code == 3 and '"hint"' in result.err)
        self.figures.expect("odd exit codes", odd, f"{said}: {result.code} {result.err[-300:]}")
        for stream in (result.out, result.err):
            if stream:
                problem = outputs.json_problem(stream)
                self.figures.expect("JSON that is none", problem is not None, f"{said}: {problem}")

    def _show(self, place: Place) -> None:
        for words, form in self._screens():
            result = place.run(words, columns=self.chance.choice((40, 60, 80, 200)))
            self.figures.count("outputs")
            said = f"{' '.join(words)}"
            self.figures.expect("odd exit codes", result.code not in (0, 1, 2), said)
            # A table that comes in a file is told of in words for people.
            in_file = form == "csv" and "\r\n" not in result.out
            self._look("text" if in_file else form, result.out, said, place)
            problem = outputs.text_problem(result.err)
            self.figures.expect("messages that steer", problem is not None, f"{said}: {problem}")
        self._coloured(place)
        self._files(place)

    def _screens(self) -> Iterator[tuple[tuple[str, ...], str]]:
        for command in self.readers:
            yield command.call, "text"
            yield (*command.call, "--json"), "json"
        for command in commands():
            if "--tampil" in command.flags:
                yield (*command.words, "--tampil"), "text"
                yield (*command.words, "--tampil", "--json"), "json"
            for each in command.parameters:
                if each.name == "--format":
                    for word in each.metavar.split("|"):
                        yield (*command.words, "--format", word, *self._options(command)), word
        yield ("kalender", "ekspor", "--minggu", "2026-W48", "--dengan-catatan", "-o", "-"), "ics"

    @staticmethod
    def _options(command: Command) -> list[str]:
        wanted = ("--tampil", "--dengan-stres")
        return [flag for flag in wanted if flag in command.flags]

    def _look(self, form: str, out: str, said: str, place: Place) -> None:
        if form == "json" and out:
            problem = outputs.json_problem(out)
        elif form == "html" and out:
            problem = outputs.html_problem(out, self.elements)
        elif form == "md":
            problem = outputs.markdown_problem(out)
        elif form == "csv":
            problem = outputs.csv_problem(out)
        elif form == "ics" and out:
            problem = outputs.calendar_problem(out.encode(), self._titles(place))
        else:
            problem = outputs.text_problem(out)
        wrong = f"{form} that is more than text"
        self.figures.expect(wrong, problem is not None, f"{said}: {problem}")

    def _coloured(self, place: Place) -> None:
        """As on a terminal: colours are Rich's, and nothing else is there."""
        for words in (("hari",), ("minggu",), ("tugas",), ("tugas", "matriks"), ("blok",)):
            out = place.run(words, colour=True).out
            problem = outputs.text_problem(out, coloured=True)
            wrong = "text that is more than text"
            self.figures.expect(wrong, problem is not None, f"{words} {problem}")

    def _files(self, place: Place) -> None:
        """Whatever the commands left in the person's own folder, by its ending."""
        known = {path.name for path in self.start.here.iterdir()}
        for path in place.here.rglob("*"):
            if path.name in known or not path.is_file():
                continue
            if path.suffix == ".zip":
                with zipfile.ZipFile(path) as archive:
                    for name in archive.namelist():
                        self._file(name, archive.read(name), place)
            self._file(path.name, path.read_bytes(), place)

    def _file(self, name: str, content: bytes, place: Place) -> None:
        form = Path(name).suffix.removeprefix(".")
        if form in _FORMS:
            self.figures.count("files")
            self._look(form, content.decode(), name, place)

    @cached_property
    def readers(self) -> list[Command]:
        """The commands that show and leave everything as it is."""
        found = []
        for command in commands():
            place = self.start.copy(self.root / "plain")
            ready(place, command.name)
            before = _stamp(place)
            place.run(command.call)
            if _stamp(place) == before:
                found.append(command)
        return found

    @cached_property
    def elements(self) -> set[tuple[str, str]]:
        """What a report consists of without hostile text."""
        place = self.start.copy(self.root / "plain")
        for command in dict.fromkeys(command for command, _parameter in self.fields):
            mine = [each for one, each in self.fields if one == command]
            self._call(place, command, mine, "Kata")
        page = place.run(("laporan", "--format", "html", "--dengan-stres")).ok().out
        return outputs.elements(page)

    def _titles(self, place: Place) -> set[str]:
        result = place.run(
            ("blok", "daftar", "--dari", "2026-11-01", "--sampai", "2026-12-31", "--json")
        )
        blocks = json.loads(result.out)["blocks"]
        return {block["title"] for block in blocks}


def run(figures: Figures, root: Path, count: int, seed: int, workers: int = 1) -> None:
    """That many different texts, shared among so many processes."""
    figures.announce("texts", "calls", "fields filled", "fields that refused the text")
    figures.announce("fields of other kinds", "outputs", "files")
    given = list(texts(count, seed))
    parts = [given[worker::workers] for worker in range(workers)]

    def work(worker: int) -> Figures:
        mine = Figures(figures.title)
        hostility = Hostility(mine, root / f"worker-{worker}", seed + worker)
        for start in range(0, len(parts[worker]), BATCH):
            hostility.run(parts[worker][start : start + BATCH])
        return mine

    for done in shared(work, workers, root):
        figures.add(done)


def _stamp(place: Place) -> tuple[int, ...]:
    """Changed whenever the store or the settings are."""
    paths = [path for path in sorted(place.home.glob("*")) if path.suffix in (".db", ".toml")]
    found = [path.stat() for path in paths]
    return tuple(value for each in found for value in (each.st_mtime_ns, each.st_size))


def shared(work: Callable[[int], Figures], workers: int, root: Path) -> list[Figures]:
    """The figures of copies of this process, each with a number of its own."""
    if workers == 1:
        return [work(0)]
    root.mkdir(parents=True, exist_ok=True)
    children = {}
    for worker in range(workers):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                (root / f"figures-{worker}").write_bytes(pickle.dumps(work(worker)))
                code = 0
            finally:
                os._exit(code)
        children[child] = root / f"figures-{worker}"
    ended = [os.waitpid(child, 0)[1] for child in children]
    assert not any(ended), "a worker failed"
    return [pickle.loads(path.read_bytes()) for path in children.values()]
