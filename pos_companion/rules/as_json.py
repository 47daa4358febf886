"""Rules as JSON and back: a part is an object with its `kind`, the name of its file.

Money is `{"amount", "currency"}` in minor units, days are ISO dates, hours `HH:MM`. A part of a
kind this version does not know is kept word for word and never fires.
"""

import dataclasses
import json
import string
import typing
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.money import Money
from pos_companion.registry import discover
from pos_companion.rules import Cap, Condition, Effect, Rule, conditions, effects
from pos_companion.rules.rule import Wording
from pos_companion.rules.unknown import UnknownCondition, UnknownEffect

CONDITIONS: Mapping[str, type[Condition]] = discover(conditions, Condition)  # type: ignore[type-abstract]
EFFECTS: Mapping[str, type[Effect]] = discover(effects, Effect)  # type: ignore[type-abstract]

_Written = Rule | Condition | Effect | Cap | Money | Wording
SAY_NAMES = frozenset({"name", "pet", "who"})


def rule_to_json(rule: Rule) -> dict[str, object]:
    """A rule as plain JSON values; `rule_from_json` makes an equal rule of them."""
    return _fields_to_json(rule)


def rule_from_json(data: object) -> Rule:
    """Read a rule.

    Args:
        data: what `json.loads` gave.

    Raises:
        BadInputError: a field is missing, has the wrong shape, or is not a field at all.
    """
    rule: Rule = _read_fields(Rule, _as_object(data, "rule"), "rule")
    if not rule.id:
        raise BadInputError(N_("A rule needs an id."))
    if not rule.effects:
        raise BadInputError(N_("The rule “{rule}” gives nothing."), rule=rule.id)
    _check_words(rule)
    return rule


def effect_from_json(data: object) -> Effect:
    """Read one effect, for example as it was kept with a Redemption.

    Raises:
        BadInputError: a field is missing, has the wrong shape, or is not a field at all.
    """
    effect: Effect = _read_part(Effect, data, "effect")
    return effect


def condition_from_json(data: object) -> Condition:
    """Read one condition with all it is made of, for example what a segment means.

    Raises:
        BadInputError: a field is missing, has the wrong shape, or is not a field at all.
    """
    condition: Condition = _read_part(Condition, data, "condition")
    return condition


