"""How customers found the shop."""

from pos_companion.model.people import Source, SourceTouch
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import TODAY, add_customer


def test_touches_come_back_in_their_order_and_go_with_the_card(storage: Storage) -> None:
    ana = add_customer(storage)
    told = [
        SourceTouch(ana.id, 0, TODAY, Source.PAPER, "poster", "two buses", None, "Mia"),
        SourceTouch(ana.id, 0, TODAY, Source.FRIEND, referred_by=4711),
    ]
    kept = tuple(storage.touches.add(touch) for touch in told)
    assert storage.touches.of(ana.id) == kept
    assert [touch.n for touch in kept] == [1, 2]
    assert storage.care.open_remarks(ana.id).touches == kept
    storage.touches.drop(kept[1])
    assert storage.touches.of(ana.id) == kept[:1]
