"""Put what is open on paper: a sheet's list, what we keep about whoever is open, or the board."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_, words
from pos_companion.printouts import Document
from pos_companion.services.printing import today_board, what_we_keep
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.panels import Wish
from ui.printing import Paper, print_out


class PrintOut(Errand):
    """One key, no question: it comes out, and the toast says where.

    Attributes:
        paper: the printer; None is the computer's own.
        folder: for files where there is no printer; None is the person's documents.
    """

    key = "Ctrl+P"
    label = N_("print what is open")
    place = Place.WINDOW
    wish = Wish.PRINT

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self.paper: Paper | None = None
        self.folder: Path | None = None

    def start(self) -> None:
        """Print it."""
        self.desk.run(self._wanted(), self._print)

    def _wanted(self) -> Callable[[], Document]:
        if self.desk.sheet is not None and (made := self.desk.sheet.printable()) is not None:
            return made
        if self.visit is not None:
            return partial(what_we_keep, self.shop, self.visit.found.card.customer.id)
        return partial(today_board, self.shop)

    def _print(self, document: Document) -> None:
        try:
            printed = print_out(document, self.paper, self.folder)
        except NotSavedError as error:
            self.desk.refused(error)
            return
        self.desk.notices.tell(words(printed.phrase))
