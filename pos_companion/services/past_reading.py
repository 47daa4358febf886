"""Reads a stretch of the shop's past as a simulation lives through it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from operator import attrgetter

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.insight.stages import standing
from pos_companion.insight.usual import usual_order
from pos_companion.model.giving import Circumstances
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Basket, BasketLine, Product, ShopHabits
from pos_companion.rules import Facts, Redemption, RedemptionState
from pos_companion.rules.occasions import being_key
from pos_companion.rules.simulate.past import Arrival, Asked, Case, Knowledge, Past
from pos_companion.rules.simulate.replay import MOST_LINES, Progress
from pos_companion.services import Shop
from pos_companion.services.counting import resting
from pos_companion.services.look_up import BEST_SELLERS_IN_MIND
from pos_companion.services.not_usual import wrong_in_the_past
from pos_companion.services.past_facts import Moment, Person, facts_then
from pos_companion.services.standings import beginnings_of, seen_of
from pos_companion.services.withheld import facts_for
from pos_companion.storage.history import LookBack
from pos_companion.storage.lived import KEPT_IN_MIND, LivedVisit

LONGEST = timedelta(days=3 * 366)
_AT_ONCE = 25
_REAL_AT = 5


@dataclass(frozen=True)
class Whole:
    """What is read once for everybody.

    Attributes:
        first: what was given before this business date was given before the stretch.
        before: how many visits lie before those that are read, by customer.
        homes: the household customers live in now.
        lines: what was ever given and declined, in the order it was written.
        of_customer: the same, by customer.
    """

    first: date
    knowledge: Knowledge
    circumstances: Circumstances
    products: Mapping[int, Product]
    habits: ShopHabits
    before: Mapping[int, int]
    homes: Mapping[int, int]
    lines: Sequence[Redemption]
    of_customer: Mapping[int, Sequence[Redemption]]


def read_past(
    shop: Shop, first: date, last: date, knowledge: Knowledge = Knowledge.THEN
) -> Generator[Progress, None, Past]:
    """Read what came to pass on some business days, both included; a few customers a step.

    Yields:
        How many customers are read.

    Returns:
        The past; the same for the same records.

    Raises:
        BadInputError: the days are the wrong way round, or too far apart.
    """
    if not timedelta() <= last - first <= LONGEST:
        raise BadInputError(N_("Choose a first day and a last one, three years apart at most."))
    lived = list(shop.storage.visits.lived(first, last, shop.clock.now(), shop.time))
    whole = read_whole(shop, (first, last), knowledge, lived)
    people = [list(visits) for _, visits in groupby(lived, attrgetter("customer"))]
    persons: dict[int, Person] = {}
    cases: list[Case] = []
    for at, visits in enumerate(people):
        person = read_person(shop, visits[0].customer)
        if person is not None:
            persons[person.customer.id] = person
            cases += _cases(shop, whole, person, visits)
        if at % _AT_ONCE == _AT_ONCE - 1:
            yield Progress(at + 1, len(people))
    return as_past(shop, whole, (first, last), cases, persons)


def as_past(
    shop: Shop,
    whole: Whole,
    days: tuple[date, date],
    cases: Sequence[Case],
    persons: Mapping[int, Person],
) -> Past:
    """Put together what a simulation lives through.

    Args:
        days: the first and the last, both included.
        cases: in any order.
        persons: of the cases, by customer.
    """
    ordered = sorted(cases, key=_moment)
    at_home = shop.storage.visits.beings_at_home()
    before = tuple(_before(whole))
    return Past(
        first=days[0],
        last=days[1],
        currency=shop.profile.currency,
        cases=tuple(_with_real(ordered, whole, len(before) + 1)),
        before=before,
        at_home={home: tuple(map(being_key, beings)) for home, beings in at_home.items()},
        shelf=_shelf_then(shop, whole),
        arrivals=tuple(_arrivals(shop, whole.first)),
        asked=_asked(whole.lines),
        fill=_fill(shop, whole, persons),
    )


def read_whole(
    shop: Shop, days: tuple[date, date], knowledge: Knowledge, lived: Sequence[LivedVisit]
) -> Whole:
    """Read what is read once for everybody.

    Args:
        days: the first and the last, both included.
        lived: the visits that are looked at.
    """
    ids = {line.product for visit in lived for line in visit.lines}
    currency = shop.profile.currency
    products, habits = shop.storage.catalogue.with_habits(ids, currency, BEST_SELLERS_IN_MIND)
    lines = shop.storage.visits.ledger_lines()
    of_customer: dict[int, list[Redemption]] = defaultdict(list)
    for line in lines:
        of_customer[line.customer].append(line)
    return Whole(
        first=days[0],
        knowledge=knowledge,
        # What is going on now was not going on then.
        circumstances=replace(shop.storage.circumstances.now(), flags=()),
        products=products,
        habits=habits,
        before=shop.storage.visits.before_lived(*days),
        homes=shop.storage.visits.homes(),
        lines=lines,
        of_customer=of_customer,
    )


def read_person(shop: Shop, customer_id: int) -> Person | None:
    """All we know of one customer now; None when they were forgotten."""
    people = shop.storage.people
    customer = people.get(customer_id)
    if customer is None:
        return None
    members = people.members(customer.household)
    celebrations = people.celebrations(customer, members)
    return Person(customer, members, celebrations, shop.storage.care.open_remarks(customer_id))


def _cases(
    shop: Shop, whole: Whole, person: Person, visits: Sequence[LivedVisit]
) -> Iterator[Case]:
    """The visits of one customer that lie in the stretch."""
    past = [one.visit for one in visits]
    older = whole.before.get(person.customer.id, 0)
    rests = _Rests(whole.of_customer.get(person.customer.id, ()), {one.uid for one in past})
    for at, visit in enumerate(visits):
        if visit.visit.day >= whole.first:
            moment = Moment(
                uid=visit.visit.uid,
                instant=visit.at,
                wall=visit.visit.at,
                day=visit.visit.day,
                visits=tuple(past[max(0, at - KEPT_IN_MIND) : at]),
                count=older + at,
                last=visits[at - 1].at if at else None,
                basket=_basket(visit, whole),
                till=visit.till,
                staff=visit.staff,
            )
            facts = facts_then(person, moment, shop.profile, whole.circumstances, whole.knowledge)
            yield Case(facts, resting=rests.at(visit.visit.uid))
        rests.past(visit.visit.uid)


class _Rests:
    """Which rules rest for one customer, visit after visit."""

    def __init__(self, lines: Sequence[Redemption], visits: set[str]) -> None:
        self._customer = lines[0].customer if lines else 0
        self._matters = any(row.state is RedemptionState.DECLINED for row in lines)
        self._of: dict[str, list[Redemption]] = defaultdict(list)
        for row in lines if self._matters else ():
            self._of[row.visit if row.visit in visits else ""].append(row)
        self._seen = list(self._of.get("", ()))

    def at(self, visit: str) -> frozenset[str]:
        """Before a visit."""
        if not self._matters:
            return frozenset()
        return resting(self._seen, self._customer, visit)

    def past(self, visit: str) -> None:
        """A visit is over."""
        self._seen += self._of.get(visit, ())


def _moment(case: Case) -> tuple[datetime, int]:
    return case.facts.instant or datetime.min.replace(tzinfo=UTC), case.facts.customer.id


def _basket(visit: LivedVisit, whole: Whole) -> Basket | None:
    lines = [
        BasketLine(whole.products[line.product], line.quantity, line.amount, line.their_way)
        for line in visit.lines
        if line.product in whole.products
    ]
    return Basket(tuple(lines)) if lines else None


def _before(whole: Whole) -> Iterator[Redemption]:
    counted = [row for row in whole.lines if row.state.counts and row.day < whole.first]
    for number, row in enumerate(sorted(counted, key=lambda row: (row.day, row.id)), 1):
        yield replace(row, id=number, household=whole.homes.get(row.customer))


def _with_real(cases: Sequence[Case], whole: Whole, number: int) -> Iterator[Case]:
    """The same cases with what was really given; numbered behind what the rules would give."""
    given: dict[str, list[Redemption]] = defaultdict(list)
    for row in whole.lines:
        if row.state.counts and row.day >= whole.first:
            given[row.visit].append(replace(row, household=whole.homes.get(row.customer)))
    for at, case in enumerate(cases):
        rows = given.get(case.facts.visit_uid, ())
        place = number + at * MOST_LINES + _REAL_AT
        real = tuple(replace(row, id=place + n) for n, row in enumerate(rows))
        yield replace(case, real=real) if real else case


def _shelf_then(shop: Shop, whole: Whole) -> dict[int, Gift]:
    """The shelf as it was in the beginning: without what came since, with what was given since."""
    gone: Counter[int] = Counter()
    for row in whole.lines:
        if row.state is RedemptionState.GIVEN and row.gift is not None and row.day >= whole.first:
            gone[row.gift] += 1
    for move in shop.storage.stock.moves_since(shop.time.day_start(whole.first)):
        gone[move.gift] -= move.pieces
    gifts = shop.storage.stock.gifts(shop.profile.currency).values()
    return {
        gift.id: replace(gift, reserved=0, on_hand=max(0, gift.on_hand + gone[gift.id]))
        for gift in gifts
    }


def _arrivals(shop: Shop, first: date) -> Iterator[Arrival]:
    for move in shop.storage.stock.moves_since(shop.time.day_start(first)):
        wall = shop.time.local(move.at).replace(tzinfo=None)
        yield Arrival(wall, move.gift, move.pieces)


def _asked(lines: Sequence[Redemption]) -> dict[str, Asked]:
    taken = Counter(row.rule for row in lines if row.state.counts)
    refused = Counter(row.rule for row in lines if row.state is RedemptionState.DECLINED)
    return {rule: Asked(taken[rule], refused[rule]) for rule in sorted({*taken, *refused})}


def _fill(
    shop: Shop, whole: Whole, persons: Mapping[int, Person]
) -> dict[str, Callable[[Facts], Facts]]:
    """What takes long to work out, and is asked for by few rules."""
    wrong_then = wrong_in_the_past(shop)

    def usual(facts: Facts) -> Facts:
        wrong = wrong_then(persons[facts.customer.id].remarks.not_usual, facts.now)
        order = usual_order(facts.visits, facts.now, whole.habits, whole.products, wrong)
        return replace(facts, usual=order)

    def stage(facts: Facts) -> Facts:
        customer = facts.customer
        past = LookBack(facts.visits)
        beginnings = beginnings_of(customer)
        if beginnings is not None and facts.instant is not None:
            past = shop.storage.visits.look_back(
                customer.id, facts.instant - timedelta(seconds=1), shop.time, beginnings
            )
        told = facts_for(customer, persons[customer.id].remarks.facts)
        seen = seen_of(customer, past, told, persons[customer.id].remarks)
        return replace(facts, standing=standing(seen, facts.today, here=True))

    return {"usual": usual, "stage": stage}
