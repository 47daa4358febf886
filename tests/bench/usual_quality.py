"""How good the usual order is, on a real grocer's sales: `make bench-usual`.

The protocol of usual.md §7 stands in `usual_sales`. What is printed is of the test households,
which had no part in fitting or choosing anything. TIFU-kNN is tuned with `--tune` on the choosing
households; the numbers it found are the ones it has.
"""

import argparse
import time
from collections.abc import Sequence

from tests.bench.usual_cards import print_cafe, print_grocer, print_time
from tests.bench.usual_figures import MEASURES, Table, by_household, judge, means, ratios
from tests.bench.usual_rankers import (
    Ranker,
    TifuRanker,
    frequency_then_shop,
    ours,
    own_frequency,
    recency_weighted,
)
from tests.bench.usual_sales import Case, Part, Sales, read_sales
from tests.bench.usual_tifu import Tifu, coarse, fine

P, GP, RECENT, TIFU, OURS = "P-TopFreq", "GP-TopFreq", "recency-weighted", "TIFU-kNN", "ours"
REGULAR = "regular visits"
GOALS = {(P, 0): (1.08, 1.11), (P, 1): (1.08, 1.10), (TIFU, 0): (1.045, 0), (TIFU, 1): (1.045, 0)}


def rankers(sales: Sales, part: Part) -> dict[str, Ranker]:
    """All that are compared, the baselines first."""
    return {
        P: own_frequency,
        GP: frequency_then_shop,
        RECENT: recency_weighted,
        TIFU: TifuRanker(Tifu(), sales, part),
        OURS: ours,
    }


def table_of(cases: Sequence[Case], ranker: Ranker) -> Table:
    """Means of the measures for each household."""
    judged = (
        judge(order, case.visit.items) for case, order in zip(cases, ranker(cases), strict=True)
    )
    return by_household((case.household for case in cases), judged)


def print_ranking(title: str, cases: Sequence[Case], compared: dict[str, Ranker]) -> None:
    """One line for each way to rank, then what ours is to the others."""
    tables, spent = {}, {}
    for name, ranker in compared.items():
        start = time.process_time()
        tables[name] = table_of(cases, ranker)
        spent[name] = 1000 * (time.process_time() - start) / len(cases)
    print(f"\n{title}: {len(tables[OURS])} households, {len(cases)} visits")
    print(f"{'':23}" + "".join(f"{name:>23}" for name in MEASURES) + f"{'ms CPU':>8}")
    for name, table in tables.items():
        cells = "".join(f"{figure!s:>23}" for figure in means(table))
        print(f"{name:23}{cells}{spent[name]:8.2f}")
    for name in (P, GP, RECENT, TIFU):
        figures = ratios(tables[OURS], tables[name])
        print(f"ours / {name:16}" + "".join(f"{one!s:>23}" for one in figures))
    if title == REGULAR:
        for (name, place), (goal, prize) in GOALS.items():
            value = ratios(tables[OURS], tables[name])[place].value
            reached = "prize" if prize and value >= prize else "yes" if value >= goal else "MISSED"
            print(f"goal {MEASURES[place]} ≥ {goal} × {name}: {value:.3f} {reached}")


def tune(sales: Sales) -> None:
    """Print the best numbers of TIFU-kNN on the choosing households."""
    cases = sales.regular_visits(Part.CHOOSING)

    def quality(model: Tifu) -> float:
        found = table_of(cases, TifuRanker(model, sales, Part.CHOOSING)).mean(axis=0)
        return float(found[0] + found[1])

    best = max(coarse(), key=quality)
    best = max(fine(best), key=quality)
    print(f"{best}: recall@10 and nDCG@10 together {quality(best):.4f}")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, help="judge no more than these")
    parser.add_argument("--part", type=Part, default=Part.TEST, help="households to judge")
    parser.add_argument("--tune", action="store_true", help="tune TIFU-kNN, and no more")
    asked = parser.parse_args()
    sales = read_sales()
    if asked.tune:
        tune(sales)
        return
    compared = rankers(sales, asked.part)
    regular = sales.regular_visits(asked.part, asked.households)
    print_ranking(REGULAR, regular, compared)
    print_ranking("first visits", sales.first_visits(asked.part, asked.households), compared)
    print_grocer(regular, sales.products)
    print_cafe()
    print_time(regular, sales.products)


if __name__ == "__main__":
    main()
