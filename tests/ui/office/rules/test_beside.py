"""What a rule would have done: live, as a whole report, and on one person."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from tests.bots import Cashier
from tests.layout_eyes import cut, nameless, too_small
from ui.office.rules.page import RulesPage
from ui.office.rules.report import ReportPage
from ui.office.rules.try_on import TryOn


def test_what_a_rule_would_have_done_follows_every_change(
    manager: Cashier, page: RulesPage
) -> None:
    page.open("regulars")
    page._judge()
    manager.settle()
    before = page.desk.headline.text()
    assert before.startswith("The last 90 days:")
    page.desk.editor.when.sentences[0].open("count")
    manager.settle()
    manager.types("90")
    page._judge()
    manager.settle()
    assert page.desk.headline.text() == "The last 90 days: 0 times to 0 people, for €0.00."
    assert manager.sees("Most often it was this: they came at least 90 times in the last 60 days")


def test_an_old_answer_never_overwrites_a_new_one(manager: Cashier, page: RulesPage) -> None:
    page._judge()
    manager.settle()
    page._soon.stop()
    answers: list[object] = []
    page.rehearsing.came.connect(answers.append)
    rule = page.rule()
    assert rule is not None
    page.rehearsing.ask(rule)
    page.rehearsing.ask(rule)
    manager.settle()
    assert len(answers) == 1


def test_the_whole_report_names_each_rule_and_is_saved_as_a_table(
    manager: Cashier, page: RulesPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page.beside.ask_report()
    manager.settle()
    assert isinstance(page.desk.beside, ReportPage)
    assert manager.sees("Thank you for coming")
    assert manager.sees("people who came never got anything")
    assert cut(page) + too_small(page) + nameless(page) == []
    manager.taps("the last 30 days").taps("a shelf that never empties")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    manager.taps("Save as a table")
    table = next(tmp_path.iterdir())
    assert page.notices.toast_text().startswith("Saved as")
    assert "pet-birthday" in table.read_text("utf-8")
    manager.presses("Esc")
    assert page.desk.editor is not None
    assert page.desk.editor.isVisible()


def test_a_draft_is_tried_on_one_person(manager: Cashier, page: RulesPage) -> None:
    page.desk.try_on.click()
    manager.settle()
    sheet = page.desk.beside
    assert isinstance(sheet, TryOn)
    manager.types("rosa")
    sheet.sought.emit("rosa")
    manager.settle()
    manager.presses("Enter")
    assert manager.sees("Rosa Delgado")
    assert manager.sees("“A little something for Biscuit’s birthday.”")
    sheet.line.set_text("oleg")
    sheet.sought.emit("oleg")
    manager.settle()
    sheet.line.submitted.emit("oleg")
    manager.settle()
    assert manager.sees("Nothing is offered to them by this rule now")
    assert manager.sees("No pet is known.")
