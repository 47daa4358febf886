"""A while without looking for cycles: what a simulation makes stays, and has none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of cycles away for some dozen milliseconds.

    It would go through all visits again and again, only because there are more and more of them.
    Nothing else changes: what nobody needs any longer is still freed at once.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
