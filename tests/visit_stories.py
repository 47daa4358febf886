"""Pictures of who came along and how they seemed, and of visits that are put right."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from pos_companion.model.visits import Impression, Mood
from pos_companion.services.correct_visit import PutRight, WhyPutRight, correct_visit
from pos_companion.services.households import join_households
from pos_companion.services.impressions import say_of_visit
from pos_companion.services.past_visits import last_visits
from tests.bots import Cashier
from tests.builders import add_customer
from ui.counter.sheets.visits import VisitRow

DOCK, FULL, TALL = (440, 900), (1280, 800), (440, 1500)
ROSA = "2500000000108"

Story = Callable[[Cashier], object]


def here(cashier: Cashier) -> Cashier:
    """Rosa's card, with what was said of today."""
    cashier.scans(ROSA)
    panel = cashier.page.card.panels["here"]
    next(iter(panel.box.company.values())).click()
    next(iter(panel.box.moods_in.values())).click()
    cashier.settle()
    cashier.page.card.ensureWidgetVisible(panel)
    cashier.settle()
    return cashier


def low(cashier: Cashier) -> Cashier:
    """Rosa left low today."""
    here(cashier)
    cashier.page.card.panels["here"].box.moods_out[Mood.LOW].click()
    return cashier.presses("Enter")


def low_again(cashier: Cashier) -> None:
    """The next time."""
    low(cashier).waits(5000).scans(ROSA)


def rows(cashier: Cashier) -> list[VisitRow]:
    """Of the last visits, with one that was put right, and one with company."""
    shop = cashier.shop
    rosa = cashier.scans(ROSA).page.journey.visit.found.card.customer.id
    first, second = (one.visit for one in last_visits(shop, rosa)[:2])
    home = [one.id for one in cashier.page.journey.visit.found.card.household]
    say_of_visit(shop, first.uid, Impression((home[1], home[2]), Mood.GOOD, Mood.LOW))
    lines = (replace(second.basket.lines[0], quantity=Decimal(2)),)
    correct_visit(shop, second.uid, PutRight(lines), WhyPutRight.ITEMS)
    cashier.presses("Ctrl+J")
    return cashier.page.desk.sheet.rows


def along(cashier: Cashier) -> None:
    """Tomás has a card of his own, and was here with Rosa."""
    shop = cashier.shop
    rosa = cashier.scans(ROSA).page.journey.visit.found.card
    tomas = add_customer("Tomás Delgado", shop=shop)
    join_households(shop, rosa.customer.id, tomas.id)
    members = shop.storage.people.members(shop.storage.people.get(tomas.id).household)
    being = next(one.id for one in members if one.customer == tomas.id)
    visit = last_visits(shop, rosa.customer.id)[0].visit
    say_of_visit(shop, visit.uid, Impression((being,)))
    cashier.page.journey.open(tomas.id)
    cashier.settle()
    cashier.presses("Ctrl+J")


def last(cashier: Cashier) -> None:
    """The list, with the first one open."""
    rows(cashier)[0].tile.click()
    cashier.settle()


def wrong(cashier: Cashier) -> None:
    """The first of them, one thing more and one thing less, and what was put right before."""
    rows(cashier)[1].right.click()
    cashier.settle()
    sheet = cashier.page.desk.sheet
    sheet.items[0].more.click()
    sheet.add_product(sheet._best[1])
    sheet.items[0].name.click()
    cashier.settle()


def unfolded(cashier: Cashier) -> None:
    """The same with everything unfolded."""
    wrong(cashier)
    sheet = cashier.page.desk.sheet
    sheet.items[0].name.click()
    sheet.when.unfold()
    sheet.kind.unfold()
    cashier.settle()


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("visit-here-dock", DOCK, "light", here),
    ("visit-here-dock-dark", DOCK, "dark", here),
    ("visit-here-full", FULL, "light", here),
    ("visit-here-dock-german", DOCK, "light", here),
    ("visit-here-dock-arabic", DOCK, "light", here),
    ("visit-here-200", FULL, "light", here),
    ("visit-low-board", DOCK, "light", low),
    ("visit-low-card", DOCK, "light", low_again),
    ("visit-low-card-full-dark", FULL, "dark", low_again),
    ("visit-along-dock", DOCK, "light", along),
    ("visit-last-dock", DOCK, "light", last),
    ("visit-last-full-dark", FULL, "dark", last),
    ("visit-last-arabic", DOCK, "light", last),
    ("visit-wrong-dock", DOCK, "light", wrong),
    ("visit-wrong-dock-dark", DOCK, "dark", wrong),
    ("visit-wrong-german", TALL, "light", unfolded),
    ("visit-wrong-arabic", TALL, "light", unfolded),
    ("visit-wrong-full", FULL, "light", unfolded),
    ("visit-wrong-200", FULL, "light", wrong),
)
