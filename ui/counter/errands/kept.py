"""Show all we keep about whoever is open: to read, on paper, or as a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pos_companion.i18n import N_, _, fill
from pos_companion.printouts import Document
from pos_companion.services.kept_file import save_everything_kept
from pos_companion.services.printing import what_we_keep
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.kept import KeptSheet
from ui.panels import Intent, Wish


class AllWeKeep(Errand):
    """Whoever may see what is locked reads it first.

    Attributes:
        folder: for files; None is the person's documents.
    """

    label = N_("show all we keep about them")
    place = Place.CARD
    wish = Wish.KEPT

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self.folder: Path | None = None

    def start(self) -> None:
        """Open the page; the way back leads to the card."""
        self.wished(None)

    def wished(self, about: object) -> None:
        """The same, with a way back of its own."""
        if self.visit is not None:
            customer = self.visit.found.card.customer.id
            back = about if callable(about) else None
            work = partial(what_we_keep, self.shop, customer)
            self.desk.run(work, partial(self._open, customer, back))

    def _open(self, customer: int, back: Callable[[], object] | None, document: Document) -> None:
        sheet = KeptSheet(document)
        sheet.print_asked.connect(lambda: self.desk.wished.emit(Intent(Wish.PRINT)))
        sheet.file_asked.connect(partial(self._save, customer))
        self.desk.open(sheet, back)

    def _save(self, customer: int) -> None:
        self.desk.run(partial(save_everything_kept, self.shop, customer, self.folder), self._said)

    def _said(self, path: Path) -> None:
        text = fill(_("Saved as {file} in {folder}."), file=path.name, folder=str(path.parent))
        self.desk.notices.tell(text)
