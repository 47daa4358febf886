"""Pictures of how well we know somebody; `tests/shots.py` renders them too."""

from collections.abc import Callable
from datetime import timedelta

from pos_companion.model.care import Concern
from pos_companion.model.facts import Fact, FactKind
from pos_companion.model.people import Customer
from pos_companion.model.stages import Stage
from pos_companion.model.visits import Basket, BasketLine, Visit
from pos_companion.services.catalogue import refresh_habits
from pos_companion.services.facts import use_fact
from pos_companion.services.standings import pin_stage
from tests.bots import Cashier
from ui.kit import Tile

DOCK, FULL, HUGE = (440, 900), (1280, 800), (1280, 1120)

Story = Callable[[Cashier], object]
ITEMS = ("Flat white, oat milk", "Almond croissant")


def somebody(cashier: Cashier, days_ago: range | list[int]) -> Customer:
    """Mara, with visits so many days ago."""
    shop = cashier.shop
    with shop.storage.transaction():
        mara = shop.storage.people.add(
            Customer(0, "Mara Lindqvist", phone="+4915550123", remember=True), shop.clock.now()
        )
        sold = {one.name: one for one in shop.storage.catalogue.best_sellers(60, "EUR")}
        wanted = [sold[name] for name in ITEMS if name in sold] or list(sold.values())[:2]
        lines = tuple(BasketLine(product, amount=product.price) for product in wanted)
        for ago in sorted(days_ago, reverse=True):
            at = shop.clock.now() - timedelta(days=ago, minutes=10)
            day = shop.time.business_day(at)
            shop.storage.visits.record(Visit(f"mara-{ago}", mara.id, at, day, Basket(lines)))
    refresh_habits(shop)
    return mara


def opened(cashier: Cashier) -> Cashier:
    """Mara's card."""
    return cashier.types("Mara Lind").presses("Enter")


def below(cashier: Cashier) -> Cashier:
    """How she comes, scrolled into sight."""
    panel = cashier.page.card.panels["rhythm"]
    cashier.page.card.ensureWidgetVisible(panel)
    cashier.settle()
    return cashier


def new(cashier: Cashier) -> Cashier:
    """Her second visit."""
    somebody(cashier, [9])
    return opened(cashier)


def friend(cashier: Cashier) -> Cashier:
    """Twice a week for a year, and we know what is dear to her."""
    mara = somebody(cashier, [day for week in range(52) for day in (7 * week + 3, 7 * week + 7)])
    shop = cashier.shop
    for text in ("Sings in the harbour choir", "Likes the window seat"):
        fact = Fact(mara.id, 0, FactKind.NOTE, text, heard_by="Mia")
        kept = shop.storage.care.add_fact(fact)
    use_fact(shop, mara.id, kept.n)
    return opened(cashier)


def at_risk(cashier: Cashier) -> Cashier:
    """A promise to her is overdue."""
    mara = somebody(cashier, list(range(7, 210, 7)))
    today = cashier.shop.today
    promise = ("The birthday tart was burnt", "a new one on us", "Sam")
    due, opened_on = today - timedelta(days=2), today - timedelta(days=7)
    cashier.shop.storage.concerns.add(Concern(mara.id, 0, *promise, due, opened_on))
    return opened(cashier)


def careful(cashier: Cashier) -> Cashier:
    """Somebody noticed that she was hurt."""
    mara = somebody(cashier, list(range(7, 210, 7)))
    pin_stage(cashier.shop, mara.id, Stage.AT_RISK, "We mixed up her name twice in a row")
    return opened(cashier)


def back(cashier: Cashier) -> Cashier:
    """Every week, and then not for a season."""
    somebody(cashier, list(range(100, 310, 7)))
    return opened(cashier)


def page(cashier: Cashier) -> Cashier:
    """How well we know her."""
    below(cashier)
    cashier.page.card.panels["rhythm"].findChildren(Tile)[0].click()
    cashier.settle()
    return cashier


def pinning(cashier: Cashier) -> Cashier:
    """What it takes to pin a stage."""
    sheet = page(friend(cashier)).page.desk.sheet
    sheet.pin.unfold()
    sheet.stages[Stage.MISSED].click()
    cashier.types("She painted our sign")
    sheet.body.scroll_by(2000)
    cashier.settle()
    return cashier


def mirror(cashier: Cashier) -> Cashier:
    """The manager's mirror."""
    cashier.window.show_room("mirror")
    for _step in range(60):
        cashier.settle()
    return cashier


def lower(cashier: Cashier) -> Cashier:
    """The same, scrolled to its end."""
    bar = mirror(cashier).window.rooms.pages["mirror"]._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    cashier.settle()
    return cashier


def guessed(cashier: Cashier) -> Cashier:
    """She takes something every three weeks, and it is time."""
    mara = somebody(cashier, list(range(2, 92, 2)))
    shop = cashier.shop
    (loaf, *_others) = shop.storage.catalogue.find("Sour", 5, "EUR")
    with shop.storage.transaction():
        for ago in (86, 64, 43, 22):
            at = shop.clock.now() - timedelta(days=ago)
            day = shop.time.business_day(at)
            bought = Basket((BasketLine(loaf, amount=loaf.price),))
            shop.storage.visits.record(Visit(f"loaf-{ago}", mara.id, at, day, bought))
    return opened(cashier)


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("300-stage-new", DOCK, "light", new),
    ("301-stage-friend", DOCK, "light", lambda one: below(friend(one))),
    ("302-stage-friend-full-dark", FULL, "dark", friend),
    ("303-stage-at-risk", DOCK, "light", at_risk),
    ("304-stage-careful", DOCK, "light", careful),
    ("305-stage-careful-dark", DOCK, "dark", careful),
    ("306-stage-back", DOCK, "light", back),
    ("307-stage-back-german", DOCK, "light", back),
    ("308-stage-back-arabic", DOCK, "light", back),
    ("309-stage-back-200-percent", HUGE, "light", back),
    ("310-stage-page", DOCK, "light", lambda one: page(friend(one))),
    ("311-stage-page-back-full-dark", FULL, "dark", lambda one: page(back(one))),
    ("312-stage-page-arabic", DOCK, "light", lambda one: page(back(one))),
    ("313-stage-page-german", DOCK, "light", lambda one: page(friend(one))),
    ("314-stage-pinning", DOCK, "light", pinning),
    ("320-guess", DOCK, "light", guessed),
    ("321-guess-dark", DOCK, "dark", guessed),
    ("322-guess-arabic", DOCK, "light", guessed),
    ("323-guess-full-german", FULL, "light", guessed),
    ("330-mirror", DOCK, "light", mirror),
    ("331-mirror-lower", DOCK, "light", lower),
    ("332-mirror-full-dark", FULL, "dark", mirror),
    ("333-mirror-arabic", DOCK, "light", mirror),
    ("334-mirror-german", FULL, "light", lower),
    ("335-mirror-200-percent", HUGE, "light", mirror),
    ("315-stage-page-200-percent", HUGE, "light", lambda one: page(friend(one))),
)
