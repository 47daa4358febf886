"""What customers are looking for."""

from dataclasses import replace

from pos_companion.model.needs import Need, NeedState
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import TODAY

NEED = Need(7, 0, "a bread that keeps", "Ben", TODAY)


def test_a_need_is_read_with_everything_else_that_is_open(storage: Storage) -> None:
    kept = storage.care.add_need(NEED)
    assert kept == replace(NEED, n=1)
    assert storage.care.open_remarks(7).needs == (kept,)
    assert storage.care.need(7, 2) is None


def test_a_settled_need_is_closed_and_stays(storage: Storage) -> None:
    kept = storage.care.add_need(NEED)
    met = replace(kept, state=NeedState.MET, settled_by="Mia", settled_on=TODAY)
    storage.care.keep_need(met)
    assert storage.care.open_remarks(7).needs == ()
    assert storage.care.need(7, 1) == met
    assert storage.care.all_needs(7) == (met,)
    storage.care.keep_need(kept)
    assert storage.care.open_remarks(7).needs == (kept,)
