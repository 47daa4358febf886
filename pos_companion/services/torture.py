"""Keeps a small shop busy until it is killed, and tells afterwards what is left of it.

Everything goes through the deeds of the counter. What is acknowledged here is what the window
would call saved, so whoever pulls the plug meanwhile can hold the program to its word.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice

from pos_companion.errors import CompanionError, DamagedError, RefusedError, StoppedError
from pos_companion.i18n import N_
from pos_companion.model.facts import Fact, FactKind
from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Basket, BasketLine, Product
from pos_companion.rules import Offer, Rule
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.gift import Gift as GiveGift
from pos_companion.rules.evaluate import evaluate
from pos_companion.services import Shop, is_done
from pos_companion.services.facts import keep_fact
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import offer_called
from pos_companion.services.record_visit import VisitDeed, record_visit

PEOPLE, GIFTS, PRODUCTS, STOCK = 200, 3, 8, 1_000_000
KINDS = ("visit", "visit", "visit", "redeem", "note")
_SOURCE = "torture"
_MADE = "torture"
_VISITS = "SELECT uid FROM visit WHERE voided IS NULL"
_GIVEN = "SELECT visit_uid FROM redemption WHERE state = 'given'"
_NOTES = "SELECT text FROM remark WHERE kind = 'fact'"
_SHELF = """
SELECT g.name, g.on_hand, count(r.id) FROM gift g
LEFT JOIN redemption r ON r.gift_id = g.id AND r.state = 'given' GROUP BY g.name, g.on_hand
"""
_WITHOUT_GIFT = """
SELECT count(*) FROM redemption r WHERE r.state = 'given'
AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.uid = r.visit_uid)
"""


@dataclass(frozen=True)
class Operation:
    """One deed; who it is about and what is given follow from the id alone.

    Attributes:
        id: 24 hexadecimal digits.
        kind: `visit`, `redeem` (a visit with a gift) or `note`.
    """

    id: str
    kind: str

    @property
    def person(self) -> int:
        """Number of the customer, from 0."""
        return int(self.id[:8], 16) % PEOPLE

    @property
    def gift(self) -> int:
        """Number of the gift, from 0."""
        return int(self.id[8:16], 16) % GIFTS


def operations(seed: int) -> Iterator[Operation]:
    """The deeds of a seed, without end; another seed has other ids."""
    for number in count():
        digest = hashlib.sha256(f"{seed}/{number}".encode()).hexdigest()
        yield Operation(digest[:24], KINDS[int(digest[24:32], 16) % len(KINDS)])


def read_operation(text: str) -> Operation:
    """An operation written as `ID:KIND`.

    Raises:
        RefusedError: it is none.
    """
    name, _, kind = text.partition(":")
    if kind not in KINDS or len(name) != 24 or not set(name) <= set("0123456789abcdef"):
        raise RefusedError(N_("{text} is not an operation. Write ID:KIND."), text=text)
    return Operation(name, kind)


def write(
    shop: Shop, seed: int, limit: int | None = None, again: Sequence[Operation] = ()
) -> Iterator[str]:
    """Do one deed after the other; those to be done `again` come first.

    Yields:
        `TRY id kind` before each, then `ACK id kind` once it is saved, or `ERR id reason` when
        it was refused and nothing is kept.

    Raises:
        CompanionError: nothing more can be written.
        RefusedError: the folder holds a real shop.
    """
    _fill(shop)
    for operation in chain(again, islice(operations(seed), limit)):
        yield f"TRY {operation.id} {operation.kind}"
        try:
            _do(shop, operation)
        except (DamagedError, StoppedError):
            raise
        except CompanionError as error:
            yield f"ERR {operation.id} {error.kind}"
        else:
            yield f"ACK {operation.id} {operation.kind}"


def dump(shop: Shop) -> Iterator[str]:
    """What is there.

    Yields:
        `HAVE id count` for every operation found, then `CHECK ok` or `CHECK fail: why`.
    """
    rows = shop.storage.rows
    found = [Counter(row[0] for row in rows(statement)) for statement in (_VISITS, _GIVEN)]
    found.append(Counter(str(row[0]).rpartition(" ")[2] for row in rows(_NOTES)))
    for one in sorted(set().union(*found)):
        yield f"HAVE {one} {max(counted[one] for counted in found)}"
    problems = [*shop.storage.check(), *_miscounted(shop)]
    yield f"CHECK fail: {'; '.join(problems)}" if problems else "CHECK ok"


def _miscounted(shop: Shop) -> list[str]:
    rows = shop.storage.rows
    wrong = [
        f"{gift}: {on_hand} on the shelf, {given} given"
        for gift, on_hand, given in rows(_SHELF)
        if on_hand + given != STOCK
    ]
    lost = rows(_WITHOUT_GIFT)[0][0]
    return [*wrong, f"{lost} gifts without their visit"] if lost else wrong


def _do(shop: Shop, operation: Operation) -> None:
    customer = shop.storage.people.by_source(_SOURCE, str(operation.person))
    if customer is None:
        raise DamagedError(N_("This customer is not in the records any more."))
    if operation.kind == "note":
        _tell(shop, customer, operation)
        return
    found = open_card(shop, customer, operation.id)
    basket = Basket((BasketLine(_product(operation.gift)),))
    take: tuple[Offer, ...] = ()
    if operation.kind == "redeem" and shop.storage.visits.get(operation.id) is None:
        result = evaluate(found.facts, found.rules, found.ledger)
        take = (offer_called(result, _rule_id(operation.gift)),)
    record_visit(shop, VisitDeed(operation.id, customer, basket, take=take))


def _tell(shop: Shop, customer: int, operation: Operation) -> None:
    with shop.storage.transaction():
        if not is_done(shop, operation.id, "note"):
            text = f"They told us {operation.id}"
            keep_fact(shop, Fact(customer, 0, FactKind.NOTE, text, heard_on=shop.today))


def _fill(shop: Shop) -> None:
    """Make an empty folder a small shop, whole or not at all."""
    settings = shop.storage.settings
    with shop.storage.transaction():
        if settings.get(_MADE):
            return
        if shop.is_sample or shop.storage.rows("SELECT 1 FROM customer LIMIT 1"):
            raise RefusedError(N_("This folder holds a shop. Torture needs an empty one."))
        at = shop.clock.now()
        for number in range(PEOPLE):
            person = Customer(
                0, f"Person Number{number}", source=_SOURCE, source_id=str(number), remember=True
            )
            shop.storage.people.add(person, at)
        for number in range(PRODUCTS):
            shop.storage.catalogue.add(_product(number))
        for number in range(GIFTS):
            cost = Money(50, shop.profile.currency)
            gift = shop.storage.stock.add(Gift(0, f"Gift {number}", STOCK, cost))
            shop.storage.rulebook.save(_rule(number, gift.id), at)
        settings.put(_MADE, True)
        shop.storage.audit.note(at, shop.staff, "fill_torture")


def _product(number: int) -> Product:
    return Product(number + 1, f"T{number}", f"Thing {number}")


def _rule_id(number: int) -> str:
    return f"torture-{number}"


def _rule(number: int, gift: int) -> Rule:
    return Rule(
        _rule_id(number), f"Always gift {number}", AllOf(), (GiveGift(gift),),
        "A little something for you.", "Because they are here.",
    )  # fmt: skip
