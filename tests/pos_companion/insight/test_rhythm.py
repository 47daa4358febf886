from datetime import date, time

import pytest

from pos_companion.i18n import words
from pos_companion.insight.rhythm import rhythm
from pos_companion.model.cadence import Cadence, Timing
from pos_companion.model.people import Customer

TODAY = date(2025, 11, 21)
ROSA = Customer(1, "Rosa Delgado", first_visit=date(2020, 11, 18), visits=212)


def said(cadence: Cadence | None = None, customer: Customer = ROSA) -> list[str]:
    return [words(line) for line in rhythm(customer, cadence, TODAY)]


def test_a_new_face_has_no_rhythm() -> None:
    assert said(customer=Customer(2, "Hanna")) == []


def test_one_visit_is_one_visit() -> None:
    once = Customer(2, "Hanna", first_visit=date(2025, 11, 20), visits=1)
    assert said(customer=once) == ["1 visit since yesterday"]


@pytest.mark.parametrize(
    ("cadence", "line"),
    [
        (Cadence(3, 2, 4, weekdays=(1, 4)), "Usual days: Tuesday and Friday"),
        (
            Cadence(3, 2, 4, weekdays=(1,), hours=(time(8), time(10))),
            "Usual days: Tuesday, mostly from 08:00 to 10:00",
        ),
        (Cadence(5, 3, 8), "Comes every 3 to 8 days"),
        (Cadence(7, 7, 7), "Comes about every 7 days"),
        (Cadence(1, 1, 1, weekdays=(0, 1, 2, 3, 4)), "Comes about every day"),
    ],
)
def test_the_days_are_named_where_there_are_few_else_how_often(cadence: Cadence, line: str) -> None:
    assert said(cadence) == ["212 visits since 18 Nov 2020", line]


def test_who_comes_as_they_like_is_told_no_rhythm() -> None:
    assert said(Cadence(6, 1, 30)) == ["212 visits since 18 Nov 2020"]


def test_nobody_is_called_late() -> None:
    assert "late" not in " ".join(said(Cadence(3, 2, 4, weekdays=(1,), timing=Timing.LATE)))
