"""Papers a shop owes its customers and the authorities."""

import pytest

from pos_companion.errors import NotAllowedError
from pos_companion.i18n import words
from pos_companion.model.staff import Role
from pos_companion.printouts import Document, Line
from pos_companion.services import Shop
from pos_companion.services.backups import back_up
from pos_companion.services.duty_papers import counter_notice, stolen_sheet
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_customer


def lines(document: Document) -> list[str]:
    parts = [part for section in document.sections for part in section.parts]
    return [words(part.text) for part in parts if isinstance(part, Line)]  # type: ignore[arg-type]


def test_the_notice_knows_how_long_this_shop_keeps_people(shop: Shop) -> None:
    assert any("for 24 months" in line for line in lines(counter_notice(shop)))


def test_the_sheet_for_a_stolen_computer_is_filled_in(shop: Shop) -> None:
    add_customer("Ana Silva")
    add_person(shop, "Mia", Role.MANAGER, "739152")
    back_up(shop)
    told = lines(stolen_sheet(shop))
    assert told[0] == "One customer, with what they told us"
    assert told[1].endswith("21 November 2025")
    assert told[2] == "Newest backup on it: 21 November 2025"
    assert told[3].startswith("No recovery code was printed.")


def test_only_a_manager_takes_it_out(shop: Shop) -> None:
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(shop, "Sam", Role.COUNTER, "4826").after.id
    sign_in(shop, sam, "4826")
    with pytest.raises(NotAllowedError):
        stolen_sheet(shop)
    assert lines(counter_notice(shop))
