from datetime import UTC, date, datetime

import pytest

from pos_companion.i18n import value_in_words, words
from pos_companion.model.dates import ShopTime
from pos_companion.services.kept_words import Wording, body_in_words, day_in_words

WORDING = Wording(ShopTime(UTC, 4), {7: "Rex"})
NO_DAY = {"year": None, "month": None, "day": None, "calendar": ""}


@pytest.mark.parametrize(
    ("table", "row", "column", "said"),
    [
        ("customer", {"formal": True}, "formal", "yes"),
        ("consent", {"answer": False}, "answer", "no"),
        ("consent", {"kind": "health"}, "kind", "Allergies and diets"),
        ("remark", {"about": 7}, "about", "Rex"),
        ("remark", {"discretion": "locked"}, "discretion", "hidden, it only keeps a gift back"),
        ("remark", {"heard_on": date(2025, 5, 3)}, "heard_on", "3 May 2025"),
        ("redemption", {"value": 250, "currency": "EUR"}, "value", "€2.50"),
        ("coupon", {"basis_points": 1000}, "basis_points", "10%"),
        ("celebration", {"weekday": 0}, "weekday", "Monday"),
        ("customer", {"visits": 12}, "visits", "12"),
        ("remark", {"discretion": "unheard of"}, "discretion", "unheard of"),
        ("visit", {"ts": datetime(2025, 5, 3, 9, 5, tzinfo=UTC)}, "ts", "3 May 2025, 09:05"),
    ],
)
def test_a_value_is_said_plainly(table: str, row: dict, column: str, said: str) -> None:  # type: ignore[type-arg]
    assert value_in_words(WORDING.of(table, column, row)) == said


@pytest.mark.parametrize("value", [None, "", False])
def test_what_says_nothing_is_passed_over(value: object) -> None:
    assert WORDING.of("customer", "formal", {"formal": value}) is None


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"year": 1990, "month": 5, "day": 3}, "3 May 1990"),
        ({"month": 5, "day": 3}, "3 May"),
        ({"month": 2, "day": 29}, "29 Feb"),
        ({"year": 1990, "month": 5}, "May 1990"),
        ({"year": 1990}, "1990"),
        ({"year": 1446, "month": 9, "day": 12, "calendar": "islamic"}, "12. 9. 1446"),
    ],
)
def test_a_day_is_said_as_far_as_it_is_known(known: dict, said: str) -> None:  # type: ignore[type-arg]
    assert value_in_words(day_in_words({**NO_DAY, **known})).strip() == said


def test_what_else_a_remark_holds_is_said_value_by_value() -> None:
    body = {"promise": "a coffee", "log": [{"who": "Mia"}, {"who": ""}], "late": True, "no": False}
    assert [words(phrase) for phrase in body_in_words(body)] == [
        "Promised: a coffee", "who: Mia", "late: yes",
    ]  # fmt: skip
