from datetime import date

import pytest

from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind, Wished
from pos_companion.model.dates import PartialDate, Span, WrittenIn
from pos_companion.model.people import Species
from pos_companion.services.celebration_days import CardDays, NearDay
from ui.kit import Chip, LineBox, Tile
from ui.panels import Intent, Wish, WishSaid
from ui.panels.dates import DatesPanel

TODAY = date(2025, 11, 21)
BIRTHDAY = CelebrationKind.BIRTHDAY


def near(day: date, kind: CelebrationKind = BIRTHDAY, until: date | None = None, **more) -> NearDay:
    month_alone = until is not None
    when = PartialDate(more.pop("year", None), day.month, None if month_alone else day.day)
    wished = more.pop("wished", None)
    celebration = Celebration(1, 1, more.pop("who", "Ana"), kind, when, **more)
    return NearDay(ComingUp(celebration, Span(day, until or day), (day - TODAY).days), wished)


def days(*shown: NearDay) -> CardDays:
    return CardDays(shown)


def found(panel, kind, words: str):
    return next(one for one in panel.findChildren(kind) if words in one.text())


def test_nothing_coming_up_is_no_box(look, shown) -> None:
    assert not look(DatesPanel()).at(shown())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 11, 22), "Tomorrow"),
        (date(2025, 11, 29), "Sat 29 Nov"),
        (date(2025, 12, 14), "14 Dec"),
    ],
)
def test_near_days_have_names(look, shown, day: date, words: str) -> None:
    dates = look(DatesPanel())
    dates.at(shown(days=days(near(day))))
    assert dates.texts() == ["Coming up", "Ana’s birthday", words]


def test_a_day_nobody_knows_is_somewhere_in_its_month(look, shown) -> None:
    dates = look(DatesPanel())
    dates.at(shown(days=days(near(date(2025, 12, 1), until=date(2025, 12, 31)))))
    assert dates.texts()[-1] == "Some day in December"


def test_another_kind_is_called_what_they_call_it(look, shown) -> None:
    dates = look(DatesPanel())
    own = near(date(2025, 11, 24), CelebrationKind.OTHER, title="starts at university")
    dates.at(shown(days=days(own)))
    assert "starts at university" in " ".join(dates.texts())


def test_a_row_opens_its_day_and_the_last_asks_for_a_new_one(look, shown) -> None:
    dates = look(DatesPanel())
    soon = near(date(2025, 11, 29))
    dates.at(shown(days=days(soon)))
    found(dates.panel, Tile, "Ana’s birthday").click()
    add = found(dates.panel, Chip, "A day worth remembering")
    assert add.accessibleName() == "Add a day worth remembering"
    add.click()
    opened = Intent(Wish.CELEBRATION, soon.coming.celebration)
    assert dates.wishes == [opened, Intent(Wish.CELEBRATION)]


def test_today_brings_one_wish_one_question_and_the_age_for_our_eyes_alone(look, shown) -> None:
    dates = look(DatesPanel())
    dates.at(shown(days=days(near(TODAY, who="Ana", being=7, year=2017, species=Species.CHILD))))
    said = [text for text in dates.texts() if text.startswith("“")]
    assert said == ["“Happy birthday to your little one! What are they hoping for?”"]
    assert "Ana turns 8. Never say it; they may." in dates.texts()


def test_a_child_that_is_here_is_spoken_to_itself(look, shown) -> None:
    dates = look(DatesPanel())
    dates.at(shown(days=days(near(TODAY, being=7, species=Species.CHILD))))
    found(dates.panel, Chip, "Ana is here").click()
    assert "“Happy birthday! What are you hoping for?”" in dates.texts()
    assert any("at eye level" in text for text in dates.texts())


def test_the_day_after_the_wish_is_a_belated_one(look, shown) -> None:
    dates = look(DatesPanel())
    dates.at(shown(days=days(near(date(2025, 11, 20), who="Ana", being=7))))
    assert "“A belated happy birthday to Ana! How did you celebrate?”" in dates.texts()


def test_what_they_said_is_told_with_whom_it_is_about(look, shown, qtbot) -> None:
    dates = look(DatesPanel())
    today = near(TODAY, being=7, species=Species.CHILD)
    dates.at(shown(days=days(today)))
    line = dates.panel.findChild(LineBox)
    line.set_text("a red bike")
    line.submitted.emit(line.text())
    assert dates.wishes == [Intent(Wish.WISHED, WishSaid(today, False, "a red bike", 7))]


def test_once_wished_the_words_are_gone_and_the_tick_can_be_taken_off(look, shown) -> None:
    dates = look(DatesPanel())
    said = Wished(1, 1, "customer:1", BIRTHDAY, TODAY, TODAY)
    today = near(TODAY, wished=said)
    dates.at(shown(days=days(today)))
    assert not [text for text in dates.texts() if text.startswith("“")]
    found(dates.panel, Chip, "Wished").click()
    assert dates.wishes == [Intent(Wish.WISHED, WishSaid(today, False))]


def test_a_surprise_says_whom_not_to_mention_it_to(look, shown) -> None:
    dates = look(DatesPanel())
    soon = near(date(2025, 11, 29), hidden_from=("being:4",), surprises=("Tomás",))
    dates.at(shown(days=days(soon)))
    assert "Don’t mention it to Tomás." in dates.texts()


def test_a_day_that_moved_on_asks_when_it_is_next(look, shown) -> None:
    dates = look(DatesPanel())
    eid = Celebration(1, 2, "", CelebrationKind.OTHER, WrittenIn(date(2025, 3, 30)), title="Eid")
    dates.at(shown(days=CardDays(wanted=(eid,))))
    assert dates.texts() == ["Coming up", "Eid", "When is it next: Eid?"]
    found(dates.panel, Tile, "Eid").click()
    assert dates.wishes == [Intent(Wish.CELEBRATION, eid)]