def read_rule(text: str) -> Rule:
    """Read a rule from the text of a file.

    Raises:
        BadInputError: the text is not JSON, or not a rule.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInputError(
            N_("This is not JSON: line {line}, column {column}."),
            line=error.lineno,
            column=error.colno,
        ) from error
    return rule_from_json(data)


def to_json(value: object) -> object:
    """One value of a rule as plain JSON."""
    if isinstance(value, UnknownCondition | UnknownEffect):
        return json.loads(value.written)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, tuple):
        return [to_json(part) for part in value]
    if isinstance(value, Condition | Effect):
        return {"kind": value.kind, **_fields_to_json(value)}
    if isinstance(value, Cap | Money | Wording):
        return _fields_to_json(value)
    return value


def _fields_to_json(value: _Written) -> dict[str, object]:
    names = (field.name for field in _kept_fields(type(value)))
    return {name: to_json(getattr(value, name)) for name in names}


def _kept_fields(shape: type) -> list[dataclasses.Field[Any]]:
    """The fields that are written; what comes in with the rulebook (`bound`) is not."""
    return [one for one in dataclasses.fields(shape) if not one.metadata.get("bound")]


def _check_words(rule: Rule) -> None:
    for say in (rule.say, *(one.say for one in rule.also)):
        _check_places(rule, say)


def _check_places(rule: Rule, say: str) -> None:
    try:
        used = {name for _, name, _, _ in string.Formatter().parse(say) if name is not None}
    except ValueError as error:
        text = N_("The words of “{rule}” have a brace that is not closed.")
        raise BadInputError(text, rule=rule.id) from error
    for name in sorted(used - SAY_NAMES):
        text = N_("The words of “{rule}” cannot say “{name}”; they can say {allowed}.")
        allowed = [f"{{{one}}}" for one in sorted(SAY_NAMES)]
        raise BadInputError(text, rule=rule.id, name=name, allowed=allowed)


def _as_object(data: object, where: str) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise BadInputError(N_("{where} should be an object in braces."), where=where)
    return data


def _read_part(base: type, data: object, where: str) -> Any:
    part = _as_object(data, where)
    kind = part.get("kind")
    if not isinstance(kind, str) or not kind:
        raise BadInputError(N_("{where} does not say of which kind it is."), where=where)
    known: Mapping[str, type] = CONDITIONS if base is Condition else EFFECTS
    if kind not in known:
        return (UnknownCondition if base is Condition else UnknownEffect).keep(part)
    fields = {name: value for name, value in part.items() if name != "kind"}
    return _read_fields(known[kind], fields, f"{where}.{kind}")


@cache
def _types(shape: type) -> dict[str, Any]:
    return typing.get_type_hints(shape)


def _read_fields(shape: type, data: Mapping[str, object], where: str) -> Any:
    fields = {field.name: field for field in _kept_fields(shape)}
    for name in data:
        if name not in fields:
            raise BadInputError(N_("{where} has no field “{name}”."), where=where, name=name)
    values = {}
    for name, field in fields.items():
        if name in data:
            value = _read(_types(shape)[name], data[name], f"{where}.{name}")
            _check_range(value, field.metadata, f"{where}.{name}")
            values[name] = value
        elif field.default is field.default_factory is dataclasses.MISSING:
            raise BadInputError(N_("{where} lacks the field “{name}”."), where=where, name=name)
    return shape(**values)


def _read(shape: Any, data: object, where: str) -> Any:
    origin = typing.get_origin(shape)
    if origin in {UnionType, typing.Union}:
        return None if data is None else _read(_without_none(shape), data, where)
    if origin is tuple:
        if not isinstance(data, list):
            raise BadInputError(N_("{where} should be a list in brackets."), where=where)
        inner = typing.get_args(shape)[0]
        return tuple(_read(inner, one, f"{where}.{at}") for at, one in enumerate(data))
    if shape in {Condition, Effect}:
        return _read_part(shape, data, where)
    if dataclasses.is_dataclass(shape) and shape is not Money:
        return _read_fields(typing.cast(type, shape), _as_object(data, where), where)
    return _read_plain(shape, data, where)


def _without_none(shape: Any) -> Any:
    return next(one for one in typing.get_args(shape) if one is not NoneType)


def _read_plain(shape: Any, data: object, where: str) -> Any:
    try:
        if shape is Money:
            money = _as_object(data, where)
            return Money(_exactly(int, money["amount"]), _exactly(str, money["currency"]))
        if shape in {date, time}:
            return shape.fromisoformat(_exactly(str, data))
        if isinstance(shape, type) and issubclass(shape, StrEnum):
            return shape(_exactly(str, data))
        if shape is float and isinstance(data, int) and not isinstance(data, bool):
            return float(data)
        return _exactly(shape, data)
    except (KeyError, ValueError) as error:
        text = N_("{where} cannot be “{value}”.")
        raise BadInputError(text, where=where, value=json.dumps(data)) from error


def _exactly(shape: Any, data: Any) -> Any:
    # A bool is an int for Python, but never for the one who wrote the rule.
    if type(data) is not shape:
        raise ValueError(f"not of type {shape}")
    return data


def _check_range(value: object, metadata: Mapping[str, Any], where: str) -> None:
    for number in value if isinstance(value, tuple) else (value,):
        if isinstance(number, bool) or not isinstance(number, int | float):
            continue
        if number < metadata.get("least", number):
            text = N_("{where} is {number}; it must be at least {least}.")
            raise BadInputError(text, where=where, number=number, least=metadata["least"])
        if number > metadata.get("most", number):
            text = N_("{where} is {number}; it must be at most {most}.")
            raise BadInputError(text, where=where, number=number, most=metadata["most"])
