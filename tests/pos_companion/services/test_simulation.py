"""The past lived through again through the shop's own records."""

import hashlib
import random
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pos_companion.errors import BadInputError, NotAllowedError, NotFoundError
from pos_companion.model.dates import PartialDate
from pos_companion.model.money import Money
from pos_companion.model.staff import Role
from pos_companion.model.stages import Stage as StageOf
from pos_companion.rules import Cap, GroupMode, Period, RuleState, Scope, Unit
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.known_since import KnownSince
from pos_companion.rules.conditions.stage import Stage
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.effects.percent_off import PercentOff
from pos_companion.rules.simulate.past import Knowledge, Options, Taking
from pos_companion.rules.simulate.replay import Simulator
from pos_companion.services.finding import resolve
from pos_companion.services.look_up import open_card
from pos_companion.services.past_reading import read_past
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.simulation import (
    forecast,
    open_rehearsal,
    simulate,
    try_on,
)
from pos_companion.services.staff import add_person, sign_in
from pos_companion.storage import STORE
from tests.builders import (
    add_celebration,
    add_customer,
    add_gift,
    add_rule,
    add_visits,
    basket,
    days_from,
)


def done(steps):
    """The result of a generator, and how often it told how far it is."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def rules_of_a_month():
    """Rules that stand in each other's way: budgets, a small shelf, groups, coupons, birthdays."""
    euro = Money(100, "EUR")
    month = Cap(Scope.RULE, Period.MONTH, 900, Unit.COST)
    add_gift("Biscuit", 4)
    birthday = AllOf((Celebration(who=Who.PET), KnownSince(3)))
    once = Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1)
    add_rule("Dog biscuit", birthday, priority=1, kind="celebration", caps=(once, month))
    add_rule("Biscuit", VisitsNth(3), priority=2, group="thanks", group_mode=GroupMode.FIRST,
             caps=(Cap(Scope.HOUSEHOLD, Period.WEEK, 1), month))  # fmt: skip
    add_rule("Ten per cent", VisitsNth(2), gives=PercentOff(euro, 1000), priority=3,
             group="thanks", caps=(Cap(Scope.SHOP, Period.DAY, 2), month))  # fmt: skip
    add_rule("Come again", FirstVisit(), gives=Coupon(euro), priority=4,
             caps=(Cap(Scope.PERSON, Period.EVER, 1), month))  # fmt: skip
    add_rule("Back", DaysSinceLast(6), priority=5, caps=(Cap(Scope.STAFF, Period.DAY, 1), month))


def live_a_month(shop, clock, choose):
    """Twenty-five days with a few visits each, recorded at the counter."""
    chance = random.Random(7)
    people = [
        add_customer(name, celebrates=[("Rex " + name, *days_from(shop, 8 + at))])
        for at, name in enumerate(("Ana", "Ben", "Cleo", "Dan", "Eva", "Finn"))
    ]
    for day in range(25):
        for at, who in enumerate(sorted(chance.sample(range(6), chance.randint(1, 4)))):
            wall = datetime.fromisoformat("2025-11-21T09:00") + timedelta(days=day, minutes=at)
            clock.shows(wall.isoformat())
            shop.staff = chance.choice(["Mia", "Sam"])
            found = open_card(shop, people[who].id)
            bought = basket("Coffee", "Bun") if chance.random() < 0.8 else basket("Coffee")
            take = choose(found.offers, chance)
            record_visit(shop, VisitDeed(found.visit_uid, people[who].id, bought, take=take))
    shop.staff = ""
    return found.visit_uid


def ledger(rows):
    """What a ledger says, without its numbers."""
    return sorted(
        (row.visit, row.rule, row.version, row.customer, row.beneficiary, row.celebration_year,
         row.day, row.cost, row.value, row.currency, row.gift, row.staff, row.state.value,
         row.period_key)
        for row in rows
    )  # fmt: skip


def lived(shop, rules, **options):
    """The lines a simulation of all there is would write."""
    past = done(read_past(shop, shop.today - timedelta(days=40), shop.today))
    return ledger(
        row for one in Simulator(past).run(rules, Options(**options)) for row in one.given
    )


def real(shop):
    rows = shop.storage.visits.ledger_lines()
    return ledger(row for row in rows if row.state.counts)


def test_a_month_lived_through_again_with_its_rules_is_the_ledger_word_for_word(shop, clock):
    rules_of_a_month()
    latest = live_a_month(shop, clock, lambda offers, _chance: offers[:1])
    rules = shop.storage.rulebook.rules()
    assert len({line[1] for line in real(shop)}) == 5
    assert lived(shop, rules) == real(shop)
    report = done(simulate(shop, rules, 40, options=Options(taking=Taking.AS_RECORDED))).report
    assert (report.reproduced, report.missed) == (len(real(shop)), 0)
    undo_visit(shop, latest)
    assert lived(shop, rules) == real(shop)


def test_a_month_in_which_people_chose_comes_out_again_as_they_chose(shop, clock):
    rules_of_a_month()
    live_a_month(
        shop, clock, lambda offers, chance: offers[:2][:: chance.choice([1, -1])][:1]
        if chance.random() < 0.7 else ()
    )  # fmt: skip
    rules = shop.storage.rulebook.rules()
    assert lived(shop, rules, taking=Taking.AS_RECORDED) == real(shop)
    assert lived(shop, rules) != real(shop)


def file_hash(shop):
    """What lies on the disk, after all of it was written there."""
    shop.storage.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return hashlib.sha256((shop.settings.folder / STORE).read_bytes()).hexdigest()


