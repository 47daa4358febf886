"""Do anything by its name."""

from pos_companion.i18n import N_
from ui.counter.commands import Command
from ui.counter.errands import Errand
from ui.counter.sheets.palette import Palette


class FindCommand(Errand):
    """One line that finds every screen, errand and setting."""

    key = "Ctrl+K"
    label = N_("find anything that can be done here")

    def start(self) -> None:
        """Open the line; a sheet with something in it is left alone."""
        if self.desk.sheet is not None:
            return
        sheet = Palette(self.desk.commands.doable(self.visit is not None))
        sheet.chosen.connect(self._do)
        self.desk.open(sheet)
        sheet.start()

    def _do(self, command: Command) -> None:
        self.desk.close()
        if command.run is not None:
            command.run()
