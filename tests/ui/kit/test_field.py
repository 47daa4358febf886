"""Labelled lines."""

from PySide6.QtGui import QAccessible

from ui.kit.field import Field


def test_the_label_names_the_line(look):
    field = Field("Phone", "0888", "any digits, optional")
    found = QAccessible.queryAccessibleInterface(field.edit)
    assert found.text(QAccessible.Text.Name) == "Phone"
    assert field.text() == "0888"


def test_a_problem_is_said_under_the_line_and_goes_again(look, stand):
    field = stand(Field("Birthday", "31"), 300, height=160)
    before = field.heightForWidth(300)
    field.set_problem("There is no 31 February.")
    assert field.heightForWidth(300) > before
    assert field.edit.accessibleDescription() == "There is no 31 February."
    field.set_problem("")
    assert field.heightForWidth(300) == before


def test_typing_is_told(look, stand, qtbot):
    field = stand(Field("Name"), 300)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field.edit, "H")
    field.set_text("Hanna")
    assert field.text() == "Hanna"
