"""The day as its tests read it."""

from tests.in_process import Imbang

# Friday, 27 November 2026.
FRIDAY = "2026-11-27T{}:00+07:00"


def lines(imbang: Imbang, *call: str, **more: str) -> list[str]:
    """The lines of the day without the blanks between."""
    return [line.rstrip() for line in imbang("hari", *call, **more).ok().out.splitlines() if line]


def codes(imbang: Imbang, *call: str, **more: str) -> list[str]:
    """The codes of the day's warnings."""
    return [w["code"] for w in imbang("hari", *call, "--json", **more).ok().json["warnings"]]
