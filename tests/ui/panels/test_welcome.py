from datetime import date

from pos_companion.i18n import Phrase
from pos_companion.model.stages import Pin, Stage, Standing, Turned
from ui.panels.welcome import WelcomePanel

TODAY = date(2025, 11, 21)


def test_on_a_day_like_any_other_there_is_no_box(look, shown) -> None:
    assert not look(WelcomePanel()).at(shown())


def test_who_is_back_is_welcomed(look, shown) -> None:
    panel = look(WelcomePanel())
    assert panel.at(shown(standing=Standing((), Turned(Stage.BACK, TODAY, Phrase("")))))
    assert panel.texts() == [
        "Back again",
        "A warm welcome is enough: no word about the time between.",
    ]


def test_a_reason_to_take_care_is_seen_before_anything_is_offered(look, shown) -> None:
    panel = look(WelcomePanel())
    pin = Pin(1, 1, Stage.AT_RISK, "We mixed up her name", "Sam", TODAY)
    assert panel.at(shown(standing=Standing(pin=pin)))
    assert panel.texts() == ["Take care today", "We mixed up her name"]
    assert WelcomePanel.order < 40
