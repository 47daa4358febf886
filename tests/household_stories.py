"""Pictures of family and pets; `tests/shots.py` renders them with the others."""

from collections.abc import Callable

from pos_companion.model.facts import FactKind
from pos_companion.model.people import Gone
from pos_companion.services.at_home import household_of
from pos_companion.services.finding import find
from pos_companion.services.home_deeds import join_known
from pos_companion.services.member_form import tell_about
from pos_companion.services.sad_news import sad_news
from tests.bots import Cashier
from ui.panels import Intent, Wish

DOCK, FULL, HUGE, SMALL = (440, 900), (1280, 800), (1280, 1120), (380, 560)
ROSA, FRESH = "2500000000108", "2500000009996"

Story = Callable[[Cashier], object]


def household(cashier: Cashier) -> Cashier:
    """Rosa's family and pets."""
    return cashier.scans(ROSA).presses("Ctrl+H")


def known(cashier: Cashier) -> Cashier:
    """Looking for somebody we know."""
    household(cashier)
    sheet = cashier.page.desk.sheet
    sheet.look_for_known(True)
    cashier.types("m")
    sheet.known.flush()
    cashier.settle()
    return cashier


def moving_out(cashier: Cashier) -> Cashier:
    """Two customers live together; one moves out."""
    shop = cashier.shop
    rosa, oleg = (find(shop, text)[0].customer.id for text in (ROSA, "oleg"))
    join_known(shop, rosa, oleg, "friend")
    household(cashier).taps("Somebody moves out")
    return to_the_end(cashier)


def added(cashier: Cashier) -> Cashier:
    """Just added, with the way back."""
    return household(cashier).types("Miso, cat").presses("Enter")


def mourned(cashier: Cashier) -> Cashier:
    """Sad news of the dog, told a moment ago."""
    shop = cashier.shop
    rosa = find(shop, ROSA)[0].customer.id
    dog = next(one for one in household_of(shop, rosa) if one.name == "Biscuit")
    sad_news(shop, rosa, dog.id, Gone.DIED)
    return cashier.scans(ROSA)


def member(cashier: Cashier, name: str = "Biscuit") -> Cashier:
    """The sheet of somebody around Rosa."""
    shop = cashier.shop
    rosa = find(shop, ROSA)[0].customer.id
    being = next(one for one in household_of(shop, rosa) if one.name == name)
    tell_about(shop, rosa, being.id, FactKind.LIKE, "carrots")
    tell_about(shop, rosa, being.id, FactKind.DISLIKE, "umbrellas")
    cashier.scans(ROSA)
    cashier.page.desk.wished.emit(Intent(Wish.MEMBER, being))
    cashier.settle()
    return cashier


def to_the_end(cashier: Cashier) -> Cashier:
    """Scrolled down."""
    sheet = cashier.page.desk.sheet
    (sheet.body if sheet is not None else cashier.page.card).scroll_by(5000)
    cashier.settle()
    return cashier


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("140-household", DOCK, "light", household),
    ("141-household-adding-dark", DOCK, "dark", lambda one: household(one).types("Miso, cat")),
    ("142-household-german", DOCK, "light", lambda one: household(one).types("Miso, Katze")),
    ("143-household-arabic", DOCK, "light", household),
    ("144-household-200-percent", HUGE, "light", household),
    ("145-household-known", DOCK, "light", known),
    ("146-household-moving-out", DOCK, "light", moving_out),
    ("147-household-added", FULL, "light", added),
    ("148-household-gone", DOCK, "light", lambda one: mourned(one).presses("Ctrl+H")),
    ("149-do-not-ask", DOCK, "light", lambda one: to_the_end(mourned(one))),
    ("150-member", DOCK, "light", member),
    ("151-member-dark", DOCK, "dark", lambda one: member(one, "Ana")),
    ("152-member-german", DOCK, "light", member),
    ("153-member-arabic", DOCK, "light", member),
    ("154-member-200-percent", HUGE, "light", member),
    ("155-member-end", DOCK, "light", lambda one: to_the_end(member(one))),
    ("156-member-fact", FULL, "light", lambda one: member(one, "Ana").taps("peanut")),
    ("157-member-smallest", SMALL, "light", member),
    ("158-family", DOCK, "light", lambda one: to_the_end(one.scans(ROSA))),
    ("159-household-smallest", SMALL, "light", household),
    (
        "160-member-who-is-a-customer",
        DOCK,
        "light",
        lambda one: member(one, "Tomás").scans(FRESH).presses("Esc").taps("Tomás"),
    ),
)
