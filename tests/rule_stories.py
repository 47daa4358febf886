"""Pictures of the rules, the shelf, and what is offered."""

from collections.abc import Callable

from tests.bots import Cashier
from ui.office.rules.page import RulesPage
from ui.office.shelf import ShelfPage

DOCK, FULL, LARGE = (440, 900), (1280, 800), (1280, 1120)

Story = Callable[[Cashier], object]


def shelf(cashier: Cashier) -> ShelfPage:
    """The gift shelf."""
    cashier.window.show_room("shelf")
    cashier.settle()
    page = cashier.window.rooms.pages["shelf"]
    assert isinstance(page, ShelfPage)
    return page


def opened_gift(cashier: Cashier) -> None:
    """What can be done with the first gift."""
    page = shelf(cashier)
    page.open(next(iter(page.rows)))
    cashier.settle()


def new_gift(cashier: Cashier) -> None:
    """Something new on the shelf."""
    shelf(cashier).start_new()
    cashier.settle()


def rules(cashier: Cashier) -> RulesPage:
    """The list of rules, and the first beside it."""
    cashier.window.show_room("rules")
    cashier.settle()
    page = cashier.window.rooms.pages["rules"]
    assert isinstance(page, RulesPage)
    return page


def one_rule(cashier: Cashier) -> RulesPage:
    """The first rule, also where there is room for one pane alone."""
    page = rules(cashier)
    page.open(page.list.ids()[0])
    cashier.settle()
    return page


def open_part(cashier: Cashier) -> None:
    """A small choice in the sentence."""
    page = one_rule(cashier)
    page.desk.editor.when.sentences[0].open("who")
    cashier.settle()


def ready_made(cashier: Cashier) -> None:
    """What a new rule can begin with."""
    page = rules(cashier)
    page.new.click()
    cashier.settle()


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("200-shelf", FULL, "light", shelf),
    ("201-shelf-dark", DOCK, "dark", shelf),
    ("202-shelf-german", DOCK, "light", opened_gift),
    ("203-shelf-arabic", FULL, "light", opened_gift),
    ("204-shelf-200-percent", LARGE, "light", shelf),
    ("205-shelf-new", FULL, "light", new_gift),
    ("210-rules", FULL, "light", rules),
    ("211-rules-dark", FULL, "dark", open_part),
    ("212-rules-dock", DOCK, "light", rules),
    ("213-rule-dock", DOCK, "light", one_rule),
    ("214-rules-german", FULL, "light", rules),
    ("215-rules-arabic", FULL, "light", open_part),
    ("216-rules-200-percent", LARGE, "light", one_rule),
    ("217-rules-ready", FULL, "light", ready_made),
)
