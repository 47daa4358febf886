"""The places of customers in the word index: smaller is likelier to walk in, and none comes twice.

With `secure-delete` the index loses sight of a deletion when a place that was freed is filled
again within the same transaction: the old words would stay behind, for good. So the lowest place
ever used is remembered when it is freed.
"""

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.faults import read

HIGHEST = 1 << 23
"""Above the first place: a number of three bytes, which a million people use up after years."""
_LOWEST = f"""
SELECT min(
    coalesce((SELECT min(slot) FROM search_doc), {HIGHEST}),
    coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'lowest_slot'), {HIGHEST}))
"""
_START_OVER = "DELETE FROM setting WHERE key = 'lowest_slot'"
_REMEMBER = "INSERT OR REPLACE INTO setting (key, value) VALUES ('lowest_slot', ?)"


def lowest_slot(db: SqlCipherDatabase) -> int:
    """The lowest place ever used; `HIGHEST` before the first. The next one is the one below."""
    return int(read(db, _LOWEST)[0][0])


def remember_lowest(db: SqlCipherDatabase) -> None:
    """Note the lowest place before it is freed; in the transaction that frees it."""
    db.execute_sql(_REMEMBER, (str(lowest_slot(db)),))


def start_over(db: SqlCipherDatabase) -> None:
    """Forget about the places: the index was emptied as a whole, or is new."""
    db.execute_sql(_START_OVER)
