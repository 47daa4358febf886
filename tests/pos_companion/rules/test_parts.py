"""What a Condition and an Effect are."""

from pos_companion.model.money import Money
from pos_companion.rules import Effect, Ticket, Turn
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.gift import Gift
from tests.pos_companion.rules.cases import BISCUIT, COFFEE, basket, birthday, facts


def test_a_part_is_called_like_its_file() -> None:
    assert Weekday().kind == "weekday"
    assert AmountOff(Money(1, "EUR")).kind == "amount_off"


def test_a_tree_is_brought_about_by_what_its_parts_are() -> None:
    seen = facts(celebrations=(birthday("11-21", BISCUIT),))
    assert Weekday().occasions(seen) == ()
    assert Weekday().branches == ()
    tree = AllOf((Weekday(), AllOf((Celebration(),))))
    assert [found.being.name for found in tree.occasions(seen)] == ["Biscuit"]


def test_what_is_no_price_takes_nothing_off() -> None:
    gift: Effect = Gift(1)
    ticket = Ticket.of(basket((COFFEE, 350)), "EUR")
    assert gift.taken_off(ticket) == (Money(0, "EUR"),)
    assert (gift.turn, gift.is_discount) == (Turn.NEVER, False)
