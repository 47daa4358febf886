from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.simulate.past import Options
from pos_companion.rules.simulate.replay import Simulator
from pos_companion.rules.simulate.report import differences
from pos_companion.rules.simulate.tell import tell
from tests.pos_companion.rules.simulate.pasts import daily, past, thanks


def report(*rules):
    there = past(*daily((1, 2), days=3))
    return tell(there, rules, Simulator(there).run(rules), Options())


def test_only_what_differs_is_a_difference():
    once = thanks(caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    before, after = report(once, thanks("b", priority=200)), report(thanks())
    more, fewer = differences(before, after)
    assert (more.rule, more.given, more.people, more.cost) == ("thanks", 4, 0, Money(360, "EUR"))
    assert (fewer.rule, fewer.given, fewer.people) == ("b", -4, -2)
    assert differences(before, before) == ()
