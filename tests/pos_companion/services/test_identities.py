"""Which rows of a file mean the same person."""

from pos_companion.importers import Who
from pos_companion.services.identities import Identities
from pos_companion.storage.newcomers import Newcomer


def numbers(*people: Who) -> list[int]:
    identities = Identities()
    return [identities.number(who) for who in people]


def test_the_same_id_is_the_same_person_whatever_else_changes() -> None:
    assert numbers(Who("1", phone="+491"), Who("1", phone="+492"), Who("2", phone="+491")) == [
        0,
        0,
        1,
    ]


def test_without_an_id_the_phone_the_e_mail_or_the_card_tells() -> None:
    people = (
        Who("1", "+491", "a@b.example", "C1"), Who(phone="+491"), Who(email="a@b.example"),
        Who(card="C1"), Who(phone="+499"),
    )  # fmt: skip
    assert numbers(*people) == [0, 0, 0, 0, 1]


def test_a_row_with_an_id_may_come_after_the_one_without() -> None:
    assert numbers(Who(phone="+491"), Who("1", phone="+491"), Who("2", phone="+491")) == [0, 0, 1]


def test_a_name_alone_never_tells() -> None:
    assert numbers(Who("1", name="Ana"), Who("2", name="Ana")) == [0, 1]


def test_what_the_rows_tell_is_put_together_and_the_last_one_counts() -> None:
    identities = Identities()
    identities.number(Who("1", "+491", name="Ana"))
    identities.number(Who("1", email="a@b.example", name="Anna"))
    assert identities.people == [Newcomer("1", "+491", "a@b.example", name="Anna")]
