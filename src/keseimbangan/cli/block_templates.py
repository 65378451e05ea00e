"""Day templates: put in place as ordinary blocks, listed with their items."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from keseimbangan import formats
from keseimbangan.cli.context import Env
from keseimbangan.cli.work_calendar import work_calendar
from keseimbangan.domain.blocks import Block, BlockKind, natural_element
from keseimbangan.domain.period import Period, day_of
from keseimbangan.domain.timeline import first_in_the_way
from keseimbangan.domain.times import parse_time_range
from keseimbangan.domain.workdays import FRIDAY, working_hours
from keseimbangan.errors.blocks import TemplateOccupied, UnknownTemplate
from keseimbangan.i18n import _, language, ngettext
from keseimbangan.store.blocks import Blocks
from keseimbangan.view.blocks import BlockList
from keseimbangan.view.templates import TemplateList

SHIPPED = Path(__file__).parent.parent / "data" / "templates.toml"


def templates() -> dict[str, Any]:
    """The templates that come with the program, by name."""
    return tomllib.loads(SHIPPED.read_text(encoding="utf-8"))


def show_templates(env: Env) -> None:
    """The list."""
    env.show(TemplateList(templates(), language()))


def place(env: Env, name: str, day: date, *, stack: bool, fill: bool) -> None:
    """Write the blocks of a template into a day, all of them or, with `fill`, those that fit.

    Raises UnknownTemplate and TemplateOccupied.
    """
    known = templates()
    found = known.get(name.strip().upper())
    if found is None:
        raise UnknownTemplate(name, tuple(known))
    wanted = [_block(env, item, day) for item in _items(found, day)]
    with env.changing() as db:
        shelf = Blocks(db)
        present = shelf.during(Period(wanted[0].starts_at, max(b.ends_at for b in wanted)))
        free = [block for block in wanted if first_in_the_way(block, present) is None]
        if len(free) < len(wanted) and not (stack or fill):
            raise _occupied(env, wanted, present)
        off = working_hours(day, work_calendar(env, db, day_of(day))).hours is None
        kept = [shelf.add(block) for block in (free if fill else wanted)]
    _report(env, name.strip().upper(), kept, len(wanted) - len(kept))
    if off:
        env.note(_("{day} bukan hari kerja.").format(day=formats.long_date(day)))


def _report(env: Env, name: str, kept: list[Block], left_out: int) -> None:
    headline = _("Templat {name} dipasang.") if kept else _("Tidak ada bagian {name} yang muat.")
    env.show(BlockList(kept, env.zone, headline.format(name=name)))
    if left_out:
        env.note(
            ngettext(
                "{n} bagian dilewati karena waktunya sudah terisi.",
                "{n} bagian dilewati karena waktunya sudah terisi.",
                left_out,
            ).format(n=left_out)
        )


def _items(template: dict[str, Any], day: date) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = template["items"]
    return template.get("friday", items) if day.weekday() == FRIDAY else items


def _block(env: Env, item: dict[str, Any], day: date) -> Block:
    period = parse_time_range(item["range"]).on(day, env.zone)
    kind = BlockKind(item["kind"])
    return Block(
        number=None,
        uid=env.new_uid(),
        title=item[language()],
        starts_at=period.start,
        ends_at=period.end,
        zone=env.zone,
        element=natural_element(kind),
        kind=kind,
        protected=bool(item.get("protected", False)),
    )


def _occupied(env: Env, wanted: list[Block], present: list[Block]) -> TemplateOccupied:
    taken = next(found for block in wanted if (found := first_in_the_way(block, present)))
    zone = None if taken.zone == env.zone else taken.zone
    return TemplateOccupied(taken.number or 0, taken.title, taken.wall.start, taken.wall.end, zone)
