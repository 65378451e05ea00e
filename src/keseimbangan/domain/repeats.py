"""How often something repeats, as a person writes it, as the value of an RRULE (RFC 5545).

The rule has no DTSTART, for that is the block's own start, and no UNTIL, for that is asked apart.
`tiap minggu` is every week; Sunday is `tiap hari minggu`, `tiap ahad`, or `minggu` among several
days. As in iCalendar, `tiap tanggal 31` and `tiap senin kelima` fall only in the months that have
them; the last day of every month is `tiap akhir bulan`.
"""

import re
from collections.abc import Iterable

from keseimbangan.domain.dates import WEEKDAYS, folded
from keseimbangan.errors.text import UnreadableRepeat

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_INTERVAL, MOST_COUNT = 400, 1000


def _by_word[T](meanings: dict[T, str]) -> dict[str, T]: ...
