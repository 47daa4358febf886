from datetime import date

import pytest

from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate, Span
from ui.panels.dates import DatesPanel


def coming(
    day: date, kind: CelebrationKind, until: date | None = None, title: str = ""
) -> ComingUp:
    when = PartialDate(None, day.month, day.day)
    celebration = Celebration(1, 1, "Ana", kind, when, title=title)
    return ComingUp(celebration, Span(day, until or day), (day - date(2025, 11, 21)).days)


def test_nothing_coming_up_is_no_box(look, shown) -> None:
    assert not look(DatesPanel()).at(shown())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 11, 21), "Today"),
        (date(2025, 11, 22), "Tomorrow"),
        (date(2025, 11, 29), "Sat 29 Nov"),
        (date(2025, 12, 14), "14 Dec"),
    ],
)
def test_near_days_have_names(look, shown, day: date, words: str) -> None:
    dates = look(DatesPanel())
    dates.at(shown(celebrations=(coming(day, CelebrationKind.BIRTHDAY),)))
    assert dates.texts() == ["Coming up", "Ana’s birthday", words]


def test_a_day_nobody_knows_is_somewhere_in_its_month(look, shown) -> None:
    dates = look(DatesPanel())
    month = coming(date(2025, 12, 1), CelebrationKind.BIRTHDAY, date(2025, 12, 31))
    dates.at(shown(celebrations=(month,)))
    assert dates.texts()[-1] == "Some day in December"


def test_another_kind_is_called_what_they_call_it(look, shown) -> None:
    dates = look(DatesPanel())
    own = coming(date(2025, 11, 24), CelebrationKind.OTHER, title="starts at university")
    dates.at(shown(celebrations=(own,)))
    assert "starts at university" in " ".join(dates.texts())
