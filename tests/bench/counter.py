"""The counter in a shop of a hundred thousand: `python -m tests.bench` fills it and runs this.

Each deed is timed as the window asks for it, through the services, in turns with its floor on the
same open file.
"""

import random
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine
from pos_companion.rules.as_json import read_rule
from pos_companion.services import FixedClock, Shop
from pos_companion.services.finding import find
from pos_companion.services.look_up import new_visit_uid, open_card, usual_of
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.settings import RESOURCES
from tests.bench.import_sales import FIRST_INVENTED
from tests.bench.ratios import Figure, in_turns
from tests.bench.raw_visit import SameAgain

SAMPLES = 620
RULES = RESOURCES / "presets" / "rules"
FEWEST_FOUND = 0.99
_KEY_READ = "SELECT name FROM customer WHERE id = ?"
_HISTORY = """
SELECT v.n, v.uid, v.ts, v.day, v.total, l.product_id, l.their_way, l.quantity
FROM visit v LEFT JOIN visit_line l ON l.customer_id = v.customer_id AND l.n = v.n
WHERE v.customer_id = ? AND v.n > ? AND v.voided IS NULL ORDER BY v.n, l.pos
"""
_PRODUCTS = """
SELECT p.*, h.popularity, h.rebuy, h.gap, h.size FROM product p
LEFT JOIN product_habit h ON h.product_id = p.id WHERE p.id IN (
    SELECT product_id FROM visit_line WHERE customer_id = ? AND n > ?)
"""
_BEST = (
    "SELECT p.*, h.* FROM product_habit h JOIN product p ON p.id = h.product_id WHERE place < 60"
)
_AROUND = (
    "SELECT * FROM customer WHERE id = ?",
    "SELECT m.* FROM household_member m JOIN customer c ON c.household_id = m.household_id"
    " WHERE c.id = ? ORDER BY m.n",
    "SELECT * FROM celebration WHERE customer_id = ? ORDER BY n",
    "SELECT * FROM remark WHERE customer_id = ? AND is_open = 1 ORDER BY kind, n DESC",
    "SELECT * FROM redemption WHERE customer_id = ?",
    "SELECT * FROM coupon WHERE customer_id = ?",
)
_SHOP_WIDE = ("SELECT * FROM rule", "SELECT * FROM gift")
_ONE_ROW = "INSERT OR REPLACE INTO setting (key, value) VALUES ('bench', ?)"


def run(shop: Shop, names: Sequence[str]) -> list[Figure]:
    """Time look-up, card, usual order and visit.

    Args:
        names: of the invented customers, in the order of their ids.

    Raises:
        RuntimeError: somebody is not found, or a card has no usual order.
    """
    chance = random.Random(7)
    last = max(row[0] for row in shop.storage.rows("SELECT max(last_visit) FROM customer"))
    shop.clock = FixedClock(datetime.fromtimestamp(last, UTC) + timedelta(hours=1))
    add_rules(shop)
    households = [row[0] for row in shop.storage.rows("SELECT id FROM customer WHERE visits >= 10")]
    regulars = [chance.choice(households) for _ in range(SAMPLES)]
    require_found(shop, names, chance)
    require_usual(shop, regulars[:100])
    return [
        keystrokes(shop, names, chance),
        numbers(shop, chance, len(names)),
        cards(shop, regulars),
        usuals(shop, regulars),
        visits(shop, regulars),
        visits_by_sql(shop, regulars),
    ]


def add_rules(shop: Shop) -> None:
    """The rules any shop starts with."""
    with shop.storage.transaction():
        for path in sorted(RULES.glob("*.json")):
            rule = read_rule(path.read_text(encoding="utf-8"))
            shop.storage.rulebook.save(rule, shop.clock.now())


def require_found(shop: Shop, names: Sequence[str], chance: random.Random) -> None:
    """Whole names in either order, phones and cards lead to their customer among the first six."""
    missed = 0
    for n in chance.sample(range(len(names)), 300):
        first, last = names[n].split()
        namesakes = names.count(names[n])
        for text in (f"{first} {last}", f"{last} {first[:4]}", f"+49151{n:08d}", f"LOY-{n:06d}"):
            found = [hit.customer.id for hit in find(shop, text)]
            missed += FIRST_INVENTED + n not in found and namesakes <= 1
    if missed > 300 * 4 * (1 - FEWEST_FOUND):
        raise RuntimeError(f"{missed} of 1200 were not found")


def require_usual(shop: Shop, regulars: Sequence[int]) -> None:
    """Every regular has products ranked, those they had first."""
    for customer in regulars:
        known = {item for past in open_card(shop, customer).facts.visits for item in past.items}
        ranked = usual_of(shop, customer).ranked
        if not ranked or ranked[0].product.id not in known:
            raise RuntimeError(f"no usual order for {customer}")


