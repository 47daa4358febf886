"""Drawer: rules as JSON, in versions that never change once written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.rules import Rule
from pos_companion.rules.as_json import rule_from_json, rule_to_json
from pos_companion.rules.segments import Segments, bound
from pos_companion.storage.columns import from_seconds, to_seconds
from pos_companion.storage.segments import SegmentsDrawer, Written
from pos_companion.storage.tables import RuleRow, RuleVersionRow

_HEADS = """
SELECT r.id, r.version, v.made, r.state, r.priority FROM rule r
JOIN rule_version v ON v.rule_id = r.id AND v.version = r.version
"""
_ALL = f"{_HEADS} ORDER BY r.priority, r.id"
_HEAD = f"{_HEADS} WHERE r.id = ?"
_SET_HEAD = "UPDATE rule SET version = ?, state = ?, priority = ? WHERE id = ?"
_VERSIONS = """
SELECT v.version, v.made, v.author, coalesce(used.times, 0) FROM rule_version v
LEFT JOIN (SELECT version, count(*) AS times FROM redemption WHERE rule_id = ?1
           GROUP BY version) used ON used.version = v.version
WHERE v.rule_id = ?1 ORDER BY v.version DESC
"""
_USES = "SELECT count(*) FROM redemption WHERE rule_id = ?"
_GIVEN = """
SELECT rule_id, count(*) FROM redemption WHERE state = 'given' AND day >= ? GROUP BY rule_id
"""

_Head = tuple[str, int, int, str, int]
"""Id, version, the instant it was written in seconds, state and priority."""


@dataclass(frozen=True)
class RuleVersion:
    """One version of a rule as it lies in the records.

    Attributes:
        made: the instant it was written.
        author: the name of the colleague; empty when nobody was signed in.
        used: how many lines of the ledger refer to it; a used one is never forgotten.
    """

    version: int
    made: datetime
    author: str
    used: int


class RulebookDrawer:
    """The rules of the shop; read at every look-up, parsed once per version.

    Whatever asks for a segment comes with its meaning of now.
    """

    def __init__(self, db: SqlCipherDatabase, segments: SegmentsDrawer) -> None:
        self._db = db
        self._segments = segments
        # A version that was taken back frees its number, so the instant belongs to the key.
        self._parsed: dict[_Head, Rule] = {}
        self._meanings: Segments = {}

    def rules(self) -> tuple[Rule, ...]:
        """Every rule in its version in force, in the order in which they are asked."""
        return self.standing(self._db.execute_sql(_ALL).fetchall(), self._segments.written())

    def standing(
        self, heads: Iterable[Sequence[Any]], segments: Iterable[Written]
    ) -> tuple[Rule, ...]:
        """The rules of some heads as the table holds them, in that order.

        Args:
            segments: every one there is, as its table holds it.
        """
        self._mean(self._segments.read(segments))
        return tuple(self._rule((head[0], head[1], head[2], head[3], head[4])) for head in heads)

    def get(self, rule: str) -> Rule | None:
        """A rule in its version in force; None when there is none."""
        head = self._db.execute_sql(_HEAD, (rule,)).fetchone()
        self._mean(self._segments.all())
        return None if head is None else self._rule(tuple(head))

    def save(self, rule: Rule, at: datetime, author: str = "") -> Rule:
        """Keep a rule as its next version; in the caller's transaction.

        Returns:
            The rule with the version it got.
        """
        newest = RuleVersionRow.select(RuleVersionRow.version).where(
            RuleVersionRow.rule_id == rule.id
        )
        version = max((row.version for row in newest), default=0) + 1
        body = {**rule_to_json(rule), "version": version}
        RuleVersionRow.insert(
            rule_id=rule.id, version=version, body=body, made=at, author=author
        ).execute()
        self._mean(self._segments.all())
        head = {"version": version, "state": rule.state.value, "priority": rule.priority}
        RuleRow.insert(id=rule.id, **head).on_conflict(
            conflict_target=[RuleRow.id], update=head
        ).execute()
        return self._rule((rule.id, version, to_seconds(at), rule.state.value, rule.priority))

    def stand(self, rule: Rule) -> None:
        """Let a rule that is there stand at this version, state and priority."""
        values = (rule.version, rule.state.value, rule.priority, rule.id)
        self._db.execute_sql(_SET_HEAD, values)

    def drop_version(self, rule: str, version: int) -> None:
        """Forget a version that nothing refers to."""
        RuleVersionRow.delete().where(
            (RuleVersionRow.rule_id == rule) & (RuleVersionRow.version == version)
        ).execute()
        self._parsed.clear()

    def drop(self, rule: str) -> bool:
        """Forget a rule with all its versions; False when anything was ever given by it."""
        if self._db.execute_sql(_USES, (rule,)).fetchone()[0]:
            return False
        RuleVersionRow.delete().where(RuleVersionRow.rule_id == rule).execute()
        RuleRow.delete().where(RuleRow.id == rule).execute()
        self._parsed.clear()
        return True

    def versions(self, rule: str) -> tuple[RuleVersion, ...]:
        """All versions of a rule, the latest first."""
        rows = self._db.execute_sql(_VERSIONS, (rule,))
        return tuple(
            RuleVersion(version, from_seconds(made), author, int(used))
            for version, made, author, used in rows
        )

    def version(self, rule: str, version: int) -> Rule | None:
        """A rule as one of its versions was written; None when there is none."""
        row = RuleVersionRow.get_or_none(
            (RuleVersionRow.rule_id == rule) & (RuleVersionRow.version == version)
        )
        if row is None:
            return None
        return bound(rule_from_json({**row.body, "version": version}), self._segments.all())

    def given(self, since: date) -> dict[str, int]:
        """How often each rule gave something from a business day on."""
        rows = self._db.execute_sql(_GIVEN, (since.toordinal(),))
        return {rule: int(count) for rule, count in rows}

    def _mean(self, segments: Segments) -> None:
        """Take these for what segments mean."""
        if segments != self._meanings:
            self._meanings = segments
            self._parsed.clear()

    def _rule(self, head: _Head) -> Rule:
        if head not in self._parsed:
            rule, version, _, state, priority = head
            row = RuleVersionRow.get(
                (RuleVersionRow.rule_id == rule) & (RuleVersionRow.version == version)
            )
            stands = {"state": state, "version": version, "priority": priority}
            self._parsed[head] = bound(rule_from_json({**row.body, **stands}), self._meanings)
        return self._parsed[head]
