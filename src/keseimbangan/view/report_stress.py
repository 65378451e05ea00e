"""The stress journal in a report, in words. Imported only where a report was asked for it."""

from keseimbangan import formats
from keseimbangan.domain.report_stress import FEWEST, Level, StressFigures
from keseimbangan.domain.triggers import named
from keseimbangan.i18n import language, ngettext


def stress_sentence(stress: StressFigures) -> str:
    """The mean level with the number of entries behind it."""
    text = ngettext("{n} catatan.", "{n} catatan.", stress.entries).format(n=stress.entries)
    if stress.mean is None or stress.entries < FEWEST:
        return text
    return ngettext(
        "Rata-rata {mean} dari 10, dari {n} catatan.",
        "Rata-rata {mean} dari 10, dari {n} catatan.",
        stress.entries,
    ).format(mean=formats.decimal(stress.mean), n=stress.entries)


def level_text(level: Level) -> str:
    """`6,3 (4 catatan)`; only the number of entries where they are too few for a mean."""
    entries = ngettext("{n} catatan", "{n} catatan", level.entries).format(n=level.entries)
    return entries if level.entries < FEWEST else f"{formats.decimal(level.mean)} ({entries})"


def trigger_word(level: Level) -> str:
    """The word of a trigger in the language, or the person's own, as typed."""
    return named(level.name, language())
