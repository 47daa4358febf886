"""People get a name, are counted while they are written, and are taken away again."""

from tests.bots import Cashier
from tests.layout_eyes import cut, nameless, too_small
from ui.office.rules.page import RulesPage
from ui.office.rules.segment_form import SegmentForm
from ui.office.rules.segment_list import SegmentList


def beside(page: RulesPage) -> SegmentForm:
    found = page.desk.beside
    assert isinstance(found, SegmentForm)
    return found


def written(manager: Cashier, page: RulesPage) -> SegmentForm:
    """Saturday families as far as their name, with a first condition."""
    page.people.click()
    manager.settle()
    manager.taps("New segment")
    form = beside(page)
    form.called.set_text("Pet people")
    form.when.pick()
    manager.taps("There is a pet")
    return form


def test_a_segment_is_made_counted_used_by_a_rule_and_taken_away(
    manager: Cashier, page: RulesPage
) -> None:
    form = written(manager, page)
    assert not manager.sees("On some days of the week")
    form.flush()
    manager.settle()
    assert form.count.text() == "1 person of 9: Rosa Delgado"
    assert cut(page) + too_small(page) + nameless(page) == []
    form.keep.click()
    manager.settle()
    assert list(manager.shop.storage.segments.all()) == ["pet-people"]
    assert isinstance(page.desk.beside, SegmentList)
    assert "1 person of 9" in page.desk.beside.counts["pet-people"].text()
    assert cut(page) + too_small(page) + nameless(page) == []
    manager.presses("Esc")
    editor = page.desk.editor
    editor.when.pick()
    manager.taps("They belong to a segment")
    assert "“Pet people”" in editor.when.sentences[-1].accessibleName().replace(
        "\u2068", ""
    ).replace("\u2069", "")
    page.people.click()
    manager.settle()
    manager.taps("Take away")
    assert manager.shop.storage.segments.all() == {}
    page.notices.undo_last()
    manager.settle()
    assert list(manager.shop.storage.segments.all()) == ["pet-people"]


def test_what_cannot_be_kept_is_said_and_esc_goes_back_one_step(
    manager: Cashier, page: RulesPage
) -> None:
    form = written(manager, page)
    form.called.set_text("")
    manager.presses("Ctrl+S")
    assert manager.sees("A segment needs a name.")
    manager.presses("Esc")
    assert isinstance(page.desk.beside, SegmentList)
    manager.presses("Esc")
    assert page.desk.editor.isVisible()
