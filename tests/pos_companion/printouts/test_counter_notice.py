from datetime import date

from pos_companion.i18n import words
from pos_companion.printouts import Line
from pos_companion.printouts.counter_notice import CounterNotice


def test_the_notice_says_what_what_for_where_how_long_and_whose_it_is() -> None:
    document = CounterNotice(date(2025, 11, 21), 18, "The Corner").document()
    assert words(document.title) == "What we remember about you"
    assert words(document.remark).startswith("The Corner")  # type: ignore[arg-type]
    assert len(document.sections) == 5
    (how_long,) = document.sections[3].parts
    assert isinstance(how_long, Line)
    assert "for 18 months is proposed to be forgotten" in words(how_long.text)  # type: ignore[arg-type]
