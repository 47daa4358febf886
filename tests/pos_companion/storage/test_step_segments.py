"""Records from before segments come through as they were, and can keep some."""

from pathlib import Path

from playhouse.migrations import Runner

from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.segments import Segment
from pos_companion.storage import STEPS, STORE, Storage
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import NOW, key_for

_RULE = """
INSERT INTO rule_version (rule_id, version, body, made, author) VALUES ('thanks', 1,
    '{"id":"thanks","name":"Thanks","when":{"kind":"first_visit"},"say":"","why":"",
      "effects":[{"kind":"service","gesture":"carry"}]}', 0, 'Mia')
"""
_HEAD = "INSERT INTO rule (id, version, state, priority) VALUES ('thanks', 1, 'active', 10)"


def test_rules_of_before_stand_as_they_stood(tmp_path: Path) -> None:
    db = EncryptedDatabase(tmp_path / STORE, key_for("db"))
    db.connect()
    Runner(db, str(STEPS)).up("0015_tags")
    db.execute_sql(_RULE)
    db.execute_sql(_HEAD)
    db.close()
    storage = Storage.open(tmp_path, key_for)
    try:
        assert [one.name for one in storage.rulebook.rules()] == ["Thanks"]
        assert storage.segments.all() == {}
        pets = Segment("pets", "Pet people", HasPet())
        storage.segments.put(pets, NOW)
        assert storage.segments.all() == {"pets": pets}
    finally:
        storage.close()
