"""What the card would have shown: how often armed, how often right, and how fast."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles

from pos_companion.insight.chances import ChanceSums
from pos_companion.insight.habits import habits_from
from pos_companion.insight.usual import FEWEST_VISITS, rank, usual_order
from pos_companion.model.visits import Product, ShopHabits, UsualOrder, UsualState
from tests.bench.usual_cafe import PRODUCTS, invent_customers
from tests.bench.usual_figures import Bin, bins
from tests.bench.usual_sales import MOST_BEFORE, Case

LARGEST_ERROR, FEWEST_IN_BIN = 0.02, 200


@dataclass(frozen=True)
class Outcome:
    """What the card would have shown, and what was taken."""

    household: int
    usual: UsualOrder
    taken: frozenset[int]

    @property
    def is_armed(self) -> bool:
        return bool(self.usual.basket)

    @property
    def is_as_shown(self) -> bool:
        """Whether everything that was armed was taken."""
        return all(item.product.id in self.taken for item in self.usual.basket)


def outcomes(cases: Sequence[Case], products: dict[int, Product]) -> list[Outcome]:
    """What the card would have shown on each visit."""
    return [
        Outcome(
            case.household,
            usual_order(case.before, case.visit.at, case.habits, products),
            frozenset(case.visit.items),
        )
        for case in cases
    ]


def print_grocer(cases: Sequence[Case], products: dict[int, Product]) -> None:
    """What the card would have shown to households, and how true it was."""
    found = outcomes(cases, products)
    print_restraint(found)
    print_bins("chance of a product -> taken", bins(item_chances(found)))


def print_restraint(found: Sequence[Outcome]) -> None:
    """How often something is armed or shown, and how often that is right."""
    states = Counter(one.usual.state for one in found)
    print(
        "\nstates: "
        + ", ".join(f"{state} {states[state] / len(found):.1%}" for state in UsualState)
    )
    armed = [one for one in found if one.is_armed]
    if armed:
        said = fmean(one.usual.confidence for one in armed)
        shown = fmean(one.is_as_shown for one in armed)
        print(f"armed {len(armed)}: promised {said:.2f}, taken as shown {shown:.2f}")
    often = [item.product.id in one.taken for one in found for item in one.usual.often]
    if often:
        print(f"often has: {len(often) / len(found):.2f} items a visit, {fmean(often):.2f} bought")


def print_bins(title: str, found: Sequence[Bin]) -> None:
    """Chance by chance: what was said, what came true."""
    print(f"\n{title}\n{'cases':>9} {'said':>7} {'true':>7} {'error':>7}")
    for one in found:
        judged = one.cases >= FEWEST_IN_BIN
        wrong = "  MISSED" if judged and one.error > LARGEST_ERROR else "" if judged else "  (few)"
        print(f"{one.cases:9} {one.said:7.3f} {one.true:7.3f} {one.error:7.3f}{wrong}")


def item_chances(found: Sequence[Outcome]) -> Iterator[tuple[float, bool]]:
    """Every ranked product with its chance, and whether it was taken."""
    for one in found:
        for item in one.usual.ranked:
            yield item.confidence, item.product.id in one.taken


def print_time(cases: Sequence[Case], products: dict[int, Product]) -> None:
    """Milliseconds of processor time, for all customers and for those with the most visits."""
    long = [case for case in cases if len(case.before) == MOST_BEFORE]
    deeds = {
        "rank": lambda case: rank(case.before, case.visit.at, case.habits),
        "usual_order": lambda case: usual_order(case.before, case.visit.at, case.habits, products),
    }
    print(f"\nmilliseconds of processor time: up to {MOST_BEFORE} visits, and exactly so many")
    for name, deed in deeds.items():
        cells = []
        for some in (cases[:: max(1, len(cases) // 1000)], long[:300]):
            spent = []
            for case in some:
                start = time.process_time_ns()
                deed(case)
                spent.append((time.process_time_ns() - start) / 1e6)
            if len(spent) > 1:
                cells.append(f"median {median(spent):.2f}, p95 {quantiles(spent, n=20)[-1]:.2f}")
        print(f"{name:12} " + "   ".join(cells))


def cafe_habits(each: int) -> tuple[ShopHabits, ShopHabits]:
    """What other regulars of the café do: as a new shop has it, and fitted to the café."""
    others = invent_customers(each, seed=2)
    habits = habits_from((one.id, v.day, v.items) for one in others for v in one.visits)
    sums = ChanceSums()
    for one in others:
        sums.add(one.visits, range(len(one.visits)), habits)
    return habits, sums.fitted(habits)


def cafe_outcomes(
    each: int, habits: ShopHabits
) -> Iterator[tuple[str, UsualOrder, frozenset[int]]]:
    """Visits of invented café regulars: their kind, what is shown, what is taken."""
    for one in invent_customers(each):
        for place in range(FEWEST_VISITS, len(one.visits)):
            visit = one.visits[place]
            before = one.visits[max(0, place - MOST_BEFORE) : place]
            usual = usual_order(before, visit.at, habits, PRODUCTS)
            yield one.kind, usual, frozenset(visit.items)


def print_cafe(each: int = 40) -> None:
    """How often the usual of invented café regulars is armed, and how often that is right."""
    plain, fitted = cafe_habits(each)
    print_regulars("with the chances of the households", each, plain)
    print(f"\nfitted to the café: slope {fitted.slope:.2f}, shift {fitted.shift:.2f}")
    print_regulars("with the chances fitted to the café's other regulars", each, fitted)


def print_regulars(title: str, each: int, habits: ShopHabits) -> None:
    """One line for each kind of regulars, then chance by chance."""
    print(f"\ninvented café, from the fourth visit on, {title}")
    print(f"{'':18} {'visits':>6} {'armed':>6} {'said':>5} {'taken as shown':>15} {'exactly':>8}")
    table: dict[str, list[tuple[UsualOrder, frozenset[int]]]] = defaultdict(list)
    for kind, usual, taken in cafe_outcomes(each, habits):
        table[kind].append((usual, taken))
        table["all"].append((usual, taken))
    for kind, rows in sorted(table.items()):
        armed = [(usual, taken) for usual, taken in rows if usual.basket]
        line = f"{kind:18} {len(rows):6} {len(armed) / len(rows):6.1%}"
        if armed:
            baskets = [({item.product.id for item in usual.basket}, t) for usual, t in armed]
            said = fmean(usual.confidence for usual, _ in armed)
            shown = fmean(basket <= taken for basket, taken in baskets)
            exact = fmean(basket == taken for basket, taken in baskets)
            line += f" {said:5.2f} {shown:15.2f} {exact:8.2f}"
        print(line)
    every = table["all"]
    print_bins(
        "café, chance of a product -> taken",
        bins((i.confidence, i.product.id in taken) for usual, taken in every for i in usual.ranked),
    )
