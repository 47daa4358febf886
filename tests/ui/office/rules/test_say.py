"""The words for the customer: judged while they are typed, in the language they are in."""

from dataclasses import replace

from pos_companion.rules.as_json import rule_from_json, rule_to_json
from pos_companion.rules.rule import Wording
from tests.bots import Cashier
from ui.office.rules.page import RulesPage
from ui.office.rules.say import complaints_about


def test_words_are_judged_in_their_own_language_and_in_english() -> None:
    assert complaints_about("A little something for {pet}.", "en", "thanks") == []
    assert complaints_about("Ihre Treuepunkte!", "de", "thanks")
    assert complaints_about("Your loyalty points", "de", "thanks")
    assert complaints_about("For {pet", "en", "") == ["A brace is not closed."]


def test_an_apology_may_take_two_words_more() -> None:
    words = "Sorry about this; today it is on us, and next time we do it right."
    assert complaints_about(words, "en", "thanks")
    assert complaints_about(words, "en", "apology") == []


def test_customers_hear_their_own_language_where_there_are_words_in_it(
    manager: Cashier, page: RulesPage
) -> None:
    editor = page.desk.editor
    editor.others.open()
    manager.settle()
    editor.spoken["de"].setFocus()
    manager.types("Eine Kleinigkeit zu deinen Treuepunkten.")
    assert editor.spoken["de"].complaints()
    editor.spoken["de"].field.set_text("Eine Kleinigkeit.")
    editor.spoken["de"].field.edited.emit("Eine Kleinigkeit.")
    rule = page.rule()
    assert rule is not None
    assert rule.said_in("de-AT") == "Eine Kleinigkeit."
    assert rule.said_in("fr") == rule.said_in("") == "A little something for {pet}’s birthday."


def test_the_words_of_every_language_survive_being_kept(manager: Cashier, page: RulesPage) -> None:
    rule = page.rule()
    assert rule is not None
    spoken = replace(rule, also=(Wording("de", "Eine Kleinigkeit für {pet}."),))
    assert rule_from_json(rule_to_json(spoken)) == spoken
    page.drafts.put(spoken, rule)
    page.open(rule.id)
    page.desk.pause.click()
    manager.settle()
    page.keep()
    manager.settle()
    kept = manager.shop.storage.rulebook.get(rule.id)
    assert kept.said_in("de") == "Eine Kleinigkeit für {pet}."


def test_a_rule_names_the_promise_it_keeps(manager: Cashier, page: RulesPage) -> None:
    page.desk.pause.click()
    manager.settle()
    page.desk.editor.promise.edit.setFocus()
    manager.types("We never forget who belongs to whom.")
    page.keep()
    manager.settle()
    kept = manager.shop.storage.rulebook.get(page.shown)
    assert kept.promise == "We never forget who belongs to whom."
