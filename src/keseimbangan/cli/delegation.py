"""Delegating: what is missing is asked."""

from datetime import date

from keseimbangan.cli import params
from keseimbangan.cli.context import Env
from keseimbangan.cli.prompts import ask, ask_optional
from keseimbangan.domain.tasks import Delegation
from keseimbangan.errors.usage import AnswerNeeded
from keseimbangan.i18n import _


def completed_delegation(
    env: Env,
    to: str | None,
    instruction: str | None,
    expected: str | None,
    follow_up: date | None,
) -> Delegation:
    """The delegation, asking on a terminal for what was not given; only the name is required."""
    if to is None:
        if not env.interactive:
            raise AnswerNeeded(_("--ke"), _("Kepada siapa?"))
        to = ask(env, _("Kepada siapa?"), _("--ke"), params.short_text)
        instruction = instruction or ask_optional(
            env, _("Instruksi singkat (boleh kosong):"), _("--instruksi"), params.note
        )
        expected = expected or ask_optional(
            env, _("Hasil yang diharapkan (boleh kosong):"), _("--hasil"), params.note
        )
        follow_up = follow_up or ask_optional(
            env, _("Tanyakan lagi kapan (boleh kosong):"), _("--tindak-lanjut"), env.day
        )
    return Delegation(to, instruction, expected, follow_up)
