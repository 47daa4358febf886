import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.services.csv_out import csv_text


def read(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_numbers_are_numbers_and_nothing_is_an_empty_cell():
    text = csv_text(["Rule", "Given"], [["birthday", -3], ["a, “b”", None]])
    assert text == '\ufeffRule,Given\r\nbirthday,-3\r\n"a, “b”",\r\n'


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=20), min_size=1))
def test_no_cell_can_be_a_formula(texts):
    for row in read(csv_text(texts, [texts])):
        assert len(row) == len(texts)
        assert not [cell for cell in row if cell[:1] and cell[0] in "=+-@\t\r"]
