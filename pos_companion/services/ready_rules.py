"""The ready-made rules: for each kind of shop, to be taken as drafts and made one's own."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from pos_companion.i18n import N_
from pos_companion.model.money import Money
from pos_companion.rules import Effect, Rule, RuleState
from pos_companion.rules.as_json import read_rule
from pos_companion.rules.effects.gift import Gift
from pos_companion.services import Shop
from pos_companion.settings import RESOURCES

_FOLDER = RESOURCES / "presets"
_KINDS = ("rules", "by_shop")
"""Those that suit any shop, which the sample shop has, and those that suit some."""


class ShopKind(StrEnum):
    """What sort of shop it is."""

    CAFE = "cafe"
    BAKERY = "bakery"
    GROCER = "grocer"
    PET_SHOP = "pet_shop"
    FLORIST = "florist"
    HAIRDRESSER = "hairdresser"
    OTHER = "other"


SHOP_KINDS: Mapping[ShopKind, str] = MappingProxyType(
    {
        ShopKind.CAFE: N_("Café"),
        ShopKind.BAKERY: N_("Bakery"),
        ShopKind.GROCER: N_("Grocer"),
        ShopKind.PET_SHOP: N_("Pet shop"),
        ShopKind.FLORIST: N_("Florist"),
        ShopKind.HAIRDRESSER: N_("Hairdresser"),
        ShopKind.OTHER: N_("Another shop"),
    }
)
"""In words, in the order in which they are offered."""


def ready_rules(shop: Shop, kind: ShopKind) -> tuple[Rule, ...]:
    """The ready-made rules for a kind of shop as drafts, the most useful first.

    Money is in the shop's currency; a gift that is not on the shelf gives way to one that is. Those
    the shop has already are left out.
    """
    there = {rule.id for rule in shop.storage.rulebook.rules()}
    gifts = tuple(shop.storage.stock.gifts(shop.profile.currency))
    named = tomllib.loads((_FOLDER / "shops.toml").read_text(encoding="utf-8"))[kind.value]
    return tuple(
        _ours(_preset(one), gifts, shop.profile.currency) for one in named if one not in there
    )


@cache
def _preset(name: str) -> Rule:
    path = next(path for folder in _KINDS if (path := _FOLDER / folder / f"{name}.json").is_file())
    return read_rule(path.read_text(encoding="utf-8"))


def _ours(rule: Rule, gifts: tuple[int, ...], currency: str) -> Rule:
    effects: list[Effect] = []
    for effect in rule.effects:
        ours = _effect(effect, gifts, currency)
        if ours not in effects:
            effects.append(ours)
    return replace(rule, effects=tuple(effects), state=RuleState.DRAFT)


def _effect(effect: Effect, gifts: tuple[int, ...], currency: str) -> Effect:
    if isinstance(effect, Gift):
        return effect if effect.gift in gifts or not gifts else replace(effect, gift=gifts[0])
    changed: dict[str, Any] = {
        name: replace(value, currency=currency)
        for name, value in vars(effect).items()
        if isinstance(value, Money)
    }
    return replace(effect, **changed)
