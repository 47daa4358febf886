"""A manager reads the rules, changes one, and sees what speaks against it; all by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pos_companion.rules import Rule, RuleState
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.celebration import Who
from pos_companion.rules.conditions.not_ import Not
from tests.bots import Cashier
from tests.layout_eyes import cut, nameless, too_small
from ui.office.rules.page import RulesPage


def kept(manager: Cashier, rule: str) -> Rule:
    assert manager.shop is not None
    found = manager.shop.storage.rulebook.get(rule)
    assert found is not None
    return found


def on_screen(page: RulesPage) -> Rule:
    rule = page.rule()
    assert rule is not None
    return rule


def test_the_first_rule_stands_beside_the_list(manager: Cashier, page: RulesPage) -> None:
    assert page.list.ids() == ["pet-birthday", "regulars", "back-again"]
    assert manager.sees("Pet birthday biscuit")
    assert on_screen(page).id == "pet-birthday"
    assert [button.text() for button in page.desk.editor.when.sentences[0].buttons.values()] == [
        "a pet’s", "birthday", "3 days before", "2 days after",
    ]  # fmt: skip


def test_a_part_is_changed_and_kept_with_the_keyboard_alone(
    manager: Cashier, page: RulesPage
) -> None:
    page.desk.editor.when.sentences[0].buttons["who"].setFocus()
    manager.presses("Enter").presses("Right").presses("Enter")
    assert on_screen(page).when.who is Who.ANY
    assert manager.keyboard() is page.desk.editor.when.sentences[0].buttons["who"]
    assert manager.sees("changed, not kept yet")
    assert kept(manager, "pet-birthday").when.who is Who.PET
    page.desk.undo.click()
    manager.settle()
    assert on_screen(page).when.who is Who.PET
    page.desk.editor.when.sentences[0].buttons["before"].setFocus()
    manager.presses("Enter").presses("Up").presses("Esc")
    assert on_screen(page).when.before == 4


def test_a_number_that_cannot_be_is_said_and_the_rule_stays(
    manager: Cashier, page: RulesPage
) -> None:
    page.desk.editor.when.sentences[0].open("before")
    manager.settle()
    manager.types("600")
    assert manager.sees("It can be at most 60.")
    assert on_screen(page).when.before == 60


def test_esc_closes_the_choice_and_then_the_page(manager: Cashier, page: RulesPage) -> None:
    page.desk.editor.when.sentences[0].open("who")
    manager.settle()
    manager.presses("Esc")
    assert not manager.sees("a family member’s")
    assert page.isVisible()
    manager.presses("Esc")
    assert manager.window.slot.shown is manager.page


def test_what_is_not_kept_stays_while_looking_at_another_rule(
    manager: Cashier, page: RulesPage
) -> None:
    page.desk.editor.why.set_text("They are family.")
    page.desk.editor.why.edited.emit("They are family.")
    page.open("regulars")
    page.open("pet-birthday")
    assert on_screen(page).why == "They are family."
    assert page.desk.editor.why.text() == "They are family."


def test_a_draft_becomes_active_only_when_nothing_speaks_against_it(
    manager: Cashier, page: RulesPage
) -> None:
    page.desk.pause.click()
    manager.settle()
    assert kept(manager, "pet-birthday").state is RuleState.PAUSED
    page._judge()
    manager.settle()
    assert manager.sees("Before it can be used")
    page.desk.start.click()
    manager.settle()
    assert kept(manager, "pet-birthday").state is RuleState.PAUSED
    assert page.notices.bar.sentence()


def test_pausing_can_be_undone(manager: Cashier, page: RulesPage) -> None:
    page.desk.pause.click()
    manager.settle()
    assert page.notices.toast_text() == "Pet birthday biscuit is paused."
    page.setFocus()
    manager.presses("Ctrl+Z")
    assert kept(manager, "pet-birthday").state is RuleState.ACTIVE


def test_alt_and_an_arrow_move_a_rule_and_the_keyboard_stays_on_it(
    manager: Cashier, page: RulesPage
) -> None:
    page.list.rows[0].setFocus()
    manager.presses("Alt+Down")
    assert page.list.ids() == ["regulars", "pet-birthday", "back-again"]
    assert [rule.id for rule in manager.shop.storage.rulebook.rules()] == page.list.ids()
    assert manager.keyboard() is page.list.rows[1]
    manager.presses("Ctrl+Z")
    assert page.list.ids() == ["pet-birthday", "regulars", "back-again"]


def test_a_rule_is_dragged_to_another_place(manager: Cashier, page: RulesPage) -> None:
    first, last = page.list.rows[0], page.list.rows[2]
    first.dragged.emit(last.geometry().center().y())
    first.dropped.emit()
    manager.settle()
    assert page.list.ids() == ["regulars", "back-again", "pet-birthday"]


def test_conditions_are_added_denied_grouped_and_removed(manager: Cashier, page: RulesPage) -> None:
    editor = page.desk.editor
    editor.when.add.setFocus()
    manager.presses("Enter").taps("The first visit")
    assert [part.kind for part in on_screen(page).when.parts] == ["celebration", "first_visit"]
    editor.when.sentences[1].open_lead()
    manager.settle()
    manager.taps("must not be so")
    assert isinstance(on_screen(page).when.parts[1], Not)
    editor.when.sentences[1].open_lead()
    manager.settle()
    manager.taps("any of these")
    assert isinstance(on_screen(page).when, AnyOf)
    editor.when.sentences[1].open_lead()
    manager.settle()
    manager.taps("Put into a group")
    inner = on_screen(page).when.parts[1]
    assert isinstance(inner, AnyOf)
    assert manager.sees("any of these holds:")
    editor.when.sentences[0].open_lead()
    manager.settle()
    manager.taps("Remove this condition")
    assert on_screen(page).when == AnyOf((inner,))


def test_a_choice_of_gifts_and_another_limit(manager: Cashier, page: RulesPage) -> None:
    editor = page.desk.editor
    editor.effects.add.click()
    manager.settle()
    manager.taps("A gift from the shelf")
    assert len(on_screen(page).effects) == 2
    editor.limits.add.click()
    manager.settle()
    manager.taps("what it costs us")
    assert manager.sees("€50.00")
    assert len(on_screen(page).caps) == 2
    editor.limits.sentences[1].open_lead()
    manager.settle()
    manager.taps("Remove this limit")
    assert len(on_screen(page).caps) == 1


def test_words_that_should_not_be_said_are_told_while_they_are_typed(
    manager: Cashier, page: RulesPage
) -> None:
    page.desk.editor.say.field.set_text("")
    page.desk.editor.say.setFocus()
    manager.types("Your loyalty points, {age}")
    assert manager.sees("sounds like a loyalty scheme")
    assert manager.sees("Nothing is known to put in place of “age”.")
    assert on_screen(page).say == "Your loyalty points, {age}"


def test_a_ready_made_rule_is_taken_as_a_draft(manager: Cashier, page: RulesPage) -> None:
    page.new.click()
    manager.settle()
    manager.taps("Café")
    page.desk.beside.findChildren(QWidget)
    button = next(
        one for one in manager.visible(QWidget)
        if one.accessibleName() == "Take it as a draft: Every tenth visit"
    )  # fmt: skip
    button.click()
    manager.settle()
    assert kept(manager, "tenth-visit").state is RuleState.DRAFT
    assert on_screen(page).id == "tenth-visit"
    assert manager.sees("a draft, not in use")


def test_an_empty_rule_begins_with_a_budget(manager: Cashier, page: RulesPage) -> None:
    page.new.click()
    manager.settle()
    manager.taps("Write one of your own")
    rule = on_screen(page)
    assert (rule.state, len(rule.caps)) == (RuleState.DRAFT, 2)
    assert kept(manager, rule.id) == rule
    manager.window.setFocus()
    page.notices.undo_last()
    manager.settle()
    assert manager.shop.storage.rulebook.get(rule.id) is None


def test_an_earlier_version_can_be_said_again(manager: Cashier, page: RulesPage) -> None:
    page.desk.editor.when.sentences[0]._take("before", 7)
    page.desk.pause.click()
    manager.settle()
    page.keep()
    manager.settle()
    assert kept(manager, "pet-birthday").version == 2
    page.desk.versions.click()
    manager.settle()
    assert manager.sees("Version 1")
    manager.taps("Say this again")
    assert kept(manager, "pet-birthday").when.before == 3
    assert kept(manager, "pet-birthday").version == 3


def test_in_the_dock_the_list_comes_first_and_the_rule_after_a_tap(
    cashier_with: Callable[..., Cashier],
) -> None:
    cashier = cashier_with((440, 900))
    cashier.window.show_room("rules")
    cashier.settle()
    page = cashier.window.rooms.pages["rules"]
    assert not page.desk.isVisible()
    page.list.rows[0].click()
    cashier.settle()
    assert page.desk.isVisible()
    assert not page.list.isVisible()
    assert cut(page) + too_small(page) + nameless(page) == []
    cashier.presses("Esc")
    assert page.list.isVisible()


def test_tab_goes_through_the_sentence_from_the_beginning(
    manager: Cashier, page: RulesPage
) -> None:
    sentence = page.desk.editor.when.sentences[0]
    assert sentence.accessibleName().startswith("When it is a pet’s birthday")
    for button in sentence.buttons.values():
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_single_condition_stays_single(manager: Cashier, page: RulesPage) -> None:
    assert not isinstance(page.desk.editor.when.condition(), AllOf)
