"""The numbers of customers, beings and households inside of texts, when they come to mean others.

Keys name them as `customer:17`, `being:12`, `household:3` and `thread:5`; bodies of remarks also
hold bare numbers, under names that say whose they are.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_NAME = re.compile(r"\b(customer|being|household|thread):(\d+)(?!\d)")
_BARE = {
    "customer": "customer",
    "referred_by": "customer",
    "being": "being",
    "household": "household",
}


@dataclass
class Renaming:
    """What becomes of numbers: old to new, by what they number."""

    customer: dict[int, int] = field(default_factory=dict)
    being: dict[int, int] = field(default_factory=dict)
    household: dict[int, int] = field(default_factory=dict)
    thread: dict[int, int] = field(default_factory=dict)

    def text(self, text: str | None) -> str | None:
        """A text with its keys renamed."""
        return text and _NAME.sub(self._in_place, text)

    def body(self, body: str) -> str:
        """The body of a remark, as the table holds it; the same to the letter where it may be.

        Bare numbers count only under the names of what they number.
        """
        kept = json.loads(body)
        renamed = self._value(kept, "")
        return body if renamed == kept else json.dumps(renamed)

    def _in_place(self, found: re.Match[str]) -> str:
        numbers: Mapping[int, int] = getattr(self, found[1])
        return f"{found[1]}:{numbers.get(int(found[2]), int(found[2]))}"

    def _value(self, value: Any, name: str) -> Any:
        if isinstance(value, dict):
            return {key: self._value(one, key) for key, one in value.items()}
        if isinstance(value, list):
            return [self._value(one, name) for one in value]
        if isinstance(value, int) and not isinstance(value, bool) and name in _BARE:
            return getattr(self, _BARE[name]).get(value, value)
        return self.text(value) if isinstance(value, str) else value
