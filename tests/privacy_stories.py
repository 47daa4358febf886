"""Pictures of what is kept about people, on the card and in the office, and of the shop itself."""

from datetime import timedelta

from pos_companion.services.finding import find
from pos_companion.services.forgetting import forget
from pos_companion.services.looks import note_look
from pos_companion.services.people import NewCustomer, add_customer
from tests.bots import Cashier
from tests.builders import add_concern, add_fact, add_visit

DOCK, FULL = (440, 900), (1280, 800)
ROSA = "2500000000108"


def forgetting(cashier: Cashier) -> Cashier:
    """Before somebody is forgotten."""
    cashier.scans(ROSA).presses("F8").taps("What they allow us to keep")
    sheet = cashier.page.desk.sheet
    sheet.forget.click()
    cashier.settle()
    return cashier


def privacy(cashier: Cashier) -> Cashier:
    """The page of the office with everything on it."""
    shop = cashier.shop
    for name, days in (("Hanna Lind", 900), ("Joris de Wit", 840), ("Petra Novak", 760)):
        silent = add_customer(shop, NewCustomer(name, remember=True))
        add_visit(silent, days_ago=days, items=["Cookie"], shop=shop)
    add_concern(silent, shop=shop)
    heard = shop.today - timedelta(days=800)
    for text in ("Moving house in spring", "Her mother needs the ramp at the door"):
        add_fact(silent, text, heard_on=heard, shop=shop)
    oleg = find(shop, "oleg")[0].customer
    forget(shop, oleg.id, oleg.name)
    shop.staff, shop.person = "Mia", 1
    note_look(shop, find(shop, ROSA)[0].customer.id)
    shop.staff, shop.person = "", 0
    cashier.window.show_room("privacy")
    cashier.settle()
    return cashier


def the_shop(cashier: Cashier) -> Cashier:
    """What the shop decides."""
    cashier.window.show_room("shop")
    cashier.settle()
    return cashier


STORIES = (
    ("130-forget", DOCK, "light", forgetting),
    ("131-forget-dark", FULL, "dark", forgetting),
    ("132-privacy", FULL, "light", privacy),
    ("133-privacy-dark", DOCK, "dark", privacy),
    ("134-privacy-arabic", DOCK, "light", privacy),
    ("135-privacy-german", DOCK, "light", privacy),
    ("136-privacy-200-percent", (1280, 1120), "light", privacy),
    ("137-shop", FULL, "light", the_shop),
    ("138-shop-german", DOCK, "light", the_shop),
    ("139-shop-arabic-dark", DOCK, "dark", the_shop),
)
