from pos_companion.rules.simulate.past import Options, Shelf, Taking
from tests.pos_companion.rules.cases import CANDLE
from tests.pos_companion.rules.simulate.pasts import past


def test_unless_told_otherwise_everything_is_as_it_really_was():
    assert Options() == Options(Shelf.REAL, budgets=True, keep_real=False, taking=Taking.FIRST)


def test_a_shelf_of_plenty_holds_the_same_gifts():
    there = past()
    assert there.plenty.keys() == there.shelf.keys()
    assert there.plenty[CANDLE.id].free > 100_000
    assert there.plenty is there.plenty
