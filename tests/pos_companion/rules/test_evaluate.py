"""Facts, rulebook and ledger in; Offers, and a sentence for every other Rule, out."""

import json
import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import pytest

from pos_companion.i18n import words
from pos_companion.model.dates import LeapPolicy
from pos_companion.model.facts import FactKind
from pos_companion.rules import (
    Answer,
    Cap,
    Condition,
    Facts,
    Ledger,
    Period,
    Scope,
)
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.known_since import KnownSince
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.gift import Gift
from tests.pos_companion.rules.cases import (
    ANA,
    BISCUIT,
    MISO,
    READY_MADE,
    TODAY,
    allergy,
    birthday,
    fact,
    facts,
    judged,
    offered,
    only,
    refused,
    row,
    rule,
    visits,
)

PET = Celebration(who=Who.PET)
ONCE_A_YEAR = (Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1),)
PET_RULE = rule(
    PET, Gift(1), rule_id="pet", say="A little something for {pet}’s birthday.", caps=ONCE_A_YEAR
)


def test_the_card_of_rosa_on_the_day_before_biscuits_birthday() -> None:
    seen = facts(
        celebrations=(birthday("11-21", BISCUIT),),
        known=(allergy("peanut", ANA),),
        visits=visits(2, 9, 16, 23, 30),
    )
    offer = next(
        one
        for one in judged(list(READY_MADE.values()), seen).offers
        if one.rule.id == "pet-birthday"
    )
    assert offer.id == "pet-birthday:being:12"
    assert words(offer.reason) == "Biscuit’s birthday is tomorrow"
    assert words(offer.title) == "Dog biscuit, peanut-free"
    assert words(offer.say) == "A little something for Biscuit’s birthday."
    assert offer.private is not None
    assert words(offer.private) == "Ana has a peanut allergy, so nuts are left out."
    assert offer.period_key == "celebration_year:2026"


@pytest.mark.parametrize(
    ("today", "policy", "fires"),
    [
        (date(2027, 2, 28), LeapPolicy.FEBRUARY, True),
        (date(2027, 3, 1), LeapPolicy.MARCH, True),
        (date(2028, 2, 29), LeapPolicy.FEBRUARY, True),
        (date(2028, 2, 29), LeapPolicy.MARCH, True),
        (date(2028, 2, 28), LeapPolicy.FEBRUARY, False),
        (date(2028, 3, 1), LeapPolicy.MARCH, False),
    ],
)
def test_t1_a_leap_day_person_is_offered_in_2027_and_on_the_29th_in_2028(
    today: date, policy: LeapPolicy, fires: bool
) -> None:
    day = rule(Celebration(before=0, after=0, who=Who.SELF))
    seen = facts(today=today, celebrations=(birthday("2000-02-29", leap=policy),))
    assert bool(judged(day, seen).offers) is fires


@pytest.mark.parametrize("day", ["12-31", "01-02"])
@pytest.mark.parametrize("today", [date(2026, 12, 26), date(2027, 1, 7), date(2027, 1, 1)])
def test_t1_the_window_goes_across_new_year(day: str, today: date) -> None:
    week = rule(Celebration(before=7, after=7, who=Who.SELF))
    assert judged(week, facts(today=today, celebrations=(birthday(day),))).offers


def test_t8_a_birthday_edited_after_the_gift_brings_no_second_one() -> None:
    gift = row("pet", beneficiary="being:12", celebration_year=2026, day=TODAY)
    later = facts(today=date(2026, 12, 1), celebrations=(birthday("12-02", BISCUIT),))
    assert refused(judged(PET_RULE, later, Ledger((gift,)))) == (
        "already_given",
        "Biscuit already had this on 20 Nov.",
    )


def test_t8_not_even_when_the_new_date_lies_in_the_next_year() -> None:
    gift = row("pet", beneficiary="being:12", celebration_year=2026, day=date(2026, 12, 30))
    seen = facts(today=date(2027, 1, 4), celebrations=(birthday("01-05", BISCUIT),))
    assert refused(judged(PET_RULE, seen, Ledger((gift,))))[0] == "already_given"


def test_next_year_the_dog_has_its_birthday_again() -> None:
    gift = row("pet", beneficiary="being:12", celebration_year=2026, day=TODAY)
    seen = facts(today=date(2027, 11, 19), celebrations=(birthday("11-21", BISCUIT),))
    assert judged(PET_RULE, seen, Ledger((gift,))).offers


def test_a_date_told_on_the_day_itself_is_met_with_a_wish() -> None:
    careful = rule(AllOf((PET, KnownSince())), Gift(1))
    seen = facts(celebrations=(birthday("11-20", BISCUIT, known_since=TODAY),))
    code, sentence = refused(judged(careful, seen))
    assert code == "condition_false"
    assert sentence.startswith("We only learned of this day on 20 Nov: wish them well")


