from datetime import date

from pos_companion.model.care import Concern
from ui.kit import Tile
from ui.panels import Wish
from ui.panels.owe import OwePanel

MILK = Concern(
    1, 1, "Sour oat milk on Tuesday", "a fresh one on us", "Sam", date(2025, 11, 21),
    date(2025, 11, 18),
)  # fmt: skip


def test_it_is_absent_when_we_owe_nothing(look, shown) -> None:
    assert not look(OwePanel()).at(shown())


def test_it_says_what_happened_what_was_promised_and_who_looks_after_it(look, shown) -> None:
    owe = look(OwePanel())
    assert owe.at(shown(concerns=(MILK,)))
    assert "Sour oat milk on Tuesday: a fresh one on us." in owe.texts()
    assert "Sam looks after it · due today" in owe.texts()


def test_the_whole_panel_is_one_button_with_a_whole_sentence(look, shown) -> None:
    owe = look(OwePanel())
    owe.at(shown(concerns=(MILK,)))
    tile = owe.panel.findChild(Tile)
    assert tile.accessibleName().startswith("We owe them Sour oat milk")
    tile.click()
    assert [(one.wish, one.about) for one in owe.wishes] == [(Wish.OWED, MILK)]
