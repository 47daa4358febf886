"""What can lie beside the list instead of a rule: ready-made ones, the versions of one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _
from pos_companion.rules import Rule
from pos_companion.services import Shop
from pos_companion.services.ready_rules import ShopKind, ready_rules
from pos_companion.services.rule_use import RulesHere
from pos_companion.services.rulebook import RuleChange, history, restore_version, save_rule
from ui.office.rules.desk import RuleDesk
from ui.office.rules.drafts import Drafts, empty_rule
from ui.office.rules.ready import ReadyMade
from ui.office.rules.rule_list import RuleList
from ui.office.rules.versions import Versions, Written


class _Page(Protocol):
    """What of the page is needed."""

    shop: Shop
    desk: RuleDesk
    list: RuleList
    drafts: Drafts
    here: RulesHere | None
    shown: str

    def kept(self, rule_id: str) -> Rule | None: ...
    def do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None: ...
    def tell(self, change: RuleChange, text: str) -> None: ...
    def show_panes(self) -> None: ...
    def escape(self) -> bool: ...


class Beside(QObject):
    """Opens them and does what is asked there.

    Args:
        page: the page of rules.
    """

    def __init__(self, page: _Page) -> None:
        super().__init__(page.desk)
        self._page = page

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
