"""One shop, one currency: money of another never counts."""

import dataclasses
from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.parts import Condition, Effect
from pos_companion.rules.rule import Rule


class OtherCurrency(Check):
    """Every amount is in the shop's currency; nothing is ever converted."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:
        """Each strange currency once."""
        parts: list[Condition | Effect] = [*everywhere(rule.when), *rule.effects]
        found = {money.currency for part in parts for money in _amounts(part)}
        for currency in sorted(found - {around.currency}):
            values: dict[str, object] = {"theirs": currency, "ours": around.currency}
            text = N_("It counts in {theirs}; the shop sells in {ours}. Write the amounts anew.")
            yield Phrase(text, values)


def _amounts(part: Condition | Effect) -> list[Money]:
    values = [getattr(part, field.name) for field in dataclasses.fields(part)]
    return [value for value in values if isinstance(value, Money)]
