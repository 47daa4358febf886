"""Rules as one file, to be carried to another shop: all of them or none.

The file is a JSON object with `format`, `version`, `currency`, `gifts`, `segments` and `rules`;
CONTRIBUTING describes it. A gift has another number in every shop, so it is found by its name.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pos_companion import __version__
from pos_companion.errors import BadInputError, CompanionError, NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.rules import Effect, Rule
from pos_companion.rules.as_json import rule_from_json, rule_to_json
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.own_budget import OWN
from pos_companion.rules.unknown import UnknownCondition, UnknownEffect
from pos_companion.services import Shop
from pos_companion.services.rule_lint import lint_rule
from pos_companion.services.rulebook import RuleChange, save_rule, undo_rules
from pos_companion.services.segment_files import (
    read_segments,
    segments_as_json,
    take_in_segments,
)
from pos_companion.services.segments import SegmentChange, undo_segment
from pos_companion.services.sign_in import require
from pos_companion.storage.folding import folded

FORMAT = "pos-companion-rules"
VERSION = 1
_FIELDS = {"format", "version", "currency", "gifts", "segments", "rules", "made_by"}
_NEVER_IMPORTED = frozenset({"contradiction", "other_currency", "unknown_parts"})
"""Complaints of the lint that are refused in drafts too."""


@dataclass(frozen=True)
class RulesTaken:
    """Rules that came with a file; what it takes to undo it.

    Attributes:
        changes: one for each rule that is new or differs from what was there.
        segments: one for each segment that came with them.
    """

    changes: tuple[RuleChange, ...]
    unchanged: int
    segments: tuple[SegmentChange, ...] = ()


def rules_as_file(shop: Shop) -> str:
    """Every rule of the shop as the text of a file.

    Raises:
        NotAllowedError: whoever is at the counter may not take records out.
    """
    require(shop, Right.EXPORT)
    rules = shop.storage.rulebook.rules()
    used = {effect.taken_from_shelf for rule in rules for effect in rule.effects} - {None}
    shelf = shop.storage.stock.gifts(shop.profile.currency)
    written = {
        "format": FORMAT,
        "version": VERSION,
        "made_by": __version__,
        "currency": shop.profile.currency,
        "gifts": {str(one): shelf[one].name for one in sorted(shelf) if one in used},
        "segments": segments_as_json(shop, rules),
        "rules": [rule_to_json(rule) for rule in rules],
    }
    with shop.storage.transaction():
        shop.storage.audit.note(shop.clock.now(), shop.staff, "rules_export", rules=len(rules))
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def take_in_rules(shop: Shop, text: str) -> RulesTaken:
    """Take in the rules of a file, each as the next version of the one with its id.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        BadInputError, NotFoundError, RefusedError: what is wrong and where; nothing was changed.
    """
    require(shop, Right.RULES)
    file = _opened(text)
    rules = _read(shop, file)
    segments = read_segments(file.get("segments", {}))
    with shop.storage.transaction():
        came = take_in_segments(shop, segments)
        changes = [_save(shop, rule) for rule in rules]
        made = tuple(one for one in changes if one.is_new_version)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "rules_import", rules=[one.rule.id for one in made]
        )
    return RulesTaken(made, len(changes) - len(made), came)


def undo_take_in(shop: Shop, taken: RulesTaken) -> None:
    """Let the rules stand as they stood before the file came.

    Raises:
        NotAllowedError, RefusedError: as `undo_rules`.
    """
    require(shop, Right.RULES)
    with shop.storage.transaction():
        for change in reversed(taken.changes):
            undo_rules(shop, change)
        for segment in taken.segments:
            undo_segment(shop, segment)


def readable_rule(shop: Shop, written: object) -> Rule:
    """A rule from plain values, of which this version understands everything.

    Raises:
        BadInputError: a field or a kind that is not known here, a contradiction, another currency.
    """
    rule = rule_from_json(written)
    for part in (*everywhere(rule.when), *rule.effects):
        if isinstance(part, UnknownCondition | UnknownEffect):
            text = N_("“{rule}” needs a newer version of the program: “{kind}” is not known here.")
            raise BadInputError(text, rule=rule.name, kind=part.kind)
    if rule.id == OWN:
        raise BadInputError(N_("No rule may have the id “{id}”."), id=OWN)
    for complaint in lint_rule(shop, rule):
        if complaint.code in _NEVER_IMPORTED:
            raise BadInputError(N_("“{rule}”: {why}"), rule=rule.name, why=complaint.phrase)
    return rule


def _save(shop: Shop, rule: Rule) -> RuleChange:
    now = shop.storage.rulebook.get(rule.id)
    return save_rule(shop, rule, now.version if now else 0)


def _read(shop: Shop, file: Mapping[str, Any]) -> list[Rule]:
    if file["currency"] != shop.profile.currency:
        raise BadInputError(
            N_("These rules count in {theirs}; this shop sells in {ours}."),
            theirs=str(file["currency"])[:10],
            ours=shop.profile.currency,
        )
    gifts = _gifts(shop, file.get("gifts", {}))
    written = file["rules"]
    if not isinstance(written, list) or not written:
        raise BadInputError(N_("There are no rules in this file."))
    found: dict[str, Rule] = {}
    for at, one in enumerate(written, 1):
        rule = _named(at, partial(_read_one, shop, one, gifts))
        if rule.id in found:
            raise BadInputError(N_("Two rules of this file have the id “{id}”."), id=rule.id)
        found[rule.id] = rule
    return list(found.values())


def _read_one(shop: Shop, written: object, gifts: Mapping[int, int]) -> Rule:
    return _with_gifts(readable_rule(shop, written), gifts)


def _opened(text: str) -> Mapping[str, Any]:
    try:
        file = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInputError(N_("This is no file of rules: {why}"), why=error) from error
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise BadInputError(N_("This is no file of rules of POS Companion."))
    version = file.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadInputError(N_("This file of rules does not say of which version it is."))
    if version > VERSION:
        raise BadInputError(
            N_("This file of rules comes from a newer version of the program. Update this till.")
        )
    strange = sorted(file.keys() - _FIELDS)
    missing = sorted({"currency", "rules"} - file.keys())
    if strange or missing:
        raise BadInputError(
            N_("A file of rules has these fields: {fields}."), fields=", ".join(sorted(_FIELDS))
        )
    return file


def _named(at: int, read: Callable[[], Rule]) -> Rule:
    """What is wrong with a rule, with its place in the file."""
    try:
        return read()
    except CompanionError as error:
        text = N_("Rule number {at} of the file: {why}")
        raise BadInputError(text, at=at, why=error.phrase) from error


def _gifts(shop: Shop, written: object) -> dict[int, int]:
    """By the number a gift has in the file its number here, found by its name."""
    if not isinstance(written, dict):
        raise BadInputError(N_("The gifts of a file of rules are an object: number to name."))
    shelf = shop.storage.stock.gifts(shop.profile.currency)
    here = {folded(gift.name): number for number, gift in shelf.items()}
    found = {}
    for number, name in written.items():
        if not number.isdecimal() or folded(str(name)) not in here:
            text = N_("The gift “{gift}” is not on the shelf here. Put it there first.")
            raise NotFoundError(text, gift=str(name)[:100])
        found[int(number)] = here[folded(str(name))]
    return found


def _with_gifts(rule: Rule, gifts: Mapping[int, int]) -> Rule:
    def here(effect: Effect) -> Effect:
        if not isinstance(effect, Gift):
            return effect
        if effect.gift not in gifts:
            text = N_("It gives gift number {number}, which the file does not name.")
            raise BadInputError(text, number=effect.gift)
        return replace(effect, gift=gifts[effect.gift])

    return replace(rule, effects=tuple(map(here, rule.effects)), version=1)


__all__ = [
    "FORMAT", "VERSION", "RulesTaken", "readable_rule", "rules_as_file",
    "take_in_rules", "undo_take_in",
]  # fmt: skip
