"""Settings: frozen, from the environment and `pengaturan.toml`, sensible without either.

A key that is not known is a typo and is said with its line, because a setting that is silently
ignored is worse than an error. Keys and the form of their values stand in `setting_values.py`.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from keseimbangan.domain.elements import Element
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.planning_wishes import PlanningWishes
from keseimbangan.domain.workdays import (
    DEFAULT_PROFILE,
    PROFILES,
    RAMADAN_PROFILE,
    Profile,
    WorkCalendar,
    WorkingDay,
    week_minutes,
)
from keseimbangan.errors import KeseimbanganError
from keseimbangan.errors.settings import (
    BadSetting,
    BrokenSettings,
    SettingProblem,
    SettingsContradict,
    SettingsUnreadable,
    UnknownSetting,
)
from keseimbangan.frozen import dataclass
from keseimbangan.i18n import DEFAULT_LANGUAGE, LANGUAGES
from keseimbangan.setting_planning import WISHES, Disagreement, disagreement, wishes
from keseimbangan.setting_values import KEYS, WEEKDAY_KEYS
from keseimbangan.settings_text import keys_of, line_of, text_of
from keseimbangan.shift_settings import DEFAULT_SHIFTS, SHIFT_KEYS, NamedShifts
from keseimbangan.system_zone import DEFAULT_ZONE, system_zone

FILE_NAME = "pengaturan.toml"
LANGUAGE_VARIABLE = "KESEIMBANGAN_BAHASA"


@dataclass(frozen=True)
class Settings:
    """What a person can choose. `intentions` are minutes a week; absent where none is set."""

    language: str = DEFAULT_LANGUAGE
    zone: str = DEFAULT_ZONE
    urgent_days: int = 2
    work_days: int = 5
    profile: Profile = DEFAULT_PROFILE
    ramadan_profile: Profile = RAMADAN_PROFILE
    ramadan: Sequence[DaySpan] = ()
    location: str = "office"
    usual_locations: Sequence[str | None] = (None,) * 7
    flexible_limit: int = 2
    status: str = "pns"
    serving_since: date | None = None
    leave_quota: int = 12
    leave_since: int | None = None
    leave_brought: int = 0
    extra_leave: Sequence[tuple[str, int | None]] = ()
    shifts: Sequence[WorkingDay | None] = DEFAULT_SHIFTS
    extra_shifts: NamedShifts = ()
    overtime_line: bool = False
    overtime_day: int = 4 * 60
    overtime_week: int = 18 * 60
    focus_minutes: int = 25
    break_minutes: int = 5
    rounds: int = 4
    long_break_minutes: int = 15
    micro_break_minutes: int = 60
    sound: bool = True
    keyring: bool = False
    intentions: Mapping[Element, int] = field(default_factory=dict)
    planning: PlanningWishes = field(default_factory=PlanningWishes)

    @property
    def work_week_minutes(self) -> int:
        """Working minutes of a full week by the profile."""
        return week_minutes(self.profile)

    @property
    def calendar(self) -> WorkCalendar:
        """What the settings say of working days; the store knows more."""
        return WorkCalendar(self.profile, self.ramadan_profile, self.ramadan)

    def intention(self, element: Element) -> int | None:
        """Minutes a week meant for an element; for work, unless set, those of the profile."""
        if element in self.intentions:
            return self.intentions[element]
        return self.work_week_minutes if element is Element.WORK else None

    def value(self, key: str) -> Any:
        """What is in force for a key of the file; None for an intention that is not set."""
        group, _, name = key.rpartition(".")
        if group == "jam_kerja":
            return self.profile[WEEKDAY_KEYS.index(name)]
        if group == "jam_ramadan":
            return self.ramadan_profile[WEEKDAY_KEYS.index(name)]
        if group == "lokasi_hari":
            return self.usual_locations[WEEKDAY_KEYS.index(name)]
        if group == "giliran" and name in SHIFT_KEYS:
            return self.shifts[list(SHIFT_KEYS).index(name)]
        if group == "niat":
            return self.intention(_INTENTIONS[key])
        if group == "rencana":
            return getattr(self.planning, WISHES[key])
        return getattr(self, _FIELDS[key])


_FIELDS = {
    "bahasa": "language",
    "zona": "zone",
    "lokasi": "location",
    "hari_kerja": "work_days",
    "hari_fleksibel": "flexible_limit",
    "pegawai.status": "status",
    "pegawai.sejak": "serving_since",
    "cuti.jatah": "leave_quota",
    "cuti.sejak": "leave_since",
    "cuti.bawaan": "leave_brought",
    "cuti.tambahan": "extra_leave",
    "giliran.lain": "extra_shifts",
    "lembur.acuan": "overtime_line",
    "lembur.sehari": "overtime_day",
    "lembur.sepekan": "overtime_week",
    "ramadan": "ramadan",
    "mendesak_hari": "urgent_days",
    "fokus.menit": "focus_minutes",
    "fokus.jeda": "break_minutes",
    "fokus.putaran": "rounds",
    "fokus.jeda_panjang": "long_break_minutes",
    "fokus.jeda_kecil": "micro_break_minutes",
    "fokus.bunyi": "sound",
    "kunci.gantungan": "keyring",
}
_INTENTIONS = {
    "niat.kerja": Element.WORK,
    "niat.pribadi": Element.LIFE,
    "niat.pulih": Element.RECOVERY,
    "niat.kembang": Element.GROWTH,
}


def load(
    path: Path, environment: Mapping[str, str] = os.environ, *, strict: bool = True
) -> Settings:
    """The settings of the file, if there is one, under those of the environment.

    Unless `strict`, what is wrong is left out: `atur` must run to repair it.
    """
    values, faults = read(path)
    if strict and faults:
        raise faults[0]
    if named := named_language(environment):
        values["bahasa"] = named
    elif strict and (wrong := environment.get(LANGUAGE_VARIABLE)):
        raise BadSetting(LANGUAGE_VARIABLE, wrong, ", ".join(LANGUAGES), None, None)
    return settings_of(values, environment)


def read(path: Path) -> tuple[dict[str, Any], list[KeseimbanganError]]:
    """Every good key of the file with its value as the program uses it, and what is wrong in it."""
    values: dict[str, Any] = {}
    faults: list[KeseimbanganError] = []
    try:
        text = text_of(path)
        for key, raw in keys_of(text, path):
            try:
                values[key] = _value(key, raw, path, text)
            except SettingProblem as problem:
                faults.append(problem)
        if (clash := disagreement(values)) is not None:
            faults.append(SettingsContradict(*clash, path, _line_of_either(clash, text)))
            values = {key: value for key, value in values.items() if key not in WISHES}
    except (BrokenSettings, SettingsUnreadable) as problem:
        faults.append(problem)
    return values, faults


def read_value(key: str, raw: Any) -> Any:
    """One value as the program uses it; raises UnknownSetting or BadSetting."""
    return _value(key, raw, None, "")


def language_of(path: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The language as far as it can be known: what is wrong in the file is to be said in it."""
    if named := named_language(environment):
        return named
    try:
        found = re.search(r"""^\s*bahasa\s*=\s*["'](\w+)["']""", text_of(path), re.MULTILINE)
    except SettingsUnreadable:
        found = None
    written = found[1].lower() if found else ""
    return written if written in LANGUAGES else DEFAULT_LANGUAGE


