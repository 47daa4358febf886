"""Words for every choice, and the own budget by stage."""

from datetime import date

import pytest

from pos_companion.model.giving import (
    BEYOND,
    NOT_TODAY,
    OWN_REASONS,
    WAIVERS,
    Beyond,
    LocalEvent,
    NotToday,
    OwnBudget,
    OwnReason,
    Waiver,
)


@pytest.mark.parametrize(
    ("kind", "worded"),
    [(OwnReason, OWN_REASONS), (NotToday, NOT_TODAY), (Waiver, WAIVERS), (Beyond, BEYOND)],
)
def test_every_choice_has_its_words(kind, worded):
    assert set(worded) == {one for one in kind if one.value}
    assert all(worded.values())


def test_the_budget_for_a_customer_grows_with_the_stage():
    own = OwnBudget(per_customer=300, by_stage={"regular": 150, "new": 0})
    assert [own.for_stage(one) for one in ("regular", "new", "")] == [450, 0, 300]


def test_an_event_lasts_from_its_first_day_through_its_last():
    fair = LocalEvent("Fair", date(2026, 6, 6), date(2026, 6, 7))
    assert [fair.covers(date(2026, 6, day)) for day in (5, 6, 7, 8)] == [False, True, True, False]
