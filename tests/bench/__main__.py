"""All benches in one table: `python -m tests.bench`.

Nothing is downloaded: the sales come with a development package. Ends with 1 when a count is wrong
or a goal is missed by more than twice.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import counter, giving, import_sales, simulation
from tests.bench.ratios import SLACK, table


def main() -> int:
    """Print the table; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=2_000_000, help="sold lines at most")
    parser.add_argument("--customers", type=int, default=100_000, help="invented customers")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        shop = import_sales.bench_shop(folder)
        figures = import_sales.run(shop, folder, asked.lines, asked.customers)
        names = import_sales.write_customers(folder / "customers.csv", asked.customers)
        figures += counter.run(shop, names)
        figures += giving.run(shop)
        shop.close()
        figures += simulation.run(folder)
    print(table(figures))
    missed = [miss for figure in figures for miss in figure.misses]
    for miss in missed:
        print(f"Missed by more than {SLACK:.0f} times: {miss}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
