"""No column about a person is forgotten: it is on the paper, or somebody decided why it is not."""

import pytest

from pos_companion.services.kept_columns import DEEDS, ON_PAPER, REMARKS, VISITS
from pos_companion.services.not_on_paper import NOT_ON_PAPER
from pos_companion.storage.kept import tables_about_people

TABLES = tables_about_people()
ON = {f"{table}.{column}" for table, kept in ON_PAPER.items() for column in kept.says}
ON |= {f"visit.{column}" for column in VISITS.says}
EVERY = [f"{table}.{column}" for table, columns in TABLES.items() for column in columns]


@pytest.mark.parametrize("column", EVERY)
def test_a_column_about_a_person_is_printed_or_was_looked_at(column: str) -> None:
    assert column in ON or NOT_ON_PAPER.get(column)


def test_every_text_says_something() -> None:
    assert all(kept.title and kept.used_for for kept in (*ON_PAPER.values(), VISITS))
    assert all(all(texts) for texts in REMARKS.values())
    assert all(DEEDS.values())
