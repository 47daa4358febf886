"""Long work in small steps, done at once where nobody waits for a counter."""

from collections.abc import Generator
from typing import TypeVar

_Result = TypeVar("_Result")


def finished(steps: Generator[object, None, _Result]) -> _Result:
    """Do every step and return the result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result
