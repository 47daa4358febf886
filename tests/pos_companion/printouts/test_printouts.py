"""What every paper keeps to."""

from pos_companion import printouts
from pos_companion.i18n import Phrase, words
from pos_companion.printouts import Printout, letterhead
from pos_companion.registry import discover


def test_every_paper_is_found_by_itself_and_has_a_label() -> None:
    found = discover(printouts, Printout)
    assert {"what_we_keep", "coming_days", "greeting_card", "today_board"} <= set(found)
    assert all(part.label for part in found.values())


def test_a_shop_without_a_name_has_the_day_alone_on_its_paper() -> None:
    assert words(letterhead("Corner", "today")) == "Corner · today"
    assert letterhead("", "today") == Phrase("{day}", {"day": "today"})
