"""What was given beyond the rules, what colleagues may give, and the shop's own days."""

from pos_companion.model.giving import OwnReason, Waiver
from pos_companion.services.circumstances import circumstances
from pos_companion.services.giving import Given, give_own, own_budget
from pos_companion.services.look_up import find, open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.bots import Cashier
from tests.layout_eyes import cut, nameless, too_small
from ui.office.rules.kindness import KindnessPage
from ui.office.rules.page import RulesPage


def opened(manager: Cashier, page: RulesPage) -> KindnessPage:
    page.kindness.click()
    manager.settle()
    found = page.desk.beside
    assert isinstance(found, KindnessPage)
    return found


def test_the_own_budget_and_the_shops_days_are_decided_and_undone(
    manager: Cashier, page: RulesPage
) -> None:
    sheet = opened(manager, page)
    assert manager.sees("Nothing.")
    assert cut(page) + too_small(page) + nameless(page) == []
    sheet.per_day.set_text("7,50")
    manager.taps("Keep")
    assert circumstances(manager.shop).own.per_day == 750
    page.notices.undo_last()
    manager.settle()
    assert circumstances(manager.shop).own.per_day == 1000
    sheet = opened(manager, page)
    sheet.called.set_text("Street festival")
    sheet.first.set_text("2026-06-06")
    manager.taps("Put it in")
    assert [event.name for event in circumstances(manager.shop).events] == ["Street festival"]
    assert manager.sees("6 June 2026")
    manager.presses("Esc")
    assert page.desk.editor.isVisible()


def test_what_went_beyond_stands_there_the_day_after(manager: Cashier, page: RulesPage) -> None:
    shop = manager.shop
    found = open_card(shop, find(shop, "20471100")[0].customer.id)
    choice = own_budget(shop, found, Waiver.FOR_SOMEBODY_ELSE)
    nuts = next(one for one in choice.offers if one.title.values.get("what") == "Nut cookie")
    how = Given(OwnReason.GOOD_NEWS, waiver=Waiver.FOR_SOMEBODY_ELSE)
    give_own(shop, found, nuts, how)
    record_visit(shop, VisitDeed(found.visit_uid, found.card.customer.id, take=(nuts,)))
    again = open_card(shop, found.card.customer.id)
    give_own(shop, again, nuts, how)
    record_visit(shop, VisitDeed(again.visit_uid, found.card.customer.id, take=(nuts,)))
    opened(manager, page)
    assert manager.sees("Rosa Delgado")
    assert manager.sees("Given although it may not suit them")
    assert manager.sees("2 times")
