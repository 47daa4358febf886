"""Drawer: rules as JSON, in versions that never change once written."""

from datetime import datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.rules import Rule
from pos_companion.rules.as_json import rule_from_json, rule_to_json
from pos_companion.storage.tables import RuleRow, RuleVersionRow

_HEADS = "SELECT id, version, state, priority FROM rule ORDER BY priority, id"


class RulebookDrawer:
    """The rules of the shop; read at every look-up, parsed once per version."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db
        self._parsed: dict[tuple[str, int, str], Rule] = {}

    def rules(self) -> tuple[Rule, ...]:
        """Every rule in its version in force, in the order in which they are asked."""
        heads = self._db.execute_sql(_HEADS).fetchall()
        return tuple(self._rule(rule, version, state) for rule, version, state, _ in heads)

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
        RuleRow.insert(
            id=rule.id, version=version, state=rule.state.value, priority=rule.priority
        ).on_conflict_replace().execute()
        return self._rule(rule.id, version, rule.state.value)

    def _rule(self, rule: str, version: int, state: str) -> Rule:
        key = (rule, version, state)
        if key not in self._parsed:
            row = RuleVersionRow.get(
                (RuleVersionRow.rule_id == rule) & (RuleVersionRow.version == version)
            )
            body: dict[str, Any] = {**row.body, "state": state, "version": version}
            self._parsed[key] = rule_from_json(body)
        return self._parsed[key]
