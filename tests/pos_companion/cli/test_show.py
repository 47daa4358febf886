import pytest

from pos_companion.cli import show


def test_names_with_brackets_are_shown_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    hit = {"id": "7", "name": "[bold]Ana[/bold]", "detail": "[x]", "why": ""}
    show.found({"found": [hit]})
    assert "[bold]Ana[/bold]" in capsys.readouterr().out


def test_nobody_found_is_said_kindly(capsys: pytest.CaptureFixture[str]) -> None:
    show.found({"found": []})
    assert "Nobody by that name yet." in capsys.readouterr().out
    show.found({"say": "That is a product, not a customer card.", "found": []})
    assert capsys.readouterr().out == "That is a product, not a customer card.\n"


def test_damage_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    show.checked({"ok": False, "problems": ["3 visit counts do not agree with the visits"]})
    assert "3 visit counts" in capsys.readouterr().out
