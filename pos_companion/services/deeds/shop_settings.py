"""What the shop decided for all its tills, read and changed."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.shop import ShopProfile
from pos_companion.services import Shop, deed
from pos_companion.services.forms import choice_of, number_of, text_of, texts_of
from pos_companion.services.shop_profile import change_profile


@deed
def shop_settings(shop: Shop, **changes: object) -> Mapping[str, Any]:
    """What the shop decided, after some of it was changed.

    Args:
        changes: by name, as they stand in the answer; none only reads.

    Returns:
        `{name: value}`, numbers as such and everything else as text.
    """
    if changes:
        known = {field.name for field in fields(ShopProfile)}
        strange = sorted(set(changes) - known)
        if strange:
            raise BadInputError(
                N_("There is no setting called {name}. There are: {names}."),
                name=strange[0],
                names=", ".join(sorted(known)),
            )
        values = {name: _value(name, value) for name, value in changes.items()}
        change_profile(shop, replace(shop.profile, **values))
    return asdict(shop.profile)


def _value(name: str, value: object) -> Any:
    default = getattr(ShopProfile(), name)
    if isinstance(default, tuple):
        return tuple(texts_of(value, name))
    if isinstance(default, int):
        return number_of(value, name)
    if type(default) is str:
        return text_of(value, name)
    return choice_of(value, name, type(default))
