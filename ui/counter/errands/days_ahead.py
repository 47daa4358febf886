"""What the whole shop has to celebrate, seven or thirty days ahead."""

from functools import partial

from pos_companion.i18n import N_
from pos_companion.services.printing import coming_days
from pos_companion.services.today import days_ahead
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.days_ahead import LOOKS, DaysAheadSheet

_PRINT = "Ctrl+P"


class DaysAhead(Errand):
    """A list to look through before the shop opens, or to put on paper."""

    label = N_("days to celebrate, the next 7 or 30")

    def start(self) -> None:
        """Look a week ahead."""
        self.look(LOOKS[0])

    def look(self, days: int) -> None:
        """Look so many days ahead."""
        sheet = DaysAheadSheet(self.shop.today, days, partial(coming_days, self.shop))
        sheet.chosen.connect(self._open)
        sheet.days_asked.connect(partial(self._read, sheet))
        sheet.print_asked.connect(self._print)
        self.desk.open(sheet)
        sheet.start()
        self._read(sheet, days)

    def _read(self, sheet: DaysAheadSheet, days: int) -> None:
        """Read the list on the worker; with a hundred thousand people it takes a second."""
        work = partial(days_ahead, self.shop, days)
        self.journey.tasks.run(work, partial(sheet.show_ahead, days), self.desk.refused, sheet)

    def _open(self, customer: int) -> None:
        self.desk.close()
        self.journey.open(customer)

    def _print(self) -> None:
        """Do what the key for printing does."""
        command = self.desk.commands.on_key(_PRINT, Place.WINDOW)
        if command is not None and command.run is not None:
            command.run()
