"""What can lie beside the list instead of a rule: ready-made ones, the versions of one."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_, _, fill
from pos_companion.model.giving import Circumstances
from pos_companion.rules import Rule, RuleState
from pos_companion.rules.simulate.replay import Progress
from pos_companion.services import Shop
from pos_companion.services.circumstances import (
    circumstances,
    keep_calendar,
    keep_own_budget,
    put_back,
)
from pos_companion.services.exceptions import exceptions
from pos_companion.services.look_up import find
from pos_companion.services.ready_rules import ShopKind, ready_rules
from pos_companion.services.rule_report import names_of
from pos_companion.services.rulebook import history, restore_version, save_rule
from pos_companion.services.simulation import Simulated, forecast, simulate, try_on, with_draft
from pos_companion.services.simulation_csv import report_csv
from ui.office.rules.drafts import empty_rule
from ui.office.rules.kindness import Kindness, KindnessPage
from ui.office.rules.ready import ReadyMade
from ui.office.rules.report import Asked, ReportPage, Told
from ui.office.rules.room import RulesRoom
from ui.office.rules.try_on import TryOn
from ui.office.rules.versions import Versions, Written


class Beside(QObject):
    """Opens them and does what is asked there.

    Args:
        page: the page of rules.
    """

    def __init__(self, page: RulesRoom) -> None:
        super().__init__(page.desk)
        self._page = page
        self._waits: QObject | None = None
        self._told: Simulated | None = None

    def start_new(self) -> None:
        """Show what a new rule can begin with."""
        page = self._page
        ready = ReadyMade(ShopKind.OTHER)
        ready.kind_chosen.connect(partial(self._read_ready, ready))
        ready.taken.connect(self._take)
        ready.begun.connect(lambda: self._take(empty_rule(page.here, page.list.ids())))
        self._open(ready)
        ready.closed.connect(page.escape)
        ready.own.setFocus()
        self._read_ready(ready, ShopKind.OTHER)

    def ask_versions(self) -> None:
        """Show every version of the rule that is shown."""
        self._page.do(partial(history, self._page.shop, self._page.shown), self._show_versions)

    def ask_whom(self) -> None:
        """Try the rule that is shown on somebody."""
        page, rule = self._page, self._page.rule()
        if rule is None:
            return
        sheet = TryOn(_(rule.name))
        sheet.sought.connect(partial(self._seek, sheet))
        sheet.chosen.connect(partial(self._try, sheet, rule))
        sheet.closed.connect(page.escape)
        self._open(sheet)
        sheet.line.setFocus()

    def ask_report(self) -> None:
        """Live through the whole rulebook, with the rule as it is on the screen."""
        rule = self._page.rule()
        if rule is None:
            return
        asked = Asked()
        report = ReportPage(asked)
        report.asked.connect(partial(self._live, report, rule))
        report.closed.connect(self._page.escape)
        report.exported.connect(lambda: self._export(report))
        self._open(report)
        report.back.setFocus()
        self._live(report, rule, asked)

    def ask_kindness(self) -> None:
        """Show what was given beyond the rules, and what colleagues may give."""
        self._page.do(partial(_kindness, self._page.shop), self._show_kindness)

    def _show_kindness(self, shown: Kindness) -> None:
        page = self._page
        sheet = KindnessPage(shown)
        sheet.kept.connect(lambda own: self._decide(partial(keep_own_budget, page.shop, own)))
        sheet.planned.connect(lambda days: self._decide(partial(keep_calendar, page.shop, days)))
        sheet.closed.connect(page.escape)
        self._open(sheet)
        sheet.back.setFocus()

    def _decide(self, work: Callable[[], Circumstances]) -> None:
        self._page.do(work, self._on_decided)

    def _on_decided(self, before: Circumstances) -> None:
        page = self._page
        page.done(_("Kept for the whole shop."), partial(put_back, page.shop, before))
        self.ask_kindness()

    def _seek(self, sheet: TryOn, text: str) -> None:
        work = partial(find, self._page.shop, text)
        self._page.do(work, lambda hits: sheet.show_hits(text, hits))

    def _try(self, sheet: TryOn, rule: Rule, customer: int) -> None:
        work = partial(try_on, self._page.shop, rule, customer)
        self._page.do(work, lambda found: sheet.show_found(found, rule.id))

    def _live(self, report: ReportPage, rule: Rule, asked: Asked) -> None:
        """A report asked for later makes an earlier one stop: nobody waits for it any more."""
        page = self._page
        lines = page.here.lines if page.here else ()
        rules = [line.rule for line in lines]
        tried = with_draft(rules, replace(rule, state=RuleState.ACTIVE))
        waits = QObject(report)
        before, self._waits = self._waits, waits
        if before is not None and isValid(before):
            before.deleteLater()
        report.show_progress(0, 0)
        page.tasks.run_in_steps(
            _lived(page.shop, tried, asked),
            lambda step: report.show_progress(step.done, step.of),
            partial(self._on_lived, report, tried),
            page.notices.show_error,
            waits,
        )

    def _on_lived(
        self, report: ReportPage, rules: Sequence[Rule], found: tuple[Simulated, dict[int, str]]
    ) -> None:
        self._told = found[0]
        names = {rule.id: _(rule.name) for rule in rules}
        report.show_report(Told(found[0], names, found[1]))

    def _export(self, report: ReportPage) -> None:
        if self._told is not None and report.isVisible():
            self._page.do(partial(_save, self._page.shop, self._told), self._page.notices.tell)

    def _open(self, widget: QWidget) -> None:
        self._page.desk.show_beside(widget)
        self._page.show_panes()

    def _read_ready(self, ready: ReadyMade, kind: ShopKind) -> None:
        here = self._page.here
        if here is not None:
            work = partial(ready_rules, self._page.shop, kind)
            self._page.do(work, lambda rules: ready.show_rules(rules, here.choices))

    def _take(self, rule: Rule) -> None:
        """A new rule is kept as a draft at once, so that nothing of it can get lost."""
        page = self._page
        page.shown = rule.id
        page.desk.close_beside()
        done = _("{rule} is a draft now. Nothing is given by it yet.")
        page.do(partial(save_rule, page.shop, rule), lambda change: page.tell(change, done))

    def _show_versions(self, found: Sequence[tuple[Any, Rule]]) -> None:
        page = self._page
        kept = page.kept(page.shown)
        if page.here is None or kept is None:
            return
        written = [(Written(one.made, one.author, one.used), rule) for one, rule in found]
        versions = Versions(written, page.here.choices, kept.version)
        versions.closed.connect(page.escape)
        versions.restored.connect(self._restore)
        self._open(versions)
        versions.back.setFocus()

    def _restore(self, version: int) -> None:
        page = self._page
        page.desk.close_beside()
        page.drafts.drop(page.shown)
        work = partial(restore_version, page.shop, page.shown, version)
        done = _("{rule} says what it said then.")
        page.do(work, lambda change: page.tell(change, done))


def _kindness(shop: Shop) -> Kindness:
    around = circumstances(shop)
    return Kindness(around.own, around.events, exceptions(shop), shop.profile.currency)


def _lived(
    shop: Shop, rules: Sequence[Rule], asked: Asked
) -> Generator[Progress, None, tuple[Simulated, dict[int, str]]]:
    if asked.days:
        found = yield from simulate(shop, rules, asked.days, asked.knowledge, asked.options)
    else:
        found = yield from forecast(shop, rules)
    return found, names_of(shop, [number for number, _visits in found.report.never])


def _save(shop: Shop, simulated: Simulated) -> str:
    """Write the table where people look for what they saved; says where."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    path = folder / f"gift-rules-{simulated.report.last}.csv"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report_csv(shop, simulated), encoding="utf-8", newline="")
    except OSError as error:
        text = N_("The table could not be written: {why}")
        raise NotSavedError(text, why=error.strerror or error) from error
    return fill(_("Saved as {path}"), path=path)
