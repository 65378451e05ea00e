"""`imbang atur`: every setting, what it means, and changing it; the shell's completion."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.command import Group
from keseimbangan.cli.completion_script import SHELLS
from keseimbangan.cli.context import Context, Env, env_of
from keseimbangan.errors import KeseimbanganError, StoreProblem
from keseimbangan.errors.settings import (
    SettingProblem,
    SettingsContradict,
    SettingsUnwritable,
    UnknownSetting,
)
from keseimbangan.errors.store import StoreLocked
from keseimbangan.i18n import LANGUAGES, _
from keseimbangan.setting_planning import disagreement
from keseimbangan.setting_values import KEYS, WEEKDAY_KEYS, Plain, plain
from keseimbangan.settings import (
    Settings,
    load,
    named_language,
    read,
    read_value,
    settings_of,
)
from keseimbangan.view.settings import Setting, SettingCard, SettingList, Source


class _Settings(Group):
    """`imbang atur zona` is `atur lihat zona`, and `imbang atur zona WITA` is `atur ubah …`."""

    def complete(self, rest: Sequence[str]) -> list[str]:
        if not rest or rest[0] not in KEYS:
            return super().complete(rest)
        changing = [word for word in rest[1:] if not word.startswith("--")]
        return ["ubah" if changing else "lihat", *rest]


group = _Settings(default="daftar")

Key = Annotated[
    str,
    params.argument(_("KUNCI"), help=_("Nama pengaturan, misalnya zona."), complete=lambda: keys()),
]


_TRUTHS = ("fokus.bunyi", "kunci.gantungan", "lembur.acuan", "rencana.pagi")


def keys() -> list[tuple[str, str]]:
    """Every key with its meaning, for the shell."""
    from keseimbangan.view.setting_meanings import meaning

    return [(key, meaning(key)) for key in KEYS]


def values(ctx: Context) -> list[str]:
    """The values that are words, for the shell."""
    yes_or_no = [_("ya"), _("tidak")]
    return {
        "bahasa": list(LANGUAGES),
        "zona": ["WIB", "WITA", "WIT"],
        "lokasi": [_("kantor"), _("rumah"), _("lain")],
        **{f"lokasi_hari.{day}": [_("kantor"), _("rumah"), _("lain")] for day in WEEKDAY_KEYS},
        "pegawai.status": ["pns", "pppk"],
        **dict.fromkeys(_TRUTHS, yes_or_no),
    }.get(ctx.params.get("key", ""), [])


@group.command("daftar", "list", help=_("Semua pengaturan: nilai, bawaan, dan artinya."))
def list_(ctx: Context) -> None:
    env = env_of(ctx)
    values, faults = _read(env.home.settings)
    env.show(SettingList(_all(env.settings, values), env.home.settings, faults))
    for fault in faults:
        env.note(str(fault))


@group.command("lihat", "show", help=_("Satu pengaturan."))
def show(ctx: Context, key: Key) -> None:
    env = env_of(ctx)
    values, _faults = _read(env.home.settings)
    env.show(SettingCard(_one(key, env.settings, values)))


@group.command("ubah", "set", help=_("Beri sebuah pengaturan nilai lain."))
def change(
    ctx: Context,
    key: Key,
    words: Annotated[
        list[str], params.argument(_("NILAI"), help=_("Nilai yang baru."), complete=values)
    ],
) -> None:
    env = env_of(ctx)
    value = read_value(key, " ".join(words))
    values, _faults = _read(env.home.settings)
    _require_agreement(key, {**values, key: value})
    write(env, {key: plain(key, value)})
    _show_again(env, key, _("Pengaturan diubah."))


@group.command("buang", "unset", help=_("Kembali ke nilai bawaan."))
def unset(ctx: Context, key: Key) -> None:
    env = env_of(ctx)
    values, faults = _read(env.home.settings)
    wrong = [fault.key for fault in faults if isinstance(fault, SettingProblem)]
    if key not in KEYS and key not in wrong:
        raise UnknownSetting(key, tuple(KEYS), None, None)
    _require_agreement(key, {name: value for name, value in values.items() if name != key})
    if key in values or key in wrong:
        write(env, {key: None})
    if key in KEYS:
        return _show_again(env, key, _("Nilai bawaan berlaku lagi."))
    env.note(_("{key} dibuang dari berkas pengaturan.").format(key=key))
    _values, left = _read(env.home.settings)
    return env.show(SettingList([], env.home.settings, left))


@group.command("pelengkap", "completion", help=_("Skrip agar tombol Tab melengkapi perintah."))
def completion(
    ctx: Context,
    shell: Annotated[
        Any,
        params.argument(
            "|".join(SHELLS),
            help=_("Shell Anda."),
            parser=params.words({name: name for name in SHELLS} | {"pwsh": "powershell"}, SHELLS),
            complete=lambda: list(SHELLS),
        ),
    ],
) -> None:
    from keseimbangan.cli.completion_script import installation, script

    env = env_of(ctx)
    text, remark = script(shell), installation(shell)
    if env.output.as_json:
        document = {"shell": shell, "script": text, "installation": remark}
        return env.output.document({"completion": document})
    env.output.text(text)
    # Whoever sends it on, into a file or `eval`, is about to do what the remark says.
    if sys.stdout.isatty():
        env.note(remark)
    return None


def write(env: Env, changes: Mapping[str, Plain | None]) -> None:
    """Keep settings in the file, as a step that can be undone; None takes one out.

    What is so already is not written. Raises StoreLocked, and SettingsUnwritable.
    """
    from keseimbangan.exchange.settings_file import present
    from keseimbangan.store.steps import Steps

    before = present(env.home.settings, changes)
    if before == changes:
        return
    try:
        with env.changing() as db:
            Steps(db).note_settings(before)
            # Last: the file cannot be rolled back.
            put(env, changes)
    except (StoreLocked, SettingsUnwritable):
        raise
    except StoreProblem:
        # What ails the store must not keep anyone from putting a setting right.
        put(env, changes)
        env.note(_("Berkas data tidak dapat dipakai, jadi perubahan ini tidak dapat diurungkan."))


def put(env: Env, changes: Mapping[str, Any]) -> None:
    """Put values into the file as they are, without a step."""
    from keseimbangan.exchange.settings_file import change

    heading = _("Pengaturan keseimbangan. Arti dan bentuknya: imbang atur")
    change(env.home.settings, changes, heading)


def described(env: Env, keys: Sequence[str]) -> list[Setting]:
    """Some settings as the file now has them."""
    values, _faults = _read(env.home.settings)
    now = load(env.home.settings, strict=False)
    return [_one(key, now, values) for key in keys]


def _read(path: Path) -> tuple[dict[str, Any], list[KeseimbanganError]]:
    """The values of the file and the keys at fault; raises where the file itself is."""
    values, faults = read(path)
    for fault in faults:
        if not isinstance(fault, SettingProblem):
            raise fault
    return values, faults


def _require_agreement(key: str, values: dict[str, Any]) -> None:
    """Refuse a change after which the settings would contradict each other."""
    if key.startswith("rencana.") and (clash := disagreement(values)) is not None:
        raise SettingsContradict(*clash, None, None)


def _show_again(env: Env, key: str, headline: str) -> None:
    (setting,) = described(env, [key])
    env.show(SettingCard(setting, headline))
    if setting.source is Source.ENVIRONMENT:
        env.note(_("KESEIMBANGAN_BAHASA didahulukan selama variabel itu ada."))


def _all(settings: Settings, values: dict[str, Any]) -> list[Setting]:
    return [_one(key, settings, values) for key in KEYS]


def _one(key: str, settings: Settings, values: dict[str, Any]) -> Setting:
    if key not in KEYS:
        raise UnknownSetting(key, tuple(KEYS), None, None)
    return Setting(key, settings.value(key), default(key, settings), _source(key, values))


def default(key: str, settings: Settings) -> Any:
    """The value of a key without the file; what is meant for work follows the hours of work."""
    if key == "niat.kerja":
        return settings.work_week_minutes
    # So do the hours of each weekday follow the number of working days.
    followed = {} if key == "hari_kerja" else {"hari_kerja": settings.work_days}
    return settings_of(followed).value(key)


def _source(key: str, values: dict[str, Any]) -> Source:
    if key == "bahasa" and named_language():
        return Source.ENVIRONMENT
    return Source.FILE if key in values else Source.DEFAULT
