"""Who came along is named by the number they have now."""

from dataclasses import replace

from pos_companion.model.visits import Impression
from pos_companion.storage import Storage
from pos_companion.storage.company import rename_company
from pos_companion.storage.renaming import Renaming
from pos_companion.storage.turns import Turns
from tests.pos_companion.storage.records import add_customer, add_product, contents, visit_of


def test_two_that_are_one_came_along_once_and_apart_again_both_did(storage: Storage) -> None:
    ana = add_customer(storage)
    visit = visit_of(ana, "one", add_product(storage, "Tea"))
    storage.visits.record(replace(visit, impression=Impression((3, 12, 4))))
    storage.visits.record(visit_of(ana, "two"))
    before = contents(storage)
    turns = Turns(storage.db)
    rename_company(turns, [ana.id], Renaming())
    assert turns.made == []
    rename_company(turns, [ana.id], Renaming(being={12: 3}))
    assert storage.visits.get("one").impression.company == (3, 4)  # type: ignore[union-attr]
    turns.take_back(turns.made)
    assert contents(storage) == before
