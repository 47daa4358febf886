"""Products at the counter, and what the shop as a whole does with them."""

import re
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
from pos_companion.services.chances import fitted_to_the_shop

_LONGEST_NAME = 200
_CUSTOMERS_AT_ONCE = 20
_MOST = 10**9
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,(?:\d{1,2}|\d{4,})")


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
        BadInputError: as `line_of`.
    """
    parts = text.rsplit(":", 2)
    if len(parts) == 1 or shop.storage.catalogue.named(text, shop.profile.currency) is not None:
        parts = [text]
    elif len(parts) == 3 and not _is_number(parts[1]):
        parts = [f"{parts[0]}:{parts[1]}", parts[2]]
    return line_of(shop, *parts)


def line_of(shop: Shop, product: str, quantity: str = "1", amount: str = "") -> BasketLine:
    """A line of a basket from what was typed or sent; an empty amount is not known.

    Raises:
        BadInputError: no product, a quantity or amount that is not a number, or no quantity.
    """
    count = _number(quantity)
    if round(count * 1000) == 0:
        raise BadInputError(N_("A quantity of nothing cannot be recorded."))
    cost = money_typed(shop, amount) if amount else None
    return BasketLine(product_called(shop, product), count, cost)


def money_typed(shop: Shop, text: str) -> Money:
    """Read an amount such as `3.20` or `3,20` in the shop's currency, half a coin rounded up.

    Raises:
        BadInputError: it is not a number.
    """
    exponent = get_currency_precision(shop.profile.currency)
    scaled = _number(text).scaleb(exponent)
    return Money(int(scaled.to_integral_value(rounding="ROUND_HALF_UP")), shop.profile.currency)


def money_written(money: Money | None) -> str:
    """An amount as `money_typed` reads it; empty when it is not known."""
    if money is None:
        return ""
    return str(Decimal(money.amount).scaleb(-get_currency_precision(money.currency)))


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
    habits = yield from fitted_to_the_shop(shop, sums.habits())
    with shop.storage.transaction():
        shop.storage.catalogue.keep_habits(habits)
        shop.storage.settings.put("habits_day", shop.today.toordinal())


def forget_habits_day(shop: Shop) -> None:
    """Note that the habits are old; in the transaction of whatever makes them so."""
    shop.storage.settings.put("habits_day", 0)


def refresh_habits_when_old(shop: Shop) -> Generator[None, None, None]:
    """The same in steps, and only when it was not done on this business day yet."""
    if shop.storage.settings.get("habits_day") != shop.today.toordinal():
        yield from refresh_habits_steps(shop)


def _is_number(text: str) -> bool:
    try:
        return "_" not in text and Decimal(_with_point(text)).is_finite()
    except InvalidOperation:
        return False


def _number(text: str) -> Decimal:
    if not _is_number(text):
        raise BadInputError(N_("{text} is not a number."), text=text)
    number = Decimal(_with_point(text))
    if abs(number) > _MOST:
        raise BadInputError(N_("{text} is more than any shop sells."), text=text)
    return number


def _with_point(text: str) -> str:
    """With a decimal point; a comma is one unless it could part thousands."""
    return text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(text.strip()) else text
