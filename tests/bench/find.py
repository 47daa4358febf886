"""Finds people in invented towns, as they are typed at the door: `python -m tests.bench.find`.

Everything follows from the seed. Ends with 1 when a promise is missed by more than twice; a goal
of finds is missed twice where twice as many are missed as may be.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from pos_companion.services import Shop
from pos_companion.services.finding import find
from pos_companion.services.following import follow
from tests.bench import find_costs
from tests.bench.find_asked import Asked
from tests.bench.find_figures import FIRST, Answer, Line, Promise, ask, lines, promises
from tests.bench.find_query import Query, within_reach
from tests.bench.find_shared import join
from tests.bench.town import residents
from tests.bench.town_names import read_tongues
from tests.bench.town_shop import fill, open_shop_of_town
from tests.postgresql import OwnServer

SEED = 4
DEFAULT, MILLION = (10_000, 100_000), 1_000_000
LIKES = 16
GROWN = 100_000
"""In smaller shops looking through everybody is quick, too, and few people share a word."""
LARGE = 500_000
"""From so many on the goals are those of a million."""
PLAIN, SLIPS, NUMBERS = 0.99, 0.98, 1.00
SLIP_KINDS = ("a wrong letter", "a letter missing", "a letter more", "two letters exchanged")
GOALS = {
    **dict.fromkeys(("first name, last begun", "one word", "whole name"), PLAIN),
    **dict.fromkeys(("swapped words", "no accents", "e-mail"), PLAIN),
    **dict.fromkeys(("pet", "child"), 0.98),
    **dict.fromkeys(SLIP_KINDS, SLIPS),
    **dict.fromkeys(("phone, last 4", "phone, last 6", "phone, as at home"), NUMBERS),
    **dict.fromkeys(("phone, with +49 or 0049", "card"), NUMBERS),
}
SLIPS_OF_A_MILLION = dict.fromkeys(SLIP_KINDS, 0.95)
HEAD = (
    "| typed | queries | median ÷ floor | p99 ÷ floor | fits, first | fits, of five"
    " | the very person of five | goal of five |\n|--|--|--|--|--|--|--|--|"
)


@dataclass(frozen=True)
class Town:
    """Figures of one size.

    Attributes:
        floor: seconds of a primary-key read.
        costs: what else is told, in order.
    """

    count: int
    floor: float
    lines: Sequence[Line]
    costs: Sequence[str]
    promises: Sequence[Promise]
    answers: Sequence[Answer]


def main() -> int:
    """Print the tables; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, nargs="+", default=list(DEFAULT))
    parser.add_argument("--million", action="store_true", help="a million as well, which is long")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--postgresql", action="store_true", help="the records on a server, which is started"
    )
    parser.add_argument("--misses", type=Path, help="a file for what was not found")
    asked = parser.parse_args()
    sizes = sorted({*asked.customers, *([MILLION] if asked.million else [])})
    sizes_said = " ".join(map(str, sizes))
    where = " --postgresql" if asked.postgresql else ""
    print(f"`python -m tests.bench.find --customers {sizes_said} --seed {asked.seed}{where}`\n")
    towns = []
    for count in sizes:
        with (
            tempfile.TemporaryDirectory(prefix="bench-find-") as folder,
            records(asked.postgresql) as url,
        ):
            towns.append(run(Path(folder), count, asked.seed, url))
        print(told(towns[-1]), flush=True)
    print(grown(towns))
    kept = [promise for town in towns for promise in town.promises] + growth(towns)
    for promise in kept:
        if promise.is_missed:
            print(f"{'BROKEN' if promise.is_broken else 'Missed'}: {promise}")
    if asked.misses:
        asked.misses.write_text("\n".join(map(misses, towns)), encoding="utf-8")
    return 1 if any(promise.is_broken for promise in kept) else 0


@dataclass(frozen=True)
class Filled:
    """A shop that can be asked.

    Attributes:
        reach: for each query, whether the very person can be shown among the first.
        built: seconds of making the index anew.
        peak: bytes of memory all this took at most.
    """

    queries: list[Query]
    reach: list[bool]
    built: float
    peak: int


@contextmanager
def records(on_server: bool) -> Iterator[str]:
    """Where the records of a shop are to be: on a server of their own, or in its folder (empty)."""
    if not on_server:
        yield ""
        return
    server = OwnServer()
    try:
        yield server.url
    finally:
        server.end()


def prepare(folder: Path, count: int, seed: int, url: str = "") -> Filled:
    """Fill a shop, and choose what it will be asked."""
    tongues = read_tongues(seed)
    shop = open_shop_of_town(folder, url)
    asked = Asked(seed)
    fill(shop, asked.walking(residents(seed, count, tongues)))
    built = find_costs.build_seconds(shop)
    shop.close()
    queries = asked.queries()
    reach = within_reach(queries, residents(seed, count, tongues), FIRST)
    return Filled(queries, reach, built, find_costs.peak_bytes())


