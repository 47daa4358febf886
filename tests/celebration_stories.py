"""Pictures of everything about celebrations; `tests/shots.py` renders them with the others."""

from collections.abc import Callable
from datetime import timedelta

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate, WrittenIn
from tests.bots import Cashier

DOCK, FULL, HUGE = (440, 900), (1280, 800), (1280, 1120)
ROSA = "2500000000108"

Story = Callable[[Cashier], object]


def party(cashier: Cashier) -> Cashier:
    """Ana turns eight today, Tomás had his birthday yesterday, Eid has moved on."""
    shop = cashier.shop
    cashier.types("rosa").presses("Enter")
    card = cashier.page.journey.visit.found.card
    ids = {one.name: one.id for one in card.household}
    rosa, today = card.customer.id, shop.today
    birthday, other = CelebrationKind.BIRTHDAY, CelebrationKind.OTHER
    for one in shop.storage.people.celebrations(card.customer, card.household):
        if one.being == ids["Ana"]:
            shop.storage.people.drop_celebration(one.customer, one.n)
    yesterday = today - timedelta(days=1)
    tomas = PartialDate(None, yesterday.month, yesterday.day)
    soon = today + timedelta(days=9)
    for new in (
        Celebration(rosa, 0, "", birthday, PartialDate(2017, today.month, today.day), ids["Ana"]),
        Celebration(rosa, 0, "", birthday, tomas, ids["Tomás"]),
        Celebration(rosa, 0, "", other, WrittenIn(today - timedelta(days=200)), title="Eid"),
        Celebration(
            rosa,
            0,
            "",
            other,
            PartialDate(None, soon.month, soon.day),
            title="Piano recital for Tomás",
            hidden_from=(f"being:{ids['Tomás']}",),
        ),
    ):
        shop.storage.people.add_celebration(new)
    return cashier.presses("Esc").waits(5000).types("rosa").presses("Enter")


def dates(cashier: Cashier) -> None:
    """The dates panel in sight."""
    page = party(cashier).page
    page.card.ensureWidgetVisible(page.card.panels["dates"], 0, 400)
    bar = page.card.verticalScrollBar()
    bar.setValue(page.card.panels["dates"].mapTo(page.card.widget(), page.rect().topLeft()).y())
    cashier.settle()


def new_day(cashier: Cashier) -> Cashier:
    """A new day, born on a leap day."""
    cashier.scans(ROSA).presses("Ctrl+D").types("29").presses("Tab").types("2")
    return cashier


def unfolded(cashier: Cashier) -> Cashier:
    """Everything that is folded away."""
    cashier.types("rosa").presses("Enter").presses("Ctrl+D")
    sheet = cashier.page.desk.sheet
    sheet.unfold.click()
    sheet.ways.choose(2)
    sheet.ways.calendar.day.set_text("10")
    sheet.ways.calendar.months[0].pick(12)
    cashier.settle()
    return cashier


def weekday(cashier: Cashier) -> None:
    """The third Monday of May."""
    sheet = unfolded(cashier).page.desk.sheet
    sheet.ways.choose(1)
    for button, number in zip(
        (sheet.ways.weekday.nth, sheet.ways.weekday.weekday, sheet.ways.weekday.month),
        (3, 1, 5),
        strict=True,
    ):
        button.pick(number)
    cashier.settle()


def refused(cashier: Cashier) -> None:
    """Another birthday is known."""
    cashier.scans(ROSA).presses("Ctrl+D").taps("Pet’s birthday")
    cashier.page.desk.sheet.start()
    cashier.types("1").presses("Tab").types("2").presses("Enter")


def changed(cashier: Cashier) -> None:
    """One that is known."""
    cashier.scans(ROSA).taps("Biscuit’s birthday")


def impossible(cashier: Cashier) -> None:
    """There is no 31 April."""
    cashier.scans(ROSA).presses("Ctrl+D").types("31").presses("Tab").types("4").presses("Enter")


def wished(cashier: Cashier) -> None:
    """The last words, and the tick."""
    party(cashier).presses("Enter")


def days_ahead(cashier: Cashier) -> None:
    """The days ahead, in any language."""
    cashier.page.today.ahead_asked.emit(30)
    cashier.settle()


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("140-dates", DOCK, "light", dates),
    ("141-dates-dark", FULL, "dark", dates),
    ("142-dates-german", DOCK, "light", dates),
    ("143-dates-arabic", DOCK, "light", dates),
    ("144-dates-200-percent", HUGE, "light", dates),
    ("145-celebration", DOCK, "light", new_day),
    ("146-celebration-dark", DOCK, "dark", new_day),
    ("147-celebration-german", DOCK, "light", lambda one: one.scans(ROSA).presses("Ctrl+D")),
    ("148-celebration-arabic", DOCK, "light", lambda one: one.scans(ROSA).presses("Ctrl+D")),
    ("149-celebration-200-percent", HUGE, "light", new_day),
    ("150-celebration-more", DOCK, "light", unfolded),
    ("151-celebration-weekday", FULL, "light", weekday),
    ("152-celebration-known", DOCK, "light", refused),
    ("153-celebration-change", DOCK, "light", changed),
    ("154-celebration-impossible", DOCK, "light", impossible),
    ("155-wished", DOCK, "light", wished),
    ("156-wished-arabic", DOCK, "light", wished),
    ("157-days-ahead", DOCK, "light", days_ahead),
    ("158-days-ahead-dark", FULL, "dark", days_ahead),
    ("159-days-ahead-arabic", DOCK, "light", days_ahead),
    ("160-days-ahead-german", DOCK, "light", days_ahead),
    ("161-today-german", DOCK, "light", lambda _one: None),
    ("162-today-arabic", DOCK, "light", lambda _one: None),
    ("163-today-200-percent", HUGE, "light", lambda _one: None),
    ("164-today", DOCK, "light", lambda _one: None),
)
