"""Who left low is found by an index of its own."""

from dataclasses import replace

from pos_companion.model.visits import Impression, Mood
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, minutes, visit_of

FELL = Impression(mood_in=Mood.GOOD, mood_out=Mood.FINE)
LOW = Impression(mood_in=Mood.LOW)


def test_only_visits_that_count_of_these_days(storage: Storage) -> None:
    people = [add_customer(storage, name) for name in ("Ana", "Bea", "Cleo", "Dora")]
    said = (FELL, LOW, Impression(mood_out=Mood.GOOD), Impression((3,)))
    for person, felt in zip(people, said, strict=True):
        storage.visits.record(replace(visit_of(person, f"{person.id}"), impression=felt))
    long_ago = visit_of(people[2], "old", at=minutes(-60 * 24 * 9))
    storage.visits.record(replace(long_ago, impression=LOW))
    assert storage.moods.low_since(TODAY, 9) == [people[0].id, people[1].id]
    assert storage.moods.low_since(TODAY, 1) == [people[0].id]
    storage.visits.void(str(people[0].id), NOW)
    assert storage.moods.low_since(TODAY, 9) == [people[1].id]


def test_who_came_along_is_found_by_the_whole_number(storage: Storage) -> None:
    ana, bea = add_customer(storage, "Ana"), add_customer(storage, "Bea")
    for uid, who, beings, at in (
        ("one", ana, (3, 12), NOW),
        ("two", ana, (1,), minutes(-9)),
        ("three", bea, (4, 12), minutes(9)),
        ("four", bea, (121,), minutes(9)),
    ):
        visit = visit_of(who, uid, at=at)
        storage.visits.record(replace(visit, impression=Impression(beings)))
    both = [ana.id, bea.id]
    assert storage.moods.came_along(12, both, 9) == [(bea.id, TODAY), (ana.id, TODAY)]
    assert storage.moods.came_along(12, both, 1) == [(bea.id, TODAY)]
    assert storage.moods.came_along(1, both, 9) == [(ana.id, TODAY)]
    assert storage.moods.came_along(12, [], 9) == []
