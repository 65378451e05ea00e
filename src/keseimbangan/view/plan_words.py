"""The words of a plan: why a piece stands where it stands, why another has no place."""

from datetime import date

from keseimbangan import formats
from keseimbangan.domain.planning_values import Placement, Reason, Refusal, Unplaced
from keseimbangan.i18n import _


def reason_text(placement: Placement) -> str:
    """`tenggat Jum 27 Nov`: the one reason why a piece stands there."""
    due = formats.short_date(placement.due) if placement.due else ""
    return {
        Reason.CONTINUES: _("lanjutan"),
        Reason.OVERDUE: _("lewat tenggat {due}"),
        Reason.DUE_SOON: _("tenggat {due}"),
        Reason.MORNING: _("pagi untuk kerja berat"),
        Reason.MEETING_HOURS: _("pada jam rapat"),
        Reason.IMPORTANT: _("penting"),
        Reason.URGENT: _("mendesak"),
        Reason.BEFORE_DUE: _("sebelum tenggat {due}"),
        Reason.FILLS_GAP: _("waktu yang masih kosong"),
    }[placement.reason].format(due=due)


def refusal_text(one: Unplaced) -> str:
    """`tidak muat sebelum tenggat Jum 27 Nov`: why minutes have no place."""
    text = {
        Refusal.NO_ESTIMATE: _("belum ada estimasi"),
        Refusal.ESTIMATE_SPENT: _("estimasinya sudah terpakai"),
        Refusal.BELOW_GRID: _("sisanya terlalu pendek"),
        Refusal.BELOW_SHORTEST: _("sisanya lebih pendek daripada satu potongan"),
        Refusal.OTHER_ELEMENT: _("bukan untuk jam kerja"),
        Refusal.NOT_YET: _("baru mulai {start}"),
        Refusal.NO_WORKING_TIME: _("tidak ada jam kerja pada hari-harinya"),
        Refusal.GAPS_TOO_SHORT: _("celah yang tersisa terlalu pendek"),
        Refusal.NO_TIME_BEFORE_DUE: _("tidak muat sebelum tenggat {due}"),
        Refusal.BEYOND_HORIZON: _("tidak muat"),
    }[one.reason]
    return text.format(due=_short(one.due), start=_short(one.not_before))


def exits(one: Unplaced, following: date | None, spent: int = 0) -> list[str]:
    """Commands, each of which gives minutes without a place another end.

    `spent` minutes were worked on a task whose estimate is used up: it is to be raised above them.
    """
    n = one.task
    if one.reason is Refusal.NO_ESTIMATE:
        return [_("imbang tugas ubah {n} --estimasi 1j").format(n=n)]
    if one.reason is Refusal.ESTIMATE_SPENT:
        return [
            _("imbang tugas selesai {n}").format(n=n),
            _("imbang tugas ubah {n} --estimasi {hours}j").format(n=n, hours=-(-spent // 60) + 1),
        ]
    later = [] if following is None else [_later(n, following)]
    return [
        *later,
        _("imbang tugas delegasikan {n}").format(n=n),
        _("imbang tugas singkirkan {n}").format(n=n),
    ]


def _later(n: int, day: date) -> str:
    return _("imbang tugas tunda {n} {day}").format(n=n, day=day.isoformat())


def _short(day: date | None) -> str:
    return formats.short_date(day) if day else ""
