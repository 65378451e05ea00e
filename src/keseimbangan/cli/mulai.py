"""`imbang mulai`: a guided first run that nobody needs. Every question has a flag."""

from typing import Annotated, Any

from keseimbangan.cli import params
from keseimbangan.cli.atur import described, write
from keseimbangan.cli.command import Entry
from keseimbangan.cli.context import Context, env_of
from keseimbangan.i18n import _
from keseimbangan.setting_values import Plain, plain
from keseimbangan.settings import read_value


def _flag(key: str, word: str, english: str, help: str, metavar: str) -> Any:
    """The option that answers the question about a key; read and refused as `atur ubah` does."""

    def read(text: Any) -> Plain:
        return plain(key, read_value(key, str(text)))

    return params.option(word, english, help=help, metavar=metavar, parser=read)


def _day_flag(key: str, english: str, help: str) -> Any:
    return _flag(f"jam_kerja.{key}", key, english, help, _("JAM"))


def _place_flag(key: str, english: str, help: str) -> Any:
    name, word = f"lokasi-{key}", f"{english}-location"
    return _flag(f"lokasi_hari.{key}", name, word, help, _("kantor|rumah|lain"))


def _intention_flag(key: str, english: str, help: str) -> Any:
    return _flag(f"niat.{key}", f"niat-{key}", f"{english}-intention", help, _("LAMA"))


def start(
    ctx: Context,
    language: Annotated[
        Any, _flag("bahasa", "bahasa", "language", _("Bahasa layar."), "id|en")
    ] = None,
    zone: Annotated[
        Any, _flag("zona", "zona", "zone", _("Zona waktu Anda."), "WIB|WITA|WIT")
    ] = None,
    work_days: Annotated[
        Any,
        _flag("hari_kerja", "hari-kerja", "work-days", _("Hari kerja sepekan."), "5|6"),
    ] = None,
    monday: Annotated[Any, _day_flag("senin", "monday", _("Jam kerja Senin."))] = None,
    tuesday: Annotated[Any, _day_flag("selasa", "tuesday", _("Jam kerja Selasa."))] = None,
    wednesday: Annotated[Any, _day_flag("rabu", "wednesday", _("Jam kerja Rabu."))] = None,
    thursday: Annotated[Any, _day_flag("kamis", "thursday", _("Jam kerja Kamis."))] = None,
    friday: Annotated[Any, _day_flag("jumat", "friday", _("Jam kerja Jumat."))] = None,
    saturday: Annotated[Any, _day_flag("sabtu", "saturday", _("Jam kerja Sabtu."))] = None,
    sunday: Annotated[Any, _day_flag("minggu", "sunday", _("Jam kerja Minggu."))] = None,
    location: Annotated[
        Any,
        _flag("lokasi", "lokasi", "location", _("Lokasi kerja biasa."), _("kantor|rumah|lain")),
    ] = None,
    monday_place: Annotated[Any, _place_flag("senin", "monday", _("Lokasi biasa Senin."))] = None,
    tuesday_place: Annotated[
        Any, _place_flag("selasa", "tuesday", _("Lokasi biasa Selasa."))
    ] = None,
    wednesday_place: Annotated[
        Any, _place_flag("rabu", "wednesday", _("Lokasi biasa Rabu."))
    ] = None,
    thursday_place: Annotated[
        Any, _place_flag("kamis", "thursday", _("Lokasi biasa Kamis."))
    ] = None,
    friday_place: Annotated[Any, _place_flag("jumat", "friday", _("Lokasi biasa Jumat."))] = None,
    saturday_place: Annotated[
        Any, _place_flag("sabtu", "saturday", _("Lokasi biasa Sabtu."))
    ] = None,
    sunday_place: Annotated[Any, _place_flag("minggu", "sunday", _("Lokasi biasa Minggu."))] = None,
    work: Annotated[Any, _intention_flag("kerja", "work", _("Kerja tiap pekan."))] = None,
    life: Annotated[
        Any, _intention_flag("pribadi", "life", _("Kehidupan pribadi tiap pekan."))
    ] = None,
    recovery: Annotated[
        Any, _intention_flag("pulih", "recovery", _("Pemulihan tiap pekan."))
    ] = None,
    growth: Annotated[
        Any, _intention_flag("kembang", "growth", _("Pengembangan diri tiap pekan."))
    ] = None,
    minutes: Annotated[
        Any, _flag("fokus.menit", "menit", "minutes", _("Menit satu sesi fokus."), _("ANGKA"))
    ] = None,
    rest: Annotated[
        Any, _flag("fokus.jeda", "jeda", "break", _("Menit jeda sesudahnya."), _("ANGKA"))
    ] = None,
    yes: Annotated[
        bool, params.option("ya", "yes", help=_("Jangan bertanya; yang tidak disebut tetap."))
    ] = False,
) -> None:
    from keseimbangan.cli.setup_questions import asked
    from keseimbangan.view.setup import SettingSummary

    env = env_of(ctx)
    flags: dict[str, Plain | None] = {
        "bahasa": language,
        "zona": zone,
        "hari_kerja": work_days,
        "jam_kerja.senin": monday,
        "jam_kerja.selasa": tuesday,
        "jam_kerja.rabu": wednesday,
        "jam_kerja.kamis": thursday,
        "jam_kerja.jumat": friday,
        "jam_kerja.sabtu": saturday,
        "jam_kerja.minggu": sunday,
        "lokasi": location,
        "lokasi_hari.senin": monday_place,
        "lokasi_hari.selasa": tuesday_place,
        "lokasi_hari.rabu": wednesday_place,
        "lokasi_hari.kamis": thursday_place,
        "lokasi_hari.jumat": friday_place,
        "lokasi_hari.sabtu": saturday_place,
        "lokasi_hari.minggu": sunday_place,
        "niat.kerja": work,
        "niat.pribadi": life,
        "niat.pulih": recovery,
        "niat.kembang": growth,
        "fokus.menit": minutes,
        "fokus.jeda": rest,
    }
    chosen: dict[str, Plain | None] = {k: v for k, v in flags.items() if v is not None}
    if env.interactive and not yes:
        try:
            chosen |= asked(env, chosen)
        except (KeyboardInterrupt, EOFError):
            env.note(_("Pengaturan Anda tetap seperti semula."))
            raise
    # Only now, and all at once: whoever stops before has changed nothing.
    if chosen:
        write(env, chosen)
    env.show(SettingSummary(described(env, list(chosen))))


entry = Entry("mulai", "setup", _("Perkenalan terpandu, boleh dilewati."), start)
