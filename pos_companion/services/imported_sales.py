"""Puts the lines of a file together into sales, while it is being read."""

import hashlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pos_companion.i18n import N_, Phrase
from pos_companion.importers import Chunk, Rejected, What, Who
from pos_companion.services.identities import Identities
from pos_companion.storage.intake import SalesIntake, StagedSale
from pos_companion.storage.newcomers import Newcomer

_AT_ONCE = 5_000
_LONGEST_SALE = 12 * 3600
"""Seconds; lines of one sale never lie further apart."""
_NO, _WHO, _AT, _DAY, _TILL, _STAFF, _COUNT, _TOTAL, _ROW = range(9)


def sale_uid(source: str, sale: str) -> str:
    """The uid of the visit a sale becomes: the same whenever it is imported."""
    return hashlib.sha256(f"{source}\0{sale}".encode()).hexdigest()[:32]


class GatheredSales:
    """The sales of one file.

    Attributes:
        products: (ref, name, group), by their number in this file.
    """

    def __init__(self, intake: SalesIntake, source: str) -> None:
        self._intake = intake
        self._source = source
        self._heads: dict[str, list[Any]] = {}
        self._who: dict[Who, int] = {}
        self._identities = Identities()
        self._what: dict[What, int] = {}
        self.products: list[What] = []

    @property
    def people(self) -> list[Newcomer]:
        """Who bought, by their number in this file."""
        return self._identities.people

    def add(self, chunk: Chunk) -> list[Rejected]:
        """Take lines in, in the order of the file.

        A sale belongs to the customer and the time of its first line.

        Returns:
            Lines that cannot belong to the sale whose number they bear.
        """
        taken, rejected = [], []
        numbers, products, heads = self._who.get, self._what.get, self._heads.get
        for row, sale, at, day, who, what, quantity, amount, till, staff in chunk.lines:
            who_no = numbers(who)
            if who_no is None:
                who_no = self._who[who] = self._identities.number(who)
            what_no = products(what)
            if what_no is None:
                what_no = self._what[what] = len(self.products)
                self.products.append(what)
            head = heads(sale)
            if head is None:
                no = len(self._heads)
                head = self._heads[sale] = [no, who_no, at, day, till, staff, 0, 0, row]
            elif head[_WHO] != who_no or abs(head[_AT] - at) > _LONGEST_SALE:
                reason = _stranger(sale, head, who_no)
                rejected.append(Rejected(row, reason, chunk.cells(row)))
                continue
            taken.append((head[_NO], head[_COUNT], what_no, quantity, amount))
            head[_COUNT] += 1
            head[_TOTAL] += amount or 0
        self._intake.add_lines(taken)
        return rejected

    def _uid(self, sale: str) -> str:
        return self._intake.own_uid(sale) or sale_uid(self._source, sale)

    def finish(self) -> Iterator[None]:
        """Hand over the heads of the sales, in steps; call it once the file has been read."""
        heads = iter(self._heads.items())
        while part := list(islice(heads, _AT_ONCE)):
            self._intake.add_sales(
                StagedSale(
                    head[_NO], sale, self._uid(sale), head[_WHO], head[_AT], head[_DAY],
                    head[_TILL], head[_STAFF], head[_COUNT], head[_TOTAL],
                )
                for sale, head in part
            )  # fmt: skip
            yield


def _stranger(sale: str, head: list[Any], who: int) -> Phrase:
    if head[_WHO] != who:
        text = N_("Sale {sale} belongs to another customer in row {row}.")
    else:
        text = N_("Sale {sale} is of another time in row {row}.")
    return Phrase(text, {"sale": sale, "row": head[_ROW]})
