"""People with a name, as they lie in the records."""

from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.segment import InSegment
from pos_companion.rules.segments import Segment, bound
from pos_companion.storage import Storage
from tests.pos_companion.rules.cases import rule
from tests.pos_companion.storage.records import NOW, add_customer

PETS = Segment("pets", "Pet people", AllOf((HasPet(),)))


def test_a_segment_comes_back_as_it_was_kept_until_it_is_dropped(storage: Storage) -> None:
    storage.segments.put(Segment("pets", "Pets", HasPet()), NOW)
    storage.segments.put(PETS, NOW)
    assert storage.segments.all() == {"pets": PETS}
    storage.segments.drop("pets")
    assert storage.segments.all() == {}


def test_every_way_to_a_rule_brings_the_meaning_of_now(storage: Storage) -> None:
    storage.segments.put(Segment("pets", "Pets", HasPet()), NOW)
    asks = rule(InSegment("pets"))
    saved = storage.rulebook.save(asks, NOW)
    assert saved == asks
    storage.segments.put(PETS, NOW)
    (at_the_counter,), _around = storage.circumstances.with_rules()
    found = (
        at_the_counter,
        *storage.rulebook.rules(),
        storage.rulebook.get(asks.id),
        storage.rulebook.version(asks.id, 1),
    )
    wanted = bound(asks, {"pets": PETS}).when
    for one in found:
        assert one is not None
        assert one.when.branches == wanted.branches == (PETS.when,)


def test_everybody_is_who_is_there_and_alive(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    storage.rows("UPDATE customer SET gone = 'died' WHERE id = ?", (ben.id,))
    assert storage.segments.everybody() == [ana.id]
