"""Something is going on at the shop, until it is over."""

from datetime import UTC, datetime, timedelta

from pos_companion.model.giving import Circumstances, ContextFlag
from pos_companion.rules import Facts, Verdict
from pos_companion.rules.conditions.shop_context import ShopContext
from tests.pos_companion.rules.cases import facts, says

NOW = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
RAIN = Circumstances(flags=(ContextFlag("Rain", NOW + timedelta(minutes=1)),))


def at(instant: datetime | None) -> Facts:
    return facts(circumstances=RAIN, instant=instant)


def test_a_flag_holds_until_its_end_however_it_is_written() -> None:
    assert says(ShopContext("rain ").judge(at(NOW))) == (Verdict.YES, "There is “Rain” today")
    assert not ShopContext("Rain").judge(at(NOW + timedelta(minutes=1))).is_yes


def test_what_nobody_said_is_not_going_on() -> None:
    assert says(ShopContext("Heat").judge(at(NOW))) == (
        Verdict.NO,
        "Nobody has said that there is “Heat” now.",
    )
    assert not ShopContext("Rain").judge(at(None)).is_yes
