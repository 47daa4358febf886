"""What discounts really come to on a ticket."""

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine
from pos_companion.rules import Effect
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.effects.free_item import FreeItem
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.effects.percent_off import Base, PercentOff
from pos_companion.rules.settle import settle
from tests.pos_companion.rules.cases import COFFEE, CROISSANT, basket


def eur(cents: int) -> Money:
    return Money(cents, "EUR")


def test_items_come_off_first_then_amounts_then_per_cents() -> None:
    percent = PercentOff(eur(9000), 5000)
    amount, free = AmountOff(eur(40)), FreeItem("Flat white", eur(350))
    done = settle([percent, amount, free], basket((COFFEE, 350), (CROISSANT, 240)), "EUR")
    assert done.taken == (eur(100), eur(40), eur(350))
    assert done.ticket.total == eur(100)


def test_gifts_and_coupons_are_no_price() -> None:
    done = settle([Gift(1), Coupon(eur(200))], basket((COFFEE, 350)), "EUR")
    assert done.taken == (eur(0), eur(0))
    assert done.ticket.total == eur(350)


EFFECTS: st.SearchStrategy[Effect] = st.one_of(
    st.builds(AmountOff, st.integers(0, 9000).map(eur)),
    st.builds(
        PercentOff, st.integers(0, 9000).map(eur), st.integers(0, 10_000), st.sampled_from(Base)
    ),
    st.builds(FreeItem, st.sampled_from(["Flat white", "Tea"]), st.integers(0, 900).map(eur)),
)
LINES = st.builds(
    BasketLine,
    st.sampled_from([COFFEE, CROISSANT]),
    st.decimals(-3, 9, places=2),
    st.one_of(st.none(), st.integers(-500, 9000).map(eur)),
)


@given(effects=st.lists(EFFECTS, max_size=5), lines=st.lists(LINES, max_size=6))
def test_no_discount_is_negative_or_too_large_and_the_lines_add_up(
    effects: list[Effect], lines: list[BasketLine]
) -> None:
    before = Basket(tuple(lines))
    full = before.total("EUR")
    done = settle(effects, before, "EUR")
    taken = sum(done.taken, eur(0))
    assert all(part >= eur(0) for part in done.taken)
    assert taken <= max(eur(0), full)
    assert done.ticket.total == full - taken == sum((p.left for p in done.ticket.lines), eur(0))
    assert all(line.left >= min(eur(0), line.full) for line in done.ticket.lines)
