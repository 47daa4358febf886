"""The drawer of what has been kept long enough; what is proposed is tested with the services."""

from datetime import date, timedelta

from pos_companion.storage import Storage
from tests.pos_companion.storage.records import NOW, add_customer, contents


def test_who_was_never_here_counts_from_the_last_word_about_them(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    assert storage.retention.silent_since(NOW) == []
    assert storage.retention.silent_since(NOW + timedelta(seconds=1)) == [(ana.id, False)]


def test_without_old_remarks_nothing_is_dropped(storage: Storage) -> None:
    add_customer(storage, "Ana Kos")
    before = contents(storage)
    old = storage.retention.old_concerns(date.max) + storage.retention.old_facts(lambda _: date.max)
    storage.retention.drop(old)
    assert (old, contents(storage)) == ([], before)
