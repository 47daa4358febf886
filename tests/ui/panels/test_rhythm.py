from dataclasses import replace
from datetime import date

from pos_companion.model.cadence import Cadence
from ui.panels.rhythm import RhythmPanel


def test_before_the_first_visit_there_is_no_box(look, shown) -> None:
    assert not look(RhythmPanel()).at(shown())


def test_tenure_and_the_usual_days_have_a_line_each(look, shown) -> None:
    rhythm = look(RhythmPanel())
    customer = replace(shown().card.customer, first_visit=date(2020, 11, 18), visits=212)
    assert rhythm.at(shown(customer=customer, cadence=Cadence(3, 2, 4, weekdays=(1, 4))))
    assert rhythm.texts() == [
        "How they come",
        "212 visits since 18 Nov 2020",
        "Usual days: Tuesday and Friday",
    ]
