"""The weekly review as Markdown, for one's own notes or for whoever asked for it."""

from collections.abc import Iterator

from keseimbangan.domain.review import WeeklyReview
from keseimbangan.i18n import _
from keseimbangan.view import markdown as md
from keseimbangan.view import report_words as say
from keseimbangan.view.review import ReviewPage, decision_text, element_hours, standing, title


def review_markdown(page: ReviewPage) -> str:
    """The whole review, as far as it has come."""
    review = page.review
    sections = [
        (_("Tercapai"), _achieved(page)),
        (_("Tertunda"), _postponed(page)),
        (_("Pelajaran"), iter([md.quotation(review.learned)] if review.learned else [])),
        (_("Kemenangan kecil"), iter([md.bullets(map(md.escaped, review.wins))])),
        (_("Prioritas pekan depan"), _priorities(review)),
    ]
    parts = [md.heading(title(page), 1), standing(review) or ""]
    for heading, body in sections:
        if text := [part for part in body if part]:
            parts += [md.heading(heading), *text]
    return md.document(parts)


def _achieved(page: ReviewPage) -> Iterator[str]:
    yield md.bullets(
        " — ".join(md.escaped(text) for text in (task.title, task.result) if text)
        for task in page.finished
    )
    if hours := element_hours(page.figures):
        yield md.table((_("unsur"), _("selesai")), hours)
    if page.figures.focus.sessions:
        yield _("Fokus: {figures}").format(figures=say.focus_sentence(page.figures.focus))


def _postponed(page: ReviewPage) -> Iterator[str]:
    decided = [
        (page.decided[one.task].title, decision_text(one))
        for one in page.review.decisions
        if one.task in page.decided
    ]
    waiting = [(task.title, _("belum diputuskan")) for task in page.undecided]
    yield md.bullets(f"{md.escaped(name)}: {md.escaped(text)}" for name, text in decided + waiting)


def _priorities(review: WeeklyReview) -> Iterator[str]:
    lines = [f"{n}. {md.escaped(one.text)}" for n, one in enumerate(review.priorities, 1)]
    yield "\n".join(lines)
