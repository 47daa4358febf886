"""Rejected rows and the sums below a table."""

from pos_companion.i18n import Phrase, words
from pos_companion.importers import Kind
from pos_companion.importers.mapping import map_columns
from pos_companion.importers.rejects import Rejects

HEADER = ("sale", "time", "customer", "product", "Last 4")
WHY = Phrase("no")


def rejects() -> Rejects:
    return Rejects(map_columns(Kind.SALES, HEADER, {}))


def test_sums_below_the_table_are_left_out_and_counted() -> None:
    found = rejects()
    found.add(9, WHY, ["Total", "", "", "", ""], like_a_sum=True)
    found.add(10, WHY, ["", "", "", "thank you", ""], like_a_sum=True)
    assert found.taken() == []
    assert words(found.notes()[0]) == "2 rows below the table were left out."


def test_what_looks_like_a_sum_inside_the_table_is_rejected() -> None:
    found = rejects()
    found.add(9, WHY, ["Total", "", "", "", ""], like_a_sum=True)
    found.go_on()
    assert [row.row for row in found.taken()] == [9]
    assert found.notes() == ()


def test_many_rows_below_a_table_are_no_sum() -> None:
    found = rejects()
    for row in range(11):
        found.add(row, WHY, ["Total", "", "", "", ""], like_a_sum=True)
    assert [row.row for row in found.taken()] == list(range(11))


def test_blank_rows_are_nothing() -> None:
    found = rejects()
    found.add(3, WHY, ["", " ", "", "", ""])
    assert found.taken() == []


def test_what_belongs_to_payment_cards_is_not_copied() -> None:
    found = rejects()
    found.add(3, WHY, ["7", "x", "4111 1111 1111 1111", "tea", "1111"])
    assert found.taken()[0].cells == ("7", "x", "", "tea", "")
