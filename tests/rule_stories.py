"""Pictures of the rules, the shelf, and what is offered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from pos_companion.i18n import _
from pos_companion.model.money import Money
from pos_companion.model.staff import Role
from pos_companion.rules import Rule
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.circumstances import set_flag
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.bots import Cashier
from ui.kit import Tile
from ui.office.rules.page import RulesPage
from ui.office.shelf import ShelfPage

ROSA = "2500000000108"
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


def more_about(cashier: Cashier) -> None:
    """What is seldom needed of a rule, and the other languages."""
    page = one_rule(cashier)
    page.desk.editor.others.open()
    page.desk.editor.more.open()
    cashier.settle()
    page.desk.column.ensureWidgetVisible(page.desk.editor.more, 0, 0)
    cashier.settle()


def ready_made(cashier: Cashier) -> None:
    """What a new rule can begin with."""
    page = rules(cashier)
    page.new.click()
    cashier.settle()


def preview(cashier: Cashier) -> RulesPage:
    """What the rule would have done."""
    page = one_rule(cashier)
    page._judge()
    cashier.settle()
    page.desk.column.ensureWidgetVisible(page.desk.preview)
    cashier.settle()
    return page


def whole_report(cashier: Cashier) -> None:
    """The whole rulebook lived through."""
    preview(cashier).beside.ask_report()
    cashier.settle()


def tried_on(cashier: Cashier) -> None:
    """The rule on one person."""
    page = one_rule(cashier)
    page.beside.ask_whom()
    cashier.types("ro")
    cashier.settle()
    page.desk.beside.sought.emit("ro")
    cashier.settle()
    cashier.presses("Enter")


def versions(cashier: Cashier) -> None:
    """What the rule said before."""
    page = one_rule(cashier)
    page.desk.editor.when.sentences[0].open("before")
    cashier.presses("Up").presses("Esc").presses("Ctrl+S")
    page.desk.versions.click()
    cashier.settle()


def own_gift(cashier: Cashier) -> Cashier:
    """Something of one's own accord."""
    return cashier.scans(ROSA).presses("F10")


def yes_anyway(cashier: Cashier) -> None:
    """Beyond the rules: how it can be given all the same."""
    cashier.scans(ROSA).presses("Shift+F3").taps(_("Say yes anyway"))
    cashier.taps(_("They were kind to us"))
    cashier.settle()


def approval(cashier: Cashier) -> None:
    """Somebody agrees."""
    shop = cashier.shop
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(shop, "Sam", Role.COUNTER, "4826").after.id
    sign_in(shop, sam, "4826")
    rule = shop.storage.rulebook.rules()[0]
    with shop.storage.transaction():
        shop.storage.rulebook.save(replace(rule, needs_approval=True), shop.clock.now())
    cashier.scans(ROSA).presses("Shift+F3").taps(_("Ask a manager")).types("73")


def refused(cashier: Cashier) -> None:
    """They said no, and may say why."""
    cashier.scans(ROSA).taps(_("Not today"))


def given_beyond(cashier: Cashier) -> None:
    """A gift of one's own goes with the visit."""
    own_gift(cashier).taps(_("They had good news"))
    tile = next(one for one in cashier.visible(Tile) if one.text())
    tile.click()
    cashier.settle()


def kindness(cashier: Cashier) -> None:
    """What went beyond the rules, and what colleagues may give."""
    rules(cashier).kindness.click()
    cashier.settle()


def coupon(cashier: Cashier) -> Cashier:
    """A visit has earned a coupon."""
    shop = cashier.shop
    two = Coupon(Money(200, "EUR"))
    rule = Rule("next-time", "For next time", AllOf(), (two,), "For next time.", "", priority=1)
    with shop.storage.transaction():
        shop.storage.rulebook.save(rule, shop.clock.now())
    return cashier.types("oleg").presses("Enter").presses("Space").presses("Enter")


def coupon_slip(cashier: Cashier) -> None:
    """The coupon as it stands on paper."""
    coupon(cashier).page.today.coupon.click()
    cashier.settle()


def going_on(cashier: Cashier) -> None:
    """What is going on."""
    set_flag(cashier.shop, "queue", cashier.shop.clock.now() + timedelta(hours=2))
    cashier.presses("F11")


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
    ("227-more-about-a-rule", FULL, "light", more_about),
    ("218-preview", FULL, "light", preview),
    ("219-preview-dark", DOCK, "dark", preview),
    ("220-report", FULL, "light", whole_report),
    ("221-report-dock", DOCK, "light", whole_report),
    ("222-try-on", FULL, "light", tried_on),
    ("223-versions", FULL, "light", versions),
    ("230-own-gift", DOCK, "light", own_gift),
    ("231-own-gift-dark", DOCK, "dark", own_gift),
    ("232-own-gift-arabic", DOCK, "light", own_gift),
    ("233-own-gift-200-percent", LARGE, "light", own_gift),
    ("234-yes-anyway", DOCK, "light", yes_anyway),
    ("235-approval", DOCK, "light", approval),
    ("236-approval-german", DOCK, "light", approval),
    ("237-refused", DOCK, "light", refused),
    ("238-refused-full-dark", FULL, "dark", refused),
    ("239-given-beyond", DOCK, "light", given_beyond),
    ("224-kindness", FULL, "light", kindness),
    ("225-try-on-dock-arabic", DOCK, "light", tried_on),
    ("226-report-german", FULL, "light", whole_report),
    ("241-coupon", DOCK, "light", coupon),
    ("242-coupon-slip", DOCK, "light", coupon_slip),
    ("243-coupon-slip-dark", FULL, "dark", coupon_slip),
    ("244-going-on", DOCK, "light", going_on),
    ("245-offer-choice-german", DOCK, "light", lambda one: one.scans(ROSA)),
    ("240-why", DOCK, "light", lambda one: one.scans(ROSA).presses("Shift+F3")),
)
