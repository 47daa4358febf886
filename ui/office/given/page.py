"""Money and fairness: one thing to look at, one stretch of days, and the finding below."""

from collections.abc import Callable, Generator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import N_, _, fill
from pos_companion.services import Shop
from pos_companion.services.fairness import REGULAR, FairnessReport, fairness, with_segments
from pos_companion.services.gesture_costs import gesture_costs
from pos_companion.services.report_csv import costs_csv, fairness_csv, signals_csv, sources_csv
from pos_companion.services.report_days import SPANS, Span, days_of
from pos_companion.services.report_files import save_report
from pos_companion.services.signals import signals
from pos_companion.services.source_report import source_report
from ui.kit import Button, Panel, ScrollColumn, Text
from ui.office.given.costs import cost_panels
from ui.office.given.fair import fairness_panels
from ui.office.given.looks import signal_panels
from ui.office.given.sources import source_panels
from ui.office.page import OfficePage
from ui.office.rules.choosing import OneOf
from ui.tasks import Tasks
from ui.theme import theme

_WIDEST = 760


class Look(StrEnum):
    """What can be looked at; the value names the file it is kept as."""

    COSTS = "gifts-and-budgets"
    FAIRNESS = "who-gets-something"
    SIGNALS = "worth-a-look"
    SOURCES = "how-they-found-us"


LOOKS = {
    Look.COSTS: N_("What gifts cost"),
    Look.FAIRNESS: N_("Who gets something"),
    Look.SIGNALS: N_("Worth a look"),
    Look.SOURCES: N_("How they found us"),
}
_AS_TABLE: dict[Look, Callable[[Any], str]] = {
    Look.COSTS: costs_csv,
    Look.FAIRNESS: fairness_csv,
    Look.SIGNALS: signals_csv,
    Look.SOURCES: sources_csv,
}


class GivenPage(OfficePage):
    """Chips say what and when; it is worked out by the worker and shown below.

    Attributes:
        look, span: what is looked at, and in which days.
        found: what is shown; None while it is worked out.
        save: keeps it as a CSV file among the documents.
    """

    def __init__(self, shop: Shop, tasks: Tasks) -> None:
        super().__init__(shop, tasks, _("Money and fairness"), _WIDEST)
        self.look, self.span, self._least = Look.COSTS, Span.DAYS_90, REGULAR
        self.found: Any = None
        self._reading = 0
        self._chose_least = False
        self.save = Button(_("Save as CSV"), "soft", "receipt")
        self.save.clicked.connect(self._save)
        self.head.add(self.save)
        looks = {one: _(text) for one, text in LOOKS.items()}
        spans = {one: _(text) for one, text in SPANS.items()}
        self.looks = OneOf(_("Look at"), looks, self.look, self._look_at)
        self.spans = OneOf(_("Which days"), spans, self.span, self._look_in)
        self._column = ScrollColumn()
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        self._shown = QWidget()
        for widget in (self.looks, self.spans, self._shown):
            self._column.add(widget)
        rows.addWidget(self._column, 1)
        self.set_body(body)

    def read(self) -> None:
        """Work it out anew; the counter goes first."""
        self._reading += 1
        self.found = None
        self._show([])
        self.tasks.run_in_steps(
            self._steps(),
            lambda _step: None,
            partial(self._on_found, self._reading),
            partial(self._on_failed, self._reading),
            self,
        )

    def _steps(self) -> Generator[int, None, Any]:
        if self.look is Look.SOURCES:
            return source_report(self.shop)
        days = days_of(self.shop, self.span)
        if self.look is Look.FAIRNESS:
            return fairness(self.shop, days, self._least)
        work = gesture_costs if self.look is Look.COSTS else signals
        return _at_once(partial(work, self.shop, days))

    def _look_at(self, look: Look) -> None:
        self.look = look
        self.spans.setVisible(look is not Look.SOURCES)
        self.read()

    def _look_in(self, span: Span) -> None:
        self.span = span
        self.read()

    def _come_at_least(self, visits: int) -> None:
        self._least = visits
        self.read()
        self._chose_least = True

    def _on_found(self, reading: int, found: Any) -> None:
        if reading == self._reading:
            self.notices.clear_error()
            self.found = found
            self._show(self._panels(found))
            self._give_keyboard_back()
            if self.look is Look.FAIRNESS:
                self._add_segments(reading)

    def _give_keyboard_back(self) -> None:
        """Whoever chose how often a regular comes may go on from there."""
        if self._chose_least:
            for choice in self._shown.findChildren(OneOf):
                chosen = choice.group.checkedButton()
                if chosen is not None:
                    chosen.setFocus()
        self._chose_least = False

    def _add_segments(self, reading: int) -> None:
        """The shop's segments take longer, so they come when they are there."""
        self.tasks.run_in_steps(
            with_segments(self.shop, self.found),
            lambda _step: None,
            partial(self._on_segments, reading),
            partial(self._on_failed, reading),
            self,
        )

    def _on_segments(self, reading: int, found: FairnessReport) -> None:
        if reading == self._reading and found.by_segment:
            self.found = found
            self._chose_least = self._shown.isAncestorOf(self.focusWidget() or self)
            self._show(self._panels(found))
            self._give_keyboard_back()

    def _on_failed(self, reading: int, error: Exception) -> None:
        if reading == self._reading:
            self._show([])
            self.notices.show_error(error)

    def _panels(self, found: Any) -> list[Panel]:
        if self.look is Look.FAIRNESS:
            return fairness_panels(found, self._come_at_least)
        panels: dict[Look, Callable[[Any], list[Panel]]] = {
            Look.COSTS: cost_panels,
            Look.SIGNALS: signal_panels,
            Look.SOURCES: source_panels,
        }
        return panels[self.look](found)

    def _show(self, panels: list[Panel]) -> None:
        """Draw what is known so far; the chips above keep the keyboard."""
        at = self._column.verticalScrollBar().value()
        self.save.setEnabled(self.found is not None)
        fresh = QWidget()
        rows = QVBoxLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("m"))
        for panel in panels:
            rows.addWidget(panel)
        if self.found is None:
            rows.addWidget(Text(_("Looking at the visits…"), "body", "ink2"))
        self._column.column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = fresh
        self._column.verticalScrollBar().setValue(at)

    def _save(self) -> None:
        if self.found is None:
            return
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        self.do(partial(_kept, self.shop, self.look, self.found, folder), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        text = fill(_("Saved as {path}"), path=str(path))
        self.notices.undoable(text, lambda: self.do(path.unlink, lambda _nothing: None))


def _at_once(work: Callable[[], Any]) -> Generator[int, None, Any]:
    """Work in one step."""
    yield 0
    return work()


def _kept(shop: Shop, look: Look, found: Any, folder: Path) -> Path:
    return save_report(shop, look.value, _AS_TABLE[look](found), folder)
