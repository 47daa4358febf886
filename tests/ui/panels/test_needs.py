"""What they are looking for, on the card."""

from datetime import date

from PySide6.QtWidgets import QAbstractButton

from pos_companion.model.needs import Need, NeedState
from ui.panels import Intent, SettledNeed, Wish
from ui.panels.needs import NeedsPanel

BREAD = Need(1, 1, "a bread that keeps for a week", "Mia", date(2025, 11, 20))


def test_nothing_sought_is_no_box(look, shown) -> None:
    assert not look(NeedsPanel()).at(shown())


def test_it_says_what_and_who_heard_it(look, shown) -> None:
    needs = look(NeedsPanel())
    assert needs.at(shown(needs=(BREAD,)))
    assert needs.texts() == [
        "They are looking for",
        "a bread that keeps for a week",
        "Mia heard it, yesterday",
    ]


def test_it_is_met_or_dropped_in_one_tap(look, shown) -> None:
    needs = look(NeedsPanel())
    needs.at(shown(needs=(BREAD,)))
    buttons = {one.accessibleName(): one for one in needs.panel.findChildren(QAbstractButton)}
    buttons["They have it now: a bread that keeps for a week"].click()
    buttons["Not any more: a bread that keeps for a week"].click()
    assert needs.wishes == [
        Intent(Wish.NEED, SettledNeed(BREAD, NeedState.MET)),
        Intent(Wish.NEED, SettledNeed(BREAD, NeedState.DROPPED)),
    ]
