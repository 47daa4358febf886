"""The Today board on paper, for a shop without a second screen."""

from dataclasses import dataclass

from pos_companion.i18n import N_, LongDay, Phrase
from pos_companion.model.card import Board
from pos_companion.printouts import Document, Line, Printout, Section, Table, letterhead

_KINDS = {
    "owed": N_("We owe them"),
    "celebration": N_("Celebrations"),
    "not_recorded": N_("Not recorded"),
    "missed": N_("Regulars we miss"),
    "shelf": N_("Running low"),
}
_OTHERS = N_("And also")


@dataclass(frozen=True)
class TodayBoard(Printout):
    """What the shop should know today."""

    board: Board
    shop: str = ""
    label = N_("Today")

    def document(self) -> Document:
        """One part for each kind of row, in the board's own order."""
        kinds = dict.fromkeys(row.kind for row in self.board.rows)
        sections = [self._section(kind) for kind in kinds]
        if not sections:
            sections = [Section(None, (Line(Phrase(N_("Nothing special today."))),))]
        return Document(
            title=Phrase(N_("Today")),
            sections=tuple(sections),
            remark=letterhead(self.shop, LongDay(self.board.today)),
        )

    def _section(self, kind: str) -> Section:
        heads = (Phrase(N_("What")), Phrase(N_("Who")))
        rows = tuple((row.text, row.detail) for row in self.board.rows if row.kind == kind)
        return Section(Phrase(_KINDS.get(kind, _OTHERS)), (Table(heads, rows),))
