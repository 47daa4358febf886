"""Starts the program with one rule of it broken, to see whether the torture notices.

`python tests/torture/wrong.py MISTAKE torture-write …`
"""

import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from main import main
from pos_companion.services import Shop, torture
from pos_companion.services.torture import Operation
from pos_companion.storage import Storage, sqlite


def flush_seldom() -> None:
    """What is committed is flushed to the disk later."""
    sqlite.PRAGMAS["synchronous"] = 1
    sqlite._require_durable = lambda _connection: None


def acknowledge_early() -> None:
    """Saved is said before the commit."""
    whole, done = Storage.transaction, torture._do
    now: list[Operation] = []

    @contextmanager
    def transaction(storage: Storage) -> Iterator[None]:
        outermost = not storage.db.in_transaction()
        with whole(storage):
            yield
            if outermost and now:
                operation = now.pop()
                sys.stdout.write(f"ACK {operation.id} {operation.kind}\n")
                sys.stdout.flush()

    def do(shop: Shop, operation: Operation) -> None:
        now[:] = [operation]
        done(shop, operation)

    Storage.transaction = transaction  # type: ignore[method-assign]
    torture._do = do


def repeat_anew() -> None:
    """What is repeated gets an id of its own."""
    done, seen = torture._do, set[str]()
    again = sys.argv[sys.argv.index("--retry") + 1 :: 2] if "--retry" in sys.argv else []
    repeated = {one.partition(":")[0] for one in again}

    def do(shop: Shop, operation: Operation) -> None:
        fresh = operation.id in repeated and operation.id not in seen
        seen.add(operation.id)
        name = operation.id[:16] + uuid.uuid4().hex[:8] if fresh else operation.id
        done(shop, Operation(name, operation.kind))

    torture._do = do


MISTAKES: dict[str, Callable[[], None]] = {
    "flush_seldom": flush_seldom,
    "acknowledge_early": acknowledge_early,
    "repeat_anew": repeat_anew,
}

if __name__ == "__main__":
    MISTAKES[sys.argv.pop(1)]()
    sys.exit(main())
