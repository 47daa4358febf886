"""Pictures of money and fairness, and of a gift that asks why."""

from collections.abc import Callable
from dataclasses import replace

from tests.bots import Cashier
from tests.gesture_stories import weeks_of_gifts
from ui.kit import ScrollColumn
from ui.office.given.page import LOOKS, GivenPage, Look

ROSA = "2500000000108"
DOCK, FULL, LARGE = (440, 900), (1280, 800), (1280, 1120)
Story = Callable[[Cashier], object]


def looked_at(look: Look, lower: bool = False) -> Callable[[Cashier], None]:
    """The office looks at one of the reports."""

    def story(cashier: Cashier) -> None:
        weeks_of_gifts(cashier.shop)
        cashier.window.show_room("given")
        page = cashier.window.rooms.pages["given"]
        assert isinstance(page, GivenPage)
        page.looks.chips[list(LOOKS).index(look)].click()
        for _step in range(40):
            cashier.settle()
        bar = page.findChildren(ScrollColumn)[0].verticalScrollBar()
        bar.setValue(bar.maximum() if lower else 0)
        cashier.settle()

    return story


def why_given(cashier: Cashier) -> None:
    """The rule of the gift on the card asks why."""
    shop = cashier.shop
    with shop.storage.transaction():
        for rule in shop.storage.rulebook.rules():
            shop.storage.rulebook.save(replace(rule, reason_required=True), shop.clock.now())
    cashier.scans(ROSA).presses("Space")


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("400-given-costs", FULL, "light", looked_at(Look.COSTS)),
    ("401-given-costs-lower", FULL, "light", looked_at(Look.COSTS, lower=True)),
    ("402-given-costs-dark", DOCK, "dark", looked_at(Look.COSTS)),
    ("403-given-costs-german", DOCK, "light", looked_at(Look.COSTS, lower=True)),
    ("404-given-costs-200-percent", LARGE, "light", looked_at(Look.COSTS)),
    ("405-given-fair", FULL, "light", looked_at(Look.FAIRNESS)),
    ("406-given-fair-dark", FULL, "dark", looked_at(Look.FAIRNESS, lower=True)),
    ("407-given-fair-arabic", DOCK, "light", looked_at(Look.FAIRNESS)),
    ("408-given-signals", FULL, "light", looked_at(Look.SIGNALS)),
    ("409-given-signals-dock", DOCK, "dark", looked_at(Look.SIGNALS)),
    ("410-given-sources", FULL, "light", looked_at(Look.SOURCES)),
    ("411-given-sources-arabic", FULL, "dark", looked_at(Look.SOURCES)),
    ("412-given-why", DOCK, "light", why_given),
    ("413-given-why-arabic-dark", FULL, "dark", why_given),
)
