"""What the mirror says, from counts made by hand."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from pos_companion.model.mirror import Mirror, Movement, Tally
from pos_companion.model.stages import Stage
from ui.office.mirror_panels import movement_panel, usual_panel, weekdays_panel

FIRST, LAST = date(2026, 8, 22), date(2026, 11, 19)


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.text()]


def test_the_finding_is_one_sentence_and_the_counts_stand_below(qapp: QApplication) -> None:
    found = Mirror(FIRST, LAST, 20, {(0, 8): Tally(10, 4, 3, 5, 2)})
    said = texts(usual_panel(found))
    assert "When it was sure, the usual was right on 75% of the visits." in said
    assert "Silent on 1 visit" in said
    assert "From 22 August 2026 to 19 November 2026: 10 of 20 visits looked at" in said
    assert "75% · 3 of 4" in texts(weekdays_panel(found))


def test_nothing_to_look_at_and_never_sure_are_said_plainly(qapp: QApplication) -> None:
    assert "There are no visits to look at yet." in texts(usual_panel(Mirror(FIRST, LAST)))
    shy = Mirror(FIRST, LAST, 5, {(0, 8): Tally(5)})
    assert "The usual was never sure enough to be armed." in texts(usual_panel(shy))
    assert "not sure" in texts(weekdays_panel(shy))


def test_movements_are_told_the_most_frequent_first(qapp: QApplication) -> None:
    moves = {
        (None, Stage.NEW): 3,
        (Stage.NEW, Stage.NEW): 9,
        (Stage.NEW, Stage.GETTING_TO_KNOW): 1,
        (Stage.REGULAR, Stage.AT_RISK): 2,
    }
    said = texts(movement_panel(Movement(FIRST, LAST, moves)))
    assert said == [
        "Which way people moved: November 2026",
        "3 new, 1 up, 2 down, 0 not seen any more",
        "A regular → At risk: 2",
        "New here → Getting to know each other: 1",
    ]
