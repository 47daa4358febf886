"""Customers and sales as tables, from the command line."""

from pathlib import Path

from tests.pos_companion.cli.conftest import Terminal


def test_customers_are_written_into_a_new_file(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    told = terminal.asks("export", "customers", str(file))
    lines = file.read_text("utf-8-sig").splitlines()
    assert told == {"file": str(file), "rows": len(lines) - 1}
    assert any("Rosa Delgado" in line for line in lines)
    assert terminal.types("export", "sales", str(file)) == 2
    assert "There is a file people.csv already" in terminal.err
    assert terminal.types("export", "sales", str(tmp_path / "sales.csv")) == 0
    assert "rows are in" in terminal.out
