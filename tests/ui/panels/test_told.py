from pos_companion.model.facts import Discretion, Fact, FactKind
from ui.kit import Icon
from ui.panels.told import ToldPanel


def test_nothing_told_is_no_box(look, shown) -> None:
    assert not look(ToldPanel()).at(shown())


def test_what_must_not_be_said_carries_the_crossed_out_eye(look, shown) -> None:
    told = look(ToldPanel())
    facts = (
        Fact(1, 1, FactKind.NOTE, "Saving for a camper van", Discretion.SAY),
        Fact(1, 2, FactKind.ALLERGY, "Peanut allergy", Discretion.KNOW),
    )
    assert told.at(shown(facts=facts))
    assert told.texts() == ["They told us", "Saving for a camper van", "Peanut allergy"]
    assert [icon.name() for icon in told.panel.findChildren(Icon)] == ["quote", "eye-off"]
