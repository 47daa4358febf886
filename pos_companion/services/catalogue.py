"""Products at the counter, and what the shop as a whole does with them."""

from collections.abc import Generator
from decimal import Decimal, InvalidOperation

from babel.numbers import get_currency_precision

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.insight.habits import HabitSums
from pos_companion.model.money import Money
from pos_companion.model.visits import BasketLine, Product
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards

_LONGEST_NAME = 200
_CUSTOMERS_AT_ONCE = 20


def find_products(shop: Shop, text: str, limit: int = 6) -> tuple[Product, ...]:
    """Products whose name begins with the text, best sellers first."""
    return shop.storage.catalogue.find(text, limit, shop.profile.currency)


def best_sellers(shop: Shop, limit: int = 5) -> tuple[Product, ...]:
    """What most visits hold, best first; empty in a shop without visits."""
    return shop.storage.catalogue.best_sellers(limit, shop.profile.currency)


def product_called(shop: Shop, text: str) -> Product:
    """The product the till or a person calls so; a new one when there is none yet.

    Raises:
        BadInputError: the text is empty, too long for a name, or a payment card's number.
    """
    name = plain_line(text)
    if not name or len(name) > _LONGEST_NAME:
        raise BadInputError(N_("A product needs a name of at most 200 letters."))
    known = shop.storage.catalogue.named(name, shop.profile.currency)
    if known is not None:
        return known
    refuse_payment_cards(name)
    with shop.storage.transaction():
        return shop.storage.catalogue.add(Product(0, name, name))


def basket_line(shop: Shop, text: str) -> BasketLine:
    """Read `PRODUCT[:QUANTITY[:AMOUNT]]`, the amount for the whole line in the shop's currency.

    A product whose name holds a colon is found first as it stands.

    Raises:
        BadInputError: a quantity or amount that is not a number.
    """
    parts = text.rsplit(":", 2)
    if len(parts) == 1 or shop.storage.catalogue.named(text, shop.profile.currency) is not None:
        return BasketLine(product_called(shop, text))
    if len(parts) == 3 and not _is_number(parts[1]):
        parts = [f"{parts[0]}:{parts[1]}", parts[2]]
    quantity = _number(parts[1])
    amount = money_typed(shop, parts[2]) if len(parts) == 3 else None
    return BasketLine(product_called(shop, parts[0]), quantity, amount)


def money_typed(shop: Shop, text: str) -> Money:
    """Read an amount such as `3.20` in the shop's currency, half a coin rounded up.

    Raises:
        BadInputError: it is not a number.
    """
    exponent = get_currency_precision(shop.profile.currency)
    scaled = _number(text).scaleb(exponent)
    return Money(int(scaled.to_integral_value(rounding="ROUND_HALF_UP")), shop.profile.currency)


def refresh_habits(shop: Shop) -> None:
    """Work out anew what the whole shop does; after an import, and once a day."""
    for _ in refresh_habits_steps(shop):
        pass


def refresh_habits_steps(shop: Shop) -> Generator[None, None, None]:
    """The same a few customers at a time, so that the counter can work in between."""
    sums = HabitSums()
    for visits in shop.storage.visits.of_everybody(_CUSTOMERS_AT_ONCE):
        sums.add(visits)
        yield
    with shop.storage.transaction():
        shop.storage.catalogue.keep_habits(sums.habits())
        shop.storage.settings.put("habits_day", shop.today.toordinal())


def refresh_habits_when_old(shop: Shop) -> Generator[None, None, None]:
    """The same in steps, and only when it was not done on this business day yet."""
    if shop.storage.settings.get("habits_day") != shop.today.toordinal():
        yield from refresh_habits_steps(shop)


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _number(text: str) -> Decimal:
    if not _is_number(text) or abs(Decimal(text)) > Decimal(10) ** 9:
        raise BadInputError(N_("{text} is not a number."), text=text)
    return Decimal(text)
