"""The shop takes its customers and sales along as tables that every other program reads."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from babel.numbers import get_currency_precision

from pos_companion.errors import BadInputError, NotSavedError
from pos_companion.i18n import N_
from pos_companion.importers import Kind
from pos_companion.model.dates import PartialDate, ShopTime
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.csv_out import csv_text
from pos_companion.services.sign_in import require
from pos_companion.storage.taking_out import CUSTOMERS, SALES

_THOUSANDTHS = 1000


def take_out(shop: Shop, kind: Kind, path: Path) -> int:
    """Write all customers or all sales into a new CSV file; another shop's import reads it again.

    Customers and sales have the mark of this shop before their numbers: brought back into it they
    are known again, and nothing counts twice. Whoever was forgotten is not in it. No cell can be
    mistaken for a formula.

    Returns:
        How many rows it has under the titles.

    Raises:
        BadInputError: there is a file of this name already.
        NotSavedError: it could not be written; nothing of it is left.
        NotAllowedError: only a manager takes records out.
    """
    require(shop, Right.EXPORT)
    if path.exists():
        raise BadInputError(
            N_("There is a file {file} already. Choose another name."), file=path.name
        )
    titles, rows = _customers(shop) if kind is Kind.CUSTOMERS else _sales(shop)
    _write(path, csv_text(titles, rows))
    with shop.storage.transaction():
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "take_out", what=kind.value, rows=len(rows)
        )
    return len(rows)


def _customers(shop: Shop) -> tuple[Sequence[str], list[list[object]]]:
    rows = shop.storage.taking_out.customers()
    outside = shop.storage.own_numbers.outside
    return CUSTOMERS, [
        [outside(number), *(_plain(value, shop.time) for value in row)] for number, *row in rows
    ]


def _sales(shop: Shop) -> tuple[Sequence[str], list[list[object]]]:
    found = []
    outside = shop.storage.own_numbers.outside
    for line in shop.storage.taking_out.sales():
        uid, at, customer, *head, quantity, amount, currency, staff, till = line
        head = [outside(uid), at, outside(customer), *head]
        pieces = format((Decimal(quantity) / _THOUSANDTHS).normalize(), "f")
        price = "" if amount is None else _price(amount, currency)
        row = [_plain(value, shop.time) for value in head]
        found.append([*row, pieces, price, currency, staff, till])
    return SALES, found


def _plain(value: object, time: ShopTime) -> object:
    """A cell; instants as the shop's clock shows them, a yes or no as a word."""
    if isinstance(value, datetime):
        return time.local(value).replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, PartialDate | date):
        return str(value)
    return value


def _price(amount: int, currency: str) -> str:
    digits = get_currency_precision(currency)
    return f"{Decimal(amount).scaleb(-digits):.{digits}f}"


def _write(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise NotSavedError(
            N_("The file {file} could not be written: {why}"),
            file=path.name,
            why=error.strerror or error,
        ) from error
