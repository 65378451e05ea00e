"""The questions of `imbang mulai`. An empty answer keeps what is in force, and is not written."""

from collections.abc import Callable, Collection, Mapping

from keseimbangan import i18n
from keseimbangan.cli.context import Env
from keseimbangan.cli.prompts import ask_optional, confirm
from keseimbangan.domain.workdays import Profile
from keseimbangan.i18n import _
from keseimbangan.setting_values import WEEKDAY_KEYS, Plain, plain
from keseimbangan.settings import read, read_value, settings_of
from keseimbangan.view.setting_meanings import meaning
from keseimbangan.view.settings import value_text
from keseimbangan.view.setup import hours_lines


def asked(env: Env, given: Mapping[str, Plain | None]) -> dict[str, Plain | None]:
    """What was typed, by key; nothing is asked about a key that is given."""
    answers: dict[str, Plain | None] = {}
    # Alone before the others, for it decides how they are asked.
    _ask(env, "bahasa", _("Bahasa (id, en)"), given, answers)
    i18n.activate(str(answers.get("bahasa") or given.get("bahasa") or env.settings.language))
    env.note(_("Enter menerima nilai dalam kurung. Ctrl-C berhenti tanpa mengubah apa pun."))
    _ask(env, "zona", _("Zona waktu (WIB, WITA, WIT)"), given, answers)
    _ask(env, "hari_kerja", _("Hari kerja sepekan (5 atau 6)"), given, answers)
    _ask_hours(env, given, answers)
    _ask(env, "lokasi", _("Lokasi kerja biasa (kantor, rumah, lain)"), given, answers)
    _ask_places(env, given, answers)
    env.note(_("Berapa jam tiap pekan yang Anda niatkan? Misalnya 14, atau 37j30m."))
    for key in ("niat.kerja", "niat.pribadi", "niat.pulih", "niat.kembang"):
        _ask(env, key, meaning(key), given, answers)
    _ask(env, "fokus.menit", _("Berapa menit satu sesi fokus?"), given, answers)
    _ask(env, "fokus.jeda", _("Berapa menit jeda sesudahnya?"), given, answers)
    return answers


def _ask_hours(
    env: Env, given: Mapping[str, Plain | None], answers: dict[str, Plain | None]
) -> None:
    keys = [f"jam_kerja.{day}" for day in WEEKDAY_KEYS]
    if any(key in given for key in keys):
        return
    env.note(_("Jam kerja, lalu istirahatnya:") + "\n" + hours_lines(_profile(env, given, answers)))
    if confirm(env, _("Apakah jam ini sesuai?"), _("--senin, --selasa, dan seterusnya"), True):
        return
    env.note(_("Tulis misalnya 07.30-16.00, 12.00-13.00 (jam, lalu istirahat), atau libur."))
    for key in keys:
        _ask(env, key, meaning(key), given, answers)


def _ask_places(
    env: Env, given: Mapping[str, Plain | None], answers: dict[str, Plain | None]
) -> None:
    """Of the working days alone, and only where some of them are elsewhere."""
    keys = [f"lokasi_hari.{day}" for day in WEEKDAY_KEYS]
    if any(key in given for key in keys):
        return
    question = _("Apakah ada hari yang biasanya di tempat lain, misalnya Jumat di rumah?")
    elsewhere = any(env.settings.usual_locations)
    if not confirm(env, question, _("--lokasi-senin, --lokasi-selasa, dan seterusnya"), elsewhere):
        return
    env.note(_("Tulis kantor, rumah, atau lain; Enter berarti seperti biasa."))
    for key, hours in zip(keys, _profile(env, given, answers), strict=True):
        if hours is not None:
            _ask(env, key, meaning(key), given, answers)


def _profile(
    env: Env, given: Mapping[str, Plain | None], answers: Mapping[str, Plain | None]
) -> Profile:
    """The hours of the weekdays as the file, the flags and the answers have them."""
    values, _faults = read(env.home.settings)
    said = {key: value for key, value in {**given, **answers}.items() if value is not None}
    return settings_of(values | {key: read_value(key, said[key]) for key in said}).profile


def _ask(
    env: Env,
    key: str,
    question: str,
    given: Collection[str],
    answers: dict[str, Plain | None],
) -> None:
    if key in given:
        return
    present = value_text(key, env.settings.value(key))
    typed = ask_optional(env, f"{question} [{present}]:", f"--{key}", _reader(key))
    if typed is not None:
        answers[key] = typed


def _reader(key: str) -> Callable[[str], Plain]:
    return lambda text: plain(key, read_value(key, text))
