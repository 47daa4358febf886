"""Hides on the counter what quiet mode hides, and shows it again as it was."""

from PySide6.QtCore import QObject

from ui.counter.page import CounterPage


class Veil(QObject):
    """Goes with one page.

    Args:
        page: its `quiet` says when.
    """

    def __init__(self, page: CounterPage) -> None:
        super().__init__(page)
        self._page = page
        self._telling = False
        page.quiet.changed.connect(self._on_changed)
        page.strip.held.connect(page.quiet.peek)
        page.strip.left.connect(lambda: page.quiet.set_on(False))
        page.desk.shown.connect(self._on_sheet)

    def set_quiet(self, on: bool, by_itself: bool = False) -> None:
        """Begin or leave quiet mode; what was sought goes when nobody is there."""
        page = self._page
        if on and by_itself and not page.quiet.is_on and page.lookup.text():
            page.lookup.clear()
            page.show_rest()
        page.quiet.set_on(on, by_itself)

    def _on_sheet(self, is_open: bool) -> None:
        if is_open and self._page.quiet.hides:
            self._hide_sheet(True)

    def _on_changed(self) -> None:
        page, hides = self._page, self._page.quiet.hides
        page.strip.say()
        page.strip.setVisible(page.quiet.is_on)
        for part in (page.card, page.results, page.today, page.notices):
            part.set_quiet(hides)
        self._hide_line(hides)
        self._hide_sheet(hides)

    def _hide_line(self, hidden: bool) -> None:
        """The line for what they told us; what was typed in it stays."""
        page = self._page
        if hidden and not page.told.isHidden():
            self._telling = True
            page.told.hide()
            page.action_bar.setVisible(page.shows_card)
        elif not hidden and self._telling:
            self._telling = False
            if page.shows_card:
                page.action_bar.hide()
                page.told.show()

    def _hide_sheet(self, hidden: bool) -> None:
        """A sheet may show anything about anybody; nothing that was typed in it is lost."""
        page = self._page
        sheet = page.desk.sheet
        if sheet is None:
            return
        if not sheet.personal:
            sheet.set_quiet(hidden)
            return
        sheet.setVisible(not hidden)
        if hidden:
            page.strip.say(refused=True)
            page.strip.peek.setFocus()
        else:
            sheet.resume()
