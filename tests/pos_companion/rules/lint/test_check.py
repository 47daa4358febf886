from pos_companion.rules.lint.check import Around
from tests.pos_companion.rules.cases import TODAY


def test_a_rule_alone_in_the_world_stands_among_nothing():
    around = Around(TODAY, "EUR")
    assert (around.others, around.gifts, around.unkind("anything")) == ((), {}, ())
