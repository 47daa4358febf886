"""Drawer: what holds for everybody who comes in now, read together with the rules in force.

What is going on, the shop's own calendar and the cashiers' own budget are settings; who works here
and has a card of their own stands with the staff.
"""

import json
from datetime import date
from typing import Any

from pos_companion.model.giving import Circumstances, ContextFlag, LocalEvent, OwnBudget
from pos_companion.rules import Rule
from pos_companion.storage.columns import from_seconds, to_seconds
from pos_companion.storage.rulebook import RulebookDrawer
from pos_companion.storage.settings import SettingsDrawer

_FLAGS, _EVENTS, _OWN = "context", "calendar", "own_budget"
# Somebody whose card was joined with another one is known by both numbers.
_NOW = """
WITH RECURSIVE colleague(id) AS (
    SELECT as_customer FROM staff WHERE active = TRUE AND as_customer IS NOT NULL
    UNION SELECT m.keep_id FROM colleague c JOIN merge m ON m.away_id = c.id
    WHERE m.undone IS NULL)
SELECT 'rule', r.id, r.version, v.made, r.state, r.priority, '' FROM rule r
JOIN rule_version v ON v.rule_id = r.id AND v.version = r.version
UNION ALL
SELECT 'setting', key, 0, 0, '', 0, CAST(value AS TEXT) FROM setting
WHERE key IN ('context', 'calendar', 'own_budget')
UNION ALL
SELECT 'colleague', '', id, 0, '', 0, '' FROM colleague
UNION ALL
SELECT 'segment', id, 0, 0, name, 0, CAST(body AS TEXT) FROM segment
ORDER BY 6, 2
"""


class CircumstancesDrawer:
    """Reads the rules and the circumstances in one statement; keeps the latter."""

    def __init__(self, db: Any, rulebook: RulebookDrawer, settings: SettingsDrawer) -> None:
        self._db = db
        self._rulebook = rulebook
        self._settings = settings

    def with_rules(self) -> tuple[tuple[Rule, ...], Circumstances]:
        """Every rule in its version in force, in order, and what holds for everybody now."""
        heads, kept, colleagues, segments = [], {}, [], []
        for what, key, number, made, state, priority, value in self._db.execute_sql(_NOW):
            if what == "rule":
                heads.append((key, number, made, state, priority))
            elif what == "setting":
                kept[key] = json.loads(value)
            elif what == "segment":
                # Its name stands where a rule's state does.
                segments.append((key, state, value))
            else:
                colleagues.append(number)
        rules = self._rulebook.standing(heads, segments)
        return rules, _circumstances(kept, frozenset(colleagues))

    def now(self) -> Circumstances:
        """What holds for everybody now."""
        return self.with_rules()[1]

    def keep_flags(self, flags: tuple[ContextFlag, ...]) -> None:
        """Keep what is going on."""
        kept = [[one.name, to_seconds(one.until), one.staff] for one in flags]
        self._settings.put(_FLAGS, kept)

    def keep_events(self, events: tuple[LocalEvent, ...]) -> None:
        """Keep the shop's own calendar."""
        kept = [[one.name, one.first.isoformat(), one.last.isoformat()] for one in events]
        self._settings.put(_EVENTS, kept)

    def keep_own_budget(self, own: OwnBudget) -> None:
        """Keep what a cashier may give of their own accord."""
        self._settings.put(_OWN, {**vars(own), "by_stage": dict(own.by_stage)})


def _circumstances(kept: dict[str, Any], colleagues: frozenset[int]) -> Circumstances:
    flags = [
        ContextFlag(name, from_seconds(until), who) for name, until, who in _list(kept, _FLAGS)
    ]
    days = [
        LocalEvent(name, date.fromisoformat(first), date.fromisoformat(last))
        for name, first, last in _list(kept, _EVENTS)
    ]
    own = OwnBudget(**kept[_OWN]) if _OWN in kept else OwnBudget()
    return Circumstances(tuple(flags), tuple(days), own, colleagues)


def _list(kept: dict[str, Any], key: str) -> list[Any]:
    found = kept.get(key) or []
    return list(found)
