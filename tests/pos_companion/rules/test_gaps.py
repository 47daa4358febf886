from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.prompts import MissingDay
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.gaps import missing_days
from pos_companion.rules.ledger import Ledger
from tests.pos_companion.rules.cases import ANA, BISCUIT, MISO, facts, rule

BIRTHDAY = CelebrationKind.BIRTHDAY
PETS, OWN = Celebration(who=Who.PET), Celebration(who=Who.SELF)


def missing(*rules, **changes):
    seen = facts(**changes)
    return missing_days(seen, evaluate(seen, rules, Ledger()).why_not)


def test_a_birthday_that_keeps_a_rule_from_answering_is_missing():
    assert missing(rule(when=OWN)) == (MissingDay(BIRTHDAY),)


def test_of_several_pets_each_is_missing():
    pets = missing(rule(when=PETS), members=(ANA, BISCUIT, MISO))
    assert pets == (MissingDay(BIRTHDAY, 12), MissingDay(BIRTHDAY, 13))


def test_a_rule_that_would_not_fit_anyway_misses_nothing():
    assert missing(rule(when=AllOf((OWN, VisitsAtLeast(500))))) == ()


def test_a_rule_that_fits_without_it_misses_nothing():
    assert missing(rule(when=AnyOf((OWN, FirstVisit()))), visit_count=0) == ()


def test_nothing_is_missing_for_whoever_does_not_celebrate():
    customer = facts().customer
    quiet = type(customer)(id=1, name="Rosa", no_celebrations=True)
    assert missing(rule(when=OWN), customer=quiet) == ()


def test_after_bad_news_their_day_is_passed_over_and_not_missed():
    assert missing(rule(when=OWN), hushed=frozenset({"self"})) == ()
