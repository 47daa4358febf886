"""What the parts of a rule can be chosen from: the shelf, the products, the languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pos_companion.model.stock import Gift
from pos_companion.services import Shop
from pos_companion.services.circumstances import circumstances
from pos_companion.storage.folding import folded

_PRODUCTS = 300


@dataclass(frozen=True)
class RuleChoices:
    """What there is in this shop.

    Attributes:
        gifts: by id, in the order of the shelf.
        products: names, the best sellers first.
        groups: kinds of products, by alphabet.
        events: names in the shop's own calendar.
        languages: tags of those spoken with customers.
        rules: names by id, in the order in which they are asked.
        segments: names by id, by alphabet.
        about_people: only what says who somebody is can be chosen, as for a segment.
    """

    currency: str
    gifts: Mapping[int, Gift] = field(default_factory=dict)
    products: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    segments: Mapping[str, str] = field(default_factory=dict)
    about_people: bool = False


def rule_choices(shop: Shop) -> RuleChoices:
    """Read what the parts of a rule can be chosen from."""
    currency = shop.profile.currency
    products = shop.storage.catalogue.best_sellers(_PRODUCTS, currency)
    groups = {one.group for one in products if one.group}
    segments = sorted(shop.storage.segments.all().values(), key=lambda one: folded(one.name))
    return RuleChoices(
        currency=currency,
        gifts=shop.storage.stock.gifts(currency),
        products=tuple(one.name for one in products),
        groups=tuple(sorted(groups, key=str.casefold)),
        rules={rule.id: rule.name for rule in shop.storage.rulebook.rules()},
        languages=shop.profile.spoken,
        segments={one.id: one.name for one in segments},
        events=tuple(dict.fromkeys(one.name for one in circumstances(shop).events)),
    )