def run(folder: Path, count: int, seed: int, url: str = "") -> Town:
    """Fill a shop, ask it everything, and measure what that costs."""
    # In a process of its own, so that the memory of this one is what looking up takes.
    with ProcessPoolExecutor(1, get_context("spawn")) as others:
        filled = others.submit(prepare, folder, count, seed, url).result()
        joined = others.submit(join, folder, url, count, filled.queries).result() if url else None
    shop = open_shop_of_town(folder, url)
    find(shop, "everybody is here now")
    follow(shop)
    queries, built = filled.queries, joined.filled_cpu if joined else filled.built
    answers = ask(shop, queries, filled.reach, _floor(shop, seed, count))
    peak = find_costs.peak_bytes()
    found = lines(answers, GOALS if count < LARGE else GOALS | SLIPS_OF_A_MILLION)
    likes = random.Random(f"like {seed}").sample(queries, LIKES if count < LARGE else LIKES // 4)
    like = find_costs.like_seconds(shop, likes)
    sizes = find_costs.index_bytes(shop)
    changed = find_costs.change_seconds(shop, count, random.Random(f"change {seed}"))
    floor = median(answer.floor for answer in answers)
    kept = promises(found, 150 if count < LARGE else 300)
    kept += [
        Promise("CPU of adding one person", changed["add"] * 1e3, 1, "ms"),
        Promise("CPU of renaming one person", changed["rename"] * 1e3, 1, "ms"),
    ]
    if joined:
        kept.append(Promise("statements that keys sent to the server", joined.sent, 0, "sent"))
    if count >= LARGE:
        kept.append(Promise("p99 per key", found[-1].slow_ratio * floor * 1e3, 5, "ms"))
    if count >= GROWN:
        kept.append(Promise("bytes per customer", sum(sizes.values()) / count, 250, ""))
        kept.append(Promise("100 keys ÷ `LIKE`", 100 * found[-1].seconds / like, 1))
    shop.close()
    costs = [
        f"A primary-key read takes {floor * 1e6:.1f} µs of CPU, the median key "
        f"{found[-1].seconds * 1e3:.2f} ms, `LIKE '%…%'` over the same columns "
        f"{like * 1e3:,.1f} ms ({like / found[-1].seconds:,.0f} × a key).",
        f"The index takes {sum(sizes.values()) / count:.0f} bytes per customer ("
        + ", ".join(f"{name} {size / count:.0f}" for name, size in sizes.items())
        + f"); making it anew {built:.1f} s of CPU ({built / count * 1e6:.0f} µs per customer).",
        f"Adding one person takes {changed['add'] * 1e3:.2f} ms of CPU, a new name "
        f"{changed['rename'] * 1e3:.2f} ms, the index of one who stays as they are "
        f"{changed['index'] * 1e3:.2f} ms, a transaction of one row {changed['row'] * 1e3:.2f} ms.",
        f"Looking up takes a process of {peak / 2**20:.0f} MiB at most, filling the shop and "
        f"making the index {filled.peak / 2**20:.0f} MiB.",
        *(joined.told(count) if joined else ()),
    ]
    return Town(
        count,
        floor,
        found,
        costs,
        [replace(one, name=f"{count:,}: {one.name}") for one in kept],
        answers,
    )


def _floor(shop: Shop, seed: int, count: int) -> Callable[[], object]:
    return find_costs.key_read(shop, random.Random(f"floor {seed}"), count)


def told(town: Town) -> str:
    """One size as Markdown."""
    rows = (f"| {' | '.join(line.cells())} |" for line in town.lines)
    costs = "\n".join(f"- {cost}" for cost in town.costs)
    table = "\n".join(rows)
    return f"**{town.count:,} customers**\n\n{HEAD}\n{table}\n\n{costs}\n"


def growth(towns: Sequence[Town]) -> list[Promise]:
    """How a key grew from the smallest shop to a million, beside how the floor grew.

    The shops are asked one after the other, and a machine has moods: so it is the ratios to the
    floor of the same minute that are compared. What grew in seconds is told by `grown`.
    """
    if not _is_large(towns):
        return []
    before, after = towns[0].lines[-1], towns[-1].lines[-1]
    name = f"÷ primary-key read, from {towns[0].count:,} to {towns[-1].count:,}"
    return [
        Promise(f"median {name}", after.ratio / before.ratio, 1.5),
        Promise(f"p99 {name}", after.slow_ratio / before.slow_ratio, 4),
    ]


def grown(towns: Sequence[Town]) -> str:
    """What a key and the floor grew by in seconds; empty where no shop is large."""
    if not _is_large(towns):
        return ""
    small, large = towns[0], towns[-1]
    before, after = small.lines[-1], large.lines[-1]
    slow = after.slow_ratio * large.floor / (before.slow_ratio * small.floor)
    return (
        f"From {small.count:,} to {large.count:,} customers a key takes "
        f"{after.seconds / before.seconds:.1f} × the CPU at the median and {slow:.1f} × at the "
        f"99th of 100; a primary-key read takes {large.floor / small.floor:.1f} ×, because what it "
        "reads lies outside of the cache.\n"
    )


def _is_large(towns: Sequence[Town]) -> bool:
    return len(towns) > 1 and towns[-1].count >= LARGE


def misses(town: Town) -> str:
    """What nobody among the first five fits, and the slowest keys."""
    missed = [one for one in town.answers if not one.is_found]
    slow = sorted(town.answers, key=lambda one: one.seconds, reverse=True)[:40]
    said = [f"## {town.count:,} customers: nobody of the first five fits"]
    said += [
        f"- {one.query.kind}: typed `{one.query.text}`, meant "
        f"{' '.join(one.query.words)} {one.query.begun} {one.query.code or ''} "
        f"(customer {one.query.person}), shown {list(one.shown)}"
        for one in missed
    ]
    said += [f"\n## {town.count:,} customers: the slowest keys"]
    said += [f"- {one.seconds * 1e3:.1f} ms: {one.query.kind}, `{one.query.text}`" for one in slow]
    return "\n".join([*said, ""])


if __name__ == "__main__":
    sys.exit(main())
