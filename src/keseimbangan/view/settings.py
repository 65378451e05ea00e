"""Settings as people and programs see them."""

from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from keseimbangan import formats
from keseimbangan.calendar_settings import extra_leave_text, ramadan_text
from keseimbangan.domain.period import DaySpan
from keseimbangan.domain.workdays import WorkingDay
from keseimbangan.errors import KeseimbanganError
from keseimbangan.i18n import _
from keseimbangan.shift_settings import named_shifts_text, shift_text
from keseimbangan.view.console import PathLine, Screen, shown
from keseimbangan.view.setting_meanings import meaning

CHANGED = "•"
HOURS = ("jam_kerja.", "jam_ramadan.")


class Source(StrEnum):
    """From where a value comes."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"


class Setting(NamedTuple):
    """One key with what is in force, what would be without the file, and where it comes from."""

    key: str
    value: Any
    default: Any
    source: Source


def _sections() -> dict[str, str]:
    return {
        "": _("Umum"),
        "jam_kerja": _("Jam kerja, lalu istirahatnya"),
        "jam_ramadan": _("Jam kerja selama Ramadan, lalu istirahatnya"),
        "lokasi_hari": _("Lokasi biasa tiap hari"),
        "pegawai": _("Kepegawaian"),
        "cuti": _("Cuti"),
        "giliran": _("Giliran (shift)"),
        "lembur": _("Lembur; acuan sektor swasta, bukan aturan ASN"),
        "niat": _("Niat tiap pekan"),
        "fokus": _("Sesi fokus"),
        "kunci": _("Kunci data"),
        "rencana": _("Menyusun rencana"),
    }


def value_text(key: str, value: Any) -> str:
    """A value in words of the active language that `atur ubah` understands, a dash for none."""
    if key.startswith(HOURS):
        return hours_text(value)
    if key == "ramadan":
        return ramadan_text(value) or "–"
    if key == "cuti.tambahan":
        return extra_leave_text(value) or "–"
    if key == "giliran.lain":
        return named_shifts_text(value) or "–"
    if value is None:
        return "–"
    if key.startswith("giliran."):
        return shift_text(value)
    if key.startswith(("niat.", "lembur.se")):
        return formats.duration(value)
    if isinstance(value, time):
        return formats.clock(value)
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if key.startswith("lokasi"):
        return {"office": _("kantor"), "home": _("rumah"), "other": _("lain")}[value]
    return formats.zone_label(value) if key == "zona" else str(value)


def hours_text(day: WorkingDay | None) -> str:
    """`07.30–16.00, 12.00–13.00`, or the word for a day off."""
    if day is None:
        return _("libur")
    spans = [formats.clock_span(day.start, day.end)]
    if day.break_start and day.break_end:
        spans.append(formats.clock_span(day.break_start, day.break_end))
    return ", ".join(spans)


def document(setting: Setting) -> dict[str, Any]:
    """A setting for programs."""
    return {
        "key": setting.key,
        "value": _plain(setting.value),
        "default": _plain(setting.default),
        "source": setting.source.value,
        "meaning": meaning(setting.key),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, tuple):
        return [_plain_item(item) for item in value]
    if not isinstance(value, WorkingDay):
        return value
    marks = {
        "start": value.start,
        "end": value.end,
        "break_start": value.break_start,
        "break_end": value.break_end,
    }
    return {name: mark and mark.isoformat("minutes") for name, mark in marks.items()}


def _plain_item(item: Any) -> dict[str, Any]:
    """A Ramadan, a kind of leave with its days, or a shift with its hours."""
    if isinstance(item, DaySpan):
        return {"first": item.first.isoformat(), "last": item.last.isoformat()}
    name, value = item
    if isinstance(value, WorkingDay):
        return {"name": name, **_plain(value)}
    return {"name": name, "days": value}


class SettingList(Screen):
    """Every key on one line, by section, and where they are kept."""

    def __init__(
        self, settings: Sequence[Setting], path: Path, faults: Sequence[KeseimbanganError]
    ) -> None:
        self.settings, self.path, self.faults = settings, path, faults

    def document(self) -> dict[str, Any]:
        return {
            "settings": [document(each) for each in self.settings],
            "path": str(self.path),
            "faults": [
                {"code": fault.code, "message": fault.message(), "hint": fault.hint()}
                for fault in self.faults
            ],
        }

    def render(self) -> RenderableType:
        parts: list[RenderableType] = []
        for prefix, heading in _sections().items():
            mine = [each for each in self.settings if each.key.rpartition(".")[0] == prefix]
            if mine:
                parts += [Text(heading, style="bold"), table(mine), ""]
        if self.settings:
            legend = _("{mark} diubah dari bawaan. Mengubah: imbang atur ubah KUNCI NILAI")
            parts.append(Text(legend.format(mark=CHANGED), style="dim"))
        parts.append(PathLine(_("Berkas: {path}").format(path=shown(str(self.path)))))
        return Group(*parts)


def table(settings: Sequence[Setting]) -> Table:
    """Settings with mark, key, value and meaning, a line for each."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(style="dim", overflow="fold")
    # The hours say themselves what they are, and need the room.
    for each in settings:
        text = "" if each.key.startswith(HOURS) else meaning(each.key)
        grid.add_row(_mark(each), each.key, value_text(each.key, each.value), _beside(each, text))
    return grid


def _mark(setting: Setting) -> str:
    return CHANGED if setting.value != setting.default else ""


def _beside(setting: Setting, text: str) -> str:
    if setting.value == setting.default:
        return text
    default = _("bawaan {value}").format(value=value_text(setting.key, setting.default))
    return f"{text}; {default}" if text else default


class SettingCard(Screen):
    """One key, below a sentence that says what happened to it."""

    def __init__(self, setting: Setting, headline: str | None = None) -> None:
        self.setting, self.headline = setting, headline

    def document(self) -> dict[str, Any]:
        return {"setting": document(self.setting)}

    def render(self) -> RenderableType:
        key, value, default, source = self.setting
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        table.add_row(_("nilai"), value_text(key, value))
        table.add_row(_("bawaan"), value_text(key, default))
        table.add_row(_("arti"), meaning(key))
        table.add_row(_("asal"), source_text(source))
        head: list[RenderableType] = [Text(self.headline)] if self.headline else []
        return Group(*head, Text(key, style="bold"), table)


def source_text(source: Source) -> str:
    """`berkas pengaturan`."""
    return {
        Source.DEFAULT: _("bawaan"),
        Source.FILE: _("berkas pengaturan"),
        Source.ENVIRONMENT: _("lingkungan (KESEIMBANGAN_BAHASA)"),
    }[source]
