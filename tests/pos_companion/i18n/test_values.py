from datetime import date

import pytest

from pos_companion.i18n import FullDay, LongDay, in_language, value_in_words


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "3 May 2025"), ("de", "3. Mai 2025"), ("ar", "3 مايو 2025")],
)
def test_a_day_that_is_read_in_another_year_has_its_year(code: str, written: str) -> None:
    with in_language(code):
        assert value_in_words(LongDay(date(2025, 5, 3))) == written


def test_a_day_on_a_list_has_its_weekday() -> None:
    assert value_in_words(FullDay(date(2025, 5, 3))) == "Saturday 3 May"
    with in_language("de"):
        assert value_in_words(FullDay(date(2025, 5, 3))).startswith("Samstag")
