"""Options and arguments of the commands for tasks."""

from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.domain.tasks import Impact, Quadrant, TaskKind
from keseimbangan.i18n import _

TASK_KINDS = {
    "rutin": TaskKind.ROUTINE,
    "proyek": TaskKind.PROJECT,
    "mendadak": TaskKind.AD_HOC,
    "routine": TaskKind.ROUTINE,
    "project": TaskKind.PROJECT,
    "ad_hoc": TaskKind.AD_HOC,
    "ad-hoc": TaskKind.AD_HOC,
}
IMPACTS = {
    "tinggi": Impact.HIGH,
    "sedang": Impact.MEDIUM,
    "rendah": Impact.LOW,
    **{impact.value: impact for impact in Impact},
}
QUADRANTS = {
    "kerjakan": Quadrant.DO,
    "jadwalkan": Quadrant.SCHEDULE,
    "delegasikan": Quadrant.DELEGATE,
    "singkirkan": Quadrant.ELIMINATE,
    **{quadrant.value: quadrant for quadrant in Quadrant},
    "drop": Quadrant.ELIMINATE,
}
# What takes more than a working week is a project, and is to be split.
LONGEST_ESTIMATE = 40 * 60

Number = Annotated[int, params.task_argument()]
Title = Annotated[str, params.argument(_("JUDUL"), help=_("Judul tugas."), parser=params.title)]
Due = Annotated[
    str | None, params.option("tenggat", "due", help=_("Tenggat."), metavar=_("TANGGAL"))
]
NotBefore = Annotated[
    str | None,
    params.option(
        "mulai-dari",
        "not-before",
        help=_("Tidak dikerjakan sebelum hari itu."),
        metavar=_("TANGGAL"),
    ),
]
AnyTime = Annotated[
    bool,
    params.option("kapan-saja", "any-time", help=_("Hapus hari mulainya.")),
]
Important = Annotated[
    bool | None,
    params.option(
        "penting/tidak-penting", "important/not-important", help=_("Penting atau tidak.")
    ),
]
Urgent = Annotated[
    bool | None,
    params.option("mendesak/tidak-mendesak", "urgent/not-urgent", help=_("Mendesak atau tidak.")),
]
Estimate = Annotated[
    int | None,
    params.option(
        "estimasi",
        "estimate",
        help=_("Estimasi lama pengerjaan."),
        metavar=_("LAMA"),
        parser=params.duration(1, LONGEST_ESTIMATE),
    ),
]
Kind = Annotated[Any, params.word_option("jenis", "kind", table=TASK_KINDS, help=_("Jenis tugas."))]
Effect = Annotated[
    Any, params.word_option("dampak", "impact", table=IMPACTS, help=_("Dampak hasilnya."))
]
Element = Annotated[Any, params.element_option()]
Target = Annotated[int | None, params.target_option()]
Note = Annotated[str | None, params.note_option()]
NewTitle = Annotated[
    str | None,
    params.option("judul", "title", help=_("Judul baru."), metavar=_("TEKS"), parser=params.title),
]
NoDue = Annotated[bool, params.option("tanpa-tenggat", "no-due", help=_("Hapus tenggatnya."))]
Reopen = Annotated[
    bool, params.option("buka", "reopen", help=_("Buka lagi tugas yang sudah ditutup."))
]
Until = Annotated[str, params.argument(_("TANGGAL"), help=_("Tenggat yang baru."))]
Pieces = Annotated[
    list[str], params.argument(_("JUDUL"), help=_("Judul tiap bagian."), parser=params.title)
]
InQuadrant = Annotated[
    Any, params.word_option("kuadran", "quadrant", table=QUADRANTS, help=_("Hanya kuadran ini."))
]
Untriaged = Annotated[
    bool, params.option("belum-triase", "untriaged", help=_("Hanya yang belum ditriase."))
]
Delegated = Annotated[
    bool, params.option("didelegasikan", "delegated", help=_("Hanya yang didelegasikan."))
]
Closed = Annotated[bool, params.option("ditutup", "closed", help=_("Yang terakhir ditutup."))]
Most = Annotated[
    int,
    params.option(
        "jumlah",
        "limit",
        help=_("Paling banyak sekian."),
        metavar=_("ANGKA"),
        parser=params.whole_number(1, 100_000),
    ),
]
To = Annotated[
    str | None,
    params.option("ke", "to", help=_("Kepada siapa."), metavar=_("NAMA"), parser=params.short_text),
]
Instruction = Annotated[
    str | None,
    params.option(
        "instruksi",
        "instruction",
        help=_("Instruksi singkat."),
        metavar=_("TEKS"),
        parser=params.note,
    ),
]
ExpectedResult = Annotated[
    str | None,
    params.option(
        "hasil",
        "result",
        help=_("Hasil yang diharapkan."),
        metavar=_("TEKS"),
        parser=params.note,
    ),
]
FollowUp = Annotated[
    str | None,
    params.option(
        "tindak-lanjut",
        "follow-up",
        help=_("Kapan Anda menanyakan hasilnya."),
        metavar=_("TANGGAL"),
    ),
]
TakeBack = Annotated[
    bool, params.option("ambil-kembali", "take-back", help=_("Kerjakan sendiri lagi."))
]
Yes = Annotated[bool, params.yes_option()]
