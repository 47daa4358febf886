"""Pictures of adding, changing and joining people; `tests/shots.py` renders them too."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer

from pos_companion.model.consent import ConsentKind
from pos_companion.model.people import Customer, PreferredChannel, Source
from pos_companion.services.about_them import Change, change_them
from pos_companion.services.consents import set_consent
from pos_companion.services.look_up import find
from pos_companion.services.merging import Joining, merge
from pos_companion.services.people import NewCustomer, add_customer
from pos_companion.services.sources import NewTouch
from tests.bots import Cashier
from ui.kit import ResultRow

DOCK, FULL, HUGE = (440, 900), (1280, 800), (1280, 1120)
ROSA = "2500000000108"

Story = Callable[[Cashier], object]


def looked(cashier: Cashier) -> Cashier:
    """What was typed was looked up by now."""
    sheet = cashier.page.desk.sheet
    for timer in sheet.findChildren(QTimer):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()
    cashier.settle()
    return cashier


def new_face(cashier: Cashier) -> Cashier:
    """Somebody new, born on a leap day."""
    cashier.types("Hanna Lindqvist").presses("F8")
    sheet = cashier.page.desk.sheet
    cashier.taps(sheet.yes.text()).taps(sheet.dates[0][1].text())
    _kind, _chip, row = sheet.dates[0]
    row.day.set_text("29")
    row.month.pick(2)
    cashier.settle()
    return cashier


def without_a_yes(cashier: Cashier) -> None:
    """Somebody new who has not said yes."""
    cashier.types("Hanna Lindqvist").presses("F8")


def nameless(cashier: Cashier) -> None:
    """Somebody whose name nobody knows."""
    cashier.types("lady, red pram").presses("F8")
    cashier.taps(cashier.page.desk.sheet.nameless.text())


def looks_like(cashier: Cashier) -> None:
    """Somebody who may be known."""
    cashier.types("Rosa Delgadoo").presses("F8")
    sheet = cashier.page.desk.sheet
    cashier.taps(sheet.yes.text())
    sheet.phone.edit.setFocus()
    cashier.types(rosa(cashier).phone)
    looked(cashier)


def found_us(cashier: Cashier) -> None:
    """A friend sent them."""
    without_a_yes(cashier)
    sheet = cashier.page.desk.sheet
    cashier.taps(sheet.yes.text())
    sheet.found.unfold()
    sheet.source.chips[Source.FRIEND].setChecked(True)
    sheet.source.people.line.edit.setFocus()
    cashier.types("ro")
    looked(cashier)
    bar = sheet.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    cashier.settle()


def rosa(cashier: Cashier) -> Customer:
    """Rosa's record."""
    hits = find(cashier.shop, "Rosa Delgado")
    number = next(hit.customer.id for hit in hits if hit.customer.card == ROSA)
    return cashier.shop.storage.people.some([number])[0]


def known_well(cashier: Cashier) -> Customer:
    """Rosa, with all that can be kept of her."""
    known = replace(
        rosa(cashier),
        say_as="del-GAH-doh",
        channel=PreferredChannel.PHONE,
        best_time="after six",
        street="Rose Street 4",
    )
    touch = NewTouch(Source.EVENT, "the street fair", "two buses")
    return change_them(cashier.shop, Change(known, touch, "Her piano lessons")).after


def twin(cashier: Cashier, phone: str = "") -> Customer:
    """The Rosa somebody added last week."""
    new = NewCustomer("Rosa Delgado-Ruiz", phone=phone, remember=True)
    return add_customer(cashier.shop, new)


def edit(cashier: Cashier) -> Cashier:
    """Rosa, and somebody who may be her as well."""
    known = known_well(cashier)
    twin(cashier, known.phone)
    return cashier.scans(ROSA).presses("F8")


def edit_open(cashier: Cashier) -> None:
    """How to reach her."""
    known_well(cashier)
    cashier.scans(ROSA).presses("F8")
    cashier.page.desk.sheet.reach.unfold()
    cashier.settle()


