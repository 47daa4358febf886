"""A manager reads the rules, changes one, and sees what speaks against it; all by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pos_companion.rules import Rule, RuleState
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


def lead(manager: Cashier, page: RulesPage, at: int) -> None:
    page.desk.editor.when.sentences[at].open_lead()
    manager.settle()


def test_a_part_of_the_sentence_is_changed_and_kept_with_the_keyboard_alone(
    manager: Cashier, page: RulesPage
) -> None:
    assert page.list.ids() == ["pet-birthday", "regulars", "back-again"]
    sentence = page.desk.editor.when.sentences[0]
    assert sentence.accessibleName().startswith("When it is a pet’s birthday")
    for button in sentence.buttons.values():
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    sentence.buttons["who"].setFocus()
    manager.presses("Enter").presses("Right").presses("Enter")
    assert on_screen(page).when.who is Who.ANY
    assert manager.keyboard() is sentence.buttons["who"]
    assert manager.sees("changed, not kept yet")
    assert kept(manager, "pet-birthday").when.who is Who.PET
    page.desk.undo.click()
    manager.settle()
    assert on_screen(page).when.who is Who.PET
    page.desk.editor.when.sentences[0].buttons["before"].setFocus()
    manager.presses("Enter").types("600")
    assert manager.sees("It can be at most 60.")
    assert on_screen(page).when.before == 60
    manager.presses("Esc")
    assert not manager.sees("It can be at most 60.")
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
    page.desk.editor.say.field.set_text("")
    page.desk.editor.say.setFocus()
    manager.types("Your loyalty points, {age}")
    assert manager.sees("sounds like a loyalty scheme")
    assert manager.sees("Nothing is known to put in place of “age”.")
    assert on_screen(page).say == "Your loyalty points, {age}"


def test_pausing_can_be_undone_and_only_a_sound_rule_is_used_again(
    manager: Cashier, page: RulesPage
) -> None:
    page.desk.pause.click()
    manager.settle()
    assert page.notices.toast_text() == "Pet birthday biscuit is paused."
    page.setFocus()
    manager.presses("Ctrl+Z")
    assert kept(manager, "pet-birthday").state is RuleState.ACTIVE
    page.desk.pause.click()
    manager.settle()
    page._judge()
    manager.settle()
    assert manager.sees("Before it can be used")
    page.desk.start.click()
    manager.settle()
    assert kept(manager, "pet-birthday").state is RuleState.PAUSED
    assert page.notices.bar.sentence()


def test_rules_are_moved_by_key_and_by_hand(manager: Cashier, page: RulesPage) -> None:
    page.list.rows[0].setFocus()
    manager.presses("Alt+Down")
    assert page.list.ids() == ["regulars", "pet-birthday", "back-again"]
    assert [rule.id for rule in manager.shop.storage.rulebook.rules()] == page.list.ids()
    assert manager.keyboard() is page.list.rows[1]
    manager.presses("Ctrl+Z")
    assert page.list.ids() == ["pet-birthday", "regulars", "back-again"]
    first, last = page.list.rows[0], page.list.rows[2]
    first.dragged.emit(last.geometry().center().y())
    first.dropped.emit()
    manager.settle()
    assert page.list.ids() == ["regulars", "back-again", "pet-birthday"]


def test_conditions_are_added_denied_grouped_and_removed(manager: Cashier, page: RulesPage) -> None:
    page.desk.editor.when.add.setFocus()
    manager.presses("Enter").taps("The first visit")
    assert [part.kind for part in on_screen(page).when.parts] == ["celebration", "first_visit"]
    lead(manager, page, 1)
    manager.taps("must not be so")
    assert isinstance(on_screen(page).when.parts[1], Not)
    lead(manager, page, 1)
    manager.taps("any of these")
    assert isinstance(on_screen(page).when, AnyOf)
    lead(manager, page, 1)
    manager.taps("Put into a group")
    inner = on_screen(page).when.parts[1]
    assert isinstance(inner, AnyOf)
    assert manager.sees("any of these holds:")
    lead(manager, page, 0)
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


def test_a_rule_begins_ready_made_or_empty_and_always_as_a_draft(
    manager: Cashier, page: RulesPage
) -> None:
    page.new.click()
    manager.settle()
    manager.taps("Café")
    wanted = "Take it as a draft: Every tenth visit"
    next(one for one in manager.visible(QWidget) if one.accessibleName() == wanted).click()
    manager.settle()
    assert kept(manager, "tenth-visit").state is RuleState.DRAFT
    assert on_screen(page).id == "tenth-visit"
    assert manager.sees("a draft, not in use")
    page.new.click()
    manager.settle()
    manager.taps("Write one of your own")
    rule = on_screen(page)
    assert (rule.state, len(rule.caps)) == (RuleState.DRAFT, 2)
    assert kept(manager, rule.id) == rule
    page.notices.undo_last()
    manager.settle()
    assert manager.shop.storage.rulebook.get(rule.id) is None


def test_an_earlier_version_can_be_said_again(manager: Cashier, page: RulesPage) -> None:
    page.desk.pause.click()
    manager.settle()
    page.desk.editor.when.sentences[0].open("before")
    manager.settle()
    manager.presses("Up").presses("Enter").presses("Ctrl+S")
    assert (kept(manager, "pet-birthday").version, kept(manager, "pet-birthday").when.before) == (
        2, 4,
    )  # fmt: skip
    page.desk.versions.click()
    manager.settle()
    manager.taps("Say this again")
    assert (kept(manager, "pet-birthday").version, kept(manager, "pet-birthday").when.before) == (
        3, 3,
    )  # fmt: skip


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
