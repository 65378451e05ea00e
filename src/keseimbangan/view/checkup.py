"""What an examination of the store found, each as a fact with a remedy, and a restore drill."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.backups import Backup
from keseimbangan.domain.checkup import Finding, FindingKind
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.backups import document as backup_document
from keseimbangan.view.console import PathLine, Screen, shown
from keseimbangan.view.lost_store import way_back
from keseimbangan.view.table_words import nouns

# More numbers than this are not read.
MOST_NUMBERS = 8


class Checkup(Screen):
    """The findings, faults first; without a store there is nothing to find."""

    def __init__(
        self, store: Path, findings: Sequence[Finding] | None, newest: Backup | None, zone: str
    ) -> None:
        self.store, self.newest, self.zone = store, newest, zone
        self.exists = findings is not None
        self.findings = sorted(findings or (), key=lambda finding: not finding.is_fault)

    @property
    def sound(self) -> bool:
        """Whether nothing is at fault; a store that is gone while its backups are there is."""
        gone = not self.exists and self.newest is not None
        return not gone and not any(finding.is_fault for finding in self.findings)

    def document(self) -> dict[str, Any]:
        return {
            "store": str(self.store) if self.exists else None,
            "sound": self.sound,
            "findings": [
                {**_document(finding), "remedy": self._remedy(finding)} for finding in self.findings
            ],
            "newest_backup": self.newest and backup_document(self.newest, self.zone),
        }

    def render(self) -> RenderableType:
        if not self.exists and self.newest is None:
            return Text(_("Belum ada data untuk diperiksa."))
        if not self.exists:
            return way_back(self.store, self._newest())
        parts: list[RenderableType] = [Text(self._headline(), style="bold")]
        for finding in self.findings:
            sign = "!" if finding.is_fault else "·"
            line = PathLine if finding.kind is FindingKind.OPEN_TO_OTHERS else Text
            parts.append(line(f"{sign} {shown(fact(finding))}"))
            parts.append(line(f"  {shown(self._remedy(finding))}", style="dim"))
        if not any(finding.kind is FindingKind.NO_BACKUP for finding in self.findings):
            parts.append(Text(self._newest(), style="dim"))
        return Group(*parts)

    def _headline(self) -> str:
        faults = sum(finding.is_fault for finding in self.findings)
        if faults:
            return ngettext(
                "Ditemukan {n} hal yang perlu dibenahi.",
                "Ditemukan {n} hal yang perlu dibenahi.",
                faults,
            ).format(n=faults)
        return _("Data Anda utuh: berkas, skema, dan isinya.")

    def _remedy(self, finding: Finding) -> str:
        return remedy(finding, backed_up=self.newest is not None)

    def _newest(self) -> str:
        if self.newest is None:
            return _("Belum ada cadangan.")
        return _("Cadangan terbaru: {moment}.").format(
            moment=formats.moment(self.newest.at, self.zone)
        )


class Drill(Screen):
    """A backup that was restored for trial; newer ones are `damaged`."""

    def __init__(
        self,
        backup: Backup,
        rows: dict[str, int],
        seconds: float,
        zone: str,
        damaged: Sequence[Backup] = (),
    ) -> None:
        self.backup, self.rows, self.seconds, self.zone = backup, rows, seconds, zone
        self.damaged = damaged

    def document(self) -> dict[str, Any]:
        return {
            "drill": {
                "backup": backup_document(self.backup, self.zone),
                "tables": self.rows,
                "rows": sum(self.rows.values()),
                "seconds": round(self.seconds, 3),
                "damaged": [str(each.path) for each in self.damaged],
            }
        }

    def render(self) -> RenderableType:
        rows = sum(self.rows.values())
        read = ngettext(
            "{n} baris terbaca lengkap; data Anda tidak disentuh.",
            "{n} baris terbaca lengkap; data Anda tidak disentuh.",
            rows,
        )
        made = _("Cadangan {moment} dapat dipulihkan.")
        return Group(
            *self._damaged(),
            Text(made.format(moment=formats.moment(self.backup.at, self.zone))),
            Text(read.format(n=rows)),
        )

    def _damaged(self) -> Iterator[RenderableType]:
        for each in self.damaged:
            moment = formats.moment(each.at, self.zone)
            yield Text("! " + _("Cadangan {moment} rusak.").format(moment=moment))
            yield PathLine(f"  {shown(str(each.path))}", style="dim")
        if self.damaged:
            call = _("imbang data cadangkan")
            yield Text(_("Buat yang baru: {call}").format(call=call))


def _document(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "severity": "fault" if finding.is_fault else "remark",
        "table": finding.table,
        "numbers": list(finding.numbers),
        "detail": finding.detail,
        "message": fact(finding),
    }


def fact(finding: Finding) -> str:
    """What was found, in one sentence."""
    return {
        FindingKind.OPEN_TO_OTHERS: _("{detail} dapat dibuka pengguna lain di komputer ini."),
        FindingKind.SCHEMA_DIFFERS: _("Skema berbeda dari yang dikenal program ini: {detail}."),
        FindingKind.STRAY_ROWS: _("{noun}: nomor {numbers} menunjuk ke sesuatu yang tidak ada."),
        FindingKind.UNREADABLE_TIME: _("{noun}: waktu pada nomor {numbers} tidak terbaca."),
        FindingKind.UNKNOWN_ZONE: _("{noun}: zona waktu pada nomor {numbers} tidak dikenal."),
        FindingKind.ENDS_BEFORE_START: _("{noun}: nomor {numbers} berakhir sebelum mulai."),
        FindingKind.TOO_LONG: _("{noun}: nomor {numbers} terlalu panjang."),
        FindingKind.UNREADABLE_RULE: _("{noun}: aturan ulang nomor {numbers} tidak terbaca."),
        FindingKind.UNREADABLE_VALUE: _("{noun}: isian pada nomor {numbers} tidak terbaca."),
        FindingKind.STRAY_OCCURRENCE: _("{noun}: nomor {numbers} bukan bagian blok berulang."),
        FindingKind.DOUBLE_OCCURRENCE: _("{noun}: nomor {numbers} tercatat ganda."),
        FindingKind.OVERLAP: _("{noun}: nomor {numbers} bertumpuk dengan yang lain."),
        FindingKind.DANGLING_SESSION: _("Sesi fokus nomor {numbers} ditinggalkan tanpa diakhiri."),
        FindingKind.STACKED_BLOCKS: _(
            "Dalam empat pekan ke depan, blok nomor {numbers} bertumpuk dengan blok lain."
        ),
        FindingKind.NO_BACKUP: _("Belum ada satu pun cadangan."),
    }[finding.kind].format(
        detail=finding.detail,
        noun=nouns(finding.table or ""),
        numbers=_numbers(finding.numbers),
    )


def remedy(finding: Finding, *, backed_up: bool) -> str:
    """What to do about it, in one sentence; its commands work as they stand."""
    number = finding.numbers[0] if finding.numbers else 0
    if finding.kind is FindingKind.OPEN_TO_OTHERS:
        path = quote(finding.detail or "")
        return _("Tutup dengan `chmod go= {path}`.").format(path=path)
    if finding.kind is FindingKind.DANGLING_SESSION:
        return _("Akhiri dengan `imbang fokus berhenti`.")
    if finding.kind is FindingKind.NO_BACKUP:
        return _("Buat dengan `imbang data cadangkan`.")
    if finding.kind is FindingKind.STACKED_BLOCKS:
        # One of a series can only be moved on its day, which is told there.
        return _("Bila tidak disengaja, geser salah satunya; lihat `imbang hari {day}`.").format(
            day=finding.detail
        )
    if command := _editing(finding):
        return _("Perbaiki dengan `{command}`.").format(command=command.format(n=number))
    if not backed_up:
        return _("Bila ada cadangan di tempat lain: `imbang data pulihkan BERKAS`.")
    return _("Kembalikan yang utuh: `imbang data pulihkan`.")


def _editing(finding: Finding) -> str | None:
    """The command that sets right what it can still show; what it cannot read, it cannot edit."""
    if finding.kind in (FindingKind.OVERLAP, FindingKind.TOO_LONG):
        return {
            "overtimes": _("imbang lembur hapus {n}"),
            "leaves": _("imbang cuti hapus {n}"),
        }.get(finding.table or "")
    if finding.kind is FindingKind.UNREADABLE_RULE:
        return _("imbang blok hapus {n} --semua")
    return None


def _numbers(numbers: Sequence[int]) -> str:
    """`3, 5 dan 8`, and how many more where they are many."""
    named = [str(number) for number in numbers[:MOST_NUMBERS]]
    more = len(numbers) - len(named)
    if more:
        named.append(ngettext("{n} lainnya", "{n} lainnya", more).format(n=more))
    return formats.enumeration(named)
