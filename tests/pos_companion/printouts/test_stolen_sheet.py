from datetime import date

from pos_companion.i18n import Phrase, words
from pos_companion.printouts import Line
from pos_companion.printouts.stolen_sheet import StolenSheet

TODAY = date(2025, 11, 21)


def lines(sheet: StolenSheet) -> list[str]:
    parts = [part for section in sheet.document().sections for part in section.parts]
    return [words(part.text) for part in parts if isinstance(part, Line)]  # type: ignore[arg-type]


def test_it_says_what_was_on_it_how_it_was_locked_and_what_to_do() -> None:
    told = lines(StolenSheet(TODAY, 214, date(2024, 1, 2), TODAY, date(2025, 11, 18), True, "Shop"))
    assert told[0] == "214 customers, with what they told us"
    assert "2 January 2024" in told[1]
    assert "18 November 2025" in told[3]
    assert told[4].startswith("The recovery code was printed.")
    assert [one[0] for one in told[5:]] == list("123456")


def test_what_there_is_not_is_not_claimed() -> None:
    told = lines(StolenSheet(TODAY, 1, None, None, None, False))
    assert told[0] == "One customer, with what they told us"
    assert told[1].startswith("No recovery code was printed.")
    assert isinstance(StolenSheet(TODAY, 1, None, None, None, False).document().title, Phrase)
