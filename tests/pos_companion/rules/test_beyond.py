"""What can be given although a rule says no, and what cannot."""

from datetime import timedelta

import pytest

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, RuleState, Scope
from pos_companion.rules.beyond import offers_beyond
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.effects.percent_off import PercentOff
from tests.pos_companion.rules.cases import (
    CANDLE,
    COOKIE,
    TODAY,
    allergy,
    concern,
    facts,
    judged,
    rule,
    visits,
)

PERCENT = PercentOff(Money(500, "EUR"))


def beyond(given, seen):
    (why,) = judged(given, seen).why_not
    return offers_beyond(why, seen)


@pytest.mark.parametrize(
    ("given", "seen", "code"),
    [
        (rule(FirstVisit()), facts(visits=visits(3)), "condition_false"),
        (rule(valid_through=TODAY - timedelta(days=1)), facts(), "ended"),
        (rule(caps=(Cap(Scope.PERSON, Period.DAY, 0),)), facts(), "cap_person"),
        (rule(None, PERCENT), facts(concerns=(concern(),)), "suppressed_concern"),
    ],
)
def test_conditions_dates_limits_and_what_we_owe_can_be_passed_over(given, seen, code):
    (offer,) = beyond(given, seen)
    assert (offer.needs, offer.period_key) == (code, "")
    assert words(offer.reason)
    assert offer.explanation["needs"] == code


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (rule(state=RuleState.PAUSED), facts()),
        (rule(None, Gift(COOKIE.id)), facts(known=(allergy("nuts"),))),
        (rule(None, Gift(404)), facts()),
    ],
)
def test_what_is_not_in_use_does_not_suit_or_is_not_there_cannot(given, seen):
    assert beyond(given, seen) == ()


def test_a_choice_stays_a_choice():
    given = rule(FirstVisit(), Gift(CANDLE.id), Gift(COOKIE.id))
    assert len(beyond(given, facts(visits=visits(3)))) == 2
