"""No column about a person is forgotten: it is on the paper, or somebody decided why it is not."""

import pytest

from pos_companion.services.kept_columns import DEEDS, NOT_ON_PAPER, ON_PAPER, REMARKS, VISITS
from pos_companion.storage.kept import tables_about_people

TABLES = tables_about_people()
ON = {f"{table}.{column}" for table, kept in ON_PAPER.items() for column in kept.says}
ON |= {f"visit.{column}" for column in VISITS.says}
EVERY = [f"{table}.{column}" for table, columns in TABLES.items() for column in columns]


@pytest.mark.parametrize("column", EVERY)
def test_a_column_about_a_person_is_printed_or_was_looked_at(column: str) -> None:
    assert column in ON or NOT_ON_PAPER.get(column)


def test_nothing_is_on_both_lists_and_none_is_about_a_column_that_is_gone() -> None:
    assert not ON & set(NOT_ON_PAPER)
    assert not [column for column in NOT_ON_PAPER if column not in EVERY]


def test_every_text_says_something() -> None:
    assert all(kept.title and kept.used_for for kept in (*ON_PAPER.values(), VISITS))
    assert all(all(texts) for texts in REMARKS.values())
    assert all(DEEDS.values())
