"""What keys do with the chips for something else than the usual."""

from ui.counter.page import CounterPage
from ui.kit import Chip
from ui.panels.usual import UsualPanel


class ChipKeys:
    """Opens the chips, walks from one to the next, and finds products by letters.

    Args:
        page: the counter.
    """

    def __init__(self, page: CounterPage) -> None:
        self._page = page

    def choose(self) -> None:
        """Open the chips, or close them again."""
        visit = self._page.journey.visit
        if visit is not None and visit.choosing:
            self._page.journey.choice.stop()
        else:
            self._page.journey.choice.start()

    def choose_by_key(self) -> None:
        """Open the chips with the keyboard on the first, or close them again."""
        self.choose()
        visit = self._page.journey.visit
        chips = self._usual().chips.widgets()
        if visit is not None and visit.choosing and chips:
            chips[0].setFocus()
        else:
            self._page.lookup.setFocus()

    def step(self, by: int) -> bool:
        """Walk from chip to chip; False while the keyboard is not on one."""
        chips = [chip for chip in self._usual().chips.widgets() if isinstance(chip, Chip)]
        at = next((at for at, chip in enumerate(chips) if chip.hasFocus()), None)
        if at is None:
            return False
        chips[(at + by) % len(chips)].setFocus()
        return True

    def on_text(self, text: str) -> bool:
        """While somebody chooses something else, letters look for a product."""
        visit = self._page.journey.visit
        if visit is None or not visit.choosing or self._page.lookup.text():
            return False
        line = self._usual().add_line
        line.edit.setFocus()
        line.edit.insert(text)
        line.edited.emit(line.text())
        return True

    def took_first(self) -> bool:
        """Enter after typing a product puts the first one found in, and records nothing yet."""
        visit = self._page.journey.visit
        if visit is None or not visit.sought.strip():
            return False
        if visit.sought_products:
            self._page.journey.choice.toggle(visit.sought_products[0])
        return True

    def _usual(self) -> UsualPanel:
        panel = self._page.card.panels["usual"]
        if not isinstance(panel, UsualPanel):
            raise TypeError("the usual panel is not where it should be")
        return panel