def test_whatever_is_simulated_nothing_is_written(sample_shop):
    rules = sample_shop.storage.rulebook.rules()
    before = file_hash(sample_shop)
    done(simulate(sample_shop, rules, 90, Knowledge.NOW, Options(keep_real=True)))
    done(forecast(sample_shop, rules))
    done(open_rehearsal(sample_shop)).preview(rules[0])
    try_on(sample_shop, rules[0], resolve(sample_shop, "Siobhán"))
    assert file_hash(sample_shop) == before


def test_the_same_again_is_the_same_to_the_last_byte(sample_shop):
    rules = sample_shop.storage.rulebook.rules()
    first, second = (repr(done(simulate(sample_shop, rules))) for _ in range(2))
    assert first == second
    assert repr(done(forecast(sample_shop, rules))) == repr(done(forecast(sample_shop, rules)))


def test_a_simulation_can_be_ended_at_any_step(sample_shop):
    steps = simulate(sample_shop, sample_shop.storage.rulebook.rules())
    assert next(steps).of > 0
    steps.close()


def test_a_draft_is_compared_with_the_rules_in_use(shop):
    rule = add_rule("Biscuit", VisitsNth(3))
    for name in ("Ana", "Ben"):
        add_visits(add_customer(name), 6)
    more = replace(rule, when=VisitsNth(2))
    simulated = done(simulate(shop, [more]))
    (difference,) = simulated.differences
    assert (simulated.today.given, simulated.report.given) == (4, 6)
    assert (difference.given, difference.people) == (2, 0)
    assert done(simulate(shop, [replace(more, state=RuleState.DRAFT)])).report.given == 0


def test_what_was_learned_later_is_known_only_now(shop):
    add_rule("Candle", Celebration(who=Who.SELF, before=3, after=3), kind="celebration")
    ana = add_customer("Ana")
    add_visits(ana, 4)
    day = shop.today - timedelta(days=14)
    add_celebration(ana, PartialDate(1990, day.month, day.day), known_since=shop.today)
    rules = shop.storage.rulebook.rules()
    then, now = (done(simulate(shop, rules, 90, known)).report for known in Knowledge)
    assert (then.given, now.given) == (0, 1)
    assert then.rules[0].unknown == {"birthday": 1}


def test_a_rule_about_where_they_stood_is_asked_as_of_then(shop):
    add_rule("Biscuit", Stage(stages=(StageOf.NEW,)))
    add_visits(add_customer("Ana"), 5)
    (rule,) = done(simulate(shop, shop.storage.rulebook.rules())).report.rules
    assert (rule.qualified, rule.given) == (2, 2)


def test_the_preview_of_a_draft_says_who_and_what_it_takes_away(shop):
    group = {"group": "thanks", "group_mode": GroupMode.FIRST}
    add_rule("Biscuit", VisitsNth(2), priority=50, **group)
    for name, count in (("Ana", 4), ("Ben", 6), ("", 1)):
        who = add_customer(name, description="" if name else "red umbrella")
        add_visits(who, count)
    draft = replace(add_rule("Candle", VisitsNth(2), priority=10, **group), state=RuleState.DRAFT)
    shop.storage.rulebook.stand(draft)
    rehearsal = done(open_rehearsal(shop))
    shown = rehearsal.preview(draft)
    assert (shown.rule.given, shown.people, shown.visits) == (5, ("Ben", "Ana"), 11)
    assert shown.takes_from == (("biscuit", 5),)
    nobody = rehearsal.preview(replace(draft, when=FirstVisit()))
    assert (nobody.rule.given, nobody.people) == (3, ("Ana", "Ben", "red umbrella"))
    assert nobody.takes_from == ()


def test_the_days_to_come_are_those_of_who_celebrates(shop):
    rule = add_rule("Biscuit", Celebration(who=Who.PET, before=0, after=0), priority=1)
    for name, ahead in (("Ana", 3), ("Ben", 3), ("Cleo", 29), ("Dan", 31)):
        add_customer(name, celebrates=[("Rex " + name, *days_from(shop, ahead))])
    report = done(forecast(shop, [rule])).report
    assert (report.visits, report.given, report.cost) == (3, 3, Money(150, "EUR"))
    assert (report.last - report.first).days == 29
    with pytest.raises(BadInputError, match="from 1 to 366"):
        done(forecast(shop, [rule], 0))


def test_a_draft_is_tried_on_one_person_now(shop):
    ana = add_customer("Ana")
    draft = replace(add_rule("Biscuit", FirstVisit()), state=RuleState.DRAFT)
    shop.storage.rulebook.stand(draft)
    assert open_card(shop, ana.id).offers == ()
    assert [offer.rule.id for offer in try_on(shop, draft, ana.id).offers] == ["biscuit"]
    with pytest.raises(NotFoundError):
        try_on(shop, draft, 4711)


def test_only_who_may_change_rules_looks_into_the_past(shop):
    add_person(shop, "Mia", Role.MANAGER, "274951")
    kay = add_person(shop, "Kay", Role.KEYHOLDER, "8052").after
    sign_in(shop, kay.id, "8052")
    rule = add_rule("Biscuit", FirstVisit())
    for steps in (simulate(shop, [rule]), forecast(shop, [rule]), open_rehearsal(shop)):
        with pytest.raises(NotAllowedError):
            next(steps)
    with pytest.raises(NotAllowedError):
        try_on(shop, rule, 1)


@pytest.mark.parametrize("days", [0, 5000])
def test_a_past_has_a_length(shop, days):
    with pytest.raises(BadInputError, match="three years"):
        done(simulate(shop, [], days))
