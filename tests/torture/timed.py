"""Starts the program, and lets it say after each deed how long that took.

`python tests/torture/timed.py torture-write …` adds `TOOK <seconds>`: from the moment at which a
deed is begun until it is saved, without waiting for a processor that others had.
"""

import sys
from pathlib import Path
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from main import main
from pos_companion.services import Shop, torture
from pos_companion.services.torture import Operation
from tests.torture.program import waited

_done = torture._do


def _timed(shop: Shop, operation: Operation) -> None:
    begun = monotonic() - waited()
    _done(shop, operation)
    sys.stdout.write(f"TOOK {monotonic() - waited() - begun:.6f}\n")


if __name__ == "__main__":
    torture._do = _timed
    sys.exit(main())
