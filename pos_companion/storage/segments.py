"""Drawer: people the shop has given a name, and who they are."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pos_companion.rules.as_json import condition_from_json, to_json
from pos_companion.rules.segments import Segment, Segments
from pos_companion.storage.tables import SegmentRow

_ALL = "SELECT id, name, CAST(body AS TEXT) FROM segment ORDER BY id"
_EVERYBODY = "SELECT id FROM customer WHERE erased IS NULL AND gone = '' ORDER BY id"

Written = tuple[str, str, str]
"""Id, name and body as text, as the table holds them."""


class SegmentsDrawer:
    """The segments of the shop; read at every look-up, parsed once."""

    def __init__(self, db: Any) -> None:
        self._db = db
        self._parsed: dict[Written, Segment] = {}

    def all(self) -> Segments:
        """Every segment, by id."""
        return self.read(self.written())

    def written(self) -> list[Written]:
        """Every segment as the table holds it."""
        return [(key, name, body) for key, name, body in self._db.execute_sql(_ALL)]

    def read(self, written: Iterable[Written]) -> Segments:
        """The segments of some rows."""
        found = [self._segment(row) for row in written]
        return {one.id: one for one in found}

    def put(self, segment: Segment, at: datetime) -> None:
        """Keep a segment, in place of the one of its id."""
        values = {"name": segment.name, "body": to_json(segment.when), "made": at}
        SegmentRow.insert(id=segment.id, **values).on_conflict(
            conflict_target=[SegmentRow.id], update=values
        ).execute()

    def drop(self, segment: str) -> None:
        """Forget a segment."""
        SegmentRow.delete().where(SegmentRow.id == segment).execute()

    def everybody(self) -> list[int]:
        """The numbers of all customers there are now, those who died left out."""
        return [number for (number,) in self._db.execute_sql(_EVERYBODY)]

    def _segment(self, row: Written) -> Segment:
        if row not in self._parsed:
            key, name, body = row
            self._parsed[row] = Segment(key, name, condition_from_json(json.loads(body)))
        return self._parsed[row]
