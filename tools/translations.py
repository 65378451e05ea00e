"""Keep the English catalogue: `python tools/translations.py update`, translate, then `compile`.

`check` exits 1 and says why when a text is untranslated, fuzzy, has other placeholders, is not used
any more, or when the compiled catalogue is not the one of the texts.
"""

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "keseimbangan"
FOLDER = SOURCE / "locale" / "en" / "LC_MESSAGES"
TEXTS, COMPILED = FOLDER / "keseimbangan.po", FOLDER / "keseimbangan.mo"
KEYWORDS = {"_": None, "ngettext": (1, 2), "N_": None}
HEADING = "# English texts of keseimbangan. Kept by tools/translations.py, translated by hand."
# What gettext needs to read the texts. Dates, authors and versions of Babel are no texts, and would
# make the same texts another file tomorrow.
HEADERS = (
    ("Language", "en"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
)


class Texts(Catalog):
    """A catalogue whose header says the same today and tomorrow."""

    mime_headers = property(lambda self: list(HEADERS))


def main(word: str) -> int:
    """Run one of the three words; the exit code."""
    if word == "update":
        _write(_updated())
    elif word == "compile":
        COMPILED.write_bytes(_compiled(_read()))
    elif word == "check":
        return _report([*_faults(), *_staleness()])
    else:
        return _report([f"unknown word {word!r}: update, compile or check"])
    return 0


def _report(lines: list[str]) -> int:
    for line in lines:
        sys.stderr.write(line + "\n")
    return 1 if lines else 0


def _used() -> Catalog:
    catalogue = Catalog(locale="en")
    for name, line, message, _comments, context in extract_from_dir(SOURCE, keywords=KEYWORDS):
        del line  # a moved line is no change of a text
        catalogue.add(message, locations=[(name, None)], context=context)
    return catalogue


def _read() -> Catalog:
    """The catalogue as it is kept, under our own header."""
    catalogue = Texts(locale="en", header_comment=HEADING, fuzzy=False)
    if TEXTS.exists():
        with TEXTS.open("rb") as file:
            for message in read_po(file, locale="en"):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


def _updated() -> Catalog:
    catalogue = _read()
    catalogue.update(_used(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def _write(catalogue: Catalog) -> None:
    TEXTS.parent.mkdir(parents=True, exist_ok=True)
    with TEXTS.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)


def _compiled(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _faults() -> list[str]:
    texts, used = _read(), _used()
    faults = [f"unused: {m.id}" for m in texts if m.id and used.get(_key(m)) is None]
    for message in used:
        if message.id:
            faults += _faults_of(message, texts.get(_key(message)))
    return faults


def _key(message):
    return message.id[0] if isinstance(message.id, (list, tuple)) else message.id


def _faults_of(message, translated) -> list[str]:
    if translated is None:
        return [f"missing: {message.id}"]
    source = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
    target = translated.string
    target = target if isinstance(target, (list, tuple)) else (target,)
    if translated.fuzzy or not all(target):
        return [f"untranslated: {message.id}"]
    wanted = set(_placeholders(source[-1]))
    # A singular may say "one" instead of {n}.
    wrong = [t for t in target if not set(_placeholders(t)) <= wanted]
    lost = wanted - set(_placeholders(target[-1]))
    return [f"other placeholders: {message.id}"] if wrong or lost else []


def _placeholders(text: str) -> list[str]:
    return re.findall(r"\{[^{}]*\}", text)


def _staleness() -> list[str]:
    if COMPILED.exists() and COMPILED.read_bytes() == _compiled(_read()):
        return []
    return [f"{COMPILED.name} is not that of {TEXTS.name}: run `compile`"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
