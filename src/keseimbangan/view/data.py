"""What is held about a person and where, as people and programs see it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.inventory import Holding, Place
from keseimbangan.i18n import _, ngettext
from keseimbangan.view.console import PathLine, Screen, shown
from keseimbangan.view.grid import Grid
from keseimbangan.view.step_words import PARTS
from keseimbangan.view.table_words import nouns

# In the order in which a person meets them.
ORDER = (
    *(
        "tasks",
        "targets",
        "indicators",
        "dialogues",
        "blocks",
        "exclusions",
        "focus_sessions",
        "interruptions",
    ),
    *("stress_entries", "stress_triggers", "weekly_reviews", "review_items", "review_decisions"),
    *("monthly_reflections", "exported_events", "holidays", "leaves"),
    *("location_days", "overtimes", "shifts", "plans", "plan_pieces", "deletions", "steps"),
)


class Places(NamedTuple):
    """Where everything of one person lies."""

    store: Place
    settings: Place
    backups: Place
    logs: Place


def holding_text(name: str) -> str:
    """What the rows of a table are, in one sentence."""
    return {
        "tasks": _("Tugas: judul, tenggat, catatan, hasil, bukti, dan kepada siapa didelegasikan."),
        "targets": _("SKP: judul dan periode."),
        "indicators": _("Indikator SKP: aspek, target, dan satuannya."),
        "dialogues": _("Dialog kinerja: dengan siapa, catatan, dan kesepakatannya."),
        "blocks": _("Blok waktu: judul, jam, unsur, catatan, pelaksanaan, hasil, dan bukti."),
        "exclusions": _("Kejadian yang Anda keluarkan dari blok berulang."),
        "focus_sessions": _("Sesi fokus: kapan, berapa lama, dan untuk apa."),
        "interruptions": _("Gangguan selama sesi fokus, seperti Anda tulis."),
        "stress_entries": _("Jurnal stres: tingkat, penyebab, cara mengatasi, dan catatan Anda."),
        "stress_triggers": _("Pemicu yang disebut dalam jurnal stres."),
        "weekly_reviews": _("Evaluasi mingguan: pelajaran Anda dan sampai mana evaluasinya."),
        "review_items": _("Hal baik dan prioritas dari evaluasi mingguan."),
        "review_decisions": _("Keputusan evaluasi atas tugas yang belum selesai."),
        "monthly_reflections": _("Refleksi bulanan: jawaban Anda atas empat pertanyaan."),
        "holidays": _("Hari libur yang Anda catat, ubah, atau batalkan sendiri."),
        "leaves": _("Cuti Anda: jenis, tanggal, nomor surat, dan catatan."),
        "location_days": _("Lokasi kerja tiap hari: dasar, jam, hasil, bukti, dan kendala."),
        "overtimes": _("Lembur: jam, nomor SPKL, dan alasan."),
        "shifts": _("Giliran: hari, nama, dan jamnya."),
        "plans": _("Rencana yang pernah diterapkan: untuk hari apa dan kapan."),
        "plan_pieces": _("Isi rencana itu: jam tiap bagian dan alasannya."),
        "deletions": _("Apa yang dihapus dan kapan, tanpa isinya: agar impor tidak memulihkannya."),
        "steps": _(
            "Langkah yang dapat diurungkan, dengan isi sebelum diubah atau dihapus; paling lama "
            "90 hari."
        ),
        "exported_events": _("Blok yang pernah diekspor, agar tidak menjadi ganda di kalender."),
    }[name]


def _within(word: str) -> str:
    """A noun as it stands within a sentence."""
    return word if word[:2].isupper() else word[:1].lower() + word[1:]


def _is_worth_naming(holding: Holding) -> bool:
    return not holding.rows and holding.name not in PARTS


class Inventory(Screen):
    """Table by table what is held, then where it lies, and that it goes nowhere."""

    def __init__(self, holdings: Sequence[Holding], places: Places, zone: str) -> None:
        by_name = {holding.name: holding for holding in holdings}
        self.holdings = [by_name[name] for name in ORDER]
        self.places, self.zone = places, ZoneInfo(zone)

    def document(self) -> dict[str, Any]:
        return {
            "tables": [self._table_document(holding) for holding in self.holdings],
            **{name: _place_document(place) for name, place in self.places._asdict().items()},
            # Said to programs as plainly as to people.
            "sent_anywhere": False,
        }

    def _table_document(self, holding: Holding) -> dict[str, Any]:
        return {
            "name": holding.name,
            "description": holding_text(holding.name),
            "rows": holding.rows,
            "oldest": self._iso(holding.oldest),
            "newest": self._iso(holding.newest),
        }

    def _iso(self, instant: datetime | None) -> str | None:
        return None if instant is None else instant.astimezone(self.zone).isoformat()

    def render(self) -> RenderableType:
        promise = _(
            "Semua ini hanya ada di komputer ini. Program ini tidak pernah membuka sambungan "
            "jaringan dan tidak mengirim apa pun; yang keluar hanya berkas yang Anda ekspor."
        )
        return Group(
            Text(_("Yang disimpan tentang Anda"), style="bold"),
            *self._tables(),
            "",
            Text(_("Tempatnya"), style="bold"),
            _place_lines(self.places),
            "",
            Text(promise),
        )

    def _tables(self) -> list[RenderableType]:
        """What there is with its number and its time; what is empty by its name alone."""
        grid = Grid(gap=2)
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column()
        filled = [holding for holding in self.holdings if holding.rows]
        for holding in filled:
            text = Text(holding_text(holding.name))
            if period := self._period(holding):
                text.append(f"\n{period}", style="dim")
            grid.add_row(str(holding.rows), text)
        parts: list[RenderableType] = [grid, ""] if filled else []
        if empty := [_within(nouns(each.name)) for each in self.holdings if _is_worth_naming(each)]:
            names = _("Masih kosong: {names}.").format(names=", ".join(empty))
            parts.append(Text(names, style="dim"))
        return parts

    def _period(self, holding: Holding) -> str:
        if holding.oldest is None or holding.newest is None:
            return ""
        first, last = (each.astimezone(self.zone) for each in (holding.oldest, holding.newest))
        # A clock that was set back must not make the span run backwards.
        days = formats.date_span(*sorted((first.date(), last.date())))
        return _("ditulis {days}").format(days=days)


def _place_document(place: Place) -> dict[str, Any]:
    mode = None if place.mode is None else f"{place.mode:04o}"
    return {"path": str(place.path), "files": place.files, "bytes": place.size, "mode": mode}


def _place_lines(places: Places) -> Group:
    lines = []
    for name, place in zip(_place_names(), places, strict=True):
        lines.append(PathLine(f"{name}: {shown(str(place.path))}"))
        lines.append(PathLine(f"  {_facts(place)}", style="dim"))
    return Group(*lines)


def _place_names() -> tuple[str, str, str, str]:
    return _("Data"), _("Pengaturan"), _("Cadangan"), _("Catatan galat (tanpa tulisan Anda)")


def _facts(place: Place) -> str:
    if not place.exists:
        return _("belum ada")
    parts = [size_text(place.size)]
    if place.files > 1:
        parts.insert(0, ngettext("{n} berkas", "{n} berkas", place.files).format(n=place.files))
    if place.mode is not None:
        parts.append(_openness(place))
    return ", ".join(parts)


def _openness(place: Place) -> str:
    if not place.open_to_others:
        return _("hanya Anda yang dapat membukanya")
    remedy = _("dapat dibuka pengguna lain di komputer ini; tutup dengan chmod -R go= {path}")
    return remedy.format(path=shown(str(place.path)))


def size_text(size: int) -> str:
    """`12,5 KB`, in thousands as disks are sold."""
    if size < 1000:
        return _("{n} byte").format(n=size)
    for unit, power in (("KB", 1), ("MB", 2), ("GB", 3)):
        if size < 1000 ** (power + 1) or unit == "GB":
            break
    return f"{formats.decimal(size / 1000**power)} {unit}"
