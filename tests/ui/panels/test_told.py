"""What they told us, on the card."""

from datetime import date

from PySide6.QtWidgets import QAbstractButton

from pos_companion.insight.facts import shown_fact
from pos_companion.model.facts import Discretion, Fact, FactKind
from ui.kit import Icon
from ui.panels import FactDeed, FactWish, Intent, Wish
from ui.panels.told import ToldPanel

TODAY = date(2025, 11, 21)
VAN = shown_fact(Fact(1, 1, FactKind.NOTE, "Saving for a camper van", Discretion.SAY), TODAY)
PEANUT = shown_fact(Fact(1, 2, FactKind.MATTERS, "Peace and quiet", Discretion.KNOW), TODAY)
OLD = shown_fact(
    Fact(1, 3, FactKind.ALLERGY, "Allergic to nuts", subject="nuts", heard_by="Mia",
         heard_on=date(2022, 5, 3)),
    TODAY,
)  # fmt: skip


def buttons(told) -> dict[str, QAbstractButton]:
    return {one.accessibleName(): one for one in told.panel.findChildren(QAbstractButton)}


def test_nothing_told_is_no_box(look, shown) -> None:
    assert not look(ToldPanel()).at(shown())


def test_what_must_not_be_said_carries_the_crossed_out_eye(look, shown) -> None:
    told = look(ToldPanel())
    assert told.at(shown(told=(VAN, PEANUT)))
    assert told.texts() == ["They told us", "Saving for a camper van", "Peace and quiet"]
    assert [icon.name() for icon in told.panel.findChildren(Icon)] == ["quote", "eye-off"]
    hushed = buttons(told)["Peace and quiet"]
    assert hushed.accessibleDescription() == "Know it, do not say it."


def test_an_old_thing_is_a_question_with_who_heard_it_and_what_holds_until_then(
    look, shown
) -> None:
    told = look(ToldPanel())
    told.at(shown(told=(OLD,)))
    assert told.texts() == [
        "They told us",
        "Still has to avoid nuts?",
        "Mia heard it, 3 May 2022",
        "It is kept out of gifts until they say otherwise.",
    ]


def test_a_tap_on_a_line_opens_it(look, shown) -> None:
    told = look(ToldPanel())
    told.at(shown(told=(VAN,)))
    buttons(told)["Saving for a camper van"].click()
    assert told.wishes == [Intent(Wish.FACT, FactWish(VAN))]


def test_a_question_is_answered_in_one_tap(look, shown) -> None:
    told = look(ToldPanel())
    told.at(shown(told=(VAN, OLD)))
    buttons(told)["Still true: Still has to avoid nuts?"].click()
    buttons(told)["That’s wrong: Still has to avoid nuts?"].click()
    assert [one.about for one in told.wishes] == [
        FactWish(OLD, FactDeed.STILL_TRUE),
        FactWish(OLD, FactDeed.WRONG),
    ]