def named_language(environment: Mapping[str, str] = os.environ) -> str | None:
    """The language of the environment, which comes before that of the file."""
    named = environment.get(LANGUAGE_VARIABLE, "").lower()
    return named if named in LANGUAGES else None


def settings_of(
    values: Mapping[str, Any] = MappingProxyType({}), environment: Mapping[str, str] = os.environ
) -> Settings:
    """The settings with these values, and the default for every other key."""
    if "zona" not in values:
        values = {**values, "zona": system_zone(environment)}
    chosen = {_FIELDS[key]: value for key, value in values.items() if key in _FIELDS}
    normal, fasting = PROFILES[values.get("hari_kerja", 5)]
    intentions = {_INTENTIONS[key]: value for key, value in values.items() if key in _INTENTIONS}
    return Settings(
        **chosen,
        profile=_profile("jam_kerja", values, normal),
        ramadan_profile=_profile("jam_ramadan", values, fasting),
        usual_locations=tuple(values.get(f"lokasi_hari.{name}") for name in WEEKDAY_KEYS),
        shifts=tuple(
            values.get(f"giliran.{name}", hours)
            for name, hours in zip(SHIFT_KEYS, DEFAULT_SHIFTS, strict=True)
        ),
        intentions=intentions,
        planning=wishes(values),
    )


def _profile(group: str, values: Mapping[str, Any], default: Profile) -> Profile:
    days = zip(WEEKDAY_KEYS, default, strict=True)
    return tuple(values.get(f"{group}.{name}", hours) for name, hours in days)


def _value(key: str, raw: Any, path: Path | None, text: str) -> Any:
    if key not in KEYS:
        raise UnknownSetting(key, tuple(KEYS), path, line_of(key, text))
    try:
        return KEYS[key](raw)
    except ValueError as error:
        raise BadSetting(key, str(raw), str(error), path, line_of(key, text)) from error


def _line_of_either(clash: Disagreement, text: str) -> int | None:
    return line_of(clash[0], text) or line_of(clash[2], text)
