from dataclasses import replace
from datetime import date

from pos_companion.i18n import Phrase
from pos_companion.model.cadence import Cadence
from pos_companion.model.stages import Evidence, Reached, Stage, Standing
from ui.kit.tile import Tile
from ui.panels import Wish
from ui.panels.rhythm import RhythmPanel


def regular(shown, **more):
    customer = replace(shown().card.customer, first_visit=date(2020, 11, 18), visits=212)
    return shown(customer=customer, cadence=Cadence(3, 2, 4, weekdays=(1, 4)), **more)


def test_before_the_first_visit_there_is_no_box(look, shown) -> None:
    assert not look(RhythmPanel()).at(shown())


def test_tenure_and_the_usual_days_have_a_line_each(look, shown) -> None:
    rhythm = look(RhythmPanel())
    assert rhythm.at(regular(shown))
    assert rhythm.texts() == [
        "How they come",
        "212 visits since 18 Nov 2020",
        "Usual days: Tuesday and Friday",
    ]


def test_whom_they_sent_is_told_and_no_stage_is_named(look, shown) -> None:
    sent = Evidence(Phrase("They sent somebody to us"), telling=True)
    standing = Standing((Reached(Stage.MISSED, date(2025, 1, 1), (sent,)),))
    rhythm = look(RhythmPanel())
    assert rhythm.at(regular(shown, standing=standing))
    assert rhythm.texts()[-1] == "They sent somebody to us"
    assert "Would be missed" not in " ".join(rhythm.texts())


def test_a_tap_tells_how_well_we_know_them(look, shown) -> None:
    rhythm = look(RhythmPanel())
    rhythm.at(regular(shown))
    rhythm.panel.findChildren(Tile)[0].click()
    assert [wish.wish for wish in rhythm.wishes] == [Wish.STANDING]
