"""How rules stand: in use, paused, ended, and in which order they are asked."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pos_companion.i18n import _
from pos_companion.rules import RuleState
from pos_companion.services import Shop
from pos_companion.services.rulebook import RuleChange, activate, end, pause, reorder, save_rule
from ui.office.rules.room import RulesRoom


class RuleDeeds:
    """Each happens at once, and is told with a way back.

    Args:
        page: the page of rules.
    """

    def __init__(self, page: RulesRoom) -> None:
        self._page = page

    def start(self) -> None:
        """Put the rule beside into use, as it stands on the screen."""
        page, rule = self._page, self._page.rule()
        if rule is None:
            return
        work = partial(activate, page.shop, rule.id)
        if page.drafts.has(rule.id):
            kept = page.kept(rule.id)
            active = replace(rule, state=RuleState.ACTIVE)
            work = partial(save_rule, page.shop, active, kept.version if kept else 0)
        page.do(work, self._on_started)

    def pause(self) -> None:
        """Use the rule beside no more for now."""
        self._stand(pause, _("{rule} is paused."))

    def end(self) -> None:
        """Use the rule beside no more."""
        self._stand(end, _("{rule} has ended."))

    def order(self, ids: list[str]) -> None:
        """Ask the rules in this order."""
        page = self._page
        kept = [one for one in ids if page.kept(one) is not None]
        done = _("The rules are asked in this order.")
        page.do(partial(reorder, page.shop, kept), lambda change: page.tell(change, done))

    def _stand(self, deed: Callable[[Shop, str], RuleChange], done: str) -> None:
        page = self._page
        if page.shown:
            work = partial(deed, page.shop, page.shown)
            page.do(work, lambda change: page.tell(change, done))

    def _on_started(self, change: RuleChange) -> None:
        self._page.drafts.drop(change.rule.id)
        self._page.tell(change, _("{rule} is in use."))
