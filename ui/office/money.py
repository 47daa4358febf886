"""Money as it is typed."""

from decimal import Decimal, InvalidOperation

from babel.numbers import get_currency_precision

from pos_companion.i18n import _
from pos_companion.model.money import Money

_MOST = 10**9


def money_text(money: Money) -> str:
    """An amount as it is typed, without its currency: "2.50"."""
    return str(Decimal(money.amount).scaleb(-get_currency_precision(money.currency)))


def read_money(text: str, currency: str) -> Money:
    """An amount such as `3.20` or `3,20`.

    Raises:
        ValueError: a sentence says what is wrong.
    """
    try:
        amount = Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(_("Write an amount such as 2.50.")) from error
    if not amount.is_finite() or not 0 <= amount < _MOST:
        raise ValueError(_("Write an amount such as 2.50."))
    minor = amount.scaleb(get_currency_precision(currency))
    if minor != minor.to_integral_value():
        raise ValueError(_("There is no coin that small."))
    return Money(int(minor), currency)
