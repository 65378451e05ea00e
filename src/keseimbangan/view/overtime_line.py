"""The soft line of overtime as people and programs see it: never a rule for ASN."""

from typing import Any, NamedTuple

from rich.text import Text

from keseimbangan import formats
from keseimbangan.domain.overtime import Beyond, Reference
from keseimbangan.domain.period import week_of
from keseimbangan.i18n import _


class OvertimeLine(NamedTuple):
    """The line, what passes it, and the minutes of the days that are shown."""

    reference: Reference
    beyond: Beyond
    minutes: int

    def document(self) -> dict[str, Any]:
        """The line for programs; a week is named by its Monday."""
        return {
            "day_minutes": self.reference.day,
            "week_minutes": self.reference.week,
            "days_beyond": _listed(self.beyond.days),
            "weeks_beyond": _listed(self.beyond.weeks),
        }

    def lines(self) -> list[Text]:
        """What the line is, and each day and week that passes it."""
        text = _("Acuan sektor swasta (bukan aturan ASN): {day} sehari, {week} sepekan.")
        first = text.format(
            day=formats.duration(self.reference.day), week=formats.duration(self.reference.week)
        )
        return [
            Text(first, style="dim"),
            *(Text(f"! {line}", style="bold yellow") for line in self._over()),
        ]

    def of_the_week(self) -> list[Text]:
        """The same below a week, with its overtime; nothing in a week without any."""
        if not self.minutes:
            return []
        return [
            Text(_("Lembur {time}.").format(time=formats.duration(self.minutes))),
            *self.lines(),
        ]

    def _over(self) -> list[str]:
        day, week = _("{day}: lembur {time}"), _("Pekan {days}: lembur {time}")
        return [
            *(
                day.format(day=formats.short_date(each), time=formats.duration(minutes))
                for each, minutes in self.beyond.days.items()
            ),
            *(
                week.format(
                    days=formats.date_span(monday, week_of(monday).last),
                    time=formats.duration(minutes),
                )
                for monday, minutes in self.beyond.weeks.items()
            ),
        ]


def _listed(found: Any) -> list[dict[str, Any]]:
    return [{"date": day.isoformat(), "minutes": minutes} for day, minutes in found.items()]
