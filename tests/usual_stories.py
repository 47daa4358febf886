"""Pictures of the usual order: sure, unsure, out today, said to be wrong, and none."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from pos_companion.model.visits import Visit
from pos_companion.services.catalogue import refresh_habits
from tests.bots import Cashier
from tests.builders import add_customer, basket
from ui.kit import Button

DOCK, FULL, HUGE = (440, 900), (1280, 800), (1280, 1120)
ROSA = "2500000000108"
CHANGING = (
    ("Flat white", "Cinnamon bun"), ("Lemonade",), ("Flat white",), ("Jasmine tea", "Poppy loaf"),
    ("Flat white", "Poppy loaf"), ("Lemonade", "Cinnamon bun"), ("Jasmine tea",),
    ("Flat white", "Cinnamon bun"), ("Poppy loaf",), ("Flat white", "Lemonade"),
)  # fmt: skip

Story = Callable[[Cashier], object]


def comes(cashier: Cashier, name: str, baskets: Sequence[Sequence[str]]) -> Cashier:
    """Somebody with visits every third day, the last three days ago, at the counter."""
    shop = cashier.shop
    somebody = add_customer(name, shop=shop)
    for place, things in enumerate(reversed(baskets), start=1):
        at = shop.clock.now() - timedelta(days=3 * place)
        visit = Visit(
            f"story-{place}",
            somebody.id,
            at,
            shop.time.business_day(at),
            basket(*things, shop=shop),
        )
        with shop.storage.transaction():
            shop.storage.visits.record(visit)
    refresh_habits(shop)
    return cashier.types(name).presses("Enter")


def sure(cashier: Cashier) -> Cashier:
    """The sample shop's Rosa."""
    return cashier.scans(ROSA)


def unsure(cashier: Cashier) -> Cashier:
    """Mirja takes what she feels like."""
    return comes(cashier, "Mirja Koskela", CHANGING)


def second(cashier: Cashier) -> Cashier:
    """One thing is out today, and the next of its kind is named."""
    shop = cashier.shop
    comes(
        cashier,
        "Mirja Koskela",
        (("Flat white", "Rye loaf"),) * 2 + (("Flat white", "Poppy loaf"),) * 6,
    )
    shop.storage.rows("UPDATE product SET available = FALSE WHERE name = ?", ("Poppy loaf",))
    shop.storage.rows("UPDATE product SET grp = 'bread' WHERE name LIKE '%% loaf'", ())
    return cashier.presses("Esc").types("Mirja").presses("Enter")


def none(cashier: Cashier) -> Cashier:
    """Two visits say nothing yet."""
    return comes(cashier, "Mirja Koskela", CHANGING[:2])


def wrong(cashier: Cashier) -> Cashier:
    """Rosa does not have the croissant any more."""
    panel = sure(cashier).page.card.panels["usual"]
    panel.findChildren(Button)[-1].click()
    cashier.settle()
    return cashier


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("700-usual-sure", DOCK, "light", sure),
    ("701-usual-sure-dark", DOCK, "dark", sure),
    ("702-usual-wrong", DOCK, "light", wrong),
    ("703-usual-unsure", DOCK, "light", unsure),
    ("704-usual-unsure-dark", DOCK, "dark", unsure),
    ("705-usual-unsure-german", DOCK, "light", unsure),
    ("706-usual-unsure-arabic", DOCK, "light", unsure),
    ("707-usual-unsure-200", HUGE, "light", unsure),
    ("708-usual-second", DOCK, "light", second),
    ("709-usual-none", DOCK, "light", none),
    ("710-full-usual-none-german", FULL, "light", none),
)
