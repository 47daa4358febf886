from pos_companion.model.people import HouseholdMember, Species
from pos_companion.model.visits import Impression, Mood
from tests.layout_eyes import nameless, too_small
from ui.panels import Intent, Wish
from ui.panels.here import HerePanel

BISCUIT = HouseholdMember(3, "Biscuit", "", Species.DOG)


def test_it_tells_what_was_said_and_keeps_its_chips_while_it_is(look, shown) -> None:
    here = look(HerePanel())
    assert here.at(shown(household=(BISCUIT,)))
    panel = here.panel
    chip = panel.box.company[3]
    heard: list[Intent] = []
    panel.intended.connect(heard.append)
    chip.click()
    panel.box.moods_in[Mood.LOW].click()
    assert heard[-1] == Intent(Wish.IMPRESSION, Impression((3,), Mood.LOW))
    here.at(shown(household=(BISCUIT,)))
    assert panel.box.company[3] is chip
    assert not chip.isChecked()
    assert too_small(panel) + nameless(panel) == []


def test_whoever_lives_alone_may_still_seem_low(look, shown) -> None:
    here = look(HerePanel())
    assert here.at(shown())
    assert not here.panel.box.company
