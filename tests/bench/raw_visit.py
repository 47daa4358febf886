"""The same statements once more, straight on the connection: what SQL alone takes of a visit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pos_companion.services import Shop

_NUMBERED = ("INSERT INTO visit ", "INSERT INTO visit_line ")
_AUDIT = "INSERT INTO audit "
Asked = list[tuple[str, list[Any]]]


class SameAgain:
    """What a visit asked of the database, to be asked again for the visit after it."""

    def __init__(self, shop: Shop) -> None:
        self._db = shop.storage.db
        self._asked: Asked = []
        self._uid = ""

    def recorded(self, uid: str, deed: Callable[[], object]) -> None:
        """Do a deed and remember its statements."""
        self._uid, self._asked = uid, []
        with _listening(self._db, self._asked):
            deed()

    def again(self) -> None:
        """The same statements for one more visit of the same customer; nothing but SQL."""
        run = self._db.connection().execute
        for sql, values in self._next:
            run(sql, values).fetchall()

    def make_ready(self) -> None:
        """The same, as they are for the next visit: its id, its number, its place in the trail."""
        self._next = [_next_of(sql, values, self._uid) for sql, values in self._asked]


def _next_of(sql: str, values: list[Any], uid: str) -> tuple[str, list[Any]]:
    values = [f"{uid}+" if value == uid else value for value in values]
    plain = sql.lstrip()
    if plain.startswith(_NUMBERED):
        values[1] += 1
    elif plain.startswith(_AUDIT):
        values[0] += 1
    return sql, values


@contextmanager
def _listening(db: Any, asked: Asked) -> Iterator[None]:
    names = ("execute_sql", "fetch")
    plain = {name: getattr(db, name) for name in names}
    begin, commit = db.begin, db.commit

    def listening(name: str) -> Callable[..., Any]:
        def run(sql: str, values: Any = None) -> Any:
            asked.append((sql, list(values or ())))
            return plain[name](sql, values or ())

        return run

    def begun(*kind: Any) -> Any:
        asked.append(("BEGIN IMMEDIATE", []))
        return begin(*kind)

    def kept() -> Any:
        asked.append(("COMMIT", []))
        return commit()

    told = {name: listening(name) for name in names} | {"begin": begun, "commit": kept}
    vars(db).update(told)
    try:
        yield
    finally:
        for name in told:
            del vars(db)[name]
