"""Every no has its sentence, in every language; what may hurt is never offered."""

from pathlib import Path

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.i18n import in_language, languages, words
from pos_companion.model.facts import FactKind
from pos_companion.model.giving import OwnReason, Waiver
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.concern_open import ConcernOpen
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.unknown import UnknownCondition
from pos_companion.services.explaining import why_lines
from pos_companion.services.giving import Given, give_own, own_budget
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.storage import disk
from tests.builders import add_concern, add_customer, add_fact, add_gift, add_rule, days_from

ALWAYS = Weekday(tuple(range(7)))
OFF = AmountOff(Money(60, "EUR"))


def test_t10_every_rule_has_an_offer_or_a_sentence_for_everybody_in_every_language(sample_shop):
    people = sample_shop.storage.rows("SELECT id FROM customer ORDER BY id")
    rules = {rule.id for rule in sample_shop.storage.rulebook.rules()}
    found = [open_card(sample_shop, number) for (number,) in people]
    for card in found:
        answered = {one.rule.id for one in (*card.offers, *card.why_not)}
        assert answered == rules
    for language in languages():
        with in_language(language):
            for card in found:
                said = [words(no.sentence) for no in card.why_not]
                said += [
                    words(phrase)
                    for one in card.offers
                    for phrase in (one.title, one.reason, one.say)
                ]
                said += [
                    words(line.phrase)
                    for one in (*card.offers, *card.why_not)
                    for line in why_lines(one.explanation)
                ]
                assert all(text.strip() for text in said)


def test_t11_while_we_owe_them_the_discount_waits_the_wish_stays_and_the_apology_comes(shop):
    cake = add_gift("Cake")
    add_rule("Off", Celebration(), gives=OFF, kind="celebration")
    add_rule("Cake", Celebration(), kind="celebration")
    add_rule("Sorry", ConcernOpen(), kind="apology", gives=OFF)
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    assert [one.rule.id for one in open_card(shop, ana.id).offers] == ["cake", "off"]
    owed = add_concern(ana)
    found = open_card(shop, ana.id)
    assert [one.rule.id for one in found.offers] == ["cake", "sorry"]
    assert [(no.rule.id, no.code) for no in found.why_not] == [("off", "suppressed_concern")]
    assert found.card.celebrations
    assert cake.id
    shop.storage.db.execute_sql("UPDATE remark SET author = '' WHERE kind = 'concern'")
    nobody = {no.rule.id: no.code for no in open_card(shop, ana.id).why_not}
    assert (nobody["sorry"], owed.owner) == ("unknown_fact", "Sam")


def test_t13_an_allergic_child_is_offered_no_tagged_sweet_by_nobody_without_a_reason(shop):
    add_gift("Nut bar", tags=frozenset({"nuts", "sweet"}))
    add_rule("Nut bar", Celebration(who=Who.FAMILY), kind="celebration")
    ana = add_customer("Ana", celebrates=[("Leo", *days_from(shop, 0), "son")])
    leo = shop.storage.people.members(ana.household)[0]
    add_fact(ana, "nuts", FactKind.ALLERGY, about=leo.id, subject="nuts")
    found = open_card(shop, ana.id)
    assert [no.code for no in found.why_not] == ["unsuitable"]
    assert own_budget(shop, found).offers[0].effect.taken_from_shelf is None
    asked = own_budget(shop, found, Waiver.ASKED_THEM).offers
    bar = next(one for one in asked if one.effect.taken_from_shelf)
    how = Given(OwnReason.THANK_YOU, waiver=Waiver.ASKED_THEM)
    assert give_own(shop, found, bar, how).exception == "waived"


def test_t14_the_household_shares_what_the_spouse_had_the_same_day(shop):
    add_rule("Tea", ALWAYS, caps=(Cap(Scope.HOUSEHOLD, Period.DAY, 1),))
    ana, bo = add_customer("Ana", family=[("Rex", "dog")]), add_customer("Bo")
    ana = shop.storage.people.get(ana.id)
    shop.storage.db.execute_sql(
        "UPDATE customer SET household_id = ? WHERE id = ?", (ana.household, bo.id)
    )
    found = open_card(shop, bo.id)
    record_visit(shop, VisitDeed(found.visit_uid, bo.id, take=found.offers))
    (why,) = open_card(shop, ana.id).why_not
    assert why.code == "cap_household"
    assert why.explanation["with"] == {"who": bo.id, "when": shop.today.isoformat()}


def test_r11_a_namesake_is_no_reason_to_refuse_anybody(shop):
    add_rule("Tea", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    one, other = add_customer("Ana Silva"), add_customer("Ana Silva")
    found = open_card(shop, one.id)
    record_visit(shop, VisitDeed(found.visit_uid, one.id, take=found.offers))
    assert open_card(shop, other.id).offers
    assert not open_card(shop, one.id).offers


def test_r17_a_rule_of_another_version_never_fires_and_says_why(shop):
    add_rule("Moon", UnknownCondition.keep({"kind": "moon_phase", "phase": "full"}))
    found = open_card(shop, add_customer("Ana").id)
    assert [(no.code, words(no.sentence)) for no in found.why_not] == [
        ("unknown_kind", "This rule needs a newer version of the program (“moon_phase”).")
    ]
    assert evaluate(found.facts, found.rules, found.ledger).offers == ()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_r38_records_on_a_network_are_refused_with_a_sentence(tmp_path, monkeypatch, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"host:/share {tmp_path} {kind} rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(disk, "_MOUNTS", mounts)
    with pytest.raises(NotSavedError, match="is on a network"):
        disk.require_near(tmp_path / "shop")
    with pytest.raises(NotSavedError):
        disk.require_near(Path("//server/share"))
    monkeypatch.setattr(disk, "_MOUNTS", tmp_path / "nowhere")
    disk.require_near(tmp_path)
