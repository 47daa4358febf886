"""Children are known by a first name and a day, and nobody is written to without a yes.

Source: safety.md §6.5.
"""

from dataclasses import fields

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.errors import RefusedError
from pos_companion.model.consent import ConsentKind
from pos_companion.model.people import HouseholdMember
from pos_companion.services import Shop
from pos_companion.services.consents import set_consent
from pos_companion.services.members import NewMember
from pos_companion.services.printing import greeting_card
from tests.builders import add_customer, days_from

_OF_A_CHILD = {
    "household_id", "n", "being_id", "name", "relation", "species", "say_as", "customer_id",
    "gone", "how", "gone_on",
}  # fmt: skip
"""Every column about somebody at home, looked at one by one. `name` is what they are called."""
_NEVER = ("surname", "last_name", "family_name", "school", "class", "photo", "picture", "year",
          "age", "phone", "email", "address")  # fmt: skip


def test_there_is_no_place_for_a_childs_surname_year_school_or_photo(shop: Shop) -> None:
    columns = {row[1] for row in shop.storage.rows("PRAGMA table_info(household_member)")}
    assert columns == _OF_A_CHILD, "a new column about a child has to be decided here"
    typed = {one.name for kind in (HouseholdMember, NewMember) for one in fields(kind)}
    assert [name for name in sorted(columns | typed) if name in _NEVER] == []
    pictures = [
        (table, row[1])
        for (table,) in shop.storage.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        for row in shop.storage.rows(f'PRAGMA table_info("{table}")')
        if "BLOB" in row[2].upper() and "_fts_" not in table
    ]
    assert pictures == []


_steps = st.lists(
    st.tuples(
        st.sampled_from([ConsentKind.MESSAGES, ConsentKind.MEMORY, ConsentKind.FAMILY]),
        st.sampled_from([True, False, None]),
    ),
    max_size=6,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_steps)
def test_whatever_was_answered_before_only_a_yes_that_still_holds_prints_a_card(
    shop: Shop, steps: list[tuple[ConsentKind, bool | None]]
) -> None:
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 3))])
    answers: dict[ConsentKind, bool | None] = {}
    for kind, answer in steps:
        set_consent(shop, ana.id, kind, answer)
        answers[kind] = answer
        asked = answers.get(ConsentKind.MESSAGES) is True
        forbidden = answers.get(ConsentKind.MEMORY) is False
        try:
            greeting_card(shop, ana.id)
            printed = True
        except RefusedError:
            printed = False
        assert printed is (asked and not forbidden), steps
