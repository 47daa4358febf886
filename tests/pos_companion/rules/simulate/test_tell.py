from dataclasses import replace

from pos_companion.model.money import Money
from pos_companion.rules import Cap, GroupMode, Period, Scope, Unit
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.simulate.past import Asked, Options, Taking
from pos_companion.rules.simulate.replay import Simulator
from pos_companion.rules.simulate.report import Stopper
from pos_companion.rules.simulate.tell import tell
from tests.pos_companion.rules.cases import ROSA
from tests.pos_companion.rules.simulate.pasts import FIRST, case, daily, given, past, thanks


def report(there, *rules, **options):
    chosen = Options(**options)
    return tell(there, rules, Simulator(there).run(rules, chosen), chosen)


def test_a_rule_is_added_up():
    weekly = thanks(caps=(Cap(Scope.PERSON, Period.WEEK, 1),))
    told = report(past(*daily((1, 2, 3), days=3)), weekly)
    (rule,) = told.rules
    assert (rule.qualified, rule.offered, rule.given, rule.people) == (9, 3, 3, 3)
    assert (rule.cost, rule.blocked) == (Money(270, "EUR"), {"already_given": 6})
    assert rule.top == ((1, 1), (2, 1), (3, 1))
    assert (told.visits, told.people, told.given, told.reached, told.never) == (9, 3, 3, 3, ())


def test_a_household_is_one_however_many_of_it_came():
    home = replace(ROSA, household=7)
    visits = [case(who, FIRST, 8 + who) for who in (1, 2, 3)]
    for at in (0, 1):
        seen = visits[at].facts
        at_home = replace(seen, customer=replace(home, id=seen.customer.id))
        visits[at] = replace(visits[at], facts=at_home)
    (rule,) = report(past(*visits), thanks()).rules
    assert (rule.people, rule.households) == (3, 2)


def test_the_day_is_told_on_which_the_budget_and_the_shelf_gave_out():
    short = thanks(caps=(Cap(Scope.RULE, Period.MONTH, 180, Unit.COST),))
    (rule,) = report(past(*daily((1, 2), days=3)), short).rules
    assert ((rule.budget_out - FIRST).days, rule.stock_out) == (1, None)
    assert rule.blocked == {"budget_month": 4}
    (rule,) = report(past(*daily((1, 2), days=6)), thanks()).rules
    assert ((rule.stock_out - FIRST).days, rule.budget_out) == (5, None)


def test_who_lost_to_whom_and_who_never_got_anything():
    first = thanks("a", priority=1, group="g", group_mode=GroupMode.FIRST)
    second = thanks("b", group="g", caps=(Cap(Scope.RULE, Period.EVER, 1),))
    told = report(past(*daily((1, 2), days=2)), first, second)
    assert told.of("b").lost_to == {"a": 4}
    assert told.of("nothing-like-it") is None
    once = report(past(*daily((1, 2, 3), days=2)), second)
    assert (once.never, once.never_count, once.top) == (((2, 2), (3, 2)), 2, ((1, 1),))


def test_people_it_never_reached_for_want_of_a_birthday_are_counted_once():
    birthday = thanks(when=Celebration(who=Who.SELF))
    (rule,) = report(past(*daily((1, 2), days=3)), birthday).rules
    assert (rule.unknown, rule.blocked) == ({"birthday": 2}, {"unknown_fact": 6})
    assert rule.stoppers == (Stopper("celebration", 6),)


def test_how_many_would_say_yes_is_guessed_from_those_who_did():
    there = past(*daily((1, 2, 3), days=3), asked={"thanks": Asked(taken=2, refused=1)})
    assert [one.accepted for one in report(there, thanks(), thanks("new", priority=200)).rules] == [
        6,
        None,
    ]


def test_what_comes_out_again_is_counted_when_it_is_taken_as_recorded():
    cases = daily((1, 2), days=1)
    cases[0] = replace(cases[0], real=(given(cases[0].facts),))
    cases[1] = replace(cases[1], real=(given(cases[1].facts, offer="thanks:self:2"),))
    told = report(past(*cases), thanks(), taking=Taking.AS_RECORDED)
    assert (told.reproduced, told.missed) == (1, 1)


def test_nothing_at_all_is_told_as_nothing():
    told = report(past(), thanks())
    assert (told.visits, told.cost, told.rules[0].given) == (0, Money(0, "EUR"), 0)
