"""What stands before every Offer, whatever the rule gives."""

from dataclasses import replace
from datetime import date

import pytest

from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import Gone
from pos_companion.rules import Ledger, RuleState
from pos_companion.rules.conditions.celebration import Celebration
from tests.pos_companion.rules.cases import (
    ROSA,
    TODAY,
    birthday,
    concern,
    fact,
    facts,
    judged,
    only,
    refused,
    rule,
)


def test_who_wants_no_offers_gets_none() -> None:
    seen = facts(customer=replace(ROSA, no_offers=True))
    assert refused(judged(rule(), seen)) == ("opted_out", "Rosa does not want gifts or discounts.")


def test_whoever_died_is_offered_nothing_and_not_named() -> None:
    """Also when somebody lets offers reach their card again."""
    for no_offers in (True, False):
        seen = facts(customer=replace(ROSA, gone=Gone.DIED, no_offers=no_offers))
        said = refused(judged(rule(kind="apology"), seen))
        assert said == ("sensitive", "They are no longer with us: nothing is offered.")


def test_who_does_not_celebrate_still_gets_other_things() -> None:
    seen = facts(customer=replace(ROSA, no_celebrations=True), celebrations=(birthday("11-20"),))
    sentence = "They do not celebrate: no wishes and no celebration gifts."
    assert refused(judged(rule(Celebration()), seen)) == ("opted_out", sentence)
    assert refused(judged(rule(kind="celebration"), seen)) == ("opted_out", sentence)
    assert judged(rule(), seen).offers


def test_what_was_declined_is_not_offered_again_on_this_visit() -> None:
    result = judged(rule(), None, Ledger(declined=frozenset({"treat"})))
    assert refused(result) == ("declined", "They said no to this on this visit.")


@pytest.mark.parametrize(
    ("state", "code"),
    [(RuleState.DRAFT, "draft"), (RuleState.PAUSED, "paused"), (RuleState.ENDED, "ended")],
)
def test_only_active_rules_make_offers(state: RuleState, code: str) -> None:
    assert refused(judged(rule(state=state)))[0] == code


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2026, 11, 18), "not_started"),
        (date(2026, 11, 19), ""),
        (date(2026, 11, 21), ""),
        (date(2026, 11, 22), "ended"),
    ],
)
def test_the_first_and_the_last_day_belong_to_a_rule(today: date, code: str) -> None:
    limited = rule(valid_from=date(2026, 11, 19), valid_through=date(2026, 11, 21))
    result = judged(limited, facts(today=today))
    assert (refused(result)[0] if code else only(result).rule.id) == (code or "treat")


def test_a_manager_has_to_agree_where_the_rule_says_so_and_for_colleagues() -> None:
    assert refused(judged(rule(needs_approval=True)))[0] == "needs_approval"
    assert refused(judged(rule(), facts(works_here=True)))[0] == "staff_beneficiary"


def tender(**changes: object) -> Fact:
    return fact(FactKind.TENDER, "", heard_on=TODAY, until=date(2026, 12, 24), **changes)


def test_in_a_tender_time_nothing_cheerful_is_offered_and_an_apology_still_is() -> None:
    seen = facts(known=(tender(),))
    assert refused(judged(rule(), seen)) == (
        "sensitive",
        "Be gentle with Rosa until 24 Dec: nothing cheerful before that.",
    )
    owed = facts(known=(tender(),), concerns=(concern(),))
    assert only(judged(rule(kind="apology"), owed)).rule.kind == "apology"
    assert only(judged(rule(), facts(known=(tender(customer=2),)))).rule.kind == "thanks"
    after = facts(known=(tender(),), today=date(2026, 12, 25))
    assert only(judged(rule(), after)).rule.kind == "thanks"


def test_a_tender_time_under_lock_gives_no_reason() -> None:
    seen = facts(known=(tender(discretion=Discretion.LOCKED),))
    assert refused(judged(rule(), seen))[1] == "Nothing cheerful now, for a private reason."


def test_a_tender_time_without_a_day_lasts_until_it_is_taken_away() -> None:
    seen = facts(known=(fact(FactKind.TENDER, "", heard_on=None),))
    assert refused(judged(rule(), seen))[1] == "Be gentle with Rosa: nothing cheerful now."
