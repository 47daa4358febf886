"""Ideas as they lie in the records."""

from dataclasses import replace

from pos_companion.model.ideas import Idea, IdeaState
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW, TODAY, add_customer


def test_an_idea_comes_back_as_it_was_kept_until_it_is_dropped(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana"), add_customer(storage, "Ben")
    first = storage.ideas.add(Idea(ana.id, 0, "milk in glass", "Mia", TODAY))
    second = storage.ideas.add(Idea(ana.id, 0, "a bench outside", "Mia", TODAY))
    other = storage.ideas.add(Idea(ben.id, 0, "open on Sunday"))
    assert (first.n, second.n, other.n) == (1, 2, 1)
    told = replace(
        first, state=IdeaState.DONE, answer="from Monday on", settled_by="Sam", settled_on=TODAY,
        told_by="Kim", told_on=TODAY,
    )  # fmt: skip
    storage.ideas.put(told)
    assert storage.ideas.get(ana.id, 1) == told
    assert set(storage.ideas.all()) == {told, second, other}
    assert storage.care.open_remarks(ana.id).ideas == (second, told)
    assert storage.rows("SELECT n FROM remark WHERE kind = 'idea' AND is_open = FALSE") == [(1,)]
    storage.ideas.drop(second)
    assert storage.ideas.get(ana.id, 2) is None


def test_ideas_of_the_forgotten_are_not_listed(storage: Storage) -> None:
    ana = add_customer(storage, "Ana")
    storage.ideas.add(Idea(ana.id, 0, "milk in glass", "Mia", TODAY))
    storage.rows("UPDATE customer SET erased = ? WHERE id = ?", (int(NOW.timestamp()), ana.id))
    assert storage.ideas.all() == []
