"""Every part of a rule is a sentence, and every blank in it can be filled."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pos_companion.i18n import use_language
from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.rules import Cap, GroupMode, Period, Rule, Scope, Unit
from pos_companion.rules.as_json import CONDITIONS, EFFECTS, rule_from_json, rule_to_json
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.visits_in_all import VisitsInAll
from pos_companion.rules.rule import Among
from pos_companion.rules.unknown import UnknownCondition
from pos_companion.services.rule_choices import RuleChoices
from ui.office.rules.choosing import Typed
from ui.office.rules.clauses import (
    AMONG,
    MODES,
    PERIODS,
    SCOPES,
    TERMS,
    blank_for,
    clause_of,
    fresh,
    in_words,
    settled,
)
from ui.office.rules.conditions import GROUPS

HERE = RuleChoices(
    "EUR", {3: Gift(3, "Candle", 11, Money(80, "EUR"))}, ("Flat white", "Tea"), ("coffee",)
)
KINDS = {kind: one for kind, one in CONDITIONS.items() if kind not in GROUPS} | dict(EFFECTS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_added_and_reads_as_a_sentence(kind: str) -> None:
    part = fresh(KINDS[kind], HERE)
    said = in_words(part, HERE)
    assert said
    assert "{" not in said
    assert part.sentence, "without one it is only its label and its fields"


@pytest.mark.parametrize("kind", KINDS)
def test_every_blank_opens_a_choice_that_hands_over_what_can_be_kept(
    kind: str, qapp: QApplication
) -> None:
    part = fresh(KINDS[kind], HERE)
    for name, spot in clause_of(part).spots.items():
        blank = blank_for(spot, HERE)
        chooser = blank.chooser(getattr(part, name), lambda _value: None)
        assert isinstance(chooser, QWidget)
        assert blank.worded(getattr(part, name))


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_part_survives_being_kept(kind: str) -> None:
    part = fresh(KINDS[kind], HERE)
    when = part if kind in CONDITIONS else Celebration()
    effects = (fresh(EFFECTS["gift"], HERE),) if kind in CONDITIONS else (part,)
    rule = Rule("one", "One", when, effects, "", "")
    assert rule_from_json(rule_to_json(rule)) == rule


def test_a_pets_birthday_reads_as_it_is_said() -> None:
    said = in_words(Celebration(who=Who.PET, before=3, after=0), HERE)
    assert said == "it is a pet’s birthday from 3 days before to the day itself"


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("period", Period)
def test_every_limit_reads_as_a_sentence(unit: Unit, period: Period) -> None:
    cap = settled(Cap(Scope.PERSON, period, 2, unit, among=Among.ALL))
    said = in_words(cap, HERE)
    assert "{" not in said
    assert "for each customer" in said


def test_everything_that_can_be_chosen_has_a_name() -> None:
    assert set(PERIODS) == set(Period)
    assert set(SCOPES) == set(Scope)
    assert set(AMONG) == set(Among)
    assert len(MODES) == 3


def test_days_belong_to_a_rolling_limit_alone() -> None:
    rolling = settled(Cap(Scope.PERSON, Period.ROLLING, 1))
    assert (rolling.days, settled(Cap(Scope.PERSON, Period.WEEK, 1, days=9)).days) == (30, 0)
    assert in_words(rolling, HERE) == "once within 30 days for each customer"


def test_a_part_of_a_newer_version_says_so() -> None:
    said = in_words(UnknownCondition('{"kind": "moon_phase"}'), HERE)
    assert said == "something this version does not know: “moon_phase”"


def test_money_is_written_in_the_shops_currency() -> None:
    cap = Cap(Scope.RULE, Period.MONTH, 5000, Unit.COST)
    assert in_words(cap, HERE) == "€50.00 of our money a month in the whole shop"


def test_the_rules_own_terms_read_as_sentences() -> None:
    here = replace(HERE, rules={"other": "Thank you for coming"})
    rule = Rule("one", "One", Celebration(), (fresh(EFFECTS["gift"], here),), "", "",
                excludes=("other",), group="thanks")  # fmt: skip
    said = in_words(rule, here, "excludes")
    assert said == "Where it is offered it keeps away Thank you for coming."
    stacking = replace(rule, group_mode=GroupMode.STACK)
    assert in_words(stacking, here, "group").endswith("all that fit: as many as a visit allows.")
    assert all("{" not in in_words(rule, here, term) for term in TERMS)


def test_a_rule_says_whether_whoever_gives_it_is_asked_why() -> None:
    rule = Rule("x", "X", VisitsInAll(1), (), "", "")
    for asks, said in ((False, "no"), (True, "yes")):
        worded = in_words(replace(rule, reason_required=asks), HERE, "reason")
        assert worded == f"Is whoever gives it asked why? {said}"


def test_what_a_ready_made_rule_does_for_them_is_said_in_the_language_in_use(
    qapp: QApplication,
) -> None:
    part = fresh(EFFECTS["service"], HERE)
    ready, own = replace(part, gesture="Carry it to the car"), replace(part, gesture="Sing")
    spot = clause_of(ready).spots["gesture"]
    taken: list[str] = []
    use_language("de")
    try:
        assert "Carry" not in in_words(ready, HERE)
        assert "Sing" in in_words(own, HERE)
        line = blank_for(spot, HERE).chooser("Carry it to the car", taken.append)
        assert isinstance(line, Typed)
        shown = line.field.text()
        line.field.edited.emit(shown)
        line.field.edited.emit(f"{shown}!")
    finally:
        use_language("en")
    assert taken == ["Carry it to the car", f"{shown}!"]
