"""Explanations as plain JSON values: codes and parameters, to be worded in any language later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from pos_companion.i18n import NearDay, Percent, Phrase
from pos_companion.model.money import Money
from pos_companion.rules.facts import Answer, Verdict
from pos_companion.rules.parts import Condition


def explain_json(condition: Condition, answer: Answer) -> dict[str, object]:
    """The whole tree of answers, in the shape of the tree of conditions.

    Returns:
        `kind`, `verdict`, `phrase`; `beneficiary`, `celebration_year` and `code` where they are
        set; `parts` where there are any.
    """
    tree: dict[str, object] = {
        "kind": condition.kind,
        "verdict": answer.verdict.value,
        "phrase": phrase_to_json(answer.phrase),
    }
    if answer.beneficiary:
        tree["beneficiary"] = answer.beneficiary
        tree["celebration_year"] = answer.celebration_year
    if answer.code:
        tree["code"] = answer.code
    pairs = zip(condition.branches, answer.parts, strict=True)
    if answer.parts:
        tree["parts"] = [explain_json(part, said) for part, said in pairs]
    return tree


@dataclass(frozen=True)
class Explained:
    """One answer of a tree that was kept, to be worded in any language.

    Attributes:
        kind: of the condition.
        parts: the answers of its parts, in their order.
    """

    kind: str
    verdict: Verdict
    phrase: Phrase
    code: str = ""
    parts: tuple["Explained", ...] = ()


def explained(tree: Mapping[str, Any]) -> Explained | None:
    """A tree as `explain_json` made it; None for what is none (the use of a coupon)."""
    phrase = tree.get("phrase")
    if not isinstance(phrase, Mapping) or "verdict" not in tree:
        return None
    parts = (explained(one) for one in tree.get("parts", ()))
    return Explained(
        str(tree.get("kind", "")),
        Verdict(tree["verdict"]),
        phrase_from_json(phrase),
        str(tree.get("code", "")),
        tuple(part for part in parts if part is not None),
    )


def deciding(condition: Condition, answer: Answer) -> tuple[str, Answer]:
    """The single answer that made a tree say what it says.

    Returns:
        Its path by kinds and places ("all_of.1.weekday"), and the answer.
    """
    path = condition.kind
    for at, (part, said) in enumerate(zip(condition.branches, answer.parts, strict=True)):
        if said.phrase is answer.phrase:
            below, leaf = deciding(part, said)
            # An opposite keeps its own verdict: its part says the contrary.
            return f"{path}.{at}.{below}", answer if said.verdict != answer.verdict else leaf
    return path, answer


def phrase_to_json(phrase: Phrase) -> dict[str, object]:
    """A phrase as plain JSON values, not yet in any language."""
    made: dict[str, object] = {"text": phrase.text}
    if phrase.values:
        made["values"] = {name: _value_to_json(value) for name, value in phrase.values.items()}
    if phrase.plural:
        made["plural"] = phrase.plural
    return made


def phrase_from_json(data: Mapping[str, object]) -> Phrase:
    """The phrase again, to be worded in the language of the interface."""
    values = data.get("values", {})
    found = values if isinstance(values, Mapping) else {}
    return Phrase(
        str(data.get("text", "")),
        {str(name): _value_from_json(value) for name, value in found.items()},
        str(data.get("plural", "")),
    )


def _value_to_json(value: object) -> object:
    if isinstance(value, Phrase):
        return {"is": "phrase", **phrase_to_json(value)}
    if isinstance(value, NearDay):
        return {"is": "near", "day": value.day.isoformat(), "today": value.today.isoformat()}
    if isinstance(value, Percent):
        return {"is": "percent", "basis_points": value.basis_points}
    if isinstance(value, Money):
        return {"is": "money", "amount": value.amount, "currency": value.currency}
    for name, shape in _WRITTEN.items():
        if isinstance(value, shape):
            return {"is": name, "at": str(value)}
    if isinstance(value, list | tuple):
        return [_value_to_json(part) for part in value]
    return value


def _value_from_json(value: object) -> object:
    if isinstance(value, list):
        return tuple(_value_from_json(part) for part in value)
    if not isinstance(value, Mapping):
        return value
    if value["is"] == "phrase":
        return phrase_from_json(value)
    if value["is"] == "near":
        return NearDay(date.fromisoformat(value["day"]), date.fromisoformat(value["today"]))
    if value["is"] == "money":
        return Money(value["amount"], value["currency"])
    if value["is"] == "percent":
        return Percent(value["basis_points"])
    return _READ[value["is"]](value["at"])


# An instant is a day for Python, so it is asked first.
_WRITTEN = {"instant": datetime, "day": date, "time": time, "number": Decimal}
_READ = {
    "instant": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
    "number": Decimal,
}
