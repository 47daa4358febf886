"""The server itself notes who is to be looked at anew by every till, in the change's transaction.

What a till shows of people it has found is a copy. Whatever changes a row such a copy is made of,
by this program or by hand, notes whose it is; nobody has to think of it.
"""

from typing import Any

ONE_AT_A_TIME = 0x504F5343
"""The number of the lock that a deed takes before anything else."""
_CHANGES = {
    "customer": "SELECT old_id UNION SELECT new_id",
    "consent": "SELECT old_id UNION SELECT new_id",
    "household_member": "SELECT id FROM customer WHERE household_id IN (old_id, new_id)",
}
_KEYS = {"customer": "id", "consent": "customer_id", "household_member": "household_id"}
_NAME = "noted_anew_1"
"""Another one as soon as the notes come to be made in another way."""
_ARE_MADE = f"""
SELECT count(*) FROM pg_trigger WHERE tgname = ?
AND tgrelid IN ({", ".join(f"'{table}'::regclass" for table in _CHANGES)})
"""
# Numbers follow the order in which changes are saved, because deeds are one at a time; whoever
# writes by hand waits for the same lock here. Who was noted in this transaction has a number that
# nobody else has seen, and needs no other.
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION note_{{table}}_anew() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    old_id BIGINT := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.{{key}} END;
    new_id BIGINT := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.{{key}} END;
BEGIN
    PERFORM pg_advisory_xact_lock({ONE_AT_A_TIME});
    INSERT INTO found_anew (customer_id, n)
        SELECT who, 1 + (SELECT coalesce(max(n), 0) FROM found_anew)
        FROM ({{who}}) AS changed(who) WHERE who IS NOT NULL AND NOT EXISTS (
            SELECT FROM found_anew WHERE customer_id = who
            AND xmin::text = pg_current_xact_id()::xid::text)
        ON CONFLICT (customer_id) DO UPDATE SET n = excluded.n;
    RETURN NULL;
END $$
"""
_TRIGGER = """
CREATE OR REPLACE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION note_{table}_anew()
"""


def are_made(db: Any) -> bool:
    """Whether the server makes the notes as this version wants them."""
    return bool(db.execute_sql(_ARE_MADE, (_NAME,)).fetchone()[0] == len(_CHANGES))


def make_notes(db: Any) -> None:
    """Have the server make them; in the caller's transaction."""
    for table, who in _CHANGES.items():
        values = {"table": table, "key": _KEYS[table], "who": who, "name": _NAME}
        db.execute_sql(_FUNCTION.format(**values))
        db.execute_sql(_TRIGGER.format(**values))
