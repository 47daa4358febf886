"""Every row of the table of figures is held by something that exists."""

import pytest

from tests.torture.__main__ import TORTURES
from tests.torture.figures import FIGURES, table
from tests.torture.program import ROOT


def test_there_are_28_rows_and_each_has_its_tests() -> None:
    assert [one.number for one in FIGURES] == [f"T{number}" for number in range(1, 29)]
    assert [path for one in FIGURES for path in one.tests if not (ROOT / path).is_file()] == []


def test_every_torture_stands_in_a_row_and_every_row_names_what_there_is() -> None:
    named = {name for one in FIGURES for name in one.tortures}
    assert named | {"tests"} == TORTURES.keys()


@pytest.mark.parametrize("figure", FIGURES, ids=lambda one: one.number)
def test_whoever_works_on_it_can_read_where_it_is_held(figure) -> None:
    guide = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    row = next(line for line in guide.splitlines() if line.startswith(f"| {figure.number} |"))
    assert figure.what in row
    assert [name for name in figure.tortures if f"`{name}`" not in row] == []


def test_the_table_says_what_came_of_each() -> None:
    lines = table({"kill": "ok", "tests": "BAD"}).splitlines()
    assert lines[0].endswith("kill ok")
    assert lines[1].endswith("power not asked for, proof not asked for")
    assert lines[3].endswith("tests BAD")
