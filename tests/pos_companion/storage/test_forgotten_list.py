"""The list of those who asked to be forgotten, beside the records."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.errors import DamagedError
from pos_companion.storage.forgotten_list import LIST, Asked, ForgottenList, together

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)

wishes = st.lists(
    st.builds(
        Asked,
        st.integers(1, 10**10),
        st.integers(0, 10**9).map(lambda second: datetime.fromtimestamp(second, UTC)),
        st.booleans(),
    ),
    unique_by=lambda one: one.customer,
)


@given(people=wishes)
def test_what_was_written_is_read(people: list[Asked], tmp_path_factory: pytest.TempPathFactory):
    kept = ForgottenList(tmp_path_factory.mktemp("list"))
    kept.write(people)
    assert kept.read() == tuple(sorted(people, key=lambda one: one.customer))


@given(one=wishes, other=wishes)
def test_nobody_gets_lost_when_lists_come_together(one: list[Asked], other: list[Asked]) -> None:
    both = together(one, other)
    assert [each.customer for each in both] == sorted({each.customer for each in (*one, *other)})
    gone = {each.customer for each in (*one, *other) if each.purged}
    assert {each.customer for each in both if each.purged} == gone


def test_without_a_list_nobody_asked(tmp_path: Path) -> None:
    assert ForgottenList(tmp_path).read() == ()


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"version": 2, "people": []}', '{"version": 1}', '{"version":1,"people":[[7]]}'],
)
def test_a_list_that_cannot_be_read_is_not_guessed_at(tmp_path: Path, text: str) -> None:
    (tmp_path / LIST).write_text(text)
    with pytest.raises(DamagedError, match="newest backup"):
        ForgottenList(tmp_path).read()


def test_the_list_holds_numbers_alone(tmp_path: Path) -> None:
    ForgottenList(tmp_path).write([Asked(17, NOON)])
    assert (
        tmp_path / LIST
    ).read_text() == f'{{"version":1,"people":[[17,{int(NOON.timestamp())},false]]}}'
