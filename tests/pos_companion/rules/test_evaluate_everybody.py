"""Whoever stands at the counter, every rule has an Offer or a sentence."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.rules import (
    Cap,
    Facts,
    Ledger,
    Period,
    Redemption,
    Rule,
    RuleState,
    Scope,
)
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.evaluate import evaluate
from tests.pos_companion.rules.cases import (
    ANA,
    BISCUIT,
    COFFEE,
    CROISSANT,
    READY_MADE,
    ROSA,
    TODAY,
    TOMAS,
    basket,
    birthday,
    concern,
    facts,
    row,
    rule,
    usual,
    visits,
)

PET = Celebration(who=Who.PET)


def test_t10_every_ready_made_rule_has_an_offer_or_a_sentence_for_everybody() -> None:
    people = [
        facts(),
        facts(customer=replace(ROSA, name="", no_celebrations=True), members=()),
        facts(customer=replace(ROSA, no_offers=True)),
        facts(celebrations=(birthday("11-21", BISCUIT), birthday("1990"), birthday("--11", ANA))),
        facts(visits=visits(60), concerns=(concern(),), usual=usual(COFFEE), works_here=True),
        facts(visits=visits(*range(1, 10)), basket=basket((COFFEE, 350)), gifts={}),
        facts(visit_count=9, members=(TOMAS,), shop=replace(facts().shop, currency="CHF")),
    ]
    for seen in people:
        assert_complete(list(READY_MADE.values()), seen, Ledger())


def assert_complete(book: list[Rule], seen: Facts, ledger: Ledger) -> None:
    """Every rule has an Offer or a sentence, never both, and nothing is left in braces."""
    result = evaluate(seen, book, ledger)
    fired = {offer.rule.id for offer in result.offers}
    silent = [reason.rule.id for reason in result.why_not]
    assert fired | set(silent) == {one.id for one in book}
    assert len(silent) == len(set(silent)) == len(book) - len(fired)
    texts = [reason.sentence for reason in result.why_not]
    for offer in result.offers:
        texts += [offer.title, offer.reason, offer.say]
    for text in texts:
        assert words(text)
        assert "{" not in words(text)
    json.dumps([one.explanation for one in (*result.offers, *result.why_not)])


CONDITIONS = st.sampled_from(
    [
        AllOf(),
        PET,
        Celebration(who=Who.SELF),
        Celebration(who=Who.ANY, before=60, after=60),
        Weekday((4,)),
        VisitsNth(2),
        *(one.when for one in READY_MADE.values()),
    ]
)
EFFECTS = st.sampled_from(
    [Gift(2), Gift(99), *(e for one in READY_MADE.values() for e in one.effects)]
)
CAPS = st.builds(
    Cap, st.sampled_from(Scope), st.sampled_from(Period), st.integers(0, 3), days=st.just(9)
)
RULES = st.builds(
    rule,
    st.builds(AllOf, st.tuples(CONDITIONS, CONDITIONS)),
    EFFECTS,
    EFFECTS,
    state=st.sampled_from([RuleState.ACTIVE, RuleState.ACTIVE, *RuleState]),
    kind=st.sampled_from(["celebration", "thanks", "apology"]),
    priority=st.integers(0, 2),
    group=st.sampled_from(["", "a"]),
    caps=st.lists(CAPS, max_size=2).map(tuple),
    needs_approval=st.booleans(),
    valid_from=st.sampled_from([None, TODAY, date(2027, 1, 1)]),
)
DAYS = st.dates(date(2026, 10, 1), date(2026, 12, 31)).map(lambda day: f"{day:%m-%d}")
ROWS: st.SearchStrategy[Redemption] = st.builds(
    row,
    st.sampled_from(["rule-0", "rule-1"]),
    beneficiary=st.sampled_from(["self", "being:12"]),
    customer=st.sampled_from([1, 2]),
    visit=st.sampled_from(["visit-now", "visit-earlier"]),
    celebration_year=st.sampled_from([0, 2026]),
    day=st.dates(date(2026, 1, 1), TODAY),
)


@settings(max_examples=150, deadline=None)
@given(
    rules=st.lists(RULES, max_size=5),
    days=st.tuples(DAYS, DAYS),
    rows=st.lists(ROWS, max_size=4),
    owed=st.booleans(),
)
def test_random_rules_always_answer_completely_and_the_same(
    rules: list[Rule], days: tuple[str, str], rows: list[Redemption], owed: bool
) -> None:
    book = [replace(one, id=f"rule-{at}") for at, one in enumerate(rules)]
    seen = facts(
        members=(BISCUIT, ANA, replace(TOMAS, gone=owed)),
        celebrations=(birthday(days[0], BISCUIT), birthday(days[1])),
        concerns=(concern(),) if owed else (),
        visits=visits(3, 10),
        basket=basket((CROISSANT, 240)),
    )
    ledger = Ledger(tuple(rows))
    assert_complete(book, seen, ledger)
    ids = [offer.id for offer in evaluate(seen, book, ledger).offers]
    assert ids == [offer.id for offer in evaluate(seen, book[::-1], ledger).offers]
    assert len(ids) == len(set(ids))
