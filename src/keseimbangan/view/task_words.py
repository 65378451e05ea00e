"""The words and signs of tasks: quadrants, status, kind, impact."""

from keseimbangan.domain.tasks import Impact, Quadrant, TaskKind, TaskStatus
from keseimbangan.i18n import _

QUADRANT_STYLES = {
    Quadrant.DO: "bold red",
    Quadrant.SCHEDULE: "bold green",
    Quadrant.DELEGATE: "bold yellow",
    Quadrant.ELIMINATE: "dim",
}
QUADRANT_SYMBOLS = {
    Quadrant.DO: "●",
    Quadrant.SCHEDULE: "◐",
    Quadrant.DELEGATE: "→",
    Quadrant.ELIMINATE: "×",
}

UNDECIDED_SYMBOL = "?"


def quadrant_word(value: Quadrant) -> str:
    """`Kerjakan`."""
    return {
        Quadrant.DO: _("Kerjakan"),
        Quadrant.SCHEDULE: _("Jadwalkan"),
        Quadrant.DELEGATE: _("Delegasikan"),
        Quadrant.ELIMINATE: _("Singkirkan"),
    }[value]


def quadrant_reason(value: Quadrant) -> str:
    """`penting dan mendesak`."""
    return {
        Quadrant.DO: _("penting dan mendesak"),
        Quadrant.SCHEDULE: _("penting, tidak mendesak"),
        Quadrant.DELEGATE: _("mendesak, tidak penting"),
        Quadrant.ELIMINATE: _("tidak penting, tidak mendesak"),
    }[value]


def status_word(value: TaskStatus) -> str:
    """`terbuka`."""
    return {
        TaskStatus.OPEN: _("terbuka"),
        TaskStatus.DELEGATED: _("didelegasikan"),
        TaskStatus.DONE: _("selesai"),
        TaskStatus.DROPPED: _("disingkirkan"),
    }[value]


def kind_word(value: TaskKind) -> str:
    """`rutin`."""
    return {
        TaskKind.ROUTINE: _("rutin"),
        TaskKind.PROJECT: _("proyek"),
        TaskKind.AD_HOC: _("mendadak"),
    }[value]


def impact_word(value: Impact) -> str:
    """`tinggi`."""
    return {
        Impact.HIGH: _("tinggi"),
        Impact.MEDIUM: _("sedang"),
        Impact.LOW: _("rendah"),
    }[value]