def test_of_two_pets_the_one_that_has_had_nothing_is_offered_it() -> None:
    treat = replace(PET_RULE, effects=(Gift(3),))
    seen = facts(
        members=(BISCUIT, MISO), celebrations=(birthday("11-20", BISCUIT), birthday("11-21", MISO))
    )
    assert [one.id for one in judged(treat, seen).offers] == ["pet:being:12", "pet:being:13"]
    had = Ledger((row("pet", beneficiary="being:12", celebration_year=2026),))
    offer = only(judged(treat, seen, had))
    assert (offer.id, words(offer.reason)) == ("pet:being:13", "Miso’s birthday is tomorrow")


def test_a_date_known_for_one_pet_is_no_excuse_for_the_other() -> None:
    careful = rule(AllOf((PET, KnownSince())))
    seen = facts(
        members=(BISCUIT, MISO),
        celebrations=(birthday("11-20", BISCUIT, known_since=TODAY), birthday("11-21", MISO)),
    )
    assert only(judged(careful, seen)).beneficiary == "being:13"


def test_every_rule_without_an_offer_says_how_far_it_is() -> None:
    seen = facts(celebrations=(birthday("12-13", BISCUIT),))
    assert refused(judged(PET_RULE, seen)) == (
        "condition_false",
        "Biscuit’s birthday is in 23 days; the window opens 3 days before.",
    )


def test_an_unknown_fact_is_a_question_and_not_a_no() -> None:
    result = judged(PET_RULE)
    assert refused(result) == ("unknown_fact", "Not known yet: when is Biscuit’s birthday?")
    assert result.why_not[0].explanation["with"] == {"path": "celebration", "fact": "birthday"}


def test_the_whole_tree_is_kept_as_plain_json_with_the_path_of_the_first_no() -> None:
    both = rule(AllOf((Weekday((4,)), Weekday((0,)), VisitsNth(10))))
    reason = judged(both).why_not[0]
    kept = json.loads(json.dumps(reason.explanation))
    assert reason.code == "wrong_weekday"
    assert kept["with"]["path"] == "all_of.1.weekday"
    assert [part["verdict"] for part in kept["when"]["parts"]] == ["yes", "no", "no"]


@pytest.mark.parametrize("given_rows", [0, 1])
def test_an_empty_shelf_has_its_reason(given_rows: int) -> None:
    shelf = {3: replace(facts().gifts[3], on_hand=0)}
    result = judged(rule(), facts(gifts=shelf), Ledger((row(),) * given_rows))
    assert refused(result) == ("out_of_stock", "“Birthday candle” has run out.")


def test_t13_an_allergic_child_is_never_offered_the_tagged_sweet() -> None:
    sweets = rule(Celebration(), Gift(2))
    seen = facts(celebrations=(birthday("11-21", ANA),), known=(allergy("almond", ANA),))
    result = judged(sweets, seen)
    assert refused(result) == ("unsuitable", "Ana has a nut allergy, so nuts are left out.")
    assert result.why_not[0].explanation["with"] == {"gift": 2, "fact": 5}


def test_of_a_choice_the_liked_one_comes_first_then_the_one_not_had_lately() -> None:
    pick = rule(None, Gift(2), Gift(3))
    assert [one.id for one in judged(pick).offers] == ["treat:self", "treat:self:2"]
    had = Ledger((row("other", gift=2),))
    assert offered(judged(pick, None, had)) == ["Birthday candle", "Cookie"]
    likes = facts(known=(fact(FactKind.LIKE, "sweets"),))
    assert offered(judged(pick, likes, had)) == ["Cookie", "Birthday candle"]


def test_a_choice_is_never_more_than_three() -> None:
    assert len(judged(rule(None, *[Gift(3)] * 5)).offers) == 3


def test_the_same_words_come_out_whatever_the_order_of_the_rulebook() -> None:
    book = [rule(rule_id=f"rule-{at}", priority=at % 3) for at in range(12)]
    first = [offer.id for offer in judged(book).offers]
    assert first[:4] == ["rule-0:self", "rule-3:self", "rule-6:self", "rule-9:self"]
    for seed in range(5):
        random.Random(seed).shuffle(book)
        assert [offer.id for offer in judged(book).offers] == first


@dataclass(frozen=True)
class Counting(Condition):
    """Counts how often it is asked."""

    name: str
    asked: Counter[str]

    def judge(self, facts: Facts) -> Answer:
        self.asked[self.name] += 1
        return Answer.of(self.name.endswith("7"), "asked")


def test_two_hundred_rules_are_each_asked_once() -> None:
    asked: Counter[str] = Counter()
    book = [rule(Counting(f"{at}", asked), rule_id=f"rule-{at}") for at in range(200)]
    result = judged(book, facts(celebrations=(birthday("11-21", BISCUIT),)))
    assert len(result.offers) == 20
    assert len(result.why_not) == 180
    assert set(asked.values()) == {1}
