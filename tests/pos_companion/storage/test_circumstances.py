"""What holds for everybody, read in one statement with the rules."""

from datetime import date

from pos_companion.model.giving import Circumstances, ContextFlag, LocalEvent, OwnBudget
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW


def test_a_shop_that_decided_nothing_has_the_usual_budget_and_nothing_going_on(
    storage: Storage,
) -> None:
    rules, around = storage.circumstances.with_rules()
    assert (rules, around) == ((), Circumstances())


def test_everything_comes_back_as_it_was_kept(storage: Storage) -> None:
    flags = (ContextFlag("Rain", NOW, "Mia"),)
    events = (LocalEvent("Street fair", date(2026, 6, 6), date(2026, 6, 7)),)
    own = OwnBudget(700, 200, 7, 100, {"regular": 150})
    storage.circumstances.keep_flags(flags)
    storage.circumstances.keep_events(events)
    storage.circumstances.keep_own_budget(own)
    assert storage.circumstances.now() == Circumstances(flags, events, own)