def keystrokes(shop: Shop, names: Sequence[str], chance: random.Random) -> Figure:
    """Every beginning of names, from the second letter on."""
    work = []
    while len(work) < SAMPLES:
        name = chance.choice(names)
        work += [
            (key_read(shop, chance), _finding(shop, name[:n])) for n in range(2, len(name) + 1)
        ]
    return in_turns(
        "look-up, each keystroke of a name", "primary-key read", work, goal=20, slow_goal=150
    )


def numbers(shop: Shop, chance: random.Random, count: int) -> Figure:
    """The last four digits of a phone."""
    work = [
        (key_read(shop, chance), _finding(shop, f"{chance.randrange(count):08d}"[-4:]))
        for _ in range(SAMPLES)
    ]
    return in_turns("look-up, last four digits", "primary-key read", work, goal=20, slow_goal=150)


def cards(shop: Shop, regulars: Sequence[int]) -> Figure:
    """The whole card of a regular, with usual order, offers, and why not the others."""
    work = [
        (lambda one=one: card_rows(shop, one), lambda one=one: open_card(shop, one))
        for one in regulars
    ]
    return in_turns("card with usual and offers", "the same rows, SQL by hand", work,
                    most_seconds=0.010)  # fmt: skip


def usuals(shop: Shop, regulars: Sequence[int]) -> Figure:
    """The usual order alone."""
    work = [
        (lambda one=one: usual_rows(shop, one), lambda one=one: usual_of(shop, one))
        for one in regulars
    ]
    return in_turns("usual order", "the same rows, SQL by hand", work)


def visits(shop: Shop, regulars: Sequence[int]) -> Figure:
    """A visit of up to three things, on the disk."""
    product = {one: _basket(shop, one) for one in set(regulars)}
    work = [
        (
            lambda: one_row(shop),
            lambda one=one: record_visit(shop, VisitDeed(new_visit_uid(), one, product[one])),
        )
        for one in regulars
    ]
    before = shop.storage.rows("SELECT count(*) FROM visit")[0][0]
    figure = in_turns(
        "record a visit", "one-row transaction, fsynced", work, clock=time.perf_counter
    )
    after = shop.storage.rows("SELECT count(*) FROM visit")[0][0]
    if after != before + len(work):
        raise RuntimeError(f"{after - before} visits were written instead of {len(work)}")
    return figure


def visits_by_sql(shop: Shop, regulars: Sequence[int]) -> Figure:
    """The same visit beside its own statements: what everything but SQL takes of the processor."""
    same, work = SameAgain(shop), []
    baskets = {one: _basket(shop, one) for one in set(regulars)}
    same.recorded(uid := new_visit_uid(), lambda: _record(shop, regulars[0], baskets, uid))
    for one in regulars:
        deed = partial(_recorded, shop, same, one, baskets)
        work.append((same.again, deed, same.make_ready))
    return in_turns("record a visit, processor alone", "its own statements, raw", work, goal=2)


def key_read(shop: Shop, chance: random.Random) -> Callable[[], Any]:
    """A row by its key, on the raw connection."""
    connection = shop.storage.db.connection()
    customer = FIRST_INVENTED + chance.randrange(10_000)
    return lambda: connection.execute(_KEY_READ, (customer,)).fetchone()


def usual_rows(shop: Shop, customer: int) -> list[Any]:
    """The rows a usual order is made of."""
    run_sql = shop.storage.db.connection().execute
    last = run_sql("SELECT next_n FROM customer WHERE id = ?", (customer,)).fetchone()[0]
    return [
        run_sql(sql, (customer, last - 101)).fetchall() for sql in (_HISTORY, _PRODUCTS)
    ] + run_sql(_BEST).fetchall()


def card_rows(shop: Shop, customer: int) -> list[Any]:
    """The rows a card is made of."""
    run_sql = shop.storage.db.connection().execute
    rows = usual_rows(shop, customer)
    rows += [run_sql(sql, (customer,)).fetchall() for sql in _AROUND]
    return rows + [run_sql(sql).fetchall() for sql in _SHOP_WIDE]


def one_row(shop: Shop) -> None:
    """The least a deed can write, on the disk."""
    connection = shop.storage.db.connection()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_ONE_ROW, (str(time.monotonic_ns()),))
    connection.execute("COMMIT")


def _recorded(shop: Shop, same: SameAgain, customer: int, baskets: dict[int, Basket]) -> None:
    uid = new_visit_uid()
    same.recorded(uid, lambda: _record(shop, customer, baskets, uid))


def _record(shop: Shop, customer: int, baskets: dict[int, Basket], uid: str) -> None:
    record_visit(shop, VisitDeed(uid, customer, baskets[customer]))


def _finding(shop: Shop, text: str) -> Callable[[], object]:
    return lambda: find(shop, text)


def _basket(shop: Shop, customer: int) -> Basket:
    items = usual_of(shop, customer).ranked[:3]
    price = Money(250, shop.profile.currency)
    return Basket(tuple(BasketLine(item.product, Decimal(1), price) for item in items))
