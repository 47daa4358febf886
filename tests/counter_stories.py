"""Pictures of small things at the counter: no other gift, a coupon again, words without a yes."""

from collections.abc import Callable

from pos_companion.model.consent import ConsentKind
from pos_companion.model.money import Money
from pos_companion.rules import Rule
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.consents import set_consent
from pos_companion.services.finding import find
from tests.bots import Cashier
from ui.counter.sheets.visits import VisitRow

DOCK, FULL = (440, 900), (1280, 800)
ROSA = "2500000000108"

Story = Callable[[Cashier], object]


def nothing_else(cashier: Cashier) -> None:
    """The key for another gift, where there is none."""
    shop = cashier.shop
    assert shop is not None
    cashier.scans(ROSA)
    for _ in range(4):
        cashier.presses("F3")
        if cashier.sees("Nothing else fits now"):
            break
        cashier.taps("Not today")


def coupon_again(cashier: Cashier) -> None:
    """A visit that earned a coupon."""
    shop = cashier.shop
    assert shop is not None
    two = Coupon(Money(200, shop.profile.currency))
    rule = Rule("next-time", "For next time", AllOf(), (two,), "For next time.", "", priority=0)
    with shop.storage.transaction():
        shop.storage.rulebook.save(rule, shop.clock.now())
    cashier.types("oleg").presses("Enter").presses("Space").presses("Enter").waits(60_000)
    cashier.types("oleg").presses("Enter").presses("Ctrl+J")
    cashier.visible(VisitRow)[0].tile.click()
    cashier.settle()


def unasked(cashier: Cashier) -> None:
    """The line for what somebody told us whom nobody has asked."""
    assert cashier.shop is not None
    customer = find(cashier.shop, "rosa")[0].customer.id
    set_consent(cashier.shop, customer, ConsentKind.MEMORY, None)
    cashier.scans(ROSA).presses("F5")


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("500-no-other-gift", DOCK, "light", nothing_else),
    ("501-coupon-again", DOCK, "light", coupon_again),
    ("502-coupon-again-full-dark", FULL, "dark", coupon_again),
    ("503-coupon-again-arabic", DOCK, "light", coupon_again),
    ("504-told-unasked", DOCK, "light", unasked),
    ("505-told-unasked-german-dark", DOCK, "dark", unasked),
    ("506-told-unasked-full", FULL, "light", unasked),
)
