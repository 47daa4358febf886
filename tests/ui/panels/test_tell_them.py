"""Something good to tell them: their idea is done."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QAbstractButton

from pos_companion.model.ideas import Idea, IdeaState
from ui.panels import Intent, Wish
from ui.panels.tell_them import TellThemPanel

GLASS = Idea(
    1, 1, "milk in glass bottles", state=IdeaState.DONE, answer="From Monday on",
    settled_on=date(2025, 11, 20),
)  # fmt: skip
BENCH = replace(GLASS, n=2, text="a bench outside", answer="")


def test_without_a_done_idea_there_is_no_box(look, shown) -> None:
    assert not look(TellThemPanel()).at(shown())


def test_one_idea_at_a_time_with_what_there_is_to_say(look, shown) -> None:
    tell = look(TellThemPanel())
    assert tell.at(shown(done=(GLASS, BENCH)))
    assert tell.texts() == [
        "Tell them: their idea is done",
        "“milk in glass bottles”: we did it. From Monday on. Thank you!",
        "Press it once they know.",
    ]
    tell.at(shown(done=(BENCH,)))
    assert tell.texts()[1:] == [
        "“a bench outside”: we did it. Thank you!",
        "Press it once they know.",
    ]


def test_a_tap_says_that_they_know(look, shown) -> None:
    tell = look(TellThemPanel())
    tell.at(shown(done=(GLASS,)))
    (button,) = tell.panel.findChildren(QAbstractButton)
    assert "milk in glass bottles" in button.text()
    button.click()
    assert tell.wishes == [Intent(Wish.IDEA_TOLD, GLASS)]
