"""Somebody who may be the same person: one row, with the evidence for it."""

from pos_companion.i18n import N_, Phrase, _, fill, words
from pos_companion.services.similar import Similar
from ui.kit import Found, ResultRow, tint_for
from ui.panels.head import initials


def evidence_row(one: Similar) -> ResultRow:
    """The row; whoever shows it says what a tap on it does."""
    values = {"evidence": list(one.reasons), "detail": one.detail}
    return ResultRow(
        Found(
            fill(_("Looks like {name}"), name=words(one.name)),
            words(Phrase(N_("{evidence} · {detail}. Same?"), values)),
            initials(one.customer),
            tint_for(str(one.customer.id)),
        )
    )
