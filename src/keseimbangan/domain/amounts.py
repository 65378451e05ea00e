"""Amounts as people write them: `12`, `0,5`, `1.250.000`, `12 laporan`.

An amount has at most twelve digits before the decimals and three behind, which a float holds to the
last of them.
"""

import re
from typing import NamedTuple

from keseimbangan.errors.targets import AmbiguousAmount, AmountOutOfBounds, UnreadableAmount

LIMIT = 10**12

# A blank parts a word from its number, or `1e3` would be one unit of "e3".
_WRITTEN = r"([\d.,]{1,30})(?: *([^\w\s.,])| +([^\d\s.,][^\n]{0,59}))?"
_PLAIN = r"\d+"
_DECIMAL = r"(\d+)[.,](\d{1,3})"
_GROUPED = r"(\d{1,3})(?:\.\d{3}){2,}(?:,\d{1,3})?|(\d{1,3})(?:,\d{3}){2,}(?:\.\d{1,3})?"
_MIXED = r"\d{1,3}(?:\.\d{3})+,\d{1,3}|\d{1,3}(?:,\d{3})+\.\d{1,3}"


class Amount(NamedTuple):
    """A number and the unit behind it, where one was written."""

    value: float
    unit: str | None = None


def parse_amount(text: str) -> Amount:
    """An amount of at least 0; raises UnreadableAmount, AmbiguousAmount and AmountOutOfBounds.

    `1.250` could be a thousand or one and a quarter, so it is refused; `0,125` and `1.250.000` are
    clear.
    """
    match = re.fullmatch(_WRITTEN, text.strip(), re.ASCII)
    if not match:
        raise UnreadableAmount(text)
    return Amount(_number(match[1]), match[2] or match[3])


def _number(text: str) -> float:
    if re.fullmatch(_PLAIN, text):
        return _bounded(text, text)
    if match := re.fullmatch(_DECIMAL, text):
        whole, fraction = match.groups()
        # Groups have three digits, and no number that has them begins with a nought.
        if len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0"):
            raise AmbiguousAmount(text, whole + fraction, f"{whole},{fraction[:2]}")
        return _bounded(f"{whole}.{fraction}", text)
    if re.fullmatch(_GROUPED, text) or re.fullmatch(_MIXED, text):
        last = max(text.rfind("."), text.rfind(","))
        marks = {sign for sign in text if sign in ".,"}
        plain = re.sub(r"[.,]", "", text)
        if len(marks) == 2:
            behind = len(text) - last - 1
            plain = f"{plain[:-behind]}.{plain[-behind:]}"
        return _bounded(plain, text)
    raise UnreadableAmount(text)


def _bounded(plain: str, text: str) -> float:
    value = float(plain)
    if value >= LIMIT:
        raise AmountOutOfBounds(text)
    return value
