"""The words by which the values of the domain are shown, and the symbols that go with them."""

from collections.abc import Iterable

from keseimbangan.domain.akhlak import Akhlak
from keseimbangan.domain.blocks import BlockKind, BlockStatus, WorkLocation
from keseimbangan.domain.elements import Element
from keseimbangan.i18n import _
from keseimbangan.view.console import shown


def element(value: Element) -> str:
    """`kerja`."""
    return {
        Element.WORK: _("kerja"),
        Element.LIFE: _("pribadi"),
        Element.RECOVERY: _("pulih"),
        Element.GROWTH: _("kembang"),
    }[value]


def block_kind(value: BlockKind) -> str:
    """`fokus`."""
    return {
        BlockKind.FOCUS: _("fokus"),
        BlockKind.MEETING: _("rapat"),
        BlockKind.ADMINISTRATION: _("administrasi"),
        BlockKind.SERVICE: _("layanan"),
        BlockKind.BREAK: _("istirahat"),
        BlockKind.FAMILY: _("keluarga"),
        BlockKind.BUFFER: _("penyangga"),
        BlockKind.OTHER: _("lain"),
    }[value]


def block_status(value: BlockStatus) -> str:
    """`terencana`."""
    return {
        BlockStatus.PLANNED: _("terencana"),
        BlockStatus.DONE: _("selesai"),
        BlockStatus.SKIPPED: _("dilewati"),
    }[value]


def akhlak(values: Iterable[Akhlak]) -> str:
    """`akuntabel, loyal`."""
    names = {
        Akhlak.SERVICE_ORIENTED: _("berorientasi pelayanan"),
        Akhlak.ACCOUNTABLE: _("akuntabel"),
        Akhlak.COMPETENT: _("kompeten"),
        Akhlak.HARMONIOUS: _("harmonis"),
        Akhlak.LOYAL: _("loyal"),
        Akhlak.ADAPTIVE: _("adaptif"),
        Akhlak.COLLABORATIVE: _("kolaboratif"),
    }
    return ", ".join(names[value] for value in values)


def leave_kind(kind: str) -> str:
    """`tahunan`; an agency's own kind is the word it gave."""
    return {
        "annual": _("tahunan"),
        "sick": _("sakit"),
        "maternity": _("melahirkan"),
        "long": _("besar"),
        "important": _("alasan penting"),
        "unpaid": _("di luar tanggungan negara"),
    }.get(kind, kind)


def shift_name(name: str) -> str:
    """`malam`; a shift of the agency's own has the word it gave."""
    return {
        "morning": _("pagi"),
        "afternoon": _("siang"),
        "night": _("malam"),
        "off": _("libur"),
    }.get(name) or shown(name)


def location(value: WorkLocation) -> str:
    """`kantor`."""
    return {
        WorkLocation.OFFICE: _("kantor"),
        WorkLocation.HOME: _("rumah"),
        WorkLocation.OTHER: _("tempat lain"),
    }[value]


# A symbol of its own for each element: colour alone never carries a meaning.
ELEMENT_SYMBOLS = {
    Element.WORK: "■",
    Element.LIFE: "♥",
    Element.RECOVERY: "○",
    Element.GROWTH: "▲",
}
ELEMENT_STYLES = {
    Element.WORK: "blue",
    Element.LIFE: "magenta",
    Element.RECOVERY: "cyan",
    Element.GROWTH: "yellow",
}
