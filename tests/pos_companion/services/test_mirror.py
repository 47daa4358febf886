"""The manager's mirror over the shop's own visits."""

import csv
from collections.abc import Generator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.model.mirror import Mirror, Movement
from pos_companion.model.stages import Stage
from pos_companion.services import Shop
from pos_companion.services.finding import find
from pos_companion.services.look_up import open_card
from pos_companion.services.mirror import as_csv, mirror, month_end, movement, save_csv
from pos_companion.services.not_usual import not_usual
from tests.builders import add_customer, add_visit, add_visits
from tests.pos_companion.storage.records import contents
from tests.shops import SetClock


def finished(steps: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.fixture
def regulars(shop: Shop) -> Shop:
    """Ana has a coffee every day but Tuesdays; Leo came once, today."""
    ana = add_customer("Ana")
    add_visits(ana, 40, every=1)
    add_visit(add_customer("Leo"), days_ago=0)
    return shop


def test_the_last_ninety_days_up_to_yesterday_are_judged(regulars: Shop) -> None:
    found: Mirror = finished(mirror(regulars))
    assert (found.first, found.last) == (
        regulars.today - timedelta(days=90),
        regulars.today - timedelta(days=1),
    )
    assert (found.visits, found.all.visits) == (40, 40)
    assert found.all.armed == found.all.right > 30
    assert found.all.silent >= 3
    assert found.hours == (9,)


def test_in_a_large_shop_visits_are_judged_evenly(regulars: Shop) -> None:
    found: Mirror = finished(mirror(regulars, most=10))
    assert (found.visits, found.all.visits) == (40, 10)


def test_an_empty_shop_has_an_empty_mirror(shop: Shop) -> None:
    assert finished(mirror(shop)).all.visits == 0
    assert finished(movement(shop, shop.today)).customers == 0


def test_visits_taken_back_are_not_judged(regulars: Shop) -> None:
    last = add_visit(add_customer("Mia"), days_ago=3)
    assert finished(mirror(regulars)).visits == 41
    regulars.storage.visits.void(last.uid, regulars.clock.now())
    assert finished(mirror(regulars)).visits == 40


def test_what_was_said_not_to_be_their_usual_is_judged_as_it_was_known(
    regulars: Shop, clock: SetClock
) -> None:
    ana = find(regulars, "ana")[0].customer
    plain = finished(mirror(regulars)).all
    coffee = open_card(regulars, ana.id).card.usual.basket[0].product
    not_usual(regulars, ana.id, coffee)
    assert finished(mirror(regulars)).all == plain
    clock.shows("2025-11-01T12:00")
    not_usual(regulars, ana.id, coffee)
    clock.shows("2025-11-21T12:00")
    found = finished(mirror(regulars)).all
    assert (found.visits, found.armed) == (plain.visits, plain.armed - 5)


def test_the_month_tells_who_moved_and_who_is_new(regulars: Shop) -> None:
    moved: Movement = finished(movement(regulars, regulars.today))
    assert (moved.before, moved.after) == (date(2025, 10, 31), regulars.today)
    assert moved.moves == {
        (Stage.GETTING_TO_KNOW, Stage.REGULAR): 1,
        (None, Stage.NEW): 1,
    }
    earlier: Movement = finished(movement(regulars, date(2025, 10, 3)))
    assert (earlier.before, earlier.after) == (date(2025, 9, 30), date(2025, 10, 31))
    assert earlier.moves == {(None, Stage.GETTING_TO_KNOW): 1}


def test_nothing_is_written(regulars: Shop) -> None:
    before = contents(regulars.storage)
    finished(mirror(regulars))
    finished(movement(regulars, regulars.today))
    assert contents(regulars.storage) == before


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2025, 11, 21), 0, date(2025, 11, 30)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 1, 31), -1, date(2024, 12, 31)),
        (date(2024, 2, 1), 0, date(2024, 2, 29)),
    ],
)
def test_months_end_on_their_last_day(day: date, months: int, end: date) -> None:
    assert month_end(day, months) == end


def test_both_go_into_one_file_that_no_spreadsheet_executes(regulars: Shop, tmp_path: Path) -> None:
    found, moved = finished(mirror(regulars)), finished(movement(regulars, regulars.today))
    rows = list(csv.reader(StringIO(as_csv(found, moved))))
    assert rows[2][:2] == ["All", "40"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]
    first, second = (save_csv(found, moved, tmp_path) for _ in range(2))
    assert first != second
    assert first.read_bytes().decode("utf-8-sig") == as_csv(found, moved)
    with pytest.raises(NotSavedError):
        save_csv(found, moved, tmp_path / "nowhere")
