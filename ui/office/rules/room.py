"""What the parts of the page of rules need of it."""

from collections.abc import Callable
from typing import Any, Protocol

from pos_companion.rules import Rule
from pos_companion.services import Shop
from pos_companion.services.rule_use import RulesHere
from pos_companion.services.rulebook import RuleChange
from ui.notices import Notices
from ui.office.rules.desk import RuleDesk
from ui.office.rules.drafts import Drafts
from ui.office.rules.rule_list import RuleList
from ui.tasks import Tasks


class RulesRoom(Protocol):
    """The page: what it shows, and how work about it is done.

    Attributes:
        here: what was read last; None at first.
        shown: the id of the rule beside; empty for none.
    """

    shop: Shop
    tasks: Tasks
    notices: Notices
    desk: RuleDesk
    list: RuleList
    drafts: Drafts
    here: RulesHere | None
    shown: str

    def rule(self) -> Rule | None:
        """The rule beside, as it stands on the screen."""

    def kept(self, rule_id: str) -> Rule | None:
        """A rule as it stands in the records."""

    def do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Have something done by the worker."""

    def done(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done, with a way back."""

    def tell(self, change: RuleChange, text: str) -> None:
        """Say what was done, with a way back."""

    def show_panes(self) -> None:
        """Show the list, the rule, or both."""

    def escape(self) -> bool:
        """Close what is open."""
