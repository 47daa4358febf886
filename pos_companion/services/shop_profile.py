"""What the shop decides once for all its tills, changed by a manager."""

from dataclasses import asdict, dataclass, replace
from zoneinfo import available_timezones

from babel.core import Locale, UnknownLocaleError, get_global
from babel.numbers import list_currencies

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.shop import ShopProfile
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line
from pos_companion.services.sign_in import require

_LONGEST_NAME = 80
_LONGEST_PREFIX = 12


@dataclass(frozen=True)
class ProfileChange:
    """What was decided before and after."""

    before: ShopProfile
    after: ShopProfile


def change_profile(shop: Shop, wanted: ShopProfile) -> ProfileChange:
    """Keep what the shop decides from now on.

    Raises:
        BadInputError: a currency, country, time zone or number there is not.
        RefusedError: the currency of a shop with amounts in its records stays.
        NotAllowedError: only a manager decides this.
    """
    require(shop, Right.SETTINGS)
    after = _checked(wanted)
    with shop.storage.transaction():
        before = shop.storage.settings.profile()
        if after.currency != before.currency and shop.storage.settings.has_money():
            raise RefusedError(
                N_("The records hold amounts in {currency}, and a shop has one currency."),
                currency=before.currency,
            )
        shop.storage.settings.keep_profile(after)
        changed = sorted(name for name, value in asdict(after).items()
                         if value != asdict(before)[name])  # fmt: skip
        shop.storage.audit.note(shop.clock.now(), shop.staff, "change_profile", what=changed)
    shop.profile = after
    return ProfileChange(before, after)


def undo_profile(shop: Shop, change: ProfileChange) -> None:
    """Decide again as before.

    Raises:
        RefusedError: it was decided anew meanwhile.
        NotAllowedError: only a manager decides this.
    """
    require(shop, Right.SETTINGS)
    with shop.storage.transaction():
        if shop.storage.settings.profile() != change.after:
            raise RefusedError(N_("This was changed again meanwhile, so it stays as it is."))
        shop.storage.settings.keep_profile(change.before)
        shop.storage.audit.note(shop.clock.now(), shop.staff, "undo_profile")
    shop.profile = change.before


def _checked(wanted: ShopProfile) -> ShopProfile:
    tidy = replace(
        wanted,
        name=plain_line(wanted.name),
        currency=wanted.currency.strip().upper(),
        country=wanted.country.strip().upper(),
        zone=wanted.zone.strip(),
        card_prefix=wanted.card_prefix.strip(),
        languages=_languages(wanted.languages),
    )
    if len(tidy.name) > _LONGEST_NAME:
        raise BadInputError(
            N_("That is too long for one field. Keep it under {most} letters."), most=_LONGEST_NAME
        )
    if tidy.currency not in list_currencies():
        raise BadInputError(
            N_("{currency} is not a currency. Write three letters, such as EUR."),
            currency=tidy.currency,
        )
    if tidy.country not in get_global("territory_languages"):
        raise BadInputError(
            N_("{country} is not a country. Write two letters, such as DE."), country=tidy.country
        )
    if tidy.zone and tidy.zone not in available_timezones():
        raise BadInputError(
            N_("{zone} is not a time zone. Write one such as Europe/Lisbon, or leave it empty."),
            zone=tidy.zone,
        )
    if len(tidy.card_prefix) > _LONGEST_PREFIX or not tidy.card_prefix.isascii():
        raise BadInputError(N_("The beginning of a card is at most twelve letters and digits."))
    _require_numbers(tidy)
    return tidy


def _languages(written: str) -> str:
    """Tags of languages as they are kept: each once, in the order they were written."""
    tags = []
    for tag in written.replace(",", " ").split():
        try:
            tags.append(str(Locale.parse(tag.replace("-", "_"))).replace("_", "-"))
        except (ValueError, UnknownLocaleError) as error:
            text = N_("{language} is not a language. Write short forms, such as de, tr.")
            raise BadInputError(text, language=tag[:20]) from error
    return ", ".join(dict.fromkeys(tags))


def _require_numbers(profile: ShopProfile) -> None:
    for name, field in ShopProfile.__dataclass_fields__.items():
        least, most = field.metadata.get("least"), field.metadata.get("most")
        if least is not None and not least <= getattr(profile, name) <= most:
            raise BadInputError(
                N_("{what} has to be from {least} to {most}."),
                what=name.replace("_", " "),
                least=least,
                most=most,
            )
