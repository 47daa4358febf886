"""Who gets something, in words."""

from datetime import date

from PySide6.QtWidgets import QAbstractButton, QApplication

from pos_companion.insight.fairness import Fairness, Known, Never, fairness
from pos_companion.insight.favourites import Favourite
from pos_companion.model.people import Customer
from pos_companion.services.fairness import FairnessReport
from pos_companion.services.report_days import Days
from tests.gesture_days import ShopDays
from tests.ui.office.given.conftest import Texts
from ui.office.given.fair import fairness_panels

DAYS = Days(date(2025, 8, 24), date(2025, 11, 21))
PEOPLE = {one: Customer(one, f"Guest {one}") for one in range(1, 12)}


def said_of(texts: Texts, found: Fairness, *pairs: Favourite) -> list[str]:
    report = FairnessReport(DAYS, 5, found, pairs, PEOPLE)
    return texts(fairness_panels(report, lambda _least: None))


def test_who_never_got_anything_stands_first_with_visits_and_noes(
    qapp: QApplication, texts: Texts
) -> None:
    shop = ShopDays()
    for day in range(6):
        for who in (1, 2):
            shop.visit(who, day=day)
    shop.give(shop.visits[0])
    known = {1: Known("regular"), 2: Known("regular", frozenset({"choir"}))}
    said = said_of(texts, fairness(shop.visits, shop.gestures, known, {2: 1}, 5))
    assert said[:3] == [
        "1 of 2 regulars never got anything",
        "Guest 2",
        "6 visits · said no 1 time",
    ]
    assert "A regular" in said
    assert "In all, something was given on 1 of 12 visits: 8%" in said
    assert "0% · 0 of 6" in said
    assert "choir" in said


def test_many_are_counted_and_when_all_got_something_it_is_said(
    qapp: QApplication, texts: Texts
) -> None:
    shop = ShopDays()
    shop.visit(1)
    never = tuple(Never(one, 20 - one) for one in range(1, 11))
    base = fairness(shop.visits, [], {}, {}, 1).all
    assert "and 2 more, in the table" in said_of(texts, Fairness(base, regulars=12, never=never))
    assert said_of(texts, Fairness(base, regulars=3))[0] == "All 3 regulars got something."
    assert said_of(texts, Fairness(base))[0] == "Nobody came that often in these days."
    assert said_of(texts, Fairness())[0] == "There are no visits to look at yet."


def test_a_pair_is_told_with_its_counts_and_without_a_verdict(
    qapp: QApplication, texts: Texts
) -> None:
    shop = ShopDays()
    shop.visit(1)
    base = Fairness(fairness(shop.visits, [], {}, {}, 1).all)
    known = Favourite(1, "Sam", 24, 18, 12, 0, 221, 10, 1e-9)
    alone = Favourite(2, "Mia", 9, 6, 0, 0, 100, 3, 1 / 32_111)
    said = said_of(texts, base, known, alone)
    assert "Guest 1 got something from Sam on 18 of 24 visits." in said
    assert ("With others on 0 of 12; Sam with everybody else on 10 of 221. "
            "Chance alone would hardly ever do that.") in said  # fmt: skip
    assert ("Mia with everybody else on 3 of 100. "
            "Chance alone does that less than once in 30,000 times.") in said  # fmt: skip
    assert "There may be a good reason. Ask before you think." in said


def test_how_often_a_regular_comes_can_be_chosen(qapp: QApplication) -> None:
    shop, asked = ShopDays(), list[int]()
    shop.visit(1)
    found = fairness(shop.visits, [], {}, {}, 5)
    (panel, *_rest) = fairness_panels(FairnessReport(DAYS, 5, found), asked.append)
    chips = {one.text(): one for one in panel.findChildren(QAbstractButton)}
    chips["10 visits"].click()
    assert asked == [10]
