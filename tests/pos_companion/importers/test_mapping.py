"""Which column tells what."""

import pytest

from pos_companion.errors import BadInputError, ImportRefusedError
from pos_companion.importers import Kind
from pos_companion.importers.mapping import known_names, map_columns, parse_wanted

PLAIN = ("sale", "time", "customer", "product", "name", "quantity", "amount")
SQUARE = (
    "Date", "Time", "Category", "Item", "Qty", "SKU", "Gross Sales", "Net Sales",
    "Transaction ID", "Customer ID", "Customer Name", "PAN Suffix",
)  # fmt: skip


def mapped(kind: Kind, header: tuple[str, ...], *pairs: str) -> dict[str, tuple[int, ...]]:
    return dict(map_columns(kind, header, parse_wanted(kind, pairs)).places)


def test_plain_names_need_no_mapping() -> None:
    assert mapped(Kind.SALES, PLAIN) == {name: (at,) for at, name in enumerate(PLAIN)}


def test_usual_names_of_tills_need_no_mapping() -> None:
    assert mapped(Kind.SALES, SQUARE) == {
        "sale": (8,), "time": (1,), "date": (0,), "customer": (9,), "customer_name": (10,),
        "product": (5,), "name": (3,), "quantity": (4,), "amount": (7,), "group": (2,),
    }  # fmt: skip


def test_names_are_compared_without_case_and_punctuation() -> None:
    header = ("RECEIPT_NO.", "Created-At", "customer  code", "SKU")
    assert mapped(Kind.SALES, header) == {
        "sale": (0,), "time": (1,), "customer": (2,), "product": (3,)
    }  # fmt: skip


def test_a_mapping_counts_before_the_usual_names() -> None:
    assert mapped(Kind.SALES, (*PLAIN, "Loyalty"), "customer=Loyalty")["customer"] == (7,)


def test_one_column_may_tell_two_things() -> None:
    places = mapped(Kind.SALES, PLAIN, "product=name", "name=name")
    assert places["product"] == places["name"] == (4,)


def test_several_columns_may_hold_a_phone() -> None:
    assert mapped(Kind.CUSTOMERS, ("id", "phone", "mobile"))["phone"] == (1, 2)
    assert mapped(Kind.CUSTOMERS, ("id", "a", "b"), "phone=b|a")["phone"] == (2, 1)


def test_a_missing_field_is_named_with_the_columns_there_are() -> None:
    with pytest.raises(ImportRefusedError, match=r"no column for customer. It has sale, time"):
        mapped(Kind.SALES, ("sale", "time", "product"))
    with pytest.raises(ImportRefusedError, match=r"no column for id"):
        mapped(Kind.CUSTOMERS, ("name", "birthday"))


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        ("customer=Client No", "no column called Client No. It has sale"),
        ("customer=twice", "column twice more than once"),
        ("card=Card Number", "belongs to payment cards"),
    ],
)
def test_a_column_that_cannot_be_used_is_named(pair: str, sentence: str) -> None:
    with pytest.raises(ImportRefusedError, match=sentence):
        mapped(Kind.SALES, (*PLAIN, "twice", "twice", "Card Number"), pair)


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        (["colour=x"], "no field called colour. There are sale, time"),
        (["sale"], "not a mapping"),
        (["sale="], "not a mapping"),
        (["sale=a", "sale=b"], "mapped twice"),
    ],
)
def test_a_wrong_mapping_is_refused_before_any_file_is_read(
    pairs: list[str], sentence: str
) -> None:
    with pytest.raises(BadInputError, match=sentence):
        parse_wanted(Kind.SALES, pairs)
    if "=" in pairs[0] and pairs[0].startswith("colour"):
        with pytest.raises(BadInputError, match=sentence):
            map_columns(Kind.SALES, PLAIN, {"colour": ("x",)})


def test_a_name_that_stands_twice_is_not_taken_by_itself() -> None:
    assert "group" not in mapped(Kind.SALES, (*PLAIN, "group", "Group"))


def test_payment_card_columns_are_known_and_never_taken() -> None:
    columns = map_columns(Kind.SALES, SQUARE, {})
    assert columns.sensitive == (11,)
    assert 11 not in {at for found in columns.places.values() for at in found}


def test_wanted_columns_help_to_find_the_header() -> None:
    assert {"bon nr", "sale id"} <= known_names(Kind.SALES, {"sale": ("Bon-Nr.",)})


def test_how_a_sale_was_paid_is_nobodys_card() -> None:
    assert "card" not in mapped(Kind.SALES, (*PLAIN, "Card", "Cash"))
    assert mapped(Kind.SALES, (*PLAIN, "Card"), "card=Card")["card"] == (len(PLAIN),)