def edit_joined(cashier: Cashier) -> None:
    """After two records became one."""
    known = rosa(cashier)
    merge(cashier.shop, Joining(known.id, twin(cashier).id))
    cashier.scans(ROSA).presses("F8")
    bar = cashier.page.desk.sheet.body.verticalScrollBar()
    bar.setValue(bar.maximum())
    cashier.settle()


def allowed(cashier: Cashier) -> Cashier:
    """What she allows us to keep."""
    for kind, answer in ((ConsentKind.HEALTH, True), (ConsentKind.MESSAGES, False)):
        set_consent(cashier.shop, rosa(cashier).id, kind, answer)
    cashier.scans(ROSA).presses("F8")
    cashier.page.desk.sheet.allowed.click()
    cashier.settle()
    return cashier


def refused(cashier: Cashier) -> None:
    """She takes it back."""
    box = allowed(cashier).page.desk.sheet.kinds[ConsentKind.MEMORY]
    box.chips[1].click()
    cashier.settle()


def side_by_side(cashier: Cashier) -> None:
    """Two records of one person."""
    edit(cashier)
    cashier.page.desk.sheet.findChildren(ResultRow)[0].click()
    cashier.settle()


def who_else(cashier: Cashier) -> None:
    """Somebody is sought for it."""
    twin(cashier, rosa(cashier).phone)
    cashier.scans(ROSA).presses("F8")
    cashier.page.desk.sheet.same.click()
    cashier.settle()


def visits(cashier: Cashier) -> Cashier:
    """Her last visits."""
    cashier.scans(ROSA).presses("Space").presses("Enter").waits(5000)
    cashier.page.notices.dismiss()
    return cashier.scans(ROSA).presses("Ctrl+J")


def take_back(cashier: Cashier) -> None:
    """One of them was recorded twice."""
    row = visits(cashier).page.desk.sheet.rows[1]
    row.tile.click()
    row.back.click()
    cashier.settle()


def move(cashier: Cashier) -> None:
    """One of them was somebody else's."""
    row = visits(cashier).page.desk.sheet.rows[1]
    row.tile.click()
    row.other.click()
    cashier.types("ol")
    looked(cashier)


STORIES: tuple[tuple[str, tuple[int, int], str, Story], ...] = (
    ("18-add-customer", DOCK, "light", new_face),
    ("40-add-german", DOCK, "light", new_face),
    ("45-add-without-a-yes", DOCK, "light", without_a_yes),
    ("28-dock-edit", DOCK, "light", edit),
    ("250-add-nameless-dark", DOCK, "dark", nameless),
    ("251-add-looks-like", DOCK, "light", looks_like),
    ("252-add-found-us", DOCK, "light", found_us),
    ("253-add-arabic", DOCK, "light", new_face),
    ("254-add-200", HUGE, "light", looks_like),
    ("255-edit-open", DOCK, "light", edit_open),
    ("256-edit-dark", DOCK, "dark", edit_open),
    ("257-edit-joined", DOCK, "light", edit_joined),
    ("258-edit-german", DOCK, "light", edit),
    ("259-edit-arabic", DOCK, "light", edit),
    ("260-edit-200", HUGE, "light", edit),
    ("261-consents", DOCK, "light", allowed),
    ("262-consents-refused-dark", DOCK, "dark", refused),
    ("263-consents-arabic", DOCK, "light", allowed),
    ("264-full-consents-german", FULL, "light", allowed),
    ("265-merge", DOCK, "light", side_by_side),
    ("266-merge-dark", DOCK, "dark", side_by_side),
    ("267-merge-arabic", DOCK, "light", side_by_side),
    ("268-merge-200", HUGE, "light", side_by_side),
    ("269-merge-who", DOCK, "light", who_else),
    ("270-visits", DOCK, "light", visits),
    ("271-visits-take-back", DOCK, "light", take_back),
    ("272-visits-move-dark", DOCK, "dark", move),
    ("273-visits-german", DOCK, "light", take_back),
    ("274-visits-arabic", DOCK, "light", move),
    ("275-full-visits", FULL, "light", visits),
    ("276-visits-200", HUGE, "light", take_back),
)
